"""The sheet 图表: the form's charts, each beside the figures it is drawn from, which follow the tables."""

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.workbook import Workbook

from exporters.excel_cells import SheetContent, number, prose, put, words
from exporters.excel_charts import Figures, add_chart
from exporters.excel_formulas import linked, ranges
from exporters.excel_metrics import PORTRAIT_WIDTH, ROW_HEIGHT, keep_together, set_up_page
from exporters.excel_review_sheet import start_sheet
from exporters.excel_styles import Style
from exporters.excel_words import in_one_cell, sheet_title, title_lines
from models.chart import Chart
from models.charted import Bar, bars_of, drawn_charts
from models.form import CellName, Form, Place
from models.report import Report

NAME = "图表"

_TABLE_WIDTHS = (15.0, 10.0, 10.0, 2.0)
_WIDTHS = (*_TABLE_WIDTHS, PORTRAIT_WIDTH - sum(_TABLE_WIDTHS))
"""Of names, figures of two years, a gap, and the charts."""
_ROWS = 9
"""Rows that a chart covers at least; an empty one sets it apart from the next."""
_NOTE = "图中的本年数随各表变动。"


def add_charts_sheet(workbook: Workbook, report: Report) -> SheetContent | None:
    """Append the sheet and return what stands on it; None where the report has figures for none of the charts."""
    charts = drawn_charts(report)
    if not charts:
        return None
    into = start_sheet(workbook, NAME, _NOTE, _WIDTHS)
    starts: list[int] = []
    for chart in charts:
        starts.append(len(into.heights) - bool(starts))
        _put_chart(into, report, chart)
    set_up_page(into.sheet, "".join(title_lines(report)), height=sum(into.heights))
    keep_together(into.sheet, into.heights, starts)
    return into


def _put_chart(into: SheetContent, report: Report, chart: Chart) -> None:
    bars = bars_of(report, chart)
    figures = Figures(Place(len(into.heights), 0), [bar.name for bar in bars], _columns(report, chart, bars))
    put(into, figures.head, words(Style.HEADER, "项目"))
    for column, (name, _) in enumerate(figures.columns, 1):
        put(into, Place(figures.head.row, column), words(Style.HEADER, name))
    for row, bar in enumerate(bars, figures.head.row + 1):
        _put_bar(into, report.form, chart, bar, row)
    rows = max(len(bars) + 1, _ROWS)
    into.heights.extend([ROW_HEIGHT] * (rows + 1))
    add_chart(into.sheet, chart, figures, Place(figures.head.row, len(_TABLE_WIDTHS), rows))


def _columns(report: Report, chart: Chart, bars: Sequence[Bar]) -> list[tuple[str, list[Decimal | None]]]:
    year = report.head.year
    this = f"{year}年" if year else "本年", [bar.years.now for bar in bars]
    last = f"{year - 1}年" if year else "上年", [bar.years.before for bar in bars]
    return [last, this] if chart.is_yearly else [this]


def _put_bar(into: SheetContent, form: Form, chart: Chart, bar: Bar, row: int) -> None:
    put(into, Place(row, 0), prose(Style.STUB, in_one_cell(bar.name)))
    if chart.is_yearly:
        before = bar.years.before
        put(into, Place(row, 1), words(Style.RESULT, "") if before is None else number(Style.RESULT, before))
    formula = _sum_formula(form, chart.items[bar.name])
    put(into, Place(row, 1 + chart.is_yearly), number(Style.RESULT, bar.years.now or Decimal(0), formula))


def _sum_formula(form: Form, names: Sequence[CellName]) -> str:
    blocks = [
        linked(sheet_title(table.name), block)
        for table in form.tables
        for block in ranges(table.cells[name].place for name in names if name in table.cells)
    ]
    return f"SUM({','.join(blocks)})"
