"""The sheet 与上年对比: every figure beside last year's, with the change and its rate computed on the sheet."""

from collections.abc import Iterator

from openpyxl.workbook import Workbook

from exporters.excel_cells import CellContent, SheetContent, number, prose, words
from exporters.excel_formulas import address, linked, ranges
from exporters.excel_review_sheet import finish_sheet, put_line, put_row, start_sheet
from exporters.excel_styles import Look, Style
from exporters.excel_words import in_one_cell, sheet_title
from models.cell_value import BLANK, CellValue, Number
from models.comparison import compared_year, figure_of, name_of, year_on_year
from models.form import Cell, CellName, Form, Table
from models.formulas import plain
from models.report import LastYear, Report
from models.totals import typed_cells_in

NAME = "与上年对比"

_COLUMNS = {"项目": 26.0, "栏目": 19.0, "本年": 10.0, "上年": 10.0, "增减": 9.0, "增减率（%）": 12.0}
"""What stands above each column, and its width in digits: together the paper's."""
_WIDTHS = tuple(_COLUMNS.values())
_NO_RATE = "—"
_CHANGE_FORMAT, _RATE_FORMAT = "+General;-General;0", "+0.0;-0.0;0.0"


def add_comparison_sheet(workbook: Workbook, report: Report) -> SheetContent | None:
    """Append the sheet and return what stands on it; None where no figure of last year is known."""
    last = compared_year(report)
    if last is None or not last.cells:
        return None
    into = start_sheet(workbook, NAME, _note(last), _WIDTHS)
    put_row(into, [words(Style.HEADER, name) for name in _COLUMNS], _WIDTHS)
    for table in report.form.tables:
        title = report.form.section(table.key).title or table.name
        put_line(into, words(Style.CHECKED, title), _WIDTHS)
        for cell in table.cells.values():
            put_row(into, list(_row(report, last, table, cell, len(into.heights) + 1)), _WIDTHS)
    finish_sheet(into, report)
    return into


def _note(last: LastYear) -> str:
    older = "，该报告为较早的格式，只列有对应栏目的数" if last.form else ""
    return f"本年数随各表变动，上年数取自{name_of(last)}{older}；不知道的留空，上年为 0 的不算增减率。"


def _row(report: Report, last: LastYear, table: Table, cell: Cell, row: int) -> Iterator[CellContent]:
    years = year_on_year(report, cell.name)
    yield from (words(Style.STUB, name) for name in _names(cell))
    yield _linked_figure(_shown(report, cell.name), _link(report.form, table, cell))
    yield _figure(last.cells.get(cell.name, BLANK))
    known = [f'OR(ISNUMBER({column}{row}),{column}{row}="/")' for column in "CD"]
    change = f'IF(AND({",".join(known)}),N(C{row})-N(D{row}),"")'
    yield _result(_CHANGE_FORMAT, change, "" if years.change is None else plain(years.change))
    rate = f'IF(E{row}="","",IF(N(D{row})=0,"{_NO_RATE}",ROUND(E{row}/N(D{row})*100,1)))'
    if years.change is not None and years.rate is None:
        yield CellContent(Look(Style.RESULT, _RATE_FORMAT), words=_NO_RATE, formula=rate)
    else:
        yield _result(_RATE_FORMAT, rate, "" if years.rate is None else plain(years.rate))


def _names(cell: Cell) -> tuple[str, str]:
    """Return what a cell's row and column are called; the column's upper labels stand for a row without a name."""
    unit = f"（{cell.unit}）" if cell.unit else ""
    if cell.row_path:
        return cell.row_name, cell.column_name + unit
    *upper, column = cell.column_path
    return "·".join(label.name for label in upper), column.text + unit


def _result(number_format: str, formula: str, value: str) -> CellContent:
    return CellContent(Look(Style.RESULT, number_format), number=value, formula=formula)


def _shown(report: Report, name: CellName) -> CellValue:
    """Return what is shown of this year: a total of nothing but blanks is blank, as they are."""
    return report.value(name) if figure_of(report, name) is not None else report.cells.get(name, BLANK)


def _figure(value: CellValue) -> CellContent:
    return number(Style.RESULT, value.value) if isinstance(value, Number) else prose(Style.RESULT, _words(value))


def _linked_figure(value: CellValue, formula: str) -> CellContent:
    # Its number format shows any decimals: those of the figure typed into the table tomorrow too.
    if isinstance(value, Number):
        return _result("General", formula, plain(value.value))
    return CellContent(Look(Style.RESULT), words=_words(value), formula=formula)


def _words(value: CellValue) -> str:
    return in_one_cell(str(value))


def _link(form: Form, table: Table, cell: Cell) -> str:
    """Return the formula that shows a cell of a table's sheet, blank where that is or all that a total consists of."""
    title = sheet_title(table.name)
    source = linked(title, address(cell.place))
    if cell.name not in form.sums:
        return f'IF({source}="","",{source})'
    blocks = [
        linked(title, each) for each in ranges(form.cells[name].place for name in typed_cells_in(form, cell.name))
    ]
    counts = "".join(f'+COUNTIF({block},"/")' for block in blocks)
    return f'IF(COUNT({",".join(blocks)}){counts}=0,"",{source})'
