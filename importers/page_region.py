"""The report's own region on a web page; paths, menus, notices and metadata around it are no part of the report."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from importers.blocks import Block, Grid, Paragraph
from importers.labels import wording
from importers.metadata import is_metadata
from importers.page_flow import Extent, Flow, Line
from importers.page_table import is_filled

OUTSIDE = "网页其他内容"
"""The part under which blocks stand that are not of the report; no section goes on there."""

TitleTest = Callable[[str], bool]
"""Tells whether a text is the title of the report."""

_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]")
_LONGEST_TITLE = 60
_TITLE_LINES = 3
_TITLE_REACH = 500
"""Lines above the first section among which a title is looked for."""
_MARKS_OF_A_REPORT = 2
"""Titles and tables below which a page says too little about where its report stands."""
_PATH = re.compile(r"[>»›＞]|(?:当前|所在)的?位置")
"""What stands in the path from the home page to an article."""
_NAME = re.compile(r"\w{2,40}")
_NAMES_ABOVE = 2
"""Lines above a title that may be the agency's name."""
_SENTENCE = re.compile(r"。|[：:]$")
_LABELLED = re.compile(r"[：:]|\[.*\]|【.*】")
_LONGEST_BUTTON = 6
"""Letters of the longest word on a line of buttons."""


@dataclass(frozen=True, slots=True)
class Division:
    """A page divided into the report and what stands around it, each in reading order; menus are left out."""

    report: tuple[Block, ...]
    outside: tuple[Block, ...]


def divide(flow: Flow, title_tests: Sequence[TitleTest]) -> Division:
    """Find the report on a page.

    Its region is the smallest element that holds its numbered titles and tables of figures and more than
    half of the page's text; it begins with the report's title.

    Args:
        flow: the page.
        title_tests: what tells the report's title, the surest first.
    """
    region = _smallest_region(flow)
    title = _find_title(flow.items, region, title_tests)
    own = {*_marks(flow.items), *title}
    beside = _held([each for each in flow.extents if each.is_navigation or each.is_furniture], flow.items, own)
    menus = _held([each for each in flow.extents if each.is_navigation], flow.items, own)
    kept = {index for index in _within(flow.items, region, title) if index not in beside}
    left = (
        item for index, item in enumerate(flow.items) if index not in kept and index not in menus and not _is_menu(item)
    )
    report = tuple(_block(item) for index, item in enumerate(flow.items) if index in kept)
    return Division(report, tuple(_joined(left)))


def _marks(items: Sequence[Line | Grid]) -> list[int]:
    """Return the items that surely belong to a report: numbered titles and tables of figures."""
    return [index for index, item in enumerate(items) if _is_mark(item)]


def _is_mark(item: Line | Grid) -> bool:
    if isinstance(item, Grid):
        return is_filled(item)
    return not item.is_link and len(item.text) <= _LONGEST_TITLE and bool(_NUMBERED.match(item.text))


def _smallest_region(flow: Flow) -> range:
    """Return the items of the smallest element that holds all marks and most of the text."""
    whole, marks = range(len(flow.items)), _marks(flow.items)
    if len(marks) < _MARKS_OF_A_REPORT:
        return whole
    weights = [0, *accumulate(map(_weight, flow.items))]
    holders = (
        each.items
        for each in flow.extents
        if each.items.start <= marks[0] and each.items.stop > marks[-1]
        if 2 * (weights[each.items.stop] - weights[each.items.start]) > weights[-1]
    )
    return min(holders, key=len, default=whole)


def _weight(item: Line | Grid) -> int:
    if isinstance(item, Grid):
        return sum(len(cell.text) for cell in item.cells)
    return 0 if item.is_link else len(item.text)


def _find_title(items: Sequence[Line | Grid], region: range, title_tests: Sequence[TitleTest]) -> range:
    """Return the title's lines: the first in the region, else the last before it; empty where there is none."""
    stop = next(iter(_marks(items)), len(items))
    for is_title in title_tests:
        for count in range(1, _TITLE_LINES + 1):
            starts = range(max(0, stop - _TITLE_REACH), stop - count + 1)
            found = [start for start in starts if is_title(_title_text(items[start : start + count]))]
            if found:
                start = next((each for each in found if each >= region.start), found[-1])
                return range(start - _names_above(items, start, is_title), start + count)
    return range(region.start, region.start)


def _title_text(lines: Sequence[Line | Grid]) -> str:
    """Return lines as one, empty where one of them belongs to a menu or is a table."""
    plain = [line.text for line in lines if isinstance(line, Line) and not _is_menu(line) and not line.is_link]
    return "".join("".join(plain).split()) if len(plain) == len(lines) else ""


def _names_above(items: Sequence[Line | Grid], start: int, is_title: TitleTest) -> int:
    """Return how many lines above a title that names no agency are names, in elements of the same kind."""
    first = items[start]
    if not isinstance(first, Line) or not (first.text[0].isdigit() or not is_title(first.text[1:])):
        return 0
    above = items[max(0, start - _NAMES_ABOVE) : start][::-1]
    is_name = [
        isinstance(line, Line) and line.block == first.block and not line.has_link and bool(_NAME.fullmatch(line.text))
        for line in above
    ]
    return [*is_name, False].index(False)


def _held(extents: Iterable[Extent], items: Sequence[Line | Grid], own: set[int]) -> frozenset[int]:
    """Return the items in these elements; one with a mark, a title, a table or a sentence is no such element."""
    telling = [0, *accumulate(index in own or _is_telling(item) for index, item in enumerate(items))]
    steps = [0] * (len(items) + 1)
    for each in extents:
        if telling[each.items.start] == telling[each.items.stop]:
            steps[each.items.start] += 1
            steps[each.items.stop] -= 1
    return frozenset(index for index, depth in enumerate(accumulate(steps)) if depth)


def _is_telling(item: Line | Grid) -> bool:
    return isinstance(item, Grid) or bool(_SENTENCE.search(item.text))


def _within(items: Sequence[Line | Grid], region: range, title: range) -> Iterator[int]:
    """Yield the title, sentences between it and the region, and the region, without lines about the page."""
    yield from title
    has_begun = not title
    for index in range(title.stop, region.stop):
        item = items[index]
        has_begun = has_begun or _is_mark(item) or _is_telling(item)
        if index in region:
            is_about_page = not has_begun and isinstance(item, Line) and _is_about_page(item)
        else:
            is_about_page = isinstance(item, Grid) or not _is_telling(item)
        if not is_about_page:
            yield index


def _is_about_page(line: Line) -> bool:
    """Tell whether a line below the title says when and where a page was published, or holds buttons."""
    words = re.findall(r"\w+", line.text)
    is_buttons = len(words) > 1 and max(map(len, words)) <= _LONGEST_BUTTON
    number = wording(line.text)
    is_numbered = number.is_numbered or number.is_bracketed
    return line.is_link or bool(_LABELLED.search(line.text)) or (is_buttons and not is_numbered)


def _is_menu(item: Line | Grid) -> bool:
    """Tell whether an item is part of a menu or the path to an article, and so never of a report."""
    return isinstance(item, Line) and (item.is_link or (item.has_link and bool(_PATH.search(item.text))))


def _block(item: Line | Grid, part: str = "") -> Block:
    return Grid(item.cells, part) if isinstance(item, Grid) else Paragraph(item.text, item.level, part)


def _joined(items: Iterable[Line | Grid]) -> Iterator[Block]:
    """Yield what stands around a report, runs of lines that say nothing by themselves as one paragraph."""
    for stands_alone, run in groupby(items, key=_stands_alone):
        if stands_alone:
            yield from (_block(item, OUTSIDE) for item in run)
        else:
            yield Paragraph("\n".join(item.text for item in run if isinstance(item, Line)), None, OUTSIDE)


def _stands_alone(item: Line | Grid) -> bool:
    return isinstance(item, Grid) or _is_telling(item) or is_metadata(item.text)
