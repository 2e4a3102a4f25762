"""This year beside last year."""

from decimal import Decimal

import pytest

from models.comparison import YearOnYear, year_on_year
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import last_year

CELL = "requests/received/natural_person"


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("now", "before", "change", "rate"),
    [
        ("12", "8", "4", "50.0"),
        ("8", "12", "-4", "-33.3"),
        ("5", "0", "5", None),
        ("0", "5", "-5", "-100.0"),
        ("96171.6", "0.8", "96170.8", "12021350.0"),
        (None, "5", None, None),
        ("5", None, None, None),
    ],
)
def test_change_and_rate_follow_from_two_years(
    now: str | None, before: str | None, change: str | None, rate: str | None
) -> None:
    both = YearOnYear(decimal(now), decimal(before))
    assert (both.change, both.rate) == (decimal(change), decimal(rate))


@pytest.mark.parametrize(("year", "before"), [(2023, Decimal(8)), (2022, None)])
def test_only_the_year_before_is_compared(year: int, before: Decimal | None) -> None:
    report = a_clean_report({CELL: "12"}, last_year=last_year({CELL: "8"}, year=year))
    assert year_on_year(report, CELL) == YearOnYear(Decimal(12), before)


@pytest.mark.parametrize(("text", "now"), [("", None), ("约3", None), ("/", Decimal(0))])
def test_a_blank_is_no_figure_and_a_stroke_is_none(text: str, now: Decimal | None) -> None:
    assert year_on_year(a_report({CELL: text}), CELL).now == now
