"""Automatic numbers of Word paragraphs: "一、" is not in the text but in numbering.xml."""

import re
from dataclasses import dataclass, field

from importers.office_xml import Element, attribute, child, local, number
from importers.word_styles import NumberingUse

_DEPTHS = 9
_DIGITS = "〇一二三四五六七八九"
_TEN = 10
_HUNDRED = 100
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CHINESE_FORMATS = frozenset(
    ["chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"]
)
_WORDLESS = frozenset({"bullet", "none"})
_LONGEST = 50
"""Characters of the text around a number; Word takes no more than 31."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    number_format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class _List:
    """A numbered list of a document and how far it has counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts a document's numbered paragraphs in reading order."""

    def __init__(self, root: Element | None) -> None:
        """Read numbering.xml; a document may have none."""
        elements = list(root) if root is not None else []
        lists = {
            attribute(each, "abstractNumId"): _List(_read_levels(each))
            for each in elements
            if local(each) == "abstractNum"
        }
        self._uses = {attribute(each, "numId"): each for each in elements if local(each) == "num"}
        self._lists = {
            key: lists[base]
            for key, each in self._uses.items()
            if (base := attribute(child(each, "abstractNumId"))) in lists
        }
        self._begun: set[str] = set()

    def next_number(self, use: NumberingUse | None) -> str:
        """Count a paragraph and return its number as printed: "（一）"; empty where it has none."""
        numbered = self._lists.get(use.list_id) if use is not None else None
        if use is None or numbered is None:
            return ""
        depth = min(use.depth or 0, _DEPTHS - 1)
        self._begin(use.list_id, numbered)
        level = numbered.levels.get(depth, _Level())
        numbered.counts[depth] = numbered.counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _DEPTHS):
            numbered.counts.pop(deeper, None)
        return "" if level.number_format in _WORDLESS else _printed(numbered, level)

    def _begin(self, list_id: str, numbered: _List) -> None:
        """Let a list that restarts another begin anew."""
        if list_id in self._begun:
            return
        self._begun.add(list_id)
        for override in self._uses[list_id]:
            start = child(override, "startOverride")
            if start is not None:
                numbered.counts[number(override, "ilvl")] = number(start, default=1) - 1


def _read_levels(abstract: Element) -> dict[int, _Level]:
    return {
        number(each, "ilvl"): _Level(
            start=number(child(each, "start"), default=1),
            number_format=attribute(child(each, "numFmt"), default="decimal"),
            text=attribute(child(each, "lvlText"))[:_LONGEST],
        )
        for each in abstract
        if local(each) == "lvl"
    }


def _printed(numbered: _List, level: _Level) -> str:
    def count(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        counted = numbered.levels.get(depth, _Level())
        return _in_format(numbered.counts.get(depth, counted.start), counted.number_format)

    return re.sub(r"%([1-9])", count, level.text)


def _in_format(count: int, number_format: str) -> str:
    if number_format in _CHINESE_FORMATS and 0 < count < _HUNDRED:
        return _chinese(count)
    if number_format.lower().endswith("roman") and 0 < count < _HUNDRED:
        return _roman(count).upper() if number_format.startswith("upper") else _roman(count)
    if number_format.endswith("Letter") and 0 < count <= len("abcdefghijklmnopqrstuvwxyz"):
        return chr(ord("A" if number_format.startswith("upper") else "a") + count - 1)
    if number_format.startswith("decimalEnclosedCircle") and 0 < count <= 2 * _TEN:
        return chr(ord("①") + count - 1)
    return str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, _TEN)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written
