"""Figures of a text that follow the tables: chips, commands, keys, clipboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from tests.builders import a_report_that_says
from tests.text_editing import SAID, enter, link_all, live_words, put_cursor, select, type_in_table
from tests.windows import ScriptedDialogs, open_at, press, report_of, text_page
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor
from ui.theme import tones

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

RECEIVED, TOTAL = "requests/received/natural_person", "requests/received/total"


@pytest.fixture
def editor(window: MainWindow) -> TextEditor:
    open_at(window, a_report_that_says(SAID), "overview")
    return text_page(window, "overview").editor


# ── made live ───────────────────────────────────────────────────────────


def test_a_figure_that_agrees_is_made_live_by_its_key(window: MainWindow, editor: TextEditor) -> None:
    put_cursor(editor, "6件")
    press(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert live_words(report_of(window)) == ["6"]
    assert report_of(window).text("overview").endswith(SAID)


def test_where_no_figure_agrees_it_is_said(window: MainWindow, editor: TextEditor) -> None:
    put_cursor(editor, "本机关")
    press(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert "没有认出" in window.statusBar().currentMessage()


def test_all_of_a_section_are_made_live_in_one_step(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    assert live_words(report_of(window)) == ["6", "1"]
    assert editor.hasFocus()
    press(window, Qt.Key.Key_Z)
    assert live_words(report_of(window)) == []


def test_it_follows_the_table_at_once(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    type_in_table(window, RECEIVED, "105")
    assert "申请106件" in editor.plain_text()
    assert live_words(report_of(window)) == ["106", "1"]


def test_the_cursor_stays_in_its_place_when_figures_follow(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "本机关")
    place = editor.place_of_cursor()
    type_in_table(window, RECEIVED, "105")
    assert editor.place_of_cursor() == place


def test_the_menu_of_the_text_offers_it_where_a_figure_agrees(
    window: MainWindow, editor: TextEditor, menus: list[QMenu]
) -> None:
    put_cursor(editor, "6件")
    QApplication.sendEvent(editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    actions = {action.text(): action for action in menus[0].actions()}
    assert [text for text in actions if "联动" in text] == ["改为联动数", "插入联动数…"]
    actions["改为联动数"].trigger()
    assert live_words(report_of(window)) == ["6"]


def test_the_menu_over_a_live_figure_leads_to_its_cell(
    window: MainWindow, editor: TextEditor, menus: list[QMenu]
) -> None:
    link_all(window)
    put_cursor(editor, "6件")
    QApplication.sendEvent(editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    actions = [action for action in menus[0].actions() if action.text()]
    assert [action.text() for action in actions[:3]] == ["转到表格", "改为普通数字", "插入联动数…"]
    actions[0].trigger()
    assert window.workspace is not None
    grid = window.workspace.grid_view
    assert grid is not None
    assert grid.current_cell is not None
    assert grid.current_cell.name == TOTAL


# ── made plain ──────────────────────────────────────────────────────────


def test_a_live_figure_is_made_plain_by_its_key(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "6件")
    press(window, Qt.Key.Key_L, CTRL | ALT)
    assert live_words(report_of(window)) == ["1"]


def test_typing_inside_a_live_figure_makes_it_plain_and_says_so_once(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    type_in_table(window, RECEIVED, "105")
    text_page(window, "overview")
    put_cursor(editor, "06件")
    QTest.keyClicks(editor, "9")
    assert live_words(report_of(window)) == ["1"]
    assert "改为普通数字，不再随表格变化" in window.statusBar().currentMessage()
    window.statusBar().clearMessage()
    QTest.keyClicks(editor, "9")
    assert not window.statusBar().currentMessage()


def test_undoing_makes_it_live_again(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "6件")
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert live_words(report_of(window)) == ["1"]
    press(window, Qt.Key.Key_Z)
    assert live_words(report_of(window)) == ["6", "1"]
    assert editor.plain_text().endswith(SAID)


@pytest.mark.parametrize(
    ("behind", "keys", "text"),
    [(1, "3", "63件"), (1, ".", "6.件"), (1, ",", "6,件"), (0, "1", "16件")],
)
def test_a_digit_typed_beside_a_live_figure_makes_it_plain_and_says_so(
    window: MainWindow, editor: TextEditor, behind: int, keys: str, text: str
) -> None:
    link_all(window)
    put_cursor(editor, "6件", behind=behind)
    QTest.keyClicks(editor, keys)
    assert text in report_of(window).text("overview")
    assert live_words(report_of(window)) == ["1"]
    assert "改为普通数字，不再随表格变化" in window.statusBar().currentMessage()
    press(window, Qt.Key.Key_Z)
    assert live_words(report_of(window)) == ["6", "1"]


def test_taking_away_what_parts_a_live_figure_from_a_digit_makes_it_plain(
    window: MainWindow, editor: TextEditor
) -> None:
    link_all(window)
    put_cursor(editor, "件，其中")
    enter(editor, "、7")
    put_cursor(editor, "、7")
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert "申请67件" in report_of(window).text("overview")
    assert live_words(report_of(window)) == ["1"]


@pytest.mark.parametrize(("behind", "words"), [(1, "余"), (1, "，"), (0, "共"), (1, "件。第2")])
def test_words_typed_beside_a_live_figure_leave_it_live(
    window: MainWindow, editor: TextEditor, behind: int, words: str
) -> None:
    link_all(window)
    put_cursor(editor, "6件", behind=behind)
    enter(editor, words)
    assert live_words(report_of(window)) == ["6", "1"]


def test_a_year_composed_before_a_live_figure_leaves_it_live(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "6件")
    enter(editor, "2024年")
    assert "申请2024年6件" in report_of(window).text("overview")
    assert live_words(report_of(window)) == ["6", "1"]


def test_deleting_the_whole_figure_says_nothing(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    select(editor, "6件")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert live_words(report_of(window)) == ["1"]
    assert not window.statusBar().currentMessage()


# ── inserted ────────────────────────────────────────────────────────────


def test_a_figure_of_the_tables_is_inserted_at_the_cursor(
    window: MainWindow, editor: TextEditor, dialogs: ScriptedDialogs
) -> None:
    dialogs.answers.append(TOTAL)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(window, Qt.Key.Key_L)
    QTest.keyClicks(editor, "x")
    assert report_of(window).text("overview").endswith(f"{SAID}6x")
    assert live_words(report_of(window)) == ["6"]


def test_it_takes_the_place_of_what_is_selected(
    window: MainWindow, editor: TextEditor, dialogs: ScriptedDialogs
) -> None:
    dialogs.answers.append(TOTAL)
    select(editor, "予以公开1件")
    press(window, Qt.Key.Key_L)
    assert report_of(window).text("overview").endswith("其中6。")


def test_the_cell_visited_last_is_proposed(window: MainWindow, editor: TextEditor, dialogs: ScriptedDialogs) -> None:
    proposed: list[str | None] = []
    dialogs.answers.append(lambda _report, chosen: proposed.append(chosen))
    assert window.workspace is not None
    window.workspace.show_cell(RECEIVED)
    text_page(window, "overview")
    press(window, Qt.Key.Key_L)
    assert proposed == [RECEIVED]
    assert editor.hasFocus()


def test_in_a_table_the_commands_say_where_they_work(window: MainWindow, editor: TextEditor) -> None:
    assert editor
    assert window.workspace is not None
    window.workspace.show_cell(RECEIVED)
    press(window, Qt.Key.Key_L)
    assert "有文字的一部分" in window.statusBar().currentMessage()


# ── shown ───────────────────────────────────────────────────────────────


def picture_of(editor: TextEditor) -> QImage:
    return editor.viewport().grab().toImage()


def test_a_live_figure_has_a_ground_of_its_own(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    [first, _second] = editor._chips.rects()
    corner = first.topLeft().toPoint() + QPoint(4, 2)
    assert picture_of(editor).pixelColor(corner) == tones().live


def test_the_ground_moves_with_what_an_input_method_composes_before_it(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "本机关")
    [before, _] = editor._chips.rects()
    QApplication.sendEvent(editor, QInputMethodEvent("ben", []))
    [after, _] = editor._chips.rects()
    assert after.x() > before.x()
    QApplication.sendEvent(editor, QInputMethodEvent())


def test_its_tooltip_names_the_cell(window: MainWindow, editor: TextEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    link_all(window)
    put_cursor(editor, "6件")
    place = editor.cursorRect().center() + QPoint(3, 0)
    QApplication.sendEvent(
        editor.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    )
    assert shown[0].startswith("联动数：表三“一、本年新收 × 总计”，随表格变化")


def test_the_line_below_tells_of_the_figure_with_the_cursor(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "6件")
    assert "本年新收 × 总计" in text_page(window, "overview").count_line.hint.text()
    put_cursor(editor, "本机关")
    assert not text_page(window, "overview").count_line.hint.text()


def test_f6_leads_from_a_live_figure_to_its_cell_and_back(
    window: MainWindow, editor: TextEditor, dialogs: ScriptedDialogs
) -> None:
    dialogs.answers.append("requests/unavailable.not_held/total")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(window, Qt.Key.Key_L)
    press(window, Qt.Key.Key_F6, NONE)
    assert window.workspace is not None
    grid = window.workspace.grid_view
    assert grid is not None
    assert grid.current_cell is not None
    assert grid.current_cell.name == "requests/unavailable.not_held/total"
    press(window, Qt.Key.Key_F6, NONE)
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "2"
