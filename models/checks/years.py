"""This year's figures against last year's report: carried over, in force, ten times as large."""

from collections.abc import Iterator
from decimal import Decimal

from models.cell_value import BLANK, Blank, Number, Unreadable, number_of
from models.comparison import compared_year, is_known, name_of
from models.finding import Finding, Severity
from models.form import CarryOver, Cell, CellKind, CellName, Table
from models.formulas import plain
from models.report import LastYear, Report

_JUMP = 10
"""As many times last year's figure is worth a look."""
_FEWEST = 100
"""A count below it may well be ten times last year's."""
_UNITS_MIXED_UP = 5_000
"""Times from which 元 must have been taken for 万元, of which one has 10,000."""


def find_carry_over_breaks(report: Report) -> Iterator[Finding]:
    """Find what is not carried in as last year's report carried it out; a total graver than its columns.

    Source: 二、上年结转 and 四、结转下年度继续办理 of 表三, 国办公开办函〔2021〕30号.
    """
    last = compared_year(report)
    if last is None:
        return
    for table in report.form.tables:
        totals = [pair for pair in table.carried_totals if _differs(report, last, pair)]
        hint = "" if totals else _wrong_column(last, table)
        for pair in table.carry_over:
            if _differs(report, last, pair):
                yield _not_carried(report, last, pair, Severity.WARNING, hint)
        for pair in totals:
            yield _not_carried(report, last, pair, Severity.ERROR)


def find_jumps(report: Report) -> Iterator[Finding]:
    """Find figures that are ten times last year's, or a tenth of them: 元 may have been taken for 万元."""
    last = compared_year(report)
    if last is None:
        return
    for table in report.form.tables:
        for name in table.steady:
            cell, now, before = report.form.cells[name], report.number(name), number_of(last.cells.get(name, BLANK))
            if _is_jump(cell, now, before):
                yield Finding("scale-jump", Severity.INFO, _jumped(cell, now, before, last), left=(name,))


def as_written(report: Report, name: CellName) -> str:
    """Return a figure as sentences quote it, a blank and a total of nothing but blanks by that word."""
    value = report.known_value(name)
    return "未填" if isinstance(value, Blank) else str(value)


def _differs(report: Report, last: LastYear, pair: CarryOver) -> bool:
    source, target = last.cells.get(pair.source, BLANK), report.value(pair.target)
    return is_known(source) and not isinstance(target, Unreadable) and number_of(source) != number_of(target)


def _not_carried(report: Report, last: LastYear, pair: CarryOver, severity: Severity, hint: str = "") -> Finding:
    source, target = report.form.cells[pair.source], report.form.cells[pair.target]
    before = last.cells[pair.source]
    gap = abs(number_of(before) - report.number(pair.target))
    message = (
        f"{target.title}：本年 {as_written(report, pair.target)}，{name_of(last)}“{source.row_name}”为 {before}，"
        f"差 {plain(gap)}{hint}；请核对，确有原因的写明理由"
    )
    return Finding("carry-over", severity, message, left=(pair.target,))


def _wrong_column(last: LastYear, table: Table) -> str:
    """Return what it suggests that columns differ although the total is the same."""
    hint = next((balance.opposite_hint for balance in table.balances if balance.opposite_hint), "")
    is_same = any(is_known(last.cells.get(pair.source, BLANK)) for pair in table.carried_totals)
    return f"，而总计相符，{hint}" if hint and is_same else ""


def _is_jump(cell: Cell, now: Decimal, before: Decimal) -> bool:
    less, more = sorted((now, before))
    return less > 0 and more >= less * _JUMP and (cell.kind is CellKind.AMOUNT or more >= _FEWEST)


def _jumped(cell: Cell, now: Decimal, before: Decimal, last: LastYear) -> str:
    less, more = sorted((now, before))
    times = f"{more / less:.0f}"
    relation = f"是去年的 {times} 倍" if now > before else f"只有去年的 1/{times}"
    message = f"{cell.title}：本年 {Number(now)}{cell.unit}，{name_of(last)} {Number(before)}{cell.unit}，{relation}"
    if not cell.unit:
        return f"{message}；请核对是否多写或漏写了数位"
    doubt = "很可能是按元填写的，请核对" if more / less >= _UNITS_MIXED_UP else "请核对是否按元填写了"
    return f"{message}；本栏以{cell.unit}计，{doubt}"
