"""What every test stands on."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.constant_guard import guard_constants

guard_constants()
