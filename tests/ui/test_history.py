"""Undo and redo never lose what is being typed, and never leave the report other than the history says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from models.report import Edit, Head
from storage.native_file import save_native
from tests.builders import a_full_report
from tests.windows import open_in
from ui.document import Document
from ui.main_window import MainWindow
from ui.pages.table_page import TablePage
from ui.pages.text_page import TextPage
from ui.status_line import StatusLine

RECEIVED = "requests/received/natural_person"
CTRL = Qt.KeyboardModifier.ControlModifier


def trigger(window: MainWindow, name: str) -> None:
    window._actions[name].trigger()


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def test_undo_with_an_open_cell_takes_the_entry_over_first(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    document_of(window).apply(Edit(label="x", texts={"overview": "新的一段"}))
    QTest.keyClicks(grid, "9")
    trigger(window, "undo")
    document = document_of(window)
    assert (document.undo_stack.count(), document.undo_stack.index()) == (2, 1)
    assert str(document.report.value(RECEIVED)) == "5"
    assert document.report.text("overview") == "新的一段"


def test_undo_with_a_remark_half_typed_keeps_the_history_whole(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClicks(grid, "9")
    grid.finish_entry()
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, TablePage)
    page._bar.remark.setFocus()
    QTest.keyClicks(page._bar.remark, "x")
    trigger(window, "undo")
    document = document_of(window)
    assert (document.undo_stack.count(), document.undo_stack.index()) == (2, 1)
    assert document.report.remarks == {}
    trigger(window, "redo")
    assert document.report.remark(RECEIVED) == "x"


def test_undo_with_an_agency_half_typed_keeps_the_history_whole(window: MainWindow) -> None:
    open_in(window, a_full_report())
    document_of(window).apply(Edit(label="x", texts={"overview": "新的一段"}))
    assert window.workspace is not None
    window.workspace.show_section("preamble")
    page = window.workspace.page
    assert isinstance(page, TextPage)
    assert page.head_form is not None
    page.head_form.agency.setText("某某县")
    trigger(window, "undo")
    assert document_of(window).report.head.agency == "某某市人民政府"
    assert document_of(window).report.text("overview") == "新的一段"


def test_an_entry_that_changes_nothing_leaves_the_history_alone(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    document = document_of(window)
    document.apply(Edit(label="x", texts={"overview": "新的一段"}))
    document.undo()
    QTest.keyClick(grid, Qt.Key.Key_F2)
    grid.finish_entry()
    document.redo()
    assert document.report.text("overview") == "新的一段"


def test_back_at_the_saved_state_nothing_is_unsaved(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.gknb"
    save_native(a_full_report(), path)
    window.files.open_path(path)
    document = document_of(window)
    document.apply(Edit(label="x", texts={"overview": "新的一段"}))
    document.undo()
    assert not document.modified


def test_typing_taken_back_by_hand_leaves_nothing_to_undo(window: MainWindow) -> None:
    open_in(window, a_full_report(texts={"overview": "原文"}))
    document = document_of(window)
    document.type_text("overview", "原文x")
    document.type_text("overview", "原文")
    assert not document.undo_stack.canUndo()
    assert not document.modified


def test_a_pasted_text_is_a_step_of_its_own(window: MainWindow) -> None:
    open_in(window, a_full_report())
    assert window.workspace is not None
    window.workspace.show_section("overview")
    page = window.workspace.page
    assert isinstance(page, TextPage)
    QTest.keyClicks(page.editor, "ab")
    QApplication.clipboard().setText("粘贴的话")
    page.editor.paste()
    document_of(window).undo()
    assert document_of(window).report.text("overview") == "ab"


def test_no_break_spaces_survive_typing(window: MainWindow) -> None:
    open_in(window, a_full_report(texts={"overview": "一\u00a0二"}))
    assert window.workspace is not None
    window.workspace.show_section("overview")
    page = window.workspace.page
    assert isinstance(page, TextPage)
    QTest.keyClicks(page.editor, "x")
    assert document_of(window).report.text("overview") == "x一\u00a0二"


def test_undoing_a_new_agency_shows_the_first_page(window: MainWindow) -> None:
    open_in(window, a_full_report())
    document_of(window).apply(Edit(label="x", head=Head("某某县", 2024)))
    trigger(window, "undo")
    assert window.workspace is not None
    assert window.workspace.sections.currentRow() == 0


def test_ctrl_z_reaches_the_report_from_a_line_with_nothing_typed(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClicks(grid, "9")
    grid.finish_entry()
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, TablePage)
    page._bar.remark.setFocus()
    QTest.keyClick(page._bar.remark, Qt.Key.Key_Z, CTRL)
    assert str(document_of(window).report.value(RECEIVED)) == "5"


def test_a_document_that_is_replaced_is_let_go(window: MainWindow) -> None:
    open_in(window, a_full_report())
    first, page = document_of(window), window.workspace
    open_in(window, a_full_report())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(first)
    assert not isValid(page)
    assert len(window.statusBar().findChildren(StatusLine)) == 1


@pytest.mark.parametrize(("key", "leaves"), [(Qt.Key.Key_Right, "commercial"), (Qt.Key.Key_Left, "natural_person")])
def test_a_sideways_arrow_leaves_a_cell_being_typed_into(window: MainWindow, key: Qt.Key, leaves: str) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClicks(grid, "9")
    QTest.keyClick(QApplication.focusWidget(), key)
    assert str(document_of(window).report.value(RECEIVED)) == "9"
    assert grid.current_cell is not None
    assert grid.current_cell.name == f"requests/received/{leaves}"


def test_f2_puts_the_caret_at_the_end(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "1")
    assert editor.text() == "51"
    grid.finish_entry()
