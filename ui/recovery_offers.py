"""Offering what a program that stopped left behind: restored, thrown away, or put off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import InputRefusal
from models.report import Report
from storage.native_file import load_native
from storage.recovery import RecoveryCopy, copies_of, discard
from ui.dialogs.choices import Recovery

if TYPE_CHECKING:  # slow to load, and a file without a copy raises no question
    from ui.dialogs.dialogs import Dialogs


def wanted_copy(path: Path | None, folder: Path, dialogs: Callable[[], Dialogs]) -> tuple[Report, RecoveryCopy] | None:
    """Ask about each copy left behind, the newest first; return the one to restore, with its report.

    Args:
        path: the clerk's file, None for reports that were never saved.
        folder: where copies are that do not stand beside their file.
        dialogs: ask the clerk.
    """
    for copy in copies_of(path, folder):
        report = _report_in(copy, dialogs)
        if report is None:
            continue
        name = path.name if path else "".join(report.title_lines)
        choice = dialogs().ask_recovery(name, copy)
        if choice is Recovery.RESTORE:
            return report, copy
        if choice is Recovery.DISCARD:
            discard(copy.path)
    return None


def _report_in(copy: RecoveryCopy, dialogs: Callable[[], Dialogs]) -> Report | None:
    try:
        return load_native(copy.path)
    except InputRefusal as refusal:
        dialogs().tell("有一份恢复副本打不开，原文件没有改动", [str(refusal), str(copy.path)])
        return None
