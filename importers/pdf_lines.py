"""Lines of text from glyphs, and their joining where a line ended only because the paper did."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from importers.pdf_page import Glyph
from importers.text_cells import reads_as_value

_SAME_LINE = 0.5
"""Sizes by which the baselines within a line may differ; a raised figure stays in its line."""
_SAME_PLACE = 0.3
"""Widths by which a character drawn twice, to look bold, is shifted."""
_WORD_GAP = 0.2
"""Sizes between two words written in Latin letters; Chinese text is set apart from them by more without any space."""
_WIDE_GAP = 2.0
"""Sizes from which a gap counts as one."""
_NARROW_GAP = 0.7
"""Sizes between the labels of narrow columns."""
_FEWEST_CELLS = 3
_MARK = re.compile("[，。；：:]")
_LETTER_AND_LETTER = re.compile(r"[A-Za-z,;][A-Za-z]")
_ADDRESS = re.compile(r"[A-Za-z\d][.@/:][A-Za-z\d/]")
"""Part of an address of a page or of mail, which may be broken anywhere."""
_WORD = re.compile(r"[!-~]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page and its place in points."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    ends_in_space: bool = False
    is_row: bool = False
    """Whether gaps divide it into cells: a row of a table without lines."""

    @property
    def top(self) -> float:
        """About where it begins."""
        return self.baseline - self.size


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines that glyphs form, from the top."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.baseline, each.left)):
        if rows and glyph.baseline - rows[-1][0].baseline <= _SAME_LINE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := _line(row, page)) is not None]


def joined(lines: Iterable[Line]) -> str:
    """Join lines into the text they were before they were broken."""
    text, is_spaced = "", False
    for line in lines:
        text = glued(text, line.text, is_spaced=is_spaced)
        is_spaced = line.ends_in_space
    return text


def glued(text: str, following: str, *, is_spaced: bool = False) -> str:
    """Join two texts; words written in Latin letters need a space, Chinese ones never have one.

    Args:
        text: may be empty.
        following: what comes after it.
        is_spaced: whether a space was written between them.
    """
    seam = text[-1:] + following[:1]
    ends = text.rsplit(maxsplit=1)[-1:] + following.split(maxsplit=1)[:1]
    are_words = _LETTER_AND_LETTER.fullmatch(seam) and not _ADDRESS.search("".join(ends))
    needs_space = are_words or (is_spaced and any(map(str.isascii, seam)))
    return f"{text} {following}" if needs_space else text + following


def _line(row: Sequence[Glyph], page: int) -> Line | None:
    """Return a line, None where only spaces stand in it."""
    glyphs = sorted(row, key=lambda glyph: glyph.left)
    filled = [glyph for glyph in glyphs if glyph.text.strip()]
    if not filled:
        return None
    cells = _cells(filled)
    is_row = _is_row(cells)
    text = " ".join(cells) if is_row else "".join(_spaced(glyphs))
    size = median(glyph.size for glyph in filled)
    baseline = median(glyph.baseline for glyph in filled)
    right = max(glyph.right for glyph in filled)
    ends_in_space = text[-1:].isspace()
    return Line(text.strip(), page, filled[0].left, right, baseline, size, ends_in_space, is_row)


def _cells(filled: Sequence[Glyph]) -> list[str]:
    """Return the texts between the gaps of a line; beside a wide gap a narrow one counts as one, too."""
    gaps = [(after.left - before.right) / min(before.size, after.size) for before, after in pairwise(filled)]
    if max(gaps, default=0.0) <= _WIDE_GAP:
        return []
    edges = [0, *(index for index, gap in enumerate(gaps, 1) if gap > _NARROW_GAP), len(filled)]
    return ["".join(_spaced(filled[start:stop])) for start, stop in pairwise(edges)]


def _is_row(cells: Sequence[str]) -> bool:
    """Tell whether texts side by side are cells: a figure at the end, or several words without a mark between them."""
    if len(cells) < _FEWEST_CELLS - 1:
        return False
    are_words = len(cells) >= _FEWEST_CELLS and not any(_MARK.search(cell) for cell in cells)
    return are_words or reads_as_value(cells[-1])


def _spaced(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield the characters of a line with the spaces that the file leaves out."""
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            if _is_drawn_again(glyph, before):
                continue
            if _are_apart(before, glyph):
                yield " "
        yield glyph.text
        before = glyph


def _is_drawn_again(glyph: Glyph, before: Glyph) -> bool:
    width = max(glyph.right - glyph.left, 1.0)
    return glyph.text == before.text and glyph.left - before.left < _SAME_PLACE * width


def _are_apart(before: Glyph, glyph: Glyph) -> bool:
    gap = (glyph.left - before.right) / min(before.size, glyph.size)
    are_words = _WORD.fullmatch(before.text[-1:] + glyph.text[:1]) is not None
    is_space = not before.text.strip() or not glyph.text.strip()
    return not is_space and gap > (_WORD_GAP if are_words else _WIDE_GAP)
