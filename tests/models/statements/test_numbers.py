from decimal import Decimal

import pytest

from models.statements.numbers import chinese_number, numbers_in


def values(text: str) -> list[str]:
    return [str(number.value) for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十五", 45),
        ("一百零三", 103),
        ("二百一十", 210),
        ("一〇三", 103),
        ("一千二百", 1200),
        ("两万三千", 23000),
    ],
)
def test_chinese_numerals_are_read(words: str, number: int) -> None:
    assert chinese_number(words) == number


@pytest.mark.parametrize("text", ["3,119件", "3119件", "3119宗", "3119起", "3119份"])
def test_a_number_may_have_separators_and_any_unit_of_cases(text: str) -> None:
    assert values(text) == ["3119"]


def test_a_number_in_words_needs_its_unit() -> None:
    assert values("一是公开两件，二是三") == ["2"]


@pytest.mark.parametrize("text", ["数十件", "近百件", "上百件", "几十件", "两三件", "百件", "2—3件", "2-3件", "2至3件"])
def test_a_number_that_is_no_single_one_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_number_in_ten_thousands_is_a_whole_one() -> None:
    assert values("1.2万件") == ["12000"]


@pytest.mark.parametrize("text", ["高效办成一件事", "第3件", "2024年", "12%", "30条", "5人次", "三件套"])
def test_what_counts_no_cases_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_bare_number_at_the_end_of_a_phrase_is_read() -> None:
    assert values("维持2、纠正1,其他0") == ["2", "1", "0"]


@pytest.mark.parametrize(
    ("text", "computed", "agrees"),
    [
        ("1.2万件", 11839, True),
        ("1.2万件", 12600, False),
        ("3000余件", 3119, True),
        ("3000余件", 4001, False),
        ("近3000件", 2950, True),
        ("3119件", 3118, False),
    ],
)
def test_a_number_agrees_as_precisely_as_it_is_written(text: str, computed: int, agrees: bool) -> None:  # noqa: FBT001
    (number,) = numbers_in(text)
    assert number.agrees_with(Decimal(computed)) is agrees
