"""表文一致: the figures of the running text against the tables, and what the text says of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from models.cell_value import BLANK, exact_sum, number_of
from models.checks.years import as_written
from models.comparison import compared_year
from models.finding import Finding, Severity
from models.form import CellName
from models.formulas import plain
from models.report import Report
from models.statements import Statement, find_statements
from models.statements.claims import find_refuted_claims
from models.statements.grammar import cells_of, grammar
from models.statements.mention import Rate
from models.statements.statement import is_to_fill

_NAMED = 3
"""Cells of a sum that a sentence names one by one."""


def find_disagreeing(report: Report) -> Iterator[Finding]:
    """Find the figures of the text that are not the tables'; one of a part of them is worth a look only.

    Where all the cells behind a figure are blank, the check of blanks speaks of them.
    """
    for each in find_statements(report):
        if each.is_wrong_in(report):
            yield Finding(
                code="statement",
                severity=Severity.INFO if each.is_scoped else Severity.WARNING,
                message=_disagreement(report, each),
                left=each.cells,
                section=each.section,
                quote=each.quote,
                start=each.start,
            )


def find_contradictions(report: Report) -> Iterator[Finding]:
    """Find sentences that say there is none of what the tables have some."""
    for each in find_refuted_claims(report):
        where = report.form.section(each.section).name
        found = cells_in_numbers(report, each.cells, each.name)
        yield Finding(
            code="contradiction",
            severity=Severity.WARNING,
            message=f"{where}写“{each.quote}”，而{found}，请核对后改正文字或表格",
            left=each.cells,
            section=each.section,
            quote=each.quote,
            start=each.start,
        )


def find_wrong_shares(report: Report) -> Iterator[Finding]:
    """Find percentages that are not the share of the figure they follow, rounded as they are written."""
    for each in shares_in(report):
        if not each.agrees:
            part, rate = plain(each.statement.stated), each.rate.value
            message = f"{part} 占{each.basis} {plain(each.base)} 的 {each.computed}%，文中写 {rate}%"
            yield _about_rate(report, each, "percentage", message)


def find_wrong_changes(report: Report) -> Iterator[Finding]:
    """Find rates and differences against last year that last year's figures do not give."""
    for each in changes_in(report):
        if not each.agrees:
            before, now = plain(each.base), plain(each.statement.stated)
            message = f"去年 {before}，今年 {now}，应为{each.told(each.computed)}，文中写{each.told(each.rate.value)}"
            yield _about_rate(report, each, "year-on-year", message)


# ── sentences ───────────────────────────────────────────────────────────


def _disagreement(report: Report, each: Statement) -> str:
    gap = (each.stated - each.computed).copy_abs()
    found = cells_in_numbers(report, each.cells, each.basis)
    others = "".join(f"；按{name}为 {plain(total)}，也不相符" for name, total in each.alternatives(report).items())
    where = report.form.section(each.section).name
    return f"{where}写“{each.quote}”，{found}，差 {plain(gap)}{others}"


def cells_in_numbers(report: Report, cells: Sequence[CellName], name: str = "") -> str:
    """Return what some cells give: 表三“（七）总计 × 总计”为 3052; without a name the numbers alone: 表三 3052."""
    table, form = report.form.table_of(cells[0]).name, report.form
    numbers = [as_written(report, cell) for cell in cells]
    total = plain(exact_sum([report.number(cell) for cell in cells]))
    if len(cells) > _NAMED:
        return f"{table}“{name}”各格合计为 {total}" if name else f"{table}各格合计 {total}"
    if len(cells) == 1:
        return f"{table}“{form.cells[cells[0]].title}”为 {numbers[0]}" if name else f"{table} {numbers[0]}"
    if name:
        numbers = [f"{form.cells[cell].title}({number})" for cell, number in zip(cells, numbers, strict=True)]
    return f"{table} {'＋'.join(numbers)}＝{total}"


# ── shares and changes ──────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ComputedRate:
    """A share or a change that the text gives, with what the figures give.

    Args:
        statement: the figure it stands behind.
        rate: what the text gives.
        basis: what it is a share of or a change of, as the form names it.
        base: the whole of a share; last year's figure of a change.
        computed: the rate anew, as precisely as the text gives it.
        cells: the cells whose sum the base is.
    """

    statement: Statement
    rate: Rate
    basis: str
    base: Decimal
    computed: Decimal
    cells: tuple[CellName, ...]

    @property
    def agrees(self) -> bool:
        """Whether the text gives what the figures give."""
        return self.rate.value == self.computed

    def told(self, change: Decimal) -> str:
        """Return a change in words: 下降 1.08%."""
        unit = "%" if self.rate.is_percentage else ""
        return f"{'下降' if change < 0 else '增长'} {plain(change.copy_abs())}{unit}"

    def quote_in(self, report: Report) -> str:
        """Return the words of the text, from the figure to the rate behind it."""
        return report.text(self.statement.section)[self.statement.start : self.rate.stop]


def shares_in(report: Report) -> Iterator[ComputedRate]:
    """Yield the percentages of the text that are a share of a figure of the tables, its own row's if none agrees."""
    for each, rate in _rates_in(report):
        if rate.is_percentage and not rate.is_to_last_year:
            bases = grammar(report.head.year).shares.get(each.topic, ())
            cells = {basis.name: cells_of(basis.cells, report.form, each.rows) for basis in bases}
            known = {name: of for name, of in cells.items() if of and not is_to_fill(report, of)}
            wholes = {name: exact_sum([report.number(cell) for cell in of]) for name, of in known.items()}
            shares = {name: _percent(each.stated, whole, rate) for name, whole in wholes.items() if whole}
            if shares:
                usual = next((name for name in shares if _rows(cells[name]) == _rows(each.cells)), next(iter(shares)))
                name = next((name for name, share in shares.items() if share == rate.value), usual)
                yield ComputedRate(each, rate, name, wholes[name], shares[name], cells[name])


def _rows(cells: Iterable[CellName]) -> set[str]:
    return {name.rpartition("/")[0] for name in cells}


def changes_in(report: Report) -> Iterator[ComputedRate]:
    """Yield the changes against last year that the text gives, as far as last year's figures are known."""
    last = compared_year(report)
    for each, rate in _rates_in(report) if last else ():
        if rate.is_to_last_year:
            assert last is not None
            known = {name: of for name, of in each.bases.items() if any(cell in last.cells for cell in of)}
            before = {name: exact_sum([number_of(last.cells.get(c, BLANK)) for c in of]) for name, of in known.items()}
            changes = {name: _change(each.stated, total, rate) for name, total in before.items() if total}
            if changes:
                usual = each.basis if each.basis in changes else next(iter(changes))
                name = next((name for name, change in changes.items() if change == rate.value), usual)
                yield ComputedRate(each, rate, name, before[name], changes[name], known[name])


def _rates_in(report: Report) -> Iterator[tuple[Statement, Rate]]:
    """Yield what is said of right figures; a wrong one says nothing of its share or its change."""
    for each in find_statements(report):
        for rate in each.rates if each.agrees else ():
            yield each, rate


def _about_rate(report: Report, each: ComputedRate, code: str, message: str) -> Finding:
    section, start, quote = each.statement.section, each.statement.start, each.quote_in(report)
    text = f"{report.form.section(section).name}写“{quote}”：{message}"
    return Finding(code, Severity.INFO, text, left=each.cells, section=section, quote=quote, start=start)


def _percent(part: Decimal, whole: Decimal, rate: Rate) -> Decimal:
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-rate.decimals), ROUND_HALF_UP)


def _change(now: Decimal, before: Decimal, rate: Rate) -> Decimal:
    return _percent(now - before, before, rate) if rate.is_percentage else now - before
