"""Sums and balances told with their numbers: 一(53)＋二(0)＝53."""

from collections.abc import Sequence
from decimal import Decimal

from models.cell_value import Number
from models.form import Cell, CellName, Sum, Term
from models.report import Report
from models.totals import signed_sum


def plain(number: Decimal) -> str:
    """Return a number in plain digits."""
    return str(Number(number))


def side_total(report: Report, terms: Sequence[Term]) -> Decimal:
    """Return the value of one side of a relation."""
    return signed_sum((term, report.number(term.cell)) for term in terms)


def side_in_numbers(report: Report, terms: Sequence[Term], *, along_row: bool = False) -> str:
    """Return one side of a relation with its evaluated numbers: 一(53)＋二(0)＝53."""
    parts: list[str] = []
    for term in terms:
        sign = ("＋" if parts else "") if term.sign > 0 else "－"
        name = _symbol(report.form.cells[term.cell], along_row=along_row)
        parts.append(f"{sign}{name}({plain(report.number(term.cell))})")
    return f"{''.join(parts)}＝{plain(side_total(report, terms))}"


def sum_in_numbers(report: Report, each: Sum) -> str:
    """Return how a total comes about: 自然人(5)＋商业企业(1)＝6; terms of 0 are left out where others remain."""
    counted = [term for term in each.terms if report.number(term.cell)]
    return side_in_numbers(report, counted or each.terms[:1], along_row=each.along_row)


def formulas_of(report: Report, name: CellName) -> list[str]:
    """Return how a total comes about and every balance the cell stands in, in numbers, one a line."""
    form = report.form
    lines = []
    if each := form.sums.get(name):
        lines.append(sum_in_numbers(report, each))
    for balance in form.table_of(name).balances:
        if name in balance.cells:
            left = side_in_numbers(report, balance.left)
            right = side_in_numbers(report, balance.right)
            lines.append(f"{balance.name}：{left}，{right}")
    return lines


def _symbol(cell: Cell, *, along_row: bool) -> str:
    return cell.column_symbol if along_row else cell.row_symbol
