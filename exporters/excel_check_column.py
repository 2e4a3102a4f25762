"""The column beside a table that shows its totals along rows: the live difference of each, 0 where it is right.

The totals are formulas in locked cells. The column says where somebody has unlocked the sheet and typed over one.
"""

from decimal import Decimal

from exporters.excel_cells import SheetContent, number, put, words
from exporters.excel_formulas import difference_formula, on_sheet, total_terms
from exporters.excel_rules import mark_wrong_totals
from exporters.excel_styles import Style
from exporters.excel_words import CHECK
from models.form import Place, Sum, Table

CHECK_COLUMN_WIDTHS = (1.5, 13.0)
"""Digits of the empty column that sets the differences apart from the grid, and of their own."""


def has_check_column(table: Table) -> bool:
    """Tell whether a table's totals along rows have a column beside it: there must be one at most in each row."""
    rows = [table.cells[each.total].place.row for each in _sums(table)]
    return bool(table.header_rows and rows) and len({*rows}) == len(rows)


def put_check_column(into: SheetContent, table: Table) -> None:
    """Write the differences beside the grid, each in the row of its total."""
    column = table.column_count + 1
    sums = _sums(table)
    totals = [table.cells[each.total].place for each in sums]
    symbols = "、".join(dict.fromkeys(table.cells[each.total].column_symbol for each in sums))
    label = f"{CHECK}（{symbols}－各项之和，应为 0）"
    put(into, on_sheet(Place(0, column, table.header_rows)), words(Style.CHECK_LABEL, label))
    gaps = [Place(total.row, column) for total in totals]
    for each, gap in zip(sums, gaps, strict=True):
        put(into, on_sheet(gap), number(Style.CHECK, Decimal(0), difference_formula(table, total_terms(each))))
    mark_wrong_totals(into.sheet, totals, gaps)


def _sums(table: Table) -> list[Sum]:
    return [each for each in table.sums if each.along_row]
