"""The sheet 与上年对比: figures beside last year's, with the change and its rate computed on the sheet."""

from collections.abc import Iterator
from itertools import groupby

from openpyxl.workbook import Workbook

from exporters.excel_cells import CellContent, SheetContent, number, prose, put, words
from exporters.excel_formulas import address, linked, ranges
from exporters.excel_metrics import keep_together
from exporters.excel_review_sheet import HEADER_ROW, finish_sheet, put_line, put_row, start_sheet
from exporters.excel_styles import Look, Style
from exporters.excel_words import in_one_cell, sheet_title
from models.cell_value import BLANK, CellValue, Number, Unreadable
from models.comparison import compared_year, figure_of, name_of, year_on_year
from models.form import Cell, CellName, Form, Place, Table
from models.formulas import plain
from models.report import LastYear, Report
from models.totals import typed_cells_in

NAME = "与上年对比"

_COLUMNS = {"项目": 25.0, "栏目": 19.0, "本年": 10.0, "上年": 10.0, "增减": 11.0, "增减率（%）": 11.0}
"""What stands above each column, and its width in digits: together the paper's."""
_WIDTHS = tuple(_COLUMNS.values())
_NO_RATE = "—"
_NOTHING = "两年都是 0 或没有数。"
_CHANGE_FORMAT, _RATE_FORMAT = "+General;-General;0", "+0.0;-0.0;0.0"


def add_comparison_sheet(workbook: Workbook, report: Report) -> SheetContent | None:
    """Append the sheet and return what stands on it; None where no figure of last year is known."""
    last = compared_year(report)
    if last is None or not last.cells:
        return None
    into = start_sheet(workbook, NAME, _note(last), _WIDTHS)
    put_row(into, [words(Style.HEADER, name) for name in _COLUMNS], _WIDTHS)
    starts = [0]
    for table in report.form.tables:
        starts += _put_table(into, report, last, table)
    finish_sheet(into, report)
    keep_together(into.sheet, into.heights, starts, into.heights[HEADER_ROW - 1])
    return into


def _note(last: LastYear) -> str:
    older = "，该报告为较早的格式，只列有对应栏目的数" if last.form else ""
    return (
        f"本年数随各表变动，上年数取自{name_of(last)}{older}；不知道的留空，上年为 0 的不算增减率。"
        "导出时两年都是 0 或没有数的不列。"
    )


def _put_table(into: SheetContent, report: Report, last: LastYear, table: Table) -> list[int]:
    """Write a table's title, and its figures under the names of their rows; return the rows that can begin a page."""
    starts = [len(into.heights)]
    put_line(into, words(Style.CHECKED, report.form.section(table.key).title or table.name), _WIDTHS)
    told = [cell for cell in table.cells.values() if _tells(report, last, cell.name)]
    for name, cells in groupby(told, lambda cell: _names(cell)[0]):
        top = len(into.heights)
        starts.append(top)
        for cell in cells:
            put_row(into, list(_row(report, last, table, cell, len(into.heights) + 1)), _WIDTHS)
        put(into, Place(top, 0, len(into.heights) - top), words(into.cells[top, 1].look.style, name))
    if not told:
        put_line(into, words(Style.STUB, _NOTHING), _WIDTHS)
    return [starts[0], *starts[2:]]


def _tells(report: Report, last: LastYear, name: CellName) -> bool:
    """Tell whether this year or last year has anything but 0, a blank or "/"."""
    values = _shown(report, name), last.cells.get(name, BLANK)
    return any(value.value if isinstance(value, Number) else isinstance(value, Unreadable) for value in values)


def _row(report: Report, last: LastYear, table: Table, cell: Cell, row: int) -> Iterator[CellContent]:
    years, is_sum = year_on_year(report, cell.name), cell.name in report.form.sums
    label, style = (Style.SUM_LABEL, Style.SUM) if is_sum else (Style.STUB, Style.RESULT)
    yield words(label, "")
    yield words(label, _names(cell)[1])
    yield _linked_figure(style, _shown(report, cell.name), _link(report.form, table, cell))
    yield _figure(style, last.cells.get(cell.name, BLANK))
    known = [f'OR(ISNUMBER({column}{row}),{column}{row}="/")' for column in "CD"]
    change = f'IF(AND({",".join(known)}),N(C{row})-N(D{row}),"")'
    yield _result(Look(style, _CHANGE_FORMAT), change, "" if years.change is None else plain(years.change))
    rate = f'IF(E{row}="","",IF(N(D{row})=0,"{_NO_RATE}",ROUND(E{row}/N(D{row})*100,1)))'
    look = Look(style, _RATE_FORMAT)
    if years.change is not None and years.rate is None:
        yield CellContent(look, words=_NO_RATE, formula=rate)
    else:
        yield _result(look, rate, "" if years.rate is None else plain(years.rate))


def _names(cell: Cell) -> tuple[str, str]:
    """Return what a cell's row and column are called; the column's upper labels stand for a row without a name."""
    unit = f"（{cell.unit}）" if cell.unit else ""
    if cell.row_path:
        return cell.row_name, cell.column_name + unit
    *upper, column = cell.column_path
    return "·".join(label.name for label in upper), column.text + unit


def _result(look: Look, formula: str, value: str) -> CellContent:
    return CellContent(look, number=value, formula=formula)


def _shown(report: Report, name: CellName) -> CellValue:
    """Return what is shown of this year: a total of nothing but blanks is blank, as they are."""
    return report.value(name) if figure_of(report, name) is not None else report.cells.get(name, BLANK)


def _figure(style: Style, value: CellValue) -> CellContent:
    return number(style, value.value) if isinstance(value, Number) else prose(style, _words(value))


def _linked_figure(style: Style, value: CellValue, formula: str) -> CellContent:
    # Its number format shows any decimals: those of the figure typed into the table tomorrow too.
    if isinstance(value, Number):
        return _result(Look(style), formula, plain(value.value))
    return CellContent(Look(style), words=_words(value), formula=formula)


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
