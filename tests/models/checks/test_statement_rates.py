"""Shares that the text gives behind a figure: of which whole they are, and of which figures they are told."""

from tests.builders import a_report_that_says
from tests.models.checks.examples import found, messages

CELLS = {"requests/carried_in/natural_person": "4", "requests/granted/natural_person": "5"}


def test_a_share_that_is_wrong_is_told_of_its_own_row() -> None:
    report = a_report_that_says("（二）依申请公开\n本年新收6件，其中自然人5件，占38.3%。", CELLS)
    assert messages(report, "percentage") == [
        "总体情况写“其中自然人5件，占38.3%”：5 占本年新收总数 6 的 83.3%，文中写 38.3%"
    ]


def test_a_figure_that_is_wrong_says_nothing_of_its_share() -> None:
    report = a_report_that_says("（二）依申请公开\n本年新收6件，其中自然人3件，占16.7%。", CELLS)
    assert len(found(report, "statement")) == 1
    assert not found(report, "percentage")


def test_a_gap_to_ten_thousands_is_a_whole_number() -> None:
    report = a_report_that_says("（二）依申请公开\n本年新收1.2万件。")
    assert "差 11994；" in messages(report, "statement")[0]
