"""What the charts show in the picture of the year, taken from the report."""

from dataclasses import dataclass
from decimal import Decimal

from models.chart import Chart, ChartGroup
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart with what it shows, under the name it has beside others; empty where it stands alone."""

    name: str
    chart: Chart
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the picture under a heading: one chart, or a few side by side.

    Args:
        title: the heading.
        charts: one or more.
        nothing: what is said where all figures are 0; empty where the names of the items are to say it.
    """

    title: str
    charts: tuple[Shown, ...]
    nothing: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """What all its charts show."""
        return tuple(item for each in self.charts for item in each.items)


def parts_of(report: Report) -> list[Part]:
    """Return the parts of the picture: the charts that one figure leads, then the others in the form's order.

    A part of which no figure of this year is known is left out.
    """
    form = report.form
    groups = {key: group for group in form.chart_groups for key in group.charts.values()}
    begun = {next(iter(group.charts.values())) for group in form.chart_groups}
    parts = []
    for chart in sorted(form.charts, key=lambda chart: not chart.leading):
        group = groups.get(chart.key)
        if group is None:
            parts.append(Part(chart.title, (Shown("", chart, items_of(report, chart)),)))
        elif chart.key in begun:
            parts.append(_side_by_side(report, group))
    return [part for part in parts if any(item.now is not None for item in part.items)]


def _side_by_side(report: Report, group: ChartGroup) -> Part:
    charts = {chart.key: chart for chart in report.form.charts}
    shown = (Shown(name, charts[key], items_of(report, charts[key])) for name, key in group.charts.items())
    return Part(group.title, tuple(shown), group.nothing)
