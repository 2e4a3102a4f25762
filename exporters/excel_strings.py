"""The workbook's table of shared strings, as office programs write it; openpyxl would put each text into its cell."""

import re
from collections.abc import Mapping

from lxml import etree
from openpyxl.xml.constants import (
    ARC_CONTENT_TYPES,
    ARC_SHARED_STRINGS,
    ARC_WORKBOOK_RELS,
    CONTYPES_NS,
    PKG_REL_NS,
    REL_NS,
    SHARED_STRINGS,
    SHEET_MAIN_NS,
)

_MAIN = f"{{{SHEET_MAIN_NS}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def add_strings(parts: dict[str, bytes], strings: Mapping[str, int]) -> None:
    """Add the table to the parts of a workbook.

    Args:
        parts: the parts of the file by their names.
        strings: each text and its number, in the order of the numbers.
    """
    parts[ARC_SHARED_STRINGS] = _table(strings)
    types = etree.fromstring(parts[ARC_CONTENT_TYPES])
    entry = {"PartName": f"/{ARC_SHARED_STRINGS}", "ContentType": SHARED_STRINGS}
    etree.SubElement(types, f"{{{CONTYPES_NS}}}Override", entry)
    parts[ARC_CONTENT_TYPES] = as_part(types)
    relations = etree.fromstring(parts[ARC_WORKBOOK_RELS])
    link = {"Type": f"{REL_NS}/sharedStrings", "Target": "sharedStrings.xml", "Id": f"rId{len(relations) + 1}"}
    etree.SubElement(relations, f"{{{PKG_REL_NS}}}Relationship", link)
    parts[ARC_WORKBOOK_RELS] = as_part(relations)


def as_part(root: etree._Element) -> bytes:
    """Return a part of a document as its file holds it."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _table(strings: Mapping[str, int]) -> bytes:
    root = etree.fromstring(f'<sst xmlns="{SHEET_MAIN_NS}" uniqueCount="{len(strings)}"/>')
    for text in strings:
        target = etree.SubElement(etree.SubElement(root, f"{_MAIN}si"), f"{_MAIN}t")
        target.set(_SPACE, "preserve")
        # A workbook takes _x0041_ for the letter A unless its first mark is written in the same way.
        target.text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return as_part(root)
