"""Page numbers, running heads and what else stands on every page without belonging to the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from importers.pdf_lines import Line
from importers.pdf_tables import DrawnTable

Item = Line | DrawnTable

_MOST_LINES = 4
"""Lines of running matter at the top or the bottom of a page."""
_SAME_PLACE = 3.0
"""Points by which running matter may move from page to page."""
_LEAST_SHARE = 3
"""Running matter stands on at least one of so many pages; odd and even pages may differ."""
_DIGITS = re.compile(r"\d+")
_MARKS = r"[\s\-‐-―－−_·•.．~～|｜]*"
_NUMBER = re.compile(
    rf"(?P<before>{_MARKS}(?:第|[Pp]age|[Pp]\.)?\s*)(?P<number>\d{{1,3}})"
    rf"(?P<after>\s*(?:页|(?:/|／|of)\s*\d{{1,3}}|页?[，,]?\s*/?\s*共\s*\d{{1,3}}\s*页)?{_MARKS})"
)
_CONTINUED = re.compile(r"[（(【\[]?(?:(?:续|接)上?(?:表|页).{0,3}|表.{0,3}[（(]?续[）)]?)[）)】\]]?")

_DRAFT = re.compile(r"[（(【\[]?(?:送审|报批|讨论|征求意见)稿[）)】\]]?")
"""What marks the pages of a draft, be it a single page."""

_TOP, _BOTTOM = 0, -1


def without_running_matter(pages: Sequence[Sequence[Item]], titles: frozenset[Line]) -> list[list[Item]]:
    """Return what stands on each page, from the top, without what stands there only because a page ends.

    Args:
        pages: lines and tables of each page.
        titles: lines that are set as titles are; those of several papers in one file begin alike.
    """
    left = [list(page) for page in pages]
    for edge in (_TOP, _BOTTOM):
        for _ in range(_MOST_LINES):
            dropped = [
                index
                for index, page in enumerate(left)
                if page and page[edge] not in titles and _runs(index, left, edge)
            ]
            for index in dropped:
                del left[index][edge]
            if not dropped:
                break
    return [list(_without_notes(page)) for page in left]


def _runs(index: int, pages: Sequence[Sequence[Item]], edge: int) -> bool:
    line = pages[index][edge]
    if isinstance(line, DrawnTable):
        return False
    lines = [(number, each) for number, page in enumerate(pages) if page and isinstance(each := page[edge], Line)]
    number = _NUMBER.fullmatch(line.text)
    if number is not None:
        is_marked = bool((number["before"] + number["after"]).strip())
        return is_marked or _counts(int(number["number"]) - index, lines, len(pages))
    if edge == _TOP and _DRAFT.fullmatch(line.text):
        return True
    alike = [each for _, each in lines if _is_repeated(line, each)]
    return len(alike) > 1 and len(alike) * _LEAST_SHARE >= len(pages)


def _counts(offset: int, lines: Sequence[tuple[int, Line]], pages: int) -> bool:
    """Tell whether bare numbers rise from page to page; a single one is the page's own."""
    offsets = Counter(int(line.text) - index for index, line in lines if line.text.isdecimal())
    return offsets[offset] > 1 or (pages == 1 and offset == 1)


def _is_repeated(line: Line, other: Line) -> bool:
    is_same_text = _DIGITS.sub("#", line.text) == _DIGITS.sub("#", other.text)
    return is_same_text and abs(line.baseline - other.baseline) <= _SAME_PLACE


def _without_notes(page: Sequence[Item]) -> Iterator[Item]:
    """Leave out the words over a table that say it goes on."""
    for index, item in enumerate(page):
        is_first = isinstance(item, Line) and index + 1 < len(page) and isinstance(page[index + 1], DrawnTable)
        if not (is_first and index == 0 and isinstance(item, Line) and _CONTINUED.fullmatch(item.text)):
            yield item
