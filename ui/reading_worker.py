"""Slow work beside the window: it stays alive, says after half a second what it waits for, and lets one cancel."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from importers.pdf_watch import interrupt
from ui.cancelled import Cancelled
from ui.program import PROGRAM_NAME

PATIENCE = 500
"""Milliseconds before anything is shown."""
_GLANCE = 10
"""Milliseconds between two looks at whether the work is done."""

Result = TypeVar("Result")


class _Work(Generic[Result]):
    """A function that runs in a thread of its own; it touches nothing of Qt."""

    def __init__(self, function: Callable[[], Result]) -> None:
        self._function = function
        self._results: list[Result] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def stop(self) -> None:
        """End the function where it is; nobody waits for its result."""
        identity = self._thread.ident
        if identity is not None and self.is_running:
            interrupt(identity, SystemExit)  # the one that a thread ends with in silence

    def result(self) -> Result:
        """Return what the function returned, or raise what it raised."""
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._function())
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
            self._error = error


def in_background(function: Callable[[], Result], sentence: str, parent: QWidget | None = None) -> Result:
    """Run a function in a thread and return its result; meanwhile the window draws itself.

    Nobody can begin anything else in it: at first keys and clicks wait, then the progress dialog takes them.

    Args:
        function: the work; it must not touch the window.
        sentence: what is being done.
        parent: the window over which progress is shown.

    Raises:
        Cancelled: where the clerk does not wait; the work is ended at its next step in Python.
        BaseException: whatever the function raises.
    """
    work = _Work(function)
    loop = QEventLoop()
    glance = QTimer(interval=_GLANCE)
    glance.timeout.connect(lambda: None if work.is_running else loop.quit())
    glance.start()
    patience = QTimer(interval=PATIENCE, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    patience.timeout.connect(loop.quit)
    patience.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    patience.stop()
    if work.is_running:
        _wait_openly(work, loop, sentence, parent)
    glance.stop()
    return work.result()


def _wait_openly(work: _Work[Result], loop: QEventLoop, sentence: str, parent: QWidget | None) -> None:
    progress = QProgressDialog(sentence, "取消", 0, 0, parent)
    progress.setWindowTitle(PROGRAM_NAME)
    progress.setWindowModality(Qt.WindowModality.ApplicationModal)
    progress.setMinimumDuration(0)
    progress.canceled.connect(loop.quit)
    progress.show()
    loop.exec()
    is_cancelled = progress.wasCanceled()
    progress.canceled.disconnect(loop.quit)  # closing it counts as cancelling
    progress.close()
    progress.deleteLater()
    if is_cancelled and work.is_running:
        work.stop()
        raise Cancelled
