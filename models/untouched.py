"""What of a report nobody has touched or confirmed yet, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.confirmation import confirm_cells, confirm_section, confirm_sentences
from models.form import CellName, Content, Section
from models.report import Edit, Report
from models.taken_over import Sentence, Span, taken_over


@dataclass(frozen=True, slots=True)
class Untouched:
    """A place that is still last year's.

    Args:
        section: the section it stands in.
        words: what stands there: a figure with its name, or a sentence.
        cell: the cell of a table; None for a place in a text.
        span: the place in a text; None for a cell, and for a whole text whose sentences of last year are not known.
    """

    section: str
    words: str
    cell: CellName | None = None
    span: Span | None = None


def untouched_in(report: Report, section: Section) -> tuple[Untouched, ...]:
    """Return a section's places that are still last year's, in reading order.

    They are as many as `models.taken_over.untouched_count` counts.
    """
    return tuple(_figures(report, section) if section.content is Content.TABLE else _sentences(report, section))


def confirm_untouched(report: Report, place: Untouched) -> Edit:
    """Return the edit that confirms a place as it stands."""
    if place.cell is not None:
        return confirm_cells(report, [place.cell])
    if place.span is not None:
        return confirm_sentences(report, place.section, place.span)
    return confirm_section(report, place.section)


def _figures(report: Report, section: Section) -> Iterator[Untouched]:
    for name, cell in report.form.table(section.key).cells.items():
        if name in report.from_last_year:
            yield Untouched(section.key, f"{cell.title}：{report.value(name)}", cell=name)


def _sentences(report: Report, section: Section) -> Iterator[Untouched]:
    text, key = report.text(section.key), section.key
    if key not in report.from_last_year:
        return
    left = taken_over(report, key, text)
    for sentence in left:
        yield Untouched(key, _in_words(text, sentence), span=sentence.span)
    if not left:
        yield Untouched(key, f"整段沿用：{text.strip()}")


def _in_words(text: str, sentence: Sentence) -> str:
    """Return a sentence that is last year's word by word as it is; of another, which of its figures are."""
    words = sentence.span.part_of(text)
    figures = "、".join(figure.part_of(text) for figure in sentence.figures)
    return words if sentence.is_whole else f"其中的 {figures}：{words}"
