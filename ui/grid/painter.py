"""Drawing the cells of a grid: figures and labels, their lines, marks, the selection.

It goes past Qt's delegates: those ask the style for every cell through a dozen model roles, which
would make every key felt.
"""

from collections.abc import Iterable
from itertools import product

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygon

from ui.grid.header import LABEL_FLAGS, balanced, draw_lines, inner_box
from ui.grid.look import Ground, Ink, Look
from ui.grid.marks import Side
from ui.theme import tones

_FRAME = 2
"""Width of the frame around the current cell, in pixels."""
_SELECTION_ALPHA = 46
_SIGN = 7
"""Side of the corner sign of a remark, in pixels."""
_TOP = Qt.AlignmentFlag.AlignTop
_CENTRED = Qt.AlignmentFlag.AlignCenter
_SURELY_FITS = 4
"""Characters of a figure that fit in the narrowest cell."""
_SMALLEST = 5.0


class CellPainter:
    """Draws cells in the colours of one theme; a new theme takes a new painter."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        """Take the colours of the theme in use, and the fonts."""
        colours = tones()
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
        self._mark_pens = {side.value: QPen(colours.error) for side in Side} | {Side.TEXT.value: QPen(colours.warning)}
        self._remark_sign = colours.warning
        self._frame = QPen(palette.highlight().color(), _FRAME)
        self._chosen_frame = QPen(palette.highlight().color(), _FRAME, Qt.PenStyle.DashLine)
        self._selection = QColor(palette.highlight().color())
        self._selection.setAlpha(_SELECTION_ALPHA)
        styles = product((False, True), repeat=2)
        self._fonts = {(bold, italic): _styled(font, bold=bold, italic=italic) for bold, italic in styles}

    def draw_cell(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Draw a figure or label, its lines, and the signs of its mark and remark."""
        ground = self._grounds.get(look.ground)
        if ground is not None:
            painter.fillRect(rect, ground)
        draw_lines(painter, rect)
        if look.text:
            painter.setPen(self._inks[look.ink])
            painter.setFont(self._fonts[look.bold, look.ink is Ink.UNTOUCHED])
            self._draw_text(painter, inner_box(rect), look)
        if look.mark:
            painter.setPen(self._mark_pens[look.mark])
            painter.setFont(self._fonts[False, False])
            painter.drawText(rect.adjusted(3, 1, 0, 0), _TOP, look.mark)
        if look.remark:
            self._draw_remark_sign(painter, rect.topRight())

    def draw_selection(self, painter: QPainter, blocks: Iterable[QRect], current: QRect | None) -> None:
        """Draw a tint over the selected blocks and a frame around the current cell, every mark still visible."""
        for block in blocks:
            painter.fillRect(block, self._selection)
        if current is not None:
            painter.setPen(self._frame)
            painter.drawRect(current.adjusted(1, 1, -_FRAME, -_FRAME))

    def draw_chosen(self, painter: QPainter, cells: Iterable[QRect]) -> None:
        """Draw a broken frame around the cells of the chosen finding."""
        painter.setPen(self._chosen_frame)
        for cell in cells:
            painter.drawRect(cell.adjusted(1, 1, -_FRAME, -_FRAME))

    @staticmethod
    def _draw_text(painter: QPainter, box: QRect, look: Look) -> None:
        if look.ground is Ground.LABEL:
            painter.drawText(box, LABEL_FLAGS, balanced(look.text, box.width(), painter.fontMetrics()))
            return
        advance = painter.fontMetrics().horizontalAdvance(look.text) if len(look.text) > _SURELY_FITS else 0
        if advance > box.width():  # a figure is never broken over two lines
            font = painter.font()
            font.setPointSizeF(max(font.pointSizeF() * box.width() / advance, _SMALLEST))
            painter.setFont(font)
        painter.drawText(box, _CENTRED, look.text)

    def _draw_remark_sign(self, painter: QPainter, corner: QPoint) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._remark_sign)
        painter.drawPolygon(QPolygon([corner, corner - QPoint(_SIGN, 0), corner + QPoint(0, _SIGN)]))
        painter.restore()


def _styled(font: QFont, *, bold: bool, italic: bool) -> QFont:
    styled = QFont(font)
    styled.setBold(bold)
    styled.setItalic(italic)
    return styled
