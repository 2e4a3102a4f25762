"""Running text as the grammar reads it: half-width signs, no white space, no brackets without a figure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from models.outline import RUNNING_TEXT, outline_line
from models.statements.cues import cues
from models.texts import HALF_WIDTH

_SPACE = re.compile(r"[ \t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000“”‘’\"【】]+")
"""White space but for line ends, and quotation marks."""
_SIGNS = re.compile(r"—(?<!\d—)|—(?!\d)|\((?=[\d,]+\)[件宗起例份笔])|\)(?<=\d\))(?=[件宗起例份笔])")
"""Dashes but for those between figures, and brackets around a figure: 共受理（12）件."""
_FULL_STOP = re.compile(r"(?<=[\u4e00-\u9fff)])\.(?=[\u4e00-\u9fff\n]|$)")
"""A half-width full stop behind a sentence."""
_BROKEN_LINE = re.compile(
    r"\n(?:(?<=\d\n)(?=[件宗起例份笔、,;，；])"
    r"|(?<=[^。；;：:！？!?，,、)\n]\n)(?![一二三四五六七八九十]+、|\(|\d+[.、]|[①-⑳]|第)(?P<whole>))"
)
"""A line end that a copied page left between a figure and its words; behind a `whole` line it may end a heading."""
_LONGEST_HEADING = 24
_FIGURE_AT_END = re.compile(r"\d[件宗起例份笔]$")
"""What ends an item of a list that has no punctuation."""
_HAS_MORE = re.compile(r"[,\d]")
_BRACKETS = re.compile(r"\((?![^()\n]*[一二两三四五六七八九十]件)[^()\d\n]{0,40}\)")
"""A remark without a figure; one that says what is counted stays, its brackets off."""


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text without what does not matter, and where each of its characters stands in the original.

    Args:
        text: the characters that are left.
        places: their offsets in the original; one more for the end.
    """

    text: str
    places: tuple[int, ...]

    def original(self, start: int, stop: int) -> tuple[int, int]:
        """Return the offsets in the original of a part that is not empty."""
        return self.places[start], self.places[stop - 1] + 1


@lru_cache(maxsize=64)
def folded(text: str) -> FoldedText:
    """Return a section's text as the grammar reads it; paragraphs end with a line end."""
    plain = _FULL_STOP.sub("。", text.translate(HALF_WIDTH))
    left_out = [match.span() for pattern in (_SPACE, _SIGNS) for match in pattern.finditer(plain)]
    left_out += [match.span() for match in _BROKEN_LINE.finditer(plain) if not _ends_short_line(plain, match)]
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for start, stop in [*sorted(left_out), (len(plain), len(plain))]:
        parts.append(plain[last:start])
        places += range(last, start)
        last = stop
    return _without_remarks("".join(parts), places, len(plain))


def _ends_short_line(text: str, end: re.Match[str]) -> bool:
    """Tell whether a short line stands for itself: a heading, by its number or last word, or an item that counts."""
    if end["whole"] is None:
        return False
    line = text[text.rfind("\n", 0, end.start()) + 1 : end.start()].strip()
    if len(line) <= _LONGEST_HEADING and _FIGURE_AT_END.search(line):
        return True
    outline = outline_line(line)
    words = line[line.find(")") + 1 :] if line.startswith("(") else line.lstrip("0123456789.、")
    is_numbered = outline.level != RUNNING_TEXT and not outline.text and len(line) <= _LONGEST_HEADING
    return (is_numbered and not _HAS_MORE.search(words)) or cues()["title"].fullmatch(line) is not None


def _without_remarks(text: str, places: list[int], end: int) -> FoldedText:
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for match in _BRACKETS.finditer(text):
        inner = range(match.start() + 1, match.end() - 1)
        stays = cues()["telling"].search(match[0]) is not None
        parts += [text[last : match.start()], text[inner.start : inner.stop] if stays else ""]
        kept += places[last : match.start()] + (places[inner.start : inner.stop] if stays else [])
        last = match.end()
    return FoldedText("".join([*parts, text[last:]]), (*kept, *places[last:], end))
