"""The numbers of a text that may be counts of cases or sums of money, as a clerk writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = "件次|件|宗|起|例|份|笔|部(?![门委队长级署省市落位分属])"
"""What applications, reviews, suits, documents and decisions are counted in."""
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = "[一二两三四五六七八九十零〇][一二两三四五六七八九十百千万零〇]*"
_NUMBER = re.compile(
    rf"(?<![\d.第])(?<!\d[-—–~至])(?P<digits>{_DIGITS})(?P<more>[余多]?)(?P<myriad>万?)(?P<again>[余多]?)"
    rf"(?P<unit>{_UNITS}|项|个(?=申请|案件)|亿?元)?(?P<stop>(?=[,;、。:()\n+]|$))?"
    rf"|(?<![第逐每各任一二两三四五六七八九十百千万零〇数几近约上余多好])(?P<chinese>{_CHINESE})(?P<cases>{_UNITS})(?![事套])"
)
_ROUGHLY = re.compile("[一二两三四五六七八九]{2}")
"""Two numerals side by side: 两三件, 七八十件."""
_ABOUT = re.compile("(?:近|约|超过?|逾|将近|大约)$")
_VALUES = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number as it stands in a folded text.

    Args:
        start: its first character.
        stop: the one after its last, the unit not counted.
        end: the one after its unit.
        value: the number itself; money in 元.
        step: the last place it is given to: 1, or 1000 for 1.2万; it may be off by half of that.
        is_more: whether it says 余 or 多, and so the tables may hold up to a step more.
        is_about: whether it says 近 or 约, and so agrees with nothing exactly.
        unit: the word it is counted in, empty where there is none.
    """

    start: int
    stop: int
    end: int
    value: Decimal
    step: Decimal
    is_more: bool
    is_about: bool
    unit: str

    @property
    def is_money(self) -> bool:
        """Whether it is counted in 元."""
        return self.unit == "元"

    def agrees_with(self, computed: Decimal) -> bool:
        """Tell whether the tables' number is the one that is written, as precisely as it is written."""
        if self.is_more:
            return self.value <= computed < self.value + self.step
        if self.is_about:
            return abs(computed - self.value) <= self.step
        return computed == self.value or (self.step > 1 and abs(computed - self.value) * 2 <= self.step)


def numbers_in(text: str) -> Iterator[NumberInText]:
    """Yield the numbers of a folded text that count cases or money, and bare ones that end a phrase."""
    for match in _NUMBER.finditer(text):
        if match["chinese"]:
            if not _ROUGHLY.search(match["chinese"]):
                yield _written_in_words(match)
        elif match["unit"] or match["stop"] is not None:
            yield _written_in_digits(match, text)


def chinese_number(words: str) -> int:
    """Return the number that Chinese numerals write: 十二, 一百零三, 两, 一千二百, 一〇三."""
    total = digit = 0
    for word in words:
        if word == "万":
            total, digit = (total + digit) * _MYRIAD, 0
        elif word in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[word], 0
        else:
            digit = digit * 10 + _VALUES[word] if digit and not total else _VALUES[word]
    return total + digit


def _written_in_words(match: re.Match[str]) -> NumberInText:
    return NumberInText(
        start=match.start(),
        stop=match.end("chinese"),
        end=match.end(),
        value=Decimal(chinese_number(match["chinese"])),
        step=Decimal(1),
        is_more=False,
        is_about=False,
        unit=match["cases"],
    )


def _written_in_digits(match: re.Match[str], text: str) -> NumberInText:
    digits = match["digits"].replace(",", "")
    factor = _MYRIAD if match["myriad"] else 1
    value = _plain(Decimal(digits) * factor)
    is_more = bool(match["more"] or match["again"])
    is_about = _ABOUT.search(text, max(0, match.start() - 3), match.start()) is not None
    decimals = len(digits.partition(".")[2])
    step = Decimal(factor).scaleb(-decimals)
    if is_more or is_about:
        step = max(step, _last_place(value))
    stop = max(match.end("digits"), match.end("more"), match.end("myriad"), match.end("again"))
    return NumberInText(match.start(), stop, match.end(), value, step, is_more, is_about, match["unit"] or "")


def _plain(value: Decimal) -> Decimal:
    """Return a whole number without the decimals that 1.2万 leaves it."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _last_place(value: Decimal) -> Decimal:
    """Return the place of the last digit that is not 0: 1000 for 3000, 100 for 5500."""
    whole = str(value.to_integral_value())
    return Decimal(10) ** (len(whole) - len(whole.rstrip("0"))) if value else Decimal(1)
