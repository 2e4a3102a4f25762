"""What a matcher has to look for: the rows and columns of each band of a form, by their labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from importers.labels import wording
from models.form import Band, Cell, CellName, Form, Label, Table

Path = tuple[Label, ...]
"""Labels that lead to a row or column, outermost first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column of figures: the labels that lead to it and its place among its like on the form's grid."""

    path: Path
    position: int
    moved_to: str = ""
    """The short name of the row of this form, where a predecessor had the figures under other labels."""


@dataclass(frozen=True, eq=False)
class BandShape:
    """A band of a table as a reader looks for it.

    Args:
        table: the table's key.
        columns: its columns, from the left.
        rows: its rows from the top; of an older form also those whose figures moved into a row of this one.
        names: the cell names by row and column position.
        derived: positions of the columns that are sums of others.
    """

    table: str
    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    names: Mapping[tuple[int, int], CellName]
    derived: frozenset[int] = frozenset()

    @property
    def depth(self) -> int:
        """Levels of labels above a column at most."""
        return max(len(column.path) for column in self.columns)

    @property
    def has_stub(self) -> bool:
        """Tell whether its rows have labels; a band without has one row of figures."""
        return any(row.path for row in self.rows)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """Every wording of the columns' own labels."""
        return tuple(dict.fromkeys(each for column in self.columns for each in column.path[-1].accepted))

    @cached_property
    def groups(self) -> dict[Label, tuple[Line, ...]]:
        """The columns below each label that stands above several."""
        groups = dict.fromkeys(label for column in self.columns for label in column.path[:-1])
        return {label: tuple(each for each in self.columns if label in each.path[:-1]) for label in groups}

    def is_subtotal(self, text: str) -> bool:
        """Tell whether a label ends like that of a column that is a sum, as 法人小计 does."""
        endings = [
            ending for each in self.columns if each.position in self.derived for ending in each.path[-1].accepted
        ]
        return any(wording(text).bare.endswith(wording(ending).bare) for ending in endings)


def shapes_of(form: Form, forms: Mapping[str, Form]) -> tuple[BandShape, ...]:
    """Return the shapes of a form's bands.

    Args:
        form: the form.
        forms: known forms by key, the form's predecessors among them.
    """
    moved = _moved_rows(form, forms)
    return tuple(_shape(table, band, moved) for table in form.tables for band in table.bands)


def labels_of(form: Form, forms: Mapping[str, Form]) -> dict[str, tuple[Label, ...]]:
    """Return every printed label by table key: what may stand in a table without being a figure."""
    labels = {table.key: [each.label for each in table.labels] for table in form.tables}
    for row, path in _moved_rows(form, forms):
        labels[row.partition("/")[0]] += path
    return {key: tuple(dict.fromkeys(each)) for key, each in labels.items()}


def _shape(table: Table, band: Band, moved: list[tuple[str, Path]]) -> BandShape:
    columns = {cell.place.column: Line(cell.column_path, cell.place.column) for cell in band.cells}
    rows = {cell.place.row: Line(cell.row_path, cell.place.row) for cell in band.cells}
    cells = {_row_name(cell): cell for cell in band.cells}
    older = [
        Line(path, cells[name].place.row, cells[name].row_name or table.name) for name, path in moved if name in cells
    ]
    names = {(cell.place.row, cell.place.column): cell.name for cell in band.cells}
    sums = {each.total for each in table.sums if each.along_row}
    derived = frozenset(column for (_, column), name in names.items() if name in sums)
    return BandShape(table.key, tuple(columns.values()), (*rows.values(), *older), names, derived)


def _moved_rows(form: Form, forms: Mapping[str, Form]) -> list[tuple[str, Path]]:
    """Return rows of this form with the labels under which a predecessor had their figures."""
    pairs = []
    for predecessor in form.predecessors:
        older = forms.get(predecessor.form)
        paths = {_row_name(cell): cell.row_path for cell in older.cells.values()} if older else {}
        pairs += [(now, paths[before]) for before, now in predecessor.moved.items() if before in paths]
    return pairs


def _row_name(cell: Cell) -> str:
    return cell.name.rpartition("/")[0]
