"""Confirming last year's figures and sentences as they stand: keys, buttons, menu, undo, saving."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.form_file import current_form, known_forms
from models.new_year import start_new_year
from models.open_points import LAST_YEARS, OpenPoint
from models.report import Edit, LastYear, Report
from storage.native_file import load_native
from tests.builders import a_full_report, a_report
from tests.windows import ScriptedDialogs, open_in, press, report_of, saved, text_page
from ui.document import Document
from ui.grid.view import GridView
from ui.main_window import MainWindow
from ui.pages.table_page import TablePage
from ui.text_units import characters, units

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CARRIED_IN = "requests/carried_in/natural_person"
NEXT = "requests/carried_in/commercial"
TEXT = "🙂受理6件，公开3件。均已办结。\n仍有2件在办。"


def a_draft(text: str = TEXT) -> Report:
    return start_new_year(a_full_report(texts={"overview": text}), current_form())


def table_page(window: MainWindow) -> TablePage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, TablePage)
    return page


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def carried_in(window: MainWindow) -> set[str]:
    return {name for name in report_of(window).from_last_year if name.startswith("requests/carried_in/")}


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    grid = open_in(window, a_draft())
    grid.go_to(CARRIED_IN)
    return grid


# ── cells ───────────────────────────────────────────────────────────────


def test_f9_confirms_the_cell_with_the_cursor(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_F9, NONE)
    assert CARRIED_IN not in report_of(window).from_last_year
    assert str(report_of(window).value(CARRIED_IN)) == "0"
    assert len(carried_in(window)) == 5
    assert grid.current_cell is not None
    assert grid.current_cell.name == CARRIED_IN


def test_f9_confirms_the_selection_in_one_step(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_Right, SHIFT)
    press(window, Qt.Key.Key_Right, SHIFT)
    press(window, Qt.Key.Key_F9, NONE)
    assert len(carried_in(window)) == 3
    assert document_of(window).undo_stack.undoText() == "确认沿用 3 格"
    press(window, Qt.Key.Key_Z)
    assert len(carried_in(window)) == 6
    assert grid.hasFocus()


def test_f9_where_nothing_is_last_years_says_so(window: MainWindow, grid: GridView) -> None:
    grid.go_to("requests/received/natural_person")
    press(window, Qt.Key.Key_F9, NONE)
    assert window.statusBar().currentMessage() == "选中的格没有待确认的去年的数"
    assert not document_of(window).undo_stack.count()


def test_f9_in_an_open_cell_takes_the_entry_over_first(window: MainWindow, grid: GridView) -> None:
    QTest.keyClicks(grid, "9")
    press(window, Qt.Key.Key_F9, NONE)
    assert str(report_of(window).value(CARRIED_IN)) == "9"
    assert CARRIED_IN not in report_of(window).from_last_year


@pytest.mark.usefixtures("grid")
def test_shift_f9_confirms_the_whole_table(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F9, SHIFT)
    assert not carried_in(window)
    assert document_of(window).undo_stack.count() == 1


def test_shift_f9_on_a_table_without_last_years_figures_says_so(window: MainWindow) -> None:
    open_in(window, a_full_report())
    press(window, Qt.Key.Key_F9, SHIFT)
    assert window.statusBar().currentMessage() == "这张表没有待确认的去年的数"


def test_a_confirmed_figure_is_no_longer_drawn_as_last_years(window: MainWindow, grid: GridView) -> None:
    index = grid.grid.index_of(CARRIED_IN)
    before = grid.grid.look_at(index.row(), index.column()).ink
    press(window, Qt.Key.Key_F9, NONE)
    assert grid.grid.look_at(index.row(), index.column()).ink is not before


def test_the_button_shows_only_where_the_current_cell_is_last_years(window: MainWindow, grid: GridView) -> None:
    button = table_page(window)._bar.confirm_button
    shown = []
    for name in (CARRIED_IN, "requests/received/natural_person", NEXT):
        grid.go_to(name)
        shown.append(button.isVisible())
    assert shown == [True, False, True]


def test_a_click_on_the_button_confirms_and_leaves_the_cursor_in_the_table(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_Right, SHIFT)
    button = table_page(window)._bar.confirm_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(carried_in(window)) == 4
    assert not button.isVisible()
    assert grid.hasFocus()


def test_the_button_stays_in_its_place_when_it_is_hidden(window: MainWindow, grid: GridView) -> None:
    remark = table_page(window)._bar.remark
    before = remark.geometry()
    grid.go_to("requests/received/natural_person")
    QApplication.processEvents()
    assert remark.geometry() == before


def test_a_cell_from_a_2019_report_says_so_below_the_table_and_in_its_tooltip(window: MainWindow) -> None:
    cells = {"requests/carried_out/natural_person": "3", "requests/other/natural_person": "4"}
    last = a_report(cells, form=known_forms()["zfxxgk-2019"], year=2022)
    grid = open_in(window, start_new_year(last, current_form()))
    for name in (CARRIED_IN, "requests/other.rest/natural_person"):
        grid.go_to(name)
        told = grid.grid.data(grid.currentIndex(), Qt.ItemDataRole.ToolTipRole)
        assert "由2019年格式的报告迁入，请核对" in told
        assert "由2019年格式的报告迁入，请核对" in table_page(window)._bar._formulas.text()


# ── texts ───────────────────────────────────────────────────────────────


def put_cursor(window: MainWindow, part: str, *, select: bool = False) -> None:
    editor = text_page(window, "overview").editor
    cursor = editor.textCursor()
    start = units(TEXT[: TEXT.index(part)])
    cursor.setPosition(start)
    cursor.setPosition(start + (units(part) if select else 0), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def marked(window: MainWindow) -> list[list[str]]:
    """Return, paragraph by paragraph, what the editor shows in another format than plain text."""
    document = text_page(window, "overview").editor.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [
        [
            block.text()[characters(block.text(), each.start) : characters(block.text(), each.start + each.length)]
            for each in block.layout().formats()
        ]
        for block in blocks
    ]


def test_f9_confirms_the_sentence_with_the_cursor(window: MainWindow) -> None:
    open_in(window, a_draft())
    put_cursor(window, "均已")
    press(window, Qt.Key.Key_F9, NONE)
    assert marked(window) == [["🙂受理", "6", "件，公开", "3", "件。"], ["仍有", "2", "件在办。"]]
    assert document_of(window).undo_stack.undoText() == "确认沿用总体情况"


def test_f9_on_a_selected_figure_confirms_that_figure(window: MainWindow) -> None:
    open_in(window, a_draft())
    put_cursor(window, "3", select=True)
    press(window, Qt.Key.Key_F9, NONE)
    assert marked(window)[0] == ["🙂受理", "6", "件，公开3件。均已办结。"]


def test_a_confirmed_sentence_is_undone_and_done_again(window: MainWindow) -> None:
    open_in(window, a_draft())
    put_cursor(window, "仍有")
    before = marked(window)
    press(window, Qt.Key.Key_F9, NONE)
    after = marked(window)
    press(window, Qt.Key.Key_Z)
    assert (marked(window), after[1]) == (before, [])
    press(window, Qt.Key.Key_Y)
    assert marked(window) == after


def test_a_figure_stays_underlined_when_another_of_its_sentence_is_typed(window: MainWindow) -> None:
    open_in(window, a_draft())
    put_cursor(window, "6", select=True)
    QTest.keyClicks(text_page(window, "overview").editor, "7")
    block = text_page(window, "overview").editor.document().firstBlock()
    line = QTextCharFormat.UnderlineStyle.NoUnderline
    figures = [each for each in block.layout().formats() if each.format.underlineStyle() != line]
    assert [(characters(block.text(), each.start), each.length) for each in figures] == [(8, 1)]


def test_a_click_on_the_button_confirms_the_sentence_and_leaves_the_cursor_there(window: MainWindow) -> None:
    open_in(window, a_draft())
    put_cursor(window, "仍有")
    page = text_page(window, "overview")
    QTest.mouseClick(page.sentence_button, Qt.MouseButton.LeftButton)
    assert marked(window)[1] == []
    assert page.editor.hasFocus()


def test_shift_f9_confirms_the_whole_text(window: MainWindow) -> None:
    open_in(window, a_draft())
    page = text_page(window, "overview")
    press(window, Qt.Key.Key_F9, SHIFT)
    assert marked(window) == [[], []]
    assert not page.sentence_button.isVisible()
    press(window, Qt.Key.Key_Z)
    assert page.sentence_button.isVisible()


def test_the_last_sentence_confirmed_the_page_owes_nothing_to_last_year(window: MainWindow) -> None:
    open_in(window, a_draft())
    for part in ("公开", "均已", "仍有"):
        put_cursor(window, part)
        press(window, Qt.Key.Key_F9, NONE)
    assert "overview" not in report_of(window).from_last_year
    assert not text_page(window, "overview").confirm_button.isVisible()


def test_f9_in_a_sentence_of_this_year_says_so(window: MainWindow) -> None:
    open_in(window, a_full_report(texts={"overview": TEXT}))
    text_page(window, "overview")
    press(window, Qt.Key.Key_F9, NONE)
    assert window.statusBar().currentMessage() == "光标所在的句子没有待确认的去年内容"


def test_what_is_confirmed_outlasts_saving_and_opening(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(saved(a_full_report(texts={"overview": TEXT}), tmp_path / "2024.gknb"))
    window.files.new_draft()
    put_cursor(window, "均已")
    press(window, Qt.Key.Key_F9, NONE)
    shown = marked(window)
    dialogs.answers.append(tmp_path / "2025.gknb")
    press(window, Qt.Key.Key_S)
    window.files.show(Document(load_native(tmp_path / "2025.gknb"), tmp_path / "2025.gknb"))
    assert marked(window) == shown


def test_another_report_for_comparison_marks_the_text_anew(window: MainWindow) -> None:
    open_in(window, a_draft())
    text_page(window, "overview")
    document_of(window).apply(Edit(last_year=LastYear(2024, texts={"overview": "均已办结。"})))
    assert marked(window) == [["均已办结。"], []]


# ── what is left ────────────────────────────────────────────────────────


def test_the_open_points_count_cells_and_sentences_where_they_stand(window: MainWindow) -> None:
    open_in(window, a_draft())
    assert document_of(window).open_points[LAST_YEARS] == [
        OpenPoint("还有 11 处沿用去年的内容没有改动或确认：总体情况 3 处、主动公开 2 处、申请办理 6 处", 11)
    ]
    put_cursor(window, "均已")
    press(window, Qt.Key.Key_F9, NONE)
    assert "总体情况 2 处" in document_of(window).open_points[LAST_YEARS][0].sentence
    assert "还有 2 处" in text_page(window, "overview")._untouched.text()


def test_with_all_confirmed_no_point_is_open(window: MainWindow) -> None:
    open_in(window, a_draft())
    assert window.workspace is not None
    for section in ("overview", "proactive", "requests"):
        window.workspace.show_section(section)
        press(window, Qt.Key.Key_F9, SHIFT)
    assert LAST_YEARS not in document_of(window).open_points


def test_a_full_table_with_figures_of_last_year_is_marked_in_the_list(window: MainWindow) -> None:
    grid = open_in(window, a_draft())
    grid.blocks.fill_zeros()
    assert window.workspace is not None
    texts = [window.workspace.sections.item(row).text() for row in range(window.workspace.sections.count())]
    assert "三、申请办理  去年" in texts


def test_both_commands_stand_in_the_menu_with_their_keys(window: MainWindow) -> None:
    actions = {each.text(): each.shortcut().toString() for each in window.findChildren(QAction)}
    assert actions["确认沿用(&K)"] == "F9"
    assert actions["本部分全部确认沿用(&M)"] == "Shift+F9"


@pytest.mark.parametrize(("text", "length", "count"), [("abc", 2, 2), ("🙂a", 2, 1), ("🙂a", 3, 2), ("", 0, 0)])
def test_units_are_told_back_in_characters(text: str, length: int, count: int) -> None:
    assert characters(text, length) == count
