"""A page with one statutory table: its heading, the grid, and the bar that tells about the current cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import CellName, Section
from ui.document import Document
from ui.grid.marks import contradicting
from ui.grid.view import GridView
from ui.pages.cell_bar import CellBar
from ui.pages.heading import heading
from ui.pages.page import SectionPage

if TYPE_CHECKING:
    from ui.pages.page import Place


class TablePage(SectionPage):
    """Shows and edits the table of a section."""

    sentence_wanted = Signal(object)
    """Emitted with the finding whose words in the text are to be shown."""
    grid_view: GridView
    nothing_across = "正文里没有认出写这个数的句子"

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Build the page of a section whose content is a table."""
        super().__init__(document, section, parent)
        self.grid_view = GridView(document, document.report.form.table(section.key))
        self._bar = CellBar(document)
        self._bar.sentence_wanted.connect(self.sentence_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.addWidget(heading(section.title))
        layout.addWidget(self.grid_view, 1)
        layout.addWidget(self._bar)
        self.setFocusProxy(self.grid_view)
        self._bar.confirm_button.clicked.connect(self.confirm)
        self._bar.remark.returnPressed.connect(self.grid_view.setFocus)
        self._bar.left.connect(self.grid_view.setFocus)
        self.grid_view.remark_wanted.connect(self._bar.edit_remark)
        self.grid_view.current_cell_changed.connect(self._bar.show_cell)
        self._bar.show_cell(self.grid_view.current_cell)

    def finish_entry(self) -> None:
        """Take over what is being typed in a cell or in the remark."""
        self.grid_view.finish_entry()
        self._bar.finish_entry()

    def confirm(self) -> None:
        """Confirm the selected figures that are last year's, as they stand."""
        self.finish_entry()
        self.grid_view.blocks.confirm()

    def confirm_all(self) -> None:
        """Confirm every figure of the table that is last year's, as it stands."""
        from models.confirmation import confirm_section  # noqa: PLC0415 - the window comes up first

        edit = confirm_section(self._document.report, self._section.key)
        self._document.apply_or_tell(edit, "这张表没有待确认的去年的数")

    def counterpart(self) -> Place | None:
        """Return what the text says of the current figure; what contradicts it goes before what agrees."""
        from models.live_places import live_places  # noqa: PLC0415 - needed for this jump alone

        document, cell = self._document, self.grid_view.current_cell
        if cell is None:
            return None
        statements = (each for each in document.statements if cell.name in each.cells)
        live = (each for each in live_places(document.report) if cell.name in each.cells)
        wrong = next(iter(contradicting(document.findings, cell.name)), None)
        return wrong or next(live, None) or next(statements, None)

    def frame_cells(self, names: frozenset[CellName]) -> None:
        """Frame those of the chosen finding's cells that stand in this table."""
        self.grid_view.choose_cells(names)

    def show_last_year(self, on: bool) -> None:  # noqa: FBT001 - one call for all pages
        """Show last year's figure, the change and its rate under each figure, or this year's figures alone."""
        self.grid_view.show_last_year(on)

    def show_cell(self, name: CellName) -> None:
        """Put the cursor on a figure."""
        self.grid_view.go_to(name)
        self.grid_view.setFocus()
