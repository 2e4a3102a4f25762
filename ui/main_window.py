"""The window: menus and toolbar around the start page or an open report."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from models.form_file import current_form
from ui.actions import COMMANDS, build_actions
from ui.check_choices import chosen_checks
from ui.document import Document
from ui.file_commands import FileCommands, document_name
from ui.menus import build_menus, build_toolbar, export_menu, recent_menu, theme_menu
from ui.settings import Settings, ThemeChoice
from ui.status_line import StatusLine
from ui.theme import apply_theme
from ui.workspace import Workspace

if TYPE_CHECKING:  # slow to load, and a window that comes up asks nothing
    from ui.dialogs.dialogs import Dialogs
    from ui.export_commands import ExportCommands

_SIZE = (1280, 720)
_NOTICE_MILLISECONDS = 8000


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
        self._status: StatusLine | None = None
        self._actions = build_actions(self, self._handlers())
        submenus = {
            "recent": lambda menu: recent_menu(menu, settings, self._open_recent),
            "export": lambda menu: export_menu(menu, self._actions),
            "theme": lambda menu: theme_menu(menu, self, settings, self.choose_theme),
        }
        build_menus(self, self._actions, submenus)
        build_toolbar(self, self._actions)
        self.setAcceptDrops(True)
        self.setWindowTitle("政府信息公开工作年度报告")
        self.resize(*_SIZE)
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

        return ExportCommands(self.files, self._settings)

    def show_start_page(self) -> None:
        """Show the three ways to begin."""
        from ui.pages.start_page import StartPage  # noqa: PLC0415 - a window that opens with a file needs none

        page = StartPage(self._settings.recent_files)
        page.draft_wanted.connect(self.files.new_draft)
        page.blank_wanted.connect(self.files.new_blank)
        page.open_wanted.connect(self.files.open)
        page.file_chosen.connect(lambda path: self.files.open_path(path, ask=True))
        self._show(page)
        self._enable_actions()
        self._refresh_history()

    def show_document(self, document: Document) -> None:
        """Show a document in place of whatever was shown, and let that go."""
        before = self.workspace.document if self.workspace else None
        self.workspace = Workspace(document, self._settings, lambda: self.files.dialogs)
        if self._status:
            self.statusBar().removeWidget(self._status)
            self._status.deleteLater()
        self._status = StatusLine(document)
        self.statusBar().addPermanentWidget(self._status)
        document.notice.connect(self.show_notice)
        document.state_changed.connect(self._refresh_title)
        document.changed.connect(self._refresh_title)
        document.changed.connect(self._forget_notice)
        document.state_changed.connect(self._refresh_history)
        self._show(self.workspace)
        if before:
            before.deleteLater()
        self._refresh_title()
        self._enable_actions()
        self._refresh_history()

    def show_notice(self, sentence: str) -> None:
        """Say something in the status line; where it is too long for that, the whole of it in a tooltip."""
        self.statusBar().showMessage(sentence, _NOTICE_MILLISECONDS)
        self.statusBar().setToolTip(sentence)

    def _forget_notice(self) -> None:
        """Take away what was said of the report as it was before."""
        if self.statusBar().currentMessage():
            self.statusBar().clearMessage()
            self.statusBar().setToolTip("")

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
            self.setWindowTitle(f"{document_name(document)}[*] - 政府信息公开工作年度报告")
            self.setWindowModified(document.modified)

    # ── commands ────────────────────────────────────────────────────────

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return (
            self._file_handlers()
            | self._export_handlers()
            | self._edit_handlers()
            | self._table_handlers()
            | self._check_handlers()
            | self._view_handlers()
        )

    def _file_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new_draft": self._finished(self.files.new_draft),
            "new_blank": self._finished(self.files.new_blank),
            "open": self._finished(self.files.open),
            "save": self._finished(self.files.save),
            "save_as": self._finished(self.files.save_as),
            "attach_last_year": self._finished(self.files.attach_last_year),
            "detach_last_year": self._finished(self.files.detach_last_year),
            "quit": self.close,
        }

    def _export_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "export_word": self._exporting(lambda exports: exports.export("word")),
            "export_excel": self._exporting(lambda exports: exports.export("excel")),
            "export_pdf": self._exporting(lambda exports: exports.export("pdf")),
            "export_html": self._exporting(lambda exports: exports.export("html")),
            "export_picture": self._exporting(lambda exports: exports.export("png", "svg")),
            "copy_web_page": self._exporting(lambda exports: exports.copy_web_page()),
            "export_check_sheet": self._exporting(lambda exports: exports.export_check_sheet()),
            "preview": self._exporting(lambda exports: exports.preview()),
            "print": self._exporting(lambda exports: exports.print_pages()),
        }

    def _edit_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "undo": self._finished(lambda: self._travel("undo")),
            "redo": self._finished(lambda: self._travel("redo")),
            "cut": lambda: self._with_keyboard("cut"),
            "copy": lambda: self._with_keyboard("copy"),
            "paste": lambda: self._with_keyboard("paste"),
            "confirm": self._finished(self._at_work(lambda work: work.page.confirm())),
            "confirm_all": self._finished(self._at_work(lambda work: work.page.confirm_all())),
        }

    def _table_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "fill_zeros": self._finished(self._at_work(lambda work: work.on_grid("fill_zeros"))),
            "fill_all_zeros": self._finished(self._at_work(lambda work: work.commands.fill_zeros())),
            "fill_down": self._at_work(lambda work: work.on_grid("fill_down")),
            "fill_right": self._at_work(lambda work: work.on_grid("fill_right")),
            "clear": self._at_work(lambda work: work.on_grid("clear")),
        }

    def _check_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "next_finding": self._finished(self._at_work(lambda work: work.findings.step(1))),
            "previous_finding": self._finished(self._at_work(lambda work: work.findings.step(-1))),
            "correct": self._finished(self._at_work(lambda work: work.page.correct())),
            "go_across": self._finished(self._at_work(lambda work: work.go_across())),
            "dismiss": self._finished(self._at_work(lambda work: work.dismiss())),
            "settings": self._finished(self._change_checks),
        }

    def _view_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "previous_section": self._at_work(lambda work: work.step_section(-1)),
            "next_section": self._at_work(lambda work: work.step_section(1)),
            "about": self._about,
        }

    def _finished(self, handler: Callable[[], object]) -> Callable[[], object]:
        """Return the handler preceded by taking over whatever is being typed."""

        def call() -> object:
            if self.workspace:
                self.workspace.finish_entry()
            return handler()

        return call

    def _exporting(self, act: Callable[[ExportCommands], object]) -> Callable[[], object]:
        """Return what acts on the exports, preceded as above."""
        return self._finished(lambda: act(self.exports))

    def _at_work(self, act: Callable[[Workspace], object]) -> Callable[[], object]:
        """Return what acts on the open report; nothing where none is open."""
        return lambda: act(self.workspace) if self.workspace else None

    def _travel(self, step: str) -> None:
        if self.document:
            getattr(self.document, step)()

    def _refresh_history(self) -> None:
        stack = self.document.undo_stack if self.document else None
        for name, text, can, what in (
            ("undo", "撤销", stack and stack.canUndo(), stack.undoText() if stack else ""),
            ("redo", "重做", stack and stack.canRedo(), stack.redoText() if stack else ""),
        ):
            self._actions[name].setEnabled(bool(can))
            self._actions[name].setText(f"{text} {what}".rstrip())
            self._actions[name].setIconText(text)

    def _with_keyboard(self, method: str) -> None:
        widget = QApplication.focusWidget()
        if hasattr(widget, method):
            getattr(widget, method)()

    def _change_checks(self) -> None:
        form = self.document.report.form if self.document else current_form()
        if self.files.dialogs.ask_check_settings(self._settings, form) and self.document:
            self.document.use_checks(chosen_checks(self._settings, form, self.files.dialogs.tell))

    def _about(self) -> None:
        details = [f"依据{current_form().basis}。", "所有内容只存在本机，不联网。"]
        self.files.dialogs.tell("政府信息公开工作年度报告编辑器", details)

    def _open_recent(self, path: Path) -> None:
        self._finished(lambda: self.files.open_path(path))()

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
            self._settings.keep_geometry("main", self.saveGeometry())
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the signs when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.workspace:
            self.workspace.sections.refresh()
            self.workspace.findings.redraw()
