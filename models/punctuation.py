"""Half-width punctuation marks in Chinese text, and the full-width ones that belong in their place."""

import re
from collections.abc import Iterator

_HAN = "〇\u4e00-\u9fff"
_BEHIND = rf"(?<=[{_HAN}》”’）】〕〉])"
"""What a mark is surely Chinese behind."""
_STRAY = re.compile(rf"[,;:?!](?<=[{_HAN}》”）)].)(?=[{_HAN}《“（(\s]|\Z)|\.(?<=[{_HAN}》”）)].)(?=[{_HAN}\s]|\Z)")
_MARK = re.compile(rf"{_BEHIND}[,;:?!]")
_NUMBERED = re.compile(r"[一二三四五六七八九十]\Z")
"""What stands before a point that belongs to a number: 一."""
_BRACKET = re.compile("[()（）]")
_BRACKETS = "()（）"
_NEAR = 8
"""Characters beside a bracket that are looked at."""
_CHINESE = re.compile(rf"[{_HAN}《》“”‘’【】〔〕〈〉、]")
_WORD = re.compile(r"[A-Za-z0-9_%.]")
_FULL_WIDTH = str.maketrans(",;:?!.()", "，；：？！。（）")


def full_width_of(mark: str) -> str:
    """Return the full-width form of a half-width mark."""
    return mark.translate(_FULL_WIDTH)


def stray_marks(text: str) -> list[int]:
    """Return the places of half-width marks that surely end a clause of Chinese; brackets are left out."""
    return [match.start() for match in _STRAY.finditer(text) if not _is_of_number(text, match)]


def in_full_width(text: str) -> str:
    """Return a text with full-width marks in the place of half-width ones behind Chinese, one for one.

    Brackets are changed in pairs. What stands between digits, in Latin words and in addresses of pages stays.
    """
    plain = "\n".join(map(_with_full_brackets, text.split("\n")))
    letters = list(plain)
    for place in {*stray_marks(plain), *(match.start() for match in _MARK.finditer(plain))}:
        letters[place] = full_width_of(letters[place])
    return "".join(letters)


def _is_of_number(text: str, match: re.Match[str]) -> bool:
    return match[0] == "." and _NUMBERED.search(text, max(0, match.start() - 1), match.start()) is not None


# ── brackets ────────────────────────────────────────────────────────────


def _with_full_brackets(line: str) -> str:
    letters = list(line)
    for opening, closing in sorted(_pairs(line)):
        if letters[opening - 1 : opening] == ["）"] or _is_chinese(line, opening, closing):
            letters[opening], letters[closing] = "（", "）"
    return "".join(letters)


def _pairs(line: str) -> Iterator[tuple[int, int]]:
    """Yield the places of brackets that belong together, of either width."""
    waiting: list[int] = []
    for match in _BRACKET.finditer(line):
        if match[0] in "(（":
            waiting.append(match.start())
        elif waiting:
            yield waiting.pop(), match.start()


def _is_chinese(line: str, opening: int, closing: int) -> bool:
    """Tell whether a pair stands in Chinese text: behind it, around it, or before it and behind no Latin word.

    Brackets beside the pair say nothing, and marks neither, as they may become others themselves.
    """
    if line[opening] == "（" or line[closing] == "）":
        return True
    before = line[max(0, opening - _NEAR) : opening].rstrip(_BRACKETS)[-1:]
    behind = line[closing + 1 : closing + 1 + _NEAR].lstrip(_BRACKETS)[:1]
    first = line[opening + 1 : min(closing, opening + 1 + _NEAR)].lstrip(_BRACKETS)[:1]
    last = line[max(opening + 1, closing - _NEAR) : closing].rstrip(_BRACKETS)[-1:]
    if any(_CHINESE.match(each) for each in (before, first, last)):
        return True
    return not _WORD.match(before) and _CHINESE.match(behind) is not None
