"""The line under a table: which figure the cursor is on, last year's value, how it adds up, its remark."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models.form import Cell
from models.formulas import formulas_of
from models.report import Change, Edit
from ui.document import Document
from ui.info_line import InfoLine
from ui.pages.entry_line import EntryLine


class CellBar(QWidget):
    """Follows the cursor of a grid and edits the remark of the cell it is on."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Start on no cell."""
        super().__init__(parent)
        self._document = document
        self._cell: Cell | None = None
        self._title = InfoLine(bold=True)
        self._last_year = InfoLine()
        self._formulas = InfoLine(lines=2)
        self.remark = EntryLine()
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
        self.remark.setModified(False)
        if text != self._document.report.remark(self._cell.name):
            edit = Edit(label=f"备注 {self._cell.title}", remarks={self._cell.name: text})
            self._document.apply(edit)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        caption = QLabel("备注(&R)")
        caption.setBuddy(self.remark)
        self.remark.setPlaceholderText("例如：其中修订16件")
        layout.addWidget(self._title, 0, 0)
        layout.addWidget(self._last_year, 0, 1)
        layout.addWidget(caption, 0, 2)
        layout.addWidget(self.remark, 0, 3)
        layout.addWidget(self._formulas, 1, 0, 1, 4)
        layout.setHorizontalSpacing(14)
        for column, stretch in ((0, 3), (1, 1), (3, 3)):
            layout.setColumnStretch(column, stretch)

    def _refresh(self) -> None:
        self.setEnabled(self._cell is not None)
        if self._cell is None:
            return
        report, name = self._document.report, self._cell.name
        self._title.set_text(self._cell.title)
        self._last_year.set_text(self._last_years_value())
        self._formulas.set_text("\n".join(formulas_of(report, name)))
        if not self.remark.isModified():  # what is still being typed stays
            self.remark.setText(report.remark(name))

    def _last_years_value(self) -> str:
        last_year = self._document.report.last_year
        if last_year is None or self._cell is None:
            return ""
        return f"去年 {last_year.cells.get(self._cell.name, '未填')}"

    def _follow_change(self, change: Change) -> None:
        if self._cell is not None and change.cells:
            self._refresh()
