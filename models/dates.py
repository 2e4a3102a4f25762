"""Dates as documents write them: 2025年1月20日, without leading zeros (GB/T 9704—2012, 7.3.5.4)."""

import re
import unicodedata
from datetime import date

from models.numerals import NUMERAL, value_of

_ORDINARY = re.compile(r"(20\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?")
_COMPACT = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_CHINESE = re.compile(
    r"二[〇○零O0]([〇○零O0一二三四五六七八九])([〇○零O0一二三四五六七八九])年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DIGITS = "〇一二三四五六七八九"


def read_date(text: str) -> date | None:
    """Return the day that a text is, in any usual writing, in brackets or not; None where it is anything else."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).removeprefix("(").removesuffix(")")
    if found := _ORDINARY.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _day(*map(int, found.groups()))
    if found := _CHINESE.fullmatch(plain):
        decade, year, month, day = found.groups()
        return _day(2000 + 10 * _digit(decade) + _digit(year), _number(month), _number(day))
    return None


def written_date(day: date) -> str:
    """Return a day as a document writes it."""
    return f"{day.year}年{day.month}月{day.day}日"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _digit(sign: str) -> int:
    return max(0, _DIGITS.find(sign))


def _number(text: str) -> int:
    """Return a number up to 99 in Chinese signs: 十, 二十, 三十一; 0 for what is none."""
    return value_of(text) if re.fullmatch(NUMERAL, text) else 0
