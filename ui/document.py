"""The open report: edits with undo and redo, findings kept current, and signals for what changed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from models.checks import find_problems
from models.finding import Severity
from models.report import Change, Edit, Report
from models.taken_over import taken_over

_TYPING = 1
"""Command id of running text; only such commands may merge."""


class Document(QObject):
    """A report open in a window.

    Every edit goes through `apply`, is one step of the undo stack and is announced by
    `changed` with just the cells and sections concerned.

    Attributes:
        report: the report itself; read it freely, change it through `apply`.
        path: the native file it is kept in, None until it is saved.
        findings: what the checks find now.
        saved_at: when it was last saved, None before.
    """

    changed = Signal(object)
    """Emitted with a Change after each edit, undo and redo."""
    findings_changed = Signal()
    """Emitted when the findings are others than before."""
    revisited = Signal(object)
    """Emitted with the Change of an undo or redo, whose place the window should show."""
    notice = Signal(str)
    """Emitted with a sentence for the status line."""
    state_changed = Signal()
    """Emitted when the history has moved on or the document is saved."""

    def __init__(self, report: Report, path: Path | None = None, *, unsaved: bool = False) -> None:
        """Open a report; `unsaved` marks one that no native file holds yet."""
        super().__init__()
        self.report = report
        self.path = path
        self.findings = find_problems(report)
        self.saved_at: datetime | None = None
        self._travelled: list[Change] = []
        self.undo_stack = QUndoStack(self)
        if unsaved:
            self.undo_stack.resetClean()

    @property
    def modified(self) -> bool:
        """Whether closing now would lose anything."""
        return not self.undo_stack.isClean()

    def apply(self, edit: Edit) -> None:
        """Carry out an edit as one undo step; one that changes nothing leaves no trace in the history."""
        change = self.perform(edit)
        if change:
            self._push(_EditCommand(self, edit, change))

    def type_text(self, section: str, text: str) -> None:
        """Carry out typing in a section; typing that goes on is one undo step."""
        edit = self._text_edit("修改", section, text)
        change = self.perform(edit)
        if change:
            self._push(_TypingCommand(self, edit, change))

    def paste_text(self, section: str, text: str) -> None:
        """Carry out a paste into a section's text as a step of its own."""
        self.apply(self._text_edit("粘贴到", section, text))

    def undo(self) -> None:
        """Take the last step back and show its place."""
        self._travel(self.undo_stack.undo)

    def redo(self) -> None:
        """Do the next step again and show its place."""
        self._travel(self.undo_stack.redo)

    def mark_saved(self, path: Path) -> None:
        """Note that the report as it stands is in this file."""
        self.path = path
        self.saved_at = datetime.now().astimezone()
        self.undo_stack.setClean()
        self.state_changed.emit()

    @property
    def open_points(self) -> list[str]:
        """What is still open before the report is signed, one sentence each."""
        report = self.report
        untouched = len(report.from_last_year)
        points = [] if report.head.is_complete else ["标题与前言：编制机关或统计年度还没有填写"]
        points += [finding.message for finding in self.findings]
        return points + ([f"还有 {untouched} 处沿用去年的内容没有改动或确认"] if untouched else [])

    def count(self, severity: Severity) -> int:
        """Return how many findings of this severity are open."""
        return sum(finding.severity is severity for finding in self.findings)

    def perform(self, edit: Edit) -> Change:
        """Change the report and tell everybody who shows it; for the undo commands."""
        change = self.report.apply(edit)
        if not change:
            return change
        before, self.findings = self.findings, find_problems(self.report)
        if before != self.findings:
            self.findings_changed.emit()
        self.changed.emit(change)
        self._travelled = [change]
        return change

    def _text_edit(self, what: str, section: str, text: str) -> Edit:
        """Return new text of a section; it counts as last year's for as long as a sentence of it is."""
        report = self.report
        still = section in report.from_last_year and bool(taken_over(section, text, report.last_year))
        name = report.form.section(section).name
        marks = frozenset({section} if still else ())
        return Edit(label=f"{what}{name}", texts={section: text}, still_last_years=marks)

    def _push(self, command: QUndoCommand) -> None:
        self.undo_stack.push(command)
        self.state_changed.emit()

    def _travel(self, step: Callable[[], None]) -> None:
        self._travelled = []
        step()
        self.state_changed.emit()
        for change in self._travelled:  # only now the history is whole again, and others may add to it
            self.revisited.emit(change)


class _EditCommand(QUndoCommand):
    """One edit on the undo stack, carried out before it gets there."""

    def __init__(self, document: Document, edit: Edit, change: Change) -> None:
        super().__init__(edit.label)
        self._document = document
        self.edit = edit
        self.inverse = change.inverse
        self._pushed = False

    def redo(self) -> None:
        if self._pushed:
            self.inverse = self._document.perform(self.edit).inverse
        self._pushed = True

    def undo(self) -> None:
        self._document.perform(self.inverse)


class _TypingCommand(_EditCommand):
    """Typing in a section, merged with the typing before it until something else happens."""

    PAUSE_SECONDS = 3.0

    def __init__(self, document: Document, edit: Edit, change: Change) -> None:
        super().__init__(document, edit, change)
        self.typed_at = datetime.now().astimezone()

    def id(self) -> int:
        return _TYPING

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _TypingCommand) or other.edit.texts.keys() != self.edit.texts.keys():
            return False
        if (other.typed_at - self.typed_at).total_seconds() > self.PAUSE_SECONDS:
            return False
        self.edit, self.typed_at = other.edit, other.typed_at
        self.setObsolete(dict(self.edit.texts) == dict(self.inverse.texts) and not self.inverse.still_last_years)
        return True
