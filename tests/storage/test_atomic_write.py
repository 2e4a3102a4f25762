import errno
import os
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.errors import OutputRefusal
from storage import atomic_write
from storage.atomic_write import write_all_atomically, write_atomically

OLD, NEW = b"old", b"new"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "年报.gknb"
    path.write_bytes(OLD)
    return path


def failing(error_number: int) -> Callable[..., None]:
    def fail(*_args: object, **_others: object) -> None:
        raise OSError(error_number, os.strerror(error_number))

    return fail


def refusal_of(path: Path, content: bytes = NEW) -> str:
    with pytest.raises(OutputRefusal) as refused:
        write_atomically(path, content)
    return str(refused.value)


@contextmanager
def files_limited_to(size: int) -> Iterator[None]:
    """Have the system itself stop every write beyond a size, as a full disk does in the middle of a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_new_file_holds_the_content(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


def test_an_old_file_is_replaced(old_file: Path) -> None:
    write_atomically(old_file, NEW)
    assert old_file.read_bytes() == NEW


def test_nothing_else_is_left_in_the_folder(old_file: Path) -> None:
    write_atomically(old_file, NEW)
    assert [*old_file.parent.iterdir()] == [old_file]


def test_an_old_file_keeps_its_mode(old_file: Path) -> None:
    old_file.chmod(0o640)
    write_atomically(old_file, NEW)
    assert stat.S_IMODE(old_file.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_any_other_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_atomically(tmp_path / "a", NEW)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_symbolic_link_stays_one_and_its_target_is_replaced(old_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(old_file)
    write_atomically(link, NEW)
    assert (link.is_symlink(), old_file.read_bytes()) == (True, NEW)


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'年' * 83}.gknb"
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("error_number", "reason"),
    [
        (errno.ENOSPC, "磁盘空间已满"),
        (errno.EDQUOT, "磁盘配额已用完"),
        (errno.EROFS, "所在的磁盘是只读的"),
        (errno.EACCES, "没有写入权限"),
        (errno.EIO, "系统报告"),
    ],
)
def test_a_refused_write_is_told_with_file_and_reason(
    old_file: Path, monkeypatch: pytest.MonkeyPatch, error_number: int, reason: str
) -> None:
    monkeypatch.setattr(os, "fsync", failing(error_number))
    sentence = refusal_of(old_file)
    assert str(old_file) in sentence
    assert reason in sentence


def test_a_full_disk_leaves_the_old_file_and_no_other(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    refusal_of(old_file)
    assert {path: path.read_bytes() for path in old_file.parent.iterdir()} == {old_file: OLD}


def test_a_write_that_the_system_cuts_off_leaves_the_old_file_and_no_other(old_file: Path) -> None:
    with files_limited_to(1000):
        sentence = refusal_of(old_file, bytes(100_000))
    assert "文件太大" in sentence
    assert {path: path.read_bytes() for path in old_file.parent.iterdir()} == {old_file: OLD}


def test_a_read_only_folder_is_refused(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", failing(errno.EACCES))
    assert "没有写入权限" in refusal_of(old_file)


def test_a_read_only_file_is_not_replaced(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "没有写入权限" in refusal_of(old_file)
    assert old_file.read_bytes() == OLD


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert "文件夹不存在" in refusal_of(tmp_path / "missing" / "a")


def test_a_file_in_the_place_of_a_folder_is_refused(old_file: Path) -> None:
    assert "文件夹不存在" in refusal_of(old_file / "a")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert "这是一个文件夹" in refusal_of(tmp_path)


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "文件名太长" in refusal_of(tmp_path / ("年" * 100))


def test_a_device_is_refused_and_stays_a_device() -> None:
    refusal_of(Path(os.devnull))
    assert Path(os.devnull).is_char_device()


def test_a_file_held_open_for_a_moment_is_waited_for(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, tries = Path.replace, iter([True, True, False])

    def held_open_twice(self: Path, target: Path) -> Path:
        if next(tries):
            raise PermissionError(errno.EACCES, "held open")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held_open_twice)
    monkeypatch.setattr(atomic_write, "_PAUSES", (0, 0))
    write_atomically(old_file, NEW)
    assert old_file.read_bytes() == NEW


def test_a_file_held_open_for_good_is_refused_and_kept(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    monkeypatch.setattr(atomic_write, "_PAUSES", (0, 0))
    assert "正被其他程序占用" in refusal_of(old_file)
    assert {path: path.read_bytes() for path in old_file.parent.iterdir()} == {old_file: OLD}


def test_a_share_that_cannot_sync_folders_is_written_all_the_same(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", failing(errno.EINVAL))
    write_atomically(old_file, NEW)
    assert old_file.read_bytes() == NEW


def test_the_new_name_is_synced_to_the_disk(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(stat.S_ISDIR(os.fstat(handle).st_mode)))
    write_atomically(old_file, NEW)
    assert synced == [False, True]


def test_of_several_files_none_is_touched_where_one_is_refused(old_file: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputRefusal, match="missing"):
        write_all_atomically({old_file: NEW, tmp_path / "missing" / "a": NEW})
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {old_file: OLD}
