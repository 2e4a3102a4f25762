"""Agency, year and date of the report, and the title they make."""

import unicodedata
from datetime import date

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from models.dates import read_date, written_date
from models.new_year import FIRST_YEAR, LAST_POSSIBLE_YEAR
from models.report import Change, Edit, Head
from ui.document import Document
from ui.pages.entry_line import EntryLine


class HeadForm(QWidget):
    """Three lines to type in and the title as it will be printed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show the head of the document's report."""
        super().__init__(parent)
        self._document = document
        self.agency = EntryLine()
        self.year = EntryLine()
        self.signed_on = EntryLine()
        self._title = QLabel()
        self.agency.setPlaceholderText("机关全称，例如：某某市人民政府")
        self.year.setPlaceholderText("四位年份")
        self.year.setMaximumWidth(120)
        self.signed_on.setPlaceholderText("例如：2025年1月20日")
        self.signed_on.setMaximumWidth(180)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addRow("编制机关(&J)", self.agency)
        layout.addRow("统计年度(&N)", self.year)
        layout.addRow("成文日期(&D)", self.signed_on)
        layout.addRow("题名", self._title)
        self.setFocusProxy(self.agency)
        self._refresh()
        for line in (self.agency, self.year, self.signed_on):
            line.editingFinished.connect(self.finish_entry)
        document.changed.connect(self._follow_change)

    def finish_entry(self) -> None:
        """Take over the lines; a year or date that cannot be one is said and set back."""
        before = self._document.report.head
        head = Head(self.agency.text().strip(), self._typed_year(before), self._typed_date(before))
        if head != before:
            self._document.apply(Edit(label="修改机关、年度和日期", head=head))
        self._refresh()

    def _typed_year(self, before: Head) -> int | None:
        text = self.year.text()
        year = _year_in(text)
        if year is None and text.strip():
            self._document.notice.emit(f"“{text}”不是年份，请写 {FIRST_YEAR} 到 {LAST_POSSIBLE_YEAR} 之间的四位数字")
            return before.year
        return year

    def _typed_date(self, before: Head) -> date | None:
        text = self.signed_on.text()
        day = read_date(text)
        if day is None and text.strip():
            self._document.notice.emit(f"“{text}”不是日期，请写成 2025年1月20日 这样的形式，还没有定就空着")
            return before.signed_on
        return day

    def _follow_change(self, change: Change) -> None:
        if change.head:
            self._refresh()

    def _refresh(self) -> None:
        head = self._document.report.head
        self.agency.setText(head.agency)
        self.year.setText("" if head.year is None else str(head.year))
        self.signed_on.setText("" if head.signed_on is None else written_date(head.signed_on))
        self._title.setText("".join(self._document.report.title_lines))


def _year_in(text: str) -> int | None:
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("年")
    if not (plain.isascii() and plain.isdigit()):
        return None
    year = int(plain)
    return year if FIRST_YEAR <= year <= LAST_POSSIBLE_YEAR else None
