"""The manual inside the program: every page, the one that fits the place, search and back."""

import re
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.form_file import current_form
from tests.builders import a_clean_report
from tests.manual_commands import commands_named
from tests.windows import open_at, press
from ui.actions import COMMANDS
from ui.dialogs.manual_window import ManualWindow, show_manual
from ui.dialogs.settings_dialog import SettingsDialog
from ui.main_window import MainWindow
from ui.manual import MANUAL_FOLDER, manual_pages, page_at, page_text, with_commands
from ui.settings import Settings, SettingsSection

ROOT = Path(__file__).parents[2]
FILES = [page.file for page in manual_pages()]
NONE = Qt.KeyboardModifier.NoModifier

_QUOTED = re.compile(r"“([^“”]+)”")
_EXAMPLE = re.compile(r"^- (?:相符|不符)：.*$", re.MULTILINE)
"""A line of the page on checks with words of the clerk's own."""
_BETWEEN_WORDS = re.compile(r"\(&.\)|…|</?\w+>")
"""What menus and buttons have besides their words."""


def source_of(file: str) -> str:
    return (MANUAL_FOLDER / file).read_text(encoding="utf-8")


@cache
def _words_of_the_program() -> str:
    """Return all that stands in the window's sources, in its commands, and in the statutory form."""
    sources = [path for folder in ("ui", "models", "storage") for path in (ROOT / folder).rglob("*.py")]
    sources += (ROOT / "resources" / "forms").glob("*.toml")
    return _BETWEEN_WORDS.sub("", "\n".join(path.read_text(encoding="utf-8") for path in sources))


@pytest.fixture
def manual(qtbot: QtBot, window: MainWindow) -> ManualWindow:
    manual = show_manual(window, None)
    with qtbot.waitActive(manual):
        manual.activateWindow()
    return manual


# ── the pages ───────────────────────────────────────────────────────────


def test_every_page_is_in_the_list_of_contents() -> None:
    assert sorted(FILES) == sorted(path.name for path in MANUAL_FOLDER.glob("*.md"))


@pytest.mark.parametrize("file", FILES)
def test_a_page_names_commands_that_exist(file: str) -> None:
    assert commands_named(source_of(file)) <= {command.name for command in COMMANDS}
    assert "{" not in page_text(file)


@pytest.mark.parametrize("file", FILES)
def test_a_page_links_to_pages_and_pictures_that_exist(file: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)", source_of(file)):
        assert (MANUAL_FOLDER / target).is_file(), target


def test_every_key_of_a_command_is_in_the_table_of_keys() -> None:
    rows = [line for line in with_commands("{commands}").splitlines() if line.startswith("| ")]
    assert len(rows) - 1 == sum(bool(command.shortcut) for command in COMMANDS)
    assert "| 文件 | 以去年报告为底本 | Ctrl+Shift+N |" in rows
    assert "{commands}" in source_of("keys.md")


def test_every_command_is_told_of_on_a_page_or_in_the_table_of_keys() -> None:
    named = {name for file in FILES for name in commands_named(source_of(file))}
    assert not [each.name for each in COMMANDS if not each.shortcut and each.name not in named]


@pytest.mark.parametrize("file", [*FILES, "tour.toml"])
def test_what_a_page_quotes_stands_in_the_program(file: str) -> None:
    quoted = _QUOTED.findall(_EXAMPLE.sub("", source_of(file)))
    assert not [words for words in quoted if words not in _words_of_the_program()]


def test_every_place_of_the_manual_is_a_class_of_the_window() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    places = [place for page in manual_pages() for place in page.places]
    assert not [place for place in places if f"class {place}(" not in sources]
    assert len(places) == len({*places})


def test_where_no_page_fits_the_first_opens() -> None:
    assert page_at(["QWidget"]).file == FILES[0]


# ── the window ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(("section", "file"), [("requests", "tables.md"), ("problems", "texts.md")])
def test_f1_opens_the_page_that_fits_the_place(window: MainWindow, section: str, file: str) -> None:
    open_at(window, a_clean_report(), section)
    press(window, Qt.Key.Key_F1, NONE)
    manual = window.findChild(ManualWindow)
    assert isinstance(manual, ManualWindow)
    assert manual.browser.source().fileName() == file
    assert not manual.isModal()


@pytest.mark.parametrize(
    ("section", "file"), [(SettingsSection.CHECKS, "checks.md"), (SettingsSection.SAVING, "settings.md")]
)
def test_f1_in_the_settings_opens_what_is_said_of_the_page_on_top(
    qtbot: QtBot, settings: Settings, section: SettingsSection, file: str
) -> None:
    choose = dict.fromkeys(SettingsSection, lambda: None)
    dialog = SettingsDialog(settings, current_form(), choose, section)
    qtbot.addWidget(dialog)
    manual = show_manual(dialog, dialog.list)
    assert manual.browser.source().fileName() == file


def test_f1_again_uses_the_window_that_is_open(window: MainWindow) -> None:
    show_manual(window, None)
    show_manual(window, None)
    assert len(window.findChildren(ManualWindow)) == 1


def test_a_page_is_chosen_from_the_contents_and_left_by_back(manual: ManualWindow) -> None:
    manual.contents.setCurrentRow(FILES.index("checks.md"))
    assert "检查说明" in manual.browser.toPlainText()
    QTest.mouseClick(manual._back, Qt.MouseButton.LeftButton)
    assert manual.browser.source().fileName() == FILES[0]
    assert manual.contents.currentRow() == 0


@pytest.mark.parametrize("width", [1000, 620])
def test_pictures_are_as_wide_as_there_is_room(qtbot: QtBot, manual: ManualWindow, width: int) -> None:
    manual.contents.setCurrentRow(FILES.index("tables.md"))
    manual.resize(width, 600)
    bar = manual.browser.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    manual.resize(500, 600)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_is_no_wider_than_its_page_on_any_screen(
    manual: ManualWindow, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    monkeypatch.setattr(manual.browser, "devicePixelRatioF", lambda: ratio)
    room = manual.browser.viewport().width()
    for pixels in (room // 2, room + 100, 4 * room):
        shown = manual.browser._fitted(QImage(pixels, 10, QImage.Format.Format_RGB32))
        assert shown.width() / shown.devicePixelRatioF() <= room


def test_a_link_leads_to_its_page(manual: ManualWindow) -> None:
    manual.browser.setSource(QUrl("keys.md"))
    assert manual.contents.currentRow() == FILES.index("keys.md")


def test_words_are_found_on_every_page_that_has_them_and_found_again(manual: ManualWindow) -> None:
    manual.contents.setCurrentRow(FILES.index("checks.md"))
    press(manual, Qt.Key.Key_F)  # type: ignore[arg-type]  # any window will do
    assert QApplication.focusWidget() is manual.search_line
    manual.search_line.insert("上年结转")
    places = []
    for _time in range(60):
        QTest.keyClick(manual.search_line, Qt.Key.Key_Return)
        assert manual.browser.textCursor().selectedText() == "上年结转"
        places.append((manual.browser.source().fileName(), manual.browser.textCursor().position()))
    assert len({*places}) < len(places)
    assert places[0][0] == "checks.md"
    assert {file for file, _place in places} == {file for file in FILES if "上年结转" in page_text(file)}


def test_words_of_one_page_are_found_on_it_again_from_the_top(manual: ManualWindow) -> None:
    manual.search_line.insert("意外中断时的副本")
    places = []
    for _time in range(3):
        QTest.keyClick(manual.search_line, Qt.Key.Key_Return)
        places.append(manual.browser.textCursor().position())
    assert manual.contents.currentRow() == FILES.index("settings.md")
    assert len({*places}) == 1
    assert manual.remark.text() == ""


def test_words_that_are_not_there_are_said(manual: ManualWindow) -> None:
    manual.search_line.insert("没有这几个字")
    QTest.keyClick(manual.search_line, Qt.Key.Key_Return)
    assert manual.remark.text() == "各页都没有"
    manual.search_line.insert("吗")
    assert manual.remark.text() == ""
