"""The grid of a statutory table: keyboard, selection, copy and paste as in a spreadsheet."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from models.cell_value import BLANK, ZERO, CellValue
from models.form import Cell, CellName, Table
from models.report import Edit
from ui.document import Document
from ui.grid.clipboard import Block, block_from_text, block_to_text, filled_with, paste_of
from ui.grid.delegate import FigureDelegate
from ui.grid.header import Corner, MergedHeader, own_viewport
from ui.grid.look import Look
from ui.grid.model import GridModel
from ui.grid.navigation import first_typed, target_of
from ui.grid.painter import CellPainter
from ui.grid.sizes import sizes_of

_Hint = QAbstractItemDelegate.EndEditHint
_Action = QAbstractItemView.CursorAction
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """Shows one table of a document and turns keys into edits."""

    current_cell_changed = Signal(object)
    """Emitted with the Cell the cursor stands on, or None."""

    def __init__(self, document: Document, table: Table, parent: QWidget | None = None) -> None:
        """Show a table of the document's report."""
        super().__init__(parent)
        self._canvas = own_viewport(self)
        self._document = document
        self._closing_editor = False
        self.grid = GridModel(document, table)
        self.figures = FigureDelegate(self)
        self._painter = CellPainter(self.palette(), self.font())
        self._header = MergedHeader(Qt.Orientation.Horizontal, table, self)
        self._stub = MergedHeader(Qt.Orientation.Vertical, table, self)
        self._set_up()
        self._corner = Corner(table, self)
        self._lay_out()
        self.setCurrentIndex(first_typed(self.grid))

    def _set_up(self) -> None:
        self.setModel(self.grid)
        self.setItemDelegate(self.figures)
        self.setHorizontalHeader(self._header)
        self.setVerticalHeader(self._stub)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)  # the painter draws the lines, in the colour of the theme
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        # AnyKeyPressed is also what lets an input method open a closed cell without losing its first letter
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        for place in self.grid.origins():
            if place[2:] != (1, 1):
                self.setSpan(*place)
        self.selectionModel().currentChanged.connect(self._announce_current)

    # ── the cursor ──────────────────────────────────────────────────────

    @property
    def current_cell(self) -> Cell | None:
        """The figure the cursor stands on."""
        return self.grid.cell_at(self.currentIndex())

    def go_to(self, name: CellName) -> None:
        """Put the cursor on a figure and bring it into view."""
        index = self.grid.index_of(name)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over labels and spans; page keys keep the view's own rule."""
        target = target_of(self.grid, self.currentIndex(), action, modifiers)
        return super().moveCursor(action, modifiers) if target is None else target

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are entries, not a search."""

    def _announce_current(self, current: QModelIndex) -> None:
        self.current_cell_changed.emit(self.grid.cell_at(current))

    # ── entering ────────────────────────────────────────────────────────

    def finish_entry(self) -> None:
        """Take over what stands in an open cell editor, so that saving saves it too."""
        editor = self.figures.open_editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, _Hint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close the cell editor; Enter goes down, Tab to the next cell that can be typed in."""
        self.figures.open_editor = None
        self._closing_editor = True
        super().closeEditor(editor, _Hint.RevertModelCache if hint is _Hint.RevertModelCache else _Hint.NoHint)
        self._closing_editor = False
        move = {
            _Hint.SubmitModelCache: _Action.MoveDown,
            _Hint.EditNextItem: _Action.MoveNext,
            _Hint.EditPreviousItem: _Action.MovePrevious,
        }.get(hint)
        if move is not None:
            self._move(move)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; back from a cell editor only that cell needs a new picture, and Qt would make all."""
        if self._closing_editor:
            self.update(self.currentIndex())
        else:
            super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of a spreadsheet that Qt does not know."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(_Action.MoveUp if back else _Action.MoveDown)
        elif (command := self._command_for(event)) is not None:
            command()
        else:
            super().keyPressEvent(event)

    def _command_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        commands = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.Paste: self.paste,
            QKeySequence.StandardKey.Delete: self.clear,
            QKeySequence.StandardKey.Backspace: self.clear,
        }
        own = {"Ctrl+D": self.fill_down, "Ctrl+R": self.fill_right}
        for key, command in commands.items():
            if event.matches(key):
                return command
        return own.get(QKeySequence(event.keyCombination()).toString())

    def _move(self, action: QAbstractItemView.CursorAction) -> None:
        target = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # ── blocks ──────────────────────────────────────────────────────────

    def copy(self) -> None:
        """Put the selected block on the clipboard as Excel and WPS expect it."""
        rows = self._selected_rows()
        texts = [[str(self._document.report.value(cell.name)) if cell else "" for cell in row] for row in rows]
        if texts:
            QGuiApplication.clipboard().setText(block_to_text(texts))

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Put the clipboard's block at the cursor, or its one value on the whole selection, in one undo step."""
        block: Block = block_from_text(QGuiApplication.clipboard().text())
        selected = self._selected_rows()
        if not block or not selected:
            return
        block = filled_with(block, len(selected), max(len(row) for row in selected))
        top, left = self._selection_origin()
        targets = [
            [self._typed_target(top + row, left, n) for n in range(len(block[row]))] for row in range(len(block))
        ]
        paste = paste_of(self._document.report, targets, block)
        if paste.filled:
            self._document.apply(paste.edit)
        self._document.notice.emit(paste.sentence)

    def clear(self) -> None:
        """Empty the selected cells."""
        self._enter_all("清除", {cell.name: BLANK for cell in self._selected_typed()})

    def fill_zeros(self) -> None:
        """Enter 0 in every blank cell of the table."""
        cells = self._document.report.cells
        self._enter_all("补零", {name: ZERO for name in self.grid.table.typed_cells if name not in cells})

    def fill_down(self) -> None:
        """Repeat the first row of the selection in the rows below."""
        self._repeat("向下填充", self._selected_rows())

    def fill_right(self) -> None:
        """Repeat the first column of the selection in the columns at its right."""
        self._repeat("向右填充", [list(column) for column in zip(*self._selected_rows(), strict=True)])

    def _repeat(self, label: str, lines: list[list[Cell | None]]) -> None:
        pairs = [(source, cell) for line in lines[1:] for source, cell in zip(lines[0], line, strict=True)]
        values = {
            cell.name: self._document.report.value(source.name)
            for source, cell in pairs
            if source and cell and self.grid.is_typed(cell.name)
        }
        self._enter_all(label, values)

    def _enter_all(self, label: str, values: dict[CellName, CellValue]) -> None:
        if values:
            self._document.apply(Edit(label=f"{label} {len(values)} 格", cells=values))

    # ── the selection ───────────────────────────────────────────────────

    def _selected_rows(self) -> list[list[Cell | None]]:
        indexes = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        grid = [[self.grid.cell_at(self.grid.index(row, column)) for column in columns] for row in rows]
        return [_once(row) for row in grid]

    def _selected_typed(self) -> list[Cell]:
        return [cell for row in self._selected_rows() for cell in row if cell and self.grid.is_typed(cell.name)]

    def _selection_origin(self) -> tuple[int, int]:
        indexes = self.selectionModel().selectedIndexes()
        return min(index.row() for index in indexes), min(index.column() for index in indexes)

    def _typed_target(self, row: int, left: int, offset: int) -> Cell | None:
        figures = _once([self.grid.cell_at(self.grid.index(row, n)) for n in range(left, self.grid.columnCount())])
        return figures[offset] if offset < len(figures) else None

    # ── the looks ───────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view and needs a new picture."""
        region = event.region()
        painter = QPainter(self._canvas)
        for rect, look in self._cells_in_view():
            if region.intersects(rect):
                self._painter.draw_cell(painter, rect, look)
        blocks = self.selectionModel().selection().toList()
        rects = [self.visualRect(block.topLeft()) | self.visualRect(block.bottomRight()) for block in blocks]
        current = self.visualRect(self.currentIndex()) if self.hasFocus() else None
        self._painter.draw_selection(painter, rects, current)
        painter.end()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._painter = CellPainter(self.palette(), self.font())

    def updateGeometries(self) -> None:
        """Keep the corner note in its place."""
        super().updateGeometries()
        QTimer.singleShot(0, self, self._place_corner)

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole table."""
        header, stub = self._header.sizeHint().height(), self._stub.sizeHint().width()
        return QSize(stub + self._header.length() + 4, header + self._stub.length() + 4)

    def _lay_out(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        sizes = sizes_of(self.grid.table, self.fontMetrics(), self.width() - bar - 2 * self.frameWidth())
        self._header.set_levels(sizes.header)
        self._stub.set_levels(sizes.stub)
        for column, width in enumerate(sizes.columns):
            self.setColumnWidth(column, width)
        for row, height in enumerate(sizes.rows):
            self.setRowHeight(row, height)

    def _place_corner(self) -> None:
        edge = self.frameWidth()
        self._corner.setGeometry(edge, edge, self._stub.sizeHint().width(), self._header.sizeHint().height())
        self._corner.raise_()


def _once(cells: list[Cell | None]) -> list[Cell | None]:
    """Return the cells with each spanned one named once."""
    return [cell for n, cell in enumerate(cells) if n == 0 or cell is None or cell is not cells[n - 1]]
