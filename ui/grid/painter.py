"""Drawing the cells of a grid: figures and labels, their lines, marks, the selection.

It goes past Qt's delegates: those ask the style for every cell through a dozen model roles, which
would make every key felt.
"""

from collections.abc import Iterable
from itertools import product

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen, QPolygon

from ui.grid.header import LABEL_FLAGS, balanced, draw_lines, inner_box
from ui.grid.look import Ground, Ink, Look
from ui.grid.marks import Side
from ui.theme import tones

_FRAME = 2
"""Width of the frame around the current cell, in pixels."""
_SIGN = 7
"""Side of the corner sign of a remark, in pixels."""
_TOP = Qt.AlignmentFlag.AlignTop
_CENTRED = Qt.AlignmentFlag.AlignCenter
_SURELY_FITS = 4
"""Characters of a figure that fit in the narrowest cell."""
_SMALLEST = 5.0
"""Points; a figure too long for that is cut off, and whole in the tooltip."""
_TIGHT = 0.68
"""Part of its size to which last year's line may shrink; then the rate is left out, then the change."""
_SMALL = 0.8
"""Size of last year's figures below this year's."""
_UPPER = 0.56
"""Part of a cell's height that this year's figure has where last year's stands below it."""


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
        self._small_font = QFont(font)
        self._small_font.setPointSizeF(font.pointSizeF() * _SMALL)
        self._mark_pens = {side.value: QPen(colours.error) for side in Side} | {Side.TEXT.value: QPen(colours.warning)}
        self._remark_sign = colours.warning
        self._frame = QPen(palette.highlight().color(), _FRAME)
        self._chosen_frame = QPen(palette.highlight().color(), _FRAME, Qt.PenStyle.DashLine)
        self._edge = QPen(palette.base().color())
        self._selection, self._selection_mode = colours.selection, colours.selection_mode
        styles = product((False, True), repeat=2)
        self._fonts = {(bold, italic): _styled(font, bold=bold, italic=italic) for bold, italic in styles}

    def draw_cell(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Draw a figure or label, its lines, and the signs of its mark and remark."""
        ground = self._grounds.get(look.ground)
        if ground is not None:
            painter.fillRect(rect, ground)
        draw_lines(painter, rect)
        upper = inner_box(rect)
        if look.beside:
            upper, lower = _halves(upper)
            painter.setPen(self._inks[Ink.UNTOUCHED])
            painter.setFont(self._small_font)
            _draw_what_fits(painter, lower, look.beside)
        if look.text:
            painter.setPen(self._inks[look.ink])
            painter.setFont(self._fonts[look.bold, look.ink is Ink.UNTOUCHED])
            self._draw_text(painter, upper, look)
        if look.mark:
            painter.setPen(self._mark_pens[look.mark])
            painter.setFont(self._small_font)
            painter.drawText(rect.adjusted(3, 1, 0, 0), _TOP, look.mark)
        if look.remark:
            self._draw_remark_sign(painter, rect.topRight())

    def draw_selection(self, painter: QPainter, blocks: Iterable[QRect], current: QRect | None) -> None:
        """Draw a tint over the selected blocks and a frame around the current cell, every mark still visible."""
        painter.save()
        painter.setCompositionMode(self._selection_mode)
        for block in blocks:
            painter.fillRect(block, self._selection)
        painter.restore()
        if current is not None:
            painter.setPen(self._frame)
            painter.drawRect(current.adjusted(1, 1, -_FRAME, -_FRAME))

    def draw_chosen(self, painter: QPainter, cells: Iterable[QRect]) -> None:
        """Draw a broken frame around the cells of the chosen finding."""
        painter.setPen(self._chosen_frame)
        for cell in cells:
            painter.drawRect(cell.adjusted(1, 1, -_FRAME, -_FRAME))

    def draw_handle(self, painter: QPainter, handle: QRect | None, frame: QRect | None) -> None:
        """Draw the handle by which a selection is drawn out, and a broken frame around what it would fill."""
        if handle is not None:
            painter.fillRect(handle, self._frame.color())
            painter.setPen(self._edge)
            painter.drawRect(handle)
        if frame is not None:
            painter.setPen(self._chosen_frame)
            painter.drawRect(frame.adjusted(1, 1, -_FRAME, -_FRAME))

    @staticmethod
    def _draw_text(painter: QPainter, box: QRect, look: Look) -> None:
        if look.ground is Ground.LABEL:
            painter.drawText(box, LABEL_FLAGS, balanced(look.text, box.width(), painter.fontMetrics()))
            return
        _draw_on_one_line(painter, box, look.text)

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


def _halves(box: QRect) -> tuple[QRect, QRect]:
    """Return the part of a cell for this year's figure, and the one below it for last year's."""
    border = box.top() + round(box.height() * _UPPER)
    return QRect(box.topLeft(), QPoint(box.right(), border)), QRect(QPoint(box.left(), border), box.bottomRight())


def _draw_what_fits(painter: QPainter, box: QRect, text: str) -> None:
    """Draw as many words of last year's line as the box has room for, all of them slightly smaller if need be."""
    metrics = painter.fontMetrics()
    while " " in text and metrics.horizontalAdvance(text) * _TIGHT > box.width():
        text = text.rpartition(" ")[0]
    _draw_on_one_line(painter, box, text)


def _draw_on_one_line(painter: QPainter, box: QRect, text: str) -> None:
    """Draw a figure, smaller where it is too long: it is never broken over two lines."""
    advance = painter.fontMetrics().horizontalAdvance(text) if len(text) > _SURELY_FITS else 0
    if advance > box.width():
        font = painter.font()
        font.setPointSizeF(max(font.pointSizeF() * box.width() / advance, _SMALLEST))
        painter.setFont(font)
    painter.drawText(box, _CENTRED, text)
