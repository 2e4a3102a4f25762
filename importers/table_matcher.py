"""Reading the figures of a form out of grids by their labels; what has no place in the form is left over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.blocks import Grid, GridCell
from importers.header_matcher import Header, find_headers, is_label
from importers.labels import CORE, likeness
from importers.row_matcher import RowMatch, match_row, stub_of
from importers.table_shape import BandShape, labels_of, shapes_of
from models.form import CellName, Form, Label


@dataclass(slots=True)
class GridReading:
    """What a grid says.

    Attributes:
        figures: the cells found by name; None for a cell that the file leaves out, which is blank.
        doubts: what a label reads and what it was taken for, where these differ.
        leftover: entries that have no place in the form, with the labels beside them; None where there are none.
        quotes: those entries row by row, for a sentence, where the rest of the grid was understood.
    """

    figures: dict[CellName, GridCell | None] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    leftover: Grid | None = None
    quotes: list[str] = field(default_factory=list)


class TableMatcher:
    """Reads one grid after the other; a table cut in two has its header in the first part only."""

    def __init__(self, form: Form, forms: Mapping[str, Form]) -> None:
        """Prepare to look for a form's tables.

        Args:
            form: the form.
            forms: known forms by key, for rows that a predecessor had elsewhere.
        """
        self._shapes = shapes_of(form, forms)
        self._labels = labels_of(form, forms)
        self._earlier: dict[BandShape, Header] = {}

    def read(self, grid: Grid) -> GridReading:
        """Read a grid; one that is no table of the form is left over as a whole."""
        headers = {shape: find_headers(grid, shape) for shape in self._shapes}
        reading = GridReading()
        for match, row in _best(self._matches(grid, headers)):
            _take_row(reading, grid, row, match)
        for header in (found[-1] for found in headers.values() if found):
            _take_missing_row(reading, grid, header)
            self._earlier[header.shape] = header.below()
        tables = {header.shape.table for found in headers.values() for header in found}
        tables |= {name.partition("/")[0] for name in reading.figures}
        self._leave(grid, reading, tables)
        return reading

    def _matches(self, grid: Grid, headers: Mapping[BandShape, Sequence[Header]]) -> Iterator[tuple[RowMatch, int]]:
        groups: dict[int, str] = {}
        for row in range(grid.row_count):
            above = [header for shape in self._shapes if (header := self._above(grid, row, shape, headers[shape]))]
            match = match_row(grid, row, above, groups)
            if match is not None:
                _remember_groups(groups, stub_of(grid, row, match.header.first))
                yield match, row

    def _above(self, grid: Grid, row: int, shape: BandShape, own: Sequence[Header]) -> Header | None:
        above = [header for header in own if header.bottom < row]
        earlier = self._earlier.get(shape)
        if not above and earlier is not None and earlier.width == grid.column_count:
            return earlier
        return above[-1] if above else None

    def _leave(self, grid: Grid, reading: GridReading, tables: Iterable[str]) -> None:
        """Set apart what is neither a figure found nor a label of the tables, rows with their labels."""
        labels = [label for table in sorted(tables) for label in self._labels[table]]
        taken = {cell.place for cell in reading.figures.values() if cell is not None}
        filled = [cell for cell in grid.cells if not cell.is_blank]
        foreign = [cell for cell in filled if cell.place not in taken and not _is_one_of(cell, labels, reading)]
        if foreign and not reading.figures:
            reading.leftover = grid
        elif foreign:
            rows = {row for cell in foreign for row in cell.place.rows}
            beside = [cell for cell in filled if is_label(cell) and rows.intersection(cell.place.rows)]
            reading.leftover = Grid(tuple(cell for cell in filled if cell in foreign or cell in beside), grid.part)
            reading.quotes = [_quote(grid, row, foreign) for row in sorted({cell.place.row for cell in foreign})]


def _quote(grid: Grid, row: int, foreign: Sequence[GridCell]) -> str:
    """Return a row's foreign entries, with the label left of them if they are figures only."""
    entries = [cell for cell in foreign if cell.place.row == row]
    labels = stub_of(grid, row, entries[0].place.column)
    beside = labels[-1:] if not any(map(is_label, entries)) else []
    return " ".join(" ".join(cell.text.split()) for cell in [*beside, *entries])


def _best(matches: Iterable[tuple[RowMatch, int]]) -> Iterator[tuple[RowMatch, int]]:
    """Keep for each row of the form the grid row that fits best, the first of several alike."""
    best: dict[tuple[BandShape, int], tuple[RowMatch, int]] = {}
    for match, row in matches:
        key = match.header.shape, match.line.position
        if key not in best or match.score > best[key][0].score:
            best[key] = match, row
    yield from best.values()


def _remember_groups(groups: dict[int, str], stub: Sequence[GridCell]) -> None:
    """Note the labels of groups a row stands in; a label further left ends the groups right of it."""
    if stub:
        leftmost = stub[0].place.column
        for column in [column for column in groups if column >= leftmost]:
            del groups[column]
        groups.update({cell.place.column: cell.text for cell in stub[:-1]})


def _take_row(reading: GridReading, grid: Grid, row: int, match: RowMatch) -> None:
    if match.label is not None:
        _note_doubt(reading, match.label.text, match.line.path[-1])
    columns = {column.position: column for column in match.header.shape.columns}
    for position, cell in _figures(grid, row, match).items():
        _note_doubt(reading, match.header.columns[position].text, columns[position].path[-1])
        name = match.header.shape.names.get((match.line.position, position))
        if name is not None:
            reading.figures[name] = cell


def _take_missing_row(reading: GridReading, grid: Grid, header: Header) -> None:
    """Take the figures below a header without row labels for blank where a sheet ends with the header."""
    if not header.shape.has_stub and header.bottom + 1 == grid.row_count:
        row = header.shape.rows[0].position
        for position in header.columns:
            reading.figures.setdefault(header.shape.names[row, position], None)


def _figures(grid: Grid, row: int, match: RowMatch) -> dict[int, GridCell | None]:
    """Return a row's cells by column: those below the labels, else in their order where none is missing.

    In the original of the 2019 form the figures are merged otherwise than the labels above them.
    """
    header = match.header
    cells = [cell for cell in grid.row(row) if cell.place.column >= match.figures_begin and cell.place.row == row]
    below = {position: _below(head, cells) for position, head in header.columns.items()}
    shared = [cell for cell in cells if sum(cell in each for each in below.values()) > 1]
    if shared and len(cells) == len(header.heads):
        in_order = dict(zip((head.place for head in header.heads), cells, strict=True))
        return {position: in_order[head.place] for position, head in header.columns.items()}
    return {
        position: next((cell for cell in each if not cell.is_blank and cell not in shared), None)
        for position, each in below.items()
    }


def _below(head: GridCell, cells: Sequence[GridCell]) -> list[GridCell]:
    columns = head.place.columns
    return [cell for cell in cells if cell.place.column < columns.stop and columns.start < cell.place.columns.stop]


def _note_doubt(reading: GridReading, text: str, label: Label) -> None:
    if likeness(text, label) < CORE:
        reading.doubts[" ".join(text.split())] = label.name


def _is_one_of(cell: GridCell, labels: Sequence[Label], reading: GridReading) -> bool:
    text = " ".join(cell.text.split())
    return text in reading.doubts or any(likeness(cell.text, label) >= CORE for label in labels)
