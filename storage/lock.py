"""A lock that the system lets go of by itself when the program ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """Holds a small file open and locked; a lock file left behind by a crash locks nothing."""

    def __init__(self, path: Path) -> None:
        """Name the lock file; its folder must exist when the lock is taken."""
        self.path = path
        self._stream: BinaryIO | None = None

    def take(self) -> bool:
        """Take the lock where nobody has it; tell whether it is held now.

        Raises:
            OSError: where the lock file cannot be opened.
        """
        if self._stream is not None:
            return True
        stream = self.path.open("a+b")
        try:
            _lock(stream)
        except OSError:
            stream.close()
            return False
        self._stream = stream
        return True

    def release(self) -> None:
        """Let go of the lock and take its file away."""
        if self._stream is None:
            return
        if os.name == "posix":  # elsewhere an open file cannot be removed
            self._remove()
        self._stream.close()
        self._stream = None
        if os.name != "posix":
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def _lock(stream: BinaryIO) -> None:
    if sys.platform == "win32":
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
