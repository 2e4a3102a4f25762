"""The levels of running text, 一、（一）1.（1）, told from how a paragraph begins (GB/T 9704—2012, 7.3.3)."""

import re
from dataclasses import dataclass

_CHINESE = "[（(][一二三四五六七八九十百]{1,4}[）)]"
_NUMBERS = (
    (2, _CHINESE),
    (3, r"\d{1,2}[.．、](?!\d)"),
    (4, r"[（(]\d{1,2}[）)]"),
)
_HEADINGS = tuple((level, re.compile(number + r"[^。！？；!?;]{1,30}")) for level, number in _NUMBERS)
_LEAD_SENTENCE = re.compile(f"({_CHINESE}[^。！？；]{{1,50}}[。！？])(.+)", re.DOTALL)
"""A longer sentence is no heading that runs on, but text."""

RUNNING_TEXT = 0


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A paragraph and what of it is a heading.

    Args:
        level: 2 for （一）, 3 for 1., 4 for （1）; level 1 is the section's title. RUNNING_TEXT for anything else.
        heading: the words that are the heading; empty in running text.
        text: what runs on behind them.
    """

    level: int
    heading: str
    text: str


def outline_line(paragraph: str) -> OutlineLine:
    """Return what of a paragraph is a heading: all of it where it is short, else its first sentence after （一）."""
    for level, pattern in _HEADINGS:
        if pattern.fullmatch(paragraph):
            return OutlineLine(level, paragraph, "")
    if lead := _LEAD_SENTENCE.fullmatch(paragraph):
        return OutlineLine(2, lead[1], lead[2])
    return OutlineLine(RUNNING_TEXT, "", paragraph)
