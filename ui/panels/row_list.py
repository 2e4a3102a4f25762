"""A list of sentences of any length, wrapped, never cut, under headings."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QPainter, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.panels.rows import Row, RowKind
from ui.panels.state_icons import SIGNS, Sign, sign_icon
from ui.theme import tones

Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole.UserRole
_SIGN = 16
"""Side of a sign, in pixels."""
_MARGIN = 6
"""Space around a line, in pixels."""
_INDENT = _MARGIN + _SIGN + 6
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowList(QListWidget):
    """Shows rows and keeps the current one; headings are stepped over."""

    menu_wanted = Signal(QPoint)
    """Emitted with the place, on the screen, where a menu for the current row is to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.resumes_at = -1
        """Behind which row a step begins where there is no current one."""
        self.setItemDelegate(_RowDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.StyledPanel)

    @property
    def current(self) -> Row | None:
        """The row the cursor is on; None where it is on none, or on a heading."""
        row = self.currentRow()
        return self.rows[row] if 0 <= row < len(self.rows) and self.rows[row].kind is not RowKind.HEADING else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows: only those that differ are touched, and the current finding stays the current one."""
        before, place = self.current, self.currentRow()
        first, last = _shared(self.rows, rows)
        if first + last < max(len(self.rows), len(rows)):
            for _ in range(len(self.rows) - first - last):
                self.takeItem(first)
            for row in range(first, len(rows) - last):
                self.insertItem(row, _item(rows[row]))
            self.rows = tuple(rows)
            self.resumes_at = (place if place >= 0 else self.resumes_at + 1) - 1
            self.setCurrentRow(self._place_of(before, place))

    @property
    def line_width(self) -> int:
        """The width of every row: as narrow with the scroll bar as without it, so that no row changes its height."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - bar - 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap every row anew at once; Qt would first draw them over each other."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Have a menu opened for the row under the mouse, or with the menu key for the current one."""
        row = self.currentItem()
        if row is not None:
            at_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            corner = self.viewport().mapToGlobal(self.visualItemRect(row).bottomLeft() + QPoint(_INDENT, 0))
            self.menu_wanted.emit(corner if at_key else event.globalPos())

    def _place_of(self, row: Row | None, place: int) -> int:
        """Return where a row stands now; none is current where it is gone: nobody has chosen the one in its place."""
        if row is None:
            return -1
        places = [at for at, each in enumerate(self.rows) if each.identity == row.identity]
        return min(places, key=lambda at: abs(at - place), default=-1)


def _item(row: Row) -> QListWidgetItem:
    item = QListWidgetItem(row.text)
    item.setData(_ROLE, row)
    item.setFlags(Qt.ItemFlag.NoItemFlags if row.kind is RowKind.HEADING else _SELECTABLE)
    return item


def _shared(before: Sequence[Row], after: Sequence[Row]) -> tuple[int, int]:
    """Return how many rows are the same at the start and, beyond those, at the end."""
    shortest = min(len(before), len(after))
    first = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    rest = shortest - first
    last = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return first, last


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: the sign of its level, and its whole text over as many lines as it takes."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[str, int] = {}
        self._width = 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(_ROLE), self._view.line_width
        if width != self._width:
            self._heights, self._width = {}, width
        if row.text not in self._heights:  # Qt asks for all rows whenever one comes or goes
            height = max(self._laid_out(row).boundingRect().height(), _SIGN)
            self._heights[row.text] = int(height) + 2 * _MARGIN
        return QSize(width, self._heights[row.text])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROLE)
        rect: QRect = option.rect
        palette = self._view.palette()
        painter.save()
        if index.row() == self._view.currentRow() and row.kind is not RowKind.HEADING:
            painter.fillRect(rect, palette.highlight())
        elif row.kind is RowKind.HEADING:
            painter.fillRect(rect, tones().label)
        painter.setPen(_ink(row, palette))
        layout = self._laid_out(row)
        layout.draw(painter, QPointF(rect.left() + _left(row), rect.top() + _MARGIN))
        if row.has_sign:
            sign_icon(_sign(row)).paint(painter, rect.left() + _MARGIN, rect.top() + _MARGIN + 2, _SIGN, _SIGN)
        painter.restore()

    def _laid_out(self, row: Row) -> QTextLayout:
        width = max(self._view.line_width - _left(row) - _MARGIN, _SIGN)
        font = QFont(self._view.font())
        font.setBold(not row.has_sign)
        layout = QTextLayout(row.text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


def _left(row: Row) -> int:
    return _INDENT if row.has_sign else _MARGIN


def _sign(row: Row) -> Sign:
    if row.kind is RowKind.DISMISSED:
        return Sign.GOOD
    return SIGNS[row.finding.severity] if row.finding else Sign.INFO


def _ink(row: Row, palette: QPalette) -> QColor:
    return tones().untouched if row.kind is RowKind.DISMISSED else palette.text().color()
