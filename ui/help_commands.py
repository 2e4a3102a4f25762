"""What the window does to make itself understood and at home: settings, the manual, the guided tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from models.form_file import current_form
from ui.check_choices import chosen_checks
from ui.document import Document
from ui.settings import Settings, SettingsSection

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tour_panel import TourPanel


class HelpCommands:
    """Carries out these commands for a window."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        """Belong to a window."""
        self._window, self._settings = window, settings
        self.tour: TourPanel | None = None

    def change_settings(self, section: SettingsSection) -> None:
        """Let the clerk choose settings, and use them at once."""
        files, document = self._window.files, self._window.document
        form = document.report.form if document else current_form()
        if not files.dialogs.ask_settings(self._settings, form, section):
            return
        self._window.choose_theme(self._settings.theme)
        if self._window.autosave:
            self._window.autosave.use_settings()
        if document:
            document.use_checks(chosen_checks(self._settings, form, files.dialogs.tell))

    def show_manual(self) -> None:
        """Open the manual at the page that fits what has the keyboard."""
        from ui.dialogs.manual_window import show_manual  # noqa: PLC0415 - opened by few starts

        show_manual(self._window, QApplication.focusWidget())

    def begin_tour(self) -> None:
        """Open the sample as a report of its own, with the steps of the tour below it."""
        from ui.tour import read_tour  # noqa: PLC0415 - as above
        from ui.tour_panel import TourPanel  # noqa: PLC0415 - as above

        if not self._window.files.may_close():
            return
        self.end_tour()
        tour = read_tour()
        document = Document(tour.begun_report())
        self._window.files.show(document)
        self.tour = TourPanel(self._window, tour, document)
        self.tour.left.connect(self.end_tour)

    def end_tour(self) -> None:
        """Take the steps away; the sample stays open as any other report."""
        if self.tour:
            self.tour.close_for_good()
        self.tour = None
