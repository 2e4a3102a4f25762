"""The grid of a statutory table: keyboard, selection, copy and paste as in a spreadsheet."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
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

from models.cell_value import BLANK, Entry
from models.errors import InputRefusal
from models.form import Cell, CellName, Table
from models.report import Edit
from models.zeros import fill_zeros
from ui.document import Document
from ui.grid.delegate import FigureDelegate
from ui.grid.header import Corner, MergedHeader, own_viewport
from ui.grid.look import Look
from ui.grid.model import GridModel
from ui.grid.navigation import first_typed, target_of
from ui.grid.painter import CellPainter
from ui.grid.selection import Selection, selection_of
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
        self._chosen: frozenset[CellName] = frozenset()
        self.grid = GridModel(document, table, self)
        self.figures = FigureDelegate(self)
        self._painter = CellPainter(self.palette(), self.font())
        self._header = MergedHeader(Qt.Orientation.Horizontal, table, self)
        self._stub = MergedHeader(Qt.Orientation.Vertical, table, self)
        self._set_up()
        self._corner = Corner(table, self)
        self._laid_out = (0, "")
        self._lay_out()
        self.setCurrentIndex(first_typed(self.grid))

    def _set_up(self) -> None:
        self.setModel(self.grid)
        self.setItemDelegate(self.figures)
        self.figures.left_sideways.connect(self._leave_sideways)
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
        # a merged label stands in the middle of what is in view, so scrolling moves it within its box
        self.verticalScrollBar().valueChanged.connect(self._stub.redraw)
        self.horizontalScrollBar().valueChanged.connect(self._header.redraw)

    # ── the cursor ──────────────────────────────────────────────────────

    @property
    def current_cell(self) -> Cell | None:
        """The figure the cursor stands on."""
        return self.grid.cell_at(self.currentIndex())

    def go_to(self, name: CellName) -> None:
        """Put the cursor on a figure and bring it into view."""
        index = self.grid.index_of(name)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def choose_cells(self, names: frozenset[CellName]) -> None:
        """Draw a frame around the cells of a finding; those of other tables are left to them."""
        if names != self._chosen:
            self._chosen = names
            self._canvas.update()

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

    def _leave_sideways(self, action: QAbstractItemView.CursorAction) -> None:
        self.finish_entry()
        self.step(action)

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
            self.step(move)

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
            self.step(_Action.MoveUp if back else _Action.MoveDown)
        elif (command := self._command_for(event)) is not None:
            command()
        else:
            super().keyPressEvent(event)

    def _command_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.clear
        # by their letters: some desktops bind Ctrl+D to deleting
        commands = {"Ctrl+D": self.fill_down, "Ctrl+R": self.fill_right, "Ctrl+C": self.copy}
        commands |= {"Ctrl+X": self.cut, "Ctrl+V": self.paste, "Ctrl+Ins": self.copy, "Shift+Ins": self.paste}
        return commands.get(QKeySequence(event.keyCombination()).toString())

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let the selection follow the cursor: with a key, Ctrl makes the way longer and selects nothing apart."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    def edit(  # type: ignore[override]  # nobody calls Qt's overload without a trigger here
        self, index: QModelIndex, trigger: QAbstractItemView.EditTrigger, event: QEvent
    ) -> bool:
        """Open a cell: typing replaces and arrows leave it; F2 and a double click put the caret at the end."""
        opened = super().edit(index, trigger, event)
        editor = self.figures.open_editor
        if opened and editor is not None:
            self.figures.arrows_leave = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
            if not self.figures.arrows_leave:
                editor.end(False)  # noqa: FBT003 - whether to mark, in Qt's words
        return opened

    def step(self, action: QAbstractItemView.CursorAction) -> None:
        """Move the cursor one step and the selection with it."""
        target = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # ── blocks ──────────────────────────────────────────────────────────

    @property
    def selected(self) -> Selection | None:
        """What is selected; None where no figure is."""
        return selection_of(self.grid, self.selectionModel().selectedIndexes())

    def copy(self) -> bool:
        """Put the selected block on the clipboard as Excel and WPS expect it; tell whether it is there."""
        from ui.grid.clipboard import block_to_text  # noqa: PLC0415 - the window comes up first

        selected = self._selected_block("复制")
        if selected:
            QGuiApplication.clipboard().setText(block_to_text(selected.texts))
        return selected is not None

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        if self.copy():
            self.clear()

    def paste(self) -> None:
        """Put the clipboard's block at the cursor, or its one value on the whole selection, in one undo step."""
        from ui.grid.paste import clip_of, paste_at, paste_on  # noqa: PLC0415 - loads the recogniser

        data, selected = QGuiApplication.clipboard().mimeData(), self.selected
        try:
            clip = clip_of(data.html() if data and data.hasHtml() else "", data.text() if data else "")
        except InputRefusal as refusal:
            self._document.notice.emit(str(refusal))
            return
        if not clip.block:
            self._document.notice.emit("剪贴板里没有可以贴入表格的内容")
        if not clip.block or selected is None:
            return
        if len(clip.block) == 1 and len(clip.block[0]) == 1 and len(selected.cells) > 1:
            paste = paste_on(selected.typed, clip.block[0][0])
        else:
            form = self._document.report.form
            paste = paste_at(self.grid, form, clip, selected.rows.start, selected.columns.start)
        if paste.edit.cells:
            self._document.apply(paste.edit)
        self._document.notice.emit(paste.sentence)

    def clear(self) -> None:
        """Empty the selected cells, their remarks too."""
        typed = self.selected.typed if self.selected else []
        self._enter_all("清除", {cell.name: Entry(BLANK) for cell in typed})

    def confirm(self) -> None:
        """Confirm those of the selected figures that are last year's, as they stand."""
        from models.confirmation import confirm_cells  # noqa: PLC0415 - the window comes up first

        typed = self.selected.typed if self.selected else []
        edit = confirm_cells(self._document.report, [cell.name for cell in typed])
        self._document.confirm(edit, "选中的格没有待确认的去年的数")

    def fill_zeros(self) -> None:
        """Enter 0 in every blank cell of the table."""
        edit = fill_zeros(self._document.report, self.grid.table.typed_cells)
        self._document.confirm(edit, "这张表没有空格，不用补零")

    def fill_down(self) -> None:
        """Repeat the first row of the selection in the rows below."""
        if selected := self._selected_block("向下填充"):
            self._repeat("向下填充", selected, lambda _row, column: (selected.rows.start, column))

    def fill_right(self) -> None:
        """Repeat the first column of the selection in the columns at its right."""
        if selected := self._selected_block("向右填充"):
            self._repeat("向右填充", selected, lambda row, _column: (row, selected.columns.start))

    def _repeat(self, label: str, selected: Selection, source_of: Callable[[int, int], tuple[int, int]]) -> None:
        entries = {}
        for cell in selected.typed:
            index = self.grid.index_of(cell.name)
            source = self.grid.figure(*source_of(index.row(), index.column()))
            if source is not None and source is not cell:
                entries[cell.name] = Entry(self._document.report.value(source.name))
        self._enter_all(label, entries)

    def _enter_all(self, label: str, entries: Mapping[CellName, Entry]) -> None:
        if entries:
            values = {name: entry.value for name, entry in entries.items()}
            remarks = {name: entry.remark for name, entry in entries.items()}
            self._document.apply(Edit(label=f"{label} {len(entries)} 格", cells=values, remarks=remarks))

    def _selected_block(self, what: str) -> Selection | None:
        selected = self.selected
        if selected is not None and not selected.is_block:
            self._document.notice.emit(f"选中的不是一整块，不能{what}，请只选一个连续的区域")
            return None
        return selected

    # ── the looks ───────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view and needs a new picture."""
        region = event.region()
        painter = QPainter(self._canvas)
        for rect, look in self._cells_in_view():
            if region.intersects(rect):
                self._painter.draw_cell(painter, rect, look)
        chosen = [self.grid.index_of(name) for name in self._chosen]
        self._painter.draw_chosen(painter, [self.visualRect(index) for index in chosen if index.isValid()])
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
        laid_out = self.width() - bar - 2 * self.frameWidth(), self.font().key()
        if laid_out == self._laid_out:
            return
        self._laid_out = laid_out
        sizes = sizes_of(self.grid.table, self.fontMetrics(), laid_out[0])
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
