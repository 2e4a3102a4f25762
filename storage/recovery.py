"""Recovery copies: what was typed since the last save, kept beside the clerk's file and never over it.

A copy is a native file. It is written while a report is worked on and removed when the report is saved or closed in
peace, so one that is found was left by a program or a machine that stopped. Whose program still runs is told by a lock
(`storage/lock.py`) beside the copy, where every PC that can see the copy meets it.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import OutputRefusal
from storage.atomic_write import refusal_sentence, write_atomically
from storage.lock import FileLock
from storage.recovery_names import copies_found, copy_name, copy_places

_MOST = 100
"""Copies of one file in one folder."""
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


@dataclass(frozen=True)
class _Held:
    """A copy of an open report, with its lock; None in a folder that takes no locks."""

    path: Path
    lock: FileLock | None

    def let_go(self) -> None:
        if self.lock:
            self.lock.release()


class RecoverySlot:
    """The one name under which an open report keeps its copy; no other window writes there meanwhile.

    Where it cannot be written any more, as on a share that is gone, the next copy has another name.
    """

    def __init__(self, of: Path | None, folder: Path, found: RecoveryCopy | None = None) -> None:
        """Belong to a file, or to a report never saved; take over the copy that was `found`, if any.

        Args:
            of: the clerk's file.
            folder: where copies are that cannot stand beside the file.
            found: a copy left behind that this report was restored from.
        """
        self._of, self._folder = of, folder
        self._held: list[_Held] = []
        with suppress(OSError):  # then no copy can be kept there
            folder.mkdir(parents=True, exist_ok=True)
        if found and (held := _claimed(found.path, must_lock=False)):  # else another window was quicker to restore it
            self._held.append(held)

    @property
    def path(self) -> Path | None:
        """Where the copy is, None before the first."""
        return self._held[-1].path if self._held else None

    def write(self, content: bytes) -> None:
        """Write the copy, beside the file or, where that cannot be, in the folder of the settings.

        Raises:
            OutputRefusal: where it can be written to neither.
        """
        refusal: OutputRefusal | None = None
        if self._held:
            try:
                _write(self._held[-1].path, content)
            except OutputRefusal as error:
                refusal = error
            else:
                return
        for place, end in copy_places(self._of, self._folder):
            try:
                self._held.append(_written(place, end, content, must_lock=place != self._folder))
            except OutputRefusal as error:
                refusal = error
            else:
                return
        assert refusal
        raise refusal

    def remove(self) -> None:
        """Take the copy away, the report being safe elsewhere or not wanted any more."""
        for held in self._held:
            _unlink(held.path)
        self.let_go()

    def let_go(self) -> None:
        """Leave the copy to whoever finds it."""
        for held in self._held:
            held.let_go()
        self._held.clear()


def copies_of(path: Path | None, folder: Path) -> list[RecoveryCopy]:
    """Return the copies left behind of a file, or of reports never saved (None), the newest first.

    A copy is left out while the program that writes it still runs, and removed where it holds just what the file does.

    Args:
        path: the clerk's file.
        folder: the folder of the settings.
    """
    left = [each for each in copies_found(path, folder) if _is_left(each) and not _is_repeated(each, path)]
    copies = [RecoveryCopy(each, path, written_at) for each in left if (written_at := _written_at(each))]
    return sorted(copies, key=lambda copy: copy.written_at, reverse=True)


def discard(path: Path) -> None:
    """Remove a copy that is not wanted any more, unless another window has restored it meanwhile."""
    if _is_left(path):
        _unlink(path)


def _written(folder: Path, end: str, content: bytes, *, must_lock: bool) -> _Held:
    """Write under the first name that neither another copy nor another window has."""
    for number in range(1, _MOST + 1):
        path = folder / copy_name(number, end)
        try:
            held = None if path.exists() else _claimed(path, must_lock=must_lock)
        except OSError as error:
            raise OutputRefusal(refusal_sentence(path, error)) from error
        if held:
            return _filled(held, content)
    raise OutputRefusal(f"“{folder}”里的恢复副本太多，请保存报告，再清理这个文件夹")


def _filled(held: _Held, content: bytes) -> _Held:
    try:
        _write(held.path, content)
    except OutputRefusal:
        held.let_go()
        raise
    return held


def _claimed(path: Path, *, must_lock: bool) -> _Held | None:
    """Lock the name of a copy; None where another window has it.

    Args:
        path: the copy.
        must_lock: whether a folder that takes no locks is no place for it, since other PCs may see it there.

    Raises:
        OSError: where it must be locked and cannot be.
    """
    lock = _lock_of(path)
    try:
        is_ours = lock.take()
    except OSError:
        if must_lock:
            raise
        return _Held(path, None)
    if is_ours:
        _hide(lock.path)
    return _Held(path, lock) if is_ours else None


def _is_left(copy: Path) -> bool:
    """Tell whether nobody who still runs writes it."""
    lock = _lock_of(copy)
    try:
        free = not lock.path.exists() or lock.take()
    except PermissionError:  # somebody else's, who will be asked
        return False
    except OSError:
        return True
    lock.release()
    return free


def _written_at(copy: Path) -> datetime | None:
    """Return when a copy was last written, None where another window has just removed it."""
    try:
        return datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
    except OSError:
        return None


def _is_repeated(copy: Path, path: Path | None) -> bool:
    try:
        same = path is not None and copy.read_bytes() == path.read_bytes()
    except OSError:
        return False
    if same:
        discard(copy)
    return same


def _lock_of(copy: Path) -> FileLock:
    return FileLock(copy.with_name(f"{copy.name}.lock"))


def _write(path: Path, content: bytes) -> None:
    write_atomically(path, content)
    _hide(path)


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _hide(path: Path) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed on Windows only

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN)
