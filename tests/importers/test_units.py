"""A cell's text becomes an entry in the unit and sense of its cell."""

import pytest

from importers.units import Figure, read_figure, stands_for_figure, unit_in
from models.form import Cell, CellKind, Label, Place


def a_cell(kind: CellKind = CellKind.COUNT, unit: str = "") -> Cell:
    return Cell("t/r/c", Place(0, 0), (Label("行", name="行"),), (Label("列", name="列"),), "行", "列", kind, unit)


MONEY = a_cell(CellKind.AMOUNT, "万元")
CHANGE = a_cell(CellKind.CHANGE)


def entry(text: str, cell: Cell, unit: str = "") -> str:
    return str(read_figure(cell, text, unit).entry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12件", "12"),
        ("12 份", "12"),
        ("１２件", "12"),
        ("1,234件", "1234"),
        ("22件（其中修订16件）", "22（其中修订16件）"),
        ("22（件）", "22"),
        ("22（其中修订16件）", "22（其中修订16件）"),
        ("5", "5"),
        ("", ""),
        ("/", "/"),
    ],
)
def test_a_counting_word_is_no_part_of_a_count(text: str, expected: str) -> None:
    assert read_figure(a_cell(), text) == Figure(read_figure(a_cell(), expected).entry)
    assert entry(text, a_cell()) == expected


@pytest.mark.parametrize("text", ["—", "-", "无", "——", "若干", "12元", "约12件", "减3", "12人", "件", "12或13件"])
def test_what_is_no_count_stays_as_it_is(text: str) -> None:
    assert entry(text, a_cell()) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("251000元", "25.1"),
        ("251000 元", "25.1"),
        ("251000（元）", "25.1"),
        ("人民币251000元", "人民币251000元"),
        ("1.5亿元", "15000"),
        ("9472.93 万元", "9472.93"),
        ("9472.93万", "9472.93"),
        ("0元", "0"),
        ("3元", "0.0003"),
        ("15000000", "15000000"),
        ("251000元（含上年）", "25.1（含上年）"),
    ],
)
def test_money_comes_in_the_unit_of_the_form(text: str, expected: str) -> None:
    assert entry(text, MONEY) == expected


def test_a_conversion_is_told_with_both_figures() -> None:
    assert (
        read_figure(MONEY, "251000元").doubt
        == "行 × 列在原文件中写的是“251000元”，已换算为“25.1”（单位：万元），请核对"
    )


@pytest.mark.parametrize("text", ["9472.93 万元", "0元", "25.1"])
def test_money_in_the_unit_of_the_form_is_no_doubt(text: str) -> None:
    assert not read_figure(MONEY, text).doubt


def test_money_of_more_digits_than_a_cell_holds_is_left() -> None:
    assert entry("123456789012345亿元", MONEY) == "123456789012345亿元"


def test_the_unit_of_the_label_counts_for_its_figures() -> None:
    figure = read_figure(MONEY, "251000", "元")
    assert (str(figure.entry), "251000（单位：元）" in figure.doubt) == ("25.1", True)


def test_the_unit_beside_a_figure_counts_more_than_that_of_the_label() -> None:
    assert entry("25.1万元", MONEY, "元") == "25.1"


def test_a_unit_where_the_form_has_none_is_kept_as_a_remark() -> None:
    assert entry("251000元", a_cell(CellKind.AMOUNT)) == "251000（元）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("减3", "-3"),
        ("减少 3", "-3"),
        ("—3", "-3"),
        ("增5", "5"),
        ("+1036", "1036"),
        ("-8", "-8"),
        ("减3件", "-3"),
        ("—", "—"),
    ],
)
def test_signs_in_words_count_where_changes_are_counted(text: str, expected: str) -> None:
    assert entry(text, CHANGE) == expected


def test_a_sign_in_words_is_told() -> None:
    assert "“减3”，已按“-3”读入" in read_figure(CHANGE, "减3").doubt


@pytest.mark.parametrize("text", ["? 7", "?7", "？7", "\ufffd7", "7 ?"])
def test_remains_of_lost_spaces_are_left_out_and_told(text: str) -> None:
    figure = read_figure(a_cell(), text)
    assert (str(figure.entry), bool(figure.doubt)) == ("7", True)


def test_a_question_is_no_lost_space() -> None:
    assert entry("7？", a_cell()) == "7？"


def test_digits_on_two_lines_are_not_taken_for_one_number() -> None:
    assert entry("118\n39", a_cell()) == "118 39"


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("收费金额（单位：元）", "元"),
        ("收费金额(单位:万元)", "万元"),
        ("收费金额（元）", "元"),
        ("收费金额", ""),
        ("收费单元", ""),
    ],
)
def test_the_unit_in_a_label_is_found(label: str, unit: str) -> None:
    assert unit_in(label) == unit


@pytest.mark.parametrize("text", ["7", "７件", "无", "—", "/", "? 0", "减3", "", "22（其中修订16件）", "251000元"])
def test_figures_and_placeholders_stand_for_figures(text: str) -> None:
    assert stands_for_figure(text)


@pytest.mark.parametrize("text", ["规章", "3.其他", "（七）总计", "2024年", "1.属于国家秘密", "第二十条"])
def test_labels_do_not_stand_for_figures(text: str) -> None:
    assert not stands_for_figure(text)
