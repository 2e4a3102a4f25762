"""Grids whose merged labels were taken apart and repeated in each cell, as some converters do."""

from dataclasses import replace

from importers.blocks import Grid, GridCell
from importers.header_matcher import is_label
from models.cell_value import read_entry
from models.form import Place


def with_repeats_merged(grid: Grid) -> Grid:
    """Return a grid in which labels that stand several times side by side are one cell over these columns."""
    cells: list[GridCell] = []
    for cell in grid.cells:
        before = cells[-1] if cells else None
        if before is not None and _repeats(cell, before) and _is_one(grid, before, cell):
            place = before.place
            span = place.column_span + cell.place.column_span
            cells[-1] = replace(before, place=Place(place.row, place.column, place.row_span, span))
        else:
            cells.append(cell)
    return grid if len(cells) == len(grid.cells) else Grid(tuple(cells), grid.part)


def _repeats(cell: GridCell, before: GridCell) -> bool:
    beside = (cell.place.row, cell.place.row_span) == (before.place.row, before.place.row_span)
    return (
        beside
        and cell.text == before.text
        and cell.remark == before.remark
        and cell.place.column == before.place.columns.stop
        and is_label(cell)
        and not _is_remark(cell.text)
    )


def _is_remark(text: str) -> bool:
    """Tell whether brackets that do not pair hold a text: a remark on a blank cell that has a bracket too many."""
    opened, closed = (sum(text.count(mark) for mark in marks) for marks in ("（(", "）)"))
    return opened != closed and bool(read_entry(text).remark)


def _is_one(grid: Grid, one: GridCell, other: GridCell) -> bool:
    """Tell whether two labels of the same words are one; "件数" below different labels is the rest of each."""
    if any(not is_label(cell) and not cell.is_blank for cell in grid.row(one.place.row)):
        return True
    above = [grid.at(cell.place.row - 1, cell.place.column) for cell in (one, other)]
    return not all(cell is not None and is_label(cell) for cell in above) or len({c.text for c in above if c}) == 1
