"""A printed table with its lines broken: how high each row is, and what of it stands on which page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from exporters.page_items import RULE_WIDTH, Fill, Item, Rule
from exporters.page_lines import Line, Measure, lines_of
from exporters.print_blocks import Words
from exporters.print_styles import MARGIN_LEFT, TEXT_WIDTH
from exporters.print_tables import Merge, PrintCell, PrintTable

RowTops = Mapping[int, float]
"""Where rows of a table begin on one page, by row number from the top."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A cell with all rows it covers, its text in lines."""

    cell: PrintCell
    first: int
    stop: int
    left: float
    lines: tuple[Line, ...]

    @property
    def text_height(self) -> int:
        return len(self.lines) * self.cell.style.line if self.cell.text else 0


class TableLayout:
    """A table that can be put on pages.

    Attributes:
        heights: of the rows in twips; a merged cell that needs more makes its last row higher.
    """

    def __init__(self, table: PrintTable, measure: Measure) -> None:
        """Break the texts of all cells."""
        self._table = table
        self._lefts = [*accumulate(table.widths, initial=MARGIN_LEFT + (TEXT_WIDTH - sum(table.widths)) / 2)]
        self._areas = [*self._measured(measure)]
        self.heights = self._row_heights()

    @property
    def header_height(self) -> int:
        """The height of the rows that are repeated."""
        return sum(self.heights[: self._table.header_rows])

    def with_header(self, tops: Mapping[int, float]) -> dict[int, float]:
        """Return the rows of a page with the header rows above them where the table goes on from another page."""
        first = min(tops)
        if self._table.is_header(first):
            return dict(tops)
        heights = [*accumulate(self.heights[: self._table.header_rows], initial=tops[first] - self.header_height)]
        return {**dict(zip(range(self._table.header_rows), heights, strict=False)), **tops}

    def items(self, pages: Sequence[RowTops]) -> Iterator[list[Item]]:
        """Yield what stands on each page.

        The text of a merged cell that is parted stands in its highest part; borders close each part.
        """
        shown = [{area: part for area in self._areas if (part := self._part(area, tops))} for tops in pages]
        for parts in shown:
            items: list[Item] = []
            for area, (top, bottom) in parts.items():
                items += self._frame(area, top, bottom)
                others = [each[area] for each in shown if area in each]
                if self._table.is_header(area.first) or (top, bottom) == max(
                    others, key=lambda part: part[1] - part[0]
                ):
                    items += self._text(area, top, bottom)
            yield items

    def _measured(self, measure: Measure) -> Iterator[_Area]:
        for number, row in enumerate(self._table.rows):
            column = 0
            for cell in row:
                if cell.merge is not Merge.LATER:
                    room = cell.width - 2 * self._table.size.side_margin - 2 * cell.indent
                    lines = lines_of((Words(cell.text, cell.style),), cell.style, room, measure)
                    stop = self._stop(number, column) if cell.merge else number + 1
                    yield _Area(cell, number, stop, self._lefts[column], tuple(lines))
                column += cell.column_span

    def _stop(self, row: int, column: int) -> int:
        """Return the row behind the last one that a vertical merge covers."""
        stop = row + 1
        while stop < len(self._table.rows) and self._cell_at(stop, column).merge is Merge.LATER:
            stop += 1
        return stop

    def _cell_at(self, row: int, column: int) -> PrintCell:
        edges = accumulate(cell.column_span for cell in self._table.rows[row])
        return next(cell for cell, edge in zip(self._table.rows[row], edges, strict=True) if edge > column)

    def _row_heights(self) -> list[int]:
        size = self._table.size
        heights = [self._table.height(row) + RULE_WIDTH for row in range(len(self._table.rows))]
        for area in sorted(self._areas, key=lambda each: each.stop - each.first):
            needed = area.text_height + 2 * size.end_margin + RULE_WIDTH
            heights[area.stop - 1] += max(0, needed - sum(heights[area.first : area.stop]))
        return heights

    def _part(self, area: _Area, tops: RowTops) -> tuple[float, float] | None:
        """Return the upper and the lower edge of what of an area stands on a page."""
        rows = [row for row in range(area.first, area.stop) if row in tops]
        return (tops[rows[0]], tops[rows[-1]] + self.heights[rows[-1]]) if rows else None

    def _frame(self, area: _Area, top: float, bottom: float) -> Iterator[Item]:
        left, right = area.left, area.left + area.cell.width
        if area.cell.fill:
            yield Fill(left, top, right - left, bottom - top, area.cell.fill)
        for height in (top, bottom):
            yield Rule(left, height, right, height)
        for edge in (left, right):
            yield Rule(edge, top, edge, bottom)

    def _text(self, area: _Area, top: float, bottom: float) -> Iterator[Item]:
        left = area.left + self._table.size.side_margin + area.cell.indent
        line_top = top + (bottom - top - area.text_height) / 2
        for number, line in enumerate(area.lines):
            yield from line.texts(left, line_top + number * area.cell.style.line, area.cell.style.line)
