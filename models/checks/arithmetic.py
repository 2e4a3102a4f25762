"""表内勾稽关系: the balances of the tables, and totals a file states against its own figures."""

from collections.abc import Iterator
from decimal import Decimal

from models.cell_value import exact_sum
from models.finding import Finding, Severity
from models.form import Balance
from models.formulas import plain, side_in_numbers, side_total, sum_in_numbers
from models.report import Report
from models.totals import typed_cells_in


def find_unbalanced(report: Report) -> Iterator[Finding]:
    """Find each column whose sides differ: 一＋二 is not （七）＋四; blanks count as 0 and never silence it.

    A column in which nothing stands but what came from last year is not begun yet, and not judged.
    Source: the note in the corner of 表三, 国办公开办函〔2021〕30号.
    """
    for table in report.form.tables:
        gaps = {balance: _gap(report, balance) for balance in table.balances if _is_begun(report, balance)}
        for balance, gap in gaps.items():
            if gap:
                yield Finding(
                    code="balance",
                    severity=Severity.ERROR,
                    message=_unbalanced(report, balance, gap) + _opposite(report, balance, gaps),
                    left=tuple(term.cell for term in balance.left),
                    right=tuple(term.cell for term in balance.right),
                )


def find_stated_totals(report: Report) -> Iterator[Finding]:
    """Find totals that a file stated and its own figures contradict."""
    for name, cell in report.form.cells.items():
        stated = report.stated.get(name)
        if stated is not None and stated != report.totals[name]:
            each = report.form.sums[name]
            yield Finding(
                code="stated-total",
                severity=Severity.ERROR,
                message=f"{cell.title}：原文件写 {plain(stated)}，按明细算得 {sum_in_numbers(report, each)}",
                left=(name,),
                right=tuple(term.cell for term in each.terms),
            )


def _is_begun(report: Report, balance: Balance) -> bool:
    typed = (name for cell in balance.cells for name in typed_cells_in(report.form, cell))
    return any(name in report.cells and name not in report.from_last_year for name in typed)


def _gap(report: Report, balance: Balance) -> Decimal:
    return exact_sum([side_total(report, balance.left), side_total(report, balance.right).copy_negate()])


def _unbalanced(report: Report, balance: Balance, gap: Decimal) -> str:
    left = side_in_numbers(report, balance.left)
    right = side_in_numbers(report, balance.right)
    return f"{balance.name}：{left}，{right}，差 {plain(gap.copy_abs())}"


def _opposite(report: Report, balance: Balance, gaps: dict[Balance, Decimal]) -> str:
    """Name the other columns that are off by the opposite amount; a column of totals only follows from them."""
    names = [
        other.name
        for other, gap in gaps.items()
        if gap == gaps[balance].copy_negate() and not _is_derived(report, other)
    ]
    if not names or _is_derived(report, balance):
        return ""
    hint = f"，{balance.opposite_hint}" if balance.opposite_hint else ""
    return f"；与“{'、'.join(names)}”差额相反{hint}"


def _is_derived(report: Report, balance: Balance) -> bool:
    return report.form.totals.issuperset(balance.cells)
