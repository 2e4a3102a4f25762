"""Half-width marks in Chinese text made full-width ones, one for one, and nothing else touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import find_problems
from models.live_figures import LiveFigure
from models.punctuation import in_full_width, stray_marks
from models.report import Edit
from models.text_edits import full_width_edit
from tests.builders import a_clean_report

TEXTS = st.text("政府一，。；》“”（）()[]的,;:?!.12%aB/ \n", max_size=60)
LATIN = st.text("abz019,;:?!.(/-_%&= ", max_size=40)
HALF, FULL = ",;:?!.()", "，；：？！。（）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年平稳,各项工作:一切;好?行!", "全年平稳，各项工作：一切；好？行！"),
        ("收费2,230元,受理1,234件.", "收费2,230元，受理1,234件。"),
        ("电话:0517-83600000,9:00至17:00", "电话：0517-83600000,9:00至17:00"),
        ("(一)主动公开(含2项),依申请公开", "（一）主动公开（含2项），依申请公开"),
        ("(1)制度;(2)培训.", "（1）制度；（2）培训。"),
        ("网站(https://www.example.cn/a,b:c;d?e=1)上", "网站（https://www.example.cn/a,b:c;d?e=1）上"),
        ("《条例》,“要求”;", "《条例》，“要求”；"),
        ("甲（乙)丙(丁）", "甲（乙）丙（丁）"),
        ("OA(办公)系统", "OA（办公）系统"),
        ("见附件(1)(2),", "见附件（1）（2），"),
    ],
)
def test_marks_in_chinese_become_full_width(text: str, expected: str) -> None:
    assert in_full_width(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "f(x)函数",
        "30(15)",
        "一.总则",
        "1.培训",
        "1,234,567.89",
        "12:30",
        "a,b;c:d?e!f",
        "gk@163.com",
        "1)主动",
        "(",
        ")",
    ],
)
def test_marks_of_numbers_latin_words_and_addresses_stay(text: str) -> None:
    assert in_full_width(text) == text


@given(TEXTS)
def test_each_mark_becomes_its_own_full_width_form_and_all_else_stays(text: str) -> None:
    wider = in_full_width(text)
    assert len(wider) == len(text)
    for before, after in zip(text, wider, strict=True):
        assert before == after or (before in HALF and FULL[HALF.index(before)] == after)


@given(TEXTS)
def test_a_second_time_changes_nothing(text: str) -> None:
    assert in_full_width(in_full_width(text)) == in_full_width(text)


@given(TEXTS)
def test_no_mark_is_left_that_the_check_would_tell(text: str) -> None:
    assert not stray_marks(in_full_width(text))


@given(TEXTS)
def test_nothing_between_two_digits_is_touched(text: str) -> None:
    wider = in_full_width(text)
    for match in re.finditer(r"(?<=[0-9])[^0-9](?=[0-9])", text):
        assert wider[match.start()] == text[match.start()] or match[0] in "()"


@given(LATIN)
def test_a_text_without_chinese_stays(text: str) -> None:
    assert in_full_width(text) == text


def test_the_edit_keeps_live_figures_and_silences_the_check() -> None:
    report = a_clean_report()
    text = "受理6件,办结6件;无结转."
    live = (LiveFigure(2, 3, ("requests/received/total",)),)
    report.apply(Edit(texts={"problems": text}, live={"problems": live}))
    assert [each for each in find_problems(report) if each.code == "wording"]
    edit = full_width_edit(report, "problems")
    report.apply(edit)
    assert (report.text("problems"), report.live_in("problems")) == ("受理6件，办结6件；无结转。", live)
    assert not [each for each in find_problems(report) if each.code == "wording"]
    assert edit.label == "改 3 处标点为全角"


def test_a_text_without_such_marks_is_not_edited() -> None:
    assert full_width_edit(a_clean_report(), "overview") == Edit()
