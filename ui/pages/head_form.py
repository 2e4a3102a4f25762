"""Agency and year of the report, and the title they make."""

import unicodedata

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from models.new_year import FIRST_YEAR, LAST_POSSIBLE_YEAR
from models.report import Change, Edit, Head
from ui.document import Document
from ui.pages.entry_line import EntryLine


class HeadForm(QWidget):
    """Two lines to type in and the title as it will be printed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show the head of the document's report."""
        super().__init__(parent)
        self._document = document
        self.agency = EntryLine()
        self.year = EntryLine()
        self._title = QLabel()
        self.agency.setPlaceholderText("机关全称，例如：某某市人民政府")
        self.year.setPlaceholderText("四位年份")
        self.year.setMaximumWidth(120)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addRow("编制机关(&J)", self.agency)
        layout.addRow("统计年度(&N)", self.year)
        layout.addRow("题名", self._title)
        self._refresh()
        self.agency.editingFinished.connect(self.finish_entry)
        self.year.editingFinished.connect(self.finish_entry)
        document.changed.connect(self._follow_change)

    def finish_entry(self) -> None:
        """Take over both lines; a year that cannot be one is said and set back."""
        before = self._document.report.head
        year = _year_in(self.year.text())
        if year is None and self.year.text().strip():
            self._document.notice.emit(
                f"“{self.year.text()}”不是年份，请写 {FIRST_YEAR} 到 {LAST_POSSIBLE_YEAR} 之间的四位数字"
            )
            year = before.year
        head = Head(self.agency.text().strip(), year)
        if head != before:
            self._document.apply(Edit(label="修改机关和年度", head=head))
        self._refresh()

    def _follow_change(self, change: Change) -> None:
        if change.head:
            self._refresh()

    def _refresh(self) -> None:
        head = self._document.report.head
        self.agency.setText(head.agency)
        self.year.setText("" if head.year is None else str(head.year))
        self._title.setText("".join(self._document.report.title_lines))


def _year_in(text: str) -> int | None:
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("年")
    if not (plain.isascii() and plain.isdigit()):
        return None
    year = int(plain)
    return year if FIRST_YEAR <= year <= LAST_POSSIBLE_YEAR else None
