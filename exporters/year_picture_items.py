"""What a chart shows in the picture of the year, taken from the report."""

from dataclasses import dataclass
from decimal import Decimal

from models.chart import Chart
from models.comparison import YearFigure, years_of
from models.report import Report

ROOM = 936
"""Width of every part in px."""


@dataclass(frozen=True, slots=True)
class Item:
    """What stands under one name: figures of up to three years, this year's last, in the chart's unit."""

    name: str
    unit: str
    years: tuple[YearFigure, ...]

    @property
    def now(self) -> Decimal | None:
        """This year's figure; None where nothing is filled in."""
        return self.years[-1].figure

    @property
    def figures(self) -> tuple[Decimal | None, ...]:
        """The figures of all its years."""
        return tuple(each.figure for each in self.years)


def items_of(report: Report, chart: Chart) -> tuple[Item, ...]:
    """Return what a chart shows; the years before count only where it compares years."""
    all_years = ((name, years_of(report, *cells)) for name, cells in chart.items.items())
    return tuple(Item(name, chart.unit, years if chart.is_yearly else years[-1:]) for name, years in all_years)
