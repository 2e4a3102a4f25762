"""A table of a web page as a grid, or the finding that it only lays the page out."""

import re
from collections.abc import Callable, Iterator, Sequence

from importers.blocks import Grid, GridCell, is_table
from importers.page_markup import CELLS, HEADINGS, Element, name_of, nearest, prints_nothing
from models.form import Place

FIGURES_OF_A_TABLE = 3
"""Cells with a bare figure or placeholder from which a table is one of figures, whatever else it holds."""

_FIGURE = re.compile(r"[+\-]?[\d.,，０-９]{1,20}|[/／—–-]{1,2}|无")
_LONGEST_CELL = 400
"""Characters; the longest label of a form with its explanation has about 100."""
_WIDEST_SPAN, _WIDEST = 63, 255
_LARGEST = 100_000
"""Positions of a grid; a report's largest table has 280."""


def is_filled(grid: Grid) -> bool:
    """Tell whether a grid is surely a table of figures."""
    return sum(bool(_FIGURE.fullmatch(cell.text)) for cell in grid.cells) >= FIGURES_OF_A_TABLE


def page_grid(table: Element, text_of: Callable[[Element], str], holders: frozenset[Element]) -> Grid | None:
    """Return a table as a grid, None where it only lays text out.

    Args:
        table: the table element.
        text_of: gives the text of a cell.
        holders: the tables and cells of the page that hold tables.
    """
    rows = [[cell for cell in row if not prints_nothing(cell)] for row in _rows(table)]
    if table in holders and _figures_beside_tables(rows, text_of, holders) < FIGURES_OF_A_TABLE:
        return None
    grid = _placed(rows, text_of)
    if grid is None or not is_table(grid):
        return None
    return None if not is_filled(grid) and _holds_an_article(table, grid) else grid


def _figures_beside_tables(
    rows: Sequence[Sequence[Element]], text_of: Callable[[Element], str], holders: frozenset[Element]
) -> int:
    plain = [cell for row in rows for cell in row if cell not in holders]
    return sum(bool(_FIGURE.fullmatch(text_of(cell))) for cell in plain)


def _holds_an_article(table: Element, grid: Grid) -> bool:
    has_heading = any(True for cell in nearest(table, CELLS) for _ in cell.iter(*HEADINGS))
    return has_heading or any(len(cell.text) > _LONGEST_CELL for cell in grid.cells)


def _rows(table: Element) -> Iterator[list[Element]]:
    """Yield the cells of each row; cells outside any row make one."""
    loose: list[Element] = []
    for element in nearest(table, CELLS | {"tr"}):
        if name_of(element) in CELLS:
            loose.append(element)
            continue
        if loose:
            yield loose
            loose = []
        if not prints_nothing(element):
            yield list(nearest(element, CELLS))
    if loose:
        yield loose


def _placed(rows: Sequence[Sequence[Element]], text_of: Callable[[Element], str]) -> Grid | None:
    """Return a grid as browsers lay a table out; None where it is too large for a table of a report."""
    canvas = _Canvas(rows)
    cells: list[GridCell] = []
    area = 0
    for row, elements in enumerate(rows):
        column = 0
        for element in elements:
            place = canvas.take(element, row, column)
            area += place.row_span * place.column_span
            if place.columns.stop > _WIDEST or area > _LARGEST:
                return None
            cells.append(GridCell(text_of(element), place))
            column = place.columns.stop
    return Grid(tuple(cells))


class _Canvas:
    """The positions of a table that cells have taken so far."""

    def __init__(self, rows: Sequence[Sequence[Element]]) -> None:
        self._row_count = len(rows)
        spans = [[_span(cell, "colspan") for cell in row] for row in rows]
        self._width = max((sum(span for span in row if span <= _WIDEST_SPAN) for row in spans), default=0)
        self._free_from: dict[int, int] = {}
        """For each column the first row that no cell from above reaches."""

    def take(self, element: Element, row: int, column: int) -> Place:
        """Return what a cell covers: its spans, cut where the table ends or another cell stands."""
        while self._free_from.get(column, 0) > row:
            column += 1
        wanted = _span(element, "colspan")
        reach = wanted if wanted <= _WIDEST_SPAN else max(1, self._width - column)
        columns = next((step for step in range(1, reach) if self._free_from.get(column + step, 0) > row), reach)
        rows = min(_span(element, "rowspan") or self._row_count, self._row_count - row)
        self._free_from.update(dict.fromkeys(range(column, column + columns), row + rows))
        return Place(row, column, rows, columns)


def _span(element: Element, name: str) -> int:
    """Return a span; 0 of rows means down to the end, and so does a number too long to be meant."""
    text = element.get(name, "").strip()
    found = re.match(r"\d+", text, re.ASCII)
    if not found:
        return 1
    span = int(found[0][:9])
    return span if name == "rowspan" else max(1, span)
