"""Years in a text that are not the report's: very likely left over from an earlier report."""

import re
from collections.abc import Iterator
from functools import lru_cache

from models.checks.periods import periods_in
from models.checks.written_texts import found_in, sentence_at, written
from models.finding import Finding, Severity
from models.moved_years import NAMES_IN_MARKS, YEAR_NUMBER, YEARS_FROM_TO
from models.report import Report

_YEAR = re.compile(rf"{YEAR_NUMBER}\s*年度?")
_BRACKETS = re.compile(r"[（(][^（）()\n]{0,40}[）)]")

_BEFORE = re.compile(
    r"(?:较|比|与|同|和|跟|及|、|对|自|从|于|截至|截止|截止到|截至到|到|至|以|早在|上年度?|去年|上一年度?|[-—–－~～])\s*\Z"
)
"""What stands before a year that is compared with, or from or up to which something holds."""

_NO_DEED = (
    r"(?:(?!开展|组织|召开|举办|制定|印发|发布|公布|编制|落实|贯彻|执行|我|本|共|全年)[^，。；：、,;:\d\n《]){0,16}?"
)
"""A few words that name something, and do not tell what was done."""
_AFTER = re.compile(
    rf"\s*(?:底|末|初|以后|以前|之前|起|版|前|同期|相比|基础上|基数|的?问题|存在|提出|发现|指出|反馈|查摆"
    rf"|结转|转结|接转|遗留|跨年|未办结|为\s*\d|施行|新?修订|修正|颁布|生效|成立|建成|启用|(?:印发|出台|通过)的"
    rf"|\d{{1,2}}月(?:\d{{1,2}}日)?[^。；\n]{{0,25}}?(?:起|施行|实施|印发|出台|发布|公布|成立|修订|通过|启用|上线|以来)"
    rf"|{_NO_DEED}(?:决算|预算|审计|统计公报|工作报告|工作总结|考核|考评|测评|评估|监测|绩效|要点|方案|规划|计划"
    rf"|意见|通知|办法|条例|纲要|会议|大会|全会|论坛|普查|称号|行动|培训班))"
)
"""What follows a year that belongs to a document, a law, a meeting, an assessment, or to what was left over."""
_REPORT = re.compile(rf"\s*{_NO_DEED}(?:年度报告|年报)")
"""What follows a year in the name of a report; in the preamble it is this one's own."""

_WIDER = re.compile(
    r"历年|连续|近[两二三四五几]年|[两二三四五]年来|截至|截止|荣获|获评|获得[^。；\n]{0,12}(?:称号|奖|表彰)|评为|授予|入选|据[^，。；\n]{0,12}通报"
)
"""What a sentence says that speaks of more than its own year, or of an award for another."""
_OPENS = re.compile(r"\s*(?:(?:以来|期间)?[，,]|全年|[我本全])")
"""What follows a year that a sentence speaks of as its own."""

_QUOTED = 12
"""Characters after a year that a finding quotes, so that it is known which of several it means."""

_COUNTED = re.compile(r"(?:全年|共|受理|收到|办结|答复|公开|发布)[^。；\n]{0,30}?\d+\s*余?[件条次篇]")
_PLANNED = re.compile(r"将|下一?步|计划|拟|继续|进一步|力争|打算|争取|预计|明年|新的一年|结转|顺延|延续|转至|截至|截止")


def find_stale_years(report: Report) -> Iterator[Finding]:
    """Find years other than the report's in sentences that speak of the year as their own.

    Left alone are numbers of documents, names in 《》 or quotation marks, spans of years, comparisons, plans,
    laws, meetings, budgets, assessments, days of publication, and what was carried over.
    """
    year = report.head.year
    if year is None:
        return
    for section, text in written(report):
        for start, stop, found in _stale(text, year, is_preamble=not section.title):
            _, end = sentence_at(text, start, stop)
            message = (
                f"写着“{text[start:stop]}”，本报告是{year}年的；"
                f"若是从{_whose(found, year)}带来的请改写，所指确是{found}年的写明理由"
            )
            span = (start, min(end, stop + _QUOTED))
            yield found_in(section, text, span, code="stale-year", severity=Severity.WARNING, message=message)


@lru_cache(maxsize=64)
def _stale(text: str, year: int, *, is_preamble: bool) -> tuple[tuple[int, int, int], ...]:
    others = [match for match in _YEAR.finditer(text) if int(match["year"]) != year]
    if not others:
        return ()
    left_alone = list(_left_alone(text))
    return tuple(
        (*match.span(), int(match["year"]))
        for match in others
        if not any(start <= match.start() < stop for start, stop in left_alone)
        if _is_stale(text, match, year, is_preamble=is_preamble)
    )


def _left_alone(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (NAMES_IN_MARKS, YEARS_FROM_TO, _BRACKETS):
        yield from (match.span() for match in pattern.finditer(text))
    yield from ((period.start, period.stop) for period in periods_in(text))


def _is_stale(text: str, match: re.Match[str], year: int, *, is_preamble: bool) -> bool:
    start, stop = sentence_at(text, *match.span())
    sentence, found = text[start:stop], int(match["year"])
    before, after = text[start : match.start()], text[match.end() : stop]
    if found > year:
        is_done = _COUNTED.search(sentence) and not (_PLANNED.search(sentence) or _BEFORE.search(before))
        return found == year + 1 and bool(is_done)
    if str(year) in sentence or _WIDER.search(sentence) or _BEFORE.search(before) or _AFTER.match(after):
        return False
    if _REPORT.match(after):
        return is_preamble
    return found == year - 1 or (bool(_OPENS.match(after)) and not before.strip())


def _whose(found: int, year: int) -> str:
    return "去年的报告" if found == year - 1 else "别的年份的报告"
