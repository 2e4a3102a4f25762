"""What kind of file it is, told from its content; the extension may lie."""

import re
from enum import Enum, auto

from importers.zip_package import BrokenArchiveError, entries_of


class FileKind(Enum):
    """Kinds of files that are read or refused, each with its own sentence."""

    WORD = auto()
    EXCEL = auto()
    ENCRYPTED = auto()
    DAMAGED = auto()
    OLD_WORD = auto()
    OLD_EXCEL = auto()
    OLD_OFFICE = auto()
    PDF = auto()
    WEB_PAGE = auto()
    PLAIN_TEXT = auto()
    RICH_TEXT = auto()
    OPEN_DOCUMENT = auto()
    FIXED_LAYOUT = auto()
    BINARY_WORKBOOK = auto()
    SLIDES = auto()
    ARCHIVE = auto()
    PICTURE = auto()
    UNKNOWN = auto()


_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_SIGNATURES = (
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0{4}", re.DOTALL), FileKind.PICTURE),
    (re.compile(rb"Rar!\x1a|7z\xbc\xaf|\x1f\x8b"), FileKind.ARCHIVE),
)
_HEAD = 4096
"""Bytes in which a format shows itself."""

_ZIPPED = (
    (r"word/document\d*\.xml", FileKind.WORD),
    (r"xl/workbook\d*\.xml", FileKind.EXCEL),
    (r"xl/workbook\d*\.bin", FileKind.BINARY_WORKBOOK),
    (r"ppt/presentation\d*\.xml", FileKind.SLIDES),
    (r"OFD\.xml", FileKind.FIXED_LAYOUT),
    (r"content\.xml", FileKind.OPEN_DOCUMENT),
)
_STREAMS = (
    ("EncryptedPackage", FileKind.ENCRYPTED),
    ("WordDocument", FileKind.OLD_WORD),
    ("WpsCustomData", FileKind.OLD_WORD),
    ("Workbook", FileKind.OLD_EXCEL),
)
"""Names in the directory of an OLE2 file, as UTF-16."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.IGNORECASE)
_HEADER = rb"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*"
_MAIL_PAGE = re.compile(
    rb"\A\s*(?:%s)*?(?:MIME-Version:|From:|Content-Type:\s*(?:multipart/|text/html))" % _HEADER, re.IGNORECASE
)
"""A page saved in one file: mail headers in any order, one of which only mail or a page has."""
_BYTE_ORDER_MARK = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_ENCODINGS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def kind_of(content: bytes) -> FileKind:
    """Tell what kind of file this is the content of."""
    signed = next((kind for signature, kind in _SIGNATURES if signature.match(content)), None)
    if signed is not None:
        return signed
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    return _kind_by_words(content)


def _kind_by_words(content: bytes) -> FileKind:
    """Tell the kinds that begin with words: PDF, rich text, pages, text."""
    head = _plain_head(content)
    if _PDF in head[:1024]:
        return FileKind.PDF
    if head.lstrip().startswith((b"{\\rtf", b"<?xml")) and not _HTML.search(head):
        return FileKind.RICH_TEXT
    if _HTML.search(head) or _MAIL_PAGE.match(head):
        return FileKind.WEB_PAGE
    return FileKind.PLAIN_TEXT if _is_text(content) else FileKind.UNKNOWN


def _plain_head(content: bytes) -> bytes:
    """Return the beginning without a byte order mark, of UTF-16 the bytes that are ASCII as in any other encoding."""
    head = content[:_HEAD]
    is_wide = head[:2] in _ENCODINGS or head[:2].count(0) == 1
    return _BYTE_ORDER_MARK.sub(b"", head.replace(b"\0", b"") if is_wide else head)


def _kind_of_zip(content: bytes) -> FileKind:
    try:
        entries = entries_of(content)
    except BrokenArchiveError:
        return FileKind.DAMAGED
    if any(entry.flag_bits & 1 for entry in entries):
        return FileKind.ENCRYPTED
    for pattern, kind in _ZIPPED:
        if any(re.fullmatch(pattern, entry.filename) for entry in entries):
            return kind
    return FileKind.ARCHIVE


def _kind_of_ole(content: bytes) -> FileKind:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return kind
    return FileKind.OLD_OFFICE


def _is_text(content: bytes) -> bool:
    for encoding in (_ENCODINGS.get(content[:2], "utf-8"), "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not any(c < " " and not c.isspace() for c in text[:_HEAD])
    return False
