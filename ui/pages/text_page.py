"""A page with one section's running text, what was found in it, and what it still owes to last year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.checks.check import length_limit
from models.confirmation import confirm_section, confirm_sentences
from models.finding import Finding
from models.form import CellName, Section
from models.live_places import LivePlace, live_places
from models.report import Change
from models.taken_over import untouched_count
from ui.document import Document
from ui.finding_commands import FindingCommands, Offer
from ui.pages.count_line import CountLine
from ui.pages.finding_bar import FindingBar
from ui.pages.head_form import HeadForm
from ui.pages.heading import heading
from ui.pages.page import SectionPage
from ui.pages.text_commands import TextCommands
from ui.pages.text_editor import TextEditor
from ui.panels.offer_buttons import carry_out, open_menu

if TYPE_CHECKING:
    from ui.pages.last_year_pane import LastYearPane
    from ui.pages.page import Place

_WIDE = 52
"""From how many characters on a page has room for two texts side by side."""

_LONGEST_SOUGHT = 40
"""Characters of a selection that are taken for words to look for."""


class TextPage(SectionPage):
    """Shows and edits the text of a section; the preamble's page edits agency and year too."""

    text_commands: TextCommands

    def __init__(
        self,
        document: Document,
        section: Section,
        commands: FindingCommands,
        ask_figure: Callable[[], CellName | None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the page of a section whose content is text; `ask_figure` asks for a figure of the tables."""
        super().__init__(document, section, parent)
        self._commands = commands
        self.editor = TextEditor(document, section.key, commands.offers)
        self.text_commands = TextCommands(document, section, self.editor, ask_figure)
        self.editor.offers_at = self._offers_at
        self.finding_bar = FindingBar(commands)
        self.head_form = None if section.title else HeadForm(document)
        self._beside = QSplitter()
        self.last_year: LastYearPane | None = None
        self.count_line = CountLine()
        self._untouched = QLabel(wordWrap=True)
        self.sentence_button = _button("确认本句(&K)", "确认光标所在的句子；选中几句或一个数，就确认选中的（F9）")
        self.confirm_button = _button("全部确认(&M)", "本部分的文字照去年的沿用（Shift+F9）")
        self._lay_out()
        self.sentence_button.clicked.connect(self.confirm)
        self.confirm_button.clicked.connect(self.confirm_all)
        document.changed.connect(self._follow_change)
        document.findings_changed.connect(self._show_finding)
        document.settled.connect(self._count)  # other checks may allow another length
        self.editor.finding_changed.connect(self._show_finding)
        self.setFocusProxy(self.editor)
        self._refresh()
        self._show_finding()

    @property
    def finding(self) -> Finding | None:
        """The finding about the words with the cursor, where they have the keyboard."""
        return self.editor.finding if self.editor.hasFocus() else None

    def place_of_menu(self) -> QPoint:
        """Return the place below the cursor."""
        return self.editor.place_of_caret()

    def chosen_words(self) -> str:
        """Return what is selected within a line of the text."""
        words = self.editor.chosen().part_of(self.editor.plain_text())
        return "" if "\n" in words or len(words) > _LONGEST_SOUGHT else words

    @property
    def nothing_across(self) -> str:  # type: ignore[override]  # nobody sets it
        """What is said where nothing is known of the words at the cursor, or not yet."""
        return "光标所在处没有认出表里的数" if self._document.is_settled else "刚改的文字正在核对，请再按一次 F6"

    def counterpart(self) -> Place | None:
        """Return what is said of the tables at the cursor, wrong or right."""
        finding, place = self.editor.finding, self.editor.place_of_cursor()
        if finding and finding.cells:
            return finding
        if live := self._live_place(place):
            return live
        stated = (each for each in self._document.statements if each.section == self._section.key)
        return next((each for each in stated if each.start <= place <= each.start + len(each.quote)), None)

    def _live_place(self, place: int) -> LivePlace | None:
        """Return the live figure at a place of the text."""
        here = (each for each in live_places(self._document.report) if each.section == self._section.key)
        return next((each for each in here if each.start <= place <= each.start + len(each.quote)), None)

    def _offers_at(self, place: int) -> list[Offer]:
        live = self._live_place(place)
        to_cells = partial(self._commands.cells_wanted.emit, live)
        ways = [Offer("转到表格", "到表里的这个数（F6）", to_cells)] if live else []
        return [*ways, *self.text_commands.offers_at(place)]

    def finish_entry(self) -> None:
        """Take over what is being typed; running text already is."""
        if self.head_form:
            self.head_form.finish_entry()

    def show_words(self, start: int | None, words: str | None) -> None:
        """Select words of the text, or just show the editor where no words are meant."""
        if start is not None and words:
            self.editor.select(start, words)
        self.editor.setFocus()

    def show_agency(self) -> None:
        """Put the cursor on the agency, where the page has it."""
        (self.head_form or self).setFocus()

    def correct(self) -> None:
        """Correct the figure the cursor is on; where several are right, let one be chosen."""
        finding = self.editor.finding
        offers = [*self._commands.corrections(finding)] if finding else []
        if len(offers) > 1:
            open_menu(self.editor, offers, self.editor.place_of_caret())
        elif offers:
            carry_out(offers[0])
        else:
            self._document.notice.emit("光标所在处没有与表格不符的数；请把光标放到带波浪线的数上（F8 到下一个）")

    def confirm(self) -> None:
        """Confirm the sentence with the cursor, or what is selected, as it stands."""
        edit = confirm_sentences(self._document.report, self._section.key, self.editor.chosen())
        self._document.apply_or_tell(edit, "光标所在的句子没有待确认的去年内容")

    def confirm_all(self) -> None:
        """Confirm the whole text as it stands."""
        edit = confirm_section(self._document.report, self._section.key)
        self._document.apply_or_tell(edit, "这一部分没有待确认的去年内容")

    def show_last_year(self, on: bool) -> None:  # noqa: FBT001 - one call for all pages
        """Show last year's text beside this year's, or this year's alone."""
        if self.last_year is None:
            if not on:
                return
            from ui.pages.last_year_pane import LastYearPane  # noqa: PLC0415 - many a report is written without it

            self.last_year = LastYearPane(self._document, self._section, self.editor)
            self._beside.addWidget(self.last_year)
            self._beside.setSizes([1, 1])
        self.last_year.show_beside(on=on)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have last year's text at the right where lines stay long enough to read, else below."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        is_wide = self.width() >= _WIDE * self.fontMetrics().horizontalAdvance("字")
        direction = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.last_year and direction is not self._beside.orientation():
            self._beside.setOrientation(direction)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.addWidget(heading(self._section.title or self._section.name))
        if self.head_form:
            layout.addWidget(self.head_form)
            layout.addWidget(QLabel("前言（题名之下、第一部分之前的文字，可以不写）"))
        notice = QHBoxLayout()
        notice.addWidget(self._untouched, 1)
        notice.addWidget(self.sentence_button)
        notice.addWidget(self.confirm_button)
        layout.addLayout(notice)
        self._beside.addWidget(self.editor)
        self._beside.setChildrenCollapsible(False)
        layout.addWidget(self._beside, 1)
        layout.addWidget(self.finding_bar)
        layout.addWidget(self.count_line)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.finding_bar.redraw()

    def _show_finding(self) -> None:
        count = sum(each.section == self._section.key and each.quote is not None for each in self._document.findings)
        hint = f"这一部分有 {count} 处问题，画了波浪线或点线；把光标放上去看说明，F8 逐处查看。" if count else ""
        self.finding_bar.setVisible(bool(count))
        self.finding_bar.show_finding(self.editor.finding, hint)

        figure = self.editor.live_figure
        self.count_line.show_hint(self.editor.followed_by(figure) if figure else "")

    def _count(self) -> None:
        text = self._document.report.text(self._section.key)
        limit = length_limit(self._document.checks, self._section)
        self.count_line.show_count(text, limit, self._section.longest)

    def _follow_change(self, change: Change) -> None:
        if self._section.key in change.sections or change.head or change.last_year:  # or each key in a table counts it
            self._refresh()

    def _refresh(self) -> None:
        self._count()
        if self.head_form:
            self.setFocusProxy(self.editor if self._document.report.head.agency else self.head_form)
        count = untouched_count(self._document.report, self._section)
        self._untouched.setText(f"还有 {count} 处沿用去年：灰色的句子、带下划线的数，请核对后改动或确认。")
        for widget in (self._untouched, self.sentence_button, self.confirm_button):
            widget.setVisible(bool(count))


def _button(text: str, explanation: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(explanation)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
    return button
