"""Paragraphs from the lines of a PDF: by indentation, by lines that end early, by what is centred or set apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from importers.pdf_lines import Line

_INDENT = 1.2
"""Sizes from which a line counts as indented; usual are two."""
_CENTRED = 2.3
"""Sizes from which equal gaps on both sides mean that a line is centred."""
_EQUAL = 1.0
"""Sizes by which these gaps may differ."""
_DEEPEST_INDENT = 5.0
"""Sizes from which a line is set to the right, not indented."""
_OTHER_SIZE = 0.12
_WIDER = 1.6
"""Usual distances between lines from which a distance sets a paragraph apart."""
_LATIN_WIDTH = 0.55
"""Sizes that a letter or digit takes up about."""
_FARTHEST = 0.85
"""Share of the longest line from which lines may be full."""
_ALIGNED = 3.0
_LARGEST_RIGHT_MARGIN = 2.5
"""Sizes by which the right margin may be wider than the left one where no lines show it."""
_SURE = 3
"""Lines that end at the same place where the right margin is."""
_TOKEN = re.compile(r"(?:[!-~]+|.)[，。；：、！？）》〉」』】〕”’…%％]*")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a page begin and end, in points, and the usual distance between them."""

    left: float
    right: float
    distance: float


def margins_of(lines: Sequence[Line], widths: Mapping[int, float]) -> dict[int, Margins]:
    """Return the margins by page number.

    Args:
        lines: all lines of text outside tables.
        widths: of the pages; those as wide have margins alike, odd and even pages each for themselves.
    """
    margins = {}
    for page, width in widths.items():
        as_wide = [line for line in lines if abs(widths[line.page] - width) < _ALIGNED]
        alike = [line for line in as_wide if (line.page - page) % 2 == 0]
        margins[page] = _margins(alike if _aligned(alike) else as_wide, width)
    return margins


def paragraphs_of(lines: Iterable[Line], margins: Mapping[int, Margins]) -> list[list[Line]]:
    """Return the lines of each paragraph; no table stands between the lines given."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, margins):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _aligned(lines: Sequence[Line]) -> list[float]:
    """Return where two lines at least begin, from the left; a single one may hang over."""
    starts = sorted(line.left for line in lines)
    return [one for one, other in pairwise(starts) if other - one <= _ALIGNED]


def _margins(lines: Sequence[Line], width: float) -> Margins:
    if not lines:
        return Margins(0.0, width, width)
    left, size = min(_aligned(lines) or [line.left for line in lines]), median(line.size for line in lines)
    farthest = max(line.right for line in lines)
    ends = [line.right for line in lines if line.right >= _FARTHEST * farthest]
    right = median(ends)
    if sum(abs(end - right) <= _ALIGNED for end in ends) < _SURE:
        right = max(right, width - left - _LARGEST_RIGHT_MARGIN * size)
    distances = [
        below.baseline - above.baseline
        for above, below in pairwise(lines)
        if above.page == below.page and below.baseline > above.baseline
    ]
    return Margins(left, right, median(distances) if distances else width)


def _continues(paragraph: Sequence[Line], line: Line, margins: Mapping[int, Margins]) -> bool:
    """Tell whether a line goes on with a paragraph."""
    before, here, there = paragraph[-1], margins[line.page], margins[paragraph[-1].page]
    if before.is_row or line.is_row or abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
        return False
    if before.page == line.page and line.baseline - before.baseline > _WIDER * here.distance:
        return False
    if _is_centred(before, there) or _is_centred(line, here) or not _is_full(before, line, there):
        return False
    indent = (line.left - here.left) / line.size
    if indent < _INDENT:
        return True
    if len(paragraph) > 1:
        return abs((before.left - there.left) / before.size - indent) < _INDENT / 2
    first_indent = (before.left - there.left) / before.size
    return first_indent < _DEEPEST_INDENT and first_indent - indent >= 1


def _is_centred(line: Line, margins: Margins) -> bool:
    before, after = line.left - margins.left, margins.right - line.right
    return min(before, after) > _CENTRED * line.size and abs(before - after) < _EQUAL * line.size


def _is_full(line: Line, following: Line, margins: Margins) -> bool:
    """Tell whether what begins the following line did not fit into this one."""
    found = _TOKEN.match(following.text)
    token = found[0] if found else ""
    width = sum(_LATIN_WIDTH if character.isascii() else 1.0 for character in token) * following.size
    return line.right + width > margins.right
