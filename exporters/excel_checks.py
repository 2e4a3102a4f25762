"""The lines below a table that show its balances: the live difference of each, 0 where it holds."""

from collections.abc import Sequence

from exporters.excel_cells import SheetContent, number, put, words
from exporters.excel_formulas import gap_formula, gap_terms, on_sheet
from exporters.excel_metrics import ROW_HEIGHT, column_widths, text_height
from exporters.excel_rules import mark_broken_balance
from exporters.excel_styles import NOTE_POINTS, Style
from models.form import Balance, Place, Table
from models.formulas import side_total
from models.report import Report

CHECK = "勾稽核对"
"""Every line below the grid begins with it: a reader knows by it what is no part of the form."""

GAP_HEIGHT = 8.0
"""Points of the empty row that sets the lines apart from the grid."""

_NOTE = f"{CHECK}说明：某列不为 0 时，该列等式左边各格标为橙色，右边各格标为蓝色。"


def put_checks(into: SheetContent, report: Report, table: Table) -> None:
    """Write the differences below the grid, each in its balance's column.

    Balances over the same rows of the form stand in one line. A table without balances gets none.
    """
    if not table.balances:
        return
    top = len(into.heights)
    into.heights.append(GAP_HEIGHT)
    for equation, balances in _lines(table):
        _put_label(into, table, equation, balances)
        row = table.row_count + len(into.heights) - top - 1
        for balance in balances:
            gap = _below(table, balance, row)
            formula = gap_formula(table, balance)
            put(into, on_sheet(gap), number(Style.CHECK, side_total(report, gap_terms(balance)), formula))
            mark_broken_balance(into.sheet, table, balance, gap)
    put(into, Place(len(into.heights), 0, 1, table.column_count), words(Style.NOTE, _NOTE))
    into.heights.append(text_height(_NOTE, sum(column_widths(table)), NOTE_POINTS))


def _lines(table: Table) -> list[tuple[str, list[Balance]]]:
    """Return what each line computes, in symbols, and the balances that stand in it."""
    lines: dict[tuple[str, tuple[int, ...]], list[Balance]] = {}
    for balance in table.balances:
        rows = tuple(table.cells[name].place.row for name in balance.cells)
        lines.setdefault((_equation(table, balance), rows), []).append(balance)
    return [(equation, balances) for (equation, _), balances in lines.items()]


def _equation(table: Table, balance: Balance) -> str:
    parts = []
    for term in gap_terms(balance):
        cell = table.cells[term.cell]
        parts.append(("＋" if term.sign > 0 else "－") + (cell.row_symbol or cell.title))
    return "".join(parts).removeprefix("＋")


def _put_label(into: SheetContent, table: Table, equation: str, balances: Sequence[Balance]) -> None:
    """Write what is computed into the stub, or into a row of its own where the table has no stub."""
    text = f"{CHECK}（{equation}，应为 0）"
    stub = min(_below(table, balance, 0).column for balance in balances)
    put(into, Place(len(into.heights), 0, 1, stub or table.column_count), words(Style.CHECK_LABEL, text))
    width = sum(column_widths(table)[: stub or None])
    into.heights.append(max(ROW_HEIGHT, text_height(text, width, NOTE_POINTS)))
    if not stub:
        into.heights.append(ROW_HEIGHT)


def _below(table: Table, balance: Balance, row: int) -> Place:
    """Return where a row of the grid meets the column of a balance's first cell."""
    place = table.cells[balance.cells[0]].place
    return Place(row, place.column, 1, place.column_span)
