"""Tables in PDF files written by hand: how lines make cells, and what happens at the end of a page."""

from itertools import pairwise

import pytest

from importers.blocks import Grid
from importers.pdf import read_pdf
from models.form import Place
from tests.importers.pdf_writing import (
    INDENT,
    SENTENCE,
    blocks_of,
    cells,
    grid_in,
    line,
    pdf,
    rectangle,
    remarks_on,
    ruled,
    text,
    written,
)

COLUMNS, ROWS = (80, 200, 320, 512), (100, 130, 160, 190)
TEXTS = (("类别", "甲", "乙"), ("子", "11", "12"), ("丑", "21", "22"))


# ── tables ──────────────────────────────────────────────────────────────


def test_a_table_becomes_a_grid_in_its_place() -> None:
    page = (
        text(INDENT, 80, "表前的话。")
        + ruled(COLUMNS, ROWS)
        + cells(COLUMNS, ROWS, TEXTS)
        + text(INDENT, 240, "表后的话。")
    )
    assert blocks_of(page) == ["表前的话。", [each for row in TEXTS for each in row], "表后的话。"]


def test_a_missing_line_merges_cells() -> None:
    lines = "".join(
        [
            *(line(80, y, 512, y) for y in (100, 130, 190)),
            line(200, 160, 512, 160),
            line(80, 100, 80, 190),
            line(200, 130, 200, 190),
            line(512, 100, 512, 190),
        ]
    )
    assert [cell.place for cell in grid_in(lines + written(SENTENCE, 300)).cells] == [
        Place(0, 0, 1, 2),
        Place(1, 0, 2, 1),
        Place(1, 1, 1, 1),
        Place(2, 1, 1, 1),
    ]


def test_cells_that_form_no_rectangle_are_parted_by_rows() -> None:
    open_corner = ruled(COLUMNS, ROWS).replace(line(80, 130, 512, 130), line(200, 130, 512, 130))
    bent = open_corner.replace(line(200, 100, 200, 190), line(200, 130, 200, 190))
    grid = grid_in(bent + cells(COLUMNS, ROWS, TEXTS) + written(SENTENCE, 300))
    assert [(cell.text, cell.place.column_span) for cell in grid.cells][:2] == [("类别 甲", 2), ("乙", 1)]


def _dashed(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    across = [line(x, y, min(x + 4, columns[-1]), y) for y in rows for x in range(columns[0], columns[-1], 6)]
    return "".join(
        [*across, *(line(x, y, x, min(y + 4, rows[-1])) for x in columns for y in range(rows[0], rows[-1], 6))]
    )


def _filled(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    across = [rectangle(columns[0], y, columns[-1] - columns[0], 0.5, "f") for y in rows]
    return "".join([*across, *(rectangle(x, rows[0], 0.5, rows[-1] - rows[0], "f") for x in columns)])


def _boxed(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    return "".join(
        rectangle(x, y, right - x, below - y) for x, right in pairwise(columns) for y, below in pairwise(rows)
    )


def _doubled(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    inner = [x + 1.5 for x in columns], [y + 1.5 for y in rows]
    return ruled(columns, rows) + ruled(*inner)


def _open_at_the_sides(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    across = [line(columns[0], y, columns[-1], y) for y in rows]
    return "".join([*across, *(line(x, rows[0], x, rows[-1]) for x in columns[1:-1])])


def _shaded(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    shades = [rectangle(80, y, 432, 30, "f") for y in rows[:-1]]
    white = rectangle(90, 105, 400, 80)
    return f"q .8 .9 1 rg {''.join(shades)} 1 G {white} Q {ruled(columns, rows)}"


@pytest.mark.parametrize("draw", [_dashed, _filled, _boxed, _doubled, _open_at_the_sides, _shaded])
def test_lines_may_be_drawn_in_any_way(draw: object) -> None:
    assert callable(draw)
    grid = grid_in(draw(COLUMNS, ROWS) + cells(COLUMNS, ROWS, TEXTS) + written(SENTENCE, 300))
    assert [(cell.text, cell.place.row, cell.place.column) for cell in grid.cells] == [
        (words, row, column) for row, texts in enumerate(TEXTS) for column, words in enumerate(texts)
    ]


def test_a_frame_around_text_is_no_table() -> None:
    assert blocks_of(rectangle(60, 60, 480, 300) + written(SENTENCE * 2)) == [SENTENCE * 2]


def test_a_frame_around_a_table_does_not_hide_it() -> None:
    page = rectangle(60, 60, 480, 300) + line(300, 250, 300, 360) + ruled(COLUMNS, ROWS) + cells(COLUMNS, ROWS, TEXTS)
    assert grid_in(page + written(SENTENCE, 400)).row_count == 3


def test_lines_of_a_cell_are_joined_without_spaces() -> None:
    page = ruled(COLUMNS, ROWS) + text(83, 113, "规范性", 10) + text(83, 125, "文件", 10)
    assert grid_in(page + written(SENTENCE, 300)).cells[0].text == "规范性文件"


def test_a_label_written_downwards_is_read_downwards() -> None:
    down = "".join(text(90, 120 + 14 * index, character, 10) for index, character in enumerate("办理结果"))
    lines = ruled((80, 110), (100, 190)) + ruled((110, 300), ROWS)
    assert grid_in(lines + down + written(SENTENCE, 300)).cells[0].text == "办理结果"


def test_figures_one_below_the_other_are_not_made_one() -> None:
    page = ruled(COLUMNS, ROWS) + text(203, 113, "12", 10) + text(203, 125, "34", 10)
    assert grid_in(page + written(SENTENCE, 300)).cells[1].text == "12\n34"


def test_a_figure_too_long_for_its_cell_is_made_one() -> None:
    columns = (80, 200, 230)
    page = ruled(columns, ROWS) + text(203, 113, "39857", 10) + text(203, 125, "58", 10)
    assert grid_in(page + written(SENTENCE, 300)).cells[1].text == "3985758"


# ── tables over the end of a page ───────────────────────────────────────

LOW, HIGH = (700, 730, 760), (60, 90, 120)
TWO = (80, 300, 512)


def _cut(
    above: tuple[tuple[str, ...], ...], below: tuple[tuple[str, ...], ...], columns: tuple[int, ...] = TWO
) -> tuple[str, str]:
    first = ruled(columns, LOW) + cells(columns, LOW, above) + text(280, 800, "- 1 -", 12)
    second = ruled(columns, HIGH) + cells(columns, HIGH, below) + text(280, 800, "- 2 -", 12)
    return first + written(SENTENCE), second + written(SENTENCE, 200)


def test_a_table_goes_on_on_the_next_page() -> None:
    grid = grid_in(*_cut((("类别", "件数"), ("甲", "1")), (("乙", "2"), ("丙", "3"))))
    assert [cell.text for cell in grid.cells] == ["类别", "件数", "甲", "1", "乙", "2", "丙", "3"]


def test_a_header_that_repeats_stands_once() -> None:
    grid = grid_in(*_cut((("类别", "件数"), ("甲", "1")), (("类别", "件数"), ("丙", "3"))))
    assert [cell.text for cell in grid.cells] == ["类别", "件数", "甲", "1", "丙", "3"]


def test_words_that_a_table_goes_on_are_dropped() -> None:
    first, second = _cut((("类别", "件数"), ("甲", "1")), (("乙", "2"), ("丙", "3")))
    assert grid_in(first, text(250, 50, "（续表）", 10) + second).row_count == 4


def test_tables_of_other_width_are_not_joined() -> None:
    first, _ = _cut((("类别", "件数"), ("甲", "1")), ())
    second = ruled((120, 300, 500), HIGH) + cells((120, 300, 500), HIGH, (("乙", "2"), ("丙", "3")))
    grids = [block for block in read_pdf(pdf(first, second), "年报.pdf").blocks if isinstance(block, Grid)]
    assert [grid.row_count for grid in grids] == [2, 2]


def test_tables_with_text_between_are_not_joined() -> None:
    first, second = _cut((("类别", "件数"), ("甲", "1")), (("乙", "2"), ("丙", "3")))
    blocks = read_pdf(pdf(first + text(INDENT, 780, "表后的话。"), second), "年报.pdf").blocks
    assert sum(isinstance(block, Grid) for block in blocks) == 2


LONG = "1.申请人没有正当理由而逾期不作补正答复"


def test_a_row_cut_by_the_page_is_joined_and_said() -> None:
    columns = (80, 285, 512)
    pages = _cut((("类别", "件数"), (LONG, "5")), (("的情形", ""), ("丙", "3")), columns)
    assert [cell.text for cell in grid_in(*pages).cells][2:4] == [f"{LONG}的情形", "5"]
    assert any(f"“{LONG}的情形”是由前后两页" in remark for remark in remarks_on(*pages))


def test_a_row_with_a_number_in_front_is_a_new_one() -> None:
    pages = _cut((("类别", "件数"), (LONG, "5")), (("2.其他", ""), ("丙", "3")), (80, 285, 512))
    assert [cell.text for cell in grid_in(*pages).cells][2:6] == [LONG, "5", "2.其他", ""]


def test_a_figure_cut_by_the_page_is_joined() -> None:
    pages = _cut((("类别", "件数"), ("甲", "16056")), (("", "6"), ("丙", "3")), (80, 480, 512))
    assert [cell.text for cell in grid_in(*pages).cells][2:4] == ["甲", "160566"]


@pytest.mark.parametrize("parts", [(("甲", ""), ("", "7")), (("", "7"), ("甲", ""))])
def test_a_label_and_its_figures_on_two_pages_are_one_row(parts: tuple[tuple[str, str], tuple[str, str]]) -> None:
    pages = _cut((("类别", "件数"), parts[0]), (parts[1], ("丙", "3")))
    assert [cell.text for cell in grid_in(*pages).cells] == ["类别", "件数", "甲", "7", "丙", "3"]


def test_a_row_without_figures_stays_one() -> None:
    grid = grid_in(*_cut((("类别", "件数"), ("甲", "")), (("乙", "7"), ("丙", "3"))))
    assert [cell.text for cell in grid.cells] == ["类别", "件数", "甲", "", "乙", "7", "丙", "3"]


def test_figures_in_two_rows_stay_two() -> None:
    pages = _cut((("类别", "件数"), ("甲", "16056")), (("乙", "6"), ("丙", "3")), (80, 480, 512))
    assert [cell.text for cell in grid_in(*pages).cells][3::2] == ["16056", "6", "3"]


def test_a_group_cut_by_the_page_keeps_its_label() -> None:
    columns = (80, 122, 300, 512)
    above = (("类别", "", "件数"), ("（四）无", "1.不掌握", "5"))
    first = ruled(columns, LOW) + cells(columns, LOW, above) + written(SENTENCE)
    lines = ruled((80, 122), (60, 120)) + ruled((122, 300, 512), HIGH)
    second = lines + cells(columns, HIGH, (("法提供", "2.不予制作", "6"), ("", "3.仍不明确", "7")))
    grid = grid_in(first, second + written(SENTENCE, 200))
    assert [cell.place.row_span for cell in grid.cells if cell.text == "（四）无法提供"] == [3]
