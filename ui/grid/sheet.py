"""How a statutory table is drawn: header and stub in view, sizes, zoom, colours, last year below this year."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from models.form import CellName, Table
from models.report import Change
from ui.document import Document
from ui.grid.header import Corner, MergedHeader, own_viewport
from ui.grid.look import Look
from ui.grid.model import GridModel
from ui.grid.painter import CellPainter
from ui.grid.sizes import sizes_of

ZOOMS = (50, 200)
"""The least and the greatest zoom, in per cent."""
ZOOM_STEP = 10
"""Per cent of one key press or one notch of the wheel."""
_NOTCH = 120
"""Eighths of a degree of one notch of a wheel."""


class Sheet(QTableView):
    """Draws one table of a document; what keys do stands in `GridView`."""

    zoom_changed = Signal(int)
    """Emitted with the per cent of its size at which the clerk has chosen to see the table."""

    def __init__(self, document: Document, table: Table, parent: QWidget | None = None) -> None:
        """Show a table of the document's report."""
        super().__init__(parent)
        self._canvas = own_viewport(self)
        self._document = document
        self._chosen: frozenset[CellName] = frozenset()
        self.zoom = 100
        self._turned = 0
        self.grid = GridModel(document, table, self)
        self._painter = CellPainter(self.palette(), self.font())
        self._header = MergedHeader(Qt.Orientation.Horizontal, table, self)
        self._stub = MergedHeader(Qt.Orientation.Vertical, table, self)
        self._set_up_sheet()
        self._corner = Corner(table, self)
        self._laid_out: tuple[object, ...] = ()
        self._lay_out()
        document.changed.connect(self._follow_years)

    def _set_up_sheet(self) -> None:
        self.setModel(self.grid)
        self.setHorizontalHeader(self._header)
        self.setVerticalHeader(self._stub)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)  # the painter draws the lines, in the colour of the theme
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for place in self.grid.origins():
            if place[2:] != (1, 1):
                self.setSpan(*place)
        # a merged label stands in the middle of what is in view, so scrolling moves it within its box
        self.verticalScrollBar().valueChanged.connect(self._stub.redraw)
        self.horizontalScrollBar().valueChanged.connect(self._header.redraw)

    # ── what is shown ───────────────────────────────────────────────────

    def choose_cells(self, names: frozenset[CellName]) -> None:
        """Draw a frame around the cells of a finding; those of other tables are left to them."""
        if names != self._chosen:
            self._chosen = names
            self._canvas.update()

    def show_last_year(self, on: bool) -> None:  # noqa: FBT001 - it is what it shows or not
        """Show or hide last year's figure, the change and its rate under each figure."""
        self.grid.show_last_year(on)
        self._lay_out()
        self.scrollTo(self.currentIndex())  # rows grow, and the cursor may have gone out of view
        self._canvas.update()

    def _follow_years(self, change: Change) -> None:
        if change.last_year or change.head:
            self._lay_out()
            self._canvas.update()

    # ── zoom ────────────────────────────────────────────────────────────

    def set_zoom(self, percent: int) -> None:
        """Show the table, header and stub included, at a per cent of its size; beyond the limits at the limit."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[1])
        if percent == self.zoom:
            return
        self.zoom = percent
        self._apply_zoom()
        self.scrollTo(self.currentIndex())

    def zoom_in(self) -> None:
        """Show the table a step larger."""
        self._choose_zoom(self.zoom + ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the table a step smaller."""
        self._choose_zoom(self.zoom - ZOOM_STEP)

    def reset_zoom(self) -> None:
        """Show the table at its own size."""
        self._choose_zoom(100)

    def _choose_zoom(self, percent: int) -> None:
        self.set_zoom(percent)
        self.zoom_changed.emit(self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll; no wheel ever changes a figure."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches, self._turned = divmod(self._turned + event.angleDelta().y(), _NOTCH)
            self._choose_zoom(self.zoom + notches * ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def _apply_zoom(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self.zoom / 100)
        self.setFont(font)

    # ── the picture ─────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view and needs a new picture."""
        region = event.region()
        painter = QPainter(self._canvas)
        for rect, look in self._cells_in_view():
            if region.intersects(rect):
                self._painter.draw_cell(painter, rect, look)
        chosen = [self.grid.index_of(name) for name in self._chosen]
        self._painter.draw_chosen(painter, [self.visualRect(index) for index in chosen if index.isValid()])
        current = self.visualRect(self.currentIndex()) if self.hasFocus() else None
        self._painter.draw_selection(painter, self._selected_rects(), current)
        self.draw_above(painter, self._painter)
        painter.end()

    def draw_above(self, painter: QPainter, cells: CellPainter) -> None:
        """Draw what lies above the cells and the selection."""

    def _selected_rects(self) -> list[QRect]:
        blocks = self.selectionModel().selection().toList()
        return [self.visualRect(block.topLeft()) | self.visualRect(block.bottomRight()) for block in blocks]

    def _cells_in_view(self) -> Iterator[tuple[QRect, Look]]:
        rows, columns = range(self.grid.rowCount()), range(self.grid.columnCount())
        tops = [self.rowViewportPosition(row) for row in rows] + [self._stub.length() - self._stub.offset()]
        lefts = [self.columnViewportPosition(column) for column in columns]
        lefts.append(self._header.length() - self._header.offset())
        bottom, right = self._canvas.height(), self._canvas.width()
        for row, column, row_span, column_span in self.grid.origins():
            top, left = tops[row], lefts[column]
            height, width = tops[row + row_span] - top, lefts[column + column_span] - left
            if top < bottom and left < right and top + height > 0 and left + width > 0:
                yield QRect(left, top, width, height), self.grid.look_at(row, column)

    # ── sizes ───────────────────────────────────────────────────────────

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width; a current cell that was in view stays there."""
        was_in_view = QRect(QPoint(), event.oldSize()).contains(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        self._lay_out()
        if was_in_view:
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme or font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._apply_zoom()
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._painter = CellPainter(self.palette(), self.font())
            self._lay_out()

    def updateGeometries(self) -> None:
        """Keep the corner note in its place."""
        super().updateGeometries()
        QTimer.singleShot(0, self, self._place_corner)

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole table."""
        header, stub = self._header.sizeHint().height(), self._stub.sizeHint().width()
        return QSize(stub + self._header.length() + 4, header + self._stub.length() + 4)

    def _lay_out(self) -> None:
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        laid_out = width, self.font().key(), self.grid.is_beside_last_year
        if laid_out == self._laid_out:
            return
        self._laid_out = laid_out
        sizes = sizes_of(self.grid.table, self.fontMetrics(), width, two_lines=self.grid.is_beside_last_year)
        self._header.set_levels(sizes.header)
        self._stub.set_levels(sizes.stub)
        for column, each in enumerate(sizes.columns):
            self.setColumnWidth(column, each)
        for row, each in enumerate(sizes.rows):
            self.setRowHeight(row, each)
        self.updateGeometries()

    def _place_corner(self) -> None:
        edge = self.frameWidth()
        self._corner.setGeometry(edge, edge, self._stub.sizeHint().width(), self._header.sizeHint().height())
        self._corner.raise_()
