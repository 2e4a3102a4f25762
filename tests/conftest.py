"""What every test stands on."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.constant_guard import guard_constants

guard_constants()


def pytest_sessionfinish() -> None:
    """Empty the clipboard while Python is at work.

    The platform without a screen takes apart what was copied only behind the interpreter's end, and what PySide made
    then breaks the process. Real platforms let go of it together with the application.
    """
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - most tests load no Qt

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()
