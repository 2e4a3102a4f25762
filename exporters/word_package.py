"""The zip of a Word file: parts, their types and relations (ISO/IEC 29500-2), the same bytes for the same parts."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from exporters.print_blocks import PrintDocument
from exporters.word_xml import element
from models.texts import clean_text

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

_MAIN_NAME = "word/document.xml"
_CORE_NAME = "docProps/core.xml"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FIRST_YEAR, _LAST_YEAR = 1601, 9999
"""Years that Windows and the date format of the properties can tell."""

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip knows: a file's bytes do not tell when it was made."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the main one refers to.

    Args:
        relationship: what the main part calls it.
        kind: what it is, in the words of the standard: `styles`, `footer`.
        file_name: inside the folder `word`.
        root: its content.
        content_type: its type where that is not named after its kind.
    """

    relationship: str
    kind: str
    file_name: str
    root: str
    content_type: str = ""


def package_bytes(main: str, parts: Sequence[Part], document: PrintDocument) -> bytes:
    """Return the content of a .docx file."""
    contents = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            [
                ("rId1", f"{_OFFICE}/officeDocument", _MAIN_NAME),
                ("rId2", f"{_RELATIONS}/metadata/core-properties", _CORE_NAME),
            ]
        ),
        _MAIN_NAME: main,
        "word/_rels/document.xml.rels": _relations(
            [(part.relationship, f"{_OFFICE}/{part.kind}", part.file_name) for part in parts]
        ),
        **{f"word/{part.file_name}": part.root for part in parts},
        _CORE_NAME: _core_properties(document),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, root in contents.items():
            package.writestr(_entry(name), f"{_DECLARATION}{root}".encode())
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, ZIP_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # else it tells Windows from Linux
    return entry


def _content_types(parts: Sequence[Part]) -> str:
    defaults = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
    types = {
        _MAIN_NAME: _WORD_TYPE.format("document.main"),
        **{f"word/{part.file_name}": part.content_type or _WORD_TYPE.format(part.kind) for part in parts},
        _CORE_NAME: _CORE_TYPE,
    }
    return element(
        "Types",
        {"xmlns": _TYPES},
        *(element("Default", {"Extension": suffix, "ContentType": kind}) for suffix, kind in defaults.items()),
        *(element("Override", {"PartName": f"/{name}", "ContentType": kind}) for name, kind in types.items()),
    )


def _relations(relations: Sequence[tuple[str, str, str]]) -> str:
    return element(
        "Relationships",
        {"xmlns": _RELATIONS},
        *(element("Relationship", {"Id": key, "Type": kind, "Target": target}) for key, kind, target in relations),
    )


def _core_properties(document: PrintDocument) -> str:
    texts = {"dc:title": document.title, "dc:creator": document.author, "cp:lastModifiedBy": document.author}
    names = {"xmlns:cp": _CORE, "xmlns:dc": _DUBLIN_CORE, "xmlns:dcterms": _TERMS, "xmlns:xsi": _INSTANCE}
    dated = document.year is not None and _FIRST_YEAR <= document.year <= _LAST_YEAR
    moments = ["dcterms:created", "dcterms:modified"] if dated else []
    return element(
        "cp:coreProperties",
        names,
        *(element(name, {}, escape(clean_text(text))) for name, text in texts.items() if text),
        *(element(name, {"xsi:type": "dcterms:W3CDTF"}, f"{document.year}-12-31T00:00:00Z") for name in moments),
    )
