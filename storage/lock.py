"""A lock that the system lets go of by itself when the program ends, however it ends."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK}
"""What locking fails with where somebody else has the lock; a folder that takes no locks has other reasons."""
_TRIES = 10
"""How often a lock file may be taken away under one's hands."""


class FileLock:
    """Holds a small file open and locked; a lock file left behind by a crash locks nothing."""

    def __init__(self, path: Path) -> None:
        """Name the lock file; its folder must exist when the lock is taken."""
        self.path = path
        self._stream: BinaryIO | None = None

    def take(self) -> bool:
        """Take the lock where nobody has it; tell whether it is held now.

        Raises:
            OSError: where the lock file cannot be opened, or its folder takes no locks.
        """
        for _try in range(_TRIES):
            if self._stream is not None:
                return True
            stream = self._locked()
            if stream is None:
                return False
            if _is_at(self.path, stream):
                self._stream = stream
            else:  # who held it has taken the file away meanwhile, and a third may hold the next one of this name
                stream.close()
        return self._stream is not None

    def release(self) -> None:
        """Let go of the lock and take its file away."""
        if self._stream is None:
            return
        if os.name == "posix":  # elsewhere an open file cannot be removed
            self._remove()
        with suppress(OSError):  # a share that is gone has let go of it
            self._stream.close()
        self._stream = None
        if os.name != "posix":
            self._remove()

    def _locked(self) -> BinaryIO | None:
        """Return the lock file open and locked, None where somebody else has the lock."""
        is_new = not self.path.exists()
        stream = self.path.open("a+b")
        try:
            _lock(stream)
        except OSError as error:
            stream.close()
            if error.errno in _HELD:
                return None
            if is_new:
                self._remove()
            raise
        return stream

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def _lock(stream: BinaryIO) -> None:
    if sys.platform == "win32":
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_at(path: Path, stream: BinaryIO) -> bool:
    if os.name != "posix":  # an open file cannot be taken away
        return True
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False
