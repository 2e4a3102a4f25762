"""The lines below a table that show its balances and totals: the live difference of each, 0 where it holds."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporters.excel_cells import SheetContent, number, put, words
from exporters.excel_check_column import has_check_column
from exporters.excel_formulas import difference_formula, gap_terms, on_sheet, total_terms
from exporters.excel_metrics import ROW_HEIGHT, column_widths, text_height
from exporters.excel_rules import mark_broken_balances, mark_wrong_totals
from exporters.excel_styles import NOTE_POINTS, Style
from exporters.excel_words import CHECK
from models.form import Balance, Place, Table, Term
from models.formulas import side_total
from models.report import Report

GAP_HEIGHT = 8.0
"""Points of the empty row that sets the lines apart from the grid."""

_NOTE = f"{CHECK}说明：某列不为 0 时，该列等式左边各格标为橙色，右边各格标为蓝色。"


class _Difference(NamedTuple):
    """A difference that should be 0: what it computes in symbols, its terms, and the balance it belongs to."""

    equation: str
    terms: tuple[Term, ...]
    balance: Balance | None = None


def put_checks(into: SheetContent, report: Report, table: Table) -> None:
    """Write the differences below the grid, each in the column of its balance or total.

    What is computed from the same rows of the form stands in one line. A table without balances and totals gets none.
    """
    lines = _lines(table)
    top = len(into.heights)
    into.heights.extend([GAP_HEIGHT] if lines else [])
    for line in lines:
        _put_label(into, table, line)
        row = table.row_count + len(into.heights) - top - 1
        for difference in line:
            gap = _below(table, difference, row)
            formula = difference_formula(table, difference.terms)
            put(into, on_sheet(gap), number(Style.CHECK, side_total(report, difference.terms), formula))
        _mark(into, table, line, row)
    if table.balances:
        put(into, Place(len(into.heights), 0, 1, table.column_count), words(Style.NOTE, _NOTE))
        into.heights.append(text_height(_NOTE, sum(column_widths(table)), NOTE_POINTS))


def _lines(table: Table) -> list[list[_Difference]]:
    """Return the differences line by line."""
    lines: dict[tuple[str, tuple[int, ...]], list[_Difference]] = {}
    for difference in _differences(table):
        rows = tuple(table.cells[term.cell].place.row for term in difference.terms)
        lines.setdefault((difference.equation, rows), []).append(difference)
    return list(lines.values())


def _differences(table: Table) -> Iterator[_Difference]:
    for balance in table.balances:
        yield _Difference(_equation(table, balance), gap_terms(balance), balance)
    for each in table.sums:
        if not (each.along_row and has_check_column(table)):
            cell = table.cells[each.total]
            symbol = cell.column_symbol if each.along_row else cell.row_symbol or cell.title
            yield _Difference(f"{symbol}－各项之和", total_terms(each))


def _mark(into: SheetContent, table: Table, line: Sequence[_Difference], row: int) -> None:
    gaps = {_below(table, difference, row): difference.balance for difference in line}
    balances = {gap: balance for gap, balance in gaps.items() if balance}
    if balances:
        mark_broken_balances(into.sheet, table, balances)
    else:
        mark_wrong_totals(into.sheet, [table.cells[each.terms[0].cell].place for each in line], list(gaps))


def _equation(table: Table, balance: Balance) -> str:
    parts = []
    for term in gap_terms(balance):
        cell = table.cells[term.cell]
        parts.append(("＋" if term.sign > 0 else "－") + (cell.row_symbol or cell.title))
    return "".join(parts).removeprefix("＋")


def _put_label(into: SheetContent, table: Table, line: Sequence[_Difference]) -> None:
    """Write what is computed left of the differences, or into a row of its own where they leave no room."""
    text = f"{CHECK}（{line[0].equation}，应为 0）"
    stub = min(_below(table, difference, 0).column for difference in line)
    put(into, Place(len(into.heights), 0, 1, stub or table.column_count), words(Style.CHECK_LABEL, text))
    width = sum(column_widths(table)[: stub or None])
    into.heights.append(max(ROW_HEIGHT, text_height(text, width, NOTE_POINTS)))
    if not stub:
        into.heights.append(ROW_HEIGHT)


def _below(table: Table, difference: _Difference, row: int) -> Place:
    """Return where a row of the grid meets the column of a difference's first cell."""
    place = table.cells[difference.terms[0].cell].place
    return Place(row, place.column, 1, place.column_span)
