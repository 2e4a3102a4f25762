"""What each check held against what, with the numbers: for the sheet that shows what was checked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from models.cell_value import BLANK
from models.checks.documents import in_force_gap, in_force_in_numbers
from models.checks.statements import ComputedRate, cells_in_numbers, changes_in, shares_in
from models.checks.written_texts import written
from models.checks.years import as_written
from models.comparison import compared_year, is_known, name_of
from models.form import CarryOver, CellName, InForce, Sum
from models.formulas import plain, side_in_numbers, sum_in_numbers
from models.report import LastYear, Report
from models.statements import Statement, find_statements
from models.statements.statement import is_to_fill

HOLDS, AGREES, NO_PROBLEM, NOTHING, TO_FILL = "成立", "相符", "无问题", "—", "表格未填"
"""What the sheet says of a relation, of two figures, of anything else, and where there was nothing to hold."""

Thing = TypeVar("Thing")

_NOT_ASKED = "本格式没有这一项"
_NO_TEXT = "正文没有内容"
_NO_YEAR = "统计年度没有填写"
_NO_AGENCY = "编制机关没有填写"


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that a check held against another, with its numbers.

    Args:
        label: what it is called.
        numbers: both sides in numbers.
        result: what is said of it where the check finds nothing wrong with it.
        cells: the cells concerned; with section and start, a finding about the thing is known by them.
        section: the key of the section whose text is concerned, else None.
        start: where the words begin in that text, else None.
    """

    label: str
    numbers: str
    result: str = HOLDS
    cells: tuple[CellName, ...] = ()
    section: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a check compared in a report.

    Args:
        scope: what, and how much of it.
        things: each with its numbers, where it compares numbers.
        result: what is said where it finds nothing wrong.
        obstacle: why it could compare nothing; empty where it could.
    """

    scope: str
    things: tuple[Held, ...] = ()
    result: str = NO_PROBLEM
    obstacle: str = ""


def compared_by(code: str, report: Report) -> Comparison:
    """Return what the check of this code compares in a report; a local requirement reads the running text."""
    return COMPARISONS.get(code, _of_texts)(report)


# ── figures against each other ──────────────────────────────────────────


def _balances(report: Report) -> Comparison:
    tables = [table for table in report.form.tables if table.balances]
    things = [
        Held(
            balance.name,
            f"{side_in_numbers(report, balance.left)}，{side_in_numbers(report, balance.right)}",
            cells=balance.cells,
        )
        for table in tables
        for balance in table.balances
    ]
    columns = "、".join(f"{table.name} {len(table.balances)} 列" for table in tables)
    return _numbered(f"{columns}，每列左右两边应相等" if tables else _NOT_ASKED, things, HOLDS)


def _totals(report: Report) -> Comparison:
    form = report.form
    things = [
        Held(form.cells[name].title, sum_in_numbers(report, each), cells=(name, *(term.cell for term in each.terms)))
        for name, each in form.sums.items()
        if _is_addition(report, each)
    ]
    order = list(form.cells)
    things.sort(key=lambda thing: order.index(thing.cells[0]))
    listed = f"；由两个以上的数相加的 {len(things)} 个，算式列在下面" if things else ""
    stated = f"；读入的文件所写的总计有 {len(report.stated)} 个与此不同" if report.stated else ""
    return Comparison(f"{len(form.sums)} 个总计都由明细相加得出{listed}{stated}", tuple(things))


def _is_addition(report: Report, each: Sum) -> bool:
    return sum(bool(report.number(term.cell)) for term in each.terms) > 1


def _entries(report: Report) -> Comparison:
    return Comparison(f"已填的 {report.filled_count} 格：件数应为非负整数，金额应为非负数")


def _blanks(report: Report) -> Comparison:
    return Comparison(f"应填 {len(report.form.typed_cells)} 格，已填 {report.filled_count} 格")


def _few_in_force(report: Report) -> Comparison:
    things = [
        Held(
            _row(report, each.in_force),
            "，".join(_named(report, name) for name in (each.issued, each.repealed, each.in_force)),
            NO_PROBLEM,
            (each.in_force, each.issued, each.repealed),
        )
        for each in _documents(report)
    ]
    return _numbered(f"{len(things)} 类文件的件数" if things else _NOT_ASKED, things, NO_PROBLEM)


def _reserved(report: Report) -> Comparison:
    things = []
    for each in (reserved for table in report.form.tables for reserved in table.reserved):
        numbers = "，".join(_named(report, name) for name in each.cells)
        filled = tuple(name for name in each.cells if report.number(name) > 0)
        things.append(Held(each.what, numbers, NO_PROBLEM, filled))
    kinds = "、".join(thing.label for thing in things)
    scope = f"{kinds}：只有部分机关能制定" if kinds else _NOT_ASKED
    return _unless("" if report.head.agency else _NO_AGENCY, Comparison(scope, tuple(things)))


# ── running text against figures ────────────────────────────────────────


def _statements(report: Report) -> Comparison:
    things = [_stated(report, each) for each in find_statements(report)]
    scope = f"正文中认出的表内数 {len(things)} 处" if things else "正文中没有认出表内的数"
    waiting = sum(thing.result == TO_FILL for thing in things)
    compared = _numbered(scope, things, AGREES)
    return _unless(_no_text(report), replace(compared, result=f"{waiting} 处{TO_FILL}") if waiting else compared)


def _stated(report: Report, each: Statement) -> Held:
    label = report.form.cells[each.cells[0]].title if len(each.cells) == 1 else each.basis
    where, quote = report.form.section(each.section).name, _in_one_line(each.quote)
    numbers = f"{where}“{quote}”：文中 {plain(each.stated)}，{cells_in_numbers(report, each.cells)}"
    result = TO_FILL if is_to_fill(report, each.cells) else AGREES
    return Held(label, numbers, result, each.cells, each.section, each.start)


def _claims(report: Report) -> Comparison:
    return _unless(_no_text(report), Comparison("正文里“没有收到、均已办结”一类的说法"))


def _shares(report: Report) -> Comparison:
    things = [
        _rated(report, each, f"{plain(each.statement.stated)}÷{plain(each.base)}（{each.basis}）＝{each.computed}%")
        for each in shares_in(report)
    ]
    scope = f"正文里的占比 {len(things)} 处" if things else "正文没有写占比"
    return _unless(_no_text(report), _numbered(scope, things, AGREES))


def _changes(report: Report) -> Comparison:
    things = [
        _rated(
            report, each, f"去年 {plain(each.base)}，今年 {plain(each.statement.stated)}，{each.told(each.computed)}"
        )
        for each in changes_in(report)
    ]
    scope = f"正文里与去年的比较 {len(things)} 处" if things else "正文没有写与去年的比较"
    return _unless(_no_last_year(report) or _no_text(report), _numbered(scope, things, AGREES))


def _rated(report: Report, each: ComputedRate, numbers: str) -> Held:
    section, start = each.statement.section, each.statement.start
    quoted = f"{report.form.section(section).name}“{_in_one_line(each.quote_in(report))}”"
    return Held(each.statement.basis, f"{quoted}：{numbers}", AGREES, each.cells, section, start)


# ── this year against last year's report ────────────────────────────────


def _carried(report: Report) -> Comparison:
    pairs = [pair for table in report.form.tables for pair in (*table.carry_over, *table.carried_totals)]
    return _with_last_year(report, "上年结转 {} 格", pairs, _carried_pair)


def _carried_pair(report: Report, last: LastYear, pair: CarryOver) -> Held | None:
    source, before = report.form.cells[pair.source], last.cells.get(pair.source, BLANK)
    numbers = f"本年 {as_written(report, pair.target)}，{name_of(last)}“{source.row_name}” {before}"
    label = report.form.cells[pair.target].title
    return Held(label, numbers, AGREES, (pair.target,)) if is_known(before) else None


def _in_force(report: Report) -> Comparison:
    return _with_last_year(report, "{} 类文件的现行有效件数", list(_documents(report)), _kept_in_force)


def _kept_in_force(report: Report, last: LastYear, each: InForce) -> Held | None:
    if not is_known(last.cells.get(each.in_force, BLANK)):
        return None
    numbers = f"{in_force_in_numbers(report, each, last)}，本年 {as_written(report, each.in_force)}"
    result = "备注已说明" if in_force_gap(report, each, last) else AGREES
    return Held(_row(report, each.in_force), numbers, result, (each.in_force, each.issued, each.repealed))


def _jumps(report: Report) -> Comparison:
    names = [name for table in report.form.tables for name in table.steady]
    return _with_last_year(report, "{} 个一般不会相差 10 倍的数", names, _compared_with_last, NO_PROBLEM)


def _compared_with_last(report: Report, last: LastYear, name: CellName) -> Held | None:
    cell, before = report.form.cells[name], last.cells.get(name, BLANK)
    numbers = f"本年 {as_written(report, name)}{cell.unit}，{name_of(last)} {before}{cell.unit}"
    return Held(_row(report, name), numbers, NO_PROBLEM, (name,)) if is_known(before) else None


def _sameness(report: Report) -> Comparison:
    renewed = "、".join(section.name for section in report.form.sections if section.is_renewed)
    tables = "、".join(table.name for table in report.form.tables)
    texts = f"{renewed}的文字" if renewed else ""
    return _unless(_no_last_year(report), Comparison("；".join(part for part in (f"{tables}的数", texts) if part)))


def _with_last_year(
    report: Report,
    scope: str,
    things: Sequence[Thing],
    held: Callable[[Report, LastYear, Thing], Held | None],
    holds: str = AGREES,
) -> Comparison:
    last = compared_year(report)
    if not things:
        return Comparison(_NOT_ASKED, result=NOTHING)
    if last is None:
        return Comparison(scope.format(len(things)), obstacle=_no_last_year(report))
    found = [each for thing in things if (each := held(report, last, thing))]
    obstacle = "" if found else f"{name_of(last)}里没有要对照的数"
    return _unless(obstacle, _numbered(scope.format(len(found or things)), found, holds))


# ── running text on its own ─────────────────────────────────────────────


def _of_texts(report: Report) -> Comparison:
    return _unless(_no_text(report), Comparison(f"正文 {_length(report)} 字"))


def _of_years(report: Report) -> Comparison:
    year = report.head.year
    obstacle = _no_text(report) or ("" if year else _NO_YEAR)
    return _unless(obstacle, Comparison(f"正文 {_length(report)} 字，本年为 {year} 年"))


def _fee(report: Report, what: str) -> Comparison:
    duties = [(section.title, section.fee) for section in report.form.sections if section.fee]
    year = report.head.year
    titles = "、".join(f"“{title}”" for title, _ in duties)
    early = [duty.since for _, duty in duties if year and year < duty.since]
    obstacle = f"{early[0]}年以前的报告没有这项要求" if early else ""
    return _unless(obstacle, Comparison(f"{titles}{what}" if duties else _NOT_ASKED))


def _fee_parts(report: Report) -> Comparison:
    comparison = _fee(report, "里的分项与合计")
    return Comparison(comparison.scope, obstacle=_no_text(report))


def _citations(report: Report) -> Comparison:
    names = "、".join(each.name for each in report.form.outdated)
    return _unless(_no_text(report), Comparison(f"正文是否引用{names}" if names else _NOT_ASKED))


def _sections(report: Report) -> Comparison:
    titles = [section for section in report.form.sections if section.title]
    return Comparison(f"{len(titles)} 个部分的内容、题名和次序")


def _topics(report: Report) -> Comparison:
    asked = [section for section in report.form.sections if section.topics]
    scope = "；".join(f"{each.name}：{'、'.join(topic.name for topic in each.topics)}" for each in asked)
    return _unless(_no_text(report), Comparison(scope or _NOT_ASKED))


def _lengths(report: Report) -> Comparison:
    limited = [section for section in report.form.sections if section.longest]
    scope = "；".join(f"{each.name} {_characters(report.text(each.key))} 字" for each in limited)
    return Comparison(scope or _NOT_ASKED)


# ── parts ───────────────────────────────────────────────────────────────


def _numbered(scope: str, things: Sequence[Held], holds: str) -> Comparison:
    result = NOTHING if not things else holds if holds == NO_PROBLEM or len(things) == 1 else f"全部{holds}"
    return Comparison(scope, tuple(things), result)


def _unless(obstacle: str, comparison: Comparison) -> Comparison:
    return Comparison(comparison.scope, obstacle=obstacle) if obstacle else comparison


def _no_text(report: Report) -> str:
    return "" if any(True for _ in written(report)) else _NO_TEXT


def _no_last_year(report: Report) -> str:
    if report.last_year is None:
        return "没有附去年的报告"
    year = report.head.year
    return "" if compared_year(report) else f"附的是{name_of(report.last_year)}，不是{(year or 0) - 1}年的"


def _documents(report: Report) -> Iterator[InForce]:
    for table in report.form.tables:
        yield from table.in_force


def _row(report: Report, name: CellName) -> str:
    cell = report.form.cells[name]
    return cell.row_name or cell.title


def _named(report: Report, name: CellName) -> str:
    return f"{report.form.cells[name].column_name} {as_written(report, name)}"


def _length(report: Report) -> int:
    return sum(_characters(text) for _, text in written(report))


def _characters(text: str) -> int:
    return sum(len(word) for word in text.split())


def _in_one_line(quote: str) -> str:
    return "".join(quote.splitlines())


COMPARISONS: dict[str, Callable[[Report], Comparison]] = {
    "balance": _balances,
    "stated-total": _totals,
    "not-a-count": _entries,
    "blank": _blanks,
    "carry-over": _carried,
    "in-force": _in_force,
    "in-force-too-small": _few_in_force,
    "scale-jump": _jumps,
    "regulations-by-whom": _reserved,
    "same-as-last-year": _sameness,
    "statement": _statements,
    "contradiction": _claims,
    "percentage": _shares,
    "year-on-year": _changes,
    "fee-missing": partial(_fee, what="是否写明信息处理费情况"),
    "fee-parts": _fee_parts,
    "stale-year": _of_years,
    "period": _of_texts,
    "outdated-basis": _citations,
    "section": _sections,
    "overview-topics": _topics,
    "overview-length": _lengths,
    "private-data": _of_texts,
    "wording": _of_texts,
}
"""What each check compares, by its code."""
