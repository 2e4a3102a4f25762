"""Recovery copies: what was typed since the last save, kept beside the clerk's file and never over it.

A copy is a native file. It is written while a report is worked on and removed when the report is saved or closed in
peace, so one that is found was left by a program or a machine that stopped. Whose program still runs is told by a lock
(`storage/lock.py`) in the folder of the settings.
"""

import os
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from models.errors import OutputRefusal
from storage.atomic_write import write_atomically
from storage.lock import FileLock
from storage.native_file import NATIVE_SUFFIX

_PREFIX = ".~"
_UNSAVED = "unsaved"
_HIDDEN = 0x2
"""FILE_ATTRIBUTE_HIDDEN of Windows, where a leading dot hides nothing."""


@dataclass(frozen=True)
class RecoveryCopy:
    """A copy that was left behind.

    Args:
        path: where it is.
        of: the clerk's file it belongs to, None for a report that was never saved.
        written_at: when it was last written.
    """

    path: Path
    of: Path | None
    written_at: datetime


class RecoverySlot:
    """The one name under which an open report keeps its copy; no other window writes there meanwhile."""

    def __init__(self, of: Path | None, folder: Path, found: RecoveryCopy | None = None) -> None:
        """Belong to a file, or to a report never saved; take over the copy that was `found`, if any.

        Args:
            of: the clerk's file.
            folder: where locks are, and copies that cannot stand beside the file.
            found: a copy left behind that this report was restored from.
        """
        self._of, self._folder = of, folder
        self._path = found.path if found else None
        self._lock: FileLock | None = None
        with suppress(OSError):  # then no lock can be taken, and copies beside the file are kept without
            folder.mkdir(parents=True, exist_ok=True)
        if found:
            self._claim(found.path)

    @property
    def path(self) -> Path | None:
        """Where the copy is, None before the first."""
        return self._path

    def write(self, content: bytes) -> None:
        """Write the copy, beside the file or, where that cannot be, in the folder of the settings.

        Raises:
            OutputRefusal: where it can be written to neither.
        """
        if self._path is not None:
            _write(self._path, content)
            return
        refusal: OutputRefusal | None = None
        for folder, start in _places(self._of, self._folder):
            try:
                self._path = self._written(folder, start, content)
            except OutputRefusal as error:
                refusal = error
                self.let_go()
            else:
                return
        assert refusal
        raise refusal

    def remove(self) -> None:
        """Take the copy away, the report being safe elsewhere or not wanted any more."""
        if self._path is not None:
            discard(self._path)
        self._path = None
        self.let_go()

    def _written(self, folder: Path, start: str, content: bytes) -> Path:
        """Write under the first name that neither another copy nor another window has; return it."""
        for number in count():
            path = folder / f"{start}{f'~{number}' if number else ''}{NATIVE_SUFFIX}"
            if not path.exists() and self._claim(path):
                _write(path, content)
                return path
        raise AssertionError

    def _claim(self, path: Path) -> bool:
        self._lock = _lock_of(path, self._folder)
        try:
            return self._lock.take()
        except OSError:  # a folder that takes no lock keeps the copy all the same
            return True

    def let_go(self) -> None:
        """Leave the copy to whoever finds it."""
        if self._lock:
            self._lock.release()
        self._lock = None


def copies_of(path: Path | None, folder: Path) -> list[RecoveryCopy]:
    """Return the copies left behind of a file, or of reports never saved (None), the newest first.

    A copy is left out while the program that writes it still runs, and removed where it holds just what the file does.

    Args:
        path: the clerk's file.
        folder: the folder of the settings.
    """
    found = []
    for place, start in _places(path, folder):
        name = re.compile(rf"{re.escape(start)}(~\d+)?{re.escape(NATIVE_SUFFIX)}")
        found += [each for each in _listed(place) if name.fullmatch(each.name)]
    left = [each for each in found if _is_left(each, folder) and not _is_repeated(each, path)]
    copies = [RecoveryCopy(each, path, datetime.fromtimestamp(each.stat().st_mtime).astimezone()) for each in left]
    return sorted(copies, key=lambda copy: copy.written_at, reverse=True)


def discard(path: Path) -> None:
    """Remove a copy that is not wanted any more."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _places(of: Path | None, folder: Path) -> Iterator[tuple[Path, str]]:
    """Return the folders where copies may be, with how their names begin before a number and the suffix."""
    if of is None:
        yield folder, _UNSAVED
    else:
        real = Path(os.path.realpath(of))
        yield real.parent, f"{_PREFIX}{real.name.removesuffix(NATIVE_SUFFIX)}"
        yield folder, _digest(real)


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_left(copy: Path, folder: Path) -> bool:
    """Tell whether nobody who still runs writes it."""
    lock = _lock_of(copy, folder)
    if not lock.path.exists():
        return True
    try:
        free = lock.take()
    except OSError:
        return True
    lock.release()
    return free


def _is_repeated(copy: Path, path: Path | None) -> bool:
    try:
        same = path is not None and copy.read_bytes() == path.read_bytes()
    except OSError:
        return False
    if same:
        discard(copy)
    return same


def _lock_of(copy: Path, folder: Path) -> FileLock:
    return FileLock(folder / f"{_digest(copy)}.lock")


def _digest(path: Path) -> str:
    """Return a short name for a path; hashlib would load OpenSSL, which is felt at the start."""
    name = os.fsencode(path)
    return f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}"


def _write(path: Path, content: bytes) -> None:
    write_atomically(path, content)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed on Windows only

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN)
