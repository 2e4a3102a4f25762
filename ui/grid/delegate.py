"""The editor that opens in a cell."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_SIDEWAYS = {
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
}


class FigureDelegate(QStyledItemDelegate):
    """Opens a plain line editor; what is typed is kept as it is until the cell is left."""

    left_sideways = Signal(object)
    """Emitted with the cursor action of an arrow key that leaves the cell."""

    def __init__(self, parent: QWidget) -> None:
        """Start with no editor open; the view says when one is closed, and how one was opened."""
        super().__init__(parent)
        self.open_editor: QLineEdit | None = None
        self.arrows_leave = False

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line editor; a spin box or validator would refuse full-width digits and remarks."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        self.open_editor = editor
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a cell that is being typed into when a sideways arrow is pressed, as spreadsheets do."""
        if self.arrows_leave and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            action = _SIDEWAYS.get(Qt.Key(event.key()))
            if action is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NONE:
                self.left_sideways.emit(action)
                return True
        return super().eventFilter(watched, event)


_NONE = Qt.KeyboardModifier.NoModifier
