"""Before the checks have read a changed text, menus and jumps use what is known since they did last: nobody waits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from models.statements import against_tables
from tests.builders import a_report_that_says
from tests.text_editing import SAID, enter, live_words, put_cursor
from tests.windows import open_at, press, report_of, text_page
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
TOTAL = "requests/received/total"
WRONG = "全年办结政府信息公开申请8件。"


@pytest.fixture
def editor(window: MainWindow) -> TextEditor:
    open_at(window, a_report_that_says(f"{SAID}{WRONG}"), "overview")
    return text_page(window, "overview").editor


@pytest.fixture
def unread(editor: TextEditor, monkeypatch: pytest.MonkeyPatch) -> TextEditor:
    """A text that has just been typed in, before the figures, and that nobody may read now; the pause has no end."""
    editor._report_document._pause.setInterval(3_600_000)
    put_cursor(editor, "本机关")
    enter(editor, "今年🙂")
    monkeypatch.setattr(against_tables, "reading_of", None)
    return editor


def menu_of(editor: TextEditor, menus: list[QMenu]) -> dict[str, QAction]:
    QApplication.sendEvent(editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    return {action.text(): action for action in menus[-1].actions() if action.text()}


def test_the_menu_offers_to_link_a_figure(
    window: MainWindow, unread: TextEditor, menus: list[QMenu], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_cursor(unread, "6件")
    action = menu_of(unread, menus)["改为联动数"]
    monkeypatch.undo()
    action.trigger()
    assert live_words(report_of(window)) == ["6"]


def test_the_menu_in_other_words_offers_no_such_thing(unread: TextEditor, menus: list[QMenu]) -> None:
    put_cursor(unread, "年🙂")
    assert "改为联动数" not in menu_of(unread, menus)


def test_f6_leads_to_the_cells_of_a_figure_and_back(window: MainWindow, unread: TextEditor) -> None:
    put_cursor(unread, "6件")
    press(window, Qt.Key.Key_F6, NONE)
    assert window.workspace is not None
    grid = window.workspace.grid_view
    assert grid is not None
    assert grid.current_cell is not None
    assert grid.current_cell.name == TOTAL
    press(window, Qt.Key.Key_F6, NONE)
    assert unread.hasFocus()
    assert "6件" in unread.textCursor().selectedText()


def test_f6_in_words_just_written_asks_for_patience(window: MainWindow, unread: TextEditor) -> None:
    put_cursor(unread, "6件")
    QTest.keyClicks(unread, "1")
    press(window, Qt.Key.Key_F6, NONE)
    assert window.statusBar().currentMessage() == "刚改的文字正在核对，请再按一次 F6"


def test_a_wrong_figure_can_be_corrected(
    window: MainWindow, unread: TextEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_cursor(unread, "8件")
    page = text_page(window, "overview")
    assert page.finding_bar.offers.buttons[0].text().startswith("改为 6")
    monkeypatch.undo()
    press(window, Qt.Key.Key_Return, ALT)
    assert report_of(window).text("overview").endswith(f"今年🙂{SAID}{WRONG.replace('8', '6')}")
