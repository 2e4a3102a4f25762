"""A recovery copy of the open report, every few minutes and in each pause while there is something to lose.

The report is turned into bytes between two events of the window, which takes less than a millisecond; the disk is
waited for in a thread.
"""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import OutputRefusal
from storage.native_file import native_bytes
from storage.recovery import RecoveryCopy, RecoverySlot
from ui.document import Document
from ui.settings import Settings

_MILLISECONDS = 60_000
"""Of a minute."""
_PAUSE_MILLISECONDS = 10_000
"""After how long without an edit a copy is kept before its minutes are over."""


class Autosave(QObject):
    """Keeps the copy of one document, and takes it away when the document is saved or closed in peace."""

    refused = Signal(str)
    """Emitted, once until it works again, with the sentence why no copy can be kept."""
    _tried = Signal(str)
    """Emitted in the thread, for the window's own, with what was refused; empty where the copy was written."""

    def __init__(self, document: Document, settings: Settings, found: RecoveryCopy | None = None) -> None:
        """Follow a document; `found` is the copy left behind that it was restored from."""
        super().__init__()
        self._document, self._settings = document, settings
        self._path = document.path
        self._slot = RecoverySlot(document.path, settings.recovery_folder, found)
        self._written = b""
        self._refusal = ""
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.keep)
        self._tried.connect(self._tell_refusal)
        document.state_changed.connect(self._follow)
        self.use_settings()

    def use_settings(self) -> None:
        """Keep copies as often as the clerk wants now."""
        minutes = self._settings.autosave_minutes
        self._timer.setInterval(minutes * _MILLISECONDS)
        if minutes:
            self._timer.start()
            self._wait_for_pause()
        else:
            self._stop()

    def keep(self) -> None:
        """Write the copy now where anything is unsaved that it does not hold yet."""
        if self._is_writing or not self._document.modified:
            return
        content = native_bytes(self._document.report)
        if content != self._written:
            self._thread = Thread(target=self._write, args=(content,), name="autosave")
            self._thread.start()

    def wait(self) -> None:
        """Wait until nothing is being written."""
        if self._thread:
            self._thread.join()

    def close(self) -> None:
        """Stop, and take the copy away."""
        self._stop()
        self._forget()

    def _stop(self) -> None:
        self._timer.stop()
        self._pause.stop()

    @property
    def _is_writing(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _write(self, content: bytes) -> None:
        """Write in the thread."""
        try:
            self._slot.write(content)
        except (OutputRefusal, OSError) as refusal:
            self._tried.emit(str(refusal))
        else:
            self._written = content
            self._tried.emit("")

    def _tell_refusal(self, refusal: str) -> None:
        if refusal and not self._refusal:
            self.refused.emit(f"恢复副本没有写成，请及时保存：{refusal}")
        self._refusal = refusal

    def _wait_for_pause(self) -> None:
        if self._timer.isActive() and self._document.modified:
            self._pause.start()

    def _follow(self) -> None:
        """Wait for a pause after an edit; take the copy away once all is saved, and go with it to a new file."""
        if self._document.modified:
            self._wait_for_pause()
            return
        self._pause.stop()
        self._forget()
        if self._document.path != self._path:
            self._path = self._document.path
            self._slot = RecoverySlot(self._path, self._settings.recovery_folder)

    def _forget(self) -> None:
        self.wait()
        self._slot.remove()
        self._written = b""
