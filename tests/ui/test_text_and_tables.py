"""Between the running text and the tables: marks on both sides, and ways across."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import a_clean_report, a_report_that_says
from tests.windows import offer, open_at, press
from ui.grid.look import Ground
from ui.grid.model import GridModel
from ui.grid.view import GridView
from ui.main_window import MainWindow
from ui.pages.table_page import TablePage
from ui.pages.text_editor import TextEditor
from ui.pages.text_page import TextPage
from ui.workspace import Workspace

NONE = Qt.KeyboardModifier.NoModifier
ANSWERED = "requests/processed/total"
GRANTED = "requests/granted/total"
RECEIVED = "requests/received/natural_person"
SENTENCE = "全年办结政府信息公开申请8件"
WRONG = f"{SENTENCE}，其中予以公开1件。"


@pytest.fixture
def work(window: MainWindow) -> Workspace:
    return open_at(window, a_report_that_says(WRONG), "overview")


def grid_of(work: Workspace) -> GridView:
    assert work.grid_view is not None
    return work.grid_view


def editor_of(work: Workspace) -> TextEditor:
    assert isinstance(work.page, TextPage)
    return work.page.editor


def current_cell(work: Workspace) -> str:
    cell = grid_of(work).current_cell
    return cell.name if cell else ""


def mark_at(model: GridModel, name: str) -> str:
    index = model.index_of(name)
    return model.look_at(index.row(), index.column()).mark


def put_cursor(work: Workspace, before: str) -> None:
    cursor = editor_of(work).textCursor()
    cursor.setPosition(editor_of(work).plain_text().index(before))
    editor_of(work).setTextCursor(cursor)


def test_the_cell_behind_a_wrong_figure_is_marked_at_the_same_time(work: Workspace) -> None:
    work.show_cell(ANSWERED)
    assert mark_at(grid_of(work).grid, ANSWERED) == "≠"
    assert mark_at(grid_of(work).grid, GRANTED) == ""


def test_it_has_the_tint_of_the_figure_in_the_text(work: Workspace) -> None:
    work.show_cell(ANSWERED)
    index = grid_of(work).grid.index_of(ANSWERED)
    assert grid_of(work).grid.look_at(index.row(), index.column()).ground is Ground.RIGHT


def test_a_broken_balance_keeps_its_own_marks(window: MainWindow) -> None:
    work = open_at(window, a_report_that_says(WRONG, {RECEIVED: "7"}), "requests")
    assert mark_at(grid_of(work).grid, ANSWERED) == "◆"


def test_choosing_a_finding_frames_its_cells_in_a_page_opened_later(window: MainWindow, work: Workspace) -> None:
    press(window, Qt.Key.Key_F8, NONE)
    work.show_section("requests")
    assert grid_of(work)._chosen == {ANSWERED}


def test_the_frame_goes_with_the_finding(window: MainWindow, work: Workspace) -> None:
    press(window, Qt.Key.Key_F8, NONE)
    QTest.mouseClick(offer(window, "改为"), Qt.MouseButton.LeftButton)
    work.document.settle()
    work.show_section("requests")
    assert grid_of(work)._chosen == frozenset()


def test_the_button_leads_to_the_table(window: MainWindow, work: Workspace) -> None:
    press(window, Qt.Key.Key_F8, NONE)
    QTest.mouseClick(offer(window, "转到表格"), Qt.MouseButton.LeftButton)
    assert current_cell(work) == ANSWERED
    assert grid_of(work).hasFocus()


def test_f6_leads_from_a_wrong_figure_to_its_cell_and_back(window: MainWindow, work: Workspace) -> None:
    put_cursor(work, "8件")
    press(window, Qt.Key.Key_F6, NONE)
    assert current_cell(work) == ANSWERED
    press(window, Qt.Key.Key_F6, NONE)
    assert editor_of(work).textCursor().selectedText() == SENTENCE


def test_f6_leads_from_a_figure_that_agrees_too(window: MainWindow, work: Workspace) -> None:
    put_cursor(work, "1件。")
    press(window, Qt.Key.Key_F6, NONE)
    assert current_cell(work) == GRANTED
    press(window, Qt.Key.Key_F6, NONE)
    assert editor_of(work).textCursor().selectedText().endswith("予以公开1件")


def test_f6_where_the_text_says_nothing_of_a_figure_says_so(window: MainWindow, work: Workspace) -> None:
    work.show_cell("proactive/licences/decisions")
    press(window, Qt.Key.Key_F6, NONE)
    assert window.statusBar().currentMessage() == "正文里没有认出写这个数的句子"


def test_f6_where_the_text_has_no_figure_says_so(window: MainWindow, work: Workspace) -> None:
    put_cursor(work, "（一）")
    press(window, Qt.Key.Key_F6, NONE)
    assert window.statusBar().currentMessage() == "光标所在处没有认出表里的数"


def test_the_bar_under_a_table_names_the_sentence_and_leads_to_it(window: MainWindow, work: Workspace) -> None:
    work.show_cell(ANSWERED)
    page = work.page
    assert isinstance(page, TablePage)
    assert page._bar._formulas.text().startswith(f"总体情况写“{SENTENCE}”，与表格不符")
    assert page._bar.sentence_button.isVisible()
    QTest.mouseClick(page._bar.sentence_button, Qt.MouseButton.LeftButton)
    assert editor_of(work).textCursor().selectedText() == SENTENCE
    assert window.focusWidget() is editor_of(work)


def test_the_bar_offers_no_sentence_where_none_is_wrong(work: Workspace) -> None:
    work.show_cell(GRANTED)
    page = work.page
    assert isinstance(page, TablePage)
    assert not page._bar.sentence_button.isVisible()


def test_the_tooltip_of_a_cell_tells_what_the_text_says(work: Workspace) -> None:
    work.show_cell(ANSWERED)
    model = grid_of(work).grid
    assert SENTENCE in model.data(model.index_of(ANSWERED), Qt.ItemDataRole.ToolTipRole)


def test_the_list_of_sections_counts_what_the_text_check_finds(work: Workspace) -> None:
    texts = [work.sections.item(row).text() for row in range(work.sections.count())]
    assert texts[1] == "一、总体情况  1"
    assert texts[3] == "三、申请办理  1"


def test_the_correction_key_on_a_table_says_what_it_is_for(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "requests")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "这里改正的是正文中的数" in window.statusBar().currentMessage()
