"""Writing files so that a reader, a crash or a full disk never meets half of one."""

import errno
import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import OutputRefusal

_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries to replace a file that a virus scanner or a preview holds open on Windows."""

_REASONS = {
    errno.ENOSPC: "磁盘空间已满，请清理磁盘或换一个位置保存",
    errno.EDQUOT: "磁盘配额已用完，请清理文件或换一个位置保存",
    errno.EFBIG: "文件太大，这个磁盘放不下，请换一个位置保存",
    errno.EROFS: "所在的磁盘是只读的，请换一个位置保存",
    errno.EACCES: "没有写入权限，或者文件正被其他程序占用，请关闭占用它的程序或换一个位置保存",
    errno.EPERM: "没有写入权限，请换一个位置保存",
    errno.ENOENT: "所在的文件夹不存在，请先建好文件夹或换一个位置保存",
    errno.ENOTDIR: "所在的文件夹不存在，请先建好文件夹或换一个位置保存",
    errno.EISDIR: "这是一个文件夹，请换一个文件名",
    errno.ENAMETOOLONG: "文件名太长，请换一个短些的文件名",
    errno.EINVAL: "文件名里有不能用的字符，或者这个位置不能写文件，请换一个文件名或位置",
}


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file's content as a whole, or leave it as it was.

    Raises:
        OutputRefusal: where it cannot be written, with the reason and what to do.
    """
    write_all_atomically({path: content})


def write_all_atomically(contents: Mapping[Path, bytes]) -> None:
    """Replace several files; none is touched before all are safely on the disk under temporary names.

    A symbolic link stays and its target is replaced; an existing file keeps its mode.

    Raises:
        OutputRefusal: for the first file that cannot be written.
    """
    waiting = [_Waiting.beside(path) for path in contents]
    try:
        for each, content in zip(waiting, contents.values(), strict=True):
            with _refusing(each.path):
                _prepare(each, content)
        for each in waiting:
            with _refusing(each.path):
                _replace(each)
    finally:
        for each in waiting:
            with suppress(OSError):
                each.temporary.unlink(missing_ok=True)


def refusal_sentence(path: Path, error: OSError) -> str:
    """Return why a file could not be written and what to do, in one Chinese sentence."""
    reason = _REASONS.get(error.errno or 0, f"系统报告“{error.strerror or error}”，请换一个位置保存")
    return f"“{path}”没有保存：{reason}"


@dataclass(frozen=True)
class _Waiting:
    """New content on its way: the path asked for, the file behind it, and the temporary name beside that."""

    path: Path
    target: Path
    temporary: Path

    @classmethod
    def beside(cls, path: Path) -> "_Waiting":
        target = Path(os.path.realpath(path))
        return cls(path, target, target.with_name(f".gknb-{os.urandom(8).hex()}.tmp"))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputRefusal(refusal_sentence(path, error)) from error


def _prepare(waiting: _Waiting, content: bytes) -> None:
    mode = _mode_of(waiting.target)
    with waiting.temporary.open("xb") as stream:
        if mode is not None:
            waiting.temporary.chmod(mode)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _mode_of(target: Path) -> int | None:
    """Return an existing file's permissions; OSError where it is nothing that may be replaced."""
    if not target.exists():
        return None
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):  # a device or a pipe would be replaced by a plain file
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if not os.access(target, os.W_OK):  # replacing needs the folder's permission only, yet the owner said no
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _replace(waiting: _Waiting) -> None:
    for pause in _PAUSES:
        try:
            waiting.temporary.replace(waiting.target)
            break
        except PermissionError:
            time.sleep(pause)
    else:
        waiting.temporary.replace(waiting.target)
    _sync_folder(waiting.target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut; some network shares cannot, and the file is in place already."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
