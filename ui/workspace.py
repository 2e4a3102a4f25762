"""One open report: sections at the left, the section's page in the middle, findings at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget

from models.comparison import compared_year
from models.finding import Finding
from models.form import CellName, Content
from models.report import Change
from ui.document import Document
from ui.finding_commands import FindingCommands, Offer
from ui.grid.view import GridView
from ui.pages.page import Page
from ui.panels.section_list import COMPARISON, SectionList
from ui.settings import Settings

if TYPE_CHECKING:
    from models.draft import Draft
    from models.search import Hit
    from models.untouched import Untouched
    from ui.dialogs.dialogs import Dialogs
    from ui.pages.page import Place
    from ui.pages.text_commands import TextCommands
    from ui.panels.findings_panel import FindingsPanel
    from ui.panels.side_panel import SidePanel

_WIDTHS = (178, 900, 278)
_LIST_CHARACTERS = 12
"""Width of a section's name with its sign and count."""
_AFTER_THE_TABLE = 60
"""Milliseconds in which the section is painted before the findings come beside it; too few to be noticed."""


class Workspace(QSplitter):
    """Keeps the three parts together: choosing a section, a finding or an undo shows its place."""

    figures_selected = Signal(object)
    """Emitted with the names of the figures that are selected on the page on top, none where it is a single one."""

    def __init__(self, document: Document, settings: Settings, dialogs: Callable[[], Dialogs]) -> None:
        """Show a document at the section it was left at, at first the first."""
        super().__init__(Qt.Orientation.Horizontal)
        self.document = document
        self.commands = FindingCommands(document, settings, dialogs)
        self.sections = SectionList(document)
        self._side: SidePanel | None = None
        self._right = QStackedWidget()
        self._chosen: Place | None = None
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._dialogs = dialogs
        self._visited: CellName | None = None
        self._settings = settings
        for width, part in zip(_WIDTHS, (self.sections, self._stack, self._right), strict=True):
            self.addWidget(part)
            part.resize(width, part.height())
        self.setSizes(list(_WIDTHS))
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.sections.setMinimumWidth(_LIST_CHARACTERS * self.fontMetrics().horizontalAdvance("字"))
        self._right.setMinimumWidth(200)
        self.sections.section_chosen.connect(self._show_page)
        self.sections.itemClicked.connect(lambda _item: self.page.setFocus())
        self.sections.itemActivated.connect(lambda _item: self.page.setFocus())
        self.commands.cells_wanted.connect(self.show_cells)
        document.findings_changed.connect(self._follow_findings)
        document.revisited.connect(self.show_change)
        keys, section = self.sections.keys, settings.section_of(document.path)
        self.sections.choose(section if section in keys else keys[0])
        self.sections.section_chosen.connect(lambda key: settings.remember_section(document.path, key))
        QTimer.singleShot(_AFTER_THE_TABLE, self, lambda: self.side)

    @property
    def side(self) -> SidePanel:
        """The panel at the right; it comes when the section can be seen, or when it is asked for."""
        if self._side is None:
            from ui.panels.side_panel import SidePanel  # noqa: PLC0415 - the section comes up first

            self._side = SidePanel(self.document, self.commands, self._settings)
            self._side.findings.finding_chosen.connect(self.show_finding)
            self._side.place_chosen.connect(self.show_hit)
            self._side.place_looked_at.connect(self._look_at_untouched)
            self._right.addWidget(self._side)
        return self._side

    @property
    def findings(self) -> FindingsPanel:
        """The findings in the panel at the right."""
        return self.side.findings

    @property
    def page(self) -> Page:
        """The page on top."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def grid_view(self) -> GridView | None:
        """The grid of the page on top; None on a text page."""
        return self.page.grid_view

    def show_section(self, key: str) -> None:
        """Bring a section's page on top and the keyboard into it."""
        self.sections.choose(key)
        self.page.setFocus()

    def show_cell(self, name: CellName) -> None:
        """Put the cursor on a figure of any table."""
        self.sections.choose(name.partition("/")[0])
        self.page.show_cell(name)

    def show_finding(self, finding: Finding) -> None:
        """Go to the place a finding speaks of: its words in the text, else its first cell; frame its cells."""
        self.choose(finding)
        if finding.section:
            self.show_words(finding)
        elif finding.cells:
            self.show_cell(finding.cells[0])

    def show_words(self, place: Place) -> None:
        """Select the words of the text that a finding or statement is about."""
        if place.section:
            self.sections.choose(place.section)
            self.page.show_words(place.start, place.quote)

    def show_hit(self, hit: Hit | Untouched) -> None:
        """Go to where words were found or are still last year's: in a text, at a figure, or to the section itself."""
        if hit.span:
            self.sections.choose(hit.section)
            text = self.document.report.text(hit.section)
            self.page.show_words(hit.span.start, text[hit.span.start : hit.span.stop])
        elif hit.cell:
            self.show_cell(hit.cell)
        else:
            self.show_section(hit.section)

    def show_cells(self, place: Place) -> None:
        """Go to the cells that a finding or statement is about."""
        self.choose(place)
        if place.cells:
            self.show_cell(place.cells[0])

    def choose(self, place: Place | None) -> None:
        """Frame the cells of a finding or statement in every table."""
        self._chosen = place
        for page in self._pages.values():
            self._frame_cells(page)

    def go_to_untouched(self) -> None:
        """Bring the keyboard into the list of what is still last year's; from there back to the page."""
        if self.side.has_keyboard_in_untouched:
            self.page.setFocus()
        else:
            self.side.show_untouched()

    def confirm(self) -> None:
        """Confirm as it stands what is selected: in the list of what is still last year's, or on the page."""
        target = self.side.untouched if self.side.has_keyboard_in_untouched else self.page
        target.confirm()

    def confirm_all(self) -> None:
        """Confirm as it stands all of the section that the list or the page shows."""
        target = self.side.untouched if self.side.has_keyboard_in_untouched else self.page
        target.confirm_all()

    def _look_at_untouched(self, place: Untouched) -> None:
        self.show_hit(place)
        self.side.untouched.list.setFocus()

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

    def go_across(self) -> None:
        """Go from a figure of the text to its cells, or from a cell to where the text speaks of it."""
        page = self.page
        place = page.counterpart()
        if place is None:
            self.document.notice.emit(page.nothing_across)
        elif page.grid_view:
            self.choose(place)
            self.show_words(place)
        else:
            self.show_cells(place)

    def dismiss(self) -> None:
        """Confirm as true the finding about the words with the cursor, else the current one of the panel."""
        if self.page.finding:
            self.commands.dismiss(self.page.finding)
        else:
            self.findings.dismiss()

    @property
    def beside_last_year(self) -> bool:
        """Whether every page shows last year beside this year."""
        return self._settings.beside_last_year

    @beside_last_year.setter
    def beside_last_year(self, on: bool) -> None:
        self._settings.beside_last_year = on
        for page in self._pages.values():
            page.show_last_year(on)
        if on and compared_year(self.document.report) is None:
            self.document.notice.emit("没有上一年的报告可以对照，请先附上去年报告（文件菜单）")

    def on_grid(self, act: Callable[[GridView], object]) -> None:
        """Carry out something on the grid on top; say so where there is none."""
        if self.grid_view is None:
            self.document.notice.emit("请先打开有表格的一部分")
        else:
            act(self.grid_view)

    def switch_last_year(self) -> None:
        """Show last year's figures and texts beside this year's, or hide them."""
        self.beside_last_year = not self.beside_last_year

    def offer_drafts(self) -> None:
        """Open a menu of the paragraphs that the tables tell."""
        from ui.panels.offer_buttons import open_menu  # noqa: PLC0415 - the section comes up first

        offers = [Offer(each.name, "", partial(self.draft, each)) for each in self.document.report.form.drafts]
        open_menu(self, offers, self.page.place_of_menu())

    def draft(self, draft: Draft) -> None:
        """Write a paragraph that the tables tell into its section, behind the one with the cursor."""
        self.show_section(draft.section)
        self.on_text(lambda text: text.draft(draft))

    def on_text(self, act: Callable[[TextCommands], object]) -> None:
        """Carry out something on the text on top; say so where there is none."""
        commands = self.page.text_commands
        if commands is None:
            self.document.notice.emit("请先打开有文字的一部分")
        else:
            act(commands)

    def finish_entry(self) -> None:
        """Take over whatever is being typed on the page on top."""
        self.page.finish_entry()

    def _show_page(self, key: str) -> None:
        if self._pages and self.grid_view and self.grid_view.current_cell:
            self._visited = self.grid_view.current_cell.name
        if key not in self._pages:
            self._pages[key] = self._build_page(key)
            if self.beside_last_year:
                self._pages[key].show_last_year(True)  # noqa: FBT003 - shown or not
            self._stack.addWidget(self._pages[key])
        self._stack.setCurrentWidget(self._pages[key])
        if self.grid_view:
            self.grid_view.set_zoom(self._settings.table_zoom)
        self.figures_selected.emit(self.grid_view.selected_names if self.grid_view else ())

    def _build_page(self, key: str) -> Page:
        if key == COMPARISON:
            from ui.pages.comparison_page import ComparisonPage  # noqa: PLC0415 - few sittings come to it

            return ComparisonPage(self.document)
        section = self.document.report.form.section(key)
        if section.content is Content.TABLE:
            from ui.pages.table_page import TablePage  # noqa: PLC0415 - a file that opens at a text needs none at first

            page = TablePage(self.document, section)
            page.sentence_wanted.connect(self.show_finding)
            page.grid_view.figures_selected.connect(self.figures_selected)
            page.grid_view.zoom_changed.connect(self._keep_zoom)
            self._frame_cells(page)
            return page
        from ui.pages.text_page import TextPage  # noqa: PLC0415 - a file that opens at a table needs none at first

        return TextPage(self.document, section, self.commands, self._ask_figure)

    def _ask_figure(self) -> CellName | None:
        return self._dialogs().ask_figure(self.document.report, self._visited)

    def _keep_zoom(self, percent: int) -> None:
        self._settings.table_zoom = percent
        self.document.notice.emit(f"表格显示比例 {percent}%")

    def _frame_cells(self, page: Page) -> None:
        page.frame_cells(frozenset(self._chosen.cells if self._chosen else ()))

    def _follow_findings(self) -> None:
        chosen = self._chosen
        if isinstance(chosen, Finding) and chosen.key not in {each.key for each in self.document.findings}:
            self.choose(None)
