"""Opening whatever file holds a report: the native one, or any that the importers read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import InputRefusal
from models.report import Report
from storage.native_file import is_native, load_native

if TYPE_CHECKING:  # the importers are slow to load, and native files need none
    from importers.outcomes import Assignment
    from importers.reader import ReadReport


@dataclass(frozen=True, eq=False, repr=False)
class OpenedReport:
    """A report and where it comes from.

    Args:
        report: the report.
        notes: what the clerk should look at after reading a foreign file, one sentence each.
    """

    report: Report
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class ForeignReport:
    """What was read from a file of another program.

    Args:
        first: the report and what became of the file's blocks, as read without the clerk.
        read_again: reads the same blocks as the clerk assigns them, at once.
    """

    first: ReadReport
    read_again: Callable[[Assignment], ReadReport]


def open_report(path: Path) -> OpenedReport:
    """Read a report; the format is told by the file's content.

    Raises:
        InputRefusal: where the file holds no report that the program can read.
    """
    if is_own(path):
        return OpenedReport(load_native(path))
    read = read_foreign(path).first
    return OpenedReport(read.report, read.notes.sentences)


def is_own(path: Path) -> bool:
    """Tell whether a file is the program's own, by its content.

    Raises:
        InputRefusal: where it is no regular file, such as a device.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise InputRefusal(f"“{path}”不是普通文件，不能读取，请选择年度报告文件")
    return is_native(path)


def read_foreign(path: Path) -> ForeignReport:
    """Read a file that is not the program's own; this may take seconds.

    Raises:
        InputRefusal: where the file holds no report that the program can read.
    """
    from importers.reader import read_content, report_from  # noqa: PLC0415 - lxml is slow to load

    content = read_content(path)

    def read_again(assignment: Assignment) -> ReadReport:
        return report_from(content, path.name, assignment=assignment)

    return ForeignReport(report_from(content, path.name), read_again)


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, symbolic links followed; it need not exist."""
    return os.path.realpath(one) == os.path.realpath(other)
