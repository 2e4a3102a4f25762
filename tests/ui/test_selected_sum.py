"""Sum and average of the selection in the status line."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_full_report
from tests.windows import CTRL, open_at, open_in, press
from ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
RECEIVED = "requests/received/natural_person"


def told(window: MainWindow) -> str:
    assert window._status is not None
    return window._status.text()


def test_a_selection_tells_its_sum(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert told(window).startswith("选中 2 格：合计 6，平均 3 · ")


def test_a_single_cell_tells_the_state_again(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    before = told(window)
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert told(window) == before


def test_it_follows_an_edit_of_what_is_selected(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_D, CTRL)
    assert told(window).startswith("选中 2 格：合计 10，平均 5")


def test_it_goes_with_the_page_and_comes_back_with_it(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert window.workspace is not None
    window.workspace.show_section("overview")
    assert "选中" not in told(window)
    window.workspace.show_section("requests")
    assert told(window).startswith("选中 2 格")


def test_a_step_of_the_cursor_announces_no_selection(window: MainWindow, qtbot: QtBot) -> None:
    grid = open_in(window, a_full_report())
    with qtbot.assertNotEmitted(grid.figures_selected):
        QTest.keyClick(grid, Qt.Key.Key_Down)


def test_another_report_begins_without_a_selection(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    open_at(window, a_full_report(), "requests")
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert "选中" not in told(window)
