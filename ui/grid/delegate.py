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
    entered_everywhere = Signal(object)
    """Emitted with the editor whose text is to stand in every selected cell."""

    def __init__(self, parent: QWidget) -> None:
        """Start with no editor open; the view says when one is closed, and how one was opened."""
        super().__init__(parent)
        self.open_editor: QLineEdit | None = None
        self.arrows_leave = False

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line editor with the entry; a spin box or validator would refuse full-width digits and remarks."""
        editor = QLineEdit(str(index.data(Qt.ItemDataRole.EditRole)), parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        self.open_editor = editor
        return editor

    def setEditorData(self, _editor: QWidget, _index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the editor as it is: Qt asks again whenever the cell gets another mark, while one types or composes."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a cell that is being typed into at a sideways arrow, as spreadsheets do; Ctrl+Enter fills all."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            action = _SIDEWAYS.get(Qt.Key(event.key()))
            if self.arrows_leave and action is not None and modifiers == _NONE:
                self.left_sideways.emit(action)
                return True
            if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
                self.entered_everywhere.emit(watched)
                return True
        return super().eventFilter(watched, event)


_NONE = Qt.KeyboardModifier.NoModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
