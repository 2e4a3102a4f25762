"""Numbers of headings and points brought into sequence, and paragraphs moved without disturbing it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.live_text import LiveText, joined
from models.numerals import NUMERAL, numeral_of
from models.texts import FULL_WIDTH_FIGURE

_NUMBERS = (
    re.compile(rf"[ \t　]*[（(][ 　]*(?P<n>{NUMERAL})[ 　]*[）)]"),
    re.compile(r"[ \t　]*(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"[ \t　]*[（(](?P<n>\d{1,2})[）)]"),
)
"""How a paragraph of each level begins, from （一） down to （1）; it need not be a heading."""
_MOST = 99


@dataclass(frozen=True, slots=True)
class Moved:
    """A text with some of its paragraphs elsewhere.

    Args:
        text: the text.
        first: the number of the first of those paragraphs, counted from 0.
        last: that of the last.
    """

    text: LiveText
    first: int
    last: int


def renumbered(text: str) -> str:
    """Return a text whose numbers （一）, 1. and （1） follow each other, each level anew below a higher one."""
    return renumbered_live(LiveText(text)).text


def renumbered_live(text: LiveText) -> LiveText:
    """Return the same of a text with live figures; nothing but the numbers changes."""
    return joined(_in_sequence(text.lines()))


def is_in_sequence(text: str) -> bool:
    """Tell whether numbering a text anew would change nothing."""
    return renumbered(text) == text


def paragraphs_moved(text: LiveText, first: int, last: int, step: int) -> Moved | None:
    """Return a text with some paragraphs before (-1) or behind (+1) their neighbour; None at the end of the text.

    Numbers that were in sequence are so again; others are the clerk's own and stay as they are.
    """
    lines = text.lines()
    neighbour = first - 1 if step < 0 else last + 1
    if not 0 <= neighbour < len(lines):
        return None
    line = lines.pop(neighbour)
    lines.insert(last if step < 0 else first, line)
    moved = joined(lines)
    return Moved(renumbered_live(moved) if is_in_sequence(text.text) else moved, first + step, last + step)


def _in_sequence(lines: list[LiveText]) -> Iterator[LiveText]:
    counts = [0] * len(_NUMBERS)
    for line in lines:
        level, match = _number_of(line.text)
        if match is None or counts[level] == _MOST:
            yield line
            continue
        counts[level:] = [counts[level] + 1, *[0] * (len(counts) - level - 1)]
        number = LiveText(_written(counts[level], match["n"]))
        yield line if line.text[slice(*match.span("n"))] == number.text else line.with_part(*match.span("n"), number)


def _number_of(line: str) -> tuple[int, re.Match[str] | None]:
    matches = ((level, pattern.match(line)) for level, pattern in enumerate(_NUMBERS))
    return next(((level, match) for level, match in matches if match), (0, None))


def _written(value: int, before: str) -> str:
    """Return a number as the one before it was written: in Chinese, in digits, in full-width digits."""
    if not before.isdecimal():
        return numeral_of(value)
    return str(value) if before.isascii() else str(value).translate(FULL_WIDTH_FIGURE)
