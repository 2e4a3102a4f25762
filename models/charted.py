"""The figures of a form's charts, where a report has any."""

from dataclasses import dataclass

from models.chart import Chart
from models.comparison import YearOnYear, compared_year, sum_of_known, year_on_year
from models.report import Report


@dataclass(frozen=True, slots=True)
class Bar:
    """One item of a chart: what it is called, and its figures of this year and of the year before."""

    name: str
    years: YearOnYear


def drawn_charts(report: Report) -> list[Chart]:
    """Return the form's charts that this report has figures for, in the form's order.

    One that would only show zeros is left out, as is one that compares with a year nothing is known of.
    """
    return [chart for chart in report.form.charts if _has_figures(report, chart)]


def bars_of(report: Report, chart: Chart) -> list[Bar]:
    """Return what a chart shows, in order; a figure is None where none of its cells is known."""
    bars = []
    for name, cells in chart.items.items():
        figures = [year_on_year(report, cell) for cell in cells]
        now, before = sum_of_known(each.now for each in figures), sum_of_known(each.before for each in figures)
        bars.append(Bar(name, YearOnYear(now, before)))
    return bars


def _has_figures(report: Report, chart: Chart) -> bool:
    years = [bar.years for bar in bars_of(report, chart)]
    if not chart.is_yearly:
        return any(each.now for each in years)
    is_known = compared_year(report) is not None and any(each.before is not None for each in years)
    return is_known and any(each.now or each.before for each in years)
