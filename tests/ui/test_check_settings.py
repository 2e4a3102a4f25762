"""The settings of the checks: chosen on a page, stored, in force at once and at the next start."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.checks import CHECKS
from models.checks.check import Check
from models.checks.settings import CheckSettings
from models.finding import Severity
from models.form_file import current_form
from tests.builders import a_clean_report, a_report_that_says
from tests.windows import ScriptedDialogs, listed, open_at, saved, turn_wheel
from ui.dialogs.check_settings_page import CheckSettingsPage
from ui.dialogs.print_setup_form import PrintSetupForm
from ui.main_window import MainWindow
from ui.print_setup import PrintSetup
from ui.settings import Settings

WRONG = "全年办结政府信息公开申请8件。"
REQUIREMENTS = """name = "市里的要求"
[[sections]]
section = "总体情况"
required = ["数字政府"]
"""


def check(code: str) -> Check:
    return next(each for each in CHECKS if each.code == code)


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    path = tmp_path / "要求.toml"
    path.write_text(REQUIREMENTS, encoding="utf-8")
    return path


@pytest.fixture
def page(qtbot: QtBot, settings: Settings, requirements: Path) -> CheckSettingsPage:
    page = CheckSettingsPage(settings, current_form(), lambda: requirements)
    qtbot.addWidget(page)
    page.show()
    return page


# ── in force ────────────────────────────────────────────────────────────


def change(window: MainWindow, dialogs: ScriptedDialogs, checks: CheckSettings, path: Path | None = None) -> None:
    def answer(settings: Settings) -> None:
        settings.checks, settings.requirements_file = checks, path

    dialogs.answers.append(answer)
    window._actions["check_settings"].trigger()


def test_a_check_switched_off_finds_nothing_from_then_on(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_at(window, a_report_that_says(WRONG), "overview")
    change(window, dialogs, CheckSettings(off=frozenset({"statement"})))
    assert listed(window) == []


def test_another_level_counts_at_once(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_at(window, a_report_that_says(WRONG), "overview")
    change(window, dialogs, CheckSettings(levels={"statement": Severity.ERROR}))
    assert listed(window)[0] == "表文　1 错"


def test_the_requirements_of_the_office_are_checked(
    window: MainWindow, dialogs: ScriptedDialogs, requirements: Path
) -> None:
    open_at(window, a_clean_report(), "overview")
    change(window, dialogs, CheckSettings(), requirements)
    assert "没有写到“数字政府”" in listed(window)[1]


def test_a_dialog_that_is_left_changes_nothing(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_at(window, a_report_that_says(WRONG), "overview")
    before = listed(window)
    dialogs.answers.append(None)
    window._actions["check_settings"].trigger()
    assert listed(window) == before


def test_a_file_opened_later_is_checked_by_the_settings(window: MainWindow, settings: Settings, tmp_path: Path) -> None:
    settings.checks = CheckSettings(off=frozenset({"statement"}))
    window.files.open_path(saved(a_report_that_says(WRONG), tmp_path / "a.gknb"))
    assert window.document is not None
    window.document.settle()
    assert window.document.findings == ()


def test_requirements_that_are_gone_are_told_and_the_rest_is_checked(
    window: MainWindow, settings: Settings, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    settings.requirements_file = tmp_path / "没有了.toml"
    window.files.open_path(saved(a_report_that_says(WRONG), tmp_path / "a.gknb"))
    assert "没有了.toml" in dialogs.said[0]
    assert window.document is not None
    window.document.settle()
    assert [finding.code for finding in window.document.findings] == ["statement"]


# ── stored ──────────────────────────────────────────────────────────────


def test_the_settings_come_back_as_they_were(settings: Settings, tmp_path: Path) -> None:
    checks = CheckSettings(
        on=frozenset({"overview-length"}),
        off=frozenset({"wording", "statement"}),
        levels={"blank": Severity.INFO, "carry-over": Severity.WARNING},
        longest_overview=1200,
    )
    settings.checks = checks
    settings._store.sync()
    assert Settings(tmp_path / "settings.ini").checks == checks


def test_damaged_settings_mean_the_usual(settings: Settings) -> None:
    settings._store.setValue("checks/levels", "blank=fatal statement= =info")
    settings._store.setValue("checks/longest_overview", "many")
    assert settings.checks == CheckSettings(levels={"": Severity.INFO})
    assert not Settings(Path("/nonexistent/settings.ini")).has_own_checks


# ── the page ───────────────────────────────────────────────────────────


def test_what_is_always_checked_says_so_in_words(page: CheckSettingsPage) -> None:
    for check, item in page.table.items.items():
        assert ("（总是检查）" in item.text(0)) is not check.may_be_dismissed


def test_files_of_an_office_are_called_by_what_they_are_for(page: CheckSettingsPage) -> None:
    form = PrintSetupForm(PrintSetup(), lambda: None)
    said = [page.file_line.placeholderText(), *(button.toolTip() for button in form.findChildren(QPushButton))]
    assert not re.search("[A-Za-z]", "".join(said))
    assert "要求文件" in said[0]
    assert any("方案文件" in each for each in said)


def test_every_check_is_listed(page: CheckSettingsPage) -> None:
    assert {*page.table.items} == {*CHECKS}


def test_nothing_changed_stores_the_usual(page: CheckSettingsPage, settings: Settings) -> None:
    page.store()
    assert settings.checks == CheckSettings()
    assert not settings.has_own_checks


def test_ticks_and_levels_are_stored(page: CheckSettingsPage, settings: Settings) -> None:
    table = page.table
    table.items[check("wording")].setCheckState(0, Qt.CheckState.Unchecked)
    table.items[check("overview-length")].setCheckState(0, Qt.CheckState.Checked)
    table.levels[check("blank")].setCurrentIndex(2)
    page.length_box.setValue(800)
    page.name_line.setText(" 王某 ")
    page.store()
    assert settings.checks == CheckSettings(
        frozenset({"overview-length"}), frozenset({"wording"}), {"blank": Severity.INFO}, 800
    )
    assert settings.confirmer == "王某"


def test_space_ticks_a_check(page: CheckSettingsPage) -> None:
    table, item = page.table, page.table.items[check("wording")]
    table.setCurrentItem(item)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert item.checkState(0) is Qt.CheckState.Unchecked


def test_what_the_tables_require_cannot_be_switched_off(page: CheckSettingsPage) -> None:
    item = page.table.items[check("balance")]
    assert item.isDisabled()
    assert not page.table.levels[check("balance")].isEnabled()
    assert item.toolTip(0) == "表内的硬性要求，总是检查"


def test_the_wheel_changes_no_level(page: CheckSettingsPage) -> None:
    box = page.table.levels[check("blank")]
    turn_wheel(box)
    assert box.currentIndex() == 1


def test_the_file_of_requirements_is_chosen(page: CheckSettingsPage, settings: Settings, requirements: Path) -> None:
    page._browse()
    page.store()
    assert settings.requirements_file == requirements


def test_requirements_with_a_mistake_are_told(page: CheckSettingsPage, requirements: Path) -> None:
    assert page.mistake() == ""
    requirements.write_text(REQUIREMENTS.replace("总体情况", "总体"), encoding="utf-8")
    page._browse()
    assert "没有叫“总体”的文字部分" in page.mistake()
    page.file_line.clear()
    assert page.mistake() == ""


def test_the_usual_settings_can_be_had_back(page: CheckSettingsPage, settings: Settings) -> None:
    settings.checks = CheckSettings(off=frozenset({"wording"}), levels={"blank": Severity.INFO})
    page.table.show_settings(settings.checks)
    page._restore()
    page.store()
    assert settings.checks == CheckSettings()


def test_no_english_word_is_on_the_page(page: CheckSettingsPage) -> None:
    names = [item.text(0) for item in page.table.items.values()]
    assert not any(character.isascii() and character.isalpha() for name in names for character in name)
