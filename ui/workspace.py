"""One open report: sections at the left, the section's page in the middle, findings at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget

from models.finding import Finding
from models.form import CellName, Content
from models.report import Change
from ui.document import Document
from ui.grid.view import GridView
from ui.pages.table_page import TablePage
from ui.pages.text_page import TextPage
from ui.panels.findings_panel import FindingsPanel
from ui.panels.section_list import SectionList

Page = TablePage | TextPage

_WIDTHS = (178, 900, 278)


class Workspace(QSplitter):
    """Keeps the three parts together: choosing a section, a finding or an undo shows its place."""

    def __init__(self, document: Document, section: str = "") -> None:
        """Show a document at a section, the first where it has none of that name."""
        super().__init__(Qt.Orientation.Horizontal)
        self.document = document
        self.sections = SectionList(document)
        self.findings = FindingsPanel(document)
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        for width, part in zip(_WIDTHS, (self.sections, self._stack, self.findings), strict=True):
            self.addWidget(part)
            part.resize(width, part.height())
        self.setSizes(list(_WIDTHS))
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.sections.setMinimumWidth(150)
        self.findings.setMinimumWidth(200)
        self.sections.section_chosen.connect(self._show_page)
        self.sections.itemClicked.connect(lambda _item: self.page.setFocus())
        self.sections.itemActivated.connect(lambda _item: self.page.setFocus())
        self.findings.finding_chosen.connect(self.show_finding)
        document.revisited.connect(self.show_change)
        keys = [each.key for each in document.report.form.sections]
        self.sections.choose(section if section in keys else keys[0])

    @property
    def page(self) -> Page:
        """The page on top."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def grid_view(self) -> GridView | None:
        """The grid of the page on top; None on a text page."""
        return self.page.grid_view if isinstance(self.page, TablePage) else None

    def show_section(self, key: str) -> None:
        """Bring a section's page on top and the keyboard into it."""
        self.sections.choose(key)
        self.page.setFocus()

    def show_cell(self, name: CellName) -> None:
        """Put the cursor on a figure of any table."""
        self.sections.choose(name.partition("/")[0])
        self.page.show_cell(name)

    def show_finding(self, finding: Finding) -> None:
        """Go to the first place a finding speaks of."""
        if finding.cells:
            self.show_cell(finding.cells[0])
        elif finding.section:
            self.show_section(finding.section)

    def show_change(self, change: Change) -> None:
        """Go to what an undo or redo changed: the cell that was typed, or the text."""
        form = self.document.report.form
        typed = [name for name in form.typed_cells if name in change.cells]
        if typed:
            self.show_cell(typed[0])
        elif change.sections:
            self.show_section(next(key for key in form.text_sections if key in change.sections))
        elif change.head:
            self.show_section(next(each.key for each in form.sections if not each.title))

    def step_section(self, step: int) -> None:
        """Go to the section before (-1) or after (+1) this one."""
        row = self.sections.currentRow() + step
        if 0 <= row < self.sections.count():
            self.sections.setCurrentRow(row)
            self.page.setFocus()

    def finish_entry(self) -> None:
        """Take over whatever is being typed on the page on top."""
        self.page.finish_entry()

    def _show_page(self, key: str) -> None:
        if key not in self._pages:
            self._pages[key] = self._build_page(key)
            self._stack.addWidget(self._pages[key])
        self._stack.setCurrentWidget(self._pages[key])

    def _build_page(self, key: str) -> Page:
        section = self.document.report.form.section(key)
        kind = TablePage if section.content is Content.TABLE else TextPage
        return kind(self.document, section)
