"""Starting the window: Chinese standard texts, theme, the guard against bugs, the file named."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from storage.native_file import is_native
from ui.constant_guard import guard_constants
from ui.crash_guard import install_crash_guard
from ui.main_window import MainWindow
from ui.quick_start import keep_what_is_loaded
from ui.settings import Settings
from ui.theme import apply_theme, enlarge_font, system_colours_changed

_STYLE = ("-style", "fusion")
"""The same shapes on every office PC, and a style that honours the palette."""
_AT_WORK = 3000
"""Milliseconds after which an opened report has been checked for the first time, and all is loaded."""


def run(path: Path | None = None) -> int:
    """Open the editor, on a file if one is given, and return the exit status when it is closed."""
    window = open_editor(path)
    assert window.isVisible()  # it lives as long as this name does
    return QApplication.exec()


def open_editor(path: Path | None) -> MainWindow:
    """Start Qt and show the window, with a file in it if one is given."""
    guard_constants()
    application = QApplication.instance() or QApplication([sys.argv[0], *_STYLE])
    assert isinstance(application, QApplication)
    settings = Settings()
    prepare(application, settings)
    window = MainWindow(settings)
    install_crash_guard(window)
    window.files.document_opened.connect(lambda _document: QTimer.singleShot(_AT_WORK, keep_what_is_loaded))
    at_once = path is not None and is_native(path)
    if path is not None and at_once:
        window.files.open_path(path)
    if window.document is None:
        window.show_start_page()
    window.show()
    if path is None:  # what was left behind by a program that stopped
        QTimer.singleShot(0, window, window.files.offer_unsaved)
    if path is not None and not at_once:  # a foreign file raises questions, which want a window behind them
        QTimer.singleShot(0, window, lambda: window.files.open_path(path))
    return window


def prepare(application: QApplication, settings: Settings) -> None:
    """Give the application its name, Qt's own texts in Chinese, and the chosen theme."""
    application.setApplicationName("gknb")
    application.setApplicationDisplayName("")
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    enlarge_font(application)
    apply_theme(application, settings.theme)
    for changed in system_colours_changed():
        changed.connect(lambda _scheme: apply_theme(application, settings.theme))
