"""What one cell can hold: blank, a number, not applicable, or an entry nobody can read yet.

Blank, zero and not applicable are three different things and stay apart everywhere.
Numbers are exact decimals, never floats.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import reduce

from models.texts import HALF_WIDTH, clean_line

MAX_DIGITS = 15
"""Digits a number may have; a workbook keeps no more, and no office counts further."""

NOT_APPLICABLE_MARK = "/"

_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
_NUMBER = re.compile(r"[+-]? ?(?:[1-9]\d{0,2}(?:(?:, ?| )\d{3})+|\d+)(?:\.\d*)?|[+-]? ?\.\d+", re.ASCII)
_SEPARATORS = re.compile(r"[, ]")
_LINE_ENDS = re.compile(r"[\n\r\t\v\f\u2028\u2029]")
"""Between two numbers they are no thousands separators."""
_ACCOUNTED = re.compile(r"\(\d+(?:\.\d+)?\)", re.ASCII)
"""A number in plain brackets, as accountants write a loss: no remark on a blank cell."""
_REMARK = re.compile(r"(?P<value>[^(（]*)[(（](?P<remark>.*)[)）]")
_HALF_WIDTH = HALF_WIDTH | {ord("\u2212"): ord("-")}
"""Full-width forms and the minus sign; NFKC would also turn 12① into 121 and 5² into 52."""


@dataclass(frozen=True)
class Blank:
    """Nothing entered; counts as 0 in a sum and is listed as still to fill."""

    def __str__(self) -> str:
        """Return the empty text."""
        return ""


@dataclass(frozen=True)
class NotApplicable:
    """The office has no such business; printed as "/"."""

    def __str__(self) -> str:
        """Return the mark that is printed."""
        return NOT_APPLICABLE_MARK


@dataclass(frozen=True)
class Number:
    """A decimal exactly as precise as it was typed."""

    value: Decimal

    def __str__(self) -> str:
        """Return plain digits, never an exponent."""
        return format(self.value, "f")


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Entry:
    """A cell's value and the remark that stood in brackets behind it."""

    value: CellValue
    remark: str = ""

    def __str__(self) -> str:
        """Return the entry as it is typed and printed: 22（其中修订16件）."""
        return f"{self.value}（{self.remark}）" if self.remark else str(self.value)


def read_entry(text: str) -> Entry:
    """Read what was typed, pasted or imported into a cell.

    Full-width digits and well-formed thousands separators, commas or spaces, are accepted;
    a comma or space is never a cell separator, and two numbers never become one.
    Text in brackets at the end becomes the remark. What is no number comes back as Unreadable
    with the text as it was, on one line.
    """
    value = read_value(text)
    if isinstance(value, Unreadable) and (match := _REMARK.fullmatch(value.text)):
        inner, remark = read_value(match["value"]), match["remark"].strip()
        if not isinstance(inner, Unreadable) and remark and not _ACCOUNTED.fullmatch(value.text):
            return Entry(inner, remark)
    return Entry(value)


def read_value(text: str) -> CellValue:
    """Read a cell's text that has no remark."""
    number = read_number(text)
    if number is not None and _digits(number) <= MAX_DIGITS:
        return Number(number)
    if _plain(text) == NOT_APPLICABLE_MARK:
        return NOT_APPLICABLE
    kept = clean_line(text)
    return Unreadable(kept) if kept else BLANK


def read_number(text: str) -> Decimal | None:
    """Return the number a text is, of any length; None where it is anything else."""
    plain = _plain(text)
    if not _NUMBER.fullmatch(plain) or _LINE_ENDS.search(text.strip()):
        return None
    number = Decimal(_SEPARATORS.sub("", plain).rstrip("."))
    return number.copy_abs() if number.is_zero() else number  # there is no -0


clean_remark = clean_line
"""A remark stands on one line: it is printed in brackets behind its figure."""


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """Add decimals; an error where the result would be rounded, which no typed figures reach."""
    return reduce(_EXACT.add, numbers, Decimal(0))


def number_of(value: CellValue) -> Decimal:
    """Return the amount a value adds to a sum: 0 unless it is a number."""
    return value.value if isinstance(value, Number) else Decimal(0)


def _plain(text: str) -> str:
    return clean_line(text).translate(_HALF_WIDTH).strip()


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a parsed number is finite
    return max(len(number.as_tuple().digits), -exponent)
