"""The period that a report's figures cover: 1 January to 31 December of its year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from models.checks.written_texts import found_in, sentence_at, written
from models.finding import Finding, Severity
from models.report import Report

_DATE = r"(?<!\d)(?:(?P<{0}y>\d+)\s*年\s*)?(?P<{0}m>\d{{1,2}})\s*月\s*(?P<{0}d>\d{{1,2}})\s*日"
_RANGE = re.compile(
    rf"{_DATE.format('a')}\s*(?:[零0]时)?起?\s*[,，、]?\s*(?:[至到]|[-—–－~～]+)\s*{_DATE.format('b')}止?"
)
"""From one day to another."""
_FIRST_MONTH = re.compile(r"月\s*\d")
_YEAR_BEFORE, _DAY_AFTER = 24, 60
"""Characters before the month of its first day, and after, within which a period stands."""
_LEAD = re.compile(r"(?:统计|数据|报告)[^。；;，,\n]{0,12}?(?:期限|时限|时间|时段|周期|区间|起止|统计期|报告期)")
"""Words before the period."""
_GARBLED = re.compile(r"(?<![\d.])\d{5,}\s*[年月日]")
"""A date that lost or doubled some of its characters: 202020年, 202411日."""
_FAR = 40
"""Characters within which those words and the period belong together."""
_FIRST, _LAST = (1, 1), (12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """A period of days in a text.

    Args:
        start: its first character.
        stop: the one after its last.
        years: the years of its first and last day; None where one is not written.
        days: month and day of both.
        is_led: whether the words before it say that figures cover it.
    """

    start: int
    stop: int
    years: tuple[int | None, int | None]
    days: tuple[tuple[int, int], tuple[int, int]]
    is_led: bool

    @property
    def is_reporting(self) -> bool:
        """Whether it is meant as the period of the report: by the words before it, or as a whole year."""
        return self.is_led or self.days == (_FIRST, _LAST)


def find_wrong_periods(report: Report) -> Iterator[Finding]:
    """Find reporting periods that are not the report's year, and such whose dates are garbled.

    Source: 《中华人民共和国政府信息公开条例》 (国务院令第711号), 第四十九条: reports cover the year before.
    """
    year = report.head.year
    wanted = f"{year}年1月1日至{year}年12月31日" if year else "一年的1月1日至12月31日"
    for section, text in written(report):
        for span in _wrong(text, year):
            message = f"统计期限写的是“{text[slice(*span)]}”，应为{wanted}，请改正"
            yield found_in(section, text, span, code="period", severity=Severity.WARNING, message=message)


@lru_cache(maxsize=64)
def periods_in(text: str) -> tuple[Period, ...]:
    """Return the periods of days that a text names."""
    return tuple(
        Period(
            start=match.start(),
            stop=match.end(),
            years=(_number(match["ay"]), _number(match["by"])),
            days=((int(match["am"]), int(match["ad"])), (int(match["bm"]), int(match["bd"]))),
            is_led=_is_led(text, match.start()),
        )
        for match in _ranges(text)
    )


def _ranges(text: str) -> Iterator[re.Match[str]]:
    """Yield the periods, looked for only where there is a month: most of a text has none."""
    end = 0
    for month in _FIRST_MONTH.finditer(text):
        start = max(end, month.start() - _YEAR_BEFORE)
        if month.start() >= end and (match := _RANGE.search(text, start, month.end() + _DAY_AFTER)):
            end = match.end()
            yield match


def _wrong(text: str, year: int | None) -> list[tuple[int, int]]:
    periods = [each for each in periods_in(text) if each.is_reporting]
    wrong = [(each.start, each.stop) for each in periods if not _is_year(each, year)]
    garbled = (
        match.span()
        for match in _GARBLED.finditer(text)
        if _is_led(text, match.start()) and not any(each.start <= match.start() < each.stop for each in periods)
    )
    first = next(garbled, None)  # the dates of one period are garbled together
    return sorted(wrong if first is None else [*wrong, first])


def _is_year(period: Period, year: int | None) -> bool:
    first, last = period.years
    wanted = first if year is None else year
    return period.days == (_FIRST, _LAST) and first in {None, wanted} and last in {None, wanted}


def _is_led(text: str, place: int) -> bool:
    start, _ = sentence_at(text, place, place)
    return _LEAD.search(text, max(start, place - _FAR), place) is not None


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
