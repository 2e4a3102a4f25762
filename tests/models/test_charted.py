"""The figures of a form's charts: what is added up, and which charts there is anything to show in."""

from decimal import Decimal

import pytest

from models.cell_value import read_value
from models.chart import Chart
from models.charted import bars_of, drawn_charts
from models.comparison import YearOnYear
from models.form import Form
from models.form_file import known_forms
from models.report import Edit, LastYear, Report
from tests.builders import a_report, third_form

FORMS = [*known_forms().values(), third_form()]
FORM = third_form()
PARTS, YEARLY = FORM.charts
LENT = {"lending/returned/adults": "4", "lending/lost/children": "1", "lending/lent/adults": "6"}


def lending(cells: dict[str, str], last: dict[str, str] | None = None, year: int = 2023) -> Report:
    report = a_report(cells, form=FORM)
    figures = {name: read_value(text) for name, text in (last or {}).items()}
    report.apply(Edit(last_year=LastYear(year, figures) if last is not None else LastYear()))
    return report


def shown(report: Report, chart: Chart) -> dict[str, YearOnYear]:
    return {bar.name: bar.years for bar in bars_of(report, chart)}


def test_an_item_is_the_sum_of_its_cells() -> None:
    chart = Chart("all", "总数", "册", {"去向": ("lending/returned/total", "lending/lost/total")})
    assert shown(lending(LENT), chart) == {"去向": YearOnYear(Decimal(5), None)}


def test_an_item_of_blank_cells_is_not_known() -> None:
    assert shown(lending({}), PARTS)["已经归还"] == YearOnYear(None, None)


def test_last_years_figures_stand_beside_this_years() -> None:
    report = lending(LENT, {"lending/lent/total": "3"})
    assert shown(report, YEARLY) == {
        "借出": YearOnYear(Decimal(6), Decimal(3)),
        "年末在外": YearOnYear(None, None),
    }


@pytest.mark.parametrize(
    ("cells", "last", "drawn"),
    [
        ({}, None, []),
        ({"lending/returned/adults": "0"}, None, []),
        (LENT, None, [PARTS]),
        (LENT, {}, [PARTS]),
        (LENT, {"lending/lent/total": "3"}, [PARTS, YEARLY]),
        ({}, {"lending/lent/total": "3"}, [YEARLY]),
        ({}, {"lending/lent/total": "0"}, []),
        (LENT, {"stock/books/bought": "3"}, [PARTS]),
    ],
)
def test_only_charts_with_figures_are_drawn(
    cells: dict[str, str], last: dict[str, str] | None, drawn: list[Chart]
) -> None:
    assert drawn_charts(lending(cells, last)) == drawn


def test_figures_of_another_year_than_the_last_are_not_shown() -> None:
    assert drawn_charts(lending(LENT, {"lending/lent/total": "3"}, year=2020)) == [PARTS]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_form_declares_charts_of_parts_and_of_years(form: Form) -> None:
    assert {chart.is_yearly for chart in form.charts} == {True, False}


@pytest.mark.parametrize("key", ["zfxxgk-2021", "zfxxgk-2019"])
def test_charts_of_parts_leave_nothing_out(key: str) -> None:
    form = known_forms()[key]
    report = a_report({name: str(number) for number, name in enumerate(form.typed_cells)}, form=form)
    sums = {
        chart.key: sum(bar.years.now or 0 for bar in bars_of(report, chart))
        for chart in form.charts
        if not chart.is_yearly
    }
    assert sums == {
        "outcomes": report.totals["requests/processed/total"],
        "applicants": report.totals["requests/received/total"],
        "review": report.totals["review_litigation/review/total"],
        "litigation": report.totals["review_litigation/direct_suit/total"]
        + report.totals["review_litigation/suit_after_review/total"],
    }
