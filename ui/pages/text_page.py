"""A page with one section's running text, and what it still owes to last year."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.form import CellName, Section
from models.report import Edit
from models.texts import paragraphs
from ui.document import Document
from ui.pages.head_form import HeadForm
from ui.pages.heading import heading
from ui.pages.text_editor import TextEditor


class TextPage(QWidget):
    """Shows and edits the text of a section; the preamble's page edits agency and year too."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Build the page of a section whose content is text."""
        super().__init__(parent)
        self._document = document
        self._section = section
        self.editor = TextEditor(document, section.key)
        self.head_form = None if section.title else HeadForm(document)
        self._count = QLabel()
        self._untouched = QLabel("灰色为沿用去年的句子，带下划线的数请逐一核对；改动过的句子不再标灰。")
        self.confirm_button = QPushButton("确认沿用(&K)")
        self._lay_out()
        self.confirm_button.clicked.connect(self._confirm)
        document.changed.connect(self._refresh)
        self.setFocusProxy(self.editor)
        self._refresh()

    def finish_entry(self) -> None:
        """Take over what is being typed; running text already is."""
        if self.head_form:
            self.head_form.finish_entry()

    def show_cell(self, _name: CellName) -> None:
        """Show the editor; a text page has no cells."""
        self.editor.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.addWidget(heading(self._section.title or self._section.name))
        if self.head_form:
            layout.addWidget(self.head_form)
            layout.addWidget(QLabel("前言（题名之下、第一部分之前的文字，可以不写）"))
        notice = QHBoxLayout()
        notice.addWidget(self._untouched, 1)
        notice.addWidget(self.confirm_button)
        layout.addLayout(notice)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self._count)

    def _confirm(self) -> None:
        text = self._document.report.text(self._section.key)
        self._document.apply(Edit(label=f"确认沿用{self._section.name}", texts={self._section.key: text}))

    def _refresh(self) -> None:
        text = self._document.report.text(self._section.key)
        lines = paragraphs(text)
        self._count.setText(f"{len(lines)} 段，{sum(len(line) for line in lines)} 字（一行一段，导出时自动缩进）")
        taken_over = self._section.key in self._document.report.from_last_year
        self._untouched.setVisible(taken_over)
        self.confirm_button.setVisible(taken_over)
