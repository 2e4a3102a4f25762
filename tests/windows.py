"""Helpers of the window tests: dialogs that answer by script, and a report shown at one section."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from importers.outcomes import Assignment
from importers.reader import ReadReport
from models.form import Form
from models.open_points import OpenPoints
from models.report import Report
from storage.native_file import save_native
from storage.recovery import RecoveryCopy
from ui.application import prepare
from ui.dialogs.choices import ChangedFile, HowToOpen, Recovery, Unsaved
from ui.dialogs.occasions import Deed, Occasion
from ui.dialogs.preview_dialog import PreviewActs
from ui.document import Document
from ui.grid.view import GridView
from ui.main_window import MainWindow
from ui.pages.text_page import TextPage
from ui.print_setup import PrintSetup
from ui.reading_worker import in_background
from ui.settings import Settings, SettingsSection
from ui.workspace import Workspace

Result = TypeVar("Result")


class ScriptedDialogs:
    """Answers every question with the next answer a test gave, and keeps what was said."""

    def __init__(self) -> None:
        self.answers: deque[object] = deque()
        self.said: list[str] = []
        self.proposals: list[Path] = []
        self.occasions: list[Occasion] = []
        self.printed: list[PrintSetup] = []

    def ask_open_path(self, _title: str, _folder: Path, _file_filter: str = "") -> object:
        return self._answer("which file to open")

    def ask_save_path(self, _title: str, proposal: Path, _kind: str) -> object:
        self.proposals.append(proposal)
        return self._answer("where to save")

    def ask_save_path_among(self, _title: str, proposal: Path, _kinds: Mapping[str, str]) -> object:
        self.proposals.append(proposal)
        return self._answer("where to save, and as what")

    def ask_unsaved(self, _name: str) -> object:
        answer = self._answer("what to do with unsaved changes")
        assert isinstance(answer, Unsaved)
        return answer

    def ask_recovery(self, _name: str, _copy: RecoveryCopy) -> object:
        answer = self._answer("whether to restore a copy left behind")
        assert isinstance(answer, Recovery)
        return answer

    def ask_changed_file(self, _path: Path) -> object:
        answer = self._answer("what to do with a file that others changed")
        assert isinstance(answer, ChangedFile)
        return answer

    def ask_how_to_open(self, _path: Path) -> object:
        answer = self._answer("how to open")
        assert isinstance(answer, HowToOpen)
        return answer

    def ask_import(self, _name: str, first: ReadReport, read: Callable[[Assignment], ReadReport]) -> ReadReport | None:
        """Give the scripted answer: None, or what it makes of the reading."""
        answer = self._answer("whether to accept what was read")
        return answer(first, read) if callable(answer) else None

    def wait_for(self, work: Callable[[], Result], sentence: str) -> Result:
        return in_background(work, sentence)

    def ask_year(self, _path: Path) -> object:
        return self._answer("which year")

    def ask_anyway(self, _points: OpenPoints, deed: Deed) -> object:
        return self._answer(f"whether to do this with open findings: {deed.value}")

    def ask_print_setup(self, occasion: Occasion, setup: PrintSetup, _points: OpenPoints, _folder: Path) -> object:
        """Give the scripted answer: a set-up, None, or what it makes of the last one."""
        self.occasions.append(occasion)
        answer = self._answer("how to print")
        return answer(setup) if callable(answer) else answer

    def show_preview(self, _document: Document, _setup: Callable[[], PrintSetup], acts: PreviewActs) -> None:
        """Have the scripted answer use what the preview offers."""
        answer = self._answer("what to do in the preview")
        if callable(answer):
            answer(acts)

    def print_pages(self, _document: Document, setup: PrintSetup) -> None:
        self.printed.append(setup)

    def ask_figure(self, report: Report, chosen: str | None) -> object:
        """Give the scripted answer: a figure or None, or what it makes of the one visited last."""
        answer = self._answer("which figure to insert")
        return answer(report, chosen) if callable(answer) else answer

    def ask_reason(self, message: str, reasons: Sequence[str], confirmer: str) -> object:
        """Give the scripted answer, a reason and a name or None, or what it makes of what is proposed."""
        answer = self._answer("why a finding is true")
        return answer(message, reasons, confirmer) if callable(answer) else answer

    def ask_settings(
        self, settings: Settings, _form: Form, _section: SettingsSection = SettingsSection.GENERAL
    ) -> bool:
        """Have the scripted answer change the settings."""
        answer = self._answer("which settings")
        if callable(answer):
            answer(settings)
        return callable(answer)

    def tell(self, sentence: str, details: Sequence[str] = ()) -> None:
        self.said += [sentence, *details]

    def _answer(self, question: str) -> object:
        if not self.answers:
            pytest.fail(f"nobody expected to be asked {question}")
        return self.answers.popleft()


@contextmanager
def shown_window(
    qtbot: QtBot, qapp: QApplication, settings: Settings, dialogs: ScriptedDialogs | None
) -> Iterator[MainWindow]:
    """Show the program's window with the start page, and close it without asking about what is unsaved."""
    prepare(qapp, settings)
    window = MainWindow(settings, dialogs)  # type: ignore[arg-type]
    window.resize(1366, 768)
    window.show_start_page()
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    if window.document and window.workspace:
        window.workspace.finish_entry()
        window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


def open_in(window: MainWindow, report: Report, section: str = "requests") -> GridView:
    """Show a report in the window at one section and return that section's grid."""
    window.files.show(Document(report))
    assert window.workspace is not None
    window.workspace.show_section(section)
    grid = window.workspace.grid_view
    assert grid is not None
    return grid


CTRL = Qt.KeyboardModifier.ControlModifier


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def open_at(window: MainWindow, report: Report, section: str) -> Workspace:
    """Show a report in the window at one section, checked, and return the workspace."""
    window.files.show(Document(report))
    assert window.workspace is not None
    window.workspace.show_section(section)
    window.workspace.document.settle()
    return window.workspace


def report_of(window: MainWindow) -> Report:
    assert window.document is not None
    return window.document.report


def text_page(window: MainWindow, section: str) -> TextPage:
    assert window.workspace is not None
    window.workspace.show_section(section)
    page = window.workspace.page
    assert isinstance(page, TextPage)
    return page


def offer(window: MainWindow, text: str) -> QPushButton:
    """Return the button of the panel of findings that begins with these words."""
    assert window.workspace is not None
    buttons = [each for each in window.workspace.findings.offers.buttons if each.isVisible()]
    return next(each for each in buttons if each.text().startswith(text))


def listed(window: MainWindow) -> list[str]:
    """Return the lines of the panel of findings."""
    assert window.workspace is not None
    panel = window.workspace.findings.list
    return [panel.item(row).text() for row in range(panel.count())]


def saved(report: Report, path: Path) -> Path:
    save_native(report, path)
    return path


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel by one notch over a widget."""
    centre = QPointF(widget.rect().center())
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    wheel = QWheelEvent(centre, widget.mapToGlobal(centre), QPoint(), QPoint(0, -120), *none, False)  # noqa: FBT003
    QApplication.sendEvent(widget, wheel)
