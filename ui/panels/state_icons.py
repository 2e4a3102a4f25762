"""Small drawn signs: in order, wrong, doubtful, untouched; a shape of its own for each, never colour alone."""

from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from models.finding import Severity
from ui.colours import Tones
from ui.theme import tones

_SIDE = 16
_SCALE = 2


class Sign(Enum):
    """What a sign says."""

    GOOD = "good"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    EMPTY = "empty"
    CHART = "chart"


SIGNS = {Severity.ERROR: Sign.ERROR, Severity.WARNING: Sign.WARNING, Severity.INFO: Sign.INFO}
"""The sign of each level of findings."""


def sign_icon(sign: Sign) -> QIcon:
    """Return the icon of a sign in the colours of the theme in use."""
    return _drawn(sign, tones())


@cache
def _drawn(sign: Sign, colours: Tones) -> QIcon:
    pixmap = QPixmap(_SIDE * _SCALE, _SIDE * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(_colour(sign, colours), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _SHAPES[sign](painter)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # the style would tint it, and it stands out less then
    return icon


def _colour(sign: Sign, colours: Tones) -> QColor:
    return {
        Sign.GOOD: colours.good,
        Sign.ERROR: colours.error,
        Sign.WARNING: colours.warning,
        Sign.INFO: colours.untouched,
        Sign.EMPTY: colours.untouched,
        Sign.CHART: colours.untouched,
    }[sign]


def _lines(*points: tuple[float, float]) -> QPolygonF:
    polygon = QPolygonF()
    for x, y in points:
        polygon.append(QPointF(x, y))
    return polygon


def _draw_tick(painter: QPainter) -> None:
    painter.drawPolyline(_lines((3, 8.5), (6.5, 12), (13, 4)))


def _draw_cross(painter: QPainter) -> None:
    painter.drawPolyline(_lines((4, 4), (12, 12)))
    painter.drawPolyline(_lines((12, 4), (4, 12)))


def _draw_triangle(painter: QPainter) -> None:
    painter.drawPolygon(_lines((8, 2.5), (14, 13), (2, 13)))
    painter.drawPolyline(_lines((8, 6.5), (8, 9)))
    painter.drawPoint(QPointF(8, 11.2))


def _draw_dot(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(QRectF(6, 6, 4, 4))


def _draw_bars(painter: QPainter) -> None:
    for x, top in ((4, 9), (8, 3), (12, 6)):
        painter.drawPolyline(_lines((x, top), (x, 13)))


def _draw_ring(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(4, 4, 8, 8))


_SHAPES = {
    Sign.GOOD: _draw_tick,
    Sign.ERROR: _draw_cross,
    Sign.WARNING: _draw_triangle,
    Sign.INFO: _draw_dot,
    Sign.EMPTY: _draw_ring,
    Sign.CHART: _draw_bars,
}
