"""Last year's text beside this year's: shown by F7, compared after a pause, scrolled along, copied from."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.report import Edit, LastYear
from tests.builders import a_clean_report, a_full_report
from tests.windows import ScriptedDialogs, open_at, press, report_of, saved, text_page
from ui.main_window import MainWindow
from ui.pages.last_year_pane import LastYearPane
from ui.pages.paragraph_view import ParagraphView
from ui.pages.text_page import TextPage

NONE = Qt.KeyboardModifier.NoModifier
PAUSE = 600
"""Milliseconds after which the texts have been compared anew."""
LONG = "\n".join(f"第{n}段，认真落实各项公开要求，逐项核对。" for n in range(80))


def beside(window: MainWindow, text: str, last: str | None) -> tuple[TextPage, LastYearPane]:
    """Show a text beside last year's by the key for that."""
    report = a_clean_report()
    known = LastYear(2023, {}, {"overview": last}) if last is not None else LastYear()
    report.apply(Edit(texts={"overview": text}, last_year=known))
    open_at(window, report, "overview")
    page = text_page(window, "overview")
    press(window, Qt.Key.Key_F7, NONE)
    assert page.last_year is not None
    return page, page.last_year


def struck(pane: LastYearPane) -> list[str]:
    assert all(each.format.fontStrikeOut() for each in pane.text.extraSelections())
    return [each.cursor.selectedText() for each in pane.text.extraSelections()]


def underlined(page: TextPage) -> list[str]:
    """Return the tinted and underlined words of this year's text."""
    found, block = [], page.editor.document().firstBlock()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        for each in block.layout().formats():
            is_new = each.format.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
            if is_new and each.format.background().style() is not Qt.BrushStyle.NoBrush:
                found.append(text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le"))
        block = block.next()
    return found


def test_f7_shows_last_years_text_with_its_year_and_what_differs(window: MainWindow) -> None:
    page, pane = beside(window, "2024年公开信息12条。", "2023年公开信息7条。")
    assert pane.text.isVisible()
    assert pane._heading.text() == "去年 2023 年报告"
    assert (struck(pane), underlined(page)) == (["7"], ["12"])


def test_f7_again_takes_it_and_the_marks_away(window: MainWindow) -> None:
    page, pane = beside(window, "公开信息12条。", "公开信息7条。")
    press(window, Qt.Key.Key_F7, NONE)
    assert not pane.isVisible()
    assert underlined(page) == []


def test_other_pages_come_up_beside_last_year_too(window: MainWindow) -> None:
    beside(window, "甲。", "乙。")
    pane = text_page(window, "problems").last_year
    assert pane is not None
    assert pane.nothing.text() == "去年的报告里，这一部分没有文字。"


def test_without_last_year_it_says_how_to_attach_it(window: MainWindow) -> None:
    _page, pane = beside(window, "甲。", None)
    assert "附上去年报告…" in pane.nothing.text()
    assert not pane.text.isVisible()


def test_an_attached_report_is_shown_at_once(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    _page, pane = beside(window, "甲。", None)
    dialogs.answers.append(saved(a_full_report(year=2023, texts={"overview": "去年的话。"}), tmp_path / "去年.gknb"))
    window._actions["attach_last_year"].trigger()
    assert pane.text.toPlainText() == "去年的话。"


def test_typing_is_compared_after_a_pause_and_marks_move_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    page, _pane = beside(window, "公开信息12条。", "公开信息7条。")
    page.editor.moveCursor(page.editor.textCursor().MoveOperation.Start)
    QTest.keyClicks(page.editor, "ab")
    assert underlined(page) == ["12"]
    qtbot.waitUntil(lambda: "ab" in "".join(underlined(page)), timeout=PAUSE * 3)


def test_deleting_what_is_new_leaves_no_mark(window: MainWindow) -> None:
    page, _pane = beside(window, "公开信息12条。", "公开信息7条。")
    page.editor.select(4, "12")
    QTest.keyClick(page.editor, Qt.Key.Key_Delete)
    assert underlined(page) == []


def test_rare_characters_leave_the_marks_in_their_places(window: MainWindow) -> None:
    page, pane = beside(window, "𠮷🙂公开信息12条。", "𠮷🙂公开信息7条。")
    assert struck(pane) == ["7"]
    assert underlined(page) == ["12"]


def test_what_is_copied_there_can_be_pasted_here(window: MainWindow) -> None:
    page, pane = beside(window, "今年。", "去年的一句。")
    pane.text.setFocus()
    QTest.keyClick(pane.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    page.editor.setFocus()
    page.editor.moveCursor(page.editor.textCursor().MoveOperation.End)
    QTest.keyClick(page.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert report_of(window).text("overview") == "今年。去年的一句。"


def test_nothing_can_be_typed_or_dropped_there(window: MainWindow) -> None:
    _page, pane = beside(window, "今年。", "去年。")
    QTest.keyClicks(pane.text, "x")
    assert pane.text.toPlainText() == "去年。"
    assert not pane.text.canInsertFromMimeData(QMimeData()) or pane.text.isReadOnly()


def test_undo_works_while_the_keyboard_is_there(window: MainWindow) -> None:
    page, pane = beside(window, "今年。", "去年。")
    QTest.keyClicks(page.editor, "x")
    pane.text.setFocus()
    press(window, Qt.Key.Key_Z)
    assert report_of(window).text("overview") == "今年。"


def _top(view: ParagraphView) -> str:
    return view.document().findBlockByNumber(view.top_place().paragraph).text()


@pytest.mark.parametrize("is_from_last_year", [False, True])
def test_both_scroll_together_by_paragraphs(window: MainWindow, *, is_from_last_year: bool) -> None:
    page, pane = beside(window, f"新的开头一段。\n又是一段新的。\n{LONG}", LONG)
    leader, follower = (pane.text, page.editor) if is_from_last_year else (page.editor, pane.text)
    bar = leader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert _top(leader) == _top(follower)
    bar.setValue(bar.maximum())
    assert follower.verticalScrollBar().value() == follower.verticalScrollBar().maximum()


def test_the_paragraph_with_the_cursor_is_in_view_there_too(window: MainWindow) -> None:
    page, pane = beside(window, "第70段，认真落实各项公开要求，逐条核对。", LONG)
    page.editor.moveCursor(page.editor.textCursor().MoveOperation.End)
    QApplication.processEvents()
    assert pane.text.top_place().paragraph > 40


def test_in_a_narrow_window_it_stands_below(window: MainWindow) -> None:
    page, pane = beside(window, "今年。", "去年。")
    assert pane.geometry().left() > page.editor.geometry().left()
    window.resize(760, 600)
    QApplication.processEvents()
    assert pane.geometry().top() > page.editor.geometry().top()
