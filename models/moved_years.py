"""Moving the years of last year's sentences on, by rule; names and numbers of documents keep theirs."""

import re
from collections.abc import Iterator

YEAR_NUMBER = r"(?<![0-9０-９〔\[（(])(?P<year>20[0-9]{2})"
"""A year of our century in digits; one in the brackets of a document's number is none."""

_YEAR = re.compile(rf"{YEAR_NUMBER}(?=\s*年)")

YEARS_FROM_TO = re.compile(r"20[0-9]{2}\s*年?\s*[-—–~～]+\s*20[0-9]{2}\s*年(?!\s*[0-9]{1,2}\s*月)")
"""Years from and to, as of a plan; a period with months is the reporting period."""

NAMES_IN_MARKS = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|〈[^〈〉]*〉|“[^“”]*”")
"""Titles of laws and documents, and names in quotation marks."""

_NAMED = re.compile(
    r"20[0-9]{2}\s*年(?:度)?(?![^，。；：、\n]{0,24}(?:年度报告))"
    r"[^，。；：、0-9\n]{0,24}?(?:会议|大会|全会|论坛|要点|方案|规划|计划|意见|通知|办法|条例|纲要|行动|考评|评估|培训班)"
)
"""A meeting, plan or campaign that bears its year in its name."""


def years_moved_on(text: str, year: int, by: int = 1) -> str:
    """Return a text of the report of `year` as the report of the year after, or of `by` years after, would have it.

    The year itself, the one before and the one after (the day of publication) each become so many more.
    Untouched: document numbers (〔2021〕30号), what stands in 《》 or quotation marks, spans of years,
    and meetings, plans and documents named by their year.
    """
    kept = list(_kept(text))
    known = range(year - 1, year + 2)

    def moved(match: re.Match[str]) -> str:
        found = int(match["year"])
        inside = any(start <= match.start() < stop for start, stop in kept)
        return match["year"] if inside or found not in known else str(found + by)

    return _YEAR.sub(moved, text)


def _kept(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (NAMES_IN_MARKS, YEARS_FROM_TO, _NAMED):
        yield from (match.span() for match in pattern.finditer(text))
