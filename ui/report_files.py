"""Opening whatever file holds a report: the native one, or any that the importers read."""

import os
from dataclasses import dataclass
from pathlib import Path

from models.errors import InputRefusal
from models.report import Report
from storage.native_file import is_native, load_native


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A report and where it comes from.

    Args:
        report: the report.
        native: whether it can be saved back to the file it was read from.
        notes: what the clerk should look at after reading a foreign file, one sentence each.
    """

    report: Report
    native: bool
    notes: tuple[str, ...] = ()


def open_report(path: Path) -> OpenedReport:
    """Read a report; the format is told by the file's content.

    Raises:
        InputRefusal: where the file holds no report that the program can read.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise InputRefusal(f"“{path}”不是普通文件，不能读取，请选择年度报告文件")
    if is_native(path):
        return OpenedReport(load_native(path), native=True)
    from importers.reader import read_report  # noqa: PLC0415 - lxml is slow to load and native files need none

    read = read_report(path)
    return OpenedReport(read.report, native=False, notes=read.notes.sentences)


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, symbolic links followed; it need not exist."""
    return os.path.realpath(one) == os.path.realpath(other)
