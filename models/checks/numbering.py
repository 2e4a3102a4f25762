"""Numbers of headings and points that were left out, came twice, or in the wrong order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from models.checks.slip import Slip
from models.numerals import DIGITS, NUMERAL, numeral_of, value_of


@dataclass(frozen=True, slots=True)
class _Series:
    """A way to number, and what must stand before a number of it that does not begin its line."""

    marks: re.Pattern[str]
    before: re.Pattern[str] | None = None


_SENTENCE_START = re.compile(r"(?:\A|[\n。；;：:])[ \t　]*\Z")
_CLAUSE_START = re.compile(r"[。；;，,：:、！？][ \t　]*\Z")
_INDENT = 8
"""Characters that a line may be indented by."""

_HEADINGS = _Series(re.compile(rf"(?P<mark>[（(][ 　]*(?P<n>{NUMERAL})[ 　]*[）)])"), _SENTENCE_START)
"""（一）, which divides a section and so begins with one."""
_POINT = rf"(?P<mark>(?P<n>{NUMERAL})是)(?![{DIGITS}十])"
_POINTS = (
    _Series(re.compile(rf"^[ \t　]*{_POINT}", re.MULTILINE)),
    _Series(re.compile(_POINT), _CLAUSE_START),
)
"""一是, of which a single one may stand: those that begin a line, and those in it, which may be points of a point."""
_SERIES = (
    _HEADINGS,
    *_POINTS,
    _Series(re.compile(rf"^[ \t　]*(?P<mark>(?P<n>{NUMERAL})、)", re.MULTILINE)),
    _Series(re.compile(r"^[ \t　]*(?P<mark>(?P<n>\d{1,2})[.．、](?!\d))", re.MULTILINE)),
    _Series(re.compile(r"^[ \t　]*(?P<mark>[（(](?P<n>\d{1,2})[）)])", re.MULTILINE)),
)
"""The ways to number that can be told from other words."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number with its marks as it is written, where it stands, the number alone, and its value."""

    start: int
    stop: int
    text: str
    number: str
    value: int


def numbering_slips(text: str) -> Iterator[Slip]:
    """Yield the numbers that do not follow the one before; a series may begin anew with one."""
    for series in _SERIES:
        marks = list(_marks(text, series))
        if series is _HEADINGS and marks and not _goes_on(text, 0, marks[0]):
            first = marks[0]
            yield Slip(first.start, first.stop, f"编号从“{first.text}”开始，前面缺“{_named(first, 1)}”，请核对")
        for before, mark in pairwise(marks):
            if not (_goes_on(text, before.start, mark) if mark.value > 1 else _begins_anew(text, series, before, mark)):
                yield Slip(mark.start, mark.stop, _sentence(before, mark))


def _goes_on(text: str, start: int, mark: _Mark) -> bool:
    """Tell whether the number before this one stands in the text, be it where no series would have it: 下一步一是.

    Its brackets may be of the other width.
    """
    if mark.value == 1:
        return True
    number = _number(mark, mark.value - 1)
    in_brackets = rf"[（(][ 　]*{number}[ 　]*[）)]"
    words = in_brackets if mark.text[0] in "（(" else re.escape(_named(mark, mark.value - 1))
    return re.compile(words).search(text, start, mark.start) is not None


def _begins_anew(text: str, series: _Series, before: _Mark, mark: _Mark) -> bool:
    """Tell whether a series starts again; a heading with one right below another is a repeat."""
    return before.value > 1 or series in _POINTS or text.count("\n", before.start, mark.start) > 1


def _sentence(before: _Mark, mark: _Mark) -> str:
    if mark.value == before.value:
        return f"编号“{mark.text}”重复，请改为“{_named(mark, before.value + 1)}”"
    if mark.value > before.value:
        missing = "、".join(_named(mark, value) for value in range(before.value + 1, mark.value))
        return f"编号“{before.text}”之后是“{mark.text}”，缺“{missing}”，请核对"
    return f"编号“{before.text}”之后是“{mark.text}”，次序颠倒，请核对"


def _marks(text: str, series: _Series) -> Iterator[_Mark]:
    for match in series.marks.finditer(text):
        start, stop = match.span("mark")
        if series.before is None or series.before.search(text, max(0, start - _INDENT), start):
            yield _Mark(start, stop, match["mark"], match["n"], value_of(match["n"]))


def _named(mark: _Mark, value: int) -> str:
    """Return another number of a series as it would be written there."""
    return mark.text.replace(mark.number, _number(mark, value))


def _number(mark: _Mark, value: int) -> str:
    return str(value) if mark.number.isdecimal() else numeral_of(value)
