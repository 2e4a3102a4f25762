"""What filling repeats: the figures of a block over the places beside it, as a spreadsheet does."""

from models.cell_value import Entry
from models.form import CellName
from models.report import Report
from ui.grid.model import GridModel

Block = tuple[range, range]
"""Rows and columns of a grid."""


def repeated(model: GridModel, report: Report, source: Block, target: Block) -> dict[CellName, Entry]:
    """Return the entries of those typed cells in `target` over which the figures of `source` are repeated.

    The pattern keeps its beat to either side; a place whose counterpart holds no figure is left as it is. Remarks are
    of one figure and not repeated.
    """
    entries = {}
    for row in target[0]:
        for column in target[1]:
            cell = model.figure(row, column)
            if cell is None or not model.is_typed(cell.name) or (row in source[0] and column in source[1]):
                continue
            origin = model.figure(_counterpart(row, source[0]), _counterpart(column, source[1]))
            if origin is not None:
                entries[cell.name] = Entry(report.value(origin.name))
    return entries


def stretched(source: Block, row: int, column: int) -> Block:
    """Return a block drawn out to a place: down, up, right or left, whichever is further."""
    rows, columns = source
    down, right = _beyond(rows, row), _beyond(columns, column)
    if abs(down) >= abs(right):
        return _drawn_out(rows, row), columns
    return rows, _drawn_out(columns, column)


def _counterpart(place: int, source: range) -> int:
    return source.start + (place - source.start) % len(source)


def _beyond(places: range, place: int) -> int:
    """Return how far a place lies behind a range, negative before it, 0 in it."""
    return max(place - places[-1], 0) + min(place - places[0], 0)


def _drawn_out(places: range, place: int) -> range:
    return range(min(places.start, place), max(places.stop, place + 1))
