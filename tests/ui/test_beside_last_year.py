"""Last year's figures under this year's, switched on and off for every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from models.report import Edit, LastYear, Report
from tests.builders import a_full_report
from tests.models.checks.examples import last_year
from tests.windows import open_at, open_in, press
from ui.grid.view import GridView
from ui.main_window import MainWindow
from ui.settings import Settings

NONE = Qt.KeyboardModifier.NoModifier
RECEIVED, TOTAL = "requests/received/natural_person", "requests/received/total"


def of_two_years() -> Report:
    report = a_full_report({RECEIVED: "26"})
    report.last_year = last_year({RECEIVED: "21", TOTAL: "25"})
    return report


def beside(grid: GridView, name: str) -> str:
    index = grid.grid.index_of(name)
    return grid.grid.look_at(index.row(), index.column()).beside


def switch(window: MainWindow) -> QAction:
    return window._actions["beside_last_year"]


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, of_two_years())


def test_a_key_shows_last_years_figures(window: MainWindow, grid: GridView) -> None:
    assert beside(grid, RECEIVED) == ""
    press(window, Qt.Key.Key_F7, NONE)
    assert (beside(grid, RECEIVED), beside(grid, TOTAL)) == ("21 +5 +23.8%", "25 +2 +8.0%")
    assert switch(window).isChecked()


def test_the_same_key_hides_them(window: MainWindow, grid: GridView) -> None:
    heights = [grid.rowHeight(row) for row in range(grid.grid.rowCount())]
    press(window, Qt.Key.Key_F7, NONE)
    assert grid.rowHeight(0) > heights[0]
    press(window, Qt.Key.Key_F7, NONE)
    assert beside(grid, RECEIVED) == ""
    assert [grid.rowHeight(row) for row in range(grid.grid.rowCount())] == heights


def test_they_follow_what_is_typed(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_F7, NONE)
    grid.grid.setData(grid.grid.index_of(RECEIVED), "21")
    assert beside(grid, RECEIVED) == "21 持平"


def test_without_last_year_rows_stay_low_and_the_status_line_says_why(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    before = grid.rowHeight(0)
    press(window, Qt.Key.Key_F7, NONE)
    assert grid.rowHeight(0) == before
    assert window.statusBar().currentMessage() == "没有上一年的报告可以对照，请先附上去年报告（文件菜单）"


def test_a_report_attached_later_is_shown_at_once_and_goes_at_once(window: MainWindow) -> None:
    grid = open_in(window, a_full_report({RECEIVED: "26"}))
    press(window, Qt.Key.Key_F7, NONE)
    before = grid.rowHeight(0)
    grid._document.apply(Edit(last_year=last_year({RECEIVED: "21"})))
    assert beside(grid, RECEIVED) == "21 +5 +23.8%"
    assert grid.rowHeight(0) > before
    grid._document.apply(Edit(last_year=LastYear()))
    assert beside(grid, RECEIVED) == ""
    assert grid.rowHeight(0) == before


def test_the_choice_holds_for_every_page_and_the_next_start(
    window: MainWindow, grid: GridView, settings: Settings
) -> None:
    press(window, Qt.Key.Key_F7, NONE)
    assert settings.beside_last_year
    assert beside(open_in(window, of_two_years()), RECEIVED) == "21 +5 +23.8%"
    assert beside(grid, RECEIVED) != ""


def test_pages_opened_before_and_after_show_it(window: MainWindow, grid: GridView) -> None:
    assert window.workspace is not None
    press(window, Qt.Key.Key_F7, NONE)
    window.workspace.show_section("proactive")
    later = window.workspace.grid_view
    assert later is not None
    assert later.grid.is_beside_last_year
    window.workspace.show_section("overview")
    press(window, Qt.Key.Key_F7, NONE)
    assert not later.grid.is_beside_last_year
    assert not grid.grid.is_beside_last_year


def test_the_second_line_is_drawn(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_F7, NONE)
    shown = grid.viewport().grab(grid.visualRect(grid.grid.index_of(TOTAL))).toImage()
    grid._document.apply(Edit(last_year=last_year({TOTAL: "99"})))
    assert grid.viewport().grab(grid.visualRect(grid.grid.index_of(TOTAL))).toImage() != shown


def test_it_stands_in_menu_and_toolbar_as_a_switch(window: MainWindow) -> None:
    open_at(window, of_two_years(), "requests")
    assert switch(window).isCheckable()
    assert switch(window).iconText() == "对照去年"


def test_the_cursor_stays_in_view_when_the_rows_grow(window: MainWindow, grid: GridView) -> None:
    grid.go_to("requests/carried_out/natural_person")
    press(window, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
