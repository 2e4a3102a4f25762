"""Tables of other shapes than the form's: headers lost, subtotals added, merged cells taken apart, labels misspelt."""

import pytest

from importers.blocks import Grid, GridCell
from importers.table_matcher import GridReading, TableMatcher
from models.form import Form, Place
from models.form_file import current_form, known_forms
from tests.builders import third_form
from tests.importers.documents import form_grid, grid, numbered, relabelled, without_rows

FORM = current_form()
FIGURES = numbered(FORM)


def read(*grids: Grid, form: Form = FORM, section: str | None = None) -> list[GridReading]:
    matcher = TableMatcher(form, {**known_forms(), form.key: form})
    return [matcher.read(each, section) for each in grids]


def table(key: str) -> Grid:
    return form_grid(FORM.table(key), FIGURES)


def of_table(key: str, values: dict[str, str] = FIGURES) -> dict[str, str]:
    return {name: value for name, value in values.items() if name.startswith(f"{key}/")}


def filled(*readings: GridReading) -> dict[str, str]:
    """Return the figures found that are not blank."""
    return {name: cell.text for each in readings for name, cell in each.figures.items() if cell and cell.text}


def test_an_older_forms_row_is_a_doubt() -> None:
    older = known_forms()["zfxxgk-2019"]
    (reading,) = read(form_grid(older.table("requests"), numbered(older)))
    assert reading.doubts == {"（六）其他处理": "（六）3.其他"}


def headless(key: str) -> Grid:
    """Return a table without its header."""
    return without_rows(table(key), range(FORM.table(key).bands[0].header_rows.stop))


@pytest.mark.parametrize("key", ["requests", "review_litigation"])
def test_a_lost_header_is_made_up_for_by_the_order_of_the_columns(key: str) -> None:
    (reading,) = read(headless(key), section=key)
    assert (filled(reading), reading.implied, reading.leftover) == (of_table(key), {key}, None)


def test_a_row_of_figures_outside_its_section_is_left_over() -> None:
    assert not filled(*read(headless("review_litigation")))


def test_a_short_header_with_a_slip_of_the_pen_is_made_up_for_by_the_order_of_the_columns() -> None:
    slips = {"未经复议直接起诉": "未经复议直按起诉", "复议后起诉": "复议后起诉"}
    short = relabelled(
        table("review_litigation"),
        lambda cell: cell.text if cell.text.isdigit() else slips.get(cell.text, cell.text[:2]),
    )
    (reading,) = read(short, section="review_litigation")
    assert filled(reading) == of_table("review_litigation")


def test_figures_below_a_column_that_only_resembles_the_forms_are_not_taken_in_order() -> None:
    older = known_forms()["zfxxgk-2019"]
    rows = grid(["信息内容", "本年处理决定数量", "", ""], ["行政许可", "7", "", ""])
    (reading,) = read(rows, form=older, section="proactive")
    assert not filled(reading)


def test_figures_that_are_too_few_for_the_columns_are_not_guessed() -> None:
    rows = grid(["一、本年新收政府信息公开申请数量", "3", "3"], ["二、上年结转政府信息公开申请数量", "0", "0"])
    (reading,) = read(rows, section="requests")
    assert (reading.figures, reading.leftover) == ({}, rows)


def test_a_header_of_other_words_is_no_lost_header() -> None:
    rows = grid(
        ["信息内容", "本年制作", "本年公开", "公开总数"], ["规章", "1", "2", "3"], ["行政规范性文件", "4", "5", "6"]
    )
    assert not filled(*read(rows, section="proactive"))


def test_a_blank_label_between_known_ones_is_made_up_for() -> None:
    rows = grid(
        ["信息内容", "本年制发件数", "", "现行有效件数"], ["规章", "1", "2", "3"], ["行政规范性文件", "4", "5", "6"]
    )
    (reading,) = read(rows, section="proactive")
    assert len(reading.figures) == 6
    assert reading.implied == {"proactive"}


def with_subtotal(title: str, figure: str) -> Grid:
    """Return 表三 with a column of subtotals behind the group; all of them are the same."""
    cells = []
    for cell in table("requests").cells:
        place = cell.place
        if place.column <= 8 < place.columns.stop and place.row < 2 and place.column_span > 1:
            cells.append(GridCell(cell.text, Place(place.row, place.column, place.row_span, place.column_span + 1)))
        else:
            cells.append(GridCell(cell.text, Place(place.row, place.column + (place.column > 8), *span_of(place))))
    cells += [GridCell(title if row == 2 else figure, Place(row, 9)) for row in range(2, 28)]
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.place.row, cell.place.column))))


def span_of(place: Place) -> tuple[int, int]:
    return place.row_span, place.column_span


@pytest.mark.parametrize("title", ["小计", "法人小计", "合计", "总计"])
def test_a_column_of_subtotals_disturbs_nothing(title: str) -> None:
    (reading,) = read(with_subtotal(title, ""))
    assert (filled(reading), reading.subtotals, reading.leftover) == (of_table("requests"), {}, None)


def test_subtotals_that_contradict_the_details_are_told() -> None:
    (reading,) = read(with_subtotal("小计", "1"))
    assert (len(reading.subtotals["小计"]), reading.leftover) == (25, None)


def test_the_unit_in_a_label_is_kept_for_its_figures() -> None:
    def in_yuan(cell: GridCell) -> str:
        return cell.text.replace("单位：万元", "单位：元")

    (reading,) = read(relabelled(table("proactive"), in_yuan))
    assert {name: unit for name, unit in reading.units.items() if unit} == {"proactive/fees/amount": "元"}


@pytest.mark.parametrize("wrong", ["商业企也", "科妍机构", "自燃人", "法律服备机构", "社会公益组织"])
def test_one_wrong_character_in_a_short_label_is_a_doubt(wrong: str) -> None:
    right = {"商业企也": "商业企业", "科妍机构": "科研机构", "自燃人": "自然人", "法律服备机构": "法律服务机构"}

    def slip(cell: GridCell) -> str:
        return wrong if cell.text == right.get(wrong) else cell.text

    (reading,) = read(relabelled(table("requests"), slip))
    assert reading.doubts == ({wrong: right[wrong]} if wrong in right else {})
    assert len(reading.figures) == 175


def test_placeholders_on_the_next_page_are_figures() -> None:
    values = FIGURES | {"review_litigation/review/upheld": "—", "review_litigation/review/other": "3件"}
    whole = form_grid(FORM.table("review_litigation"), values)
    found = filled(*read(without_rows(whole, [3]), without_rows(whole, range(3))))
    assert found == of_table("review_litigation", values)


def taken_apart(grid: Grid) -> Grid:
    """Return a grid in which nothing is merged and each cell says what the merged one said."""
    cells = [
        GridCell(cell.text, Place(row, column))
        for cell in grid.cells
        for row in cell.place.rows
        for column in cell.place.columns
    ]
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.place.row, cell.place.column))))


@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
def test_merged_cells_repeated_in_each_cell_are_understood(form: Form) -> None:
    readings = read(*(taken_apart(form_grid(each, numbered(form))) for each in form.tables), form=form)
    assert (filled(*readings), [each.leftover for each in readings]) == (numbered(form), [None] * len(form.tables))


def test_a_line_between_header_and_figures_that_says_the_table_goes_on_is_no_figure() -> None:
    whole = table("review_litigation")
    cells = [
        GridCell(c.text, Place(c.place.row + (c.place.row > 2), c.place.column, *span_of(c.place))) for c in whole.cells
    ]
    (reading,) = read(Grid((*cells[:-15], GridCell("（续表）", Place(3, 0)), *cells[-15:])))
    assert (filled(reading), reading.leftover) == (of_table("review_litigation"), None)


def test_figures_merged_otherwise_are_in_order_even_where_a_sheet_has_no_cell_for_a_blank() -> None:
    form = known_forms()["zfxxgk-2019"]
    heads = (("信息内容", 0, 1), ("上一年项目数量", 1, 1), ("本年增/减", 2, 2), ("处理决定数量", 4, 1))
    row = (("行政许可", 0, 1), ("7", 1, 2), ("9", 4, 1))
    cells = [
        GridCell(text, Place(number, column, 1, width))
        for number, texts in enumerate((heads, row))
        for text, column, width in texts
    ]
    assert filled(*read(Grid(tuple(cells)), form=form)) == {
        "proactive/licences/items_last_year": "7",
        "proactive/licences/decisions": "9",
    }
