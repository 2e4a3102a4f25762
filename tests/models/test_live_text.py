"""Parts of a text and its live figures are taken out and put in together."""

from hypothesis import given
from hypothesis import strategies as st

from models.live_figures import LiveFigure
from models.live_text import LiveText, joined

CELL = ("requests/received/total",)
TEXT = LiveText("收5件\n办6件", (LiveFigure(1, 2, CELL), LiveFigure(5, 6, CELL)))


def figures(text: LiveText) -> list[str]:
    return [text.text[each.start : each.stop] for each in text.live]


def test_a_part_keeps_its_live_figures() -> None:
    assert TEXT.part(4, 7) == LiveText("办6件", (LiveFigure(1, 2, CELL),))


def test_a_live_figure_that_is_cut_through_is_plain_in_the_part() -> None:
    assert LiveText("12件", (LiveFigure(0, 2, CELL),)).part(1, 3).live == ()


def test_a_part_put_in_brings_its_live_figures_along() -> None:
    both = TEXT.with_part(0, 0, LiveText("共9", (LiveFigure(1, 2, CELL),)))
    assert (both.text, figures(both)) == ("共9收5件\n办6件", ["9", "5", "6"])


@given(st.text("a1\n", max_size=15))
def test_the_paragraphs_of_a_text_make_it_again(text: str) -> None:
    live = tuple(LiveFigure(place, place + 1, CELL) for place, letter in enumerate(text) if letter == "1")
    assert joined(LiveText(text, live).lines()) == LiveText(text, live)


def test_nothing_put_in_within_a_live_figure_leaves_it_live() -> None:
    text = LiveText("12件", (LiveFigure(0, 2, CELL),))
    assert text.with_part(1, 1, LiveText("")) == text
