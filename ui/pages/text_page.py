"""A page with one section's running text, what was found in it, and what it still owes to last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.confirmation import confirm_section, confirm_sentences
from models.finding import Finding
from models.form import Section
from models.taken_over import untouched_count
from models.texts import paragraphs
from ui.document import Document
from ui.finding_commands import FindingCommands
from ui.pages.finding_bar import FindingBar
from ui.pages.head_form import HeadForm
from ui.pages.heading import heading
from ui.pages.page import Page
from ui.pages.text_editor import TextEditor
from ui.panels.offer_buttons import carry_out, open_menu

if TYPE_CHECKING:
    from ui.pages.page import Place


class TextPage(Page):
    """Shows and edits the text of a section; the preamble's page edits agency and year too."""

    nothing_across = "光标所在处没有认出表里的数"

    def __init__(
        self, document: Document, section: Section, commands: FindingCommands, parent: QWidget | None = None
    ) -> None:
        """Build the page of a section whose content is text."""
        super().__init__(document, section, parent)
        self._commands = commands
        self.editor = TextEditor(document, section.key, commands.offers)
        self.finding_bar = FindingBar(commands)
        self.head_form = None if section.title else HeadForm(document)
        self._count = QLabel()
        self._untouched = QLabel()
        self.sentence_button = _button("确认本句(&K)", "确认光标所在的句子；选中几句或一个数，就确认选中的（F9）")
        self.confirm_button = _button("全部确认(&M)", "本部分的文字照去年的沿用（Shift+F9）")
        self._lay_out()
        self.sentence_button.clicked.connect(self.confirm)
        self.confirm_button.clicked.connect(self.confirm_all)
        document.changed.connect(self._refresh)
        document.findings_changed.connect(self._show_finding)
        self.editor.finding_changed.connect(self._show_finding)
        self.setFocusProxy(self.editor)
        self._refresh()
        self._show_finding()

    @property
    def finding(self) -> Finding | None:
        """The finding about the words with the cursor, where they have the keyboard."""
        return self.editor.finding if self.editor.hasFocus() else None

    def counterpart(self) -> Place | None:
        """Return what is said of the tables at the cursor, wrong or right."""
        from models.statements import find_statements  # noqa: PLC0415 - slow to load, and needed for this jump alone

        finding, place = self.editor.finding, self.editor.place_of_cursor()
        if finding and finding.cells:
            return finding
        stated = (each for each in find_statements(self._document.report) if each.section == self._section.key)
        return next((each for each in stated if each.start <= place <= each.start + len(each.quote)), None)

    def finish_entry(self) -> None:
        """Take over what is being typed; running text already is."""
        if self.head_form:
            self.head_form.finish_entry()

    def show_words(self, start: int | None, words: str | None) -> None:
        """Select words of the text, or just show the editor where no words are meant."""
        if start is not None and words:
            self.editor.select(start, words)
        self.editor.setFocus()

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
        self._document.confirm(edit, "光标所在的句子没有待确认的去年内容")

    def confirm_all(self) -> None:
        """Confirm the whole text as it stands."""
        edit = confirm_section(self._document.report, self._section.key)
        self._document.confirm(edit, "这一部分没有待确认的去年内容")

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
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.finding_bar)
        layout.addWidget(self._count)

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

    def _refresh(self) -> None:
        text = self._document.report.text(self._section.key)
        lines = paragraphs(text)
        self._count.setText(f"{len(lines)} 段，{sum(len(line) for line in lines)} 字（一行一段，导出时自动缩进）")
        count = untouched_count(self._document.report, self._section)
        self._untouched.setText(f"还有 {count} 处沿用去年：灰色的句子、带下划线的数，请核对后改动或确认。")
        for widget in (self._untouched, self.sentence_button, self.confirm_button):
            widget.setVisible(bool(count))


def _button(text: str, explanation: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(explanation)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
    return button
