"""Columns of a table whose header is lost: told by their order, where rows and number of columns leave no doubt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from importers.blocks import Grid, GridCell
from importers.header_matcher import Header, is_label
from importers.labels import CORE, likeness, wording
from importers.table_shape import BandShape
from models.form import Label, Place

_CERTAIN = 4
"""Rows of the form by which a table is known outside its section, if they are half of its rows."""


def implied_header(grid: Grid, shape: BandShape, *, is_at_home: bool) -> Header | None:
    """Return a header for a grid that has none of a band's.

    Args:
        grid: the grid.
        shape: the band.
        is_at_home: whether the grid stands in the section of the band's table.
    """
    if not shape.has_stub:
        return _above_figures(grid, shape) if is_at_home else None
    rows = list(_labelled_rows(grid, shape))
    found, wanted = ({position for _, _, position in rows}, {row.position for row in shape.rows})
    is_certain = len(found) >= _CERTAIN and 2 * len(found) >= len(wanted)
    if not rows or not (is_at_home or is_certain):
        return None
    return _beside_labels(grid, shape, [(row, label) for row, label, _ in rows])


def completed(headers: Sequence[Header], grid: Grid) -> list[Header]:
    """Return headers of a band, each with the columns whose labels are blank, if their order leaves no doubt."""
    if not any(map(_may_be_completed, headers)):
        return [*headers]
    whole = implied_header(grid, headers[0].shape, is_at_home=True)
    return [*headers] if whole is None else [_completed(header, whole) for header in headers]


def _may_be_completed(header: Header) -> bool:
    return len(header.heads) <= len(header.columns) < len(header.shape.columns)


def _completed(header: Header, whole: Header) -> Header:
    if not _may_be_completed(header) or any(
        cell.place.column != whole.columns[key].place.column for key, cell in header.columns.items()
    ):
        return header
    return replace(whole, bottom=header.bottom, columns={**whole.columns, **header.columns})


def is_piece(text: str, labels: Iterable[Label]) -> bool:
    """Tell whether a text is a piece of a label."""
    piece = wording(text).full
    return any(piece in wording(each).full for label in labels for each in label.accepted)


def _has_label_elsewhere(grid: Grid, header: Header, row: int) -> bool:
    """Tell whether the label of a column stands above figures that the order gives to another."""
    lines = {column.position: column.path[-1] for column in header.shape.columns}
    for cell in (cell for above in range(row) for cell in grid.row(above) if is_label(cell)):
        like = {position for position, label in lines.items() if likeness(cell.text, label) >= CORE}
        below = {position for position, head in header.columns.items() if cell.place.column in head.place.columns}
        if like and below and not like & below:
            return True
    return False


def _is_group(text: str, shape: BandShape) -> bool:
    """Tell whether a text is the label of several columns, a slip of the pen allowed."""
    return any(likeness(text, label) for label in shape.groups)


def _beside_labels(grid: Grid, shape: BandShape, rows: Sequence[tuple[int, GridCell]]) -> Header | None:
    first = max(label.place.columns.stop for _, label in rows)
    figures = [cell for row, _ in rows for cell in grid.row(row) if cell.place.column >= first]
    if any(is_label(cell) for cell in figures) or _has_other_header(grid, shape, rows[0][0], first):
        return None
    header = _in_order(grid, shape, _begins(figures, grid, first, len(shape.columns)), bottom=-1)
    return None if header is None or _has_label_elsewhere(grid, header, rows[0][0]) else header


def _above_figures(grid: Grid, shape: BandShape) -> Header | None:
    """Return a header for the one row of figures of a grid."""
    rows = [row for row in range(grid.row_count) if _is_figures(grid, row)]
    if len(rows) != 1 or _has_other_header(grid, shape, rows[0], 0):
        return None
    starts = [cell.place.column for cell in grid.row(rows[0])]
    begins = starts if len(starts) == len(shape.columns) else list(range(grid.column_count))
    header = _in_order(grid, shape, begins, bottom=rows[0] - 1)
    return None if header is None or _has_label_elsewhere(grid, header, rows[0]) else header


def _has_other_header(grid: Grid, shape: BandShape, row: int, first: int) -> bool:
    """Tell whether words stand above the figures that belong to no label of the band's columns."""
    labels = {label for column in shape.columns for label in column.path}
    for above in range(row - 1, -1, -1):
        words = [cell for cell in grid.row(above) if cell.place.column >= first and is_label(cell)]
        if not words:
            return False
        if any(not (is_piece(cell.text, labels) or _is_group(cell.text, shape)) for cell in words):
            return True
    return False


def _labelled_rows(grid: Grid, shape: BandShape) -> Iterator[tuple[int, GridCell, int]]:
    """Yield the grid rows that bear the label of a row of the form, the label and the row's position."""
    for row in range(grid.row_count):
        labels = [cell for cell in grid.row(row) if is_label(cell)]
        for line in shape.rows:
            if labels and line.path and likeness(labels[-1].text, line.path[-1]) >= CORE:
                yield row, labels[-1], line.position


def _is_figures(grid: Grid, row: int) -> bool:
    cells = grid.row(row)
    return any(not cell.is_blank for cell in cells) and not any(is_label(cell) for cell in cells)


def _begins(figures: Sequence[GridCell], grid: Grid, first: int, wanted: int) -> list[int]:
    """Return where the columns begin; blank ones at the right edge do not count."""
    begins = sorted({cell.place.column for cell in figures})
    filled = max((cell.place.column for cell in figures if not cell.is_blank), default=first)
    while len(begins) > wanted and begins[-1] > filled:
        begins.pop()
    return begins if len(begins) == wanted else list(range(first, grid.column_count))


def _in_order(grid: Grid, shape: BandShape, begins: Sequence[int], bottom: int) -> Header | None:
    if len(begins) != len(shape.columns):
        return None
    stops = [*begins[1:], grid.column_count]
    heads = [
        GridCell(column.path[-1].text, Place(-1, begin, 1, stop - begin))
        for column, begin, stop in zip(shape.columns, begins, stops, strict=True)
    ]
    columns = {column.position: head for column, head in zip(shape.columns, heads, strict=True)}
    return Header(shape, bottom, columns, tuple(heads), grid.column_count, is_implied=True)
