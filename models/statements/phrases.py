"""Each number of a sentence with the words before and behind it that may say what it counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.statements.cues import cues
from models.statements.numbers import NumberInText

_ENDS = ",;。()!?\n+"
_STRONG_ENDS = ";。()!?\n+"
_ANY_END = re.compile(r"[,;。()!?\n、:+]")
_CUT = "~"
"""Stands at the end of words that go on to the next figure."""
_LONGEST = 60
"""Characters before a figure that can say what it counts."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number and the words around it.

    Args:
        number: the number.
        before: the words that end where it begins, from the last comma or figure on.
        after: the words that begin where it ends, up to the next mark or figure.
        wide: like `before`, from the last figure, semicolon or bracket on, its commas left out.
        beyond: like `after`, up to the end of the sentence or, with a ~ there, to the next figure.
        start: where `before` begins in the folded text.
        wide_start: where `wide` begins.
    """

    number: NumberInText
    before: str
    after: str
    wide: str
    beyond: str
    start: int
    wide_start: int

    @property
    def runs_on(self) -> bool:
        """Whether the words behind may say what the next figure counts: 新收的21件申请办结20件."""
        return self.beyond == f"{self.after}{_CUT}"


def phrases_of(text: str, numbers: Sequence[NumberInText], start: int, stop: int) -> Iterator[Phrase]:
    """Yield the phrases of the part of a text from `start` to `stop`, which holds these numbers."""
    lists: list[str] = []
    last = ""
    for index, number in enumerate(numbers):
        left = numbers[index - 1].end if index else start
        right = numbers[index + 1].start if index + 1 < len(numbers) else stop
        begin = _begin(text, left, number.start, _ENDS, is_first=not index)
        is_behind_comma = text[begin - 1 : begin] == "," and begin - 1 > left
        if is_behind_comma and cues()["only_link"].fullmatch(text, begin, number.start):
            begin = _begin(text, left, begin - 1, _ENDS, is_first=not index)
        if text[begin - 1 : begin] == "(" and begin == number.start and text[number.end : number.end + 1] == ")":
            begin = _begin(text, left, begin - 1, _ENDS, is_first=not index)
        wide = _begin(text, left, number.start, _STRONG_ENDS, is_first=not index)
        phrase = Phrase(
            number=number,
            before=text[begin : number.start].replace(",", "").rstrip("("),
            after=_up_to_mark(text, number.end, right),
            wide=text[wide : number.start].replace(",", ""),
            beyond=text[number.end : right] + (_CUT if right < stop else ""),
            start=begin,
            wide_start=wide,
        )
        lists = _items(phrase.before) or (lists if continues(text[left : number.start]) else [])
        phrase = replace(phrase, before=lists.pop(0)) if lists else _with_subject(phrase, last)
        last = phrase.before
        yield phrase


def _begin(text: str, left: int, right: int, ends: str, *, is_first: bool) -> int:
    """Return where the words before a figure begin; what stands before the first mark belongs to the figure before."""
    begin = max(text.rfind(mark, left, right) for mark in ends) + 1
    if begin <= left and not is_first:
        found = _ANY_END.search(text, left, right)
        begin = found.end() if found else left
    return max(begin, left, right - _LONGEST)


def _with_subject(phrase: Phrase, last: str) -> Phrase:
    """Return a phrase that says only up to what a change went with what changed: 新收申请增加7件，达到61件."""
    changed = cues()["changed"].fullmatch(last) if cues()["reached"].fullmatch(phrase.before) else None
    return replace(phrase, before=changed["subject"] + phrase.before) if changed else phrase


def _up_to_mark(text: str, start: int, stop: int) -> str:
    found = _ANY_END.search(text, start, stop)
    return text[start : found.start() if found else stop]


def _items(before: str) -> list[str]:
    """Return what the figures that follow count, one after the other: 维持、纠正分别为3件、1件."""
    match = cues()["respectively"].fullmatch(before) if cues()["item_mark"].search(before) else None
    items = cues()["item_mark"].split(match["items"]) if match else []
    return items if len(items) > 1 else []


def continues(between: str) -> bool:
    """Tell whether what stands between two figures only joins them: 分别为3件、1件."""
    return between in {"、", "和", "及", "以及", ",", "与"}
