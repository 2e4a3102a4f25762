"""Last year's text beside this year's: to read and copy from, with what differs marked in both."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QPalette, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from models.form import Section
from models.report import Change
from models.taken_over import Span
from models.text_comparison import TextComparison, compared_with_last_year
from ui.document import Document
from ui.pages.paragraph_view import ParagraphView, TopPlace
from ui.pages.text_differences import counted_as_qt
from ui.pages.text_editor import TextEditor
from ui.theme import tones

_PAUSE_MILLISECONDS = 300
"""How long nothing must be typed before the texts are compared anew."""
_NOT_ATTACHED = (
    "还没有附上去年的报告，没有可对照的文字。\n"
    "用“文件”菜单的“附上去年报告…”选去年的报告文件（Word、PDF、Excel 或网页都可以），去年的文字就显示在这里。"
)
_NO_TEXT = "去年的报告里，这一部分没有文字。"
_LEGEND = "底色加删除线：今年没有的字；本年正文里底色加下划线：去年没有的字。年份顺延不算改动。"


class LastYearPane(QWidget):
    """Follows an editor: its text, and paragraph by paragraph its scrolling."""

    def __init__(self, document: Document, section: Section, editor: TextEditor) -> None:
        """Show what a section said last year."""
        super().__init__()
        self._document, self._section, self._editor = document, section.key, editor
        self._comparison = TextComparison((), (), ())
        self._following = False
        self._heading = QLabel()
        self._legend = QLabel(_LEGEND)
        self.text = _LastYearText(self)
        self.nothing = QLabel()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.compare)
        document.changed.connect(self._follow_change)
        editor.verticalScrollBar().valueChanged.connect(lambda: self._scroll_along(editor, self.text))
        self.text.verticalScrollBar().valueChanged.connect(lambda: self._scroll_along(self.text, editor))
        editor.cursorPositionChanged.connect(self._follow_cursor)

    def show_beside(self, *, on: bool) -> None:
        """Stand beside the editor, or leave it alone without a mark."""
        self.setVisible(on)
        if on:
            self._reload()
        else:
            self._pause.stop()
            self._editor.show_differences(())

    def compare(self) -> None:
        """Mark what differs between the texts as they stand."""
        self._pause.stop()
        is_known = bool(self.text.plain_text())
        report = self._document.report
        self._comparison = compared_with_last_year(report, self._section) if is_known else TextComparison((), (), ())
        self.text.strike_out(counted_as_qt(self.text.plain_text(), self._comparison.removed))
        self._editor.show_differences(self._comparison.added)
        self._scroll_along(self._editor, self.text)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up at the paragraph that this year's text is at."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._scroll_along(self._editor, self.text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.compare()

    def _lay_out(self) -> None:
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        for label in (self.nothing, self._legend):
            label.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self._legend)

    def _reload(self) -> None:
        last = self._document.report.last_year
        text = last.texts.get(self._section, "") if last else ""
        year = f" {last.year} 年" if last and last.year else ""
        self._heading.setText(f"去年{year}报告")
        self.text.setAccessibleName(f"去年{year}报告的文字，只读")
        self.text.replace(Span(0, len(self.text.plain_text())), text)
        self.nothing.setText(_NO_TEXT if last else _NOT_ATTACHED)
        self._heading.setVisible(bool(last))
        for widget in (self.text, self._legend):
            widget.setVisible(bool(text))
        self.nothing.setVisible(not text)
        self.compare()

    def _follow_change(self, change: Change) -> None:
        if self.isHidden():
            return
        if change.last_year or change.head:
            self._reload()
        elif self._section in change.sections:
            self._pause.start()

    # ── scrolling along ─────────────────────────────────────────────────

    def _scroll_along(self, leader: ParagraphView, follower: ParagraphView) -> None:
        if self._following or self.isHidden():
            return
        self._following = True
        bar, other = leader.verticalScrollBar(), follower.verticalScrollBar()
        if bar.value() >= bar.maximum() > 0:
            other.setValue(other.maximum())
        else:
            place = leader.top_place()
            follower.scroll_to(TopPlace(self._counterpart(place.paragraph, follower), place.share))
        self._following = False

    def _follow_cursor(self) -> None:
        """Have last year's paragraph in view where this year's alone had no need to scroll."""
        if self.isVisible() and self._comparison.pairs and not self._following:
            number = self._counterpart(self._editor.textCursor().blockNumber(), self.text)
            if not self.text.is_in_view(self.text.document().findBlockByNumber(number)):
                self._following = True
                self.text.scroll_to(TopPlace(number, 0))
                self._following = False

    def _counterpart(self, paragraph: int, other: ParagraphView) -> int:
        """Return the paragraph of the other text that belongs to one, or to the last before it that has such."""
        pairs = [(then, now) for then, now in self._comparison.pairs if then is not None and now is not None]
        numbers = {now: then for then, now in pairs} if other is self.text else dict(pairs)
        return next((numbers[each] for each in range(paragraph, -1, -1) if each in numbers), 0)


class _LastYearText(ParagraphView):
    """Last year's text: to be read, selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as plain text."""
        chosen, mime = self.chosen(), QMimeData()
        mime.setText(self.plain_text()[chosen.start : chosen.stop])
        return mime

    def strike_out(self, parts: Iterable[Span]) -> None:
        """Mark these parts, counted as Qt counts, as what this year's text has not."""
        form = QTextCharFormat()
        form.setBackground(tones().removed)
        form.setFontStrikeOut(True)
        marks = []
        for part in parts:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(part.start)
            mark.cursor.setPosition(part.stop, QTextCursor.MoveMode.KeepAnchor)
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)
