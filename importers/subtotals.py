"""Columns of subtotals that a file has and the form has not: checked against the details, then left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from importers.blocks import Grid, GridCell
from importers.row_matcher import RowMatch, below, figures_of
from models.cell_value import exact_sum, number_of, read_entry
from models.form import Place


@dataclass(frozen=True, slots=True)
class Subtotals:
    """Where subtotals stand, and by their label the rows whose details give another sum."""

    places: frozenset[Place] = frozenset()
    contradictions: dict[str, list[str]] = field(default_factory=dict)


def take_subtotals(grid: Grid, matches: Sequence[tuple[RowMatch, int]]) -> Subtotals:
    """Look at the columns of subtotals above which a header was found.

    Args:
        grid: the grid.
        matches: its recognised rows, each with its number in the grid.
    """
    heads = {(match.header, head.place): head for match, _ in matches for head in match.header.subtotals}
    places: set[Place] = set()
    contradictions: dict[str, list[str]] = {}
    for (header, _), head in heads.items():
        rows = [(match, row) for match, row in matches if match.header is header]
        found = {row: cell for _, row in rows if (cell := _cell_below(grid, row, head)) is not None}
        places |= {head.place, *(cell.place for cell in found.values())}
        if wrong := _contradicted(grid, rows, found):
            contradictions[" ".join(head.text.split())] = wrong
    return Subtotals(frozenset(places), contradictions)


def _cell_below(grid: Grid, row: int, head: GridCell) -> GridCell | None:
    return next((cell for cell in below(head, grid.row(row)) if not cell.is_blank), None)


def _contradicted(grid: Grid, rows: Sequence[tuple[RowMatch, int]], found: Mapping[int, GridCell]) -> list[str]:
    """Return the names of the rows in which a subtotal is no sum of the group it fits best."""
    groups = rows[0][0].header.shape.groups.values()
    wrong = [
        [
            match.line.path[-1].name if match.line.path else found[row].text
            for match, row in rows
            if row in found and number_of(read_entry(found[row].text).value) != _sum(grid, row, match, positions)
        ]
        for positions in ({column.position for column in group} for group in groups)
    ]
    return min(wrong, key=len, default=[])


def _sum(grid: Grid, row: int, match: RowMatch, positions: set[int]) -> Decimal:
    cells = figures_of(grid, row, match)
    wanted = positions - match.header.shape.derived
    return exact_sum(number_of(read_entry(cell.text).value) for key, cell in cells.items() if key in wanted and cell)
