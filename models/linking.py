"""Making figures of the running text live: those that the checks recognise, and new ones put into a sentence."""

from collections.abc import Iterable

from models.form import CellName
from models.live_figures import BLANK_FIGURE, LiveFigure, LiveFigures, is_figure, put_in
from models.report import Edit, Report
from models.statements import Statement, find_statements
from models.statements.correction import factor_of
from models.taken_over import Span
from models.text_change import TextChange


def linkable(report: Report, section: str) -> list[Statement]:
    """Return what a section states of the tables in plain digits that do not follow them yet, in its order.

    What the text limits to a part (备案, 代区政府受理) does not follow the whole; what disagrees is to be corrected.
    """
    live = {each.start for each in report.live_in(section)}
    return [
        each
        for each in find_statements(report)
        if each.section == section and each.agrees and not each.is_scoped and each.figure_start not in live
        if is_figure(report.text(section)[each.figure_start : each.figure_stop])
    ]


def link(report: Report, section: str, statements: Iterable[Statement]) -> Edit:
    """Return the edit that makes the figures of some statements of a section live."""
    text, live = report.text(section), report.live_in(section)
    count = 0
    for each in sorted(statements, key=lambda each: each.figure_start, reverse=True):  # those before keep their places
        place = Span(each.figure_start, each.figure_stop)
        text, live = _with_figure(text, live, place, each.cells, factor_of(report, each))
        count += 1
    if not count:
        return Edit()
    return Edit(
        label=f"改为联动数 {count} 处",
        texts={section: text},
        live={section: live},
        still_last_years=_mark(report, section),
    )


def insert_figure(report: Report, section: str, place: Span, cells: tuple[CellName, ...]) -> Edit:
    """Return the edit that puts a figure that follows some cells in the place of a part of a text, or at the cursor."""
    text, live = _with_figure(report.text(section), report.live_in(section), place, cells)
    what = report.form.cells[cells[0]].title
    return Edit(
        label=f"插入联动数 {what}", texts={section: text}, live={section: live}, still_last_years=_mark(report, section)
    )


def unlink(report: Report, section: str, chosen: Span) -> Edit:
    """Return the edit that makes the live figures a selection touches plain ones; it names nothing where none is."""
    live = report.live_in(section)
    kept = tuple(each for each in live if each.stop < chosen.start or chosen.stop < each.start)
    if kept == live:
        return Edit()
    return Edit(
        label="改为普通数字",
        texts={section: report.text(section)},
        live={section: kept},
        still_last_years=_mark(report, section),
    )


def _with_figure(
    text: str, live: LiveFigures, place: Span, cells: tuple[CellName, ...], factor: int = 1
) -> tuple[str, LiveFigures]:
    """Return a text with a live figure in some place; what it shows comes with the edit."""
    change = TextChange(place.start, place.stop, len(BLANK_FIGURE))
    figure = LiveFigure(0, len(BLANK_FIGURE), cells, factor)
    return f"{text[: place.start]}{BLANK_FIGURE}{text[place.stop :]}", put_in(live, change, (figure,))


def _mark(report: Report, section: str) -> frozenset[str]:
    return frozenset({section} & report.from_last_year)
