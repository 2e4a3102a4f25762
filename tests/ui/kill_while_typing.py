"""Opens a file, types a figure, keeps a copy, and is ended by the system in the middle of everything."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.cell_value import read_value
from models.report import Edit
from tests.windows import ScriptedDialogs
from ui.application import prepare
from ui.main_window import MainWindow
from ui.settings import Settings

settings, cell, typed = Settings(Path(sys.argv[1])), sys.argv[3], sys.argv[4]
application = QApplication([])
prepare(application, settings)
window = MainWindow(settings, ScriptedDialogs())  # type: ignore[arg-type]
window.files.open_path(Path(sys.argv[2]))
window.show()
while window.autosave is None:
    QTest.qWait(50)
assert window.document is not None
window.document.apply(Edit(cells={cell: read_value(typed)}))
window.autosave.keep()
window.autosave.wait()
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
