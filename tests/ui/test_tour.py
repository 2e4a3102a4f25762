"""The guided tour: a sample to try things on, steps that tick themselves, nothing of the clerk's touched."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.cell_value import read_value
from models.report import Edit, Head
from models.texts import length_of
from tests.builders import a_clean_report
from tests.manual_commands import commands_named
from tests.windows import ScriptedDialogs, open_at, press, report_of, saved, text_page
from ui.actions import COMMANDS
from ui.dialogs.choices import Unsaved
from ui.main_window import MainWindow
from ui.tour import SAMPLE, read_tour
from ui.tour_panel import TourPanel

TOUR = read_tour()


@pytest.fixture
def tour(window: MainWindow) -> TourPanel:
    window._actions["tour"].trigger()
    assert window.help.tour
    return window.help.tour


def number(title: str) -> int:
    return next(number for number, step in enumerate(TOUR.steps) if step.title == title)


def apply(window: MainWindow, edit: Edit) -> None:
    assert window.document
    window.document.apply(edit)
    window.document.settle()


def test_every_step_points_to_a_place_and_names_commands_that_exist() -> None:
    form = TOUR.begun_report().form
    names = {command.name for command in COMMANDS}
    for step in TOUR.steps:
        assert form.section(step.section)
        assert step.cell in {"", *form.typed_cells}
        assert {*(step.typed or ())} <= {*form.typed_cells}
        assert commands_named(step.text) <= names


def test_at_first_nothing_is_done(tour: TourPanel, window: MainWindow) -> None:
    assert window.document
    window.document.settle()
    assert tour.done == frozenset()


def test_it_is_a_report_of_its_own_without_a_file(tour: TourPanel, window: MainWindow) -> None:
    before = SAMPLE.read_bytes()
    assert window.document
    assert window.document.path is None
    apply(window, Edit(head=Head("某某区", 2024)))
    assert SAMPLE.read_bytes() == before
    assert tour.isVisible()


def test_each_step_is_done_as_its_words_say(tour: TourPanel, window: MainWindow) -> None:
    zero, reviews = read_value("0"), ("direct_suit/corrected", "suit_after_review/corrected")
    apply(window, Edit(head=Head("某某省人民政府", 2024)))
    apply(window, Edit(cells={"proactive/licences/decisions": read_value("1573179")}))
    apply(window, Edit(cells={"requests/carried_out/commercial": read_value("5")}))
    apply(window, Edit(cells={"review_litigation/review/corrected": read_value("18")}))
    apply(window, Edit(cells={f"review_litigation/{name}": zero for name in reviews}))
    text = report_of(window).text("overview").replace("行政处罚2676447件", "行政处罚2676474件")
    apply(window, Edit(texts={"overview": text}))
    asking = {number for number, step in enumerate(TOUR.steps) if not step.asks_nothing}
    assert tour.done == asking
    assert window.document
    assert window.document.findings == ()


def test_each_step_is_done_with_the_keys_it_names(qtbot: QtBot, tour: TourPanel, window: MainWindow) -> None:
    def keys(text: str, *leaving: Qt.Key) -> None:
        for character in text:  # the first opens the editor that the others go to
            QTest.keyClicks(focus_widget(), character)
        for key in leaving:
            QTest.keyClick(focus_widget(), key)
        QApplication.processEvents()

    def go_on_to(title: str) -> None:
        while f"：{title}" not in tour.title.text():
            QTest.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    go_on_to("填一个数")
    keys("1573179", Qt.Key.Key_Return)
    go_on_to("把平衡关系改平")
    keys("5", Qt.Key.Key_Return)
    go_on_to("没有发生的填 0")
    keys("18", Qt.Key.Key_Return)
    window._actions["fill_zeros"].trigger()
    go_on_to("正文里的数与表格一致")
    assert window.document
    window.document.settle()
    press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.document is not None and window.document.findings == ())
    titled = number("写上机关名称")
    assert tour.done >= {n for n, step in enumerate(TOUR.steps) if not step.asks_nothing} - {titled}


def focus_widget() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


def test_a_step_that_is_undone_is_open_again(tour: TourPanel, window: MainWindow) -> None:
    apply(window, Edit(cells={"requests/carried_out/commercial": read_value("5")}))
    balance = number("把平衡关系改平")
    assert balance in tour.done
    assert window.document
    window.document.undo()
    assert balance not in tour.done


def test_going_on_leads_to_the_place_of_the_next_step(qtbot: QtBot, tour: TourPanel, window: MainWindow) -> None:
    for _step in range(number("把平衡关系改平")):
        QTest.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.workspace and window.workspace.grid_view))
    assert "把平衡关系改平" in tour.title.text()
    assert window.workspace
    assert window.workspace.grid_view
    assert number("认识窗口") in tour.done


def test_after_the_last_step_the_sample_stays(tour: TourPanel, window: MainWindow) -> None:
    for _step in TOUR.steps:
        QTest.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
    assert window.help.tour is None
    assert window.document


def test_the_last_step_has_one_button_that_ends_it(tour: TourPanel) -> None:
    for _step in TOUR.steps[1:]:
        QTest.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
    assert tour.next_button.text().startswith("完成")
    assert not tour.leave_button.isVisible()
    QTest.mouseClick(tour.back_button, Qt.MouseButton.LeftButton)
    assert tour.leave_button.isVisible()


def test_each_step_has_its_cell_wholly_in_view(qtbot: QtBot, tour: TourPanel, window: MainWindow) -> None:
    seen = 0
    for step in TOUR.steps:
        qtbot.wait(10)
        assert window.workspace
        grid = window.workspace.grid_view
        if step.cell:
            assert grid
            assert grid.current_cell
            assert grid.current_cell.name == step.cell
            assert grid._canvas.rect().contains(grid.visualRect(grid.currentIndex()))
            seen += 1
        QTest.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
    assert seen


def test_the_step_on_the_agency_has_the_cursor_in_it(qtbot: QtBot, tour: TourPanel, window: MainWindow) -> None:
    for _step in range(number("写上机关名称")):
        QTest.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
    head_form = text_page(window, "preamble").head_form
    assert head_form
    qtbot.waitUntil(head_form.agency.hasFocus)


def test_no_text_of_its_sample_is_longer_than_it_may_be() -> None:
    report = TOUR.begun_report()
    for section in report.form.sections:
        assert length_of(report.text(section.key)) <= (section.longest or 20_000)


def test_it_can_be_left_at_any_time(tour: TourPanel, window: MainWindow) -> None:
    QTest.mouseClick(tour.leave_button, Qt.MouseButton.LeftButton)
    assert window.help.tour is None


def test_another_report_ends_it(tour: TourPanel, window: MainWindow, tmp_path: Path) -> None:
    assert tour
    window.files.open_path(saved(a_clean_report(), tmp_path / "a.gknb"))
    assert window.help.tour is None


def test_unsaved_work_is_asked_about_first(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_at(window, a_clean_report(), "overview")
    apply(window, Edit(head=Head("某某区", 2024)))
    dialogs.answers.append(Unsaved.CANCEL)
    window._actions["tour"].trigger()
    assert window.help.tour is None
    assert report_of(window).head.agency == "某某区"
