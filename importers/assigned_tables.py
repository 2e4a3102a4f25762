"""Grids that the clerk assigns to a table by hand: read for that table only, under the columns the clerk names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from importers.blocks import Block, Grid, GridCell
from importers.header_matcher import is_label
from importers.labels import CORE, likeness
from importers.table_gathering import TableGathering
from importers.table_matcher import TableMatcher
from importers.table_shape import Path
from models.form import CellName, Form, Place, Table

_BETWEEN = " · "


class AssignedTables(TableGathering):
    """Gathers the figures of a file, those of grids assigned by hand among them, and tells what is new."""

    def __init__(self, form: Form, forms: Mapping[str, Form]) -> None:
        """Prepare to look for a form's tables."""
        super().__init__(form, forms)
        self._forms = forms
        self._matchers: dict[str, TableMatcher] = {}

    def take_for(self, grid: Grid, table: str, columns: Mapping[int, str]) -> list[Block]:
        """Read a grid for one table and return what of it has no place there.

        Args:
            grid: the grid.
            table: the table's key.
            columns: names of the table's columns by grid column, as far as the clerk gave them.
        """
        named = relabelled(grid, self._form.table(table), columns)
        usual, self._matcher = self._matcher, self._matcher_of(table)
        try:
            return self.take(named, table)
        finally:
            self._matcher = usual

    @property
    def found(self) -> frozenset[CellName]:
        """Names of the cells found so far."""
        return frozenset(self._figures)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Sentences about doubtful matches so far."""
        return (*self._doubts, *self._figure_doubts.values())

    def _matcher_of(self, table: str) -> TableMatcher:
        if table not in self._matchers:
            self._matchers[table] = TableMatcher(_only(self._form, table), self._forms)
        return self._matchers[table]


def column_names(table: Table) -> tuple[str, ...]:
    """Return the names of a table's columns, from the left; equal columns of several bands have one name."""
    return tuple(_paths(table))


def relabelled(grid: Grid, table: Table, columns: Mapping[int, str]) -> Grid:
    """Return a grid with a table's own labels above the figures of some columns, in place of those there."""
    if not columns:
        return grid
    paths = _paths(table)
    top = _first_row_of_figures(grid, table, columns)
    depth = max(len(paths[name]) for name in columns.values())
    above = [part for cell in grid.cells if cell.place.rows.stop <= top for part in _without(cell, columns)]
    below = [replace(cell, place=_down(cell.place, depth)) for cell in grid.cells if cell.place.rows.stop > top]
    heads = [head for column, name in columns.items() for head in _heads(paths[name], column, top + depth)]
    cells = sorted([*above, *heads, *below], key=lambda cell: (cell.place.row, cell.place.column))
    return Grid(tuple(cells), grid.part)


def _paths(table: Table) -> dict[str, Path]:
    """Return the labels that lead to each column by its name: as many of the inner ones as tell it from the others."""
    paths = dict.fromkeys(cell.column_path for cell in table.cells.values())
    return {_name(path, paths): path for path in paths}


def _name(path: Path, paths: Iterable[Path]) -> str:
    others = [other for other in paths if other != path]
    count = next(
        (each for each in range(1, len(path)) if all(other[-each:] != path[-each:] for other in others)), len(path)
    )
    return _BETWEEN.join(label.name or label.text for label in path[-count:])


def _only(form: Form, table: str) -> Form:
    """Return a form that has one table only."""
    predecessors = [
        replace(each, moved={old: new for old, new in each.moved.items() if new.partition("/")[0] == table})
        for each in form.predecessors
    ]
    return replace(form, tables=(form.table(table),), predecessors=tuple(predecessors))


def _first_row_of_figures(grid: Grid, table: Table, columns: Iterable[int]) -> int:
    """Return the first row with a figure in one of the columns, or with the label of a row left of them."""
    named, rows = {*columns}, {cell.row_path[-1] for cell in table.cells.values() if cell.row_path}
    for row in range(grid.row_count):
        cells = [cell for cell in grid.row(row) if not cell.is_blank]
        figures = [cell for cell in cells if named.intersection(cell.place.columns) and not is_label(cell)]
        stub = [cell for cell in cells if cell.place.columns.stop <= min(named)]
        if figures or any(likeness(cell.text, label) >= CORE for cell in stub for label in rows):
            return row
    return grid.row_count


def _without(cell: GridCell, columns: Iterable[int]) -> Iterator[GridCell]:
    """Yield a cell above the figures as far as it stands above none of the columns."""
    covered = [*cell.place.columns]
    if not {*covered}.intersection(columns):
        yield cell
        return
    for column in covered:
        if column not in columns:
            yield replace(cell, place=replace(cell.place, column=column, column_span=1))


def _down(place: Place, rows: int) -> Place:
    return replace(place, row=place.row + rows)


def _heads(path: Path, column: int, bottom: int) -> Iterator[GridCell]:
    for height, label in enumerate(reversed(path), 1):
        yield GridCell(label.text, Place(bottom - height, column))
