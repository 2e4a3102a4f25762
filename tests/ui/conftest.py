"""A window for tests: its own settings, dialogs that answer by script, and no dialog that nobody expects."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.windows import ScriptedDialogs, shown_window
from ui.main_window import MainWindow
from ui.settings import Settings


@pytest.fixture(autouse=True)
def no_unexpected_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test in which a dialog opens that it did not expect."""

    def refuse(dialog: QDialog) -> int:
        pytest.fail(f"an unexpected dialog: {dialog.windowTitle()}")

    monkeypatch.setattr(QDialog, "exec", refuse)


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """Keep the menus that would open at a place; the test looks at them in peace."""
    opened: list[QMenu] = []

    def keep(menu: QMenu, _place: QPoint) -> None:
        opened.append(menu)

    monkeypatch.setattr(QMenu, "popup", keep)
    return opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings, dialogs: ScriptedDialogs) -> Iterator[MainWindow]:
    with shown_window(qtbot, qapp, settings, dialogs) as window:
        yield window
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a file that is there already."""
    path = tmp_path / "old"
    path.write_text("old")
    return path
