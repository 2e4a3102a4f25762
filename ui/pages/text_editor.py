"""Editing one section's running text as part of the document's own undo history."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from models.finding import Finding
from models.report import Change
from models.taken_over import Span
from models.texts import clean_text
from ui.document import Document
from ui.finding_commands import Offer
from ui.pages.text_highlighter import TextHighlighter
from ui.pages.text_marks import TextMarks, marks_in
from ui.panels.offer_buttons import add_offers
from ui.text_units import characters, units

_HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_OWN_HISTORY = ("edit-undo", "edit-redo")
"""Entries of Qt's menu for a history that this editor does not keep."""
_MARGIN = 14


class TextEditor(QPlainTextEdit):
    """Plain paragraphs of one section; every change becomes an edit of the document at once."""

    finding_changed = Signal()
    """Emitted when the cursor comes to another finding, or leaves one."""

    _highlighter: TextHighlighter | None = None

    def __init__(
        self,
        document: Document,
        section: str,
        offers: Callable[[Finding], Sequence[Offer]],
        parent: QWidget | None = None,
    ) -> None:
        """Show a section's text; `offers` tells what can be done about a finding in it."""
        super().__init__(parent)
        self._report_document = document
        self._section = section
        self._offers = offers
        self._loading = False
        self._pasting = False
        self._marks = self._marks_now()
        self._finding: Finding | None = None
        self._shown_findings: list[Finding] = []
        self._findings = TextMarks(self.document())
        self._highlighter = TextHighlighter(self.document(), document, section, self._findings)
        self.setUndoRedoEnabled(False)  # one history for the whole report, kept by the document
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.setFont(font)
        self._show(document.report.text(section))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark_findings()
        self.textChanged.connect(self._take_over)
        self.cursorPositionChanged.connect(self._follow_cursor)
        document.changed.connect(self._follow_change)
        document.findings_changed.connect(self._mark_findings)
        document.settled.connect(self._mend_marks)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, whose history holds every edit of the report."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._highlighter:
            self._highlighter.rehighlight()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Refuse files: a file dropped anywhere on the window is opened."""
        return not source.hasUrls() and source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain paragraphs, whatever the source's formatting."""
        before = self._pasting
        self._pasting = True
        self.insertPlainText(clean_text(source.text()))
        self._pasting = before

    def plain_text(self) -> str:
        """Return the text as it stands; Qt's own way would turn no-break spaces into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def chosen(self) -> Span:
        """Return what is selected of the text, or where the cursor stands."""
        text, cursor = self.plain_text(), self.textCursor()
        return Span(characters(text, cursor.selectionStart()), characters(text, cursor.selectionEnd()))

    @property
    def finding(self) -> Finding | None:
        """The finding about the words the cursor is in."""
        return self._finding

    def place_of_cursor(self) -> int:
        """Return how many characters of the text stand before the cursor."""
        return characters(self.plain_text(), self.textCursor().position())

    def select(self, start: int, words: str) -> None:
        """Select words of the text where they begin at this character, or where they stand next to it since."""
        text = self.plain_text()
        if not text.startswith(words, start):
            places = [place for place in range(len(text)) if text.startswith(words, place)]
            start = min(places, key=lambda place: abs(place - start), default=-1)
        if start >= 0:
            cursor = self.textCursor()
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[: start + len(words)]), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def place_of_caret(self) -> QPoint:
        """Return where a menu about the words with the cursor opens on the screen."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip what was found about the words under the mouse, and what can be done."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._findings.at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), self._explained(mark.finding) if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of every text, with what can be done about the words under the mouse on top."""
        at_cursor = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if at_cursor else self.cursorForPosition(event.pos())
        mark = self._findings.at(cursor.position())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            action.setVisible(action.objectName() not in _OWN_HISTORY)
        if mark:
            usual = menu.actions()
            add_offers(menu, self._offers(mark.finding))
            menu.insertActions(usual[0], menu.actions()[len(usual) :])
            menu.insertSeparator(usual[0])
        menu.popup(self.place_of_caret() if at_cursor else event.globalPos())

    def _explained(self, finding: Finding) -> str:
        ways = [offer.explanation for offer in self._offers(finding) if offer.act]
        return "\n".join([finding.message, *ways])

    def _take_over(self) -> None:
        if self._loading:
            return
        text = self.plain_text()
        if self._pasting:  # a step of its own in the history
            self._report_document.paste_text(self._section, text)
        else:
            self._report_document.type_text(self._section, text)

    def _follow_change(self, change: Change) -> None:
        text = self._report_document.report.text(self._section)
        if self._section in change.sections and text != self.plain_text():
            self._show(text)
        before, self._marks = self._marks, self._marks_now()
        if before != self._marks and self._highlighter:
            self._highlighter.rehighlight()

    def _mark_findings(self) -> None:
        about = [each for each in self._report_document.findings if each.section == self._section]
        if about != self._shown_findings:  # or finding their places would delay every key in a table
            self._shown_findings = about
            self._place_marks()

    def _mend_marks(self) -> None:
        if not self._findings.is_complete:
            self._place_marks()

    def _place_marks(self) -> None:
        marks = marks_in(self._report_document.report, self._section, self._shown_findings)
        changed = self._findings.show(marks)
        if changed and self._highlighter:
            self._highlighter.show_anew(changed)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        mark = self._findings.at(self.textCursor().position())
        before, self._finding = self._finding, mark.finding if mark else None
        if before != self._finding:
            self.finding_changed.emit()

    def _marks_now(self) -> tuple[object, ...]:
        """Return all that the marks in the text follow from, but for the text itself."""
        report, section = self._report_document.report, self._section
        last = report.last_year.texts.get(section) if report.last_year else None
        return section in report.from_last_year, report.confirmed.get(section), last, report.head.year

    def _show(self, text: str) -> None:
        self._loading = True
        before = self.plain_text()
        start, end = _difference(before, text)
        cursor = self.textCursor()
        cursor.setPosition(units(before[:start]))
        cursor.setPosition(units(before[: len(before) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self.setTextCursor(cursor)
        self._loading = False


def _is_history(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _HISTORY_KEYS)


def _difference(before: str, after: str) -> tuple[int, int]:
    """Return how many characters two texts share at the start and, beyond those, at the end."""
    shortest = min(len(before), len(after))
    start = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    rest = shortest - start
    end = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return start, end
