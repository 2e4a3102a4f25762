"""This year's figures beside last year's: the difference and the rate of change."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from models.cell_value import BLANK, Blank, CellValue, Unreadable, number_of
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
    last = compared_year(report)
    before = last.cells.get(name, BLANK) if last else BLANK
    return YearOnYear(_known(report.value(name)), _known(before))


def is_known(value: CellValue) -> bool:
    """Tell whether a figure says anything: a number, or that there is none."""
    return not isinstance(value, Blank | Unreadable)


def _known(value: CellValue) -> Decimal | None:
    return number_of(value) if is_known(value) else None
