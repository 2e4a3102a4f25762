"""The window: menus and toolbar around the start page or an open report."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ui.actions import COMMANDS, build_actions
from ui.document import Document
from ui.file_commands import FileCommands, document_name
from ui.handlers import HANDLERS
from ui.menus import build_menus, build_toolbar, export_menu, recent_menu, theme_menu
from ui.notice_bar import NoticeBar
from ui.program import PROGRAM_NAME
from ui.screen_size import resize_within_screen
from ui.settings import Settings, ThemeChoice
from ui.status_line import StatusLine
from ui.theme import apply_theme
from ui.workspace import Workspace

if TYPE_CHECKING:  # slow to load, and a window that comes up asks nothing
    from ui.autosave import Autosave
    from ui.dialogs.dialogs import Dialogs
    from ui.export_commands import ExportCommands
    from ui.find_bar import FindBar
    from ui.help_commands import HelpCommands

_SIZE = (1280, 720)
_BEFORE_COPIES = 1000
"""Milliseconds in which the window comes up before recovery copies are thought of."""


class MainWindow(QMainWindow):
    """Holds one open report at a time and the commands on it."""

    def __init__(self, settings: Settings, dialogs: Dialogs | None = None) -> None:
        """Build the window with nothing open yet."""
        super().__init__()
        self._settings = settings
        self.files = FileCommands(settings, self, dialogs)
        self.files.document_opened.connect(self.show_document)
        self.files.notice.connect(self.show_notice)
        self.workspace: Workspace | None = None
        self.autosave: Autosave | None = None
        self._notices = NoticeBar()
        self.setStatusBar(self._notices)
        self._status: StatusLine | None = None
        self._find_bar: FindBar | None = None
        self._actions = build_actions(self, {name: partial(act, self) for name, act in HANDLERS.items()})
        submenus = {
            "recent": lambda menu: recent_menu(menu, settings, self._open_recent),
            "export": lambda menu: export_menu(menu, self._actions),
            "theme": lambda menu: theme_menu(menu, self, settings, self.choose_theme),
        }
        build_menus(self, self._actions, submenus)
        build_toolbar(self, self._actions)
        self._actions["beside_last_year"].setChecked(settings.beside_last_year)
        self.setAcceptDrops(True)
        self.setWindowTitle(PROGRAM_NAME)
        resize_within_screen(self, *_SIZE)
        if (geometry := settings.geometry("main")) is not None:
            self.restoreGeometry(geometry)
        self._centre = QStackedWidget()
        self.setCentralWidget(self._centre)
        self._enable_actions()

    # ── what is shown ───────────────────────────────────────────────────

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self.files.document

    @cached_property
    def exports(self) -> ExportCommands:
        """The exports, loaded with the first of them."""
        from ui.export_commands import ExportCommands  # noqa: PLC0415 - a window that comes up exports nothing

        return ExportCommands(self.files, self._settings, self._notices.say)

    @cached_property
    def help(self) -> HelpCommands:
        """Settings, manual and guided tour, loaded with the first of them."""
        from ui.help_commands import HelpCommands  # noqa: PLC0415 - as above

        return HelpCommands(self, self._settings)

    @property
    def find_bar(self) -> FindBar:
        """The bar that finds words in the open report, there with the first search; only where a report is open."""
        if self._find_bar is None:
            from ui.find_bar import FindBar  # noqa: PLC0415 - as above

            assert self.workspace is not None
            self._find_bar = FindBar(self.workspace)
            self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self._find_bar)
            self._find_bar.hide()
        return self._find_bar

    def show_start_page(self) -> None:
        """Show the three ways to begin."""
        from ui.pages.start_page import StartPage  # noqa: PLC0415 - a window that opens with a file needs none

        page = StartPage(self._settings.recent_files)
        page.draft_wanted.connect(self.files.new_draft)
        page.blank_wanted.connect(self.files.new_blank)
        page.open_wanted.connect(self.files.open)
        page.tour_wanted.connect(self._actions["tour"].trigger)
        page.file_chosen.connect(lambda path: self.files.open_path(path, ask=True))
        self._show(page)
        self._enable_actions()
        self._refresh_history()

    def show_document(self, document: Document) -> None:
        """Show a document in place of whatever was shown, and let that go."""
        before = self._leave_workspace()
        self.workspace = Workspace(document, self._settings, lambda: self.files.dialogs)
        if self._find_bar:
            self.removeToolBar(self._find_bar)
            self._find_bar.deleteLater()
            self._find_bar = None
        self._status = StatusLine(document)
        self._notices.show_state(self._status)
        self.workspace.figures_selected.connect(self._status.show_selection)
        document.notice.connect(self.show_notice)
        document.state_changed.connect(self._refresh_title)
        document.changed.connect(self._refresh_title)
        document.changed.connect(self._notices.clearMessage)
        document.state_changed.connect(self._refresh_history)
        if (widths := self._settings.geometry("workspace")) is not None:
            self.workspace.restoreState(widths)
        self._show(self.workspace)
        self.workspace.page.setFocus()
        self._follow_with_copies(document)
        if before:
            before.deleteLater()
        self._refresh_title()
        self._enable_actions()
        self._refresh_history()

    def _leave_workspace(self) -> Document | None:
        """Remember how the parts of the open report are divided; return its document, whose copy is not needed now."""
        if self.autosave:
            self.autosave.close()
            self.autosave = None
        if self.workspace is None:
            return None
        self._settings.keep_geometry("workspace", self.workspace.saveState())
        return self.workspace.document

    def _follow_with_copies(self, document: Document) -> None:
        """Begin to keep recovery copies of a document; one that was restored keeps its copy from the start."""
        found = self.files.restored

        def follow() -> None:
            from ui.autosave import Autosave  # noqa: PLC0415 - the window comes up first

            if self.isVisible():
                self.autosave = Autosave(document, self._settings, found)
                self.autosave.refused.connect(self.show_notice)

        if found:
            follow()
        else:
            assert self.workspace  # with which the wait ends
            QTimer.singleShot(_BEFORE_COPIES, self.workspace, follow)

    def show_notice(self, sentence: str) -> None:
        """Say something at the bottom for long enough to be read."""
        self._notices.say(sentence)

    def _show(self, widget: QWidget) -> None:
        before = self._centre.currentWidget()
        self._centre.addWidget(widget)
        self._centre.setCurrentWidget(widget)
        widget.setFocus()
        if before:
            self._centre.removeWidget(before)
            before.deleteLater()

    def _refresh_title(self) -> None:
        document = self.document
        if document:
            self.setWindowTitle(f"{document_name(document)}[*] - {PROGRAM_NAME}")
            self.setWindowModified(document.modified)

    # ── commands ────────────────────────────────────────────────────────

    def _refresh_history(self) -> None:
        stack = self.document.undo_stack if self.document else None
        for name, text, can, what in (
            ("undo", "撤销", stack and stack.canUndo(), stack.undoText() if stack else ""),
            ("redo", "重做", stack and stack.canRedo(), stack.redoText() if stack else ""),
        ):
            self._actions[name].setEnabled(bool(can))
            self._actions[name].setText(f"{text} {what}".rstrip())
            self._actions[name].setIconText(text)

    def _open_recent(self, path: Path) -> None:
        if self.workspace:
            self.workspace.finish_entry()
        self.files.open_path(path)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Change the colours now and for the next start."""
        self._settings.theme = choice
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, choice)

    def _enable_actions(self) -> None:
        for command in COMMANDS:
            if command.needs_document:
                self._actions[command.name].setEnabled(self.document is not None)

    # ── events ──────────────────────────────────────────────────────────

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, not text."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self._open_recent(Path(local[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only where nothing is lost."""
        if self.workspace:
            self.workspace.finish_entry()
        if self.files.may_close():
            self._leave_workspace()
            self._settings.keep_geometry("main", self.saveGeometry())
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the signs when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.workspace:
            self.workspace.sections.refresh()
            self.workspace.side.redraw()
