"""The native file: a report as UTF-8 JSON under the suffix .gknb."""

import json
from pathlib import Path
from typing import Any

from models.errors import InputRefusal
from models.form_file import known_forms
from models.report import Report
from models.report_json import FORMAT, VERSION, ReportJsonError, report_from_json, report_to_json

NATIVE_SUFFIX = ".gknb"

_OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"<", b"{\\rtf")
"""How Word, Excel, PDF and web pages begin, should one of them bear our suffix."""

_BOM = b"\xef\xbb\xbf"

_GET_ANOTHER = "请打开另存的副本，或重新获取该文件"


def is_native(path: Path) -> bool:
    """Tell by its content whether a file is ours; by its suffix where there is no content to tell by."""
    try:
        with path.open("rb") as stream:
            start = stream.read(4096).removeprefix(_BOM).lstrip()
    except OSError:
        start = b""
    if start.startswith(_OTHER_FILES):
        return False
    return start.startswith(b"{") or path.suffix.lower() == NATIVE_SUFFIX


def load_native(path: Path) -> Report:
    """Read a report from a native file of this version or an older one.

    Raises:
        InputRefusal: where the file is missing, damaged, foreign, or of a newer version.
    """
    content = _content_of(path)
    version = content.get("version")
    if content.get("format") != FORMAT or not isinstance(version, int):
        raise _foreign(path)
    if version > VERSION:
        raise InputRefusal(f"“{path.name}”由更新版本的程序保存，请升级本程序后再打开；文件没有改动")
    try:
        return report_from_json(content, known_forms())
    except ReportJsonError as error:
        raise InputRefusal(f"“{path.name}”的内容有误：{error}，{_GET_ANOTHER}") from error


def save_native(report: Report, path: Path) -> bytes:
    """Write a report to a native file, replacing the old one as a whole; return what the file holds now.

    Raises:
        OutputRefusal: where it cannot be written; the old file is unchanged.
    """
    from storage.atomic_write import write_atomically  # noqa: PLC0415 - a file that is just opened is not written

    content = native_bytes(report)
    write_atomically(path, content)
    return content


def held_by(path: Path) -> bytes | None:
    """Return what a file holds, to tell later whether it still does; None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def native_bytes(report: Report) -> bytes:
    """Return the content of a native file: JSON in UTF-8, the same bytes for the same report."""
    text = json.dumps(report_to_json(report), ensure_ascii=False, indent=1)
    # half a surrogate pair from a foreign file is no UTF-8; its escape is good JSON and comes back as it was
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _content_of(path: Path) -> dict[str, Any]:
    raw = _raw_content(path)
    if not raw.strip(b"\0 \t\r\n"):
        raise InputRefusal(f"“{path.name}”是空文件，没有任何内容，{_GET_ANOTHER}")
    try:
        content = json.loads(raw.removeprefix(_BOM).decode())
    except (ValueError, RecursionError) as error:
        raise InputRefusal(f"“{path.name}”已损坏或不完整，无法读取，{_GET_ANOTHER}") from error
    if not isinstance(content, dict):
        raise _foreign(path)
    return content


def _raw_content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputRefusal(f"找不到文件“{path.name}”，请检查文件名和所在文件夹") from error
    except IsADirectoryError as error:
        raise InputRefusal(f"“{path.name}”是文件夹，请选择其中的年度报告文件") from error
    except OSError as error:
        raise InputRefusal(f"“{path.name}”打不开，请检查是否有读取权限、是否被其他程序占用") from error


def _foreign(path: Path) -> InputRefusal:
    return InputRefusal(f"“{path.name}”不是本程序保存的年度报告，请选择 .gknb 文件，或 .docx、.xlsx 格式的年度报告")
