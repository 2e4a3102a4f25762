"""This year beside last year."""

from decimal import Decimal

import pytest

from models.comparison import YearOnYear, year_on_year, years_of
from models.report import LastYear, Report
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import last_year

CELL = "requests/received/natural_person"
TOTAL = "requests/received/total"


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


def test_a_total_of_blanks_is_no_figure() -> None:
    assert year_on_year(a_report(), TOTAL).now is None
    assert year_on_year(a_report({CELL: "0"}), TOTAL).now == 0


# ── three years ─────────────────────────────────────────────────────────


def three_years(now: str, last: str, before: str, years: tuple[int | None, ...] = (2024, 2023, 2022)) -> Report:
    earlier = last_year({CELL: before}, year=years[2])
    known = last_year({CELL: last}, year=years[1])
    known = LastYear(known.year, known.cells, before=earlier)
    report = a_report({CELL: now}, year=years[0])
    report.last_year = known
    return report


def shown(report: Report) -> list[tuple[int | None, str]]:
    return [(each.year, str(each.figure)) for each in years_of(report, CELL)]


def test_three_years_stand_in_their_order() -> None:
    assert shown(three_years("12", "8", "5")) == [(2022, "5"), (2023, "8"), (2024, "12")]


def test_years_begin_with_the_first_that_is_known() -> None:
    assert shown(three_years("12", "8", "")) == [(2023, "8"), (2024, "12")]
    assert shown(three_years("12", "", "5")) == [(2022, "5"), (2023, "None"), (2024, "12")]
    assert shown(a_report({CELL: "12"})) == [(2024, "12")]


def test_this_year_has_its_place_without_a_figure() -> None:
    assert shown(a_report()) == [(2024, "None")]


@pytest.mark.parametrize("years", [(2024, None, None), (None, 2023, None), (2024, 2023, None)])
def test_one_year_that_is_known_tells_the_others(years: tuple[int | None, ...]) -> None:
    assert [year for year, _ in shown(three_years("12", "8", "5", years))] == [2022, 2023, 2024]


def test_a_year_before_that_is_another_is_left_out() -> None:
    assert shown(three_years("12", "8", "5", (2024, 2023, 2020))) == [(2023, "8"), (2024, "12")]
