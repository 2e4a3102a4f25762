"""What a workbook's cell shows, as exact text: 5 with the format 0.00 is "5.00"."""

import re
from datetime import date, time
from decimal import Decimal

_UNSHOWN = re.compile(r'"[^"]*"|\\.|\[[^]]*\]|_.|\*.')
"""Parts of a number format that are no digits: words, escapes, colours, padding."""
_DECIMALS = re.compile(r"\.(0*)")
_LINE_END = "_x000D_\n"
"""A line end as Excel escapes it."""


def shown_text(value: object, number_format: str) -> str:
    """Return the text of a cell; numbers keep all their digits and get no separators.

    Args:
        value: what openpyxl gives or a formula's computed result, None for an empty cell.
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
    lacking = (len(match[1]) if match else 0) - len(text.partition(".")[2])
    if lacking <= 0:
        return text
    return text + ("" if "." in text else ".") + "0" * lacking
