"""What a file consists of once its format no longer matters: paragraphs and grids of cells, in reading order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from models.form import Place
from models.radicals import has_radicals, without_radicals

TITLE_LEVEL = 0
"""Level of a paragraph that is styled as the document's title; headings count from 1."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text.

    Args:
        text: its text; a line break within the paragraph is a newline.
        level: 0 for a document title, 1 and up for headings, None for body text or where the file does not say.
        part: the sheet it stands on; empty in a file without sheets.
    """

    text: str
    level: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Property(Paragraph):
    """What a file says of itself outside its pages, such as the title among its properties; no content."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: its text, the rectangle it covers, and a remark that is attached to it."""

    text: str
    place: Place
    remark: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in the cell; offices fill empty cells with ideographic spaces."""
        return not self.text.strip() and not self.remark


@dataclass(frozen=True)
class Grid:
    """A table as the file lays it out; cells in reading order, none overlapping another."""

    cells: tuple[GridCell, ...]
    part: str = ""

    @cached_property
    def row_count(self) -> int:
        """Rows, counted from 0 at the top."""
        return max((cell.place.rows.stop for cell in self.cells), default=0)

    @cached_property
    def column_count(self) -> int:
        """Columns, counted from 0 at the left."""
        return max((cell.place.columns.stop for cell in self.cells), default=0)

    def at(self, row: int, column: int) -> GridCell | None:
        """Return the cell that covers a position, None where there is none."""
        return self._covering.get((row, column))

    def row(self, row: int) -> tuple[GridCell, ...]:
        """Return the cells that cover a row, from the left, those that reach down from above included."""
        return self._rows[row]

    @cached_property
    def _covering(self) -> dict[tuple[int, int], GridCell]:
        return {(row, column): cell for cell in self.cells for row in cell.place.rows for column in cell.place.columns}

    @cached_property
    def _rows(self) -> tuple[tuple[GridCell, ...], ...]:
        rows: list[list[GridCell]] = [[] for _ in range(self.row_count)]
        for cell in self.cells:
            for row in cell.place.rows:
                rows[row].append(cell)
        return tuple(tuple(sorted(row, key=lambda cell: cell.place.column)) for row in rows)


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class FileContent:
    """All a reader found in a file, and sentences for the clerk about what it could not find.

    Radicals in the place of characters are folded here, for all formats.
    """

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Fold radicals."""
        object.__setattr__(self, "blocks", tuple(map(_folded, self.blocks)))


def _folded(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=without_radicals(block.text)) if has_radicals(block.text) else block
    if not any(has_radicals(cell.text) or has_radicals(cell.remark) for cell in block.cells):
        return block
    cells = (
        replace(each, text=without_radicals(each.text), remark=without_radicals(each.remark)) for each in block.cells
    )
    return replace(block, cells=tuple(cells))


def paragraphs_of(grid: Grid) -> Iterator[Paragraph]:
    """Yield a grid's texts as paragraphs, for a table that only lays text out."""
    for cell in grid.cells:
        if not cell.is_blank:
            yield Paragraph(cell.text, part=grid.part)


def unstack(grid: Grid, is_break: Callable[[str], bool]) -> Iterator[Block]:
    """Split a grid at rows that hold one text only, and that text a title of the report.

    A sheet may have everything stacked in one block, titles and texts between the tables.
    A part in which no row has two entries is text, not a table.
    """
    breaks = [row for row in range(grid.row_count) if _is_break(grid, row, is_break)]
    if not breaks:
        yield grid
        return
    for start, stop in pairwise([*sorted({0, *breaks}), grid.row_count]):
        title = _entries(grid, start) if start in breaks else []
        yield from (Paragraph(cell.text, part=grid.part) for cell in title)
        below = slice_rows(grid, range(start + bool(title), stop))
        yield from [below] if is_table(below) else paragraphs_of(below)


def is_table(grid: Grid) -> bool:
    """Tell whether a grid has a row with two entries at least."""
    return any(len(_entries(grid, row)) > 1 for row in range(grid.row_count))


def slice_rows(grid: Grid, rows: range) -> Grid:
    """Return some rows of a grid as a grid of its own."""
    cells = [
        GridCell(cell.text, _moved_up(cell.place, rows), cell.remark) for cell in grid.cells if cell.place.row in rows
    ]
    return Grid(tuple(cells), grid.part)


def _moved_up(place: Place, rows: range) -> Place:
    height = min(place.rows.stop, rows.stop) - place.row
    return Place(place.row - rows.start, place.column, height, place.column_span)


def _is_break(grid: Grid, row: int, is_break: Callable[[str], bool]) -> bool:
    entries = _entries(grid, row)
    return len(entries) == 1 and entries[0].place.row_span == 1 and is_break(entries[0].text)


def _entries(grid: Grid, row: int) -> Sequence[GridCell]:
    return [cell for cell in grid.row(row) if not cell.is_blank]
