"""Figures of the text follow the tables, and let go of them when they are changed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cell_value import BLANK, NOT_APPLICABLE, read_value
from models.live_figures import (
    BLANK_FIGURE,
    LiveFigure,
    carried_along,
    followed,
    is_one_let_go,
    put_in,
    shown,
    typed_along,
    within,
)
from models.report import Edit, Report
from models.text_change import TextChange, change_between
from tests.builders import a_report

RECEIVED, TOTAL = "requests/received/natural_person", "requests/received/total"
COMMERCIAL = "requests/received/commercial"
TEXT = "全年收到申请5件。"
FIVE = LiveFigure(6, 7, (TOTAL,))


def a_linked_report(text: str = TEXT, *live: LiveFigure) -> Report:
    report = a_report({RECEIVED: "5"})
    report.apply(Edit(texts={"overview": text}, live={"overview": live or (FIVE,)}))
    return report


def type_in(report: Report, name: str, text: str) -> None:
    report.apply(Edit(cells={name: read_value(text)}))


def live_words(report: Report) -> list[str]:
    return [report.text("overview")[each.start : each.stop] for each in report.live_in("overview")]


def test_a_live_figure_follows_its_cell_through_the_total() -> None:
    report = a_linked_report()
    type_in(report, COMMERCIAL, "7")
    assert report.text("overview") == "全年收到申请12件。"


def test_a_change_of_a_cell_names_the_text_that_follows_it() -> None:
    report = a_linked_report()
    assert report.apply(Edit(cells={COMMERCIAL: read_value("7")})).sections == {"overview"}


def test_live_figures_behind_a_longer_one_move_with_it() -> None:
    report = a_linked_report("共5件，又5件", LiveFigure(1, 2, (TOTAL,)), LiveFigure(5, 6, (TOTAL,)))
    type_in(report, COMMERCIAL, "95")
    assert (report.text("overview"), live_words(report)) == ("共100件，又100件", ["100", "100"])


def test_a_figure_of_blank_cells_is_a_line_to_fill_in() -> None:
    report = a_linked_report()
    type_in(report, RECEIVED, "")
    assert report.text("overview") == f"全年收到申请{BLANK_FIGURE}件。"


@pytest.mark.parametrize(
    ("values", "factor", "words"),
    [
        (["5"], 1, "5"),
        (["5.50"], 1, "5.5"),
        (["1.5"], 10_000, "15000"),
        (["100"], 1, "100"),
        (["2", "3"], 1, "5"),
        (["-3"], 1, "-3"),
        (["约5"], 1, BLANK_FIGURE),
    ],
)
def test_a_figure_is_shown_in_plain_digits(values: list[str], factor: int, words: str) -> None:
    assert shown(map(read_value, values), factor) == words


def test_what_does_not_apply_counts_as_nothing() -> None:
    assert shown([NOT_APPLICABLE, BLANK]) == "0"


def test_typing_before_a_live_figure_moves_it() -> None:
    report = a_linked_report()
    report.apply(Edit(texts={"overview": f"2024年，{TEXT}"}))
    assert live_words(report) == ["5"]


def test_typing_over_a_live_figure_makes_it_a_plain_one() -> None:
    report = a_linked_report()
    report.apply(Edit(texts={"overview": "全年收到申请6件。"}))
    assert report.live_in("overview") == ()


def test_undo_makes_it_a_live_one_again() -> None:
    report = a_linked_report()
    change = report.apply(Edit(texts={"overview": "全年收到申请6件。"}))
    report.apply(change.inverse)
    assert report.live_in("overview") == (FIVE,)


def test_a_live_figure_of_a_cell_that_the_form_does_not_have_cannot_exist() -> None:
    assert a_linked_report(TEXT, LiveFigure(6, 7, ("requests/received/martians",))).live == {}


def test_words_are_no_live_figure() -> None:
    assert a_linked_report(TEXT, LiveFigure(0, 2, (TOTAL,))).text("overview") == TEXT


def test_live_figures_stay_in_their_places_when_the_text_is_cleaned() -> None:
    assert live_words(a_linked_report("全年\r\n收到\x00申请5件。", LiveFigure(9, 10, (TOTAL,)))) == ["5"]


def test_of_two_live_figures_in_one_place_the_first_stays() -> None:
    assert a_linked_report(TEXT, FIVE, LiveFigure(6, 8, (TOTAL,))).live_in("overview") == (FIVE,)


def test_part_of_a_text_brings_its_live_figures_along() -> None:
    inserted = within((FIVE,), 4, 8)
    assert put_in((FIVE,), TextChange(0, 0, 4), inserted) == (LiveFigure(2, 3, (TOTAL,)), LiveFigure(10, 11, (TOTAL,)))


def test_the_cursor_tells_which_of_two_like_letters_was_typed() -> None:
    assert change_between("5件", "55件", caret=1) == TextChange(0, 0, 1)


def test_without_the_cursor_the_last_of_like_letters_was_typed() -> None:
    assert change_between("5件", "55件") == TextChange(1, 1, 1)


@given(st.text("ab", max_size=12), st.text("ab", max_size=12), st.none() | st.integers(0, 14))
def test_a_change_between_two_texts_makes_one_the_other(before: str, after: str, caret: int | None) -> None:
    change = change_between(before, after, caret)
    assert before[: change.start] + change.new_part(after) + before[change.stop :] == after


@given(st.text("ab1", min_size=4, max_size=12), st.text("ab1", max_size=12))
def test_a_figure_that_is_carried_along_keeps_its_words(before: str, after: str) -> None:
    kept = carried_along((LiveFigure(1, 3, (TOTAL,)),), change_between(before, after))
    assert all(after[each.start : each.stop] == before[1:3] for each in kept)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=2))
def test_following_twice_changes_nothing_more(numbers: list[int]) -> None:
    values = dict(zip([RECEIVED, COMMERCIAL], map(read_value, map(str, numbers)), strict=True))
    figures = (LiveFigure(1, 2, (RECEIVED,)), LiveFigure(3, 4, (COMMERCIAL,)))
    once = followed("甲5乙5丙", figures, lambda name: values[name])
    assert followed(*once, lambda name: values[name]) == once


@pytest.mark.parametrize(
    ("after", "caret", "kept"),
    [
        ("全年收到申请53件。", 8, False),
        ("全年收到申请35件。", 7, False),
        ("全年收到申请5.件。", 8, False),
        ("全年收到申请5，件。", 8, True),
        ("全年收到申请5余件。", 8, True),
        ("全年收到申请2024年5件。", 11, True),
        ("2024年全年收到申请5件。", 5, True),
    ],
)
def test_a_live_figure_that_typing_makes_another_is_a_plain_one(after: str, caret: int, kept: bool) -> None:  # noqa: FBT001
    change = change_between(TEXT, after, caret)
    assert bool(typed_along((FIVE,), change, after)) is kept
    assert is_one_let_go((FIVE,), typed_along((FIVE,), change, after), change) is not kept


def test_typing_over_a_whole_live_figure_lets_go_of_none() -> None:
    after = "全年收到申请件。"
    change = change_between(TEXT, after)
    assert not is_one_let_go((FIVE,), typed_along((FIVE,), change, after), change)


def test_where_nothing_is_typed_a_digit_beside_a_live_figure_does_no_harm() -> None:
    assert typed_along((LiveFigure(0, 1, (TOTAL,)),), change_between("53", "53", 1), "53")
