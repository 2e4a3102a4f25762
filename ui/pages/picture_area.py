"""A picture in SVG that scrolls with wheel and keys."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QWidget


class PictureArea(QScrollArea):
    """Shows a picture, a part of it where it is higher than the window."""

    resized = Signal()
    """Emitted when there is more or less room for a picture."""
    copy_wanted = Signal()
    """Emitted when the keys for copying are pressed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        self._picture = _Picture()
        self.setWidget(self._picture)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the room depends on the picture
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(self._picture.backgroundRole())

    @property
    def room(self) -> int:
        """The width of a picture that fits, in px."""
        return self.viewport().width()

    def show_svg(self, svg: bytes) -> None:
        """Show a picture in its own size."""
        self._picture.show_svg(svg)

    def copy(self) -> None:
        """Ask for a copy."""
        self.copy_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; all other keys scroll."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that a picture may be wider or narrower."""
        super().resizeEvent(event)
        self.resized.emit()


class _Picture(QWidget):
    """Paints an SVG once, in the dots of the screen; scrolling then costs nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._svg = b""
        self._renderer = QSvgRenderer(self)
        self._painted: QPixmap | None = None

    def show_svg(self, svg: bytes) -> None:
        if svg != self._svg:
            self._svg = svg
            self._renderer.load(QByteArray(svg))
            self._painted = None
            self.resize(self._renderer.defaultSize())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted.devicePixelRatioF() != ratio:
            self._painted = QPixmap(self.size() * ratio)
            self._painted.setDevicePixelRatio(ratio)
            self._painted.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._painted)
            self._renderer.render(painter, self.rect().toRectF())
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.end()
