"""How a figure is drawn and edited: mark and remark signs on it, a line editor in it."""

from itertools import product

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.grid.header import LABEL_FLAGS, inner_box
from ui.grid.look import Ground, Ink, Look
from ui.grid.model import GridModel
from ui.theme import tones

_FRAME = 2
"""Width of the frame around the current cell, in pixels."""
_SELECTION_ALPHA = 46
_SIGN = 7
"""Side of the corner sign of a remark, in pixels."""
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
_TOP = Qt.AlignmentFlag.AlignTop


class FigureDelegate(QStyledItemDelegate):
    """Draws figures and opens a plain line editor; what is typed is kept as it is until the cell is left.

    It draws without the style's help: Qt repaints the whole view whenever an editor closes, and the
    style's way through a dozen model roles a cell would make every Enter felt.
    """

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        """Start with no editor open; the view says when one is closed."""
        super().__init__(parent)
        self._model = model
        self._font = parent.font()
        self.open_editor: QLineEdit | None = None
        self.take_colours()

    def take_colours(self) -> None:
        """Take the colours of the theme in use."""
        colours = tones()
        parent = self.parent()
        assert isinstance(parent, QWidget)
        palette = parent.palette()
        self._grounds = {
            Ground.LABEL: colours.label,
            Ground.DERIVED: colours.derived,
            Ground.LEFT: colours.left_side,
            Ground.RIGHT: colours.right_side,
        }
        self._inks = {
            Ink.PLAIN: QPen(palette.text().color()),
            Ink.UNTOUCHED: QPen(colours.untouched),
            Ink.ERROR: QPen(colours.error),
        }
        self._line, self._mark_pen = QPen(colours.grid), QPen(colours.error)
        self._remark_sign = colours.warning
        self._frame = QPen(palette.highlight().color(), _FRAME)
        self._selection = QColor(palette.highlight().color())
        self._selection.setAlpha(_SELECTION_ALPHA)
        styles = product((False, True), repeat=2)
        self._fonts = {(bold, italic): self._styled(bold=bold, italic=italic) for bold, italic in styles}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the figure or label, its lines, the selection, and the signs of its mark and remark."""
        look = self._model.look_at(index.row(), index.column())
        rect = option.rect
        ground = self._grounds.get(look.ground)
        if ground is not None:
            painter.fillRect(rect, ground)
        painter.setPen(self._line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if look.text:
            painter.setPen(self._inks[look.ink])
            painter.setFont(self._fonts[look.bold, look.ink is Ink.UNTOUCHED])
            painter.drawText(inner_box(rect), LABEL_FLAGS, look.text)
        if look.mark or look.remark:
            self._draw_signs(painter, option, look)
        self._draw_selection(painter, option)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line editor; a spin box or validator would refuse full-width digits and remarks."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFrame(False)
        self.open_editor = editor
        return editor

    def _styled(self, *, bold: bool, italic: bool) -> QFont:
        font = QFont(self._font)
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def _draw_selection(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & _SELECTED:
            painter.fillRect(option.rect, self._selection)
        if state & _FOCUSED:
            painter.setPen(self._frame)
            painter.drawRect(option.rect.adjusted(1, 1, -_FRAME, -_FRAME))

    def _draw_signs(self, painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
        if look.mark:
            painter.setPen(self._mark_pen)
            painter.setFont(self._fonts[False, False])
            painter.drawText(option.rect.adjusted(3, 1, 0, 0), _TOP, look.mark)
        if look.remark:
            corner = option.rect.topRight()
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._remark_sign)
            painter.drawPolygon(QPolygon([corner, corner - QPoint(_SIGN, 0), corner + QPoint(0, _SIGN)]))
            painter.restore()
