"""What a workbook's cell holds, and what it shows as exact text: 5 with the format 0.00 is "5.00"."""

import math
import re
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601

Value = bool | int | float | str | date | time | timedelta | None
"""What a cell holds: a date may have a time of day, a timedelta is a span of time, None is nothing."""

_NUMBER = re.compile(r"[+-]?(?=\.?\d)\d{0,400}(\.\d{0,400})?([eE][+-]?\d{1,4})?", re.ASCII)
_FALSE = frozenset({"0", "false"})
_UNSHOWN = re.compile(r'"[^"]*"|\\.|\[[^]]*\]|_.|\*.')
"""Parts of a number format that are no digits: words, escapes, colours, padding."""
_DECIMALS = re.compile(r"\.(0*)")
_LINE_END = "_x000D_\n"
"""A line end as Excel escapes it."""
_MOST_DECIMALS = 30
"""As many as Excel shows."""


def stored_value(text: str, kind: str, number_format: str, *, is_from_1904: bool = False) -> Value:
    """Return the value of a cell, the text itself where it is not what its kind promises.

    Args:
        text: what the file has as its value.
        kind: what it says that is, as ECMA-376 names it: n for a number, b, d, e or str.
        number_format: the cell's number format, which makes a date of a number.
        is_from_1904: whether dates count from 1904.
    """
    if not text:
        return None
    if kind == "b":
        return text.strip() not in _FALSE
    if kind == "d":
        return _iso_date(text)
    number = _number(text.strip()) if kind == "n" else None
    if number is None:
        return text
    return _date(number, text, number_format, is_from_1904=is_from_1904) if _is_date(number_format) else number


def _number(text: str) -> int | float | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    number = float(text) if found[1] or found[2] else int(text)
    return number if isinstance(number, int) or math.isfinite(number) else None


@lru_cache(maxsize=1024)
def _is_date(number_format: str) -> bool:
    return bool(is_date_format(number_format))


def _date(number: float, text: str, number_format: str, *, is_from_1904: bool) -> Value:
    epoch = MAC_EPOCH if is_from_1904 else WINDOWS_EPOCH
    try:
        found: Value = from_excel(number, epoch, timedelta=is_timedelta_format(number_format))
    except (OverflowError, ValueError):
        return text
    return found


def _iso_date(text: str) -> Value:
    try:
        found: Value = from_ISO8601(text)  # type: ignore[no-untyped-call]
    except (OverflowError, ValueError):
        return text
    return found


def shown_text(value: object, number_format: str) -> str:
    """Return the text of a cell; numbers keep all their digits and get no separators.

    Args:
        value: what the cell holds or a formula's computed result, None for an empty cell.
        number_format: the cell's number format, as in "#,##0.00".
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return _number_text(value if isinstance(value, Decimal) else Decimal(repr(value)), number_format)
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return value.isoformat()
    return str(value).replace(_LINE_END, "\n")


def _number_text(number: Decimal, number_format: str) -> str:
    shown = _UNSHOWN.sub("", number_format.partition(";")[0])
    if "%" in shown:
        return _padded(number * 100, shown) + "%"
    return _padded(number, shown)


def _padded(number: Decimal, shown: str) -> str:
    text = format(number.to_integral_value() if number == number.to_integral_value() else number.normalize(), "f")
    match = None if "E" in shown.upper().replace("GENERAL", "") else _DECIMALS.search(shown)
    lacking = min(len(match[1]) if match else 0, _MOST_DECIMALS) - len(text.partition(".")[2])
    if lacking <= 0:
        return text
    return text + ("" if "." in text else ".") + "0" * lacking
