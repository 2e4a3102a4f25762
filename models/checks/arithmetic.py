"""表内勾稽关系: the balances of the tables, and totals a file states against its own figures."""

from collections.abc import Iterator
from decimal import Decimal

from models.finding import Finding, Severity
from models.form import Balance, Table
from models.formulas import plain, side_in_numbers, side_total, sum_in_numbers
from models.report import Report


def find_unbalanced(report: Report) -> Iterator[Finding]:
    """Find each column where 一＋二 is not （七）＋四; blanks count as 0 and never silence it.

    Source: the note in the corner of 表三, 国办公开办函〔2021〕30号.
    """
    for table in report.form.tables:
        gaps = {balance: _gap(report, balance) for balance in table.balances}
        for balance, gap in gaps.items():
            if gap:
                yield Finding(
                    code="balance",
                    severity=Severity.ERROR,
                    message=_unbalanced(report, balance, gap) + _wrong_applicant(table, balance, gaps),
                    left=tuple(term.cell for term in balance.left),
                    right=tuple(term.cell for term in balance.right),
                )


def find_stated_totals(report: Report) -> Iterator[Finding]:
    """Find totals that a file stated and its own figures contradict."""
    for name, stated in report.stated.items():
        if stated != report.totals[name]:
            each = report.form.sums[name]
            cell = report.form.cells[name]
            yield Finding(
                code="stated-total",
                severity=Severity.ERROR,
                message=f"{cell.title}：原文件写 {plain(stated)}，按明细算得 {sum_in_numbers(report, each)}",
                left=(name,),
                right=tuple(term.cell for term in each.terms),
            )


def _gap(report: Report, balance: Balance) -> Decimal:
    return side_total(report, balance.left) - side_total(report, balance.right)


def _unbalanced(report: Report, balance: Balance, gap: Decimal) -> str:
    left = side_in_numbers(report, balance.left)
    right = side_in_numbers(report, balance.right)
    return f"{balance.name}：{left}，{right}，差 {plain(abs(gap))}"


def _wrong_applicant(table: Table, balance: Balance, gaps: dict[Balance, Decimal]) -> str:
    opposite = [other.name for other in table.balances if gaps[other] == -gaps[balance]]
    return f"；与“{'、'.join(opposite)}”差额相反，可能归错了申请人类别" if opposite else ""
