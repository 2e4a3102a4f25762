"""The size of a table on screen, with header and stub in view."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import a_full_report
from tests.windows import CTRL, open_at, open_in, press
from ui.grid.view import GridView
from ui.main_window import MainWindow
from ui.settings import Settings

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, a_full_report())


def turn_wheel(grid: GridView, eighths: int, modifiers: Qt.KeyboardModifier) -> None:
    place = QPointF(grid.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(grid.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted
    )
    QApplication.sendEvent(grid.viewport(), event)


def test_ctrl_and_the_wheel_change_the_size(grid: GridView) -> None:
    turn_wheel(grid, 120, CTRL)
    assert grid.zoom == 110
    turn_wheel(grid, -240, CTRL)
    assert grid.zoom == 90


def test_half_notches_add_up(grid: GridView) -> None:
    turn_wheel(grid, 60, CTRL)
    assert grid.zoom == 100
    turn_wheel(grid, 60, CTRL)
    assert grid.zoom == 110


def test_the_wheel_alone_scrolls(grid: GridView) -> None:
    grid.set_zoom(150)
    QApplication.processEvents()
    turn_wheel(grid, -120, NONE)
    assert grid.zoom == 150
    assert grid.verticalScrollBar().value() > 0


def test_the_wheel_over_an_open_cell_changes_nothing(grid: GridView) -> None:
    QTest.keyClicks(grid, "7")
    editor = grid.figures.open_editor
    assert editor is not None
    turn_wheel(grid, -120, NONE)
    assert editor.text() == "7"


@pytest.mark.parametrize(
    ("keys", "zoom"),
    [
        ([Qt.Key.Key_Plus], 110),
        ([Qt.Key.Key_Equal], 110),
        ([Qt.Key.Key_Minus, Qt.Key.Key_Minus], 80),
        ([Qt.Key.Key_Plus, Qt.Key.Key_0], 100),
        ([Qt.Key.Key_Minus] * 9, 50),
        ([Qt.Key.Key_Plus] * 15, 200),
    ],
)
def test_keys_change_it_within_limits(window: MainWindow, grid: GridView, keys: list[Qt.Key], zoom: int) -> None:
    for key in keys:
        press(window, key, CTRL)
    assert grid.zoom == zoom


def test_figures_header_and_stub_grow_together(grid: GridView) -> None:
    before = grid.rowHeight(0), grid.horizontalHeader().height(), grid.verticalHeader().width()
    grid.set_zoom(150)
    QApplication.processEvents()
    after = grid.rowHeight(0), grid.horizontalHeader().height(), grid.verticalHeader().width()
    assert all(large > small * 1.15 for large, small in zip(after, before, strict=True))
    assert grid.horizontalHeader().font().pointSizeF() == pytest.approx(QApplication.font().pointSizeF() * 1.5)


def test_header_and_stub_stay_in_view(grid: GridView) -> None:
    grid.set_zoom(200)
    QApplication.processEvents()
    grid.go_to("requests/carried_out/other")
    assert grid.viewport().rect().intersects(grid.visualRect(grid.currentIndex()))
    assert grid.horizontalHeader().geometry().bottom() <= grid.viewport().geometry().top()
    assert grid.verticalHeader().geometry().right() <= grid.viewport().geometry().left()


def test_the_corner_note_keeps_its_place(grid: GridView) -> None:
    grid.set_zoom(150)
    QApplication.processEvents()
    assert grid._corner.width() == grid.verticalHeader().width()
    assert grid._corner.height() == grid.horizontalHeader().height()


def test_the_size_is_one_for_all_tables_and_remembered(window: MainWindow, grid: GridView, settings: Settings) -> None:
    press(window, Qt.Key.Key_Plus, CTRL)
    assert settings.table_zoom == 110
    assert open_in(window, a_full_report(), "proactive").zoom == 110
    assert grid.zoom == 110


def test_a_table_shown_at_the_remembered_size_says_nothing(window: MainWindow, settings: Settings) -> None:
    settings.table_zoom = 150
    assert open_in(window, a_full_report()).zoom == 150
    assert window.statusBar().currentMessage() == ""


def test_the_new_size_is_said(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_Plus, CTRL)
    assert grid.zoom == 110
    assert window.statusBar().currentMessage() == "表格显示比例 110%"


def test_a_cell_is_typed_in_at_its_size(grid: GridView) -> None:
    grid.set_zoom(150)
    QTest.keyClicks(grid, "7")
    editor = grid.figures.open_editor
    assert editor is not None
    assert editor.font().pointSizeF() == pytest.approx(QApplication.font().pointSizeF() * 1.5)


def test_on_a_text_page_the_keys_say_what_they_are_for(window: MainWindow) -> None:
    open_at(window, a_full_report(), "overview")
    press(window, Qt.Key.Key_Plus, CTRL)
    assert window.statusBar().currentMessage() == "请先打开有表格的一部分"
