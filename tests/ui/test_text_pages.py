"""The text pages: typing, undo, what is still last year's, agency and year."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import a_full_report
from tests.windows import ScriptedDialogs, open_in, press, report_of, saved, text_page
from ui.main_window import MainWindow

RECEIVED = "requests/received/natural_person"


def test_typing_is_undone_from_within_the_editor(window: MainWindow) -> None:
    open_in(window, a_full_report(texts={"overview": "原文。"}))
    editor = text_page(window, "overview").editor
    QTest.keyClicks(editor, "abc")
    assert report_of(window).text("overview") == "abc原文。"
    press(window, Qt.Key.Key_Z)
    assert editor.toPlainText() == "原文。"
    assert report_of(window).text("overview") == "原文。"


def test_undo_goes_to_the_page_it_changes(window: MainWindow) -> None:
    open_in(window, a_full_report())
    QTest.keyClicks(QApplication.focusWidget(), "7")
    text_page(window, "problems")
    press(window, Qt.Key.Key_Z)
    assert window.workspace is not None
    assert window.workspace.grid_view is not None
    assert window.workspace.grid_view.current_cell.name == RECEIVED


def test_last_years_text_stays_marked_until_it_is_touched(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(saved(a_full_report(texts={"overview": "去年的话。"}), tmp_path / "2024.gknb"))
    window.files.new_draft()
    page = text_page(window, "overview")
    assert page.confirm_button.isVisible()
    QTest.keyClicks(page.editor, "1")
    assert not page.confirm_button.isVisible()
    press(window, Qt.Key.Key_Z)
    assert page.confirm_button.isVisible()


def test_a_text_stays_marked_while_one_of_its_sentences_is_last_years(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(
        saved(a_full_report(texts={"overview": "2024年受理6件。均已办结。"}), tmp_path / "2024.gknb")
    )
    window.files.new_draft()
    page = text_page(window, "overview")
    QTest.keyClicks(page.editor, "1")
    assert "overview" in report_of(window).from_last_year
    marked = page.editor.document().firstBlock().layout().formats()
    assert [(each.start, each.length) for each in marked] == [(11, 5)]


def test_figures_of_last_years_sentences_are_underlined(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(saved(a_full_report(texts={"overview": "2024年受理6件。"}), tmp_path / "2024.gknb"))
    window.files.new_draft()
    formats = text_page(window, "overview").editor.document().firstBlock().layout().formats()
    underlined = [each for each in formats if each.format.underlineStyle() != each.format.UnderlineStyle.NoUnderline]
    assert [(each.start, each.length) for each in underlined] == [(7, 1)]


def test_last_years_text_can_be_confirmed(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.answers.append(saved(a_full_report(texts={"overview": "去年的话。"}), tmp_path / "2024.gknb"))
    window.files.new_draft()
    QTest.mouseClick(text_page(window, "overview").confirm_button, Qt.MouseButton.LeftButton)
    assert "overview" not in report_of(window).from_last_year


def test_agency_and_year_are_edited_on_the_first_page(window: MainWindow) -> None:
    open_in(window, a_full_report())
    form = text_page(window, "preamble").head_form
    assert form is not None
    form.year.selectAll()
    QTest.keyClicks(form.year, "2025")
    QTest.keyClick(form.year, Qt.Key.Key_Return)
    assert report_of(window).head.year == 2025


def test_the_date_of_the_signature_is_edited_on_the_first_page_and_can_be_left_out(window: MainWindow) -> None:
    open_in(window, a_full_report())
    form = text_page(window, "preamble").head_form
    assert form is not None
    QTest.keyClicks(form.signed_on, "2025.1.20")
    QTest.keyClick(form.signed_on, Qt.Key.Key_Return)
    assert (report_of(window).head.signed_on, form.signed_on.text()) == (date(2025, 1, 20), "2025年1月20日")
    form.signed_on.clear()
    form.finish_entry()
    assert report_of(window).head.signed_on is None


def test_what_is_no_date_is_said_and_set_back(window: MainWindow) -> None:
    open_in(window, a_full_report())
    form = text_page(window, "preamble").head_form
    assert form is not None
    form.signed_on.setText("2025年2月30日")
    form.finish_entry()
    assert report_of(window).head.signed_on is None
    assert "不是日期" in window.statusBar().currentMessage()


@pytest.mark.parametrize("text", ["abc", "24", "20245", "１９９９"])
def test_an_impossible_year_is_said_and_set_back(window: MainWindow, text: str) -> None:
    open_in(window, a_full_report())
    form = text_page(window, "preamble").head_form
    assert form is not None
    form.year.setText(text)
    form.finish_entry()
    assert report_of(window).head.year == 2024
    assert "不是年份" in window.statusBar().currentMessage()


def test_emoji_and_rare_characters_survive_an_undo(window: MainWindow) -> None:
    open_in(window, a_full_report(texts={"overview": "㐂𠮷🙂"}))
    editor = text_page(window, "overview").editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, "x")
    press(window, Qt.Key.Key_Z)
    assert editor.toPlainText() == "㐂𠮷🙂"
