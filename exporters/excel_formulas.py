"""Addresses and formulas of a workbook: where a cell of the form stands and how its sum is written there."""

from collections.abc import Iterable, Sequence

from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname

from models.form import Balance, Place, Sum, Table, Term

GRID_TOP = 3
"""The sheet row of a table's first grid row; above it stand the section's title and an empty row."""


def on_sheet(place: Place) -> Place:
    """Return where a place of the grid lies on the sheet, counted from 0."""
    return Place(place.row + GRID_TOP - 1, place.column, place.row_span, place.column_span)


def reference(place: Place) -> str:
    """Return the cells of a rectangle of the sheet as a workbook names them: A3:C5."""
    return _range_text(place.row, place.column, place.rows.stop - 1, place.columns.stop - 1)


def fixed_reference(place: Place) -> str:
    """Return the cells of a rectangle of the sheet as one names them that stay where they are: $A$3:$C$5."""
    return absolute_coordinate(reference(place))


def address(place: Place) -> str:
    """Return the cell that a place of the grid begins in: D6."""
    return _range_text(*[place.row + GRID_TOP - 1, place.column] * 2)


def linked(title: str, cells: str) -> str:
    """Return cells of another sheet, given by its title: '表三'!D6."""
    return f"{quote_sheetname(title)}!{cells}"


def link_formula(title: str, words: str) -> str:
    """Return the formula that shows words and leads to the top of another sheet, given by its title."""
    target, shown = (text.replace('"', '""') for text in (f"#{linked(title, 'A1')}", words))
    return f'HYPERLINK("{target}","{shown}")'


def ranges(places: Iterable[Place]) -> list[str]:
    """Return the cells that these places begin in as few rectangles: D8:D28, D30."""
    blocks: list[tuple[int, int, int, int]] = []
    lowest: dict[tuple[int, int], int] = {}
    for row, first, last in _runs(places):
        known = lowest.get((first, last))
        if known is not None and blocks[known][2] == row - 1:
            blocks[known] = (blocks[known][0], first, row, last)
        else:
            lowest[first, last] = len(blocks)
            blocks.append((row, first, row, last))
    return [_range_text(top + GRID_TOP - 1, left, bottom + GRID_TOP - 1, right) for top, left, bottom, right in blocks]


def sum_formula(table: Table, each: Sum) -> str:
    """Return a total's formula: SUM(D8:D28)."""
    return _signed_sums(table, each.terms)


def difference_formula(table: Table, terms: Sequence[Term]) -> str:
    """Return the formula of a sum that should be 0: SUM(D6:D7)-SUM(D29:D30)."""
    return _signed_sums(table, terms)


def gap_terms(balance: Balance) -> tuple[Term, ...]:
    """Return a balance's terms as one sum, those of the right side with the opposite sign."""
    return (*balance.left, *(Term(term.cell, -term.sign) for term in balance.right))


def total_terms(each: Sum) -> tuple[Term, ...]:
    """Return a total and its terms as one sum, 0 where the total is right."""
    return (Term(each.total), *(Term(term.cell, -term.sign) for term in each.terms))


def _signed_sums(table: Table, terms: Sequence[Term]) -> str:
    # SUM over references passes over words such as "/", which + and - would turn into #VALUE!.
    parts = []
    for sign, mark in ((1, ""), (-1, "-")):
        places = [table.cells[term.cell].place for term in terms if term.sign == sign]
        if places:
            parts.append(f"{mark}SUM({','.join(ranges(places))})")
    return "".join(parts)


def _runs(places: Iterable[Place]) -> list[tuple[int, int, int]]:
    """Return row, first and last column of each unbroken run of cells, in reading order."""
    runs: list[tuple[int, int, int]] = []
    for row, column in sorted((place.row, place.column) for place in places):
        if runs and runs[-1][0] == row and runs[-1][2] == column - 1:
            runs[-1] = (row, runs[-1][1], column)
        else:
            runs.append((row, column, column))
    return runs


def _range_text(top: int, left: int, bottom: int, right: int) -> str:
    first = f"{get_column_letter(left + 1)}{top + 1}"
    last = f"{get_column_letter(right + 1)}{bottom + 1}"
    return first if first == last else f"{first}:{last}"
