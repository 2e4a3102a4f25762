"""Where lines break and what stands on them, measured in a font whose characters are a size wide, Latin ones half."""

from itertools import pairwise

import pytest

from exporters.page_lines import Line, lines_of
from exporters.print_blocks import Words
from exporters.print_styles import CHARACTER, TEXT_WIDTH, Alignment, Style, print_styles
from exporters.typography import default_typography

STYLES = print_styles(default_typography())
BODY = STYLES.body
CHINESE = "全市各级行政机关坚持以公开为常态以不公开为例外依法答复申请并写明理由和救济途径"


def half_or_whole(character: str, _font: str) -> float:
    return 0.5 if ord(character) < 0x80 else 1.0


def broken(text: str, style: Style = BODY, room: float = TEXT_WIDTH) -> list[Line]:
    return lines_of((Words(text, style),), style, room, half_or_whole)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(sign.character for sign in line.signs) for line in lines]


def right_edge(line: Line) -> float:
    return line.lefts[-1] + line.signs[-1].width


def test_a_full_line_has_28_characters_and_the_first_is_indented_by_two() -> None:
    first, second, _ = broken(CHINESE * 2)
    assert (len(first.signs), len(second.signs)) == (26, 28)
    assert (first.lefts[0], second.lefts[0]) == (2 * CHARACTER, 0)


def test_full_lines_reach_the_margin_and_the_last_does_not() -> None:
    *full, last = broken(CHINESE * 2)
    assert [right_edge(line) for line in full] == pytest.approx([TEXT_WIDTH, TEXT_WIDTH])
    assert right_edge(last) == len(last.signs) * CHARACTER


@pytest.mark.parametrize("mark", "，。、；：！？）》”’」】")
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    for length in range(20, 32):
        lines = texts(broken(f"{CHINESE[:length]}{mark}{CHINESE}"))
        assert not any(line.startswith(mark) for line in lines)


@pytest.mark.parametrize("mark", "（《“‘「【〔")
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    for length in range(20, 32):
        lines = texts(broken(f"{CHINESE[:length]}{mark}{CHINESE}"))
        assert not any(line.endswith(mark) for line in lines)


def test_a_closing_mark_is_pulled_into_its_line() -> None:
    first, *_ = broken(f"{CHINESE[:26]}。{CHINESE}")
    assert len(first.signs) == 27
    assert right_edge(first) <= TEXT_WIDTH + CHARACTER / 2


def test_two_closing_marks_take_a_character_along() -> None:
    first, second, *_ = texts(broken(f"{CHINESE[:26]}。”{CHINESE}"))
    assert (first, second[:3]) == (CHINESE[:25], f"{CHINESE[25]}。”")


@pytest.mark.parametrize("word", ["1573179", "98.5%", "2024", "hazwgk@example.com", "(2024)"])
def test_numbers_and_words_are_not_broken(word: str) -> None:
    for length in range(18, 30):
        assert any(word in line for line in texts(broken(f"{CHINESE[:length]}{word}{CHINESE}")))


def test_what_is_longer_than_a_line_is_broken_anywhere() -> None:
    lines = texts(broken("1" * 130))
    assert "".join(lines) == "1" * 130
    assert len(lines) == 3


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_dash_and_an_ellipsis_stay_whole(pair: str) -> None:
    for length in range(20, 32):
        assert any(pair in line for line in texts(broken(f"{CHINESE[:length]}{pair}{CHINESE}")))


def test_a_quarter_of_a_character_parts_chinese_from_digits() -> None:
    (line,) = broken("共12件")
    gaps = [
        after - before - sign.width for sign, (before, after) in zip(line.signs, pairwise(line.lefts), strict=False)
    ]
    assert gaps == pytest.approx([80, 0, 80])


def test_spreading_leaves_numbers_alone() -> None:
    first, *_ = broken(f"{CHINESE[:22]}2024{CHINESE}")
    digits = [left for sign, left in zip(first.signs, first.lefts, strict=True) if sign.character.isdigit()]
    assert [after - before for before, after in pairwise(digits)] == pytest.approx([155] * 3)


def test_white_space_at_a_line_s_end_takes_no_room() -> None:
    first, second, *_ = texts(broken(f"{CHINESE[:26]}   {CHINESE}"))
    assert (first, second[0]) == (CHINESE[:26], CHINESE[0])


def test_a_line_end_in_the_text_is_one_on_paper() -> None:
    assert texts(broken("机关\n报告", STYLES.title)) == ["机关", "报告"]


def test_no_text_is_one_empty_line() -> None:
    assert broken("") == [Line()]


@pytest.mark.parametrize(("alignment", "left"), [(Alignment.CENTRE, 400), (Alignment.RIGHT, 800), (Alignment.LEFT, 0)])
def test_a_line_stands_where_its_alignment_puts_it(alignment: Alignment, left: float) -> None:
    style = Style("S", "S", BODY.font, size=20, alignment=alignment)
    (line,) = broken("总", style, 1000)
    assert line.lefts == (left,)


def test_page_numbers_stand_a_character_from_the_edge() -> None:
    (odd,), (even,) = broken("— 1 —", STYLES.odd_footer), broken("— 2 —", STYLES.even_footer)
    assert (TEXT_WIDTH - right_edge(odd), even.lefts[0]) == (280, 280)


def test_a_heading_that_runs_on_keeps_the_size_of_its_paragraph() -> None:
    (line,) = lines_of((Words("（一）公开。", STYLES.lead), Words("全年", BODY)), BODY, TEXT_WIDTH, half_or_whole)
    assert {sign.size for sign in line.signs} == {320}
    assert {sign.font for sign in line.signs} == {STYLES.lead.font.chinese, BODY.font.chinese}


def test_a_line_yields_one_text_for_each_font() -> None:
    (line,) = broken("共12件")
    assert [text.text for text in line.texts(100, 200, 578)] == ["共", "12", "件"]
    assert {text.baseline for text in line.texts(100, 200, 578)} == {200 + 289 + 0.38 * 320}
