"""Where the marks of the picture of the year stand: blocks beside each other, words on lines, bars on their axis."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from textwrap import wrap

from exporters.print_names import lines_by_sense
from exporters.year_picture_svg import Pen, words

_WIDE_EM, _NARROW_EM, _NARROW_BOLD_EM = 1.0, 0.64, 0.7
"""Widths of a Chinese character and of a digit, in sizes of the font; hardly a font has wider digits."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the picture: its marks, and its height in px; it starts at 0, 0."""

    marks: tuple[str, ...]
    height: int


def gap(height: int) -> Block:
    """Return empty room."""
    return Block((), height)


def lines(texts: Iterable[str], pen: Pen) -> Block:
    """Return lines of words below each other, half as much apart again as they are high."""
    step = pen.size * 3 // 2
    marks = tuple(words(0, index * step + pen.size, text, pen) for index, text in enumerate(texts))
    return Block(marks, len(marks) * step)


def paragraph(text: str, pen: Pen, room: int) -> Block:
    """Return words on as many lines as their room in px asks for, broken by sense where they can be."""
    per_line = room // pen.size
    by_sense = lines_by_sense(text, per_line) if text else ()
    parts = ([line] if width_of(line, pen) <= room else wrap(line, per_line) for line in by_sense)
    return lines([part for each in parts for part in each], pen)


def placed(block: Block, x: int, y: int) -> tuple[str, ...]:
    """Return a block's marks moved to a place."""
    return (f'<g transform="translate({x} {y})">', *block.marks, "</g>") if block.marks else ()


def stacked(blocks: Iterable[Block], between: int = 0) -> Block:
    """Return blocks below each other with room between them; a block of no height takes none."""
    marks: list[str] = []
    height = 0
    for block in blocks:
        if block.height:
            y = height + between if height else 0
            marks += placed(block, 0, y)
            height = y + block.height
    return Block(tuple(marks), height)


def beside(blocks: Sequence[Block], step: int) -> Block:
    """Return blocks side by side, `step` px from the start of one to that of the next."""
    marks = (mark for index, block in enumerate(blocks) for mark in placed(block, index * step, 0))
    return Block(tuple(marks), max(block.height for block in blocks))


def width_of(text: str, pen: Pen) -> int:
    """Return about how wide words are in px, rather too much than too little."""
    narrow = _NARROW_BOLD_EM if pen.is_bold else _NARROW_EM
    ems = sum(_WIDE_EM if unicodedata.east_asian_width(each) in "WFA" else narrow for each in text)
    return round(ems * pen.size)


def fitting(text: str, pen: Pen, room: int) -> Pen:
    """Return the pen, in a smaller size where words take more than their room in px."""
    return replace(pen, size=min(pen.size, pen.size * room // max(1, width_of(text, pen))))


@dataclass(frozen=True, slots=True)
class Axis:
    """Where bars start, how long the longest can be in px, and the figure it stands for."""

    start: int
    length: int
    longest: Decimal

    @classmethod
    def of(cls, figures: Iterable[Decimal | None], start: int, length: int) -> "Axis":
        """Return the axis on which the largest of some figures has the longest bar."""
        return cls(start, length, max(map(_amount, figures)))

    def length_of(self, figure: Decimal | None) -> int:
        """Return how long a figure's bar is; what is not 0 can be seen."""
        amount = _amount(figure)
        return max(3, round(self.length * amount / self.longest)) if amount else 0


def _amount(figure: Decimal | None) -> Decimal:
    return max(figure or Decimal(0), Decimal(0))
