"""`main.py FILE` up to the first picture, of a file left at 表三 last time; prints the moment of the picture."""

import sys
import time
from pathlib import Path

import main  # noqa: F401 - its time counts
from ui.quick_start import quicken_start

quicken_start()

from ui.application import open_editor  # noqa: E402 - main loads the window last too

window = open_editor(Path(sys.argv[1]))
from PySide6.QtWidgets import QApplication  # noqa: E402

QApplication.processEvents()
assert window.workspace is not None
assert window.workspace.grid_view is not None
print(time.time())
