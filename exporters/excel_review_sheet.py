"""The frame of a sheet for the office's own eyes: what it is, that it is no part of the report, header and rows."""

from collections.abc import Sequence

from openpyxl.workbook import Workbook

from exporters.excel_cells import CellContent, SheetContent, put, words
from exporters.excel_metrics import ROW_HEIGHT, TALLEST_ROW, set_up_page, set_widths, text_height
from exporters.excel_styles import HEADING_POINTS, NOTE_POINTS, TABLE_POINTS, Style
from exporters.excel_words import title_lines
from models.form import Place
from models.report import Report

NO_PART_OF_THE_REPORT = "核对用表，不属于年度报告。"
"""The second row begins with it: a reader knows by it that nothing on the sheet is the report's."""

HEADER_ROW = 3
"""The sheet row of the header, which stays in view and is repeated on every page."""

_POINTS = {Style.TABLE_TITLE: HEADING_POINTS, Style.NOTE: NOTE_POINTS}


def start_sheet(workbook: Workbook, name: str, note: str, widths: Sequence[float]) -> SheetContent:
    """Append a sheet with its name and what is to be known about it.

    Args:
        workbook: the workbook.
        name: what it is called.
        note: what else is to be said besides that it is no part of the report.
        widths: of its columns, in digits.
    """
    into = SheetContent(workbook.create_sheet(name))
    set_widths(into.sheet, widths)
    put_line(into, words(Style.TABLE_TITLE, name), widths)
    put_line(into, words(Style.NOTE, NO_PART_OF_THE_REPORT + note), widths)
    return into


def put_line(into: SheetContent, cell: CellContent, widths: Sequence[float]) -> None:
    """Append a row that is one cell over all columns."""
    put(into, Place(len(into.heights), 0, 1, len(widths)), cell)
    into.heights.append(_height(cell, sum(widths)))


def put_row(into: SheetContent, cells: Sequence[CellContent], widths: Sequence[float]) -> None:
    """Append a row of cells, as high as the longest needs."""
    for column, cell in enumerate(cells):
        put(into, Place(len(into.heights), column), cell)
    into.heights.append(max(_height(cell, width) for cell, width in zip(cells, widths, strict=True)))


def finish_sheet(into: SheetContent, report: Report, *, landscape: bool = False) -> None:
    """Keep the header in view, and set the sheet up for the printer."""
    into.sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    into.sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    set_up_page(into.sheet, "".join(title_lines(report)), landscape=landscape)


def _height(cell: CellContent, width: float) -> float:
    needed = text_height(cell.words, width, _POINTS.get(cell.look.style, TABLE_POINTS))
    return min(max(ROW_HEIGHT, needed), TALLEST_ROW)
