"""Tables cut by the end of a page: headers that repeat, rows and merged cells that go on on the next page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from importers.blocks import Grid, GridCell
from importers.pdf_lines import Line, glued
from importers.pdf_tables import Box, DrawnTable, clustered, nearest
from models.form import Place

_SAME_EDGE = 3.0
"""Points by which the edges of the parts of a table may differ."""
_PADDING = 6.0
"""Points at most between a cell's edge and its text."""
_FULL = 1.1
"""Characters that fit no more at the end of a line after which a text goes on."""

_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十甲乙丙丁\d]{1,3}[）)、.．,，]|[㈠-㈩①-⑳]|第[一二三四五六七八九十]{1,3}"
)
_ONE_OF_TWO = ((True, False), (False, True))
_NEITHER = (False, False)
"""Whether there is a text in a cell above the end of the page, and in the one below."""
_FIGURE = re.compile(r"[\d０-９.．,，%％/／+\-－—\s]+")
_WORDS = re.compile(r"[^\W\d_].*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell with its rows in the whole table, its edges in points, its text, and whether that fills its last line."""

    row: int
    row_span: int
    left: float
    right: float
    text: str = ""
    is_full: bool = False

    @property
    def stop(self) -> int:
        """The row below it."""
        return self.row + self.row_span

    def is_above(self, other: "PageCell") -> bool:
        """Tell whether another cell has the same edges."""
        return abs(self.left - other.left) <= _SAME_EDGE and abs(self.right - other.right) <= _SAME_EDGE


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on one page or several: its height in rows, its cells, and the texts that were joined over a page."""

    height: int
    cells: tuple[PageCell, ...]
    joints: tuple[str, ...] = ()

    @property
    def edges(self) -> tuple[float, float]:
        """Where it begins and ends on the left and right."""
        return min(cell.left for cell in self.cells), max(cell.right for cell in self.cells)

    def goes_on_in(self, other: "PageTable") -> bool:
        """Tell whether a table at the top of the next page may be the rest of this one at the bottom of its own."""
        return all(abs(one - two) <= _SAME_EDGE for one, two in zip(self.edges, other.edges, strict=True))

    def grid(self) -> Grid:
        """Return it as a grid."""
        edges = clustered((edge for cell in self.cells for edge in (cell.left, cell.right)), _SAME_EDGE)
        cells = [GridCell(cell.text, _place(cell, edges)) for cell in self.cells]
        return Grid(tuple(sorted(cells, key=lambda cell: (cell.place.row, cell.place.column))))


def table_of(drawn: DrawnTable, lines: Mapping[Box, Sequence[Line]]) -> PageTable:
    """Return a table with its texts; lines by cell."""
    cells = [
        PageCell(
            row=box.place.row,
            row_span=box.place.row_span,
            left=box.left,
            right=box.right,
            text=_text(box, lines.get(box, ())),
            is_full=_is_full(box, lines.get(box, ())),
        )
        for box in drawn.boxes
    ]
    return PageTable(len(drawn.rows) - 1, tuple(cells))


def joined_tables(upper: PageTable, lower: PageTable) -> PageTable:
    """Return the table of which these are the parts before and after the end of a page."""
    lower = _without_header(upper, lower)
    pairs = _pairs(upper, lower)
    is_one_row = _are_complete(pairs, upper, lower) and _is_one_row(pairs)
    shift = upper.height - is_one_row
    moved = {cell: replace(cell, row=cell.row + shift) for cell in lower.cells}
    above, joints = {cell: cell for cell in upper.cells}, list(upper.joints)
    for one, other in pairs:
        if is_one_row or _is_one_cell(one, other, pairs):
            text = glued(one.text, other.text)
            above[one] = replace(one, text=text, row_span=moved[other].stop - one.row, is_full=other.is_full)
            del moved[other]
            joints += [text] if one.text and other.text else []
    return PageTable(shift + lower.height, (*above.values(), *moved.values()), tuple(joints))


def _place(cell: PageCell, edges: Sequence[float]) -> Place:
    first, last = nearest(edges, cell.left), nearest(edges, cell.right)
    return Place(cell.row, first, cell.row_span, max(1, last - first))


def _text(box: Box, lines: Sequence[Line]) -> str:
    """Join a cell's lines; figures one below the other are two unless the first one fills its line."""
    text = ""
    for index, line in enumerate(lines):
        are_figures = text[-1:].isdigit() and line.text[:1].isdigit()
        if are_figures and not _is_full(box, lines[:index]):
            text = f"{text}\n{line.text}"
        else:
            text = glued(text, line.text, is_spaced=index > 0 and lines[index - 1].ends_in_space)
    return text


def _is_full(box: Box, lines: Sequence[Line]) -> bool:
    if not lines:
        return False
    last, padding = lines[-1], max(0.0, min(_PADDING, *(line.left - box.left for line in lines)))
    width = last.size / 2 if last.text[-1:].isascii() else last.size
    return box.right - padding - last.right < _FULL * width


def _without_header(upper: PageTable, lower: PageTable) -> PageTable:
    """Drop the rows at the top of a part that repeat those at the top of the table."""
    for height in range(min(upper.height, lower.height - 1), 0, -1):
        header = [cell for cell in lower.cells if cell.row < height]
        known = [cell for cell in upper.cells if cell.row < height]
        if all(_WORDS.search(cell.text) or not cell.text for cell in header) and _are_alike(known, header):
            rest = [replace(cell, row=cell.row - height) for cell in lower.cells if cell.row >= height]
            return PageTable(lower.height - height, tuple(rest))
    return lower


def _are_alike(known: Sequence[PageCell], header: Sequence[PageCell]) -> bool:
    return (
        any(cell.text for cell in header)
        and len(known) == len(header)
        and all(
            one.is_above(other) and (one.row, one.row_span, one.text) == (other.row, other.row_span, other.text)
            for one, other in zip(known, header, strict=True)
        )
    )


def _pairs(upper: PageTable, lower: PageTable) -> list[tuple[PageCell, PageCell]]:
    """Return the cells with the same edges that meet at the end of the page."""
    ending = [cell for cell in upper.cells if cell.stop == upper.height]
    beginning = [cell for cell in lower.cells if cell.row == 0]
    return [(one, other) for one in ending for other in beginning if one.is_above(other)]


def _are_complete(pairs: Sequence[tuple[PageCell, PageCell]], upper: PageTable, lower: PageTable) -> bool:
    """Tell whether the rows that meet have the same columns."""
    ending = sum(cell.stop == upper.height for cell in upper.cells)
    beginning = sum(cell.row == 0 for cell in lower.cells)
    return ending == beginning == len(pairs)


def _is_one_row(pairs: Sequence[tuple[PageCell, PageCell]]) -> bool:
    """Tell whether the first row of a page is the rest of the last one before.

    A text goes on, or all of the row stands on one of the pages, or its label on one and its figures on the other;
    nothing stands on both.
    """
    own = [(bool(one.text), bool(other.text)) for one, other in pairs if one.row_span == other.row_span == 1]
    is_rest = own[:1] == [(True, False)]
    whole = [pair for pair in pairs if not _goes_on(*pair) and not (is_rest and _is_cut_figure(*pair))]
    if any(one.text and other.text for one, other in whole):
        return False
    is_blank = [all(not pair[side].text or pair[side].row_span > 1 for pair in pairs) for side in (0, 1)]
    is_beside = len(set(own)) > 1 and own[0] in _ONE_OF_TWO and set(own[1:]) <= {own[0][::-1], _NEITHER}
    return len(whole) < len(pairs) or any(is_blank) or is_beside


def _goes_on(one: PageCell, other: PageCell) -> bool:
    """Tell whether a text goes on in the cell below; a text with a number in front is a new one."""
    if not one.text or not other.text or _FIGURE.fullmatch(one.text) or _FIGURE.fullmatch(other.text):
        return False
    is_open = one.text.count("（") > one.text.count("）")
    return is_open or (one.is_full and not _NUMBERED.match(other.text))


def _is_cut_figure(one: PageCell, other: PageCell) -> bool:
    """Tell whether a figure too long for its cell may go on in the cell below."""
    return one.is_full and one.text[-1:].isdigit() and _FIGURE.fullmatch(one.text + other.text) is not None


def _is_one_cell(one: PageCell, other: PageCell, pairs: Sequence[tuple[PageCell, PageCell]]) -> bool:
    """Tell whether the label of several rows goes on on the next page."""
    if not one.text or not other.text:
        part = other if one.text else one
        return part.row_span > 1
    groups_rows = max(one.row_span, other.row_span) > 1 or _is_left_of_label(other, pairs)
    return groups_rows and _NUMBERED.match(one.text) is not None and _goes_on(one, other)


def _is_left_of_label(cell: PageCell, pairs: Sequence[tuple[PageCell, PageCell]]) -> bool:
    return any(other.left > cell.left and _WORDS.search(other.text) for _, other in pairs)
