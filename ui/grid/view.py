"""The grid of a statutory table under keys and mouse: cursor, selection and entering as in a spreadsheet."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QLineEdit, QWidget

from models.form import Cell, CellName, Table
from ui.document import Document
from ui.grid.blocks import BlockCommands
from ui.grid.delegate import FigureDelegate
from ui.grid.fill_handle import FillHandle
from ui.grid.navigation import first_typed, target_of
from ui.grid.painter import CellPainter
from ui.grid.selection import Selection, selection_of
from ui.grid.sheet import Sheet

_Hint = QAbstractItemDelegate.EndEditHint
_Action = QAbstractItemView.CursorAction
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class GridView(Sheet):
    """Shows one table of a document and turns keys into edits."""

    current_cell_changed = Signal(object)
    """Emitted with the Cell the cursor stands on, or None."""
    figures_selected = Signal(object)
    """Emitted with the names of the selected figures, in reading order; with none where it is a single one."""
    remark_wanted = Signal()
    """Emitted when the keyboard is to go into the remark of the current cell."""

    def __init__(self, document: Document, table: Table, parent: QWidget | None = None) -> None:
        """Show a table of the document's report."""
        super().__init__(document, table, parent)
        self._closing_editor = False
        self.selected_names: tuple[CellName, ...] = ()
        self.figures = FigureDelegate(self)
        self.blocks = BlockCommands(document, self.grid, lambda: self.selected)
        self._handle = FillHandle(self, self._canvas)
        self._set_up()
        self.setCurrentIndex(first_typed(self.grid))

    def _set_up(self) -> None:
        self.setItemDelegate(self.figures)
        self.figures.left_sideways.connect(self._leave_sideways)
        self.figures.entered_everywhere.connect(self._enter_everywhere)
        triggers = QAbstractItemView.EditTrigger
        # AnyKeyPressed is also what lets an input method open a closed cell without losing its first letter
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self._canvas.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._announce_current)
        self.selectionModel().selectionChanged.connect(self._announce_selection)

    # ── the cursor ──────────────────────────────────────────────────────

    @property
    def current_cell(self) -> Cell | None:
        """The figure the cursor stands on."""
        return self.grid.cell_at(self.currentIndex())

    @property
    def selected(self) -> Selection | None:
        """What is selected; None where no figure is."""
        return selection_of(self.grid, self.selectionModel().selectedIndexes())

    def go_to(self, name: CellName) -> None:
        """Put the cursor on a figure and bring it into view."""
        index = self.grid.index_of(name)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over labels and spans."""
        page = self._canvas.height() // max(self.rowHeight(self.currentIndex().row()), 1)
        return target_of(self.grid, self.currentIndex(), action, modifiers, page)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are entries, not a search."""

    def step(self, action: QAbstractItemView.CursorAction) -> None:
        """Move the cursor one step and the selection with it."""
        target = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        self.selectionModel().setCurrentIndex(target, _CHOOSE)

    def _announce_current(self, current: QModelIndex) -> None:
        self.current_cell_changed.emit(self.grid.cell_at(current))

    def _announce_selection(self) -> None:
        self._handle.follow_selection()
        blocks = self.selectionModel().selection()
        is_one = blocks.count() == 1 and blocks.at(0).width() == blocks.at(0).height() == 1
        selected = None if is_one else self.selected
        names = tuple(cell.name for cell in selected.cells) if selected else ()
        if names != self.selected_names:
            self.selected_names = names
            self.figures_selected.emit(names)

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

    def _enter_everywhere(self, editor: QLineEdit) -> None:
        cell, text = self.current_cell, editor.text()
        self.closeEditor(editor, _Hint.RevertModelCache)
        if cell is not None:
            self.blocks.enter(text, cell)

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
        elif isinstance(event, QKeyEvent) and event.text().strip() and self.grid.cell_at(index) is not None:
            self._document.notice.emit("这一格自动算出，不用填写")
        return opened

    # ── keys ────────────────────────────────────────────────────────────

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; back from a cell editor only the selection needs a new picture, and Qt would make all."""
        if self._closing_editor:
            self._canvas.update(self.visualRegionForSelection(self.selectionModel().selection()))
        else:
            super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of a spreadsheet that Qt does not know."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif self._handle.is_dragged and event.key() == Qt.Key.Key_Escape:
            self._handle.let_go()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(_Action.MoveUp if back else _Action.MoveDown)
        elif (command := self._command_for(event)) is not None:
            command()
        else:
            super().keyPressEvent(event)

    def _command_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.blocks.clear
        # by their letters: some desktops bind Ctrl+D to deleting
        commands = {"Ctrl+D": self.blocks.fill_down, "Ctrl+R": self.blocks.fill_right, "Ctrl+C": self.copy}
        commands |= {"Ctrl+X": self.cut, "Ctrl+V": self.paste, "Ctrl+Ins": self.copy, "Shift+Ins": self.paste}
        commands |= {"Menu": self.open_menu, "Shift+F10": self.open_menu, "Shift+F2": self.remark_wanted.emit}
        commands |= {"Ctrl+=": self.zoom_in}  # the key of + without Shift
        return commands.get(QKeySequence(event.keyCombination()).toString())

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let the selection follow the cursor: with a key, Ctrl makes the way longer and selects nothing apart."""
        if isinstance(event, QKeyEvent):
            onward = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return QItemSelectionModel.SelectionFlag.SelectCurrent if onward else _CHOOSE
        return super().selectionCommand(index, event)

    # ── what the window's commands reach by the keyboard ────────────────

    def copy(self) -> None:
        """Put the selected block on the clipboard."""
        self.blocks.copy()

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        self.blocks.cut()

    def paste(self) -> None:
        """Put the clipboard's block at the cursor."""
        self.blocks.paste()

    def explain(self) -> None:
        """Show what the current cell counts."""
        from ui.grid.cell_note import show_note  # noqa: PLC0415 - the window comes up first

        show_note(self, self._document)

    def balance(self) -> None:
        """Offer the figures with which the current cell's relations hold."""
        from ui.grid.cell_menu import open_balance_menu  # noqa: PLC0415 - as above

        open_balance_menu(self, self._document)

    def open_menu(self, place: QPoint | None = None) -> None:
        """Open the menu of the current cell, at the cell or at a place of the screen."""
        from ui.grid.cell_menu import open_cell_menu  # noqa: PLC0415 - as above

        if QApplication.activePopupWidget() is None:  # some systems send the menu key and an event for it
            open_cell_menu(self, self._document, place)

    @property
    def below_current(self) -> QPoint:
        """The place of the screen at the current cell's lower left corner."""
        return self._canvas.mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    # ── mouse ───────────────────────────────────────────────────────────

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the cell under the mouse, with the menu key of the current one."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
            return
        index = self.indexAt(event.pos())
        if self.grid.cell_at(index) is not None:
            if not self.selectionModel().isSelected(index):
                self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.open_menu(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle at the selection's corner, else choose a cell."""
        if not self._handle.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection's figures out, else select."""
        if not self._handle.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fill where the handle is let go."""
        if self._handle.is_dragged:
            self._handle.release()
        else:
            super().mouseReleaseEvent(event)

    def draw_above(self, painter: QPainter, cells: CellPainter) -> None:
        """Draw the handle, and where it is dragged the places to be filled."""
        if self.hasFocus():
            cells.draw_handle(painter, self._handle.place, self._handle.frame)
