"""A page with one statutory table: its heading, the grid, and the bar that tells about the current cell."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import CellName, Section
from ui.document import Document
from ui.grid.view import GridView
from ui.pages.cell_bar import CellBar
from ui.pages.heading import heading


class TablePage(QWidget):
    """Shows and edits the table of a section."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Build the page of a section whose content is a table."""
        super().__init__(parent)
        self.grid_view = GridView(document, document.report.form.table(section.key))
        self._bar = CellBar(document)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.addWidget(heading(section.title))
        layout.addWidget(self.grid_view, 1)
        layout.addWidget(self._bar)
        self.setFocusProxy(self.grid_view)
        self._bar.remark.returnPressed.connect(self.grid_view.setFocus)
        self.grid_view.current_cell_changed.connect(self._bar.show_cell)
        self._bar.show_cell(self.grid_view.current_cell)

    def finish_entry(self) -> None:
        """Take over what is being typed in a cell or in the remark."""
        self.grid_view.finish_entry()
        self._bar.finish_entry()

    def show_cell(self, name: CellName) -> None:
        """Put the cursor on a figure."""
        self.grid_view.go_to(name)
        self.grid_view.setFocus()
