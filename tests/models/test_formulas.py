from collections.abc import Callable

from models.form import Form
from models.formulas import formulas_of, plain, side_in_numbers, side_total, sum_in_numbers
from tests.builders import BALANCED, a_report, third_form


def test_a_balance_is_told_with_its_numbers() -> None:
    report = a_report(BALANCED | {"requests/received/natural_person": "7"})
    assert formulas_of(report, "requests/carried_out/natural_person") == [
        "自然人：一(7)＋二(0)＝7，三(七)(5)＋四(0)＝5"
    ]


def test_a_total_is_told_before_its_balance() -> None:
    assert formulas_of(a_report(BALANCED), "requests/received/total") == [
        "自然人(5)＋商业企业(1)＝6",
        "总计：一(6)＋二(0)＝6，三(七)(6)＋四(0)＝6",
    ]


def test_terms_of_zero_are_left_out_of_a_long_sum() -> None:
    report = a_report(BALANCED)
    assert sum_in_numbers(report, report.form.sums["requests/processed/natural_person"]) == (
        "（二）(1)＋（三）4(1)＋（四）1(2)＋（五）1(1)＝5"
    )


def test_a_sum_of_zeros_still_has_a_term() -> None:
    report = a_report()
    assert sum_in_numbers(report, report.form.sums["requests/received/total"]) == "自然人(0)＝0"


def test_a_cell_without_relations_has_no_formula() -> None:
    assert formulas_of(a_report(), "proactive/fees/amount") == []


def test_a_result_has_no_formula_of_its_own() -> None:
    assert formulas_of(a_report(BALANCED), "requests/granted/commercial") == []


def test_decimals_and_negative_numbers_are_told_as_typed() -> None:
    report = a_report({"requests/received/other": "-1.50", "requests/carried_in/other": "2"})
    assert formulas_of(report, "requests/carried_in/other") == ["其他：一(-1.50)＋二(2)＝0.50，三(七)(0)＋四(0)＝0"]


def test_a_term_that_is_taken_off_has_a_minus(form_from: Callable[[str], Form], tiny: str) -> None:
    report = a_report({"stock/books/bought": "9", "stock/books/lost": "2"}, form=form_from(tiny))
    assert sum_in_numbers(report, report.form.sums["stock/books/net"]) == "购入(9)－遗失(2)＝7"
    assert formulas_of(report, "stock/maps/bought") == ["购入：图书(9)－地图(0)＝9，地图(0)＝0"]


def test_a_third_form_is_told_in_its_own_words() -> None:
    report = a_report({"lending/lent/adults": "3", "lending/lost/adults": "1"}, form=third_form())
    assert formulas_of(report, "lending/lent/adults") == ["成人：一(3)＝3，（三）(1)＋三(0)＝1"]


def test_a_side_adds_up_to_what_it_says() -> None:
    report = a_report(BALANCED)
    balance = report.form.table("requests").balances[0]
    assert side_in_numbers(report, balance.left).endswith(f"＝{plain(side_total(report, balance.left))}")
