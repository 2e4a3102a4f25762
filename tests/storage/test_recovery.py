"""Recovery copies: beside the file, never over it, found after whatever stopped the program."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import OutputRefusal
from storage.lock import FileLock
from storage.recovery import RecoveryCopy, RecoverySlot, copies_of

ROOT = Path(__file__).parents[2]
TYPED, TYPED_ON, SAVED = b"typed", b"typed on", b"saved"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "recovery"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "年报.gknb"
    path.write_bytes(SAVED)
    return path


@pytest.fixture
def slot_of(folder: Path) -> Iterator[Callable[..., RecoverySlot]]:
    """Make slots, and let go of them when the test ends."""
    made: list[RecoverySlot] = []

    def make(file: Path | None, found: RecoveryCopy | None = None) -> RecoverySlot:
        made.append(RecoverySlot(file, folder, found))
        return made[-1]

    yield make
    for slot in made:
        slot.let_go()


SlotOf = Callable[..., RecoverySlot]


def left_behind(file: Path | None, folder: Path, content: bytes = TYPED) -> Path:
    """Return a copy whose program has stopped."""
    slot = RecoverySlot(file, folder)
    slot.write(content)
    slot.let_go()
    assert slot.path
    return slot.path


def contents(file: Path | None, folder: Path) -> list[bytes]:
    return [copy.path.read_bytes() for copy in copies_of(file, folder)]


def test_a_copy_stands_beside_the_file_and_leaves_it_alone(file: Path, slot_of: SlotOf) -> None:
    slot = slot_of(file)
    slot.write(TYPED)
    slot.write(TYPED_ON)
    assert slot.path == file.with_name(".~年报.gknb")
    assert (slot.path.read_bytes(), file.read_bytes()) == (TYPED_ON, SAVED)


def test_a_report_never_saved_has_its_copy_in_the_folder_of_the_settings(folder: Path) -> None:
    assert left_behind(None, folder).parent == folder
    assert contents(None, folder) == [TYPED]


def test_a_copy_left_behind_is_found(file: Path, folder: Path) -> None:
    left_behind(file, folder)
    assert contents(file, folder) == [TYPED]


def test_a_copy_that_is_being_written_is_not_offered_to_a_second_window(file: Path, folder: Path) -> None:
    slot = RecoverySlot(file, folder)
    slot.write(TYPED)
    assert copies_of(file, folder) == []
    slot.remove()
    assert [*file.parent.glob(".~*")] == []
    assert [*folder.iterdir()] == []


def test_a_second_window_on_the_file_has_a_copy_of_its_own(file: Path, slot_of: SlotOf) -> None:
    slots = slot_of(file), slot_of(file)
    for slot, content in zip(slots, (TYPED, TYPED_ON), strict=True):
        slot.write(content)
    assert [slot.path and slot.path.name for slot in slots] == [".~年报.gknb", ".~年报~1.gknb"]


def test_a_copy_that_was_put_off_is_not_written_over(file: Path, folder: Path) -> None:
    left_behind(file, folder)
    left_behind(file, folder, TYPED_ON)
    assert sorted(contents(file, folder)) == [TYPED, TYPED_ON]


def test_what_was_restored_keeps_its_copy_until_it_is_saved(file: Path, folder: Path, slot_of: SlotOf) -> None:
    left_behind(file, folder)
    (found,) = copies_of(file, folder)
    slot = slot_of(file, found)
    assert copies_of(file, folder) == []
    slot.remove()
    assert not found.path.exists()


def test_a_copy_of_just_what_is_saved_is_removed(file: Path, folder: Path) -> None:
    copy = left_behind(file, folder, SAVED)
    assert copies_of(file, folder) == []
    assert not copy.exists()


def test_files_with_like_names_do_not_get_each_others_copies(file: Path, folder: Path) -> None:
    other = file.with_name("年报2024.gknb")
    left_behind(other, folder)
    assert copies_of(file, folder) == []
    assert contents(other, folder) == [TYPED]


def test_where_the_folder_of_the_file_takes_nothing_the_copy_goes_to_the_settings(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_beside(path: Path, content: bytes) -> None:
        if path.parent == file.parent:
            raise OutputRefusal("没有写入权限")
        path.write_bytes(content)

    monkeypatch.setattr("storage.recovery.write_atomically", refuse_beside)
    assert left_behind(file, folder).parent == folder
    assert contents(file, folder) == [TYPED]


def test_a_copy_that_can_be_written_nowhere_is_refused(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _content: bytes) -> None:
        raise OutputRefusal("磁盘空间已满")

    monkeypatch.setattr("storage.recovery.write_atomically", refuse)
    with pytest.raises(OutputRefusal, match="已满"):
        RecoverySlot(file, folder).write(TYPED)


def test_no_folder_means_no_copies(tmp_path: Path) -> None:
    assert copies_of(tmp_path / "none" / "a.gknb", tmp_path / "none") == []


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
