"""The list of what is still last year's: opened, walked through and emptied by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.report import Edit
from tests.builders import a_clean_report, a_full_report
from tests.windows import CTRL, ScriptedDialogs, open_at, press, report_of, saved
from ui.main_window import MainWindow
from ui.panels.untouched_panel import UntouchedPanel
from ui.workspace import Workspace

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CARRIED = "requests/carried_in/other"


@pytest.fixture
def work(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> Workspace:
    last = a_full_report({"requests/carried_out/other": "2"}, texts={"overview": "2024年受理6件。均已办结。"})
    dialogs.answers.append(saved(last, tmp_path / "2024.gknb"))
    window.files.new_draft()
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def panel(window: MainWindow, work: Workspace) -> UntouchedPanel:
    """Open the list by its key."""
    press(window, Qt.Key.Key_F9, CTRL)
    return work.side.untouched


def lines(panel: UntouchedPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def down_to(panel: UntouchedPanel, words: str) -> None:
    for _ in range(panel.list.count()):
        if panel.list.place and words in panel.list.place.words:
            return
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    pytest.fail(f"{words} is not listed")


def test_the_switch_counts_what_is_left(work: Workspace) -> None:
    count = len([row for row in work.side.untouched.list.rows if row.place])
    assert work.side.switch.tabText(1) == f"未动 {count}"


def test_ctrl_f9_lists_the_places_section_by_section(panel: UntouchedPanel) -> None:
    assert panel.isVisible()
    assert panel.list.hasFocus()
    at = lines(panel).index("总体情况　2")
    assert lines(panel)[at : at + 3] == ["总体情况　2", "2025年受理6件。", "均已办结。"]


def test_the_first_place_is_shown_at_once(panel: UntouchedPanel, work: Workspace) -> None:
    assert panel.list.place is not None
    assert work.sections.keys[work.sections.currentRow()] == panel.list.place.section


def test_arrow_keys_show_the_place_and_stay_in_the_list(panel: UntouchedPanel, work: Workspace) -> None:
    down_to(panel, "均已办结。")
    assert work.sections.currentItem().text().startswith("一、")
    assert work.page.editor.textCursor().selectedText() == "均已办结。"  # type: ignore[attr-defined]
    assert panel.list.hasFocus()


def test_return_goes_there(panel: UntouchedPanel, work: Workspace) -> None:
    down_to(panel, "均已办结。")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert work.page.editor.hasFocus()  # type: ignore[attr-defined]


def test_a_click_goes_to_a_cell(panel: UntouchedPanel, work: Workspace) -> None:
    row = next(at for at, each in enumerate(panel.list.rows) if each.place and each.place.cell == CARRIED)
    panel.list.scrollToItem(panel.list.item(row))
    place: QPoint = panel.list.visualItemRect(panel.list.item(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert work.grid_view is not None
    assert work.grid_view.current_cell is not None
    assert work.grid_view.current_cell.name == CARRIED


def test_f9_confirms_and_goes_on(window: MainWindow, panel: UntouchedPanel) -> None:
    down_to(panel, "2025年受理6件。")
    press(window, Qt.Key.Key_F9, NONE)
    assert "2025年受理6件。" not in lines(panel)
    assert panel.list.place is not None
    assert panel.list.place.words == "均已办结。"
    assert panel.list.hasFocus()


def test_f9_empties_the_list_and_each_is_a_step_back(window: MainWindow, panel: UntouchedPanel) -> None:
    count = len([row for row in panel.list.rows if row.place])
    for _ in range(count):
        press(window, Qt.Key.Key_F9, NONE)
    assert lines(panel) == []
    assert not report_of(window).from_last_year
    assert panel._hint.text() == "没有沿用去年而没有动过的内容。"
    press(window, Qt.Key.Key_Z)
    assert len(report_of(window).from_last_year) == 1


def test_shift_f9_confirms_the_section(window: MainWindow, panel: UntouchedPanel) -> None:
    down_to(panel, "均已办结。")
    press(window, Qt.Key.Key_F9, SHIFT)
    assert "overview" not in report_of(window).from_last_year
    assert not [line for line in lines(panel) if line.startswith("总体情况")]


def test_the_button_confirms_too(panel: UntouchedPanel) -> None:
    down_to(panel, "均已办结。")
    QTest.mouseClick(panel.confirm_button, Qt.MouseButton.LeftButton)
    assert "均已办结。" not in lines(panel)


def test_what_is_changed_on_the_page_leaves_the_list(window: MainWindow, panel: UntouchedPanel, qtbot: QtBot) -> None:
    assert window.document is not None
    window.document.apply(Edit(texts={"overview": "全新的一段。"}))
    qtbot.waitUntil(lambda: not [line for line in lines(panel) if line.startswith("总体情况")], timeout=2000)


def test_ctrl_f9_again_goes_back_to_the_page(window: MainWindow, panel: UntouchedPanel, work: Workspace) -> None:
    press(window, Qt.Key.Key_F9, CTRL)
    assert not panel.list.hasFocus()
    assert work.page.isAncestorOf(QApplication.focusWidget())


def test_f8_brings_the_findings_back(window: MainWindow, panel: UntouchedPanel, work: Workspace) -> None:
    work.document.settle()
    press(window, Qt.Key.Key_F8, NONE)
    assert work.findings.isVisible()
    assert not panel.isVisible()


def test_a_report_begun_anew_says_that_nothing_is_left(window: MainWindow) -> None:
    work = open_at(window, a_clean_report(), "overview")
    press(window, Qt.Key.Key_F9, CTRL)
    assert work.side.untouched._hint.text() == "没有沿用去年而没有动过的内容。"
    press(window, Qt.Key.Key_F9, NONE)
    assert window.statusBar().currentMessage() == "请先在未动清单里选一处"
