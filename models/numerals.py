"""Chinese numerals as headings and points are numbered with: 一 to 九十九."""

DIGITS = "一二三四五六七八九"
NUMERAL = rf"(?:[{DIGITS}]?十[{DIGITS}]?|[{DIGITS}])"
"""A regular expression for a numeral."""


def numeral_of(value: int) -> str:
    """Return a number from 1 to 99 in Chinese."""
    tens, ones = divmod(value, 10)
    return (f"{DIGITS[tens - 1] if tens > 1 else ''}十" if tens else "") + (DIGITS[ones - 1] if ones else "")


def value_of(numeral: str) -> int:
    """Return the number that a Chinese numeral or digits stand for."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_digit(tens) or 1) * 10 * bool(ten) + _digit(ones)


def _digit(numeral: str) -> int:
    return DIGITS.find(numeral) + 1 if numeral else 0
