"""Where the keyboard goes next in a table whose labels and spans it must step over."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from models.form import Cell
from ui.grid.model import GridModel

_Action = QAbstractItemView.CursorAction

_STEPS = {
    _Action.MoveUp: (-1, 0),
    _Action.MoveDown: (1, 0),
    _Action.MoveLeft: (0, -1),
    _Action.MoveRight: (0, 1),
}


_PAGES = {_Action.MovePageUp: (-1, 0), _Action.MovePageDown: (1, 0)}


def target_of(
    model: GridModel,
    current: QModelIndex,
    action: QAbstractItemView.CursorAction,
    modifiers: Qt.KeyboardModifier,
    page: int,
) -> QModelIndex:
    """Return the index a key leads to.

    Tab goes over typed cells only, arrows over every figure; with Ctrl an arrow goes to the last
    figure in its direction, a page key as many rows as `page` says at most. At an edge the cursor stays.
    """
    if not current.isValid():
        return first_typed(model)
    if action in (_Action.MoveNext, _Action.MovePrevious):
        return _typed_neighbour(model, current, 1 if action is _Action.MoveNext else -1)
    if action in (_Action.MoveHome, _Action.MoveEnd):
        return _edge(model, current, action, whole_table=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
    if action in _STEPS:
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return _along(model, current, _STEPS[action], model.rowCount() + model.columnCount() if far else 0)
    if action in _PAGES:
        return _along(model, current, _PAGES[action], page)
    return current


def first_typed(model: GridModel) -> QModelIndex:
    """Return the first figure the clerk types."""
    return model.index_of(model.table.typed_cells[0])


def _typed_neighbour(model: GridModel, current: QModelIndex, step: int) -> QModelIndex:
    cell = model.cell_at(current)
    order = list(model.table.cells)
    position = order.index(cell.name) + step if cell else 0
    while 0 <= position < len(order):
        if model.is_typed(order[position]):
            return model.index_of(order[position])
        position += step
    return current


def _edge(
    model: GridModel, current: QModelIndex, action: QAbstractItemView.CursorAction, *, whole_table: bool
) -> QModelIndex:
    cell = model.cell_at(current)
    row = None if whole_table or cell is None else cell.place.row
    names = [each.name for each in model.table.cells.values() if row in (None, each.place.row)]
    return model.index_of(names[0] if action is _Action.MoveHome else names[-1])


def _along(model: GridModel, current: QModelIndex, step: tuple[int, int], way: int) -> QModelIndex:
    """Return the last figure within so many places in a direction; the first one however far it is."""
    found, place, places = current, current, 0
    start = model.item_at(current)
    while (place := place.siblingAtRow(place.row() + step[0]).siblingAtColumn(place.column() + step[1])).isValid():
        item, places = model.item_at(place), places + 1
        if found is not current and places > way:
            break
        if isinstance(item, Cell) and item is not start:
            found = model.index_of(item.name)
    return found
