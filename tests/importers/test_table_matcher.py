"""Figures are found by the labels around them, never by counting."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from importers.blocks import Grid, GridCell
from importers.table_matcher import GridReading, TableMatcher
from models.form import Form, Place
from models.form_file import current_form, known_forms, read_form
from tests.builders import third_form
from tests.importers.documents import form_grid, grid, numbered, relabelled, reordered, without_rows

FORM = current_form()
FIGURES = numbered(FORM)


FOURTH = """
key = "x"
name = "x"
basis = "x"
title = "{year}年报告"
sections = [{ key = "t", name = "t", content = "table", title = "一、办件情况" }]
[[tables]]
key = "t"
name = "表一"
widths = [1, 1, 1, 1, 1, 1, 1]
[[tables.bands]]
corner = { label = "类别" }
columns = [
  { key = "a", label = "上年" }, { key = "b", label = "本年" }, { key = "c", label = "增减" },
  { label = "其中", parts = [{ key = "d", label = "城区" }, { key = "e", label = "乡镇" }] },
]
rows = [
  { label = "来信", parts = [{ key = "mail", label = "已经按期办结的来信" }, { key = "mail_rest", label = "其他" }] },
  { label = "来访", parts = [{ key = "visit", label = "已经按期办结的来访" }, { key = "visit_rest", label = "其他" }] },
]
"""


@pytest.fixture
def fourth(tmp_path: Path) -> Form:
    path = tmp_path / "x.toml"
    path.write_text(FOURTH, encoding="utf-8")
    return read_form(path)


HEADS = ["上年", "本年", "增减", "城区", "乡镇"]


def read(*grids: Grid, form: Form = FORM) -> list[GridReading]:
    matcher = TableMatcher(form, {**known_forms(), form.key: form})
    return [matcher.read(each) for each in grids]


def figures(*grids: Grid, form: Form = FORM) -> dict[str, str]:
    """Return the figures found that are not blank."""
    found = [reading.figures for reading in read(*grids, form=form)]
    return {name: cell.text for each in found for name, cell in each.items() if cell is not None and not cell.is_blank}


def of_table(key: str, values: Mapping[str, str] = FIGURES) -> dict[str, str]:
    return {name: value for name, value in values.items() if name.startswith(f"{key}/")}


def table(key: str, form: Form = FORM) -> Grid:
    return form_grid(form.table(key), numbered(form))


def leftover_texts(reading: GridReading) -> set[str]:
    return set() if reading.leftover is None else {cell.text for cell in reading.leftover.cells}


@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
def test_every_table_of_every_form_is_read_from_its_own_labels(form: Form) -> None:
    grids = [form_grid(each, numbered(form)) for each in form.tables]
    assert figures(*grids, form=form) == numbered(form)


@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
def test_nothing_of_a_statutory_table_is_left_over(form: Form) -> None:
    assert [reading.leftover for reading in read(*(form_grid(each) for each in form.tables), form=form)] == [
        None
    ] * len(form.tables)


@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
def test_every_cell_of_a_blank_table_is_found_blank(form: Form) -> None:
    found = [reading.figures for reading in read(*(form_grid(each) for each in form.tables), form=form)]
    assert {name for each in found for name in each} == set(form.cells)


@pytest.mark.parametrize("key", ["proactive", "requests", "review_litigation"])
def test_split_labels_and_odd_punctuation_change_nothing(key: str) -> None:
    def careless(cell: GridCell) -> str:
        text = cell.text.replace("、", "，").replace("（", "(").replace("）", ")").replace("“", '"').replace("”", '"')
        return text if text.isdigit() else f"　{text[:2]}\n{text[2:]} "

    assert figures(relabelled(table(key), careless)) == of_table(key)


@pytest.mark.parametrize("row", range(3, 28))
def test_a_missing_row_shifts_no_other(row: int) -> None:
    gone = {name for name, cell in FORM.table("requests").cells.items() if cell.place.row == row}
    found = figures(without_rows(table("requests"), [row]))
    assert found == {name: value for name, value in of_table("requests").items() if name not in gone}


def test_rows_in_another_order_keep_their_figures() -> None:
    assert figures(reordered(table("proactive"), [0, 1, 3, 2, 7, 8, 10, 9, 4, 5, 6, 11, 12, 13])) == of_table(
        "proactive"
    )


def test_columns_in_another_order_keep_their_figures() -> None:
    def mirrored(cell: GridCell) -> GridCell:
        is_figure_column = cell.place.row in {1, 2, 3} and cell.place.column
        return GridCell(cell.text, Place(cell.place.row, 4 - cell.place.column)) if is_figure_column else cell

    assert figures(Grid(tuple(mirrored(cell) for cell in table("proactive").cells))) == of_table("proactive")


def test_a_small_table_for_each_band_is_read() -> None:
    whole = table("proactive")
    parts = [reordered(whole, rows) for rows in (range(4), range(4, 7), range(7, 11), range(11, 14))]
    assert figures(*parts) == of_table("proactive")


def test_a_table_cut_in_two_keeps_its_columns() -> None:
    whole = table("requests")
    first = without_rows(whole, range(18, 28))
    second = without_rows(whole, range(18))
    assert figures(first, second) == of_table("requests")


def test_figures_on_the_next_page_keep_the_columns_of_their_header() -> None:
    whole = table("review_litigation")
    assert figures(without_rows(whole, [3]), without_rows(whole, range(3))) == of_table("review_litigation")


def test_a_header_repeated_on_each_page_is_no_figure() -> None:
    whole = table("requests")
    assert figures(without_rows(whole, range(18, 28)), without_rows(whole, range(3, 18))) == of_table("requests")


def test_everything_stacked_in_one_grid_is_read() -> None:
    stacked: list[GridCell] = []
    top = 0
    for each in FORM.tables:
        part = form_grid(each, FIGURES)
        stacked += [
            GridCell(c.text, Place(c.place.row + top, c.place.column, c.place.row_span, c.place.column_span))
            for c in part.cells
        ]
        top += part.row_count
    assert figures(Grid(tuple(stacked))) == FIGURES


def test_groups_printed_once_with_blanks_below_are_understood() -> None:
    """In some files nothing is merged: the cell says it once and those it should cover are blank."""
    bare = [GridCell(c.text, Place(c.place.row, c.place.column)) for c in table("requests").cells]
    assert figures(Grid(tuple(bare))) == of_table("requests")


def test_labels_of_the_header_may_be_split_over_two_rows() -> None:
    rows = [
        ["信息内容", "本年制发", "本年废止", "现行有效"],
        ["", "件数", "件数", "件数"],
        ["规章", "1", "2", "3"],
        ["行政规范性文件", "4", "5", "6"],
    ]
    assert figures(grid(*rows)) == {
        "proactive/regulations/issued": "1",
        "proactive/regulations/repealed": "2",
        "proactive/regulations/in_force": "3",
        "proactive/normative_documents/issued": "4",
        "proactive/normative_documents/repealed": "5",
        "proactive/normative_documents/in_force": "6",
    }


def test_figures_merged_otherwise_than_their_labels_are_taken_in_order() -> None:
    form = known_forms()["zfxxgk-2019"]
    cells = [
        *(GridCell(text, Place(0, column, 1, width)) for text, column, width in (
            ("信息内容", 0, 1), ("上一年项目数量", 1, 2), ("本年增/减", 3, 2), ("处理决定数量", 5, 2))),
        *(GridCell(text, Place(1, column, 1, width)) for text, column, width in (
            ("行政许可", 0, 1), ("7", 1, 1), ("-2", 2, 2), ("9", 4, 3))),
    ]  # fmt: skip
    assert figures(Grid(tuple(cells)), form=form) == {
        "proactive/licences/items_last_year": "7",
        "proactive/licences/items_change": "-2",
        "proactive/licences/decisions": "9",
    }


def test_an_older_forms_row_is_read_into_the_row_it_moved_to() -> None:
    older = known_forms()["zfxxgk-2019"]
    found = figures(form_grid(older.table("requests"), numbered(older)))
    assert found["requests/other.rest/natural_person"] == numbered(older)["requests/other/natural_person"]


def test_a_row_of_another_group_is_not_taken_for_one_of_the_same_short_name() -> None:
    def moved(cell: GridCell) -> str:
        return "（三）不予公开" if cell.text == "（六）其他处理" else cell.text

    only_rest = without_rows(relabelled(table("requests"), moved), [23, 24])
    assert not any(name.startswith("requests/other.rest") for name in figures(only_rest))


def test_a_row_the_form_does_not_have_is_left_over() -> None:
    (reading,) = read(
        grid(
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "1", "2", "3"],
            ["内部文件", "86", "5", "25"],
        )
    )
    assert leftover_texts(reading) == {"内部文件", "86", "5", "25"}


def test_a_column_the_form_does_not_have_is_left_over() -> None:
    (reading,) = read(grid(["信息内容", "本年制发件数", "本年废止件数", "备案件数"], ["规章", "1", "2", "33"]))
    assert reading.quotes == ["备案件数", "规章 33"]


def test_figures_in_the_row_of_a_group_are_left_over() -> None:
    def stray(cell: GridCell) -> str:
        return (
            "（三）不予公开" if cell.text == "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" else cell.text
        )

    (reading,) = read(relabelled(table("requests"), stray))
    assert FIGURES["requests/partly_granted/natural_person"] in leftover_texts(reading)


def test_a_table_of_something_else_is_left_over_whole() -> None:
    other = grid(["索引号", "001"], ["发布机构", "某某局"])
    assert read(other)[0].leftover == other


def test_a_table_that_shares_one_label_is_left_over_whole() -> None:
    other = grid(["项目", "本年处理决定数量"], ["信访", "5"])
    assert read(other)[0].leftover == other


def test_a_row_that_comes_twice_is_taken_where_it_fits_best() -> None:
    rows = [["信息内容", "本年处理决定数量"], ["其中行政许可决定", "5"], ["行政许可", "9"]]
    assert figures(grid(*rows)) == {"proactive/licences/decisions": "9"}


def test_a_label_recognised_by_similarity_is_a_doubt() -> None:
    def wrong(cell: GridCell) -> str:
        return "2.其他法律行政法规禁止公" if cell.text.startswith("2.其他法律") else cell.text

    (reading,) = read(relabelled(table("requests"), wrong))
    assert reading.doubts == {"2.其他法律行政法规禁止公": "2.其他法律行政法规禁止公开"}


def test_an_exact_table_raises_no_doubt() -> None:
    assert not read(table("requests"))[0].doubts


def test_like_columns_without_their_groups_are_not_guessed() -> None:
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2
    assert not figures(grid(heads, ["1"] * 10))


def test_words_directly_under_a_header_are_entries() -> None:
    found = figures(form_grid(FORM.table("review_litigation"), {"review_litigation/review/upheld": "无"}))
    assert found == {"review_litigation/review/upheld": "无"}


def test_a_remark_in_a_blank_cell_is_no_label() -> None:
    found = figures(form_grid(FORM.table("requests"), {"requests/received/commercial": "（其他）"}))
    assert found == {"requests/received/commercial": "（其他）"}


def test_a_short_label_under_its_group_is_that_groups(fourth: Form) -> None:
    rows = grid(["类别", "", *HEADS], ["来访", "其他", "1", "2", "3", "4", "5"])
    assert set(figures(rows, form=fourth)) == {f"t/visit_rest/{key}" for key in "abcde"}


def test_a_short_label_without_its_group_is_not_guessed(fourth: Form) -> None:
    assert not figures(grid(["类别", "", *HEADS], ["", "其他", "1", "2", "3", "4", "5"]), form=fourth)


def test_a_long_label_is_known_under_a_group_of_another_name(fourth: Form) -> None:
    rows = grid(["类别", "", *HEADS], ["信函", "已经按期办结的来信", "1", "2", "3", "4", "5"])
    assert set(figures(rows, form=fourth)) == {f"t/mail/{key}" for key in "abcde"}


def test_a_header_that_goes_on_in_the_next_row_is_read_to_its_end(fourth: Form) -> None:
    rows = grid(
        ["类别", "", "上年", "本年", "增减", "其中", ""],
        ["", "", "", "", "", "城区", "乡镇"],
        ["来信", "其他", "1", "2", "3", "4", "5"],
    )
    assert set(figures(rows, form=fourth)) == {f"t/mail_rest/{key}" for key in "abcde"}


def test_a_header_on_a_page_of_its_own_is_remembered(fourth: Form) -> None:
    head, body = grid(["类别", "", *HEADS]), grid(["来信", "其他", "1", "2", "3", "4", "5"])
    assert len(figures(head, body, form=fourth)) == len(HEADS)


def test_a_grid_of_another_width_does_not_go_on_with_the_columns(fourth: Form) -> None:
    head, body = grid(["类别", "", *HEADS]), grid(["来信", "其他", "1", "2", "3", "4"])
    assert not figures(head, body, form=fourth)
