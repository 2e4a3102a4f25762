"""Titles of the papers in a PDF: lines at the top of a page, centred and larger than the text."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from statistics import median_low

from importers.pdf_lines import Line
from importers.pdf_tables import DrawnTable
from importers.slips import names_slip

Item = Line | DrawnTable
Title = tuple[Line, ...]
"""The lines of a title from the top."""

_LARGER = 1.2
"""Sizes of the text from which a line is larger."""
_CENTRED = 1.0
"""Sizes by which the middle of a centred line may stand beside that of the page; the margins differ."""
_SAME_SIZE = 0.05
_MOST_PAPERS = 3
"""Papers in one file: the approval slip, the report, the check sheet. What stands on more pages is a running head."""


def large_lines(pages: Sequence[Sequence[Item]], widths: Sequence[float]) -> frozenset[Line]:
    """Return the lines that are set as titles are, wherever they stand on a page.

    Args:
        pages: lines and tables of each page.
        widths: of the pages, in points.
    """
    lines = [
        (line, width) for page, width in zip(pages, widths, strict=True) for line in page if isinstance(line, Line)
    ]
    usual = median_low([line.size for line, _ in lines for _ in line.text] or [0.0])
    large = [line for line, width in lines if line.size >= _LARGER * usual and _is_centred(line, width)]
    count = Counter(line.text for line in large)
    return frozenset(line for line in large if count[line.text] <= _MOST_PAPERS)


def paper_titles(pages: Sequence[Sequence[Item]], large: frozenset[Line], own: str) -> dict[Line, Title]:
    """Return the titles that part the papers of a file, by each of their lines.

    Where no slip stands in a file of another program, its one title is told by its words alone, as where files style
    none: offices leave the agency or the year out of it and name them elsewhere.

    Args:
        pages: lines and tables of each page, without running matter.
        large: the lines that are set as titles are.
        own: the title that a file of this program states; empty for any other.
    """
    titles = [title for page in pages if (title := _title_of(page, large))]
    if not any(names_slip(_text(title)) for title in titles):
        titles = [title for title in titles if _text(title) == "".join(own.split())]
    return {line: title for title in titles for line in title}


def _is_centred(line: Line, width: float) -> bool:
    return abs((line.left + line.right - width) / 2) <= _CENTRED * line.size


def _title_of(page: Sequence[Item], large: frozenset[Line]) -> Title:
    """Return the title at the top of a page, empty where none stands there."""
    lines = [item for item in takewhile(lambda item: item in large, page) if isinstance(item, Line)]
    return tuple(takewhile(lambda line: abs(line.size - lines[0].size) <= _SAME_SIZE * line.size, lines))


def _text(title: Title) -> str:
    return "".join("".join(line.text.split()) for line in title)
