"""Every key of a spreadsheet, pressed in the grid: where the cursor goes, what is selected, what is entered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_clean_report, a_full_report, a_report, clean_texts
from tests.text_editing import enter
from tests.windows import CTRL, open_at, open_in, report_of
from ui.grid.view import GridView
from ui.main_window import MainWindow

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
PERSONS, COMPANIES = "natural_person", "commercial"
RECEIVED, CARRIED_IN = f"requests/received/{PERSONS}", f"requests/carried_in/{PERSONS}"


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, a_full_report())


def key(grid: GridView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or grid, key, modifiers)
    QApplication.processEvents()


def current(grid: GridView) -> str:
    assert grid.current_cell is not None
    return grid.current_cell.name


def editor() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def chosen(grid: GridView) -> int:
    assert grid.selected is not None
    return len(grid.selected.cells)


# ── where the cursor goes ───────────────────────────────────────────────


@pytest.mark.parametrize(
    ("start", "pressed", "modifiers", "end"),
    [
        ("granted/commercial", KEY.Key_Up, CTRL, "received/commercial"),
        ("granted/commercial", KEY.Key_Down, CTRL, "carried_out/commercial"),
        ("granted/commercial", KEY.Key_Left, CTRL, "granted/natural_person"),
        ("granted/commercial", KEY.Key_Right, CTRL, "granted/total"),
        ("granted/commercial", KEY.Key_Home, NONE, "granted/natural_person"),
        ("granted/commercial", KEY.Key_End, NONE, "granted/total"),
        ("granted/commercial", KEY.Key_Home, CTRL, "received/natural_person"),
        ("granted/commercial", KEY.Key_End, CTRL, "carried_out/total"),
        ("received/commercial", KEY.Key_Up, NONE, "received/commercial"),
        ("received/natural_person", KEY.Key_Left, NONE, "received/natural_person"),
        ("received/natural_person", KEY.Key_Backtab, SHIFT, "received/natural_person"),
        ("other.rest/natural_person", KEY.Key_Tab, NONE, "other.rest/commercial"),
        ("other.rest/other", KEY.Key_Tab, NONE, "carried_out/natural_person"),
        ("carried_out/other", KEY.Key_Tab, NONE, "carried_out/other"),
        ("carried_in/commercial", KEY.Key_Return, SHIFT, "received/commercial"),
    ],
)
def test_a_key_leads_to_a_cell(
    grid: GridView, start: str, pressed: Qt.Key, modifiers: Qt.KeyboardModifier, end: str
) -> None:
    grid.go_to(f"requests/{start}")
    key(grid, pressed, modifiers)
    assert current(grid) == f"requests/{end}"


def test_a_page_key_goes_one_view_of_rows(grid: GridView) -> None:
    key(grid, KEY.Key_PageDown)
    first = grid.currentIndex().row()
    assert 5 < first <= grid.viewport().height() // grid.rowHeight(0)
    key(grid, KEY.Key_PageUp)
    assert current(grid) == RECEIVED


def test_a_page_key_ends_on_a_figure_where_labels_stand_between(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    key(grid, KEY.Key_PageDown)
    assert current(grid) == "proactive/fees/amount"
    key(grid, KEY.Key_PageUp)
    assert current(grid) == "proactive/regulations/issued"


def test_tab_visits_the_typed_cells_and_no_other(grid: GridView) -> None:
    visited = [current(grid)]
    for _ in grid.grid.table.typed_cells[1:]:
        key(grid, KEY.Key_Tab)
        visited.append(current(grid))
    assert tuple(visited) == grid.grid.table.typed_cells


# ── what is selected ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pressed", "modifiers", "cells"),
    [
        (KEY.Key_Right, SHIFT, 2),
        (KEY.Key_Down, SHIFT, 2),
        (KEY.Key_End, SHIFT, 7),
        (KEY.Key_Down, SHIFT | CTRL, 25),
        (KEY.Key_End, SHIFT | CTRL, 175),
        (KEY.Key_A, CTRL, 175),
    ],
)
def test_shift_selects_on_the_way(grid: GridView, pressed: Qt.Key, modifiers: Qt.KeyboardModifier, cells: int) -> None:
    key(grid, pressed, modifiers)
    assert chosen(grid) == cells


def test_shift_and_a_page_key_select_a_view_of_rows(grid: GridView) -> None:
    key(grid, KEY.Key_PageDown, SHIFT)
    assert chosen(grid) == grid.currentIndex().row() + 1 > 5


def test_shift_and_home_select_back_to_the_first_column(grid: GridView) -> None:
    grid.go_to("requests/granted/total")
    key(grid, KEY.Key_Home, SHIFT)
    assert chosen(grid) == 7


# ── what is entered ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pressed", "end"),
    [
        (KEY.Key_Right, f"requests/received/{COMPANIES}"),
        (KEY.Key_Down, CARRIED_IN),
        (KEY.Key_Return, CARRIED_IN),
        (KEY.Key_Enter, CARRIED_IN),
        (KEY.Key_Tab, f"requests/received/{COMPANIES}"),
    ],
)
def test_a_typed_figure_is_entered_by_the_key_that_leaves_it(grid: GridView, pressed: Qt.Key, end: str) -> None:
    key(grid, KEY.Key_7)
    key(grid, pressed)
    assert (str(grid._document.report.value(RECEIVED)), current(grid)) == ("7", end)


def test_shift_tab_enters_and_goes_back(grid: GridView) -> None:
    grid.go_to(CARRIED_IN)
    key(grid, KEY.Key_7)
    key(grid, KEY.Key_Backtab, SHIFT)
    assert str(grid._document.report.value(CARRIED_IN)) == "7"
    assert current(grid) == "requests/received/other"


def test_f2_leaves_the_arrows_to_the_editor(grid: GridView) -> None:
    key(grid, KEY.Key_F2)
    assert editor().text() == "5"
    key(grid, KEY.Key_Left)
    QTest.keyClicks(editor(), "1")
    key(grid, KEY.Key_Return)
    assert str(grid._document.report.value(RECEIVED)) == "15"


def test_escape_in_an_edited_cell_brings_the_figure_back(grid: GridView) -> None:
    key(grid, KEY.Key_F2)
    QTest.keyClicks(editor(), "99")
    key(grid, KEY.Key_Escape)
    assert str(grid._document.report.value(RECEIVED)) == "5"
    assert QApplication.focusWidget() is grid


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１２", "12"),
        ("1,234", "1234"),
        ("1，234", "1234"),
        ("１ ２３４", "1234"),
        ("/", "/"),
        ("／", "/"),
        ("3.", "3"),
        ("", ""),
    ],
)
def test_what_is_typed_is_read(grid: GridView, text: str, value: str) -> None:
    key(grid, KEY.Key_0)
    editor().clear()
    editor().insert(text)
    key(grid, KEY.Key_Return)
    assert str(grid._document.report.value(RECEIVED)) == value


def test_a_figure_typed_with_its_remark_shows_both_again(grid: GridView) -> None:
    key(grid, KEY.Key_0)
    editor().clear()
    editor().insert("22（其中修订16件）")
    key(grid, KEY.Key_Return)
    key(grid, KEY.Key_Up)
    key(grid, KEY.Key_F2)
    assert editor().text() == "22（其中修订16件）"


def test_leaving_the_grid_for_another_part_enters_what_was_typed(window: MainWindow, grid: GridView) -> None:
    assert window.workspace is not None
    key(grid, KEY.Key_7)
    window.workspace.sections.setFocus()
    QApplication.processEvents()
    assert str(report_of(window).value(RECEIVED)) == "7"


def test_typing_on_a_total_says_that_it_is_derived(window: MainWindow, grid: GridView) -> None:
    grid.go_to("requests/received/total")
    key(grid, KEY.Key_9)
    assert said(window) == "这一格自动算出，不用填写"
    assert grid.figures.open_editor is None


@pytest.mark.parametrize("modifiers", [NONE, SHIFT, CTRL])
def test_arrows_over_totals_say_nothing(window: MainWindow, grid: GridView, modifiers: Qt.KeyboardModifier) -> None:
    grid.go_to("requests/received/total")
    for pressed in (KEY.Key_Down, KEY.Key_Up, KEY.Key_Right, KEY.Key_End, KEY.Key_Escape):
        key(grid, pressed, modifiers)
    assert said(window) == ""


def test_ctrl_enter_in_closed_cells_leaves_the_selection(grid: GridView) -> None:
    key(grid, KEY.Key_Down, SHIFT)
    key(grid, KEY.Key_Return, CTRL)
    assert chosen(grid) == 2
    assert not grid._document.undo_stack.count()


MADE_A, MADE_B = "proactive/regulations/issued", "proactive/normative_documents/issued"


@pytest.fixture
def contradicted(window: MainWindow) -> GridView:
    """A cell that has just been typed, whose sum with the next one the text contradicts once it is checked."""
    text = f"{clean_texts()['overview']}\n全年制定规章和规范性文件共5件。"
    open_at(window, a_clean_report({MADE_A: "2", MADE_B: "3"}, texts={"overview": text}), "proactive")
    assert window.workspace is not None
    grid = window.workspace.grid_view
    assert grid is not None
    grid.go_to(MADE_A)
    key(grid, KEY.Key_4)
    key(grid, KEY.Key_Return)
    assert current(grid) == MADE_B
    return grid


def mark_of(grid: GridView, name: str) -> str:
    index = grid.grid.index_of(name)
    return grid.grid.look_at(index.row(), index.column()).mark


def test_what_is_typed_stays_when_its_cell_is_marked_meanwhile(contradicted: GridView, qtbot: QtBot) -> None:
    key(contradicted, KEY.Key_1)
    QTest.keyClicks(editor(), "2")
    with qtbot.waitSignal(contradicted._document.settled):
        pass
    assert mark_of(contradicted, MADE_B) == "≠"
    assert editor().text() == "12"
    QTest.keyClicks(editor(), "0")
    key(contradicted, KEY.Key_Return)
    assert str(contradicted._document.report.value(MADE_B)) == "120"


def test_what_is_composed_stays_when_its_cell_is_marked_meanwhile(contradicted: GridView, qtbot: QtBot) -> None:
    QApplication.sendEvent(contradicted, QInputMethodEvent("y", []))
    opened = contradicted.figures.open_editor
    assert opened is not None
    QApplication.sendEvent(opened, QInputMethodEvent("yue", []))
    with qtbot.waitSignal(contradicted._document.settled):
        pass
    enter(opened, "约12")
    assert opened.text() == "约12"


@pytest.mark.parametrize(
    ("command", "towards", "target"),
    [("fill_down", KEY.Key_Up, CARRIED_IN), ("fill_right", KEY.Key_Left, f"requests/received/{COMPANIES}")],
)
def test_filling_from_the_menu_takes_the_figure_that_is_being_typed(
    window: MainWindow, grid: GridView, command: str, towards: Qt.Key, target: str
) -> None:
    grid.go_to(target)
    key(grid, towards, SHIFT)
    key(grid, KEY.Key_7)
    window._actions[command].trigger()
    assert [str(report_of(window).value(name)) for name in (RECEIVED, target)] == ["7", "7"]


def test_clearing_from_the_menu_empties_the_cell_that_is_being_typed_in(window: MainWindow, grid: GridView) -> None:
    key(grid, KEY.Key_7)
    window._actions["clear"].trigger()
    assert grid.figures.open_editor is None
    assert str(report_of(window).value(RECEIVED)) == ""


# ── one figure for all that is selected ─────────────────────────────────


def fill_all(grid: GridView, text: str) -> None:
    key(grid, KEY.Key_0)
    editor().clear()
    editor().insert(text)
    key(grid, KEY.Key_Return, CTRL)


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def test_ctrl_enter_enters_the_figure_in_every_selected_cell(window: MainWindow, grid: GridView) -> None:
    key(grid, KEY.Key_Down, SHIFT)
    key(grid, KEY.Key_Right, SHIFT)
    fill_all(grid, "９")
    report = report_of(window)
    rows, columns = ("received", "carried_in"), (PERSONS, COMPANIES)
    assert {str(report.value(f"requests/{row}/{column}")) for row in rows for column in columns} == {"9"}
    assert grid._document.undo_stack.undoText() == "填写 4 格"


def test_it_leaves_the_selection_and_the_keyboard_where_they_are(grid: GridView) -> None:
    key(grid, KEY.Key_Down, SHIFT)
    fill_all(grid, "9")
    assert chosen(grid) == 2
    assert QApplication.focusWidget() is grid


def test_it_leaves_totals_alone(window: MainWindow, grid: GridView) -> None:
    grid.go_to("requests/received/total")
    key(grid, KEY.Key_Home, SHIFT)
    fill_all(grid, "2")
    assert str(report_of(window).value("requests/received/total")) == "12"


def test_a_remark_goes_with_it(window: MainWindow) -> None:
    grid = open_in(window, a_report())
    key(grid, KEY.Key_Down, SHIFT)
    fill_all(grid, "2（其中网络1件）")
    assert report_of(window).remarks == {RECEIVED: "其中网络1件", CARRIED_IN: "其中网络1件"}


def test_cells_that_cannot_hold_it_are_named_and_stay(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    for name in ("proactive/coercion/decisions", "proactive/fees/amount"):
        grid.go_to(name)
    grid.selectionModel().select(
        grid.grid.index_of("proactive/coercion/decisions"), grid.selectionModel().SelectionFlag.Select
    )
    fill_all(grid, "1.5")
    assert str(report_of(window).value("proactive/fees/amount")) == "1.5"
    assert str(report_of(window).value("proactive/coercion/decisions")) == "0"
    assert said(window) == "行政强制 × 本年处理决定数量 不能填“1.5”，保持原样"


def test_the_cell_it_was_typed_in_keeps_it_in_any_case(window: MainWindow, grid: GridView) -> None:
    key(grid, KEY.Key_Down, SHIFT)
    fill_all(grid, "约9")
    assert str(report_of(window).value(CARRIED_IN)) == "约9"
    assert str(report_of(window).value(RECEIVED)) == "5"
    assert "“约9”已照原样保留" in said(window)
    assert said(window).endswith("一、本年新收 × 自然人 不能填“约9”，保持原样")
