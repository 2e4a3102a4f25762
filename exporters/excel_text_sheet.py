"""The sheet of running text: title, headings and paragraphs, one a row of column A."""

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.workbook import Workbook

from exporters.excel_cells import CellContent, SheetContent, prose, put
from exporters.excel_formulas import link_formula
from exporters.excel_metrics import TEXT_WIDTH, keep_together, rows_for, set_up_page, set_widths, text_height
from exporters.excel_styles import HEADING_POINTS, TEXT_POINTS, TITLE_POINTS, Look, Style
from exporters.excel_words import TEXT_SHEET, pieces, sheet_title, title_lines, writable
from models.form import Content, Place, Section
from models.outline import outline_line
from models.report import Report
from models.texts import paragraphs

_POINTS = {Style.TITLE: TITLE_POINTS, Style.HEADING: HEADING_POINTS, Style.TEXT: TEXT_POINTS}
_SPACE = {Style.TITLE: 8.0, Style.HEADING: 6.0, Style.TEXT: 0.0}
"""Points between a line and its neighbours."""
_INDENT = "　　"
"""A cell's own indent would take in all lines of a paragraph."""


class TextSheet(NamedTuple):
    """What stands on the sheet, and by section the rows (from 0) of its heading and of each paragraph.

    A section without a heading begins with the row that its first paragraph has or would have.
    """

    content: SheetContent
    rows: dict[str, list[int]]


class _Line(NamedTuple):
    """A title, heading or paragraph; a heading stays on the page of what stands below it."""

    style: Style
    text: str
    keeps_next: bool = False


def add_text_sheet(workbook: Workbook, report: Report) -> TextSheet:
    """Turn a new workbook's only sheet into that of running text; headings of tables lead to their sheets."""
    into = SheetContent(workbook.worksheets[0])
    into.sheet.title = TEXT_SHEET
    for text in title_lines(report):
        _put_line(into, _Line(Style.TITLE, text))
    rows: dict[str, list[int]] = {}
    starts = [0]
    for section in report.form.sections:
        rows[section.key] = [] if section.title else [len(into.heights)]
        for line in _lines(report, section):
            rows[section.key].append(len(into.heights))
            starts += _put_line(into, line)
            if line.keeps_next:
                starts.pop()
    _link_tables(into, report, rows)
    _set_up(into, starts)
    return TextSheet(into, rows)


def _lines(report: Report, section: Section) -> Iterator[_Line]:
    texts = paragraphs(report.text(section.key))
    if section.title:
        yield _Line(Style.HEADING, section.title, keeps_next=bool(texts))
    for number, text in enumerate(texts, 1):
        line = outline_line(text)
        yield _Line(Style.TEXT, text, keeps_next=number < len(texts) and bool(line.level) and not line.text)


def _put_line(into: SheetContent, line: _Line) -> range:
    """Write a line into a row, or over several merged rows where one cannot be high enough.

    Returns:
        The rows behind each of which a page can end.
    """
    text = _INDENT * (line.style is Style.TEXT) + writable(line.text)
    height = text_height(text, TEXT_WIDTH, _POINTS[line.style]) + _SPACE[line.style]
    top, rows = len(into.heights), rows_for(height)
    for column, piece in enumerate(pieces(text)):
        put(into, Place(top, column, rows), prose(line.style, piece))
    into.heights.extend([height / rows] * rows)
    return range(top + 1, top + rows + 1)


def _link_tables(into: SheetContent, report: Report, rows: dict[str, list[int]]) -> None:
    """Let the headings of tables lead to their sheets.

    LibreOffice shows and prints a cell's link blue, whatever the cell's style says; a formula is as black as its cell.
    """
    for section in report.form.sections:
        if section.content is Content.TABLE and section.title:
            title = sheet_title(report.form.table(section.key).name)
            formula = link_formula(title, writable(section.title))
            heading = CellContent(Look(Style.HEADING), words=writable(section.title), formula=formula)
            into.cells[rows[section.key][0], 0] = heading


def _set_up(into: SheetContent, starts: list[int]) -> None:
    set_widths(into.sheet, [TEXT_WIDTH] * (1 + max(column for _, column in into.cells)))
    set_up_page(into.sheet, "")
    # Where a sheet is shrunk to the paper, office programs may pass over page breaks.
    into.sheet.page_setup.fitToPage = False
    into.sheet.sheet_view.tabSelected = True
    keep_together(into.sheet, into.heights, starts)
