"""Live figures of a text, drawn as small chips behind their numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QTextBlock

from models.live_figures import LiveFigure, LiveFigures
from models.taken_over import Span
from ui.pages.paragraph_view import ParagraphView
from ui.pages.text_differences import counted_as_qt
from ui.theme import tones

_BESIDE, _ABOVE, _CORNER = 1.5, 1.0, 4.0
"""Pixels that a chip is larger than its number, and the radius of its corners."""


class TextChips:
    """Knows where in a view the live figures stand, and draws their grounds before the text is written over them."""

    def __init__(self, view: ParagraphView) -> None:
        """Draw in a view."""
        self._view = view
        self._figures: Sequence[tuple[LiveFigure, Span]] = ()
        self._stops: Sequence[int] = ()

    def show(self, text: str, figures: LiveFigures) -> bool:
        """Take these live figures of the text in place of those before; tell whether that is news."""
        before = self._figures
        places = counted_as_qt(text, (Span(each.start, each.stop) for each in figures))
        self._figures = tuple(zip(figures, places, strict=True))
        self._stops = [place.stop for place in places]
        return before != self._figures

    def at(self, place: int) -> LiveFigure | None:
        """Return the live figure at a place, counted as Qt counts; None where there is none."""
        near = self._figures[bisect_left(self._stops, place) :][:1]
        return next((figure for figure, span in near if span.start <= place), None)

    def paint(self, painter: QPainter) -> None:
        """Draw the grounds of those in view."""
        colours = tones()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._view.palette().color(QPalette.ColorRole.Link), 1, Qt.PenStyle.SolidLine))
        painter.setBrush(colours.live)
        for rect in self.rects():
            painter.drawRoundedRect(rect, _CORNER, _CORNER)

    def rects(self) -> Iterator[QRectF]:
        """Yield the grounds of those in view, in its coordinates."""
        first, last = self._view.places_in_view()
        for _figure, span in self._figures[bisect_left(self._stops, first) :]:
            if span.start > last:
                return
            yield from self._grounds(self._view.document().findBlock(span.start), span)

    def _grounds(self, block: QTextBlock, span: Span) -> Iterator[QRectF]:
        layout = block.layout()
        start, stop = (_with_preedit(block, place - block.position()) for place in (span.start, span.stop))
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(stop, line.textStart() + line.textLength())
            if first < last:
                left, right = (line.cursorToX(place)[0] for place in (first, last))  # type: ignore[index]  # PySide returns a pair
                ground = QRectF(left, line.y(), right - left, line.height())
                ground.translate(layout.position() - self._view.offset())
                yield ground.adjusted(-_BESIDE, _ABOVE, _BESIDE, -_ABOVE)


def _with_preedit(block: QTextBlock, place: int) -> int:
    """Return where a place of a paragraph is laid out while an input method composes words before it."""
    layout = block.layout()
    return place + (len(layout.preeditAreaText()) if 0 <= layout.preeditAreaPosition() <= place else 0)
