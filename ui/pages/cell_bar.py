"""The line under a table: which figure the cursor is on, last year's value, how it adds up, its remark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from models.form import Cell
from models.formulas import formulas_of
from models.report import Change, Edit
from ui.document import Document


class CellBar(QWidget):
    """Follows the cursor of a grid and edits the remark of the cell it is on."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Start on no cell."""
        super().__init__(parent)
        self._document = document
        self._cell: Cell | None = None
        self._title = QLabel()
        self._last_year = QLabel()
        self._formulas = QLabel()
        self.remark = QLineEdit()
        self._lay_out()
        self.remark.editingFinished.connect(self.finish_entry)
        document.changed.connect(self._follow_change)

    def show_cell(self, cell: Cell | None) -> None:
        """Show another cell; a remark still being typed is taken over first."""
        self.finish_entry()
        self._cell = cell
        self._refresh()

    def finish_entry(self) -> None:
        """Take over the remark as it stands in the line."""
        if self._cell is None:
            return
        text = self.remark.text().strip()
        if text != self._document.report.remark(self._cell.name):
            edit = Edit(label=f"备注 {self._cell.title}", remarks={self._cell.name: text})
            self._document.apply(edit)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        caption = QLabel("备注(&R)")
        caption.setBuddy(self.remark)
        self.remark.setPlaceholderText("例如：其中修订16件")
        self._formulas.setWordWrap(True)
        self._formulas.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._formulas.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._title, 0, 0)
        layout.addWidget(self._last_year, 0, 1)
        layout.addWidget(caption, 0, 3)
        layout.addWidget(self.remark, 0, 4)
        layout.addWidget(self._formulas, 1, 0, 1, 5)
        layout.setHorizontalSpacing(14)
        layout.setColumnStretch(2, 1)
        layout.setColumnStretch(4, 2)

    def _refresh(self) -> None:
        self.setEnabled(self._cell is not None)
        if self._cell is None:
            return
        report, name = self._document.report, self._cell.name
        self._title.setText(self._cell.title)
        self._last_year.setText(self._last_years_value())
        self._formulas.setText("\n".join(formulas_of(report, name)))
        self.remark.setText(report.remark(name))

    def _last_years_value(self) -> str:
        last_year = self._document.report.last_year
        if last_year is None or self._cell is None:
            return ""
        return f"去年 {last_year.cells.get(self._cell.name, '未填')}"

    def _follow_change(self, change: Change) -> None:
        if self._cell is not None and change.cells:
            self._refresh()
