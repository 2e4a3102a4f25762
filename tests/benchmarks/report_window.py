"""The program's window with a report open at 表三, timed to its first picture."""

import sys
from pathlib import Path

from ui.constant_guard import guard_constants

guard_constants()

from PySide6.QtWidgets import QApplication

from ui.application import prepare
from ui.main_window import MainWindow
from ui.settings import Settings

report, settings_file = map(Path, sys.argv[1:])
application = QApplication(sys.argv)
settings = Settings(settings_file)
prepare(application, settings)
window = MainWindow(settings)
window.files.open_path(report)
window.show()
window.workspace.show_section("requests")
application.processEvents()
window.grab()
