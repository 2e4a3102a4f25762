"""What a screen reader is told of the tables, asked the way it asks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from models.report import Edit
from tests.builders import a_full_report, third_form
from tests.windows import open_in
from ui.grid.accessible import header_name
from ui.grid.view import GridView
from ui.main_window import MainWindow

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
PERSONS = "natural_person"
RECEIVED, CARRIED_IN = f"requests/received/{PERSONS}", f"requests/carried_in/{PERSONS}"


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, a_full_report({RECEIVED: "9（其中网络2件）", CARRIED_IN: ""}))


def children(grid: GridView) -> list[QAccessibleInterface]:
    table = QAccessible.queryAccessibleInterface(grid)
    return [child for place in range(table.childCount()) if (child := table.child(place)) is not None]


def cell(grid: GridView, name: str) -> QAccessibleInterface:
    title = grid.grid.table.cells[name].title
    return next(child for child in children(grid) if child.text(NAME).split("，")[0] == title)


def test_a_cell_tells_row_column_value_and_problem(grid: GridView) -> None:
    assert cell(grid, RECEIVED).text(NAME) == "一、本年新收 × 自然人，9，有问题"


def test_the_problem_is_told_in_its_own_sentence_after_the_remark(grid: GridView) -> None:
    told = cell(grid, RECEIVED).text(DESCRIPTION)
    assert told.startswith("备注：其中网络2件。自然人：一(9)＋二(0)＝9，三(七)(5)＋四(0)＝5，差 4")


def test_a_blank_a_total_and_a_stroke_are_told_apart(grid: GridView) -> None:
    grid._document.apply(Edit(cells={}, remarks={}))
    grid.grid.setData(grid.grid.index_of("requests/received/research"), "/")
    assert cell(grid, CARRIED_IN).text(NAME) == "二、上年结转 × 自然人，未填，有问题"
    assert cell(grid, "requests/granted/total").text(NAME) == "（一）予以公开 × 总计，1，自动算出"
    assert cell(grid, "requests/received/research").text(NAME) == "一、本年新收 × 科研机构，不适用"


def test_an_entry_that_is_no_number_says_what_is_wanted(grid: GridView) -> None:
    grid.grid.setData(grid.grid.index_of("requests/received/research"), "约3")
    assert "“约3”已照原样保留，但应为 0 或正整数" in cell(grid, "requests/received/research").text(NAME)


def test_figures_of_last_year_are_told_as_such(grid: GridView) -> None:
    name = "requests/received/research"
    grid._document.apply(Edit(cells={name: grid._document.report.value(name)}, still_last_years=frozenset([name])))
    assert cell(grid, name).text(NAME) == "一、本年新收 × 科研机构，0，沿用去年，待确认"


def test_header_and_stub_tell_their_labels(grid: GridView) -> None:
    names = {child.text(NAME) for child in children(grid)}
    assert {"申请人情况 自然人", "申请人情况 法人或其他组织 商业企业"} <= names
    assert {"一、本年新收政府信息公开申请数量", "三、本年度办理结果 （三）不予公开 1.属于国家秘密"} <= names


def test_a_table_whose_labels_stand_among_the_figures_has_no_header_of_its_own() -> None:
    form = third_form()
    assert header_name(form.table("stock"), 0, across=True) == ""
    assert header_name(form.table("lending"), 2, across=True) == "读者 小计"
    assert header_name(form.table("lending"), 1, across=False) == "二、去向 （一）已经归还"


def test_labels_among_the_figures_are_told(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    names = {child.text(NAME) for child in children(grid)}
    assert {"第二十条第（一）项", "规章", "现行有效件数", "规章 × 现行有效件数，0"} <= names


def test_the_role_is_the_cells_name(grid: GridView) -> None:
    index = grid.grid.index_of(RECEIVED)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("一、本年新收 × 自然人")
