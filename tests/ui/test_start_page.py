"""The first page and a blank report on a small screen, and what the program calls itself."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea
from pytestqt.qtbot import QtBot

from tests.builders import a_clean_report
from tests.windows import ScriptedDialogs, open_at, report_of, text_page
from ui.dialogs.dialogs import Dialogs
from ui.main_window import MainWindow
from ui.pages.start_page import StartPage
from ui.program import PROGRAM_NAME, program_version
from ui.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("count", [0, 1, 8])
def test_it_needs_no_scroll_bar_on_a_small_screen(
    window: MainWindow, settings: Settings, tmp_path: Path, count: int
) -> None:
    for number in range(count):
        path = tmp_path / f"{number}.gknb"
        path.touch()
        settings.remember_file(path)
    window.show_start_page()
    window.resize(1366, 700)
    QApplication.processEvents()
    page = window._centre.currentWidget()
    assert isinstance(page, StartPage)
    (area,) = (each for each in page.findChildren(QScrollArea))
    assert area.verticalScrollBar().maximum() == 0
    names = page.recent_list
    assert names.count() == count
    if count:
        line = names.sizeHintForRow(0)
        assert min(count, 3) * line <= names.height() <= count * line + 8


def test_a_blank_report_begins_at_its_agency(qtbot: QtBot, window: MainWindow) -> None:
    window.files.new_blank()
    head_form = text_page(window, "preamble").head_form
    assert head_form
    qtbot.waitUntil(head_form.agency.hasFocus)
    head_form.agency.insert("某某市")
    QTest.keyClick(head_form.agency, Qt.Key.Key_Return)
    assert report_of(window).head.agency == "某某市"
    assert text_page(window, "preamble").editor.hasFocus()


def test_a_report_with_its_agency_begins_at_its_text(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "preamble")
    assert text_page(window, "preamble").editor.hasFocus()


def test_about_tells_the_version(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    declared = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert declared
    assert program_version() == declared[1]
    window._actions["about"].trigger()
    assert dialogs.said[:2] == [PROGRAM_NAME, f"版本 {declared[1]}"]


def test_messages_bear_the_name_of_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: titles.append(box.windowTitle()))
    Dialogs(window).tell("一句话")
    assert titles == [PROGRAM_NAME]
    assert window.windowTitle() == PROGRAM_NAME
