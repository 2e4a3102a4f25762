"""表文一致: the figures of the running text against the tables, and what the text says of them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from models.cell_value import exact_sum, number_of
from models.finding import Finding, Severity
from models.form import CellName
from models.formulas import plain
from models.report import LastYear, Report
from models.statements import Statement, find_statements
from models.statements.claims import find_refuted_claims
from models.statements.grammar import cells_of, grammar
from models.statements.mention import Rate

_NAMED = 3
"""Cells of a sum that a sentence names one by one."""


def find_disagreeing(report: Report) -> Iterator[Finding]:
    """Find the figures of the text that are not the tables'; one of a part of them is worth a look only."""
    for each in find_statements(report):
        if not each.agrees:
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
        found = _in_numbers(report, each.cells, each.name)
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
    for each in find_statements(report):
        for rate in each.rates:
            if rate.is_percentage and not rate.is_to_last_year:
                yield from _wrong_share(report, each, rate)


def find_wrong_changes(report: Report) -> Iterator[Finding]:
    """Find rates and differences against last year that last year's figures do not give."""
    if report.last_year is not None:
        for each in find_statements(report):
            for rate in each.rates:
                if rate.is_to_last_year:
                    yield from _wrong_change(report, report.last_year, each, rate)


# ── sentences ───────────────────────────────────────────────────────────


def _disagreement(report: Report, each: Statement) -> str:
    gap = (each.stated - each.computed).copy_abs()
    found = _in_numbers(report, each.cells, each.basis)
    others = "".join(f"；按{name}为 {plain(total)}，也不相符" for name, total in each.alternatives.items())
    where = report.form.section(each.section).name
    return f"{where}写“{each.quote}”，{found}，差 {plain(gap)}{others}"


def _in_numbers(report: Report, cells: tuple[CellName, ...], name: str) -> str:
    """Return what some cells give, as in 表三“（七）总计 × 总计”为 3052."""
    table = report.form.table_of(cells[0]).name
    total = plain(exact_sum([report.number(cell) for cell in cells]))
    if len(cells) > _NAMED:
        return f"{table}“{name}”各格合计为 {total}"
    titles = [report.form.cells[cell].title for cell in cells]
    if len(cells) == 1:
        return f"{table}“{titles[0]}”为 {total}"
    parts = "＋".join(f"{title}({plain(report.number(cell))})" for title, cell in zip(titles, cells, strict=True))
    return f"{table} {parts}＝{total}"


# ── shares and changes ──────────────────────────────────────────────────


def _wrong_share(report: Report, each: Statement, rate: Rate) -> Iterator[Finding]:
    bases = grammar(report.head.year).shares.get(each.topic, ())
    cells = {basis.name: cells_of(basis.cells, report.form, each.rows) for basis in bases}
    wholes = {name: exact_sum([report.number(cell) for cell in of]) for name, of in cells.items() if of}
    shares = {name: _percent(each.stated, whole, rate) for name, whole in wholes.items() if whole}
    if shares and rate.value not in shares.values():
        name = next(iter(shares))
        message = f"{plain(each.stated)} 占{name} {plain(wholes[name])} 的 {shares[name]}%，文中写 {rate.value}%"
        yield replace(_about_rate(report, each, rate, message), code="percentage", left=cells[name])


def _wrong_change(report: Report, last_year: LastYear, each: Statement, rate: Rate) -> Iterator[Finding]:
    known = {name: cells for name, cells in each.bases.items() if any(cell in last_year.cells for cell in cells)}
    before = {name: exact_sum([_last(last_year, cell) for cell in cells]) for name, cells in known.items()}
    changes = {name: _change(each.stated, total, rate) for name, total in before.items() if total}
    if changes and rate.value not in changes.values():
        name = each.basis if each.basis in changes else next(iter(changes))
        unit = "%" if rate.is_percentage else ""
        written, computed = (_as_change(value, unit) for value in (rate.value, changes[name]))
        message = f"去年 {plain(before[name])}，今年 {plain(each.stated)}，应为{computed}，文中写{written}"
        yield replace(_about_rate(report, each, rate, message), code="year-on-year", left=known[name])


def _about_rate(report: Report, each: Statement, rate: Rate, message: str) -> Finding:
    where = report.form.section(each.section).name
    quote = report.text(each.section)[each.start : rate.stop]
    text = f"{where}写“{quote}”：{message}"
    return Finding("", Severity.INFO, text, section=each.section, quote=quote, start=each.start)


def _last(last_year: LastYear, cell: CellName) -> Decimal:
    value = last_year.cells.get(cell)
    return Decimal(0) if value is None else number_of(value)


def _percent(part: Decimal, whole: Decimal, rate: Rate) -> Decimal:
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-rate.decimals), ROUND_HALF_UP)


def _change(now: Decimal, before: Decimal, rate: Rate) -> Decimal:
    return _percent(now - before, before, rate) if rate.is_percentage else now - before


def _as_change(value: Decimal, unit: str) -> str:
    return f"{'下降' if value < 0 else '增长'} {plain(value.copy_abs())}{unit}"
