"""Ways of writing a figure that real reports show; each tells what a reader must make of it."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from models.form import Cell, CellKind
from tests.generator.draft import Written

Style = Callable[[Random, Cell, Decimal], Written]

_FULL_WIDTH = str.maketrans("0123456789-.,", "０１２３４５６７８９－．，")


def plain(_: Random, __: Cell, value: Decimal) -> Written:
    return Written(_digits(value), _digits(value))


def full_width(_: Random, __: Cell, value: Decimal) -> Written:
    return Written(_digits(value).translate(_FULL_WIDTH), _digits(value))


def thousands(_: Random, __: Cell, value: Decimal) -> Written:
    return Written(format(value, ",f"), _digits(value))


def padded(rng: Random, __: Cell, value: Decimal) -> Written:
    space = rng.choice((" ", "\u00a0", "\u3000", "\n", "\u200b", " \u00a0 "))
    return Written(rng.choice((f"{space}{value:f}", f"{value:f}{space}")), _digits(value))


def counted(rng: Random, cell: Cell, value: Decimal) -> Written:
    if cell.kind is CellKind.AMOUNT:
        return plain(rng, cell, value)
    return Written(_digits(value) + rng.choice(("件", " 件", "份", "个", "项")), _digits(value))


def blank_zeros(rng: Random, cell: Cell, value: Decimal) -> Written:
    return plain(rng, cell, value) if value else Written(rng.choice(("", "\u3000\u3000", "\u00a0", " ")), "")


def slashes(rng: Random, cell: Cell, value: Decimal) -> Written:
    return plain(rng, cell, value) if value else Written(rng.choice(("/", "／", " / ")), "/")


def placeholders(rng: Random, cell: Cell, value: Decimal) -> Written:
    if value:
        return plain(rng, cell, value)
    text = rng.choice(("-", "—", "——", "无", "－"))
    return Written(text, text)


def remarked(rng: Random, cell: Cell, value: Decimal) -> Written:
    if not value or rng.random() < 0.7:
        return plain(rng, cell, value)
    remark = f"其中代办{rng.randint(1, 9)}件"
    unit = "" if cell.kind is CellKind.AMOUNT else rng.choice(("", "件"))
    opening, closing = rng.choice(("（）", "()"))
    return Written(f"{value:f}{unit}{opening}{remark}{closing}", f"{value:f}（{remark}）")


def in_yuan(rng: Random, cell: Cell, value: Decimal) -> Written:
    if cell.unit != "万元":
        return plain(rng, cell, value)
    text = f"{value * 10000:f}".split(".", maxsplit=1)[0] + rng.choice(("元", " 元"))
    return Written(text, _digits(value), "换算" if value else "")


def with_unit(rng: Random, cell: Cell, value: Decimal) -> Written:
    if cell.unit != "万元":
        return plain(rng, cell, value)
    return Written(_digits(value) + rng.choice(("万元", " 万元")), _digits(value))


def lost_spaces(rng: Random, cell: Cell, value: Decimal) -> Written:
    if rng.random() < 0.9 or value < 0:
        return plain(rng, cell, value)
    text = rng.choice(("? ", "？", "\ufffd")) + _digits(value)
    return Written(text, _digits(value), " ".join(text.split()))


def signed(rng: Random, cell: Cell, value: Decimal) -> Written:
    if cell.kind is not CellKind.CHANGE or not value:
        return plain(rng, cell, value)
    if value > 0:
        return Written(f"+{value}", _digits(value))
    text = rng.choice(("减{}", "-{}", "－{}", "\u2212{}", "减少{}")).format(-value)
    return Written(text, _digits(value), text if "减" in text else "")


STYLES: dict[str, Style] = {
    "plain": plain,
    "full width": full_width,
    "thousands": thousands,
    "padded": padded,
    "counted": counted,
    "blank zeros": blank_zeros,
    "slashes": slashes,
    "placeholders": placeholders,
    "remarked": remarked,
    "in yuan": in_yuan,
    "with unit": with_unit,
    "lost spaces": lost_spaces,
    "signed": signed,
}

SAFE_FOR_TOTALS = frozenset({"plain", "full width", "thousands", "padded", "counted"})
"""Styles that a total is written in as well; a total that is no number is told, and that is not tested here."""


def _digits(value: Decimal) -> str:
    return format(value, "f")
