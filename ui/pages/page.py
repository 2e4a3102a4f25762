"""What all pages have in common, those of sections and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from models.finding import Finding
from models.form import CellName, Section
from ui.document import Document
from ui.grid.view import GridView

if TYPE_CHECKING:  # slow to load, and needed for a jump between text and tables alone
    from models.live_places import LivePlace
    from models.statements import Statement
    from ui.pages.text_commands import TextCommands

    Place = Finding | Statement | LivePlace
    """Something about words of the text, cells of the tables, or both."""


class Page(QWidget):
    """A page that shows something of a document; what makes no sense on it does nothing, or says so."""

    grid_view: GridView | None = None
    """The grid of a page with a table."""
    text_commands: TextCommands | None = None
    """What can be done with the text of a page that has one."""
    nothing_across = ""
    """What is said where the figure at the cursor has no counterpart."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show something of a document."""
        super().__init__(parent)
        self._document = document

    @property
    def finding(self) -> Finding | None:
        """The finding about the words with the cursor, where they have the keyboard."""
        return None

    def place_of_menu(self) -> QPoint:
        """Return where a menu opens on the screen that was asked for by a key."""
        return self.mapToGlobal(self.rect().center())

    def chosen_words(self) -> str:
        """Return the few words of text that are selected, to be looked for; empty where none are."""
        return ""

    def counterpart(self) -> Place | None:
        """Return what the text and the tables both say of the figure at the cursor."""
        raise NotImplementedError

    def show_cell(self, _name: CellName) -> None:
        """Put the cursor on a figure of the section's table."""
        self.setFocus()

    def show_words(self, _start: int | None, _words: str | None) -> None:
        """Select words of the section's text."""
        self.setFocus()

    def show_agency(self) -> None:
        """Put the cursor on the agency of the report's head."""
        self.setFocus()

    def frame_cells(self, names: frozenset[CellName]) -> None:
        """Frame the cells of the chosen finding."""

    def show_last_year(self, on: bool) -> None:  # noqa: FBT001 - one call for all pages
        """Show last year's figures or text beside this year's, or this year's alone."""

    def correct(self) -> None:
        """Correct the figure of the text that the cursor is on."""
        self._document.notice.emit("这里改正的是正文中的数；表里的数直接填写（F8 到下一处问题）")

    def confirm(self) -> None:
        """Confirm what is selected and still last year's, as it stands."""
        raise NotImplementedError

    def confirm_all(self) -> None:
        """Confirm all of the section that is still last year's, as it stands."""
        raise NotImplementedError

    def finish_entry(self) -> None:
        """Take over what is being typed."""
        raise NotImplementedError


class SectionPage(Page):
    """A page that shows one section."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Show a section."""
        super().__init__(document, parent)
        self._section = section
