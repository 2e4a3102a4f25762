"""`main.py FILE` up to the first picture of 表三; prints the moment of the picture."""

import gc
import sys
import time
from pathlib import Path

import main

gc.set_threshold(main.GARBAGE_THRESHOLD)

from ui.application import open_editor  # noqa: E402 - main loads the window last too

window = open_editor(Path(sys.argv[1]))
assert window.workspace is not None
window.workspace.show_section("requests")
from PySide6.QtWidgets import QApplication  # noqa: E402

QApplication.processEvents()
print(time.time())
