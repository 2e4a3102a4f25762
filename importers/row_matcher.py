"""Finding which row of a table a grid row is, by its label and the labels left of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importers.blocks import Grid, GridCell
from importers.header_matcher import Header, is_head, is_label
from importers.labels import BARE, CORE, goes_on, is_distinctive, likeness
from importers.table_shape import Line
from models.form import Place

_SAME = 1e-9
_WEAK_HINT = 0.1
"""What a group's label further up adds, where the cell that should hold it is blank."""
_FURTHEST = 100
"""Rows with nothing in them that may stand between a header and its one row of figures."""


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A grid row recognised.

    Args:
        header: the header above it.
        line: the row of the form.
        label: the cell of its label; None in a band without row labels.
        score: how well the labels fit.
    """

    header: Header
    line: Line
    label: GridCell | None
    score: float

    @property
    def figures_begin(self) -> int:
        """The first grid column in which a figure of the row can stand."""
        return self.header.first if self.label is None else min(self.label.place.columns.stop, self.header.first)


def stub_of(grid: Grid, row: int, first: int) -> list[GridCell]:
    """Return the label cells of a row left of its figures, outermost first."""
    return [cell for cell in grid.row(row) if cell.place.column < first and is_label(cell)]


def match_row(grid: Grid, row: int, headers: Sequence[Header], groups: Mapping[int, str]) -> RowMatch | None:
    """Return the one row of the form that fits best; None where none fits or two fit alike.

    Args:
        grid: the grid.
        row: the row of the grid.
        headers: for each band, the header above the row.
        groups: by grid column the label of the group met last above, for files that print it once and
            leave the cells below blank.
    """
    matches = [match for header in headers for match in _matches(grid, row, header, groups)]
    matches.sort(key=lambda match: (-match.score, -match.header.bottom))
    if len(matches) > 1 and _are_alike(matches[0], matches[1]):
        return None
    return matches[0] if matches else None


def _are_alike(one: RowMatch, other: RowMatch) -> bool:
    same_row = one.header.shape is other.header.shape and one.line.position == other.line.position
    return not same_row and abs(one.score - other.score) < _SAME and one.header.bottom == other.header.bottom


def _matches(grid: Grid, row: int, header: Header, groups: Mapping[int, str]) -> list[RowMatch]:
    stub = stub_of(grid, row, header.first)
    if not header.shape.has_stub:
        first = _is_first(grid, row, header) and not any(_is_no_figure(cell, header) for cell in grid.row(row))
        return [RowMatch(header, header.shape.rows[0], None, BARE)] if first else []
    if not stub:
        return []
    scored = [(line, _score(stub, line, header, groups)) for line in header.shape.rows]
    return [RowMatch(header, line, stub[-1], score) for line, score in scored if score]


def _is_first(grid: Grid, row: int, header: Header) -> bool:
    """Tell whether nothing stands between a header and a row but a line that says that the table goes on."""
    between = (cell for above in range(header.bottom + 1, row) for cell in grid.row(above))
    return row - header.bottom <= _FURTHEST and all(cell.is_blank or goes_on(cell.text) for cell in between)


def _is_no_figure(cell: GridCell, header: Header) -> bool:
    """Tell whether a cell cannot be a figure; directly under the header any words but a label may stand for one."""
    if header.bottom < 0:
        return is_label(cell)
    return is_head(cell.text, header.shape) or goes_on(cell.text)


def _score(stub: Sequence[GridCell], line: Line, header: Header, groups: Mapping[int, str]) -> float:
    """Return how well a row's labels fit; a group of another name left of it speaks against a short label."""
    *above, own = line.path
    score = own_likeness = likeness(stub[-1].text, own)
    if not score:
        return 0.0
    for cell in stub[:-1]:
        fit = max((likeness(cell.text, label) for label in above), default=0.0)
        if not fit and not (
            own_likeness >= CORE and is_distinctive(own.text) and _is_unique(own_likeness, line, header)
        ):
            return 0.0
        score += fit
    further_up = [group for column, group in groups.items() if column < stub[-1].place.column]
    hints = sum(any(likeness(group, label) for group in further_up) for label in above)
    return score + _WEAK_HINT * hints


def _is_unique(own_likeness: float, line: Line, header: Header) -> bool:
    """Tell whether no other row of the band bears the same label."""
    own = line.path[-1]
    return not any(
        other.position != line.position and likeness(own.text, other.path[-1]) >= own_likeness
        for other in header.shape.rows
    )


def figures_of(grid: Grid, row: int, match: RowMatch) -> dict[int, GridCell | None]:
    """Return a row's cells by column: those below the labels, else in their order where none is missing.

    In the original of the 2019 form the figures are merged otherwise than the labels above them.
    """
    header = match.header
    cells = _from(match.figures_begin, grid, row, max(head.place.columns.stop for head in header.heads))
    candidates = {position: below(head, cells) for position, head in header.columns.items()}
    counts = Counter(cell.place.column for each in candidates.values() for cell in each)
    shared = {column for column, count in counts.items() if count > 1}
    if shared and len(cells) == len(header.heads):
        in_order = dict(zip((head.place for head in header.heads), cells, strict=True))
        return {position: in_order[head.place] for position, head in header.columns.items()}
    return {
        position: next((cell for cell in each if not cell.is_blank and cell.place.column not in shared), None)
        for position, each in candidates.items()
    }


def _from(begin: int, grid: Grid, row: int, stop: int) -> list[GridCell]:
    """Return a row's cells from a column on; a sheet has no cell where nothing stands."""
    cells = [cell for cell in grid.row(row) if cell.place.column >= begin and cell.place.row == row]
    gaps = [GridCell("", Place(row, column)) for column in range(begin, stop) if grid.at(row, column) is None]
    return sorted([*cells, *gaps], key=lambda cell: cell.place.column)


def below(head: GridCell, cells: Sequence[GridCell]) -> list[GridCell]:
    """Return those cells that stand in the columns of a label."""
    columns = head.place.columns
    return [cell for cell in cells if cell.place.column < columns.stop and columns.start < cell.place.columns.stop]
