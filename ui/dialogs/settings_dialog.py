"""The settings (设置): one page for each thing that can be set, all stored together or not at all."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.form import Form
from ui.dialogs.check_settings_page import CheckSettingsPage
from ui.dialogs.settings_pages import GeneralPage, PrintPage, SavingPage
from ui.screen_size import resize_within_screen
from ui.settings import Settings, SettingsSection

_SIZE = (820, 660)
_LIST_CHARACTERS = 8


class SettingsPage(Protocol):
    """What the dialog asks of a page that shows settings as they are."""

    def mistake(self) -> str:
        """Return why what is chosen cannot be stored, empty where it can."""

    def store(self) -> None:
        """Store what is chosen."""


class SettingsDialog(QDialog):
    """Shows the settings as they are; what is chosen is stored when the dialog is accepted."""

    def __init__(
        self,
        settings: Settings,
        form: Form,
        choose_files: Mapping[SettingsSection, Callable[[], Path | None]],
        section: SettingsSection = SettingsSection.GENERAL,
        parent: QWidget | None = None,
    ) -> None:
        """Show the settings at a page.

        Args:
            settings: where they are read and stored.
            form: the form that the checks are about.
            choose_files: ask for the office's own scheme of fonts, and for its file of requirements.
            section: the page on top.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle("设置")
        resize_within_screen(self, *_SIZE)
        self.general = GeneralPage(settings)
        self.print = PrintPage(settings, choose_files[SettingsSection.PRINT])
        self.checks = CheckSettingsPage(settings, form, choose_files[SettingsSection.CHECKS])
        self.saving = SavingPage(settings)
        self._pages: tuple[tuple[SettingsSection, SettingsPage], ...] = (
            (SettingsSection.GENERAL, self.general),
            (SettingsSection.PRINT, self.print),
            (SettingsSection.CHECKS, self.checks),
            (SettingsSection.SAVING, self.saving),
        )
        self.list = QListWidget()
        self._stack = QStackedWidget()
        self.complaint = QLabel()
        self._lay_out()
        self.list.setCurrentRow([*SettingsSection].index(section))
        self.list.setFocus()

    def accept(self) -> None:
        """Store what is chosen; a mistake is told on its page, and the dialog stays."""
        for row, (_section, page) in enumerate(self._pages):
            mistake = page.mistake()
            if mistake:
                self.list.setCurrentRow(row)
                self._complain(mistake)
                return
        for _section, page in self._pages:
            page.store()
        super().accept()

    def _lay_out(self) -> None:
        for section, page in self._pages:
            assert isinstance(page, QWidget)
            self.list.addItem(section.value)
            self._stack.addWidget(page)
        self.list.setAccessibleName("设置的各页")
        self.list.setFixedWidth(self.fontMetrics().horizontalAdvance("字") * _LIST_CHARACTERS)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.currentRowChanged.connect(lambda _row: self._complain(""))
        self.complaint.setWordWrap(True)
        font = self.complaint.font()
        font.setBold(True)
        self.complaint.setFont(font)
        self.complaint.hide()
        buttons = QDialogButtonBox()
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        parts = QHBoxLayout()
        parts.addWidget(self.list)
        parts.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(parts, 1)
        layout.addWidget(self.complaint)
        layout.addWidget(buttons)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(f"✗ {sentence}" if sentence else "")
        self.complaint.setVisible(bool(sentence))
