"""Reading the figures of a form out of grids by their labels; what has no place in the form is left over."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from importers.blocks import Grid, GridCell
from importers.header_matcher import Header, find_headers, is_label
from importers.implied_header import completed, implied_header, is_piece
from importers.labels import CORE, goes_on, likeness
from importers.repeated_labels import with_repeats_merged
from importers.row_matcher import RowMatch, below, figures_of, match_row, stub_of
from importers.subtotals import take_subtotals
from importers.table_shape import BandShape, labels_of, shapes_of
from importers.units import unit_in
from models.form import CellName, Form, Label, Place


@dataclass(slots=True)
class GridReading:
    """What a grid says.

    Attributes:
        figures: the cells found by name; None for a cell that the file leaves out, which is blank.
        doubts: what a label reads and what it was taken for, where these differ.
        units: the units of money that column labels name, by cell name.
        implied: keys of tables whose columns were told by their order.
        subtotals: labels of columns of subtotals that the form does not have, with the rows they contradict.
        repeats: where a figure is repeated below a label that covers several columns.
        leftover: entries that have no place in the form, with the labels beside them; None where there are none.
        quotes: those entries row by row, for a sentence, where the rest of the grid was understood.
    """

    figures: dict[CellName, GridCell | None] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    units: dict[CellName, str] = field(default_factory=dict)
    implied: set[str] = field(default_factory=set)
    subtotals: dict[str, list[str]] = field(default_factory=dict)
    repeats: set[Place] = field(default_factory=set)
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

    def read(self, grid: Grid, section: str | None = None) -> GridReading:
        """Read a grid; one that is no table of the form is left over as a whole.

        Args:
            grid: the grid.
            section: key of the section it stands in; a table without its header is looked for in its own section.
        """
        grid = with_repeats_merged(grid)
        labels = [cell for cell in grid.cells if is_label(cell)]
        headers = {shape: self._headers(grid, shape, section, labels) for shape in self._shapes}
        reading = GridReading()
        matches = list(_best(self._matches(grid, headers)))
        for match, row in matches:
            _take_row(reading, grid, row, match)
        extra = take_subtotals(grid, matches)
        reading.subtotals = extra.contradictions
        for header in (found[-1] for found in headers.values() if found):
            _take_missing_row(reading, grid, header)
            self._earlier[header.shape] = header.below()
        tables = {header.shape.table for found in headers.values() for header in found}
        tables |= {name.partition("/")[0] for name in reading.figures}
        self._leave(grid, reading, tables, extra.places)
        return reading

    def _headers(self, grid: Grid, shape: BandShape, section: str | None, labels: Sequence[GridCell]) -> list[Header]:
        found = find_headers(grid, shape, labels)
        if found or self._goes_on(grid, shape):
            return completed(found, grid)
        implied = implied_header(grid, shape, is_at_home=section == shape.table)
        return [] if implied is None else [implied]

    def _goes_on(self, grid: Grid, shape: BandShape) -> bool:
        earlier = self._earlier.get(shape)
        return earlier is not None and earlier.width == grid.column_count

    def _matches(self, grid: Grid, headers: Mapping[BandShape, Sequence[Header]]) -> Iterator[tuple[RowMatch, int]]:
        groups: dict[int, str] = {}
        for row in range(grid.row_count):
            above = [header for shape in self._shapes if (header := self._above(grid, row, shape, headers[shape]))]
            match = match_row(grid, row, above, groups)
            if match is not None:
                _remember_groups(groups, stub_of(grid, row, match.header.first))
                yield match, row

    def _above(self, grid: Grid, row: int, shape: BandShape, own: Sequence[Header]) -> Header | None:
        above = bisect_left(own, row, key=lambda header: header.bottom)
        if above:
            return own[above - 1]
        return self._earlier[shape] if self._goes_on(grid, shape) else None

    def _leave(self, grid: Grid, reading: GridReading, tables: Iterable[str], known: Collection[Place]) -> None:
        """Set apart what is neither a figure found nor a label of the tables, rows with their labels."""
        labels = [label for table in sorted(tables) for label in self._labels[table]]
        taken = {cell.place for cell in reading.figures.values() if cell is not None} | reading.repeats | {*known}
        filled = [cell for cell in grid.cells if not cell.is_blank]
        # a dictionary keeps the order and tells at once what is in it
        foreign = dict.fromkeys(
            cell for cell in filled if cell.place not in taken and not _is_one_of(cell, labels, reading)
        )
        if foreign and not reading.figures:
            reading.leftover = grid
        elif foreign:
            rows = {row for cell in foreign for row in cell.place.rows}
            beside = {cell for cell in filled if is_label(cell) and rows.intersection(cell.place.rows)}
            reading.leftover = Grid(tuple(cell for cell in filled if cell in foreign or cell in beside), grid.part)
            by_row = groupby(sorted(foreign, key=_row), key=_row)
            reading.quotes = [_quote(grid, row, list(entries)) for row, entries in by_row]


def _row(cell: GridCell) -> int:
    return cell.place.row


def _quote(grid: Grid, row: int, entries: Sequence[GridCell]) -> str:
    """Return a row's foreign entries, with the label left of them if they are figures only."""
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
        if match.line.moved_to:
            reading.doubts[" ".join(match.label.text.split())] = match.line.moved_to
    if match.header.is_implied:
        reading.implied.add(match.header.shape.table)
    columns = {column.position: column for column in match.header.shape.columns}
    for position, cell in figures_of(grid, row, match).items():
        head = match.header.columns[position].text
        _note_doubt(reading, head, columns[position].path[-1])
        name = match.header.shape.names.get((match.line.position, position))
        if name is not None:
            reading.figures[name] = cell
            reading.units[name] = unit_in(head)
            if cell is not None and match.header.columns[position].place.column_span > 1:
                below_head = below(match.header.columns[position], grid.row(row))
                reading.repeats.update(each.place for each in below_head if each.text == cell.text)


def _take_missing_row(reading: GridReading, grid: Grid, header: Header) -> None:
    """Take the figures below a header without row labels for blank where a sheet ends with the header."""
    if not header.shape.has_stub and header.bottom + 1 == grid.row_count:
        row = header.shape.rows[0].position
        for position in header.columns:
            reading.figures.setdefault(header.shape.names[row, position], None)


def _note_doubt(reading: GridReading, text: str, label: Label) -> None:
    if likeness(text, label) < CORE:
        reading.doubts[" ".join(text.split())] = label.name


def _is_one_of(cell: GridCell, labels: Sequence[Label], reading: GridReading) -> bool:
    """Tell whether a cell is a printed label, or a piece of one where the header is broken."""
    text = " ".join(cell.text.split())
    if text in reading.doubts or goes_on(text) or any(likeness(cell.text, label) for label in labels):
        return True
    return bool(reading.implied) and is_piece(cell.text, labels)
