"""A statutory table as rows of Word cells, one for each merged area in each row it covers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from exporters.print_fit import Area, balancing_indent, broken_by_sense, choose_size
from exporters.print_styles import TEXT_WIDTH, PrintStyles, Style, TableSize
from models.cell_value import Entry
from models.form import Band, LabelCell, Place, Section, Table
from models.report import Report

TABLE_WIDTH = TEXT_WIDTH - 12
"""Leaves room for the outer halves of the borders."""


class Merge(StrEnum):
    """A cell's part in a vertical merge, in Word's words."""

    FIRST = "restart"
    LATER = "continue"


@dataclass(frozen=True, slots=True)
class PrintCell:
    """One cell of a Word row.

    Args:
        text: what it says, a line end in it is a line end on paper; empty in a later cell of a vertical merge.
        width: in twips.
        column_span: grid columns it covers.
        style: of its paragraph.
        merge: its part in a vertical merge, None where it is a cell of its own.
        indent: of its paragraph on both sides, in twips.
        fill: the colour behind it, as RRGGBB; none where empty.
    """

    text: str
    width: int
    column_span: int
    style: Style
    merge: Merge | None = None
    indent: int = 0
    fill: str = ""


@dataclass(frozen=True, slots=True)
class PrintTable:
    """A table ready to be written.

    Args:
        widths: of the grid's columns in twips.
        rows: the cells of each grid row.
        header_rows: rows to repeat on every page.
        size: how large it is set.
        fits_a_page: whether it stands on one page together with its heading.
        kept: the numbers of rows that stay on the page of the next where it does not.
        keep_with_next: whether its last row stays on the page of what follows.
        heights: the least height of each row in twips; that of its size where empty.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple[PrintCell, ...], ...]
    header_rows: int
    size: TableSize
    fits_a_page: bool
    kept: frozenset[int] = frozenset()
    keep_with_next: bool = False
    heights: tuple[int, ...] = ()

    def is_header(self, row: int) -> bool:
        """Tell whether a row is repeated on every page."""
        return row < self.header_rows

    def is_kept(self, row: int) -> bool:
        """Tell whether a row stays on the page of what comes below it."""
        if row == len(self.rows) - 1:
            return self.keep_with_next
        return self.is_header(row) or self.fits_a_page or row in self.kept

    def height(self, row: int) -> int:
        """Return the least height of a row in twips."""
        return self.heights[row] if self.heights else self.size.row_height


def lay_out_table(report: Report, table: Table, section: Section, styles: PrintStyles) -> PrintTable:
    """Return a table of the report in the largest size in which it fits a page below its heading."""
    widths = column_widths(table.widths)
    areas = [*_labels(table, widths), *_figures(report, table, widths)]
    size, fits = choose_size(areas, section.title, styles.table_sizes)
    owners = {(row, column): each for each in areas for row in each.place.rows for column in each.place.columns}
    rows = [
        tuple(_print_cell(each, row, size) for each in _across(owners, row, widths)) for row in range(table.row_count)
    ]
    return PrintTable(widths, tuple(rows), table.header_rows, size, fits)


def column_widths(relative: Sequence[int]) -> tuple[int, ...]:
    """Return the widths of columns in twips, which add up to a table's exactly."""
    edges = [TABLE_WIDTH * sum(relative[:n]) // sum(relative) for n in range(len(relative) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _labels(table: Table, widths: Sequence[int]) -> Iterator[Area]:
    for band in table.bands:
        at_left = _names_at_left(band)
        for each in band.labels:
            yield Area.of(each.place, each.label.text, widths, at_left=each in at_left)


def _names_at_left(band: Band) -> Sequence[LabelCell]:
    """Return the names of single rows where the stub has several levels; other labels stand in the middle."""
    stub = [each for each in band.labels if each.place.row >= band.header_rows.stop]
    deep = any(each.place.column for each in stub)
    return [each for each in stub if each.place.row_span == 1] if deep else []


def _figures(report: Report, table: Table, widths: Sequence[int]) -> Iterator[Area]:
    for name, cell in table.cells.items():
        entry = Entry(report.value(name), report.remark(name))
        yield Area.of(cell.place, str(entry), widths, is_figure=True)


def _across(owners: Mapping[tuple[int, int], Area], row: int, widths: Sequence[int]) -> Iterator[Area]:
    """Yield what stands in a grid row from left to right; what the form leaves out is an empty cell."""
    column = 0
    while column < len(widths):
        area = owners.get((row, column)) or Area.of(Place(row, column), "", widths)
        yield area
        column += area.place.column_span


def _print_cell(area: Area, row: int, size: TableSize) -> PrintCell:
    place = area.place
    merge = None if place.row_span == 1 else Merge.FIRST if row == place.row else Merge.LATER
    return PrintCell(
        text="" if merge is Merge.LATER else broken_by_sense(area, size),
        width=area.width,
        column_span=place.column_span,
        style=size.labels if area.at_left else size.figures,
        merge=merge,
        indent=balancing_indent(area, size),
    )
