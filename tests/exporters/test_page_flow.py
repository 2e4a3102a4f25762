"""Which page a strip goes to."""

from dataclasses import replace

from exporters.page_flow import Strip, flow

LINE = Strip(block=0, index=0, height=100)


def lines(count: int, **properties: bool) -> list[Strip]:
    return [replace(LINE, index=number, **properties) for number in range(count)]


def tops(strips: list[Strip], height: float = 1000) -> list[list[float]]:
    return [[top for top, _ in page] for page in flow(strips, height)]


def counts(strips: list[Strip], height: float = 1000) -> list[int]:
    return [len(page) for page in tops(strips, height)]


def test_pages_are_filled_to_the_last_line() -> None:
    assert counts(lines(25)) == [10, 10, 5]


def test_a_heading_goes_with_what_follows() -> None:
    assert counts([*lines(9), *lines(1, is_kept=True), *lines(2)]) == [9, 3]


def test_what_belongs_together_begins_a_page_where_it_fits_only_there() -> None:
    assert counts([*lines(5), *lines(7, is_kept=True), *lines(1)]) == [5, 8]


def test_what_is_longer_than_a_page_is_parted_all_the_same() -> None:
    assert counts([*lines(3), *lines(14, is_kept=True), *lines(1)]) == [3, 10, 5]


def test_what_is_repeated_stands_above_a_row_that_begins_a_page() -> None:
    rows = [replace(LINE, header=200)] * 12
    assert tops(rows) == [[200, 300, 400, 500, 600, 700, 800, 900], [200, 300, 400, 500]]


def test_space_above_is_left_out_at_the_top_of_a_page() -> None:
    spaced = replace(LINE, before=50)
    assert tops([spaced, spaced]) == [[0, 150]]
    assert tops([*lines(10), spaced])[1] == [0]


def test_space_below_moves_what_follows() -> None:
    assert tops([replace(LINE, after=30), LINE]) == [[0, 130]]


def test_what_cannot_be_seen_makes_no_page() -> None:
    assert counts([*lines(10), *lines(1, is_blank=True)]) == [10]


def test_nothing_makes_no_page() -> None:
    assert counts([]) == []
