"""Opening a workbook safely: what would exhaust the memory is refused before openpyxl unpacks it."""

import re
import warnings
import zlib
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

import openpyxl
from defusedxml.ElementTree import fromstring
from lxml.etree import XMLSyntaxError
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook

from importers.excel_formulas import Position
from importers.sentences import damaged, too_large
from models.errors import InputRefusal

LARGEST_CONTENT = 128 * 2**20
"""Bytes of all XML parts unpacked; a report takes a few hundred thousand."""
MOST_MERGED_CELLS = 500_000

_XML = (".xml", ".rels", ".vml")
_STYLES = "xl/styles.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_BROKEN = (
    BadZipFile, zlib.error, EOFError, XMLSyntaxError, OSError, ArithmeticError,
    AttributeError, LookupError, NotImplementedError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What openpyxl raises over files that other programs cut off or wrote wrongly; it has no exception of its own."""


@dataclass(frozen=True, slots=True)
class OpenWorkbook:
    """A workbook as it was saved.

    Args:
        values: with the values last computed.
        formulas: the formula of each cell that holds one, by the sheet's title and the cell's row and column.
        style_names: names of the cell styles by the number under which cells refer to them.
    """

    values: Workbook
    formulas: Mapping[str, Mapping[Position, str]]
    style_names: Mapping[int, str]


def open_workbook(content: bytes, file_name: str) -> OpenWorkbook:
    """Open a workbook for reading.

    Raises:
        InputRefusal: where the file is damaged or too large.
    """
    try:
        parts = _parts(content, file_name)
        sheets = [part for name, part in parts.items() if _SHEET.fullmatch(name)]
        if sum(_merged_cells(sheet) for sheet in sheets) > MOST_MERGED_CELLS:
            raise InputRefusal(too_large(file_name))
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            # openpyxl warns of extensions that it does not keep, and prints numbers of broken styles.
            warnings.simplefilter("ignore")
            values = openpyxl.load_workbook(BytesIO(content), data_only=True, keep_links=False)
            formulas = _formulas(content) if any(_FORMULA.search(sheet) for sheet in sheets) else {}
        return OpenWorkbook(values, formulas, _style_names(parts.get(_STYLES, b"<none/>")))
    except _BROKEN as error:
        raise InputRefusal(damaged(file_name)) from error


def _parts(content: bytes, file_name: str) -> dict[str, bytes]:
    """Return the parts that are looked at before openpyxl unpacks all."""
    with ZipFile(BytesIO(content)) as package:
        entries = [entry for entry in package.infolist() if entry.filename.endswith(_XML)]
        if sum(entry.file_size for entry in entries) > LARGEST_CONTENT:
            raise InputRefusal(too_large(file_name))
        wanted = (entry for entry in entries if entry.filename == _STYLES or _SHEET.fullmatch(entry.filename))
        return {entry.filename: package.read(entry) for entry in wanted}


def _formulas(content: bytes) -> dict[str, dict[Position, str]]:
    workbook = openpyxl.load_workbook(BytesIO(content), read_only=True)
    return {
        sheet.title: {
            (cell.row, cell.column): str(getattr(cell.value, "text", cell.value))
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f" and cell.row and cell.column
        }
        for sheet in workbook.worksheets
    }


def _style_names(part: bytes) -> dict[int, str]:
    # openpyxl takes the number for a place in the list of names, which holds only where no style is unnamed.
    elements = [each for each in fromstring(part).iter() if each.tag.rpartition("}")[2] == "cellStyle"]
    return {int(each.get("xfId", "0")): each.get("name", "") for each in elements}


def _merged_cells(sheet: bytes) -> int:
    total = 0
    for left, top, right, bottom in _MERGED.findall(sheet):
        width = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
        total += width * (int(bottom) - int(top) + 1)
    return total
