"""The checks that read running text, run beside the window: whoever types on does not wait for them."""

import sys
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from models.checks.ahead import Ahead
from models.checks.inspection import Inspection

_GLANCE = 5
"""Milliseconds between two looks at whether they are done."""
_TURN = 0.0001
"""Seconds after which the thread lets the window have its turn; one key takes many, and Python's own 5 ms add up."""


class ChecksAside(QObject):
    """Has the checks of a report run in a thread that touches nothing of Qt."""

    done = Signal(object)
    """Emitted with what ran ahead, unless it was dropped before."""

    def __init__(self, parent: QObject) -> None:
        """Start with nothing to run."""
        super().__init__(parent)
        self._ahead: Ahead | None = None
        self._thread: Thread | None = None
        self._glance = QTimer(self, interval=_GLANCE)
        self._glance.timeout.connect(self._look)

    def begin(self, inspection: Inspection) -> None:
        """Run the checks that are still to run."""
        self.drop()
        sys.setswitchinterval(_TURN)
        self._ahead = inspection.ahead()
        self._glance.start()

    def drop(self) -> None:
        """Wait no longer: the report has changed, or the checks have run meanwhile."""
        if self._ahead:
            self._ahead.is_wanted = False
        self._ahead = None
        self._glance.stop()

    def _look(self) -> None:
        if self._ahead is None or (self._thread and self._thread.is_alive()):
            return  # perhaps one that was dropped, and ends soon
        if self._ahead.is_done:
            ahead = self._ahead
            self.drop()
            self.done.emit(ahead)
        else:
            self._thread = Thread(target=self._ahead.run, daemon=True)
            self._thread.start()
