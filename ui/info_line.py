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
        self._flags = int(alignment | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWrapAnywhere)
        font = self.font()
        font.setBold(bold)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # measured in Chinese: the font that stands in for it may be taller than the font asked for
        sample = self.fontMetrics().boundingRect(QRect(0, 0, 1000, 1000), self._flags, "\n".join("字" * lines))
        self._room = sample.height()
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
        painter.drawText(self.rect(), self._flags, self._fitted())
        painter.end()

    def _fitted(self) -> str:
        """Return as much of the text as fits, with a sign where the end of it does not."""
        if self._height_of(self._text) <= self._room:
            return self._text
        longest = bisect_left(range(len(self._text)), self._room + 1, key=lambda end: self._height_of(self._cut(end)))
        return self._cut(max(0, longest - 1))

    def _cut(self, end: int) -> str:
        return f"{self._text[:end].rstrip()}…"

    def _height_of(self, text: str) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, self.width(), _ANY_HEIGHT), self._flags, text).height()
