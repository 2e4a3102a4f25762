"""What each command of `ui/actions.py` does, in the order of the menus."""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from models.form_file import current_form
from ui.actions import TEXT
from ui.program import PROGRAM_NAME, program_version
from ui.settings import SettingsSection

if TYPE_CHECKING:  # the window has these handlers
    from ui.export_commands import ExportCommands
    from ui.file_commands import FileCommands
    from ui.find_bar import FindBar
    from ui.grid.view import GridView
    from ui.help_commands import HelpCommands
    from ui.main_window import MainWindow
    from ui.workspace import Workspace

Handler = Callable[["MainWindow"], object]


def _finished(act: Handler) -> Handler:
    """Return what takes over whatever is being typed, and then acts."""

    def call(window: MainWindow) -> object:
        if window.workspace:
            window.workspace.finish_entry()
        return act(window)

    return call


def _at_work(act: Callable[[Workspace], object]) -> Handler:
    """Return what acts on the open report; nothing where none is open."""
    return lambda window: act(window.workspace) if window.workspace else None


def _work_done(act: Callable[[Workspace], object]) -> Handler:
    """Return what takes over what is being typed and acts on the open report."""
    return _finished(_at_work(act))


def _on_grid(act: Callable[[GridView], object]) -> Handler:
    return _at_work(lambda work: work.on_grid(act))


def _on_text(method: str) -> Handler:
    return _at_work(lambda work: work.on_text(methodcaller(method)))


def _files(act: Callable[[FileCommands], object]) -> Handler:
    return _finished(lambda window: act(window.files))


def _exporting(act: Callable[[ExportCommands], object]) -> Handler:
    return _finished(lambda window: act(window.exports))


def _helping(act: Callable[[HelpCommands], object]) -> Handler:
    return _finished(lambda window: act(window.help))


def _finding(act: Callable[[FindBar], object]) -> Handler:
    return _finished(lambda window: act(window.find_bar) if window.workspace else None)


def _travelling(step: str) -> Handler:
    return _finished(lambda window: methodcaller(step)(window.document) if window.document else None)


def _with_keyboard(method: str) -> Handler:
    """Return what calls a method of the widget that has the keyboard, where it has such a one."""

    def call(_window: MainWindow) -> object:
        act = getattr(QApplication.focusWidget(), method, None)
        return act() if act else None

    return call


def _tell_about(window: MainWindow) -> None:
    details = [f"版本 {program_version()}", f"依据{current_form().basis}。", "所有内容只存在本机，不联网。"]
    window.files.dialogs.tell(PROGRAM_NAME, details)


FILE: dict[str, Handler] = {
    "new_draft": _files(lambda files: files.new_draft()),
    "new_blank": _files(lambda files: files.new_blank()),
    "open": _files(lambda files: files.open()),
    "save": _files(lambda files: files.save()),
    "save_as": _files(lambda files: files.save_as()),
    "attach_last_year": _files(lambda files: files.attach_last_year()),
    "detach_last_year": _files(lambda files: files.detach_last_year()),
    "export_word": _exporting(lambda exports: exports.export("word")),
    "export_excel": _exporting(lambda exports: exports.export("excel")),
    "export_pdf": _exporting(lambda exports: exports.export("pdf")),
    "export_html": _exporting(lambda exports: exports.export("html")),
    "export_picture": _exporting(lambda exports: exports.export("png", "svg")),
    "copy_web_page": _exporting(lambda exports: exports.copy_web_page()),
    "export_check_sheet": _exporting(lambda exports: exports.export_check_sheet()),
    "preview": _exporting(lambda exports: exports.preview()),
    "print": _exporting(lambda exports: exports.print_pages()),
    "settings": _helping(lambda helper: helper.change_settings(SettingsSection.GENERAL)),
    "quit": lambda window: window.close(),
}
EDIT: dict[str, Handler] = {
    "undo": _travelling("undo"),
    "redo": _travelling("redo"),
    "cut": _with_keyboard("cut"),
    "copy": _with_keyboard("copy"),
    "paste": _with_keyboard("paste"),
    "find": _finding(lambda bar: bar.open(replacing=False)),
    "replace": _finding(lambda bar: bar.open(replacing=True)),
    "find_next": _finding(lambda bar: bar.step(1)),
    "find_previous": _finding(lambda bar: bar.step(-1)),
    "confirm": _work_done(lambda work: work.confirm()),
    "confirm_all": _work_done(lambda work: work.confirm_all()),
}
TABLES: dict[str, Handler] = {
    "fill_zeros": _finished(_on_grid(lambda grid: grid.blocks.fill_zeros())),
    "fill_all_zeros": _work_done(lambda work: work.commands.fill_zeros()),
    "fill_down": _finished(_on_grid(lambda grid: grid.blocks.fill_down())),
    "fill_right": _finished(_on_grid(lambda grid: grid.blocks.fill_right())),
    "clear": _finished(_on_grid(lambda grid: grid.blocks.clear())),
    "explain": _finished(_on_grid(lambda grid: grid.explain())),
    "remark": _finished(_on_grid(lambda grid: grid.remark_wanted.emit())),
    "balance": _finished(_on_grid(lambda grid: grid.balance())),
}
TEXTS: dict[str, Handler] = {
    "draft": _work_done(lambda work: work.offer_drafts()),
    **{name: _on_text(name) for name in TEXT},
}
CHECKS: dict[str, Handler] = {
    "next_finding": _work_done(lambda work: work.findings.step(1)),
    "previous_finding": _work_done(lambda work: work.findings.step(-1)),
    "correct": _work_done(lambda work: work.page.correct()),
    "go_across": _work_done(lambda work: work.go_across()),
    "dismiss": _work_done(lambda work: work.dismiss()),
    "untouched": _work_done(lambda work: work.go_to_untouched()),
    "check_settings": _helping(lambda helper: helper.change_settings(SettingsSection.CHECKS)),
}
VIEW: dict[str, Handler] = {
    "previous_section": _at_work(lambda work: work.step_section(-1)),
    "next_section": _at_work(lambda work: work.step_section(1)),
    "beside_last_year": _at_work(lambda work: work.switch_last_year()),
    "zoom_in": _on_grid(lambda grid: grid.zoom_in()),
    "zoom_out": _on_grid(lambda grid: grid.zoom_out()),
    "reset_zoom": _on_grid(lambda grid: grid.reset_zoom()),
}
HELP: dict[str, Handler] = {
    "manual": _helping(lambda helper: helper.show_manual()),
    "tour": _helping(lambda helper: helper.begin_tour()),
    "about": _tell_about,
}

HANDLERS = FILE | EDIT | TABLES | TEXTS | CHECKS | VIEW | HELP
"""By the names of the commands."""
