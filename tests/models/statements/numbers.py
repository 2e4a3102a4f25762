"""Numbers as clerks write them: 1234, １２３４, 1,234, 十二, 1.2万."""

from collections.abc import Callable
from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_WIDE = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in "0123456789,."}
_TEN_THOUSAND = 10_000
_LARGEST_IN_WORDS = 999


def plain(value: Decimal) -> str:
    return format(value, "f")


def with_commas(value: Decimal) -> str:
    return format(value, ",f")


def full_width(value: Decimal) -> str:
    return plain(value).translate(_WIDE)


def full_width_with_commas(value: Decimal) -> str:
    return with_commas(value).translate(_WIDE)


def in_words(value: Decimal) -> str:
    """Write a count before its unit, 两件 or 一百零三件; zero and what is longer stay digits."""
    number = int(value)
    if not 0 < number <= _LARGEST_IN_WORDS:
        return plain(value)
    if number == 2:
        return "两"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def in_ten_thousands(value: Decimal) -> str:
    """Write 12345 as 1.2345万, and what is smaller in digits."""
    return plain(value) if value < _TEN_THOUSAND else plain((value / _TEN_THOUSAND).normalize()) + "万"


def roughly(value: Decimal) -> str:
    """Write 3119 as 3100, for 余 or 多 to follow."""
    step = 10 ** max(0, len(str(int(value))) - 2)
    return plain(Decimal(int(value) // step * step))


def in_yuan(value: Decimal) -> str:
    """Write an amount of 万元 as one of 元."""
    return plain((value * _TEN_THOUSAND).quantize(Decimal(1)))


STYLES: dict[str, Callable[[Decimal], str]] = {
    "plain": plain,
    "comma": with_commas,
    "full": full_width,
    "fullcomma": full_width_with_commas,
    "hanzi": in_words,
    "wan": in_ten_thousands,
    "about": roughly,
    "yuan": in_yuan,
}
INEXACT = frozenset({"about"})
"""Such a figure may be passed over; it must not be called wrong."""
