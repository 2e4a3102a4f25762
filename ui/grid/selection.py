"""What is selected in a grid: its figures, and the rectangle around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex

from models.form import Cell
from ui.grid.model import GridModel


@dataclass(frozen=True, eq=False, repr=False)
class Selection:
    """The selected figures of a grid.

    Args:
        model: the grid.
        cells: the selected figures in reading order, each once.
        rows: the rows from the first selected one to the last, labels between them included.
        columns: the columns likewise.
    """

    model: GridModel
    cells: tuple[Cell, ...]
    rows: range
    columns: range

    @property
    def typed(self) -> list[Cell]:
        """The selected figures that the clerk types."""
        return [cell for cell in self.cells if self.model.is_typed(cell.name)]

    @property
    def is_block(self) -> bool:
        """Whether every figure of the rectangle is selected."""
        inside = {cell.name for row in self.rows for column in self.columns if (cell := self.model.figure(row, column))}
        return inside == {cell.name for cell in self.cells}

    @property
    def texts(self) -> list[list[str]]:
        """The rectangle's texts, labels included; the places that a wide cell covers further are empty."""
        return [[self.model.text_at(row, column) for column in self.columns] for row in self.rows]


def selection_of(model: GridModel, indexes: Sequence[QModelIndex]) -> Selection | None:
    """Return what the indexes select; None where they hold no figure."""
    cells = {cell.name: cell for index in indexes if (cell := model.cell_at(index))}
    if not cells:
        return None
    origins = [model.index_of(name) for name in cells]
    ordered = sorted(cells.values(), key=lambda cell: (cell.place.row, cell.place.column))
    rows, columns = [index.row() for index in origins], [index.column() for index in origins]
    right = max(index.column() + cells[name].place.column_span for name, index in zip(cells, origins, strict=True))
    return Selection(model, tuple(ordered), range(min(rows), max(rows) + 1), range(min(columns), right))
