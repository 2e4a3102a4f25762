"""Marks in a text: what is still last year's, and what the checks found."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from models.finding import Severity
from models.taken_over import Span, taken_over
from ui.document import Document
from ui.grid.marks import is_about_text
from ui.pages.text_marks import Mark, TextMarks
from ui.text_units import units
from ui.theme import tones

_Underline = QTextCharFormat.UnderlineStyle


class TextHighlighter(QSyntaxHighlighter):
    """Draws last year's sentences grey and their figures underlined, and over that the marks of findings."""

    def __init__(self, parent: QTextDocument, document: Document, section: str, marks: TextMarks) -> None:
        """Mark a section's text in its editor."""
        super().__init__(parent)
        self._report = document.report
        self._section = section
        self._marks = marks

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        sentences = taken_over(self._report, self._section, text)
        self._mark(text, (each.span for each in sentences if each.is_whole), _grey)
        for sentence in sentences:
            self._mark(text, sentence.figures, _grey_and_underlined if sentence.is_whole else _underlined)
        block = self.currentBlock()
        start, stop = block.position(), block.position() + block.length() - 1
        for mark in self._marks.within(start, stop):
            self._underline(mark, max(mark.start, start) - start, min(mark.stop, stop) - start)

    def show_anew(self, marks: Iterable[Mark]) -> None:
        """Mark the paragraphs of these marks anew."""
        text = self.document()
        last = text.characterCount() - 1  # the end of the text may have been cut off since
        ends = [(text.findBlock(min(mark.start, last)), text.findBlock(min(mark.stop, last))) for mark in marks]
        numbers = {number for first, stop in ends for number in range(first.blockNumber(), stop.blockNumber() + 1)}
        for number in numbers:
            self.rehighlightBlock(text.findBlockByNumber(number))

    def _mark(self, text: str, spans: Iterable[Span], paint: Callable[[QTextCharFormat], None]) -> None:
        form = QTextCharFormat()
        paint(form)
        for span in spans:
            start, stop = units(text[: span.start]), units(text[: span.stop])
            self.setFormat(start, stop - start, form)

    def _underline(self, mark: Mark, start: int, stop: int) -> None:
        for place in range(start, stop):  # one by one: what is grey stays grey
            form = self.format(place)
            form.setUnderlineStyle(_style(mark))
            form.setUnderlineColor(_colour(mark))
            if is_about_text(mark.finding):  # the tint of the cells it disagrees with
                form.setBackground(tones().right_side)
            self.setFormat(place, 1, form)


def _grey(form: QTextCharFormat) -> None:
    form.setForeground(tones().untouched)


def _grey_and_underlined(form: QTextCharFormat) -> None:
    _grey(form)
    _underlined(form)


def _underlined(form: QTextCharFormat) -> None:
    form.setUnderlineStyle(_Underline.DashUnderline)
    form.setUnderlineColor(tones().warning)


def _style(mark: Mark) -> QTextCharFormat.UnderlineStyle:
    return _Underline.DotLine if mark.finding.severity is Severity.INFO else _Underline.WaveUnderline


def _colour(mark: Mark) -> QColor:
    colours = tones()
    by_level = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning, Severity.INFO: colours.untouched}
    return by_level[mark.finding.severity]
