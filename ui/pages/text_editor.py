"""Editing one section's running text as part of the document's own undo history."""

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.report import Change
from models.texts import clean_text
from ui.document import Document
from ui.pages.taken_over_highlighter import TakenOverHighlighter
from ui.text_units import units

_HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MARGIN = 14


class TextEditor(QPlainTextEdit):
    """Plain paragraphs of one section; every change becomes an edit of the document at once."""

    _highlighter: TakenOverHighlighter | None = None

    def __init__(self, document: Document, section: str, parent: QWidget | None = None) -> None:
        """Show a section's text."""
        super().__init__(parent)
        self._report_document = document
        self._section = section
        self._loading = False
        self._pasting = False
        self._marked = section in document.report.from_last_year
        self._highlighter = TakenOverHighlighter(self.document(), document, section)
        self.setUndoRedoEnabled(False)  # one history for the whole report, kept by the document
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.setFont(font)
        self._show(document.report.text(section))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.textChanged.connect(self._take_over)
        document.changed.connect(self._follow_change)

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

    def _take_over(self) -> None:
        if self._loading:
            return
        text = self.plain_text()
        if self._pasting:  # a step of its own in the history
            self._report_document.paste_text(self._section, text)
        else:
            self._report_document.type_text(self._section, text)

    def _follow_change(self, change: Change) -> None:
        if self._section not in change.sections:
            return
        text = self._report_document.report.text(self._section)
        if text != self.plain_text():
            self._show(text)
        if (self._section in self._report_document.report.from_last_year) is not self._marked:
            self._marked = not self._marked
            if self._highlighter:
                self._highlighter.rehighlight()

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
