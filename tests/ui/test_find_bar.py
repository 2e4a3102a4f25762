"""Words are found and replaced from the keyboard, all over the report."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.linking import insert_figure
from models.taken_over import Span
from tests.builders import a_full_report
from tests.windows import open_at, press
from ui.find_bar import FindBar
from ui.main_window import MainWindow
from ui.workspace import Workspace

TEXTS = {"overview": "第一句说公开。第二句也说公开。", "problems": "公开还不够。"}
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def open_report(window: MainWindow, section: str = "overview") -> Workspace:
    return open_at(window, a_full_report({"requests/granted/commercial": "321"}, texts=TEXTS), section)


def type_words(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def look_for(window: MainWindow, words: str, *, replacing: bool = False) -> FindBar:
    press(window, Qt.Key.Key_H if replacing else Qt.Key.Key_F)
    window.find_bar.words.setText(words)
    return window.find_bar


def selected(work: Workspace) -> tuple[str, int]:
    page = work.page
    return page.chosen_words(), page.editor.chosen().start  # type: ignore[attr-defined]


def test_ctrl_f_opens_the_bar_with_the_keyboard_in_it(window: MainWindow) -> None:
    open_report(window)
    press(window, Qt.Key.Key_F)
    assert window.find_bar.words.hasFocus()


def test_return_goes_to_the_next_place(window: MainWindow) -> None:
    work = open_report(window)
    look_for(window, "公开")
    for _ in range(2):
        press(window, Qt.Key.Key_Return, NONE)
    assert selected(work) == ("公开", TEXTS["overview"].rindex("公开"))


def test_the_keyboard_stays_in_the_bar(window: MainWindow) -> None:
    open_report(window)
    look_for(window, "公开")
    press(window, Qt.Key.Key_Return, NONE)
    assert window.find_bar.words.hasFocus()


def test_words_of_another_section_open_it(window: MainWindow) -> None:
    work = open_report(window)
    look_for(window, "还不够")
    press(window, Qt.Key.Key_Return, NONE)
    assert selected(work) == ("还不够", 2)


def test_a_figure_leads_to_its_cell(window: MainWindow) -> None:
    work = open_report(window)
    look_for(window, "321")
    press(window, Qt.Key.Key_Return, NONE)
    assert work.grid_view is not None
    assert work.grid_view.current_cell is not None
    assert work.grid_view.current_cell.name == "requests/granted/commercial"


def test_escape_leads_back_to_the_page(window: MainWindow) -> None:
    work = open_report(window)
    look_for(window, "公开")
    press(window, Qt.Key.Key_Return, NONE)
    press(window, Qt.Key.Key_Escape, NONE)
    assert work.page.editor.hasFocus()  # type: ignore[attr-defined]


def test_f3_goes_on_while_the_bar_is_closed(window: MainWindow) -> None:
    work = open_report(window)
    look_for(window, "公开")
    press(window, Qt.Key.Key_Return, NONE)
    press(window, Qt.Key.Key_F3, NONE)
    assert selected(work)[1] == TEXTS["overview"].rindex("公开")


def test_words_that_stand_nowhere_are_told(window: MainWindow) -> None:
    open_report(window)
    look_for(window, "没有的字")
    press(window, Qt.Key.Key_Return, NONE)
    assert "没有找到“没有的字”" in window.statusBar().currentMessage()


def test_selected_words_are_looked_for(window: MainWindow) -> None:
    work = open_report(window)
    work.page.show_words(3, "说公开")
    press(window, Qt.Key.Key_F)
    assert window.find_bar.words.text() == "说公开"


def test_replacing_goes_place_by_place(window: MainWindow) -> None:
    work = open_report(window)
    bar = look_for(window, "公开", replacing=True)
    bar.by.setText("开放")
    press(window, Qt.Key.Key_Return, NONE)
    bar.replace()
    assert work.document.report.text("overview") == "第一句说开放。第二句也说公开。"


def test_all_is_replaced_in_one_step(window: MainWindow) -> None:
    work = open_report(window)
    bar = look_for(window, "公开", replacing=True)
    bar.by.setText("开放")
    bar.replace_all()
    work.document.undo()
    assert work.document.report.texts == TEXTS


def test_a_figure_of_a_table_is_not_replaced(window: MainWindow) -> None:
    work = open_report(window)
    bar = look_for(window, "321", replacing=True)
    bar.by.setText("5")
    press(window, Qt.Key.Key_Return, NONE)
    bar.replace()
    assert str(work.document.report.value("requests/granted/commercial")) == "321"


def test_the_bar_of_a_report_goes_with_it(window: MainWindow) -> None:
    open_report(window)
    look_for(window, "公开")
    open_report(window)
    assert window.find_bar.words.text() == ""


def test_words_put_in_that_hold_the_words_are_not_replaced_again(window: MainWindow) -> None:
    work = open_report(window)
    bar = look_for(window, "公开", replacing=True)
    bar.by.setText("政务公开")
    press(window, Qt.Key.Key_Return, NONE)
    bar.replace()
    bar.replace()
    assert work.document.report.text("overview") == "第一句说政务公开。第二句也说政务公开。"


def test_live_figures_that_are_replaced_are_told(window: MainWindow) -> None:
    work = open_report(window)
    work.document.apply(insert_figure(work.document.report, "overview", Span(0, 0), ("requests/received/total",)))
    bar = look_for(window, "6第一句", replacing=True)
    bar.by.setText("一句")
    bar.replace_all()
    assert "1 个联动数改为普通数字" in window.statusBar().currentMessage()


def test_tab_leads_from_the_words_to_what_replaces_them(window: MainWindow) -> None:
    open_report(window)
    bar = look_for(window, "公开", replacing=True)
    press(window, Qt.Key.Key_Tab, NONE)
    assert bar.by.hasFocus()
