"""Running text as the grammar reads it: half-width signs, no white space, no brackets without a figure."""

import re
from dataclasses import dataclass
from functools import lru_cache

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACE = re.compile(r"[^\S\n]+|[“”‘’\"—【】]|\((?=[\d,]+\)[件宗起例份笔])|(?<=\d)\)(?=[件宗起例份笔])")
"""White space, quotation marks, and brackets around a figure: 共受理（12）件."""
_FULL_STOP = re.compile(r"(?<=[\u4e00-\u9fff)])\.(?=[\u4e00-\u9fff\n]|$)")
"""A half-width full stop behind a sentence."""
_BROKEN_LINE = re.compile(
    r"(?<=\d)\n(?=[件宗起例份笔、,;，；])|(?<=[^。；;：:！？!?，,、)\n])\n(?![一二三四五六七八九十]+、|\(|\d+[.、]|[①-⑳]|第)"
)
"""A line end that a copied page left between a figure and its words."""
_BRACKETS = re.compile(r"\([^()\d\n]{0,40}\)")
"""A remark without a figure; one that says what is counted stays, its brackets off."""
_TELLING = re.compile(r"部分公开|予以公开|备案|代|口径")


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
    plain = _FULL_STOP.sub("。", text.translate(_HALF_WIDTH))
    left_out = bytearray(len(plain))
    for pattern in (_SPACE, _BROKEN_LINE):
        for match in pattern.finditer(plain):
            left_out[match.start() : match.end()] = b"\1" * len(match[0])
    places = [index for index, out in enumerate(left_out) if not out]
    return _without_remarks("".join(plain[index] for index in places), places, len(plain))


def _without_remarks(text: str, places: list[int], end: int) -> FoldedText:
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for match in _BRACKETS.finditer(text):
        inner = range(match.start() + 1, match.end() - 1)
        stays = _TELLING.search(match[0]) is not None
        parts += [text[last : match.start()], text[inner.start : inner.stop] if stays else ""]
        kept += places[last : match.start()] + (places[inner.start : inner.stop] if stays else [])
        last = match.end()
    return FoldedText("".join([*parts, text[last:]]), (*kept, *places[last:], end))
