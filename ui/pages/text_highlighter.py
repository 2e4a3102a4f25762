"""Marks in a text: its headings, what is still last year's, what is new, and what the checks found."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from models.finding import Severity
from models.outline import outline_line
from models.taken_over import Span, taken_over
from ui.document import Document
from ui.grid.marks import is_about_text
from ui.pages.text_differences import TextDifferences
from ui.pages.text_marks import Mark, TextMarks
from ui.text_units import units
from ui.theme import tones

_Underline = QTextCharFormat.UnderlineStyle
Paint = Callable[[QTextCharFormat], None]

_SECONDS, _AT_ONCE = 0.006, 8
"""How long the window may be kept from its work by marking paragraphs, and after how many the clock is looked at."""

_SUBHEADING = 2
"""The level of （一）."""

_KAI = ("楷体_GB2312", "楷体", "KaiTi", "STKaiti", "方正楷体_GBK", "方正楷体_GB2312", "AR PL UKai CN", "FandolKai")
"""The fonts in which （一） is printed, of the usual schemes and systems; the first there is is taken."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A part of a paragraph, counted as Qt counts, and how it is drawn over what is below."""

    start: int
    stop: int
    paint: Paint


class TextHighlighter(QSyntaxHighlighter):
    """Draws headings as they print, last year's sentences grey, what is new tinted; over that marks of findings."""

    def __init__(
        self,
        parent: QTextDocument,
        document: Document,
        section: str,
        marks: TextMarks,
        differences: TextDifferences,
    ) -> None:
        """Mark a section's text in its editor."""
        super().__init__(parent)
        self._report = document.report
        self._section = section
        self._marks = marks
        self._differences = differences
        self.first_in_view: Callable[[], int] = lambda: 0
        """Tells the number of the paragraph at the top of what is seen; those from there on are marked first."""
        self._waiting: list[int] = []
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._go_on)
        parent.blockCountChanged.connect(self._count_anew)

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        layers = [*_headings(text), *self._added(), *self._untouched(text), *self._found()]
        edges = sorted({edge for each in layers for edge in (each.start, each.stop)})
        for start, stop in pairwise(edges):
            form = QTextCharFormat()
            for layer in layers:
                if layer.start <= start and stop <= layer.stop:
                    layer.paint(form)
            self.setFormat(start, stop - start, form)

    def show_anew(self, marks: Iterable[Mark | Span]) -> None:
        """Mark the paragraphs of these marks or parts anew."""
        text = self.document()
        last = text.characterCount() - 1  # the end of the text may have been cut off since
        ends = [(text.findBlock(min(mark.start, last)), text.findBlock(min(mark.stop, last))) for mark in marks]
        self._go_through({n for first, stop in ends for n in range(first.blockNumber(), stop.blockNumber() + 1)})

    def show_all_anew(self) -> None:
        """Mark every paragraph anew."""
        self._go_through(range(self.document().blockCount()))

    def _go_through(self, paragraphs: Iterable[int]) -> None:
        """Mark paragraphs anew, from the first in view on; of a long text only as many at a time as delay no key."""
        first = self.first_in_view()
        self._waiting = sorted({*self._waiting, *paragraphs}, key=lambda number: (number >= first, -number))
        self._go_on()

    def _go_on(self) -> None:
        end = perf_counter() + _SECONDS
        while self._waiting and perf_counter() < end:
            for _paragraph in range(min(_AT_ONCE, len(self._waiting))):
                self.rehighlightBlock(self.document().findBlockByNumber(self._waiting.pop()))
        if self._waiting:
            self._rest.start()

    def _count_anew(self, count: int) -> None:
        """Begin again where paragraphs came or went: their numbers are others now."""
        if self._waiting:
            self._waiting = list(range(count - 1, -1, -1))

    def _added(self) -> Iterator[_Layer]:
        first, last = self._bounds()
        for part in self._differences.within(first, last):
            yield _Layer(part.start - first, part.stop - first, _new)

    def _untouched(self, text: str) -> Iterator[_Layer]:
        for sentence in taken_over(self._report, self._section, text):
            if sentence.is_whole:
                yield _layer(text, sentence.span, _grey)
            for figure in sentence.figures:
                yield _layer(text, figure, _underlined)

    def _found(self) -> Iterator[_Layer]:
        first, last = self._bounds()
        for mark in self._marks.within(first, last):
            yield _Layer(max(mark.start, first) - first, min(mark.stop, last) - first, partial(_mark, mark))

    def _bounds(self) -> tuple[int, int]:
        """Return where the paragraph begins and ends."""
        block = self.currentBlock()
        return block.position(), block.position() + block.length() - 1


def _headings(text: str) -> Iterator[_Layer]:
    """Yield the words that print in a font of their own, （一） and its heading; those below it print like text."""
    words = text.strip()
    line = outline_line(words)
    if line.level == _SUBHEADING:
        start = text.index(words)
        yield _layer(text, Span(start, start + len(line.heading)), _heading)


def _layer(text: str, span: Span, paint: Paint) -> _Layer:
    return _Layer(units(text[: span.start]), units(text[: span.stop]), paint)


def _heading(form: QTextCharFormat) -> None:
    form.setFontFamilies(list(_KAI))
    form.setFontWeight(QFont.Weight.Bold)  # which tells it where there is no such font


def _new(form: QTextCharFormat) -> None:
    form.setBackground(tones().added)
    form.setUnderlineStyle(_Underline.SingleUnderline)
    form.setUnderlineColor(tones().good)


def _grey(form: QTextCharFormat) -> None:
    form.setForeground(tones().untouched)


def _underlined(form: QTextCharFormat) -> None:
    form.setUnderlineStyle(_Underline.DashUnderline)
    form.setUnderlineColor(tones().warning)


def _mark(mark: Mark, form: QTextCharFormat) -> None:
    form.setUnderlineStyle(_style(mark))
    form.setUnderlineColor(_colour(mark))
    if is_about_text(mark.finding):  # the tint of the cells it disagrees with
        form.setBackground(tones().right_side)


def _style(mark: Mark) -> QTextCharFormat.UnderlineStyle:
    return _Underline.DotLine if mark.finding.severity is Severity.INFO else _Underline.WaveUnderline


def _colour(mark: Mark) -> QColor:
    colours = tones()
    by_level = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning, Severity.INFO: colours.untouched}
    return by_level[mark.finding.severity]
