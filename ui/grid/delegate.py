"""How a figure is drawn and edited: mark and remark signs on it, a line editor in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.grid.header import draw_lines
from ui.grid.model import MARK_ROLE, REMARK_ROLE
from ui.theme import tones

_FRAME = 2
"""Width of the frame around the current cell, in pixels."""
_SELECTION_ALPHA = 46
_SIGN = 7
"""Side of the corner sign of a remark, in pixels."""


class FigureDelegate(QStyledItemDelegate):
    """Draws figures and opens a plain line editor; every number is kept as it was typed until the cell is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no editor open; the view says when one is closed."""
        super().__init__(parent)
        self.open_editor: QLineEdit | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the figure, the sign of its side in a broken relation, and the sign of a remark."""
        super().paint(painter, option, index)
        painter.save()
        draw_lines(painter, option.rect)
        painter.restore()
        self._draw_selection(painter, option)
        if mark := index.data(MARK_ROLE):
            painter.save()
            painter.setPen(tones().error)
            painter.drawText(option.rect.adjusted(3, 1, 0, 0), Qt.AlignmentFlag.AlignTop, mark.value)
            painter.restore()
        if index.data(REMARK_ROLE):
            self._draw_remark_sign(painter, option)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw labels in full ink, and leave the selection to a tint under which every mark stays visible."""
        super().initStyleOption(option, index)
        option.state |= QStyle.StateFlag.State_Enabled
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line editor; a spin box or validator would refuse full-width digits and remarks."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        self.open_editor = editor
        return editor

    def _draw_selection(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = QColor(option.palette.highlight().color())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(colour, _FRAME))
            painter.drawRect(option.rect.adjusted(1, 1, -_FRAME, -_FRAME))
            painter.restore()
        if option.state & QStyle.StateFlag.State_Selected:
            colour.setAlpha(_SELECTION_ALPHA)
            painter.fillRect(option.rect, colour)

    def _draw_remark_sign(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        corner = option.rect.topRight()
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones().warning)
        painter.drawPolygon(QPolygon([corner, corner - QPoint(_SIGN, 0), corner + QPoint(0, _SIGN)]))
        painter.restore()
