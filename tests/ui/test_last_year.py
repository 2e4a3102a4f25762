"""Last year's report attached to an open one: from any readable file, in one step, and taken away again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from exporters.word import word_bytes
from tests.builders import a_clean_report, a_full_report
from tests.windows import CTRL, ScriptedDialogs, open_at, press, report_of, saved
from ui.main_window import MainWindow

RECEIVED = "requests/received/natural_person"


@pytest.fixture
def last(tmp_path: Path) -> Path:
    return saved(a_full_report({"requests/carried_out/other": "2"}, year=2023), tmp_path / "去年.gknb")


def attach(window: MainWindow, dialogs: ScriptedDialogs, path: Path | None) -> None:
    dialogs.answers.append(path)
    window._actions["attach_last_year"].trigger()


def codes(window: MainWindow) -> list[str]:
    assert window.document is not None
    window.document.settle()
    return sorted({finding.code for finding in window.document.findings})


def test_an_attached_report_is_held_against_this_years(
    window: MainWindow, dialogs: ScriptedDialogs, last: Path
) -> None:
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, last)
    assert "carry-over" in codes(window)
    assert window.statusBar().currentMessage() == "已附上去年报告“去年.gknb”（2023 年），跨年检查随时对照"


def test_it_is_one_step_of_the_history(window: MainWindow, dialogs: ScriptedDialogs, last: Path) -> None:
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, last)
    press(window, Qt.Key.Key_Z, CTRL)
    assert report_of(window).last_year is None
    assert codes(window) == []


def test_a_word_file_serves_as_well(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    (tmp_path / "去年.docx").write_bytes(word_bytes(a_full_report({"requests/carried_out/other": "2"}, year=2023)))
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, tmp_path / "去年.docx")
    assert "carry-over" in codes(window)


def test_a_file_that_cannot_be_read_is_said_and_nothing_attached(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, tmp_path / "坏.docx")
    assert "坏.docx" in dialogs.said[0]
    assert report_of(window).last_year is None


def test_nothing_chosen_changes_nothing(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    work = open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, None)
    assert not work.document.undo_stack.count()


def test_another_report_takes_the_place_of_the_first_unasked(
    window: MainWindow, dialogs: ScriptedDialogs, last: Path, tmp_path: Path
) -> None:
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, last)
    attach(window, dialogs, saved(a_clean_report(year=2023), tmp_path / "另一份.gknb"))
    last_year = report_of(window).last_year
    assert last_year is not None
    assert str(last_year.cells["requests/carried_out/other"]) == "0"


def test_a_report_of_another_year_is_attached_but_not_compared(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    older = saved(a_full_report({"requests/carried_out/other": "2"}, year=2020), tmp_path / "前年.gknb")
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, older)
    assert "不是本报告（2024 年）的上一年" in window.statusBar().currentMessage()
    assert "carry-over" not in codes(window)


def test_it_can_be_taken_away(window: MainWindow, dialogs: ScriptedDialogs, last: Path) -> None:
    open_at(window, a_clean_report(), "requests")
    attach(window, dialogs, last)
    window._actions["detach_last_year"].trigger()
    assert report_of(window).last_year is None
    assert codes(window) == []


def test_nothing_to_take_away_is_said(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "requests")
    window._actions["detach_last_year"].trigger()
    assert window.statusBar().currentMessage() == "没有附上去年的报告，不用去掉"


def test_the_status_line_tells_whether_years_are_compared(
    window: MainWindow, dialogs: ScriptedDialogs, last: Path
) -> None:
    open_at(window, a_clean_report({RECEIVED: "7"}), "requests")
    assert window._status is not None
    assert "跨年 未对照" in window._status.text()
    attach(window, dialogs, last)
    assert window.document is not None
    window.document.settle()
    assert "跨年 1 错 1 疑" in window._status.text()
