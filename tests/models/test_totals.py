from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.cell_value import Number, read_value
from models.form import Term
from models.form_file import current_form
from models.totals import signed_sum, totals_of
from tests.builders import BALANCED, third_form

FORM = current_form()


def totals_with(texts: dict[str, str]) -> dict[str, Decimal]:
    return totals_of(FORM, {name: read_value(text) for name, text in texts.items()})


def test_every_derived_figure_has_a_total() -> None:
    assert totals_with({}) == dict.fromkeys(FORM.totals, Decimal(0))


def test_a_row_total_adds_the_row() -> None:
    assert totals_with(BALANCED)["requests/received/total"] == 6


def test_a_column_total_adds_the_results_of_its_column() -> None:
    totals = totals_with(BALANCED)
    assert totals["requests/processed/natural_person"] == 5
    assert totals["requests/processed/commercial"] == 1


def test_a_total_of_totals_is_current() -> None:
    assert totals_with(BALANCED)["requests/processed/total"] == 6


def test_what_goes_in_and_out_is_no_result() -> None:
    totals = totals_with({"requests/carried_in/other": "4", "requests/carried_out/other": "4"})
    assert totals["requests/processed/other"] == 0


def test_each_group_of_table_four_has_its_own_total() -> None:
    totals = totals_with({"review_litigation/review/upheld": "10", "review_litigation/review/corrected": "1"})
    assert totals["review_litigation/review/total"] == 11
    assert totals["review_litigation/direct_suit/total"] == 0


def test_words_and_slashes_add_nothing() -> None:
    assert (
        totals_with({"requests/received/other": "约5", "requests/received/research": "/"})["requests/received/total"]
        == 0
    )


def test_a_total_has_the_decimals_of_its_terms() -> None:
    totals = totals_with({"requests/received/other": "0.10", "requests/received/research": "0.2"})
    assert str(totals["requests/received/total"]) == "0.30"


def test_a_third_form_adds_by_its_own_declaration() -> None:
    cells = {"lending/returned/adults": Number(Decimal(2)), "lending/lost/children": Number(Decimal(3))}
    totals = totals_of(third_form(), cells)
    assert totals["lending/settled/total"] == 5


@given(st.lists(st.tuples(st.sampled_from([1, -1]), st.integers(0, 10**15)), max_size=21))
def test_signs_are_counted_exactly(parts: list[tuple[int, int]]) -> None:
    total = signed_sum((Term("", sign), Decimal(number)) for sign, number in parts)
    assert total == sum(sign * number for sign, number in parts)
