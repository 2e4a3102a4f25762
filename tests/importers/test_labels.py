"""Labels are compared by their words alone."""

import pytest

from importers.labels import BARE, CORE, EXACT, is_bracketed, likeness, similarity, wording
from models.form import Label

RECEIVED = Label("一、本年新收政府信息公开申请数量")


@pytest.mark.parametrize(
    "text",
    [
        "一 、本年新收政府信息公开\n申请数量",
        "一，本年新收政府信息公开申请数量",
        "⼀、本年新收政府信息公开申请数量",
        "　一、本年新收“政府信息”公开申请数量：",
        "㊀、本年新收政府信息公开申请数量",
    ],
)
def test_space_punctuation_and_radicals_do_not_matter(text: str) -> None:
    assert likeness(text, RECEIVED) == EXACT


@pytest.mark.parametrize("number", ["", "1.", "1、", "（一）", "(1)", "第一，", "## 一、", "㈠"])
def test_the_number_in_front_matters_little(number: str) -> None:
    assert likeness(f"{number}本年新收政府信息公开申请数量", RECEIVED) >= BARE


def test_radicals_that_nfkc_leaves_are_known() -> None:
    assert wording("⻓期").full == "长期"


def test_an_explanation_in_brackets_matters_little() -> None:
    assert likeness("规章（设区的市、自治州政府填写）", Label("规章")) == CORE


def test_a_variant_counts_as_the_label() -> None:
    assert likeness("合计", Label("总计", variants=("合计",))) == EXACT


def test_a_slip_of_the_pen_is_recognised() -> None:
    assert 0 < likeness("其他法律行政法规禁止公", Label("2.其他法律行政法规禁止公开")) < CORE


@pytest.mark.parametrize("other", ["结果纠正", "其他结果", "其他", "总计"])
def test_short_labels_are_never_recognised_by_similarity(other: str) -> None:
    assert not likeness("结果维持", Label(other))


@pytest.mark.parametrize("wrong", ["结果维恃", "结里维持", "结果维持持"])
def test_one_wrong_character_is_tolerated(wrong: str) -> None:
    assert 0 < likeness(wrong, Label("结果维持")) < CORE


@pytest.mark.parametrize(("wrong", "label"), [("总汁", "总计"), ("其地", "其他"), ("甲规章", "规章")])
def test_no_slip_is_tolerated_in_two_characters(wrong: str, label: str) -> None:
    assert not likeness(wrong, Label(label))


def test_a_space_may_stand_for_the_mark_behind_a_number() -> None:
    assert likeness("一 本年新收政府信息公开申请数量", RECEIVED) == EXACT


def test_another_spelling_counts_as_the_same_word() -> None:
    assert likeness("其它", Label("其他")) == EXACT


def test_labels_that_share_a_long_ending_stay_apart() -> None:
    assert not likeness("二、上年结转政府信息公开申请数量", RECEIVED)


def test_a_blank_is_no_label() -> None:
    assert not likeness("　　", Label(""))


def test_a_year_is_no_number_in_front() -> None:
    assert wording("2024年工作").bare == "2024年工作"


def test_similarity_of_the_same_word_is_one() -> None:
    assert similarity("政府信息", "政府信息") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（其中修订16件）", True),
        ("（一）予以公开", False),
        ("（二）部分公开（区分处理的）", False),
        ("（甲（乙）丙）", True),
    ],
)
def test_text_in_one_pair_of_brackets_is_told_from_a_numbered_label(text: str, *, expected: bool) -> None:
    assert is_bracketed(text) is expected
