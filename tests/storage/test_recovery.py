"""Recovery copies: beside the file, never over it, found after whatever stopped the program."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import OutputRefusal
from storage.recovery import RecoveryCopy, RecoverySlot, copies_of, discard

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
    path = slot.path
    slot.let_go()
    assert path
    return path


def contents(file: Path | None, folder: Path) -> list[bytes]:
    return [copy.path.read_bytes() for copy in copies_of(file, folder)]


def test_a_copy_stands_beside_the_file_and_leaves_it_alone(file: Path, slot_of: SlotOf) -> None:
    slot = slot_of(file)
    slot.write(TYPED)
    slot.write(TYPED_ON)
    assert slot.path == file.with_name(".~1~年报.gknb")
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
    assert [slot.path and slot.path.name for slot in slots] == [".~1~年报.gknb", ".~2~年报.gknb"]


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


@pytest.mark.parametrize("name", ["年报2024.gknb", "年报~1.gknb", "1~年报.gknb", "~1~年报.gknb", "年报"])
def test_files_with_like_names_do_not_get_each_others_copies(file: Path, folder: Path, name: str) -> None:
    other = file.with_name(name)
    for _copy in range(2):
        left_behind(other, folder)
    assert copies_of(file, folder) == []
    assert contents(other, folder) == [TYPED, TYPED]
    left_behind(file, folder)
    left_behind(file, folder)
    assert (len(copies_of(file, folder)), len(copies_of(other, folder))) == (2, 2)


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


def test_where_the_share_goes_later_the_next_copy_goes_to_the_settings(
    file: Path, folder: Path, slot_of: SlotOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_beside(path: Path, content: bytes) -> None:
        if path.parent == file.parent:
            raise OutputRefusal("所在的文件夹不存在")
        path.write_bytes(content)

    slot = slot_of(file)
    slot.write(TYPED)
    beside = slot.path
    with monkeypatch.context() as gone:
        gone.setattr("storage.recovery.write_atomically", refuse_beside)
        slot.write(TYPED_ON)
        slot.write(TYPED_ON)
    assert slot.path
    assert (slot.path.parent, slot.path.read_bytes()) == (folder, TYPED_ON)
    assert beside
    assert beside.exists()
    slot.remove()
    assert [*file.parent.glob(".~*"), *folder.iterdir()] == []


def test_a_second_pc_on_a_share_is_not_offered_the_copy_that_the_first_one_writes(
    file: Path, slot_of: SlotOf, tmp_path: Path
) -> None:
    slot_of(file).write(TYPED)
    settings_of_the_other = tmp_path / "other"
    assert copies_of(file, settings_of_the_other) == []
    other = RecoverySlot(file, settings_of_the_other)
    other.write(TYPED_ON)
    other.remove()
    assert file.with_name(".~1~年报.gknb").read_bytes() == TYPED


def test_of_two_windows_that_restore_a_copy_the_slower_one_has_a_copy_of_its_own(
    file: Path, folder: Path, slot_of: SlotOf
) -> None:
    left_behind(file, folder)
    (found,) = copies_of(file, folder)
    quick, slow = slot_of(file, found), slot_of(file, found)
    slow.write(TYPED_ON)
    quick.write(TYPED)
    assert (quick.path, found.path.read_bytes()) == (found.path, TYPED)
    assert slow.path != found.path
    discard(found.path)
    assert found.path.exists()


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_where_a_folder_takes_no_locks_the_copy_is_kept_where_no_other_pc_sees_it(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(_stream: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("storage.lock._lock", refuse)
    assert left_behind(file, folder).parent == folder
    assert contents(file, folder) == [TYPED]
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


@pytest.mark.timeout(20)
def test_where_every_name_is_held_the_copy_is_refused(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hold(_stream: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr("storage.lock._lock", hold)
    with pytest.raises(OutputRefusal, match="太多"):
        RecoverySlot(file, folder).write(TYPED)


def test_no_folder_means_no_copies(tmp_path: Path) -> None:
    assert copies_of(tmp_path / "none" / "a.gknb", tmp_path / "none") == []
