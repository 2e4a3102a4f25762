import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.excerpts import around_numbers
from models.search import find
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import messages

TEXTS = st.text("年件。,12345.%", max_size=20)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("于2024年,某某区", "024年,某某区", "2024年,某某区"),
        ("占98.5%。", "占98", "占98.5%"),
        ("收费2,230元", "30元", "2,230元"),
        ("答复6件，办结7件", "6件，办结7", "6件，办结7"),
    ],
)
def test_a_part_takes_in_the_numbers_it_cuts_through(text: str, part: str, expected: str) -> None:
    start, stop = around_numbers(text, text.index(part), text.index(part) + len(part))
    assert text[start:stop] == expected


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_no_part_begins_or_ends_between_two_digits(text: str, one: int, other: int) -> None:
    start, stop = sorted((min(one, len(text)), min(other, len(text))))
    first, last = around_numbers(text, start, stop)
    assert first <= start <= stop <= last
    for end in (first, last):
        assert not (text[end - 1 : end].isdigit() and text[end : end + 1].isdigit()) or end in {0, len(text)}


def test_a_slip_is_quoted_with_whole_numbers() -> None:
    report = a_clean_report(texts={"problems": "截至2024年,某某区已整改。"})
    assert "“2024年,某某区已”" in messages(report, "wording")[0]


def test_what_was_found_is_shown_with_whole_numbers() -> None:
    report = a_report(texts={"overview": "受理政府信息公开申请123456件，甲乙丙丁戊己庚辛壬某年。"})
    assert [hit.what for hit in find(report, "某")] == ["123456件，甲乙丙丁戊己庚辛壬某年。"]
