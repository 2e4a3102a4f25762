"""Making figures of the running text live: those that the checks recognise, and new ones put into a sentence."""

from collections.abc import Iterable

from models.form import CellName
from models.live_figures import LiveFigure, is_figure, shown
from models.live_text import LiveText
from models.report import Edit, Report
from models.statements import Statement, find_statements
from models.statements.correction import factor_of
from models.taken_over import Span
from models.text_edits import live_text, text_edit


def linkable(report: Report, section: str, stated: Iterable[Statement] | None = None) -> list[Statement]:
    """Return what a section states of the tables in plain digits that do not follow them yet, in its order.

    What the text limits to a part (备案, 代区政府受理) does not follow the whole; what disagrees is to be corrected.

    Args:
        report: the report.
        section: the section.
        stated: what the texts state of the tables, where somebody knows it; looked for where None.
    """
    live = {each.start for each in report.live_in(section)}
    return [
        each
        for each in one_for_each_figure(find_statements(report) if stated is None else stated)
        if each.section == section and each.agrees and not each.is_scoped and each.figure_start not in live
        if is_figure(report.text(section)[each.figure_start : each.figure_stop])
    ]


def one_for_each_figure(statements: Iterable[Statement]) -> list[Statement]:
    """Return the first of the statements that share a figure: 6件，均为自然人 states two."""
    first: dict[tuple[str, int], Statement] = {}
    for each in statements:
        first.setdefault((each.section, each.figure_start), each)
    return list(first.values())


def link(report: Report, section: str, statements: Iterable[Statement]) -> Edit:
    """Return the edit that makes the figures of some statements of a section live."""
    text, count = live_text(report, section), 0
    for each in sorted(statements, key=lambda each: each.figure_start, reverse=True):  # those before keep their places
        text = text.with_part(each.figure_start, each.figure_stop, _figure(report, each.cells, factor_of(report, each)))
        count += 1
    return text_edit(report, f"改为联动数 {count} 处", {section: text}) if count else Edit()


def insert_figure(report: Report, section: str, place: Span, cells: tuple[CellName, ...]) -> Edit:
    """Return the edit that puts a figure that follows some cells in the place of a part of a text, or at the cursor."""
    text = live_text(report, section).with_part(place.start, place.stop, _figure(report, cells))
    return text_edit(report, f"插入联动数 {report.form.cells[cells[0]].title}", {section: text})


def unlink(report: Report, section: str, chosen: Span) -> Edit:
    """Return the edit that makes the live figures a selection touches plain ones; it names nothing where none is."""
    text = live_text(report, section)
    kept = tuple(each for each in text.live if not chosen.touches(Span(each.start, each.stop)))
    return Edit() if kept == text.live else text_edit(report, "改为普通数字", {section: LiveText(text.text, kept)})


def _figure(report: Report, cells: tuple[CellName, ...], factor: int = 1) -> LiveText:
    words = shown(map(report.known_value, cells), factor)
    return LiveText(words, (LiveFigure(0, len(words), cells, factor),))
