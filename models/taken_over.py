"""What of a report is still last year's: sentences word by word, figures nobody has looked at yet, cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from models.form import Content, Section
from models.moved_years import years_moved_on
from models.punctuation import in_full_width
from models.report import LastYear, Report

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_CLAUSE = re.compile(r"(?:[^，、；：。！？（）()\n]|(?<=\d)，(?=\d))+")
"""What stands between two punctuation marks; a comma between digits separates thousands."""
_FIGURE = re.compile(r"(?<![\d.〔\[])\d[\d,，]*(?:\.\d+)?%?(?![\d〕\]年月日号])(?!\s*[年月日号])")
"""A number that may be this year's or last year's: no date, no number of a document."""

_DASH = "[-‐‑–—－]"
_LOCAL = rf"\d{{7,8}}(?:\s*(?:{_DASH}|转)\s*\d{{1,6}})?"
_CONTACT = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+[@＠][A-Za-z0-9_.-]+|(?:https?://|www\.)[!-~]+"
    rf"|(?<!\d)(?:0\d{{2,3}}\s*{_DASH}|[（(]0\d{{2,3}}[）)])\s*{_LOCAL}(?:\s*[、/]\s*{_LOCAL})*(?!\d)"
    r"|(?:电\s*话|传\s*真|热\s*线|手\s*机)(?:号码)?[为是:：\s]*\d[\d\s、/-]{4,}\d(?!\d|\s*[件次个条人万])"
    r"|(?<!\d)12345(?=\D{0,8}(?:热线|平台))|(?:邮\s*编|邮\s*政\s*编\s*码)[为是:：\s]*\d{6}(?!\d)"
)
"""How an authority is reached: e-mail, page, telephone, postcode; no figures of a year."""


@dataclass(frozen=True)
class Span:
    """A part of a text: its first character, and the one after its last."""

    start: int
    stop: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether both have a character in common."""
        return self.start < other.stop and other.start < self.stop

    def touches(self, other: "Span") -> bool:
        """Tell whether both have a character or an edge in common."""
        return self.start <= other.stop and other.start <= self.stop

    def part_of(self, text: str) -> str:
        """Return the part of a text without the white space around it."""
        return text[self.start : self.stop].strip()


@dataclass(frozen=True)
class Sentence:
    """A sentence that still owes something to last year.

    Args:
        span: where it stands.
        is_whole: whether it is last year's word by word; else the clerk has changed a part of it.
        figures: the figures in clauses that are last year's and not confirmed.
    """

    span: Span
    is_whole: bool
    figures: tuple[Span, ...]


def taken_over(
    report: Report, section: str, text: str, confirmed: frozenset[str] | None = None
) -> tuple[Sentence, ...]:
    """Return the sentences of a text that are last year's, or hold figures of it; none where all is touched.

    A sentence is last year's as a whole until it is changed or all its clauses are confirmed, a figure until
    its clause is. Years count as moved on, and a half-width mark as the full-width one.

    Args:
        report: the report whose marks and last year's texts count.
        section: the section the text belongs to.
        text: the section's text, or one as it may become; or a paragraph of it.
        confirmed: the clauses that are confirmed; those of the report where None.
    """
    if section not in report.from_last_year or report.last_year is None:
        return ()
    if confirmed is None:
        confirmed = report.confirmed.get(section, frozenset())
    return _left_in(text, _last_years(section, report.last_year, report.head.year), confirmed)


def still_last_years(report: Report, texts: Mapping[str, str]) -> frozenset[str]:
    """Return those sections that still hold something of last year's once they have these texts."""
    return frozenset(section for section, text in texts.items() if any(_by_paragraph(report, section, text)))


def untouched_count(report: Report, section: Section) -> int:
    """Return how many places of a section are still last year's: cells of its table, sentences of its text."""
    if section.content is Content.TABLE:
        return sum(name in report.from_last_year for name in report.form.table(section.key).cells)
    if section.key not in report.from_last_year:
        return 0
    left = _by_paragraph(report, section.key, report.text(section.key))
    return sum(map(len, left)) or 1  # where last year's text is not known


def _by_paragraph(report: Report, section: str, text: str) -> Iterator[tuple[Sentence, ...]]:
    """Yield the same as `taken_over` for each paragraph on its own: a key changes one, the others are remembered."""
    for paragraph in text.split("\n"):
        yield taken_over(report, section, paragraph)


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text; white space alone is none."""
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield Span(*match.span())


def figures_in(text: str, span: Span) -> Iterator[Span]:
    """Yield the numbers of a part of a text that may be last year's or this year's.

    Dates, documents' numbers and what an authority is reached by are none.
    """
    for match in _FIGURE.finditer(text, span.start, span.stop):
        if not any(each.start <= match.start() < each.stop for each in _contacts(text)):
            yield Span(*match.span())


@lru_cache(maxsize=16)
def _contacts(text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _CONTACT.finditer(text))


def clauses(text: str, span: Span) -> Iterator[Span]:
    """Yield the clauses of a sentence; a figure and what it counts stand in one."""
    for match in _CLAUSE.finditer(text, span.start, span.stop):
        if match[0].strip():
            yield Span(*match.span())


@dataclass(frozen=True)
class _LastYears:
    """The sentences and clauses of last year's text, their years moved on."""

    sentences: frozenset[str]
    clauses: frozenset[str]


def _last_years(section: str, last_year: LastYear, year: int | None) -> _LastYears:
    last = last_year.texts.get(section, "")
    gap = 1 if last_year.year is None or year is None else max(year - last_year.year, 1)
    return _parts_of(last, last_year.year, frozenset([1, gap]))  # the clerk may set another year afterwards


@lru_cache(maxsize=16)
def _parts_of(last: str, year: int | None, steps: frozenset[int]) -> _LastYears:
    plain = in_full_width(last)
    texts = [plain if year is None else years_moved_on(plain, year, by) for by in steps]
    whole = [(text, span) for text in texts for span in sentences(text)]
    parts = [clause.part_of(text) for text, span in whole for clause in clauses(text, span)]
    return _LastYears(frozenset(span.part_of(text) for text, span in whole), frozenset(parts))


@lru_cache(maxsize=4096)
def _left_in(text: str, last: _LastYears, confirmed: frozenset[str]) -> tuple[Sentence, ...]:
    plain, done = in_full_width(text), frozenset(part for each in confirmed for part in _clauses_of(each))
    all_sentences = (_sentence(plain, span, last, done) for span in sentences(plain))
    return tuple(each for each in all_sentences if each.is_whole or each.figures)


def _clauses_of(confirmed: str) -> Iterator[str]:
    """Yield the clauses of what was confirmed as one, as it may have been before its marks were full-width ones."""
    plain = in_full_width(confirmed)
    return (clause.part_of(plain) for clause in clauses(plain, Span(0, len(plain))))


def _sentence(text: str, span: Span, last: _LastYears, confirmed: frozenset[str]) -> Sentence:
    left = [clause for clause in clauses(text, span) if clause.part_of(text) not in confirmed]
    known = [clause for clause in left if clause.part_of(text) in last.clauses]
    figures = [figure for each in known for figure in figures_in(text, each)]
    return Sentence(span, bool(left) and span.part_of(text) in last.sentences, tuple(figures))
