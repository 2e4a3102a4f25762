"""Copying, cutting, pasting and dragging text: live figures come along, what comes from elsewhere is plain."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor

from tests.builders import a_report_that_says
from tests.text_editing import SAID, enter, link_all, live_words, put_cursor, select, type_in_table
from tests.windows import open_at, press, report_of, text_page
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor
from ui.text_clip import clip_of

NONE = Qt.KeyboardModifier.NoModifier
RECEIVED, TOTAL = "requests/received/natural_person", "requests/received/total"


@pytest.fixture
def editor(window: MainWindow) -> TextEditor:
    open_at(window, a_report_that_says(SAID), "overview")
    return text_page(window, "overview").editor


def test_a_copied_cell_is_pasted_as_a_live_figure(window: MainWindow, editor: TextEditor) -> None:
    assert window.workspace is not None
    window.workspace.show_cell(TOTAL)
    press(window, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().strip() == "6"
    text_page(window, "overview")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(window, Qt.Key.Key_V)
    assert report_of(window).text("overview").endswith(f"{SAID}6")
    assert live_words(report_of(window)) == ["6"]


def test_a_copied_cell_is_pasted_into_a_table_as_its_value(window: MainWindow, editor: TextEditor) -> None:
    assert editor
    assert window.workspace is not None
    window.workspace.show_cell(RECEIVED)
    press(window, Qt.Key.Key_C)
    window.workspace.show_cell("requests/received/research")
    press(window, Qt.Key.Key_V)
    assert str(report_of(window).value("requests/received/research")) == "5"


@pytest.mark.parametrize("section", ["overview", "problems"])
def test_copied_text_keeps_its_live_figures(window: MainWindow, editor: TextEditor, section: str) -> None:
    link_all(window)
    select(editor, "申请6件，其中予以公开1件")
    press(window, Qt.Key.Key_C)
    other = text_page(window, section).editor
    other.moveCursor(QTextCursor.MoveOperation.Start)
    press(window, Qt.Key.Key_V)
    assert live_words(report_of(window), section)[:2] == ["6", "1"]
    type_in_table(window, RECEIVED, "105")
    assert other.plain_text().startswith("申请106件，其中予以公开1件")


def test_elsewhere_copied_text_is_plain(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    select(editor, "申请6件")
    press(window, Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "申请6件"
    assert not data.hasHtml()


def test_cut_text_takes_its_live_figures_along(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    select(editor, "申请6件，")
    press(window, Qt.Key.Key_X)
    assert live_words(report_of(window)) == ["1"]
    press(window, Qt.Key.Key_V)
    assert live_words(report_of(window)) == ["6", "1"]
    assert editor.plain_text().endswith(SAID)


def test_a_paste_over_a_plain_figure_makes_it_live(window: MainWindow, editor: TextEditor) -> None:
    assert window.workspace is not None
    window.workspace.show_cell(TOTAL)
    press(window, Qt.Key.Key_C)
    text_page(window, "overview")
    select(editor, "6")
    press(window, Qt.Key.Key_V)
    assert live_words(report_of(window)) == ["6"]


def test_dragged_text_keeps_its_live_figures_in_one_step(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    select(editor, "申请6件，")
    data = editor.createMimeDataFromSelection()
    end = QTextCursor(editor.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    place = QPointF(editor.cursorRect(end).center())
    steps = window.document.undo_stack.count() if window.document else 0
    drop = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    editor.dropEvent(drop)
    assert live_words(report_of(window)) == ["6", "1", "6"]
    assert window.document is not None
    assert window.document.undo_stack.count() == steps + 1


def test_what_was_dragged_from_the_text_is_gone_there(editor: TextEditor, window: MainWindow) -> None:
    """What Qt does of a move within a text, in one block of edits: it takes the selection away, then pastes."""
    link_all(window)
    select(editor, "6件，")
    data = editor.createMimeDataFromSelection()
    editor._dragged = editor.chosen()
    cursor = editor.textCursor()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(data)
    cursor.endEditBlock()
    editor._dragged = None
    assert report_of(window).text("overview").endswith("申请其中予以公开1件。6件，")
    assert live_words(report_of(window)) == ["1", "6"]
    press(window, Qt.Key.Key_Z)
    assert editor.plain_text().endswith(SAID)
    assert live_words(report_of(window)) == ["6", "1"]


def test_a_damaged_clip_is_pasted_as_text() -> None:
    data = QMimeData()
    data.setText("6件")
    data.setData("application/x-gknb-live-text", b"{}")
    assert clip_of(data, ()).text == "6件"


def test_figures_of_cells_that_a_form_lacks_are_plain() -> None:
    data = QMimeData()
    data.setData(
        "application/x-gknb-live-text",
        b'{"text": "6", "live": [{"start": 0, "stop": 1, "cells": ["other/row/column"]}]}',
    )
    clip = clip_of(data, [TOTAL])
    assert (clip.text, clip.live) == ("6", ())


def test_a_web_page_without_plain_text_comes_as_paragraphs() -> None:
    data = QMimeData()
    data.setHtml("<p>&nbsp;&nbsp;第一段。</p><p>第二段。</p>")
    assert clip_of(data, ()).text == "第一段。\n第二段。"


def paste_words(window: MainWindow, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    press(window, Qt.Key.Key_V)


def test_a_whole_paragraph_pasted_before_another_stays_one(window: MainWindow, editor: TextEditor) -> None:
    before = editor.plain_text()
    put_cursor(editor, "")
    paste_words(window, "新的一段。\r\n")
    assert report_of(window).text("overview") == f"新的一段。\n{before}"


def test_the_end_of_a_copied_cell_parts_no_paragraph(window: MainWindow, editor: TextEditor) -> None:
    before = editor.plain_text()
    put_cursor(editor, before[0], 1)
    paste_words(window, "甲\r\n")
    assert report_of(window).text("overview") == f"{before[0]}甲{before[1:]}"


def paste_a_blank_cell(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("\r\n")
    press(window, Qt.Key.Key_V)


def test_pasting_a_blank_cell_does_nothing_and_the_next_key_is_typing(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    put_cursor(editor, "申请6件")
    paste_a_blank_cell(window)
    enter(editor, "了")
    assert report_of(window).text("overview").endswith("政府信息公开了申请6件，其中予以公开1件。")
    assert live_words(report_of(window)) == ["6", "1"]
    type_in_table(window, RECEIVED, "105")
    assert "申请106件" in editor.plain_text()


def test_a_blank_cell_pasted_inside_a_live_figure_leaves_it_live(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    type_in_table(window, RECEIVED, "105")
    text_page(window, "overview")
    put_cursor(editor, "06件")
    paste_a_blank_cell(window)
    put_cursor(editor, "本机关")
    enter(editor, "据")
    assert live_words(report_of(window)) == ["106", "1"]


def test_a_blank_cell_pasted_over_a_selection_takes_it_away(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    select(editor, "，其中予以公开1件")
    paste_a_blank_cell(window)
    assert report_of(window).text("overview").endswith("申请6件。")
    assert live_words(report_of(window)) == ["6"]


def test_a_paste_that_changes_nothing_is_over_with_it(window: MainWindow, editor: TextEditor) -> None:
    link_all(window)
    select(editor, "申请")
    press(window, Qt.Key.Key_C)
    press(window, Qt.Key.Key_V)
    put_cursor(editor, "件，其中")
    enter(editor, "余")
    assert live_words(report_of(window)) == ["6", "1"]


def test_what_is_dragged_here_from_elsewhere_leaves_the_figure_live_that_the_cursor_is_in(
    window: MainWindow, editor: TextEditor
) -> None:
    link_all(window)
    type_in_table(window, RECEIVED, "105")
    text_page(window, "overview")
    put_cursor(editor, "06件")
    data = QMimeData()
    data.setText("另")
    end = QTextCursor(editor.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    place = QPointF(editor.cursorRect(end).center())
    editor.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE))
    assert report_of(window).text("overview").endswith("。另")
    assert live_words(report_of(window)) == ["106", "1"]


def test_a_run_of_tests_that_leaves_a_copy_behind_ends_in_peace() -> None:
    copying = f"{Path(__file__)}::test_elsewhere_copied_text_is_plain"
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", copying]
    ended = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, check=False)
    assert ended.returncode == 0, ended.stdout.decode()
