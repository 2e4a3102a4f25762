"""Finding the columns of a table in a grid by the labels above them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from importers.blocks import Grid, GridCell
from importers.labels import BARE, CORE, is_bracketed, is_like_one, likeness, wording
from importers.table_shape import BandShape, Line
from importers.units import stands_for_figure
from models.cell_value import Blank, Unreadable, read_entry

_SAME = 1e-9
_PRINTED = 0.01
"""What the form's own wording counts above a variant: 总计 is the total where 小计 stands beside it."""
_HINT = 0.1
"""What a group's label further left adds, where the cell that should hold it is blank."""
_SPLIT_ROWS = 2
"""Grid rows a header may have beyond its levels, where a label is spread over two."""


@dataclass(frozen=True, eq=False)
class Header:
    """Where the columns of a band are in a grid.

    Args:
        shape: the band.
        bottom: the grid row in which the header ends; -1 where it stands in an earlier grid.
        columns: for each column of the band, by its position on the form, the cell of its label.
        heads: all label cells of the header's columns from the left, unknown ones included.
        width: columns of the grid.
        is_implied: whether the columns were told by their order, for want of labels.
    """

    shape: BandShape
    bottom: int
    columns: Mapping[int, GridCell]
    heads: tuple[GridCell, ...]
    width: int
    is_implied: bool = False

    @property
    def subtotals(self) -> tuple[GridCell, ...]:
        """The label cells of columns of subtotals that the form does not have."""
        known = {cell.place for cell in self.columns.values()}
        return tuple(cell for cell in self.heads if cell.place not in known and self.shape.is_subtotal(cell.text))

    @property
    def first(self) -> int:
        """The grid column in which figures begin."""
        return min(cell.place.column for cell in self.columns.values())

    def below(self) -> "Header":
        """Return this header for the next grid, which may go on where this one ends."""
        return replace(self, bottom=-1)


@dataclass(frozen=True, slots=True)
class _Stack:
    """The label cells above a column from the lowest up, and labels left of the blank ones among them."""

    labels: list[GridCell]
    hints: list[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A column of the band and a label cell it may be, with how well the labels fit."""

    score: float
    column: int
    cell: GridCell


def is_label(cell: GridCell) -> bool:
    """Tell whether a cell holds words, neither a figure nor a placeholder, nothing or a remark on its own."""
    return not stands_for_figure(cell.text) and _holds_words(cell.text)


@lru_cache(maxsize=8192)
def _holds_words(text: str) -> bool:
    value = read_entry(text).value
    return isinstance(value, Unreadable) or (isinstance(value, Blank) and not is_bracketed(text))


def find_headers(grid: Grid, shape: BandShape, labels: Sequence[GridCell] | None = None) -> list[Header]:
    """Return every place where a band's header stands in a grid, top first; it may repeat on each page.

    Args:
        grid: the grid.
        shape: the band.
        labels: the cells of the grid that are labels; looked for where None.
    """
    headers: list[Header] = []
    words = [cell for cell in grid.cells if is_label(cell)] if labels is None else labels
    for bottom in sorted(_ends(grid, shape, words)):
        header = _header_at(grid, shape, bottom)
        if header is None:
            continue
        if headers and bottom - headers[-1].bottom <= shape.depth and _fit(header) > _fit(headers[-1]):
            headers.pop()
        if not headers or bottom - headers[-1].bottom > shape.depth:
            headers.append(header)
    return headers


def _fit(header: Header) -> int:
    return len(header.columns)


def _header_at(grid: Grid, shape: BandShape, bottom: int) -> Header | None:
    stacks: dict[int, _Stack] = {}
    for column in range(grid.column_count):
        stack = _stack(grid, shape, bottom, column)
        if stack.labels:
            stacks.setdefault(stack.labels[0].place.column, stack)
    columns = _assigned(list(_pairs(stacks.values(), shape)))
    if 2 * len(columns) < len(shape.columns) or all(cell.place.rows.stop <= bottom for cell in columns.values()):
        return None
    first = min(cell.place.column for cell in columns.values())
    heads = tuple(stack.labels[0] for column, stack in stacks.items() if column >= first)
    return Header(shape, bottom, columns, heads, grid.column_count)


def is_head(text: str, shape: BandShape) -> bool:
    """Tell whether a text is the label of one of the band's columns."""
    return is_like_one(text, shape.heads)


def _ends(grid: Grid, shape: BandShape, labels: Iterable[GridCell]) -> set[int]:
    """Return the grid rows in which a label of the band's columns ends."""
    known: dict[str, bool] = {}

    def is_known(text: str) -> bool:
        if text not in known:
            known[text] = is_head(text, shape)
        return known[text]

    ends: set[int] = set()
    for cell in labels:
        row = cell.place.rows.stop - 1
        if row not in ends:
            above = grid.at(cell.place.row - 1, cell.place.column)
            if is_known(cell.text) or (above is not None and is_known(above.text + cell.text)):
                ends.add(row)
    return ends


def _stack(grid: Grid, shape: BandShape, bottom: int, column: int) -> _Stack:
    """Gather the labels above a column; a figure ends them."""
    stack = _Stack([], [])
    for row in range(bottom, max(-1, bottom - shape.depth - _SPLIT_ROWS), -1):
        cell = grid.at(row, column)
        if cell is None or cell.is_blank:
            stack.hints.extend(_left_of(grid, row, column) if stack.labels else ())
        elif not is_label(cell):
            break
        elif cell not in stack.labels:
            stack.labels.append(cell)
    return stack


def _left_of(grid: Grid, row: int, column: int) -> list[str]:
    """Return the nearest label left of a blank cell: where nothing is merged, its group."""
    cells = [cell for cell in grid.row(row) if cell.place.column < column and is_label(cell)]
    return [cells[-1].text] if cells else []


def _pairs(stacks: Iterable[_Stack], shape: BandShape) -> Iterator[_Pair]:
    for stack in stacks:
        for column in shape.columns:
            score = _score(stack, column, shape)
            if score:
                yield _Pair(score, column.position, stack.labels[0])


def _score(stack: _Stack, column: Line, shape: BandShape) -> float:
    """Return how well the labels above a column fit: its own counts, those above it add, another group's forbid."""
    *above, own = column.path
    lowest, *rest = (cell.text for cell in stack.labels)
    score = likeness(lowest, own)
    if not score and rest:  # "结果" over "维持" in two rows
        joined = likeness(rest[0] + lowest, own)
        score, rest = (joined, rest[1:]) if joined >= BARE else (0.0, rest)
    if not score:
        return 0.0
    score += _PRINTED * (wording(lowest).bare == wording(own.text).bare)
    for label in reversed(above):
        fits = [likeness(text, label) for text in rest]
        found = next((index for index, fit in enumerate(fits) if fit), None)
        if found is None:
            score += _HINT * any(likeness(text, label) for text in stack.hints)
        else:
            score += fits[found]
            rest = rest[found + 1 :]
    others = [group for group in shape.groups if group not in above] if rest else []
    return 0.0 if any(likeness(text, group) >= CORE for text in rest for group in others) else score


def _assigned(pairs: list[_Pair]) -> dict[int, GridCell]:
    """Give each column its best label cell; several alike are taken in order, but only if all are there."""
    columns: dict[int, GridCell] = {}
    free = sorted(pairs, key=lambda each: (-each.score, each.column, each.cell.place.column))
    while free:
        best = free[0]
        cells, like = _rivals(best, free)
        if len(cells) == len(like):
            columns[best.column] = best.cell
            cells, like = {best.cell.place.column}, {best.column}
        free = [each for each in free if each.column not in like and each.cell.place.column not in cells]
    return columns


def _rivals(pair: _Pair, pairs: Sequence[_Pair]) -> tuple[set[int], set[int]]:
    """Return the cells that this column may be just as well, and the columns that this cell may be."""
    alike = [each for each in pairs if abs(each.score - pair.score) < _SAME]
    cells = {each.cell.place.column for each in alike if each.column == pair.column}
    return cells, {each.column for each in alike if each.cell == pair.cell}
