"""What the picture of the year says of a figure: how much, how much more than last year, which share."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from models.cell_value import exact_sum
from models.comparison import YearFigure, YearOnYear

UNKNOWN = "—"
"""Stands in the place of a figure; what is not filled in yet is said before the export, not on a picture."""

_TELLING_RATE = 1000
"""From this rate on, in per cent, a change says nothing that its difference does not."""

_TENTH = Decimal("0.1")


def figure_in_words(figure: Decimal | None, unit: str) -> str:
    """Return a figure with its unit; a dash where it is not known."""
    return UNKNOWN if figure is None else f"{figure:f}{unit}"


def year_in_words(year: int | None, years_back: int) -> str:
    """Return a year's name, also where only its place among the years is known."""
    return f"{year}年" if year else ("本年", "上年", "前年")[years_back]


def change_in_words(years: Sequence[YearFigure], unit: str) -> tuple[str, ...]:
    """Return the change against the year before in one or two clauses; none where either figure is not known."""
    if len(years) == 1:
        return ()
    both = YearOnYear(years[-1].figure, years[-2].figure)
    if both.change is None:
        return ()
    if not both.change:
        return ("与上年持平",)
    more, grown = ("增加", "增长") if both.change > 0 else ("减少", "下降")
    difference = f"比上年{more}{abs(both.change):f}{unit}"
    if both.rate is None or abs(both.rate) >= _TELLING_RATE:
        return (difference,)
    return (difference, f"{grown}{abs(both.rate)}%")


def share_in_words(figure: Decimal | None, figures: Sequence[Decimal | None]) -> str:
    """Return a figure's share of all in brackets, to one decimal; nothing where one of them is unknown or negative."""
    known = [each for each in figures if each is not None and each >= 0]
    whole = exact_sum(known)
    if not figure or not whole or len(known) < len(figures):
        return ""
    share = (figure / whole * 100).quantize(_TENTH, ROUND_HALF_UP)
    return f"（{share}%）" if share else f"（不足{_TENTH}%）"


def nothing_in_words(
    names: Sequence[str], figures: Sequence[Sequence[Decimal | None]], unit: str, zeros: str = ""
) -> str:
    """Return what stands in the place of a chart without a bar; empty where there is something to draw.

    Args:
        names: what the chart shows.
        figures: of each, the figures of the years it is shown for.
        unit: what they count.
        zeros: what is said where all of them are 0; empty to name them. Where none is known, a dash is.
    """
    all_figures = [figure for years in figures for figure in years]
    if any(all_figures):
        return ""
    if None not in all_figures:
        return zeros or f"{'、'.join(names)}均为0{unit}。"
    return "" if any(figure is not None for figure in all_figures) else UNKNOWN
