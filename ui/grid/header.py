"""Merged headers: the header and stub of a statutory table, kept in view while the figures scroll."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QLabel, QWidget

from models.form import LabelCell, Table
from ui.theme import tones

PADDING = 4
"""Pixels between a label and the lines around it."""

_SHORT = 8
"""Characters up to which a label is broken evenly; a longer one is a phrase and runs on."""
LABEL_FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
"""How every label is set: centred, broken between characters as Chinese is, no comma at a line's beginning."""


class MergedHeader(QHeaderView):
    """A header of several levels, drawn from the labels of the form instead of section by section.

    Args:
        orientation: horizontal for the header above, vertical for the stub at the left.
        table: the statutory table.
    """

    def __init__(self, orientation: Qt.Orientation, table: Table, parent: QWidget | None = None) -> None:
        """Take those labels of the table that stand in this header."""
        super().__init__(orientation, parent)
        self._canvas = own_viewport(self)
        self._across = orientation is Qt.Orientation.Horizontal
        self.labels = header_labels(table) if self._across else stub_labels(table)
        self._first = table.stub_columns if self._across else table.header_rows
        self._levels: list[int] = []
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def set_levels(self, sizes: Sequence[int]) -> None:
        """Set the thickness of each level in pixels, the outermost first."""
        self._levels = list(sizes)
        self.setFixedHeight(sum(sizes)) if self._across else self.setFixedWidth(sum(sizes))

    def redraw(self) -> None:
        """Draw every label anew."""
        self._canvas.update()

    def sizeHint(self) -> QSize:
        """Return the thickness of all levels."""
        thickness = sum(self._levels)
        return QSize(0, thickness) if self._across else QSize(thickness, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every label that is in view, with its span."""
        painter = QPainter(self._canvas)
        painter.fillRect(event.rect(), self.palette().base())
        for label in self.labels:
            rect = self._rect(label)
            if rect.intersects(event.rect()):
                draw_label(painter, rect, label.label.text, self, self._in_view(rect, label.label.text))
        painter.end()

    def _in_view(self, rect: QRect, text: str) -> QRect:
        """Return the part of a label's box that is in view, where the text fits in it: there it is drawn."""
        visible = rect.intersected(self._canvas.rect())
        needed = self.fontMetrics().boundingRect(inner_box(visible), LABEL_FLAGS, text)
        return visible if needed.height() <= visible.height() and needed.width() <= visible.width() else rect

    def _rect(self, label: LabelCell) -> QRect:
        place = label.place
        sections, levels = (place.columns, place.rows) if self._across else (place.rows, place.columns)
        start = self.sectionViewportPosition(sections.start - self._first)
        length = sum(self.sectionSize(section - self._first) for section in sections)
        offset = sum(self._levels[: levels.start])
        depth = sum(self._levels[levels.start : levels.stop])
        return QRect(start, offset, length, depth) if self._across else QRect(offset, start, depth, length)


class Corner(QLabel):
    """The printed note in the corner between header and stub."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        """Show the label that stands there, if any."""
        super().__init__(parent)
        self.setText("".join(label.label.text for label in table.labels if _in_corner(label, table)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the note like every other label of the header."""
        painter = QPainter(self)
        draw_label(painter, self.rect(), self.text(), self)
        painter.end()


def inner_box(rect: QRect) -> QRect:
    """Return the part of a label's box that its text may use."""
    return rect.adjusted(PADDING, 1, -PADDING, -1)


def draw_label(painter: QPainter, rect: QRect, text: str, widget: QWidget, text_box: QRect | None = None) -> None:
    """Draw a label in its box: a line at the right and below, the text wrapped and centred in `text_box`."""
    painter.fillRect(rect, tones().label)
    draw_lines(painter, rect)
    painter.setPen(widget.palette().windowText().color())
    box = inner_box(text_box or rect)
    painter.drawText(box, LABEL_FLAGS, balanced(text, box.width(), widget.fontMetrics()))


def balanced(text: str, width: int, metrics: QFontMetrics) -> str:
    """Return a short label broken evenly where it would leave one character on its last line: 结果／维持."""
    fitting = max(width // max(metrics.horizontalAdvance("字"), 1), 1)
    if len(text) > _SHORT or len(text) <= fitting or len(text) % fitting != 1:
        return text
    size = ceil(len(text) / ceil(len(text) / fitting))
    return "\n".join(text[start : start + size] for start in range(0, len(text), size))


def draw_lines(painter: QPainter, rect: QRect) -> None:
    """Draw the table's lines at the right of a box and below it."""
    painter.setPen(tones().grid)
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def own_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give a scroll area a viewport that Python knows.

    To wrap one that Qt made, the bindings load every kind of widget there is, which is felt at the start.
    """
    canvas = QWidget()
    canvas.setBackgroundRole(QPalette.ColorRole.Base)
    canvas.setAutoFillBackground(True)
    area.setViewport(canvas)
    return canvas


def header_labels(table: Table) -> list[LabelCell]:
    """Return the labels above the figures."""
    return [
        each for each in table.labels if each.place.row < table.header_rows and each.place.column >= table.stub_columns
    ]


def stub_labels(table: Table) -> list[LabelCell]:
    """Return the labels left of the figures."""
    return [
        each for each in table.labels if each.place.column < table.stub_columns and each.place.row >= table.header_rows
    ]


def _in_corner(label: LabelCell, table: Table) -> bool:
    return label.place.row < table.header_rows and label.place.column < table.stub_columns
