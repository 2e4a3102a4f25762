"""Finding the columns of a table in a grid by the labels above them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from importers.blocks import Grid, GridCell
from importers.labels import BARE, is_bracketed, likeness
from importers.table_shape import BandShape, Line
from models.cell_value import Blank, Unreadable, read_entry

_SAME = 1e-9
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
    """

    shape: BandShape
    bottom: int
    columns: Mapping[int, GridCell]
    heads: tuple[GridCell, ...]
    width: int

    @property
    def first(self) -> int:
        """The grid column in which figures begin."""
        return min(cell.place.column for cell in self.columns.values())

    def below(self) -> "Header":
        """Return this header for the next grid, which may go on where this one ends."""
        return Header(self.shape, -1, self.columns, self.heads, self.width)


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
    """Tell whether a cell holds words, neither a figure nor nothing nor a remark on its own."""
    value = read_entry(cell.text).value
    return isinstance(value, Unreadable) or (isinstance(value, Blank) and not is_bracketed(cell.text))


def find_headers(grid: Grid, shape: BandShape) -> list[Header]:
    """Return every place where a band's header stands in a grid, top first; it may repeat on each page."""
    headers: list[Header] = []
    for bottom in range(grid.row_count):
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
    if not any(_ends_header(grid, cell, shape) for cell in grid.row(bottom) if cell.place.rows.stop == bottom + 1):
        return None
    stacks: dict[int, _Stack] = {}
    for column in range(grid.column_count):
        stack = _stack(grid, shape, bottom, column)
        if stack.labels:
            stacks.setdefault(stack.labels[0].place.column, stack)
    columns = _assigned(list(_pairs(stacks.values(), shape.columns)))
    if 2 * len(columns) < len(shape.columns) or all(cell.place.rows.stop <= bottom for cell in columns.values()):
        return None
    first = min(cell.place.column for cell in columns.values())
    heads = tuple(stack.labels[0] for column, stack in stacks.items() if column >= first)
    return Header(shape, bottom, columns, heads, grid.column_count)


def is_head(text: str, shape: BandShape) -> bool:
    """Tell whether a text is the label of one of the band's columns."""
    return any(likeness(text, column.path[-1]) for column in shape.columns)


def _ends_header(grid: Grid, cell: GridCell, shape: BandShape) -> bool:
    if not is_label(cell):
        return False
    above = grid.at(cell.place.row - 1, cell.place.column)
    return is_head(cell.text, shape) or (above is not None and is_head(above.text + cell.text, shape))


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


def _pairs(stacks: Iterable[_Stack], columns: Sequence[Line]) -> Iterator[_Pair]:
    for stack in stacks:
        for column in columns:
            score = _score(stack, column)
            if score:
                yield _Pair(score, column.position, stack.labels[0])


def _score(stack: _Stack, column: Line) -> float:
    """Return how well the labels above a column fit: its own counts, those above it add."""
    *above, own = column.path
    lowest, *rest = (cell.text for cell in stack.labels)
    score = likeness(lowest, own)
    if not score and rest:  # "结果" over "维持" in two rows
        joined = likeness(rest[0] + lowest, own)
        score, rest = (joined, rest[1:]) if joined >= BARE else (0.0, rest)
    if not score:
        return 0.0
    for label in reversed(above):
        fits = [likeness(text, label) for text in rest]
        found = next((index for index, fit in enumerate(fits) if fit), None)
        if found is None:
            score += _HINT * any(likeness(text, label) for text in stack.hints)
        else:
            score += fits[found]
            rest = rest[found + 1 :]
    return score


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
