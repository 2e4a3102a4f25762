"""The signature at the end of a report (落款): the agency and the date below it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.dates import read_date

_DATE_BEHIND = re.compile(r"(.*?[^\d])(20\d\d年\d{1,2}月\d{1,2}日)")
_LONGEST_AGENCY = 40
_SEALED = re.compile(r"[（(][^（）()]{0,8}章[）)]$|^(?:发布机关|编制机关|编制单位|落款)[:：]")
_AGENCY = re.compile(r"[\w·]+(?:[（(]\w+[）)])?")
_TITLE = re.compile("公开|报告|年报")
"""What is in a title above a date, not in an agency's name."""
_FREE_DATE = "年月日"
"""What stands for a date that is to be written by hand, white space left out."""
_LAST_LINES = 6
"""Lines at the end among which a signature is looked for; names of enclosures may follow it."""
_LINES_OF_NAME = 3
"""Lines over which a long name may stand."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a report and when; the agency is empty where only a date stands."""

    agency: str
    day: date
    lines: frozenset[int]
    """The numbers of the lines it takes up, from 0."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The day on which a report was signed, None where its place was left free, and the lines of the signature."""

    day: date | None
    lines: frozenset[int]


def signature_in(texts: Sequence[str]) -> Signature | None:
    """Return the signature at the end of these lines: the agency above a date, or both on one line."""
    first = max(0, len(texts) - _LAST_LINES)
    return next(_signatures(texts, first), None)


def closing_signature(texts: Sequence[str], agency: str) -> Closing | None:
    """Return the signature with which these lines end, where it says no more than `agency` and the date."""
    *above, last = texts or ("",)
    day, last_line = read_date(last), len(texts) - 1
    if day is not None or _plain(last) == _FREE_DATE:
        named = _lines_of_name(above, agency)
        if named or day is None:
            return Closing(day, frozenset(range(last_line - named, last_line + 1)))
    found = signature_in(texts)
    if found is None or max(found.lines) != last_line:
        return None
    return Closing(found.day, found.lines) if found.agency in ("", agency) else None


def _lines_of_name(texts: Sequence[str], agency: str) -> int:
    """Return over how many of the last lines the agency's name stands; a long one is broken."""
    counts = range(1, min(_LINES_OF_NAME, len(texts)) + 1) if agency else ()
    names = ((count, _plain(_name_in("".join(texts[-count:])))) for count in counts)
    return next((count for count, name in names if name == _plain(agency)), 0)


def _signatures(lines: Sequence[str], first: int) -> Iterator[Signature]:
    for index in range(len(lines) - 1, first - 1, -1):
        day = read_date(lines[index])
        if day is not None:
            agency = _agency_of(lines[index - 1]) if index > first else ""
            yield Signature(agency, day, frozenset({index - 1, index} if agency else {index}))
        elif found := _DATE_BEHIND.fullmatch(_plain(lines[index])):
            agency, day = _agency_of(found[1]), read_date(found[2])
            if agency and day is not None:
                yield Signature(agency, day, frozenset({index}))


def _agency_of(line: str) -> str:
    name = _name_in(line)
    is_name = len(name) <= _LONGEST_AGENCY and _AGENCY.fullmatch(name) and not _TITLE.search(name)
    return name if is_name else ""


def _name_in(line: str) -> str:
    return _SEALED.sub("", "".join(line.split()))


def _plain(text: str) -> str:
    """Return a text in ordinary digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
