"""The open report: edits with undo and redo, findings kept current, and signals for what changed."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from models.checks import find_problems
from models.finding import Severity
from models.report import Change, Edit, Report

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
    """Emitted when the document is saved or becomes different from its file."""

    def __init__(self, report: Report, path: Path | None = None, *, unsaved: bool = False) -> None:
        """Open a report; `unsaved` marks one that no native file holds yet."""
        super().__init__()
        self.report = report
        self.path = path
        self.findings = find_problems(report)
        self.saved_at: datetime | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.state_changed)
        if unsaved:
            self.undo_stack.resetClean()

    @property
    def modified(self) -> bool:
        """Whether closing now would lose anything."""
        return not self.undo_stack.isClean()

    def apply(self, edit: Edit) -> None:
        """Carry out an edit as one undo step; one that changes nothing leaves no step."""
        self._push(_EditCommand(self, edit))

    def type_text(self, section: str, text: str) -> None:
        """Carry out typing in a section; typing that goes on is one undo step."""
        self._push(_TypingCommand(self, section, text))

    def mark_saved(self, path: Path) -> None:
        """Note that the report as it stands is in this file."""
        self.path = path
        self.saved_at = datetime.now().astimezone()
        self.undo_stack.setClean()
        self.state_changed.emit()

    def count(self, severity: Severity) -> int:
        """Return how many findings of this severity are open."""
        return sum(finding.severity is severity for finding in self.findings)

    def perform(self, edit: Edit) -> Change:
        """Change the report and tell everybody who shows it; for the undo commands."""
        change = self.report.apply(edit)
        before, self.findings = self.findings, find_problems(self.report)
        if before != self.findings:
            self.findings_changed.emit()
        self.changed.emit(change)
        return change

    def _push(self, command: "_EditCommand") -> None:
        self.undo_stack.push(command)


class _EditCommand(QUndoCommand):
    """One edit on the undo stack."""

    def __init__(self, document: Document, edit: Edit) -> None:
        super().__init__(edit.label)
        self._document = document
        self.edit = edit
        self._inverse = edit
        self._done_before = False

    def redo(self) -> None:
        change = self._document.perform(self.edit)
        self._inverse = change.inverse
        if self._done_before:
            self._document.revisited.emit(change)
        self._done_before = True
        self.setObsolete(not change)

    def undo(self) -> None:
        self._document.revisited.emit(self._document.perform(self._inverse))


class _TypingCommand(_EditCommand):
    """Typing in a section, merged with the typing before it until something else happens."""

    PAUSE_SECONDS = 3.0

    def __init__(self, document: Document, section: str, text: str) -> None:
        name = document.report.form.section(section).name
        super().__init__(document, Edit(label=f"修改{name}", texts={section: text}))
        self.section = section
        self.typed_at = datetime.now().astimezone()

    def id(self) -> int:
        return _TYPING

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _TypingCommand) or other.section != self.section:
            return False
        if (other.typed_at - self.typed_at).total_seconds() > self.PAUSE_SECONDS:
            return False
        self.edit, self.typed_at = other.edit, other.typed_at
        return True
