"""The sheet of running text: title, headings and paragraphs, one a row of column A."""

from typing import NamedTuple

from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

from exporters.excel_cells import SheetContent, prose, put
from exporters.excel_metrics import TEXT_WIDTH, rows_for, set_up_page, set_widths, text_height
from exporters.excel_styles import HEADING_POINTS, TEXT_POINTS, TITLE_POINTS, Style
from exporters.excel_words import TEXT_SHEET, pieces, sheet_title, title_lines, writable
from models.form import Content, Place, Section
from models.report import Report
from models.texts import paragraphs

_POINTS = {Style.TITLE: TITLE_POINTS, Style.HEADING: HEADING_POINTS, Style.TEXT: TEXT_POINTS}
_SPACE = {Style.TITLE: 8.0, Style.HEADING: 6.0, Style.TEXT: 0.0}
"""Points between a line and its neighbours."""


class TextSheet(NamedTuple):
    """What stands on the sheet, and by section the rows (from 0) of its heading and of each paragraph.

    A section without a heading begins with the row that its first paragraph has or would have.
    """

    content: SheetContent
    rows: dict[str, list[int]]


def add_text_sheet(workbook: Workbook, report: Report) -> TextSheet:
    """Turn a new workbook's only sheet into that of running text; headings of tables lead to their sheets."""
    into = SheetContent(workbook.worksheets[0])
    into.sheet.title = TEXT_SHEET
    for line in title_lines(report):
        _put_line(into, Style.TITLE, line)
    rows: dict[str, list[int]] = {}
    for section in report.form.sections:
        rows[section.key] = [len(into.heights)]
        if section.title:
            _link(into, report, section)
            _put_line(into, Style.HEADING, section.title)
        for paragraph in paragraphs(report.text(section.key)):
            rows[section.key].append(len(into.heights))
            _put_line(into, Style.TEXT, paragraph)
    columns = 1 + max(column for _, column in into.cells)
    set_widths(into.sheet, [TEXT_WIDTH] * columns)
    set_up_page(into.sheet, "")
    into.sheet.sheet_view.tabSelected = True
    into.sheet.page_setup.fitToWidth = columns
    return TextSheet(into, rows)


def _put_line(into: SheetContent, style: Style, text: str) -> None:
    """Write a line into a row, or over several merged rows where one cannot be high enough."""
    height = text_height(text, TEXT_WIDTH, _POINTS[style]) + _SPACE[style]
    rows = rows_for(height)
    for column, piece in enumerate(pieces(writable(text))):
        place = Place(len(into.heights), column, rows)
        put(into, place, prose(style, piece))
    into.heights.extend([height / rows] * rows)


def _link(into: SheetContent, report: Report, section: Section) -> None:
    if section.content is Content.TABLE:
        title = sheet_title(report.form.table(section.key).name)
        link = Hyperlink(ref="", location=f"'{title}'!A1", tooltip=f"见工作表“{title}”")
        into.sheet.cell(len(into.heights) + 1, 1).hyperlink = link
