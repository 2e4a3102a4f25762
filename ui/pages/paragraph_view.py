"""Plain paragraphs of running text with the indent that they will print with, one history for the whole report."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from models.taken_over import Span
from ui.text_units import characters, units

_LINE_BREAK = QKeySequence.StandardKey.InsertLineSeparator
_HISTORY_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MARGIN = 14
_ENLARGED = 1.15
_INDENT = 2
"""Characters by which the first line of a paragraph is indented (GB/T 9704—2012, 7.3.3)."""


@dataclass(frozen=True, slots=True)
class TopPlace:
    """What stands at the upper edge of a view: a paragraph, counted from 0, and how much of it is above."""

    paragraph: int
    share: float


class ParagraphView(QTextEdit):
    """Shows a text, one paragraph a line; the indent is the paragraph's own, no spaces are in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a text."""
        super().__init__(parent)
        self.setUndoRedoEnabled(False)  # one history for the whole report, kept by the document
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _ENLARGED)
        self.setFont(font)
        self._indent()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, whose history holds every edit of the report."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a paragraph also where Qt would break the line within one: a report has paragraphs alone."""
        if event.matches(_LINE_BREAK):
            event = QKeyEvent(event.type(), Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, event.text())
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._indent()

    # ── the text ────────────────────────────────────────────────────────

    def plain_text(self) -> str:
        """Return the text as it stands; Qt's own way would turn no-break spaces into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def replace(self, place: Span, words: str) -> QTextCursor:
        """Put words in the place of a part of the text, the cursor elsewhere left where it is; return their end."""
        text = self.plain_text()
        cursor = QTextCursor(self.document())
        start = units(text[: place.start])
        cursor.setPosition(start)
        cursor.setPosition(start + units(text[place.start : place.stop]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        return cursor

    def chosen(self) -> Span:
        """Return what is selected of the text, or where the cursor stands."""
        text, cursor = self.plain_text(), self.textCursor()
        return Span(characters(text, cursor.selectionStart()), characters(text, cursor.selectionEnd()))

    def place_of_cursor(self) -> int:
        """Return how many characters of the text stand before the cursor."""
        return characters(self.plain_text(), self.textCursor().position())

    def choose(self, place: Span) -> None:
        """Select a part of the text, or put the cursor there, and bring it into view."""
        text, cursor = self.plain_text(), self.textCursor()
        cursor.setPosition(units(text[: place.start]))
        cursor.setPosition(units(text[: place.stop]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def select(self, start: int, words: str) -> None:
        """Select words of the text where they begin at this character, or where they stand next to it since."""
        text = self.plain_text()
        if not text.startswith(words, start):
            places = [place for place in range(len(text)) if text.startswith(words, place)]
            start = min(places, key=lambda place: abs(place - start), default=-1)
        if start >= 0:
            self.choose(Span(start, start + len(words)))

    # ── what is in view ─────────────────────────────────────────────────

    def place_of_caret(self) -> QPoint:
        """Return where a menu about the words with the cursor opens on the screen."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def offset(self) -> QPointF:
        """Return how far the text is scrolled."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def places_in_view(self) -> tuple[int, int]:
        """Return the first and the last place of the text that can be seen, counted as Qt counts."""
        corners = self.viewport().rect()
        first, last = (self.cursorForPosition(point).position() for point in (corners.topLeft(), corners.bottomRight()))
        return first, last

    def top_place(self) -> TopPlace:
        """Return what stands at the upper edge."""
        block = self.cursorForPosition(QPoint(_MARGIN, 0)).block()
        bounds = self.document().documentLayout().blockBoundingRect(block)
        above = (self.offset().y() - bounds.top()) / max(bounds.height(), 1)
        return TopPlace(block.blockNumber(), min(max(above, 0), 1))

    def scroll_to(self, place: TopPlace) -> None:
        """Bring a place to the upper edge."""
        block = self.document().findBlockByNumber(place.paragraph)
        bounds = self.document().documentLayout().blockBoundingRect(block)
        self.verticalScrollBar().setValue(round(bounds.top() + place.share * bounds.height()))

    def is_in_view(self, block: QTextBlock) -> bool:
        """Tell whether the beginning of a paragraph can be seen."""
        top = self.document().documentLayout().blockBoundingRect(block).top() - self.offset().y()
        return 0 <= top < self.viewport().height()

    def _indent(self) -> None:
        """Indent every paragraph; those that come later take it from the one before."""
        indent = _INDENT * self.fontMetrics().horizontalAdvance("字")
        if self.document().firstBlock().blockFormat().textIndent() != indent:
            form = QTextBlockFormat()
            form.setTextIndent(indent)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(form)


def _is_history(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _HISTORY_KEYS)
