"""Documents in force, and documents that not every agency can make."""

import re
from collections.abc import Iterator
from decimal import Decimal

from models.cell_value import BLANK, Number, Unreadable, number_of
from models.checks.years import as_written
from models.comparison import compared_year, is_known, name_of
from models.finding import Finding, Severity
from models.form import InForce, Reserved
from models.formulas import plain
from models.report import LastYear, Report

_NUMBER = re.compile(r"\d+")


def find_in_force_breaks(report: Report) -> Iterator[Finding]:
    """Find documents in force that last year's, those issued and those repealed do not account for.

    A remark that tells of as many revised or expired documents accounts for the rest.
    """
    last = compared_year(report)
    if last is None:
        return
    for each in _documents(report):
        before = last.cells.get(each.in_force, BLANK)
        gap = in_force_gap(report, each, last)
        if is_known(before) and gap and _is_readable(report, each) and not _is_explained(report, each, abs(gap)):
            message = _unaccounted(report, each, last, gap)
            yield Finding("in-force", Severity.WARNING, message, (each.in_force,), (each.issued, each.repealed))


def find_too_few_in_force(report: Report) -> Iterator[Finding]:
    """Find fewer documents in force than this year alone has added."""
    for each in _documents(report):
        issued, in_force = report.number(each.issued), report.number(each.in_force)
        if _is_readable(report, each) and (in_force < _added(report, each) or (issued > 0 and not in_force)):
            message = (
                f"{_titles(report, each)} {as_written(report, each.in_force)}，"
                f"而本年制发 {as_written(report, each.issued)}、废止 {as_written(report, each.repealed)}，"
                "现行有效件数一般不会这样少，请核对"
            )
            yield Finding("in-force-too-small", Severity.INFO, message, (each.in_force,), (each.issued, each.repealed))


def find_reserved_documents(report: Report) -> Iterator[Finding]:
    """Find documents of an agency that by its name cannot make them: 规章 of a county, a bureau, a town.

    Source: 《中华人民共和国立法法》, on who makes 规章.
    """
    for table in report.form.tables:
        for each in table.reserved:
            cells = tuple(name for name in each.cells if report.number(name) > 0)
            if cells and each.others.search(report.head.agency):
                yield Finding("regulations-by-whom", Severity.WARNING, _cannot_make(report, each, cells), cells)


def in_force_gap(report: Report, each: InForce, last: LastYear) -> Decimal:
    """Return how many documents are in force beyond last year's and those this year has added."""
    return report.number(each.in_force) - number_of(last.cells.get(each.in_force, BLANK)) - _added(report, each)


def in_force_in_numbers(report: Report, each: InForce, last: LastYear) -> str:
    """Return how many documents should be in force, in numbers: 2023年报告 22＋本年制发 3－本年废止 1＝24."""
    issued, repealed = report.number(each.issued), report.number(each.repealed)
    before = Number(number_of(last.cells.get(each.in_force, BLANK)))
    expected = before.value + issued - repealed
    return f"{name_of(last)} {before}＋本年制发 {plain(issued)}－本年废止 {plain(repealed)}＝{plain(expected)}"


def _documents(report: Report) -> Iterator[InForce]:
    for table in report.form.tables:
        yield from table.in_force


def _added(report: Report, each: InForce) -> Decimal:
    return report.number(each.issued) - report.number(each.repealed)


def _is_readable(report: Report, each: InForce) -> bool:
    names = (each.issued, each.repealed, each.in_force)
    return not any(isinstance(report.value(name), Unreadable) for name in names)


def _is_explained(report: Report, each: InForce, gap: Decimal) -> bool:
    names = (each.issued, each.repealed, each.in_force)
    numbers = [Decimal(number) for name in names for number in _NUMBER.findall(report.remark(name))]
    return gap in {*numbers, sum(numbers)}


def _unaccounted(report: Report, each: InForce, last: LastYear, gap: Decimal) -> str:
    return (
        f"{_titles(report, each)} {as_written(report, each.in_force)}，按{in_force_in_numbers(report, each, last)}，"
        f"差 {plain(abs(gap))}；请核对，因修订、自然失效等不相等的写明理由"
    )


def _titles(report: Report, each: InForce) -> str:
    return report.form.cells[each.in_force].title


def _cannot_make(report: Report, each: Reserved, cells: tuple[str, ...]) -> str:
    figures = "、".join(f"{report.form.cells[name].column_name} {report.value(name)}" for name in cells)
    return (
        f"{each.what}：{figures}，而{each.what}只由{each.makers}制定；"
        f"请核对“{report.head.agency}”是否把规章制度或规范性文件填成了{each.what}"
    )
