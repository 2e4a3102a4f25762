"""Grids are looked up by row and column."""

from importers.blocks import Grid, GridCell, Paragraph, paragraphs_of, slice_rows, unstack
from models.form import Place
from tests.importers.documents import grid

MERGED = Grid((GridCell("甲", Place(0, 0, 2, 1)), GridCell("乙", Place(0, 1)), GridCell("丙", Place(1, 1))))


def test_a_merged_cell_is_found_at_every_place_it_covers() -> None:
    assert MERGED.at(1, 0) is MERGED.cells[0]


def test_a_row_includes_cells_from_above() -> None:
    assert [cell.text for cell in MERGED.row(1)] == ["甲", "丙"]


def test_an_ideographic_space_is_blank() -> None:
    assert GridCell("　　\n", Place(0, 0)).is_blank


def test_a_remark_alone_is_not_blank() -> None:
    assert not GridCell("", Place(0, 0), "说明").is_blank


def test_rows_cut_out_count_from_their_own_top() -> None:
    assert slice_rows(MERGED, range(1, 2)).cells == (GridCell("丙", Place(0, 1)),)


def test_a_grid_without_titles_stays_whole() -> None:
    table = grid(["甲", "乙"])
    assert list(unstack(table, lambda _: False)) == [table]


def test_a_title_in_the_first_row_comes_once() -> None:
    blocks = list(unstack(grid(["题名"], ["甲", "乙"]), lambda text: text == "题名"))
    assert blocks == [Paragraph("题名"), grid(["甲", "乙"])]


def test_blank_cells_are_no_paragraphs() -> None:
    assert [each.text for each in paragraphs_of(grid(["甲", "　"]))] == ["甲"]


def test_an_empty_grid_has_no_rows() -> None:
    assert (Grid(()).row_count, Grid(()).column_count) == (0, 0)
