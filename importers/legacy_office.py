"""Old and foreign office files (.doc, .wps, .xls, .et, .rtf, .odt, .ods), read through an installed LibreOffice."""

from collections.abc import Callable

from importers import sentences
from importers.blocks import FileContent
from importers.excel import read_workbook
from importers.office_program import convert, find_office
from importers.ole_file import SIGNATURE, has_stream, is_cut_off, needs_password
from importers.word import read_word
from importers.zip_package import ZipPackage
from models.errors import InputRefusal

LARGEST_CONTENT = 256 * 2**20
"""Bytes of an OpenDocument file unpacked, pictures included."""

_WORD, _WORKBOOK = "docx", "xlsx"
_OLD_WORKBOOKS = ("Workbook", "Book")
"""Names of streams, of Excel 97 and of Excel 5."""
_SPREADSHEET = b"opendocument.spreadsheet"


def read_old_word(content: bytes, file_name: str) -> FileContent:
    """Read a file of Word 97 to 2003 or of WPS.

    Raises:
        InputRefusal: where it has a password, is damaged, or no LibreOffice is installed; so do all functions here.
    """
    return _read(content, file_name, ".doc", sentences.old_word)


def read_old_workbook(content: bytes, file_name: str) -> FileContent:
    """Read a file of Excel 97 to 2003 or of WPS."""
    return _read(content, file_name, ".xls", sentences.old_excel)


def read_old_office(content: bytes, file_name: str) -> FileContent:
    """Read another OLE2 file, such as a workbook of Excel 5."""
    is_workbook = any(has_stream(content, name) for name in _OLD_WORKBOOKS)
    return _read(content, file_name, ".xls" if is_workbook else ".doc", sentences.old_office)


def read_rich_text(content: bytes, file_name: str) -> FileContent:
    """Read an RTF file, or a document saved as a single XML file."""
    is_rtf = content.lstrip().startswith(b"{\\rtf")
    is_workbook = not is_rtf and (b"Excel.Sheet" in content[:1000] or _SPREADSHEET in content[:100_000])
    suffix = ".rtf" if is_rtf else ".xls" if is_workbook else ".xml"
    return _read(content, file_name, suffix, sentences.rich_text)


def read_open_document(content: bytes, file_name: str) -> FileContent:
    """Read a text or spreadsheet of OpenDocument."""
    package = ZipPackage(content, file_name)
    if package.claimed_size > LARGEST_CONTENT:
        raise InputRefusal(sentences.too_large(file_name))
    kind, manifest = _part(package, "mimetype"), _part(package, "META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise InputRefusal(sentences.encrypted(file_name))
    return _read(content, file_name, ".ods" if _SPREADSHEET in kind else ".odt", sentences.open_document)


def _part(package: ZipPackage, name: str) -> bytes:
    return package.read(name) if name in package.names else b""


def _read(content: bytes, file_name: str, suffix: str, refusal: Callable[[str], str]) -> FileContent:
    """Convert a file and read what became of it.

    Args:
        content: the file's bytes.
        file_name: its name.
        suffix: the suffix of its format.
        refusal: the sentence that asks the clerk to save it in another format.
    """
    if content.startswith(SIGNATURE) and is_cut_off(content):
        raise InputRefusal(sentences.damaged(file_name))
    is_workbook = suffix in {".xls", ".ods"}
    found = _converted(content, file_name, suffix, is_workbook=is_workbook)
    if found is not None and found.blocks:
        return found
    # Asked only now: Excel locks workbooks whose structure is protected with a password that every program knows.
    is_locked = content.startswith(SIGNATURE) and needs_password(content)
    raise InputRefusal((sentences.encrypted if is_locked else refusal)(file_name))


def _converted(content: bytes, file_name: str, suffix: str, *, is_workbook: bool) -> FileContent | None:
    program = find_office()
    made = convert(program, content, suffix, _WORKBOOK if is_workbook else _WORD) if program else None
    if made is None:
        return None
    return read_workbook(made, file_name) if is_workbook else read_word(made, file_name)
