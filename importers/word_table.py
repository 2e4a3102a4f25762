"""A Word table as a grid: merged cells, cells left out at a row's begin, rows deleted under revision."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from importers.blocks import Grid, GridCell
from importers.office_xml import Element, attribute, by_name, child, local, number
from importers.word_text import is_deleted
from models.form import Place

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_WIDEST = 63
"""Columns a Word table can have."""


@dataclass(slots=True)
class _Open:
    """A cell that may still reach further down."""

    text: str
    row: int
    column: int
    column_span: int
    row_span: int = 1


def rows_of(table: Element) -> Iterator[Element]:
    """Yield a table's rows, those within content controls included, deleted ones not."""
    for element in _unwrapped(table, "tr"):
        if not is_deleted(child(element, "trPr")):
            yield element


def cells_of(row: Element) -> Iterator[Element]:
    """Yield a row's cells, those within content controls included."""
    return _unwrapped(row, "tc")


def grid_of(table: Element, text_of: Callable[[Element], str]) -> Grid:
    """Return a table as a grid.

    Args:
        table: the w:tbl element.
        text_of: gives the text of a cell.
    """
    cells: list[_Open] = []
    reaching_down: dict[int, _Open] = {}
    for row, element in enumerate(rows_of(table)):
        column = min(number(child(element, "trPr", "gridBefore")), _WIDEST)
        for cell in cells_of(element):
            properties = by_name(child(cell, "tcPr"))
            span = max(1, min(number(properties.get("gridSpan"), default=1), _WIDEST))
            text, merge = text_of(cell), properties.get("vMerge")
            above = None if merge is None else reaching_down.get(column)
            if above is not None and not text.strip() and _continues(above, merge, row, span):
                above.row_span += 1
            else:
                cells.append(_Open(text, row, column, span))
                reaching_down.pop(column, None)
                if merge is not None:
                    reaching_down[column] = cells[-1]
            column += span
    return Grid(tuple(_closed(cell) for cell in cells))


def _continues(above: _Open, merge: Element | None, row: int, span: int) -> bool:
    """Tell whether a cell belongs to the one above; a merge that nothing begins is a cell of its own."""
    return attribute(merge) != "restart" and above.row + above.row_span == row and above.column_span == span


def _closed(cell: _Open) -> GridCell:
    return GridCell(cell.text, Place(cell.row, cell.column, cell.row_span, cell.column_span))


def _unwrapped(parent: Element, wanted: str) -> Iterator[Element]:
    for element in parent:
        name = local(element)
        if name == wanted:
            yield element
        elif name in _WRAPPERS:
            yield from _unwrapped(element, wanted)
