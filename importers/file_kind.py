"""What kind of file it is, told from its content; the extension may lie."""

import re
from enum import Enum, auto
from io import BytesIO
from zipfile import BadZipFile, ZipFile


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
    UNKNOWN = auto()


_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
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
_MAIL_PAGE = re.compile(rb"\A\s*(?:MIME-Version|From):", re.IGNORECASE)
_ENCODINGS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def kind_of(content: bytes) -> FileKind:
    """Tell what kind of file this is the content of."""
    head = content[:_HEAD]
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if _PDF in head[:1024]:
        return FileKind.PDF
    if head.lstrip().startswith((b"{\\rtf", b"<?xml")) and not _HTML.search(head):
        return FileKind.RICH_TEXT
    if _HTML.search(head) or _MAIL_PAGE.match(head):
        return FileKind.WEB_PAGE
    return FileKind.PLAIN_TEXT if _is_text(content) else FileKind.UNKNOWN


def _kind_of_zip(content: bytes) -> FileKind:
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError):
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
