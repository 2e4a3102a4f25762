"""The lock: gone with its program, held by one at a time, and no lock where the system gives none."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

import storage.lock
from storage.lock import FileLock

ROOT = Path(__file__).parents[2]


def test_a_lock_goes_with_the_program_that_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    script = (
        "import os, signal, sys; from pathlib import Path; from storage.lock import FileLock\n"
        f"assert FileLock(Path({str(path)!r})).take(); os.kill(os.getpid(), signal.SIGKILL)"
        if os.name == "posix"
        else f"import os; from pathlib import Path; from storage.lock import FileLock\n"
        f"assert FileLock(Path({str(path)!r})).take(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script], check=False, cwd=ROOT)
    lock, other = FileLock(path), FileLock(path)
    assert path.exists()
    assert lock.take()
    assert lock.take()
    assert not other.take()
    lock.release()
    assert other.take()
    other.release()


def test_a_lock_file_taken_away_before_it_is_locked_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, slow, third = (FileLock(tmp_path / "a.lock") for _each in range(3))
    lock = storage.lock._lock
    assert first.take()

    def lock_late(stream: BinaryIO) -> None:
        """Lock what was opened only after its holder has gone and another has come."""
        monkeypatch.setattr(storage.lock, "_lock", lock)
        first.release()
        assert third.take()
        lock(stream)

    monkeypatch.setattr(storage.lock, "_lock", lock_late)
    assert not slow.take()
    third.release()
    assert slow.take()
    slow.release()


@pytest.mark.parametrize("code", [errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK])
def test_what_another_holds_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(storage.lock, "_lock", refusing(code))
    assert not FileLock(tmp_path / "a.lock").take()


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_no_locks_are_given_it_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(storage.lock, "_lock", refusing(code))
    with pytest.raises(OSError, match=os.strerror(code)):
        FileLock(tmp_path / "a.lock").take()
    assert [*tmp_path.iterdir()] == []


def refusing(code: int) -> Callable[[BinaryIO], None]:
    def refuse(_stream: BinaryIO) -> None:
        raise OSError(code, os.strerror(code))

    return refuse
