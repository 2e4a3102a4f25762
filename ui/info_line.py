"""A line of changing text that never asks the window for a new layout."""

from bisect import bisect_left

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_ANY_HEIGHT = 10_000


class InfoLine(QWidget):
    """Shows one or a few lines of text in a box of constant height.

    A label whose text changes makes Qt lay out and repaint the whole window; these texts change at every key.

    Args:
        lines: how many lines of text the box has room for.
        bold: whether the text is set in bold.
        alignment: where the text stands in the box.
    """

    def __init__(
        self,
        lines: int = 1,
        *,
        bold: bool = False,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Start empty."""
        super().__init__()
        self._text = ""
        self._alignment = alignment | Qt.AlignmentFlag.AlignTop
        font = self.font()
        font.setBold(bold)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # measured in Chinese: the font that stands in for it may be taller than the font asked for
        sample = self.fontMetrics().boundingRect(QRect(0, 0, 1000, 1000), self._alignment, "\n".join("字" * lines))
        self._room = sample.height()
        self.setFixedHeight(self._room + 4)

    def width_of_text(self) -> int:
        """Return how many pixels the text takes up on one line."""
        return self.fontMetrics().horizontalAdvance(self._text)

    def take_lines(self, width: int) -> None:
        """Take as many lines as the whole text needs at a width, at least one."""
        self._room = max(self._height_of("字", width), self._height_of(self._text, width))
        self.setFixedHeight(self._room + 4)

    def keep_room_for(self, text: str) -> None:
        """Never become narrower than a text."""
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(text))

    def sizeHint(self) -> QSize:
        """Return a width that leaves the neighbours theirs."""
        return QSize(160, self.height())

    def text(self) -> str:
        """Return the text shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, wrapped where the box is too narrow; the whole of it stands in the tooltip."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        text = self._fitted()
        painter.drawText(self.rect(), self._flags(text, self.width()), text)
        painter.end()

    def _fitted(self) -> str:
        """Return as much of the text as fits, with a sign where the end of it does not."""
        if self._height_of(self._text, self.width()) <= self._room:
            return self._text

        def height_of(end: int) -> int:
            return self._height_of(self._cut(end), self.width())

        longest = bisect_left(range(len(self._text)), self._room + 1, key=height_of)
        return self._cut(max(0, longest - 1))

    def _cut(self, end: int) -> str:
        return f"{self._text[:end].rstrip()}…"

    def _height_of(self, text: str, width: int) -> int:
        return self._bounds(text, width, self._flags(text, width)).height()

    def _flags(self, text: str, width: int) -> int:
        """Return how a text is wrapped: between words, which leaves numbers whole, unless one is wider than the box."""
        between_words = int(self._alignment) | int(Qt.TextFlag.TextWordWrap)
        if self._bounds(text, width, between_words).width() <= width:
            return between_words
        return int(self._alignment) | int(Qt.TextFlag.TextWrapAnywhere)

    def _bounds(self, text: str, width: int, flags: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, _ANY_HEIGHT), flags, text)
