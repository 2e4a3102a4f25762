"""One sheet a table: the section's title, the statutory grid with live totals, the check of its balances."""

from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel_cells import CellContent, SheetContent, number, put, words
from exporters.excel_check_column import CHECK_COLUMN_WIDTHS, has_check_column, put_check_column
from exporters.excel_checks import GAP_HEIGHT, put_checks
from exporters.excel_formulas import GRID_TOP, address, on_sheet, reference, sum_formula
from exporters.excel_metrics import (
    column_widths,
    fits_on_a_line,
    is_landscape,
    row_heights,
    set_up_page,
    set_widths,
    text_height,
)
from exporters.excel_rules import restrict_entries
from exporters.excel_styles import HEADING_POINTS, TABLE_POINTS, Style
from exporters.excel_words import sheet_title, title_lines, writable
from models.cell_value import Blank, Entry, NotApplicable, Number
from models.form import Band, Cell, LabelCell, Place, Table
from models.report import Report

_REMARK_AUTHOR = "备注"
_REMARK_WIDTH = 220
_REMARK_LINE = 20
_REMARK_CHARACTERS = 13
"""Full-width characters that a line of a remark's box holds."""


def add_table_sheet(workbook: Workbook, report: Report, table: Table) -> SheetContent:
    """Append a table's sheet to the workbook and return what stands on it."""
    into = SheetContent(workbook.create_sheet(sheet_title(table.name)))
    _put_title(into, report, table)
    widths = column_widths(table)
    for band in table.bands:
        for label in band.labels:
            put(into, on_sheet(label.place), words(_label_style(band, label), label.label.text))
    for cell in table.cells.values():
        put(into, on_sheet(cell.place), _entry(report, cell, sum(widths[cell.place.column : cell.place.columns.stop])))
    into.heights.extend(row_heights(table, _texts(report, table), TABLE_POINTS))
    put_checks(into, report, table)
    if has_check_column(table):
        put_check_column(into, table)
    _add_remarks(into.sheet, report, table)
    restrict_entries(into.sheet, table)
    _set_up(into, report, table)
    return into


def _put_title(into: SheetContent, report: Report, table: Table) -> None:
    section = report.form.section(table.key)
    title = section.title or section.name
    put(into, Place(0, 0, 1, table.column_count), words(Style.TABLE_TITLE, title))
    height = text_height(title, sum(column_widths(table)), HEADING_POINTS) + GAP_HEIGHT
    into.heights.extend([height] + [GAP_HEIGHT] * (GRID_TOP - 2))


def _label_style(band: Band, label: LabelCell) -> Style:
    if label.place.row < band.header_rows.stop:
        return Style.HEADER
    return Style.GROUP if label.place.row_span > 1 else Style.STUB


def _entry(report: Report, cell: Cell, width: float) -> CellContent:
    """Return what stands in a cell of this width in digits."""
    value, behind = report.value(cell.name), _remark_behind(report, cell, width)
    if each := report.form.sums.get(cell.name):
        formula = sum_formula(report.form.table_of(cell.name), each)
        return number(Style.TOTAL, report.totals[cell.name], formula, behind)
    if isinstance(value, Number):
        return number(Style.FIGURE, value.value, behind=behind)
    if isinstance(value, Blank | NotApplicable):
        return words(Style.FIGURE, str(value))
    return words(Style.WORDS, str(value), quoted=True)


def _remark_behind(report: Report, cell: Cell, width: float) -> str:
    """Return a figure's remark in brackets where both fit on a line; a longer one is a comment alone."""
    remark = writable(report.remark(cell.name))
    if not remark or '"' in remark:
        return ""
    entry = str(Entry(report.value(cell.name), remark))
    return f"（{remark}）" if fits_on_a_line(entry, width, TABLE_POINTS) else ""


def _texts(report: Report, table: Table) -> list[tuple[Place, str]]:
    labels = [(label.place, label.label.text) for label in table.labels]
    values = [(cell.place, report.value(name)) for name, cell in table.cells.items()]
    return labels + [(place, str(value)) for place, value in values if not isinstance(value, Number)]


def _add_remarks(sheet: Worksheet, report: Report, table: Table) -> None:
    for name, cell in table.cells.items():
        if remark := writable(report.remark(name)):
            lines = len(remark) // _REMARK_CHARACTERS + 2
            comment = Comment(remark, _REMARK_AUTHOR, height=lines * _REMARK_LINE, width=_REMARK_WIDTH)
            sheet[address(cell.place)].comment = comment


def _set_up(into: SheetContent, report: Report, table: Table) -> None:
    """Set widths and paper, and keep header and stub in view on the screen and on every page."""
    sheet = into.sheet
    set_widths(sheet, (*column_widths(table), *CHECK_COLUMN_WIDTHS[: 2 * has_check_column(table)]))
    sheet.print_area = reference(Place(0, 0, len(into.heights), table.column_count))
    set_up_page(sheet, "".join(title_lines(report)), landscape=is_landscape(table), height=sum(into.heights))
    if table.header_rows or table.stub_columns:
        sheet.freeze_panes = address(Place(table.header_rows, table.stub_columns))
    if table.header_rows:
        sheet.print_title_rows = f"{GRID_TOP}:{GRID_TOP + table.header_rows - 1}"
    _lock(sheet)


def _lock(sheet: Worksheet) -> None:
    """Lock what is not typed, without a password; rows and columns may still be made wider, and remarks written."""
    protection = sheet.protection
    protection.sheet, protection.formatRows, protection.formatColumns = True, False, False
