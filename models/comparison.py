"""This year's figures beside those of the years before: the difference, the rate of change, up to three years."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from models.cell_value import BLANK, Blank, CellValue, Unreadable, exact_sum, number_of
from models.form import CellName
from models.report import LastYear, Report

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class YearOnYear:
    """A figure of two years, in the cell's own unit.

    Args:
        now: this year's; None where it is blank or cannot be read.
        before: last year's; None where it is not known.
    """

    now: Decimal | None
    before: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """This year's minus last year's; None where either is not known."""
        return None if self.now is None or self.before is None else self.now - self.before

    @property
    def rate(self) -> Decimal | None:
        """The change in per cent of last year's figure, to one decimal; None also where that figure is 0."""
        if self.change is None or not self.before:
            return None
        return (self.change / self.before * 100).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A figure of one year; either is None where it is not known."""

    year: int | None
    figure: Decimal | None


def compared_year(report: Report) -> LastYear | None:
    """Return the report of the year before as far as it is known; None where it is of another year."""
    last, year = report.last_year, report.head.year
    if last is None or (last.year and year and last.year != year - 1):
        return None
    return last


def name_of(last: LastYear) -> str:
    """Return what sentences call last year's report."""
    return f"{last.year}年报告" if last.year else "上年报告"


def year_on_year(report: Report, name: CellName) -> YearOnYear:
    """Return a cell's figures of this year and of the year before."""
    return YearOnYear(figure_of(report, name), _known_in(compared_year(report), name))


def years_of(report: Report, *names: CellName) -> tuple[YearFigure, ...]:
    """Return the sum of some cells year by year, this year's last, from the first of three years that is known.

    A year in between of which no cell is known has its place.
    """
    last = compared_year(report)
    before = _year_before(last)
    year = report.head.year or (last.year + 1 if last and last.year else None)
    figures = [
        *(sum_of_known(_known_in(each, name) for name in names) for each in (before, last)),
        sum_of_known(figure_of(report, name) for name in names),
    ]
    years = [year and year - back for back in (2, 1, 0)]
    first = next((place for place, figure in enumerate(figures) if figure is not None), len(figures) - 1)
    return tuple(map(YearFigure, years[first:], figures[first:]))


def figure_of(report: Report, name: CellName) -> Decimal | None:
    """Return a cell's figure of this year; None where it is blank or cannot be read, or the sum of nothing but such."""
    each = report.form.sums.get(name)
    if each is not None and all(figure_of(report, term.cell) is None for term in each.terms):
        return None
    return _known(report.value(name))


def is_known(value: CellValue) -> bool:
    """Tell whether a figure says anything: a number, or that there is none."""
    return not isinstance(value, Blank | Unreadable)


def sum_of_known(figures: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of those figures that are known; None where none is."""
    known = [figure for figure in figures if figure is not None]
    return exact_sum(known) if known else None


def _year_before(last: LastYear | None) -> LastYear | None:
    before = last.before if last else None
    if last is None or before is None or (before.year and last.year and before.year != last.year - 1):
        return None
    return before


def _known_in(last: LastYear | None, name: CellName) -> Decimal | None:
    return _known(last.cells.get(name, BLANK)) if last else None


def _known(value: CellValue) -> Decimal | None:
    return number_of(value) if is_known(value) else None
