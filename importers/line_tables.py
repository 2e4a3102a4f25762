"""Tables that became lines of text, one cell a line or one row a line with its merged cells lost, made grids again.

A row is placed only where its label is known and it has as many entries as the form has columns; what has fewer
has lost something, and nobody can tell what.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.blocks import Block, Grid, GridCell, Paragraph
from importers.header_matcher import Header, find_headers
from importers.labels import CORE, likeness
from importers.line_rows import TextRow, rows_in
from importers.line_walk import FoundRow, Walk, fitted, walk_rows
from importers.line_words import TableWords
from importers.sentences import (
    column_heads_lost,
    columns_missing,
    header_lost,
    rows_unknown,
    unlike_label,
    values_lost,
)
from importers.table_shape import BandShape, shapes_of
from importers.text_cells import CellMark, TextGrid, reads_as_value
from models.form import Band, Form, Place, Table

_MOST_VALUES = 3000
"""Lines with a figure; the tables of a report have three hundred cells."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A file's blocks with grids where tables were lines, rows that could not be placed, and sentences about them."""

    blocks: tuple[Block, ...]
    unplaced: tuple[Block, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row of the form with its figures by column position, and the index of the block it comes from."""

    shape: BandShape
    row: int
    values: Mapping[int, str]
    block: int


def rebuild_tables(form: Form, blocks: Sequence[Block], forms: Mapping[str, Form]) -> Rebuilt:
    """Make grids of the tables of a form that stand in a file as lines of text.

    Args:
        form: the form.
        blocks: the file's paragraphs and grids.
        forms: known forms by key: a row that another form has under other columns needs its header.
    """
    if not 0 < sum(map(_may_be_of_table, blocks)) <= _MOST_VALUES:
        return Rebuilt(tuple(block for block in blocks if not isinstance(block, CellMark)))
    shapes = shapes_of(form, forms)
    packed = {index for index, block in enumerate(blocks) if isinstance(block, TextGrid) and _is_packed(block, shapes)}
    tables = {index: _tables(block, shapes) for index, block in enumerate(blocks) if index not in packed}
    given = {key for found in tables.values() for key in found}
    words = TableWords(form, forms, [table.key for table in form.tables if table.key not in given])
    open_blocks = [_hidden(block) if tables.get(index) else block for index, block in enumerate(blocks)]
    rows = list(rows_in(open_blocks, words, packed))
    return _Rebuilding(form, words, walk_rows(rows, words)).result(blocks, rows, packed)


def _may_be_of_table(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return any(reads_as_value(word) for word in block.text.rsplit(maxsplit=1)[-1:])
    return isinstance(block, TextGrid)


def _hidden(block: Block) -> Block:
    return Grid(()) if isinstance(block, Grid) else Paragraph("")


# ── grids made of text ──────────────────────────────────────────────────


def _tables(block: Block, shapes: Iterable[BandShape]) -> set[str]:
    """Return the keys of the tables whose headers stand in a grid."""
    return {shape.table for shape in shapes if find_headers(block, shape)} if isinstance(block, Grid) else set()


def _is_packed(grid: Grid, shapes: Iterable[BandShape]) -> bool:
    """Tell whether cells of a grid have moved to the left, because merged cells count once in text."""
    headers = [header for shape in shapes for header in find_headers(grid, shape)]
    bottoms = sorted({header.bottom for header in headers} | {grid.row_count})
    tops = {row for header in headers for head in header.heads for row in head.place.rows}
    below = {
        header: {*range(header.bottom + 1, next(each for each in bottoms if each > header.bottom))} - tops
        for header in headers
    }
    return any(not _is_aligned(header, grid, below[header]) for header in headers)


def _is_aligned(header: Header, grid: Grid, below: Collection[int]) -> bool:
    """Tell whether figures stand below a header's labels: no label among them, none among the labels or beyond."""
    if not header.shape.has_stub:
        return len(header.columns) == len(header.shape.columns)
    if not header.first:
        return False
    stubs = [label for row in header.shape.rows for label in row.path]
    columns = range(header.first, max(head.place.columns.stop for head in header.heads))
    return not any(
        cell.place.column not in columns
        if reads_as_value(cell.text)
        else cell.place.column in columns and any(likeness(cell.text, label) >= CORE for label in stubs)
        for cell in grid.cells
        if cell.place.row in below
    )


def _titles_beside(form: Form, blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the indices of paragraphs that are labels of a table and stand beside a grid made of text.

    A label that spans a whole row has no divider beside it.
    """
    labels = [each.label for table in form.tables for each in table.labels]
    for index, block in enumerate(blocks):
        is_beside = any(isinstance(each, TextGrid) for each in blocks[max(0, index - 1) : index + 2])
        if is_beside and isinstance(block, Paragraph) and any(likeness(block.text, each) >= CORE for each in labels):
            yield index


# ── grids made of rows ──────────────────────────────────────────────────


class _Rebuilding:
    """Puts the rows that were found into grids, and says which could not be placed."""

    def __init__(self, form: Form, words: TableWords, walk: Walk) -> None:
        self._form = form
        self._words = words
        self._walk = walk
        self._lost: list[list[str]] = []
        self._remarks: list[str] = []

    def result(self, blocks: Sequence[Block], rows: Sequence[TextRow], packed: Collection[int]) -> Rebuilt:
        """Return the blocks with the grids in the places of the lines.

        Args:
            blocks: the file's blocks.
            rows: the rows of text in them.
            packed: indices of grids in which figures do not stand below their labels: never to be read as they are.
        """
        placed = [row for shape, found in self._by_shape() for row in self._place(shape, found)]
        grids = self._grids(placed)
        used = {token.block for token in self._walk.taken}
        gone = {*used, *packed, *_titles_beside(self._form, blocks)}
        left: list[Block] = []
        for index, block in enumerate(blocks):
            left += grids.get(index, [])
            if index not in gone and not isinstance(block, CellMark):
                left.append(block)
        unknown = [*self._walk.unknown, *self._untaken(rows, {*used, *packed})]
        if unknown:
            self._remarks.append(rows_unknown([" ".join(row) for row in unknown]))
        leftover = _as_grid([*self._lost, *unknown])
        return Rebuilt(tuple(left), (leftover,) if leftover.cells else (), tuple(dict.fromkeys(self._remarks)))

    def _by_shape(self) -> Iterator[tuple[BandShape, list[FoundRow]]]:
        for shape in self._words.shapes:
            rows = [row for row in self._walk.rows if row.shape is shape]
            if rows:
                yield shape, [row for row in rows if not self._is_group_only(row, rows)]

    def _is_group_only(self, row: FoundRow, rows: Iterable[FoundRow]) -> bool:
        """Tell whether a row of an older form is this form's group, whose own row has lost its label."""
        group = row.label or ""
        if not row.line.moved_to or not any(
            likeness(group, label) >= CORE for each in rows for label in each.line.path[:-1]
        ):
            return False
        self._walk.unknown.append([group, *row.values])
        return True

    def _place(self, shape: BandShape, rows: Sequence[FoundRow]) -> Iterator[_Placed]:
        """Yield the rows of a band that can be placed."""
        table = self._form.table(shape.table).name
        positions = sorted(column.position for column in shape.columns)
        heads = sorted(self._walk.heads.get(shape, ()))
        if self._words.needs_header(shape) and 2 * len(heads) < len(positions):
            self._remarks.append(column_heads_lost(table, [self._lose(row) for row in rows]))
            return
        if self._are_only_under(heads, shape, rows):
            names = [column.path[-1].name for column in shape.columns if column.position not in heads]
            self._remarks.append(columns_missing(table, names))
            positions = heads
        lost = []
        is_regular = any(len(row.values) == len(positions) for row in rows)
        for row in rows:
            values = _entries(row, positions, is_regular=is_regular)
            if values is None:
                lost.append(self._lose(row))
            else:
                self._doubt(row)
                if row.is_implied:
                    self._remarks.append(header_lost(table))
                yield _Placed(shape, row.line.position, dict(zip(positions, values, strict=True)), row.block)
        if lost:
            self._remarks.append(values_lost(table, lost))

    def _are_only_under(self, heads: Sequence[int], shape: BandShape, rows: Iterable[FoundRow]) -> bool:
        """Tell whether a table has some of the form's columns only: its labels name them, and every row has as many."""
        if shape in self._walk.unclear or not 0 < len(heads) < len(shape.columns):
            return False
        return all(len(row.values) == len(heads) for row in rows)

    def _lose(self, row: FoundRow) -> str:
        """Set a row apart and return what it is called."""
        self._lost.append([row.label or "", *row.values])
        return f"{self._lost[-1][0]}（{' '.join(row.values).strip()}）"

    def _doubt(self, row: FoundRow) -> None:
        """Note a label that was recognised although it differs, or stands for a row of another form."""
        if row.label is not None and (row.line.moved_to or likeness(row.label, row.line.path[-1]) < CORE):
            self._remarks.append(unlike_label(" ".join(row.label.split()), row.line.moved_to or row.line.path[-1].name))

    def _untaken(self, rows: Iterable[TextRow], used: Collection[int]) -> Iterator[list[str]]:
        """Yield what is in no table although it stands on a line, or in a grid, of which a part is."""
        taken = {*self._walk.taken}
        for row in rows:
            left = [token for token in [*row.words, *row.values] if token not in taken and token.block in used]
            if texts := [token.text for token in left if token.text]:
                yield texts

    # ── grids ───────────────────────────────────────────────────────────

    def _grids(self, placed: Sequence[_Placed]) -> dict[int, list[Grid]]:
        """Return grids by the index of the block in whose place they stand; a second row of a kind begins another."""
        grids: dict[int, list[Grid]] = {}
        for table in self._form.tables:
            rest = sorted((each for each in placed if each.shape.table == table.key), key=lambda each: each.block)
            while rest:
                rows: dict[int, _Placed] = {}
                for each in rest:
                    rows.setdefault(each.row, each)
                rest = [each for each in rest if rows[each.row] is not each]
                first = min(each.block for each in rows.values())
                grids.setdefault(first, []).append(self._grid(table, rows))
        return grids

    def _grid(self, table: Table, rows: Mapping[int, _Placed]) -> Grid:
        """Return a table that has the rows found and no others."""
        cells = [cell for band in table.bands for cell in self._band_cells(band, rows)]
        heads = {cell.place.row for cell in cells} - {cell.place.row for cell in table.cells.values()}
        now = {row: number for number, row in enumerate(sorted(heads | {*rows}))}
        moved = []
        for cell in cells:
            covered = [now[row] for row in cell.place.rows if row in now]
            place = Place(covered[0], cell.place.column, len(covered), cell.place.column_span)
            moved.append(GridCell(cell.text, place))
        return Grid(tuple(sorted(moved, key=lambda cell: (cell.place.row, cell.place.column))))

    def _band_cells(self, band: Band, rows: Mapping[int, _Placed]) -> Iterator[GridCell]:
        """Yield the rows of a band that were found, with their labels, below its whole header."""
        found = [
            cell for cell in band.cells if cell.place.row in rows and cell.place.column in rows[cell.place.row].values
        ]
        if not found:
            return
        lines = {cell.place.row for cell in found}
        shape = rows[found[0].place.row].shape
        first = min(cell.place.row for cell in band.cells)
        for each in band.labels:
            if each.place.row < first or lines.intersection(each.place.rows):
                written = self._walk.written.get((shape, each.place.column)) if each.place.rows.stop == first else None
                yield GridCell(written or each.label.text, each.place)
        yield from (GridCell(rows[cell.place.row].values[cell.place.column], cell.place) for cell in found)


def _entries(row: FoundRow, positions: Sequence[int], *, is_regular: bool) -> Sequence[str] | None:
    """Return a row's entries, one for each column, None where it is not certain which they are.

    Args:
        row: the row.
        positions: the columns on the form's grid.
        is_regular: whether other rows show how many columns the table has; an empty cell too many in front of the
            entries then belongs to the label.
    """
    values = fitted(row.values, len(positions), is_padded_left=row.is_padded_left)
    if values is None and is_regular:
        values = fitted(row.values, len(positions), is_padded_left=True)
    if len(row.values) > len(positions) and any(two - one > 1 for one, two in pairwise(positions)):
        filled = [each for each in row.values if each]  # an empty cell may be one that was merged
        return filled if len(filled) == len(positions) else None
    return values


def _as_grid(rows: Iterable[Sequence[str]]) -> Grid:
    return Grid(tuple(
        GridCell(text, Place(number, column)) for number, row in enumerate(rows) for column, text in enumerate(row)
    ))  # fmt: skip
