"""A Word table becomes a grid, merged cells and all."""

from importers.blocks import Grid
from models.form import Place
from tests.importers.documents import BEGIN, GO_ON, blocks_of, grid_in, p, span, tbl, tc, texts_of, tr


def places_of(body: str) -> dict[str, Place]:
    return {cell.text: cell.place for cell in grid_in(body).cells}


def test_cells_stand_in_their_rows_and_columns() -> None:
    assert places_of(tbl(["甲", "乙"], ["丙", "丁"]))["丁"] == Place(1, 1)


def test_a_cell_covers_several_columns() -> None:
    assert places_of(tbl([("甲", span(3)), "乙"])) == {"甲": Place(0, 0, 1, 3), "乙": Place(0, 3)}


def test_a_cell_covers_several_rows() -> None:
    assert places_of(tbl([("甲", BEGIN), "乙"], [("", GO_ON), "丙"], [("", GO_ON), "丁"]))["甲"] == Place(0, 0, 3, 1)


def test_a_merge_that_nothing_begins_is_a_cell_of_its_own() -> None:
    assert places_of(tbl([("甲", GO_ON), "乙"], [("", GO_ON), "丙"]))["甲"] == Place(0, 0, 2, 1)


def test_a_merge_does_not_join_with_an_unmerged_cell_above() -> None:
    assert places_of(tbl(["甲", "乙"], [("", GO_ON), "丙"]))["甲"] == Place(0, 0)


def test_text_in_a_continued_cell_is_not_lost() -> None:
    assert "丙" in places_of(tbl([("甲", BEGIN), "乙"], [("丙", GO_ON), "丁"]))


def test_cells_left_out_at_the_begin_of_a_row_shift_the_others() -> None:
    properties = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    assert places_of(tbl(["一", "二", "三"], tr("丙", properties=properties)))["丙"] == Place(1, 2)


def test_a_deleted_row_is_gone() -> None:
    deleted = tr("甲", "乙", properties="<w:trPr><w:del/></w:trPr>")
    assert set(places_of(tbl(deleted, ["丙", "丁"]))) == {"丙", "丁"}


def test_rows_and_cells_in_content_controls_are_there() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{tr('甲', '乙')}</w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent>{tc('丙')}</w:sdtContent></w:sdt>{tc('丁')}</w:tr>"
    assert set(places_of(tbl(wrapped, cell))) == {"甲", "乙", "丙", "丁"}


def test_paragraphs_of_a_cell_are_lines() -> None:
    assert "商业\n企业" in places_of(tbl([p("商业") + p("企业"), "乙"]))


def test_an_absurd_span_stays_within_what_word_allows() -> None:
    assert grid_in(tbl([("甲", span(999999999)), "乙"])).column_count == 64


def test_a_table_around_other_tables_only_lays_out() -> None:
    inner = tbl(["甲", "乙"])
    blocks = blocks_of(tbl([p("题名") + inner + p(""), "侧栏"]))
    assert [isinstance(block, Grid) for block in blocks] == [False, True, False, False]


def test_a_table_of_one_column_is_text() -> None:
    assert texts_of(tbl(["甲"], ["乙"])) == ["甲", "乙"]


def test_a_row_may_end_early() -> None:
    assert grid_in(tbl(["甲", "乙"], ["丙"])).at(1, 1) is None
