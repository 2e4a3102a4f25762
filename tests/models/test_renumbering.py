"""Numbers of headings and points come into sequence, and stay so where paragraphs move."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.live_figures import LiveFigure
from models.live_text import LiveText
from models.numerals import numeral_of, value_of
from models.renumbering import is_in_sequence, paragraphs_moved, renumbered, renumbered_live

TOTAL = "requests/received/total"
NUMBER = re.compile(r"[一二三四五六七八九十]+|[0-9０-９]+")
LINES = st.lists(
    st.sampled_from(
        [
            "（一）甲",
            "（三）甲",
            "(二)甲。文字",
            "1.乙",
            "4.乙",
            "２．乙",
            "（1）丙",
            "（7）丙",
            "一是丁",
            "1.5倍",
            "",
            "正文12件。",
        ]
    ),
    max_size=12,
)
TEXTS = LINES.map("\n".join)


@pytest.mark.parametrize(("value", "numeral"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九")])
def test_a_numeral_is_written_and_read(value: int, numeral: str) -> None:
    assert (numeral_of(value), value_of(numeral)) == (numeral, value)


def test_digits_are_read_too() -> None:
    assert value_of("12") == 12


@given(st.integers(1, 99))
def test_reading_a_numeral_gives_back_its_number(value: int) -> None:
    assert value_of(numeral_of(value)) == value


def test_each_level_is_numbered_in_sequence() -> None:
    assert renumbered("（二）甲\n（二）乙\n3.丙\n1．丁\n（4）戊") == "（一）甲\n（二）乙\n1.丙\n2．丁\n（1）戊"


def test_a_level_begins_anew_below_each_higher_one() -> None:
    assert (
        renumbered("（一）甲\n1.乙\n（1）丙\n（一）甲\n2.乙\n（2）丙")
        == "（一）甲\n1.乙\n（1）丙\n（二）甲\n1.乙\n（1）丙"
    )


def test_paragraphs_between_do_not_interrupt_the_sequence() -> None:
    assert renumbered("1.甲\n正文。\n1.乙") == "1.甲\n正文。\n2.乙"


def test_a_numbered_paragraph_need_not_be_a_heading() -> None:
    assert renumbered("2.受理申请5件，均已办结。\n2.完善制度。") == "1.受理申请5件，均已办结。\n2.完善制度。"


@pytest.mark.parametrize("text", ["1.5万件申请", "2024.全年", "一是加强培训", "图（三）", "（2024）号", ""])
def test_what_is_no_number_of_a_paragraph_stays(text: str) -> None:
    assert renumbered(text) == text


def test_brackets_indents_and_widths_stay_as_they_are() -> None:
    assert renumbered("　　(三)甲\n （２）乙") == "　　(一)甲\n （１）乙"


@given(TEXTS)
def test_numbering_again_changes_nothing(text: str) -> None:
    assert is_in_sequence(renumbered(text))


@given(TEXTS)
def test_nothing_but_numbers_changes(text: str) -> None:
    assert NUMBER.sub("#", renumbered(text)) == NUMBER.sub("#", text)


@given(TEXTS)
def test_a_text_in_sequence_counts_each_level_from_one(text: str) -> None:
    counts = {"（一": 0, "1.": 0}
    for line in renumbered(text).split("\n"):
        if match := re.match("[（(]([一二三四五六七八九十]+)[）)]", line):
            counts["（一"] += 1
            assert value_of(match[1]) == counts["（一"]


def test_live_figures_stay_on_their_words() -> None:
    text = "（一）甲\n" * 10 + "（九）甲\n（十）乙5件"
    numbered = renumbered_live(LiveText(text, (LiveFigure(59, 60, (TOTAL,)),)))
    [figure] = numbered.live
    assert numbered.text.endswith("（十二）乙5件")
    assert numbered.text[figure.start : figure.stop] == "5"


# ── moving ──────────────────────────────────────────────────────────────

OUTLINE = LiveText("（一）甲\n（二）乙5件\n（三）丙", (LiveFigure(9, 10, (TOTAL,)),))


def test_a_moved_paragraph_takes_its_place_in_the_sequence() -> None:
    moved = paragraphs_moved(OUTLINE, 1, 1, -1)
    assert moved is not None
    assert (moved.text.text, moved.first, moved.last) == ("（一）乙5件\n（二）甲\n（三）丙", 0, 0)
    assert [moved.text.text[each.start : each.stop] for each in moved.text.live] == ["5"]


def test_several_paragraphs_move_together() -> None:
    moved = paragraphs_moved(OUTLINE, 0, 1, 1)
    assert moved is not None
    assert moved.text.text == "（一）丙\n（二）甲\n（三）乙5件"


@pytest.mark.parametrize(("line", "step"), [(0, -1), (2, 1)])
def test_at_the_end_nothing_moves(line: int, step: int) -> None:
    assert paragraphs_moved(OUTLINE, line, line, step) is None


def test_two_lists_that_each_begin_with_one_are_left_as_they_are() -> None:
    moved = paragraphs_moved(LiveText("1.甲\n2.乙\n正文。\n1.丙"), 0, 0, 1)
    assert moved is not None
    assert moved.text.text == "2.乙\n1.甲\n正文。\n1.丙"


@given(LINES, st.data())
def test_moving_there_and_back_changes_nothing(lines: list[str], data: st.DataObject) -> None:
    text = LiveText(renumbered("\n".join(lines)))
    count = text.text.count("\n") + 1
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    moved = paragraphs_moved(text, first, last, 1)
    if moved:
        back = paragraphs_moved(moved.text, moved.first, moved.last, -1)
        assert back is not None
        assert back.text == text
