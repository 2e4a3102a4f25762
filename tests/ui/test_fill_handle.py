"""The handle at the selection's corner, dragged with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_full_report
from tests.windows import open_in, report_of
from ui.grid.view import GridView
from ui.main_window import MainWindow

LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PERSONS, COMPANIES, RESEARCH = "natural_person", "commercial", "research"
ROWS = ("received", "carried_in", "granted", "partly_granted")


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    figures = {f"requests/{row}/{PERSONS}": str(number) for number, row in enumerate(ROWS, 1)}
    return open_in(window, a_full_report(figures))


def select(grid: GridView, first: str, last: str) -> None:
    for name, modifiers in ((first, NONE), (last, SHIFT)):
        place = grid.visualRect(grid.grid.index_of(f"requests/{name}")).center()
        QTest.mouseClick(grid.viewport(), LEFT, modifiers, place)


def take(grid: GridView) -> None:
    place = grid._handle.place
    assert place is not None
    QTest.mousePress(grid.viewport(), LEFT, NONE, place.center())


def drag_to(grid: GridView, name: str) -> None:
    take(grid)
    place = grid.visualRect(grid.grid.index_of(f"requests/{name}")).center()
    QTest.mouseMove(grid.viewport(), place)
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, place)


def hover(grid: GridView, place: QPoint) -> None:
    where, none = QPointF(place), Qt.MouseButton.NoButton
    far = QPointF(grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), QMouseEvent(QEvent.Type.MouseMove, where, far, none, none, NONE))


def column(window: MainWindow, column: str) -> list[str]:
    return [str(report_of(window).value(f"requests/{row}/{column}")) for row in ROWS]


def test_dragged_down_it_repeats_the_figure(window: MainWindow, grid: GridView) -> None:
    drag_to(grid, f"partly_granted/{PERSONS}")
    assert column(window, PERSONS) == ["1", "1", "1", "1"]


def test_it_is_taken_a_little_beside_it_too(grid: GridView) -> None:
    place = grid._handle.place
    assert place is not None
    QTest.mousePress(grid.viewport(), LEFT, NONE, place.bottomRight() + QPoint(2, 2))
    assert grid._handle.is_dragged
    QTest.keyClick(grid, Qt.Key.Key_Escape)


def test_where_it_was_is_drawn_anew_when_the_selection_grows(grid: GridView, qtbot: QtBot) -> None:
    drawn: list[QRegion] = []
    before = grid._handle.place
    assert before is not None
    qtbot.wait(50)

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                drawn.append(event.region())
            return False

    watch = Watch()
    grid._canvas.installEventFilter(watch)
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    QApplication.processEvents()
    assert any(region.intersects(before) for region in drawn)


def test_dragged_right_it_repeats_the_column(window: MainWindow, grid: GridView) -> None:
    select(grid, f"received/{PERSONS}", f"partly_granted/{PERSONS}")
    drag_to(grid, f"granted/{RESEARCH}")
    assert column(window, COMPANIES) == column(window, RESEARCH) == ["1", "2", "3", "4"]


def test_dragged_up_it_keeps_the_beat(window: MainWindow, grid: GridView) -> None:
    select(grid, f"granted/{PERSONS}", f"partly_granted/{PERSONS}")
    drag_to(grid, f"received/{PERSONS}")
    assert column(window, PERSONS) == ["3", "4", "3", "4"]


def test_dragged_left_it_fills_what_is_before(window: MainWindow, grid: GridView) -> None:
    select(grid, f"received/{COMPANIES}", f"carried_in/{COMPANIES}")
    drag_to(grid, f"carried_in/{PERSONS}")
    assert column(window, PERSONS) == ["1", "0", "3", "4"]


def test_a_drag_is_one_step_and_selects_what_it_filled(window: MainWindow, grid: GridView) -> None:
    drag_to(grid, f"partly_granted/{PERSONS}")
    assert grid._document.undo_stack.undoText() == "填充 3 格"
    assert grid._document.undo_stack.count() == 1
    assert grid.selected is not None
    assert len(grid.selected.cells) == 4
    grid._document.undo()
    assert column(window, PERSONS) == ["1", "2", "3", "4"]


def test_totals_on_the_way_stay_derived(window: MainWindow, grid: GridView) -> None:
    drag_to(grid, "received/total")
    assert str(report_of(window).value("requests/received/total")) == "6"


def test_a_drag_that_comes_back_fills_nothing(grid: GridView) -> None:
    drag_to(grid, f"received/{PERSONS}")
    assert not grid._document.undo_stack.count()


def test_escape_lets_the_handle_go(grid: GridView) -> None:
    take(grid)
    QTest.mouseMove(grid.viewport(), grid.visualRect(grid.grid.index_of(f"requests/granted/{PERSONS}")).center())
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert not grid._handle.is_dragged
    assert not grid._document.undo_stack.count()


def test_only_a_block_with_typed_cells_has_a_handle(grid: GridView) -> None:
    grid.go_to("requests/received/total")
    assert grid._handle.place is None


def test_the_handle_shows_where_the_keyboard_is(window: MainWindow, grid: GridView) -> None:
    assert window.workspace is not None
    place = grid._handle.place
    assert place is not None
    with_keyboard = grid.viewport().grab().toImage().pixelColor(place.center())
    window.workspace.sections.setFocus()
    assert grid.viewport().grab().toImage().pixelColor(place.center()) != with_keyboard


def test_the_pointer_tells_where_the_handle_can_be_taken(grid: GridView) -> None:
    place = grid._handle.place
    assert place is not None
    hover(grid, place.center())
    assert grid.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    hover(grid, place.center() + QPoint(60, 60))
    assert grid.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
