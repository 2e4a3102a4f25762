"""Confirming as it stands what is last year's: cells, sentences, a whole section; each is one edit.

An edit that names nothing says that there is nothing to confirm.
"""

from collections.abc import Iterable, Iterator, Sequence

from models.form import CellName, Content
from models.punctuation import in_full_width
from models.report import Edit, Report
from models.taken_over import Span, clauses, sentences, taken_over


def confirm_cells(report: Report, names: Iterable[CellName]) -> Edit:
    """Return the edit that makes those of some figures that are last year's this year's as they stand."""
    chosen = [name for name in names if name in report.from_last_year]
    what = f"{len(chosen)} 格" if len(chosen) > 1 else "".join(report.form.cells[name].title for name in chosen)
    return Edit(label=f"确认沿用 {what}", cells={name: report.value(name) for name in chosen})


def confirm_section(report: Report, key: str) -> Edit:
    """Return the edit that confirms all of a section, the figures of a table or the whole text."""
    section = report.form.section(key)
    if section.content is Content.TABLE:
        return confirm_cells(report, report.form.table(key).typed_cells)
    texts = {key: report.text(key)} if key in report.from_last_year else {}
    return Edit(label=f"确认沿用{section.name}", texts=texts)


def confirm_sentences(report: Report, section: str, chosen: Span) -> Edit:
    """Return the edit that confirms the sentence a cursor stands in, or what is selected of a text.

    Args:
        report: the report.
        section: a section that is running text.
        chosen: the selection, of no length where there is only a cursor. Where it lies within one sentence and
            marks a figure there, it means the clauses it touches; else every sentence it touches.
    """
    text = report.text(section)
    before = taken_over(report, section, text)
    figures = [figure for sentence in before for figure in sentence.figures]
    held = report.confirmed.get(section, frozenset())
    plain = in_full_width(text)
    confirmed = held | {clause.part_of(plain) for clause in _chosen_clauses(plain, chosen, figures)}
    after = taken_over(report, section, text, confirmed)
    if before == after:
        return Edit()
    return Edit(
        label=f"确认沿用{report.form.section(section).name}",
        texts={section: text},
        still_last_years=frozenset([section] if after else []),
        confirmed={section: confirmed},
    )


def _chosen_clauses(text: str, chosen: Span, figures: Sequence[Span]) -> Iterator[Span]:
    for sentence in _chosen_sentences(text, chosen):
        parts = list(clauses(text, sentence))
        inside = sentence.start <= chosen.start < chosen.stop <= sentence.stop
        near = [part for part in parts if inside and part.overlaps(chosen)]
        yield from near if any(part.overlaps(figure) for part in near for figure in figures) else parts


def _chosen_sentences(text: str, chosen: Span) -> list[Span]:
    if chosen.start < chosen.stop:
        return [span for span in sentences(text) if span.overlaps(chosen)]
    at = [span for span in sentences(text) if span.start <= chosen.start <= span.stop]
    return at[-1:]  # between two sentences it is the one that follows
