"""A cell's figure of last year and how it has changed since, in the fewest characters and in a sentence."""

from decimal import ROUND_HALF_UP, Decimal

from models.comparison import YearOnYear, year_on_year
from models.form import CellName
from models.formulas import plain
from models.report import Report

_WHOLE = 100
"""Per cent from which on no decimal is shown where room is scarce."""


def beside(report: Report, name: CellName) -> str:
    """Return last year's figure, the change and its rate for a line under this year's: 21 +5 +23.8%.

    Empty where last year's figure is not known; without a change where this year's is not.
    """
    both = year_on_year(report, name)
    if both.before is None:
        return ""
    parts = [plain(both.before)]
    if both.change is not None:
        parts.append(_signed(both.change) if both.change else "持平")
    if both.change and both.rate is not None:
        parts.append(f"{_short(both.rate)}%")
    return " ".join(parts)


def beside_sentence(report: Report, name: CellName) -> str:
    """Return the same in words: 去年 21，增加 5（+23.8%）; where nothing is known of last year, that."""
    both = year_on_year(report, name)
    if both.before is None:
        return "没有去年的数可以对照"
    return f"去年 {plain(both.before)}{report.form.cells[name].unit}{_change_in_words(both)}"


def _change_in_words(both: YearOnYear) -> str:
    if both.change is None:
        return "，本年未填"
    if not both.change:
        return "，本年持平"
    rate = f"（{_signed(both.rate)}%）" if both.rate is not None else ""
    return f"，{'增加' if both.change > 0 else '减少'} {plain(abs(both.change))}{rate}"


def _short(rate: Decimal) -> str:
    """Return a rate to one decimal, of 100 per cent and more in whole per cents."""
    return _signed(rate if abs(rate) < _WHOLE else rate.quantize(Decimal(1), ROUND_HALF_UP))


def _signed(number: Decimal) -> str:
    return f"{'+' if number > 0 else ''}{plain(number)}"
