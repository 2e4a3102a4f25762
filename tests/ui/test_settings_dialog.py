"""The settings: four pages, stored together, in force at once, all by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from exporters.print_options import Extra
from models.form_file import current_form
from models.report import Report
from tests.builders import a_clean_report
from tests.windows import ScriptedDialogs, open_at, press, report_of, turn_wheel
from ui.colours import DARK, HIGH_CONTRAST
from ui.dialogs.dialogs import Dialogs
from ui.dialogs.settings_dialog import SettingsDialog
from ui.main_window import MainWindow
from ui.settings import AUTOSAVE_MINUTES, Settings, SettingsSection, ThemeChoice
from ui.theme import tones


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, settings: Settings) -> SettingsDialog:
    choose = dict.fromkeys(SettingsSection, lambda: None)
    dialog = SettingsDialog(settings, current_form(), choose, parent=window)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def test_there_is_a_page_for_each_thing(dialog: SettingsDialog) -> None:
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["常规", "排版", "检查", "保存"]


def test_what_is_chosen_on_every_page_is_stored(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.general.agency_line.setText(" 某某市某某局 ")
    dialog.general.theme_box.setCurrentIndex(dialog.general.theme_box.findData(ThemeChoice.DARK))
    dialog.print.form.extras[Extra.DRAFT].setChecked(True)
    dialog.checks.length_box.setValue(800)
    dialog.saving.minutes_box.setValue(0)
    dialog.accept()
    assert (settings.agency, settings.theme) == ("某某市某某局", ThemeChoice.DARK)
    assert Extra.DRAFT in settings.print_setup.extras
    assert (settings.checks.longest_overview, settings.autosave_minutes) == (800, 0)


def test_what_is_cancelled_is_not(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.general.agency_line.setText("某某市某某局")
    dialog.saving.minutes_box.setValue(0)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (settings.agency, settings.autosave_minutes) == ("", AUTOSAVE_MINUTES)


def test_a_mistake_leads_to_its_page_and_nothing_is_stored(
    dialog: SettingsDialog, settings: Settings, tmp_path: Path
) -> None:
    dialog.general.agency_line.setText("某某市某某局")
    dialog.checks.file_line.setText(str(tmp_path / "没有.toml"))
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.list.currentRow() == 2
    assert "没有.toml" in dialog.complaint.text()
    assert settings.agency == ""
    dialog.list.setCurrentRow(0)
    assert not dialog.complaint.isVisible()


def test_pages_fields_and_return_are_reached_by_keyboard(dialog: SettingsDialog, settings: Settings) -> None:
    press_in(Qt.Key.Key_Down, 3)
    press_in(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.saving.minutes_box
    press_in(Qt.Key.Key_Up, 2)
    press_in(Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert settings.autosave_minutes == AUTOSAVE_MINUTES + 2


def press_in(key: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)


def test_the_wheel_changes_nothing(dialog: SettingsDialog) -> None:
    dialog.list.setCurrentRow(3)
    for field in (dialog.general.theme_box, dialog.print.form.styles, dialog.saving.minutes_box):
        turn_wheel(field)
    assert dialog.general.theme_box.currentIndex() == 0
    assert dialog.print.form.styles.currentIndex() == 0
    assert dialog.saving.minutes_box.value() == AUTOSAVE_MINUTES


def test_damaged_settings_of_saving_mean_the_usual(settings: Settings) -> None:
    settings._store.setValue("saving/minutes", "many")
    assert settings.autosave_minutes == AUTOSAVE_MINUTES


# ── in force ────────────────────────────────────────────────────────────


def test_ctrl_comma_opens_the_settings_which_hold_at_once(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    def choose(settings: Settings) -> None:
        settings.theme = ThemeChoice.HIGH_CONTRAST

    dialogs.answers.append(choose)
    press(window, Qt.Key.Key_Comma)
    assert tones() is HIGH_CONTRAST.tones
    window.choose_theme(ThemeChoice.LIGHT)
    assert QApplication.instance().styleSheet() == ""  # type: ignore[union-attr]


def test_a_blank_report_bears_the_name_of_the_agency(window: MainWindow, settings: Settings) -> None:
    settings.agency = "某某市某某局"
    window.files.new_blank()
    assert report_of(window).head.agency == "某某市某某局"
    assert window.document
    assert not window.document.modified


def test_how_the_window_is_divided_is_remembered(window: MainWindow) -> None:
    workspace = open_at(window, a_clean_report(), "overview")
    workspace.setSizes([250, 700, 300])
    sizes = workspace.sizes()
    assert open_at(window, Report(current_form()), "overview").sizes() == sizes


def test_the_system_that_wants_contrast_gets_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.choose_theme(ThemeChoice.DARK)
    assert tones() is DARK.tones
    monkeypatch.setattr("ui.theme._wants_contrast", lambda: True)
    window.choose_theme(ThemeChoice.SYSTEM)
    assert tones() is HIGH_CONTRAST.tones
    window.choose_theme(ThemeChoice.LIGHT)


def test_f1_in_a_dialog_opens_the_manual_that_goes_with_it(
    qtbot: QtBot, window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def answer(dialog: QDialog) -> int:
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        titles.extend(each.windowTitle() for each in dialog.findChildren(QDialog))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", answer)
    Dialogs(window).ask_settings(settings, current_form())
    assert titles == ["使用说明"]
