"""Writing cells into a sheet's XML: numbers as exact text, formulas with their results.

openpyxl rounds numbers to 16 digits and leaves formulas without a value, so that previews,
Protected View and other programs show them empty.
"""

from collections.abc import Mapping
from itertools import groupby

from lxml import etree
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import SHEET_MAIN_NS

from exporters.excel_cells import CellContent, SheetContent
from exporters.excel_formulas import reference
from exporters.excel_strings import as_part
from exporters.excel_styles import Look

_MAIN = f"{{{SHEET_MAIN_NS}}}"
_BEFORE_MERGED = {"sheetData", "sheetProtection"}
"""Parts of a sheet that the schema wants before its merged cells."""


def with_cells(frame: bytes, content: SheetContent, looks: Mapping[Look, int], strings: dict[str, int]) -> bytes:
    """Return a sheet's XML with its cells.

    Args:
        frame: the sheet as openpyxl saved it.
        content: what stands on it.
        looks: the numbers by which the workbook knows the looks of cells.
        strings: the numbers of the texts met so far; new ones are added.
    """
    root = etree.fromstring(frame)
    data, dimension = root.find(f"{_MAIN}sheetData"), root.find(f"{_MAIN}dimension")
    assert data is not None
    assert dimension is not None
    last_row, last_column = (max(each) for each in zip(*content.cells, strict=True))
    dimension.set("ref", f"A1:{get_column_letter(last_column + 1)}{last_row + 1}")
    data[:] = []
    by_row = {row: list(each) for row, each in groupby(sorted(content.cells), key=lambda place: place[0])}
    for row, height in enumerate(content.heights):
        target = etree.SubElement(data, f"{_MAIN}row", r=str(row + 1), ht=f"{height:.2f}", customHeight="1")
        for place in by_row.get(row, ()):
            cell = content.cells[place]
            name = f"{get_column_letter(place[1] + 1)}{row + 1}"
            _fill(etree.SubElement(target, f"{_MAIN}c", r=name, s=str(looks[cell.look])), cell, strings)
    _write_merged(root, content)
    return as_part(root)


def _fill(target: etree._Element, cell: CellContent, strings: dict[str, int]) -> None:
    value = cell.number
    if cell.formula:
        etree.SubElement(target, f"{_MAIN}f").text = cell.formula
        if not value:
            target.set("t", "str")
            value = cell.words
    elif cell.words:
        target.set("t", "s")
        value = str(strings.setdefault(cell.words, len(strings)))
    if value:
        etree.SubElement(target, f"{_MAIN}v").text = value


def _write_merged(root: etree._Element, content: SheetContent) -> None:
    if content.merged:
        merged = etree.Element(f"{_MAIN}mergeCells", count=str(len(content.merged)))
        for place in content.merged:
            etree.SubElement(merged, f"{_MAIN}mergeCell", ref=reference(place))
        before = [part for part in root if etree.QName(part).localname in _BEFORE_MERGED]
        before[-1].addnext(merged)
