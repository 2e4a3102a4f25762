"""Drafting from the tables: the paragraph on applications, on reviews and suits, the sentence on fees.

Sentences of last year's report whose figures the checks recognise are the agency's own wording: their figures become
live ones of the same cells. Where none is known, the form's own sentences are written. No figure is guessed: one that
no table holds is left as a line to fill in.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.comparison import figure_of, sum_of_known
from models.draft import FIGURE, ITEMS, ITS_FIGURE, Draft, DraftSentence, cells_of
from models.form import CellName
from models.linking import one_for_each_figure
from models.live_figures import BLANK_FIGURE, LiveFigure, followed
from models.live_text import LiveText
from models.moved_years import years_moved_on
from models.report import Edit, Head, LastYear, Report
from models.statements import Statement, find_statements
from models.statements.correction import factor_of
from models.taken_over import Span, figures_in, sentences
from models.text_edits import live_text, text_edit


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft: the edit that writes it, and what last year's wording does not speak of though it is not 0."""

    edit: Edit
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _OwnSentence:
    """A sentence of last year's with its years moved on, and the same with live figures."""

    original: str
    renewed: LiveText


_Spot = tuple[int, int, LiveFigure | None]
"""Where a figure stands, and the live one that takes its place; None for a line to fill in."""


def draft_from_tables(report: Report, draft: Draft, place: int) -> Drafted:
    """Write a draft into its section's text.

    Args:
        report: the report.
        draft: one of the form's drafts.
        place: where the cursor stands; the paragraph comes behind the one it is in. Sentences of last year's that
            still stand in the text are renewed in their places instead; what is already written is not written again.
    """
    own = _own_wording(report, draft)
    text = live_text(report, draft.section)
    standing = [each for each in own if each.original in text.text]
    written = [each.renewed for each in own] or [_written(report, each) for each in draft.sentences]
    missing = [each for each in written if each.text and _as_shown(report, each) not in text.text]
    after = _renewed(text, standing) if standing else _inserted(text, missing, place)
    edit = Edit() if after == text else text_edit(report, f"起草{draft.name}", {draft.section: after})
    spoken_of = {name for each in own for figure in each.renewed.live for name in figure.cells}
    return Drafted(edit, tuple(_left_out(report, draft, spoken_of)) if spoken_of else ())


# ── the agency's own wording ────────────────────────────────────────────


def _own_wording(report: Report, draft: Draft) -> list[_OwnSentence]:
    last = report.last_year
    if last is None or last.year is None:
        return []
    years = (report.head.year or last.year + 1) - last.year
    stated = _stated(report, last)
    return [
        sentence
        for key, text in last.texts.items()
        for span in sentences(years_moved_on(text, last.year, years))
        if (sentence := _own_sentence(report, draft, years_moved_on(text, last.year, years), span, stated.get(key, [])))
    ]


def _stated(report: Report, last: LastYear) -> dict[str, list[tuple[Statement, int]]]:
    """Return by section what last year's texts state of its tables, and how many of the text's units one of them is."""
    typed = {name: value for name, value in last.cells.items() if name not in report.form.totals}
    before = Report.filled(report.form, Edit(cells=typed, texts=last.texts, head=Head(report.head.agency, last.year)))
    stated: dict[str, list[tuple[Statement, int]]] = {}
    for each in one_for_each_figure(find_statements(before)):
        stated.setdefault(each.section, []).append((each, factor_of(before, each)))
    return stated


def _own_sentence(
    report: Report, draft: Draft, text: str, span: Span, stated: list[tuple[Statement, int]]
) -> _OwnSentence | None:
    """Return a sentence with live figures where it is of this draft; years move on without changing their length."""
    inside = [(each, factor) for each, factor in stated if span.start <= each.figure_start < span.stop]
    whole = [(each, factor) for each, factor in inside if not each.is_scoped]
    tables = {report.form.table_of(name).key for each, _ in inside for name in each.cells}
    words = span.part_of(text)
    is_of_draft = bool(tables) and tables <= {*draft.tables}
    if not is_of_draft and (tables or not any(word in words for word in draft.words)):
        return None
    start = text.index(words, span.start)
    spots: list[_Spot] = [
        (each.figure_start, each.figure_stop, LiveFigure(0, 0, each.cells, factor)) for each, factor in whole
    ]
    taken = [range(first, last) for first, last, _ in spots]
    spots += [
        (each.start, each.stop, None)
        for each in figures_in(text, span)
        if not any(each.start in place for place in taken)
    ]
    return _OwnSentence(words, _with_spots(words, [(first - start, last - start, each) for first, last, each in spots]))


def _with_spots(words: str, spots: Iterable[_Spot]) -> LiveText:
    """Return words with live figures, or lines to fill in, in the place of figures."""
    text, length = LiveText(words), len(BLANK_FIGURE)
    for start, stop, figure in sorted(spots, key=lambda spot: spot[0], reverse=True):
        placed = (LiveFigure(0, length, figure.cells, figure.factor),) if figure else ()
        text = text.with_part(start, stop, LiveText(BLANK_FIGURE, placed))
    return text


def _left_out(report: Report, draft: Draft, spoken_of: set[CellName]) -> Iterator[str]:
    for sentence in draft.sentences:
        for item, cells in sentence.items.items():
            figure = _figure(report, cells)
            if figure and not spoken_of & {*cells}:
                yield item.replace(ITS_FIGURE, f" {figure.normalize():f} ")


# ── the form's sentences ────────────────────────────────────────────────


def _written(report: Report, sentence: DraftSentence) -> LiveText:
    figures = [_figure(report, cells) for cells in (*sentence.figures, *sentence.items.values())]
    year = f"{report.head.year}年" if report.head.year else "本年度"
    if all(figure == 0 for figure in figures) and figures:
        return LiveText(sentence.none.replace("{year}", year))
    text = sentence.text.replace("{year}", year).replace(ITEMS, _enumeration(report, sentence))
    found = list(FIGURE.finditer(text))
    return _with_spots(text, [(*each.span(), LiveFigure(0, 0, cells_of(each))) for each in found])


def _enumeration(report: Report, sentence: DraftSentence) -> str:
    """Return what is enumerated, each with the mark of its figure in the place where it comes."""
    items = [
        item.replace(ITS_FIGURE, f"{{{' + '.join(cells)}}}")
        for item, cells in sentence.items.items()
        if _figure(report, cells)
    ]
    return f"{sentence.lead}{'、'.join(items)}" if items else ""


def _figure(report: Report, cells: tuple[CellName, ...]) -> Decimal | None:
    return sum_of_known(figure_of(report, name) for name in cells)


# ── into the text ───────────────────────────────────────────────────────


def _as_shown(report: Report, text: LiveText) -> str:
    """Return words as they will stand in the report."""
    words, _live = followed(text.text, text.live, report.known_value)
    return words


def _renewed(text: LiveText, sentences_of_last_year: Iterable[_OwnSentence]) -> LiveText:
    for sentence in sentences_of_last_year:
        start = text.text.find(sentence.original)
        if start >= 0:
            text = text.with_part(start, start + len(sentence.original), sentence.renewed)
    return text


def _inserted(text: LiveText, written: Sequence[LiveText], place: int) -> LiveText:
    """Return a text with a paragraph more behind the one the cursor is in; the same text where nothing is written."""
    if not written:
        return text
    end = text.text.find("\n", min(place, len(text.text)))
    start = len(text.text) if end < 0 else end
    is_first = not text.text[:start].strip()
    for part in written if is_first else (LiveText("\n"), *written):
        text = text.with_part(start, start, part)
        start += len(part.text)
    return text
