"""The editor that opens in a cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget


class FigureDelegate(QStyledItemDelegate):
    """Opens a plain line editor; what is typed is kept as it is until the cell is left."""

    def __init__(self, parent: QWidget) -> None:
        """Start with no editor open; the view says when one is closed."""
        super().__init__(parent)
        self.open_editor: QLineEdit | None = None

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line editor; a spin box or validator would refuse full-width digits and remarks."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        self.open_editor = editor
        return editor
