"""Sum and average of what is selected, as the status line tells them."""

import pytest

from models.selected_figures import selected_sentence
from tests.builders import a_report

CELLS = tuple(f"requests/received/{column}" for column in ("natural_person", "commercial", "research"))


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (("10", "20", "30"), "选中 3 格：合计 60，平均 20"),
        (("1", "2", "2"), "选中 3 格：合计 5，平均约 1.67"),
        (("1", "2", "0"), "选中 3 格：合计 3，平均 1"),
        (("1", "", "2"), "选中 3 格，其中 2 格有数：合计 3，平均 1.5"),
        (("1", "/", "约2"), "选中 3 格，其中 1 格有数：合计 1，平均 1"),
        (("", "/", "约2"), "选中 3 格，没有数"),
    ],
)
def test_numbers_are_added_and_averaged(entries: tuple[str, ...], sentence: str) -> None:
    assert selected_sentence(a_report(dict(zip(CELLS, entries, strict=True))), CELLS) == sentence


def test_decimals_stay_exact() -> None:
    fees = "proactive/fees/amount"
    assert selected_sentence(a_report({fees: "0.1"}), (fees, fees)) == "选中 2 格：合计 0.2，平均 0.1"


def test_totals_count_as_what_they_are() -> None:
    total = "requests/received/total"
    assert selected_sentence(a_report({CELLS[0]: "5"}), (CELLS[0], total)) == "选中 2 格：合计 10，平均 5"


def test_different_units_are_not_added_up() -> None:
    chosen = ("proactive/fees/amount", "proactive/licences/decisions")
    report = a_report(dict.fromkeys(chosen, "3"))
    assert selected_sentence(report, chosen) == "选中 2 格，单位不同，不合计"


@pytest.mark.parametrize("names", [(), CELLS[:1]])
def test_a_single_cell_says_nothing(names: tuple[str, ...]) -> None:
    assert selected_sentence(a_report(), names) == ""
