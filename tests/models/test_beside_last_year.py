"""Last year's figure beside this year's, in characters and in words."""

import pytest

from models.beside_last_year import beside, beside_sentence
from models.report import Report
from tests.builders import a_report
from tests.models.checks.examples import last_year

CELL, TOTAL = "requests/received/natural_person", "requests/received/total"


def of_two_years(now: str, before: str, name: str = CELL) -> Report:
    report = a_report({name: now})
    report.last_year = last_year({name: before})
    return report


@pytest.mark.parametrize(
    ("now", "before", "line", "sentence"),
    [
        ("26", "21", "21 +5 +23.8%", "去年 21，增加 5（+23.8%）"),
        ("16", "21", "21 -5 -23.8%", "去年 21，减少 5（-23.8%）"),
        ("21", "21", "21 持平", "去年 21，本年持平"),
        ("5", "0", "0 +5", "去年 0，增加 5"),
        ("0", "5", "5 -5 -100%", "去年 5，减少 5（-100.0%）"),
        ("1208", "150", "150 +1058 +705%", "去年 150，增加 1058（+705.3%）"),
        ("", "21", "21", "去年 21，本年未填"),
        ("5", "", "", "没有去年的数可以对照"),
    ],
)
def test_it_tells_figure_change_and_rate(now: str, before: str, line: str, sentence: str) -> None:
    report = of_two_years(now, before)
    assert (beside(report, CELL), beside_sentence(report, CELL)) == (line, sentence)


def test_a_unit_is_told_in_words_only() -> None:
    report = of_two_years("0.8", "0.5", "proactive/fees/amount")
    assert beside(report, "proactive/fees/amount") == "0.5 +0.3 +60.0%"
    assert beside_sentence(report, "proactive/fees/amount") == "去年 0.5万元，增加 0.3（+60.0%）"


def test_totals_have_theirs() -> None:
    report = a_report({CELL: "6"})
    report.last_year = last_year({TOTAL: "4"})
    assert beside(report, TOTAL) == "4 +2 +50.0%"


def test_without_last_year_there_is_nothing() -> None:
    assert beside(a_report({CELL: "6"}), CELL) == ""
