"""The right side of the import dialog: a block in full, and which column of the form each of its columns is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QPlainTextEdit, QStackedWidget, QTableWidget, QTableWidgetItem

from importers.blocks import Block, Grid
from ui.theme import tones

NO_COLUMN = "（按表头认）"
_SHOWN_ROWS, _SHOWN_COLUMNS = 200, 40
_WIDTH = 104


class ImportPreview(QStackedWidget):
    """Shows one block at a time; a grid that belongs to a table has a choice above each column."""

    column_named = Signal(int, str)
    """Emitted with a grid column and the name of the form's column; an empty name where it is taken back."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown: tuple[Grid, tuple[str, ...]] | None = None
        self.text = QPlainTextEdit(readOnly=True)
        self.table = QTableWidget()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self.table.setTabKeyNavigation(False)
        self.table.setStyleSheet(f"QTableView {{ gridline-color: {tones().grid.name()} }}")
        self.addWidget(self.text)
        self.addWidget(self.table)

    def show_block(
        self, block: Block | None, names: tuple[str, ...] = (), chosen: Mapping[int, str] | None = None
    ) -> None:
        """Show a block.

        Args:
            block: the block; None where there is none.
            names: of the columns of the form's table to choose from, empty where the block belongs to none.
            chosen: those chosen so far, by grid column.
        """
        if isinstance(block, Grid):
            if self._shown is None or self._shown[0] is not block or self._shown[1] != names:
                self._show_grid(block, names)
            for column in range(self.table.columnCount() if names else 0):
                box = self.choice(column)
                box.setCurrentIndex(max(0, box.findData((chosen or {}).get(column, ""))))
            self._shown = block, names
            self.setCurrentWidget(self.table)
        else:
            self.text.setPlainText(block.text if block else "")
            self.setCurrentWidget(self.text)

    def choice(self, column: int) -> QComboBox:
        """Return the choice above a column; LookupError where there is none."""
        box = self.table.cellWidget(0, column)
        if not isinstance(box, QComboBox):
            raise LookupError(column)  # noqa: TRY004 - there is no choice, which is no matter of types
        return box

    def _show_grid(self, grid: Grid, names: Sequence[str]) -> None:
        top, rows, columns = bool(names), min(grid.row_count, _SHOWN_ROWS), min(grid.column_count, _SHOWN_COLUMNS)
        self.table.clearSpans()
        self.table.clear()
        self.table.setRowCount(top + rows)
        self.table.setColumnCount(columns)
        for cell in grid.cells:
            row, column = cell.place.row, cell.place.column
            if row < rows and column < columns:
                item = QTableWidgetItem(" ".join(cell.text.split()))
                item.setToolTip(cell.text)
                self.table.setItem(row + top, column, item)
                span = min(cell.place.row_span, rows - row), min(cell.place.column_span, columns - column)
                if span != (1, 1):
                    self.table.setSpan(row + top, column, *span)
        for column in range(columns if names else 0):
            self.table.setCellWidget(0, column, self._choice(column, names))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _choice(self, column: int, names: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.setToolTip("这一列是规定表格的哪一列")
        box.setAccessibleName(f"第 {column + 1} 列")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addItem(NO_COLUMN, "")
        for name in names:
            box.addItem(name, name)
        box.activated.connect(lambda _index: self.column_named.emit(column, box.currentData()))
        return box
