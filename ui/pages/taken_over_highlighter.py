"""Marks in a text what is still last year's: its sentences grey, the figures in them underlined."""

from collections.abc import Callable

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from models.taken_over import Span, figures_in, taken_over
from ui.document import Document
from ui.text_units import units
from ui.theme import tones


class TakenOverHighlighter(QSyntaxHighlighter):
    """Follows one section's text for as long as the report marks it as last year's."""

    def __init__(self, parent: QTextDocument, document: Document, section: str) -> None:
        """Mark a section's text in its editor."""
        super().__init__(parent)
        self._report = document.report
        self._section = section

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        if self._section not in self._report.from_last_year:
            return
        sentences = taken_over(self._section, text, self._report.last_year)
        self._mark(text, sentences, lambda form: form.setForeground(tones().untouched))
        self._mark(text, figures_in(text, sentences), _underline)

    def _mark(self, text: str, spans: tuple[Span, ...], paint: Callable[[QTextCharFormat], None]) -> None:
        form = QTextCharFormat()
        form.setForeground(tones().untouched)
        paint(form)
        for span in spans:
            start, stop = units(text[: span.start]), units(text[: span.stop])
            self.setFormat(start, stop - start, form)


def _underline(form: QTextCharFormat) -> None:
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    form.setUnderlineColor(tones().warning)
