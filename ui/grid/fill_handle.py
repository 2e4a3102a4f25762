"""The small square at the selection's lower right corner: dragged, it repeats the figures over what it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.grid.filling import Block, stretched

if TYPE_CHECKING:
    from ui.grid.view import GridView

_SIDE = 8
"""Side of the square, in pixels."""
_REACH = 3
"""Pixels around it in which the mouse takes hold of it too."""


class FillHandle:
    """Follows the mouse over a grid while the handle is held."""

    def __init__(self, view: GridView, canvas: QWidget) -> None:
        """Belong to a view, drawn on its canvas."""
        self._view = view
        self._canvas = canvas
        self._source: Block | None = None
        self._target: Block | None = None
        self._drawn: QRect | None = None

    @property
    def is_dragged(self) -> bool:
        """Whether the mouse holds the handle."""
        return self._source is not None

    @property
    def place(self) -> QRect | None:
        """Where the handle is: inside the selection, so that it goes with its picture; None where there is none.

        There is none where parts are selected that do not hang together, or nothing but totals.
        """
        block = self._selected()
        if block is None:
            return None
        corner = self._rect(block).bottomRight()
        return QRect(corner - QPoint(_SIDE - 1, _SIDE - 1), corner)

    @property
    def frame(self) -> QRect | None:
        """The rectangle that letting go now would fill, the selection included."""
        return self._rect(self._target) if self._target else None

    def follow_selection(self) -> None:
        """Have the places drawn anew where the handle was and where it is; the cells of both may be selected still."""
        before, self._drawn = self._drawn, self.place
        for place in {(each.x(), each.y()): each for each in (before, self._drawn) if each}.values():
            self._canvas.update(place)

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of the handle; tell whether it is there."""
        if event.button() != Qt.MouseButton.LeftButton or not self._is_at(event):
            return False
        self._source = self._target = self._selected()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Draw the block out to the mouse; tell whether the handle is held."""
        if self._source is None:
            is_over = not event.buttons() and self._is_at(event)
            self._canvas.setCursor(Qt.CursorShape.CrossCursor if is_over else Qt.CursorShape.ArrowCursor)
            return False
        self._target = stretched(self._source, *self._nearest(event.position().toPoint()))
        self._canvas.update()
        return True

    def release(self) -> None:
        """Fill what the handle has passed, and select it."""
        source, target = self._source, self._target
        self.let_go()
        if source and target and source != target:
            self._view.blocks.fill_over(source, target)
            self._select(target)

    def let_go(self) -> None:
        """Hold the handle no longer, and fill nothing."""
        self._source = self._target = None
        self._canvas.update()

    def _is_at(self, event: QMouseEvent) -> bool:
        place, reach = self.place, QMargins(_REACH, _REACH, _REACH, _REACH)
        return place is not None and (place + reach).contains(event.position().toPoint())

    def _selected(self) -> Block | None:
        blocks = self._view.selectionModel().selection()
        if blocks.count() != 1:
            return None
        block = blocks.at(0)
        rows, columns = range(block.top(), block.bottom() + 1), range(block.left(), block.right() + 1)
        return (rows, columns) if any(self._is_typed(row, column) for row in rows for column in columns) else None

    def _is_typed(self, row: int, column: int) -> bool:
        cell = self._view.grid.figure(row, column)
        return cell is not None and self._view.grid.is_typed(cell.name)

    def _rect(self, block: Block) -> QRect:
        rows, columns = block
        grid, view = self._view.grid, self._view
        first, last = grid.index(rows[0], columns[0]), grid.index(rows[-1], columns[-1])
        return view.visualRect(first) | view.visualRect(last)

    def _nearest(self, place: QPoint) -> tuple[int, int]:
        """Return row and column at a place; beyond the table, of its edge."""
        view, grid = self._view, self._view.grid
        row, column = view.rowAt(max(place.y(), 0)), view.columnAt(max(place.x(), 0))
        return (row if row >= 0 else grid.rowCount() - 1, column if column >= 0 else grid.columnCount() - 1)

    def _select(self, block: Block) -> None:
        rows, columns = block
        grid = self._view.grid
        selection = QItemSelection(grid.index(rows[0], columns[0]), grid.index(rows[-1], columns[-1]))
        self._view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
