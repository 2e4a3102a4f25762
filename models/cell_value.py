"""What one cell can hold: blank, a number, not applicable, or an entry nobody can read yet.

Blank, zero and not applicable are three different things and stay apart everywhere.
Numbers are exact decimals, never floats.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

MAX_DIGITS = 15
"""Digits a number may have; a workbook keeps no more, and no office counts further."""

NOT_APPLICABLE_MARK = "/"

_EXACT = Context(prec=100)
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|[+-]?\.\d+", re.ASCII)
_IGNORED = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_REMARK = re.compile(r"(?P<value>[^(（]*)[(（](?P<remark>.*)[)）]\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing entered; counts as 0 in a sum and is listed as still to fill."""

    def __str__(self) -> str:
        """Return the empty text."""
        return ""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The office has no such business; printed as "/"."""

    def __str__(self) -> str:
        """Return the mark that is printed."""
        return NOT_APPLICABLE_MARK


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal exactly as precise as it was typed."""

    value: Decimal

    def __str__(self) -> str:
        """Return plain digits, never an exponent."""
        return format(self.value, "f")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that is no number, kept as it was typed so that nothing is lost."""

    text: str

    def __str__(self) -> str:
        """Return what was typed."""
        return self.text


CellValue = Blank | Number | NotApplicable | Unreadable

BLANK = Blank()
NOT_APPLICABLE = NotApplicable()
ZERO = Number(Decimal(0))


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell's value and the remark that stood in brackets behind it."""

    value: CellValue
    remark: str = ""

    def __str__(self) -> str:
        """Return the entry as it is typed and printed: 22（其中修订16件）."""
        return f"{self.value}（{self.remark}）" if self.remark else str(self.value)


def read_entry(text: str) -> Entry:
    """Read what was typed, pasted or imported into a cell.

    Full-width digits, spaces and well-formed thousands separators are accepted;
    a comma is never a cell separator. Text in brackets at the end becomes the remark.
    What is no number comes back as Unreadable with the text unchanged.
    """
    value = read_value(text)
    if isinstance(value, Unreadable) and (match := _REMARK.fullmatch(text)):
        inner = read_value(match["value"])
        remark = clean_remark(match["remark"])
        if not isinstance(inner, Unreadable) and remark:
            return Entry(inner, remark)
    return Entry(value)


def read_value(text: str) -> CellValue:
    """Read a cell's text that has no remark."""
    plain = _IGNORED.sub("", unicodedata.normalize("NFKC", text)).replace("\u2212", "-")
    if not plain:
        return BLANK
    if plain == NOT_APPLICABLE_MARK:
        return NOT_APPLICABLE
    if not _NUMBER.fullmatch(plain):
        return Unreadable(clean_remark(text))
    number = Decimal(plain.replace(",", "").rstrip(".")) + 0
    if _digits(number) > MAX_DIGITS:
        return Unreadable(clean_remark(text))
    return Number(number)


def clean_remark(text: str) -> str:
    """Return a remark on one line, without control characters and outer white space."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """Add decimals without rounding."""
    with localcontext(_EXACT):
        return sum(numbers, Decimal(0))


def number_of(value: CellValue) -> Decimal:
    """Return the amount a value adds to a sum: 0 unless it is a number."""
    return value.value if isinstance(value, Number) else Decimal(0)


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a parsed number is finite
    return max(len(number.as_tuple().digits), -exponent)
