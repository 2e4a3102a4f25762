"""Which sentences of a section are still last year's, and which figures in them nobody has looked at yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.moved_years import years_moved_on
from models.report import LastYear

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_FIGURE = re.compile(r"(?<![\d.〔\[])\d[\d,，]*(?:\.\d+)?%?(?![\d〕\]年月日号])(?!\s*[年月日号])")
"""A number that may be this year's or last year's: no date, no number of a document."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: its first character, and the one after its last."""

    start: int
    stop: int


def taken_over(section: str, text: str, last_year: LastYear | None) -> tuple[Span, ...]:
    """Return the sentences of a section's text that stand in last year's, its years moved on, word by word."""
    known = set(_last_years(section, last_year))
    return tuple(span for span in _sentences(text) if text[span.start : span.stop].strip() in known)


def figures_in(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the figures within some sentences of a text; dates and document numbers are none."""
    return tuple(
        Span(match.start(), match.end()) for span in spans for match in _FIGURE.finditer(text, span.start, span.stop)
    )


def _last_years(section: str, last_year: LastYear | None) -> Iterator[str]:
    if last_year is not None:
        text = last_year.texts.get(section, "")
        moved = text if last_year.year is None else years_moved_on(text, last_year.year)
        yield from (moved[span.start : span.stop].strip() for span in _sentences(moved))


def _sentences(text: str) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield Span(match.start(), match.end())
