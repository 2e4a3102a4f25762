"""The open report: edits with undo and redo, findings kept current, and signals for what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from models.checks import DEFAULT_CHECKS
from models.checks.ahead import Ahead
from models.checks.check import Check, Group
from models.checks.dismissals import dismissal_of
from models.checks.inspection import Inspection
from models.dismissal import Dismissal
from models.finding import Finding
from models.live_figures import LiveFigures, is_one_let_go, typed_along
from models.report import Change, Edit, Report, carried_to
from models.text_change import change_between
from ui.checks_aside import ChecksAside

if TYPE_CHECKING:  # it loads every check, and a window that comes up needs none
    from models.check_sheet import CheckSheet
    from models.open_points import OpenPoints
    from models.statements import Statement

_PAUSE_MILLISECONDS = 150
"""How long nothing must be typed before checks that read running text run."""

_LET_GO = "这个数改为普通数字，不再随表格变化（可以撤销）"

_TYPING = 1
"""Command id of running text; only such commands may merge."""


class Document(QObject):
    """A report open in a window.

    Every edit goes through `apply`, is one step of the undo stack and is announced by
    `changed` with just the cells and sections concerned.

    Attributes:
        report: the report itself; read it freely, change it through `apply`.
        path: the native file it is kept in, None until it is saved.
        findings: what the checks find now and nobody has confirmed as true.
        dismissed: what they find that the clerk has confirmed as true, with the reasons.
        saved_at: when it was last saved, None before.
    """

    changed = Signal(object)
    """Emitted with a Change after each edit, undo and redo."""
    findings_changed = Signal()
    """Emitted when the findings are others than before."""
    settled = Signal()
    """Emitted when the checks that read running text have run, whether they found anything new or not."""
    revisited = Signal(object)
    """Emitted with the Change of an undo or redo, whose place the window should show."""
    notice = Signal(str)
    """Emitted with a sentence for the status line."""
    state_changed = Signal()
    """Emitted when the history has moved on or the document is saved."""

    def __init__(
        self,
        report: Report,
        path: Path | None = None,
        *,
        unsaved: bool = False,
        checks: Sequence[Check] = DEFAULT_CHECKS,
    ) -> None:
        """Open a report; `unsaved` marks one that no native file holds yet."""
        super().__init__()
        self.report = report
        self.path = path
        self._checks = {check.code: check for check in checks}
        self._inspection = Inspection(report, checks)
        self._inspection.run_quick()
        self.findings: tuple[Finding, ...] = ()
        self.dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
        self._by_group: dict[Group, list[Finding]] = {}
        self._sort_findings()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._aside = ChecksAside(self)
        self._aside.done.connect(self._settle_with)
        self._pause.timeout.connect(lambda: self._aside.begin(self._inspection))
        QTimer.singleShot(0, self._pause, self._pause.start)  # the window comes up first
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

    def apply_or_tell(self, edit: Edit, where_none: str) -> None:
        """Carry out an edit that was asked for; where there was nothing to do and it names nothing, say so."""
        if edit.names:
            self.apply(edit)
        else:
            self.notice.emit(where_none)

    def type_text(self, section: str, text: str, caret: int | None = None) -> None:
        """Carry out typing in a section that has ended at the caret; typing that goes on is one undo step.

        A live figure that it makes a plain one is told.
        """
        typed, before = change_between(self.report.text(section), text, caret), self.report.live_in(section)
        live = typed_along(before, typed, text)
        edit = self._text_edit("修改", section, text, live)
        change = self.perform(edit)
        if change:
            self._push(_TypingCommand(self, edit, change))
        if is_one_let_go(before, live, typed):
            self.notice.emit(_LET_GO)

    def paste_text(self, section: str, text: str, live: LiveFigures | None = None) -> None:
        """Carry out a paste into a section's text as a step of its own; `live` are its live figures then."""
        self.apply(self._text_edit("粘贴到", section, text, live))

    def correct_text(self, section: str, text: str) -> None:
        """Carry out the correction of a section's text, and judge it at once."""
        self.apply(self._text_edit("改正", section, text))
        self.settle()

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
    def open_points(self) -> OpenPoints:
        """What is still open before the report is signed, by group."""
        from models.open_points import open_points  # noqa: PLC0415 - the window comes up first

        self.settle()
        return open_points(self.report, {group: self.findings_of(group) for group in Group})

    def findings_of(self, group: Group) -> list[Finding]:
        """Return the open findings of a group."""
        return self._by_group[group]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the texts say of the tables; until the checks have read them, what is known since they did last."""
        from models.statements import find_statements, statements_known  # noqa: PLC0415 - slow to load

        if self.is_settled:
            return find_statements(self.report)
        return tuple(now for _found, now in statements_known(self.report))

    def statement_of(self, finding: Finding) -> Statement | None:
        """Return what the text states where a finding calls a figure of it wrong; None where it is about others."""
        from models.statements.correction import statement_known, statement_of  # noqa: PLC0415 - slow to load

        return (statement_of if self.is_settled else statement_known)(self.report, finding)

    @property
    def is_settled(self) -> bool:
        """Whether no check is still to run."""
        return self._inspection.is_current

    def check_of(self, finding: Finding) -> Check:
        """Return the check that found it."""
        return self._checks[finding.code]

    def perform(self, edit: Edit) -> Change:
        """Change the report and tell everybody who shows it; for the undo commands."""
        change = self.report.apply(edit)
        if not change:
            return change
        self._aside.drop()
        self._inspection.note(change)
        self._inspection.run_quick()
        self._sort_findings()
        if not self._inspection.is_current:
            self._pause.start()
        self.changed.emit(change)
        self._travelled = [change]
        return change

    def settle(self) -> None:
        """Run the checks that wait for a pause in typing, those that read running text."""
        self._pause.stop()
        self._aside.drop()
        self._inspection.run()
        self._sort_findings()
        self.settled.emit()

    def _settle_with(self, ahead: Ahead) -> None:
        """Take what the checks found beside the window."""
        self._inspection.take(ahead)
        self._sort_findings()
        self.settled.emit()

    @property
    def checks(self) -> Sequence[Check]:
        """The checks that run."""
        return self._inspection.checks

    def use_checks(self, checks: Sequence[Check]) -> None:
        """Run these checks from now on."""
        self._checks = {check.code: check for check in checks}
        self._inspection = Inspection(self.report, checks)
        self.settle()

    def check_sheet(self) -> CheckSheet:
        """Return the sheet for those who approve the report: what was checked, found and confirmed."""
        from models.check_sheet import check_sheet  # noqa: PLC0415 - as above

        self.settle()
        return check_sheet(self.report, self._inspection.checks, self._inspection.findings)

    def _sort_findings(self) -> None:
        before = self.findings, self.dismissed
        judged = [(finding, dismissal_of(self.report, finding)) for finding in self._inspection.findings]
        self.findings = tuple(finding for finding, dismissal in judged if dismissal is None)
        self.dismissed = tuple((finding, dismissal) for finding, dismissal in judged if dismissal is not None)
        self._by_group = {group: [] for group in Group}
        for finding in self.findings:
            self._by_group[self.check_of(finding).group].append(finding)
        if before != (self.findings, self.dismissed):
            self.findings_changed.emit()

    def _text_edit(self, what: str, section: str, text: str, live: LiveFigures | None = None) -> Edit:
        """Return new text of a section; without live figures of its own it keeps those that the change leaves whole."""
        from models.live_text import LiveText  # noqa: PLC0415 - the window comes up first
        from models.text_edits import text_edit  # noqa: PLC0415 - as above

        figures = carried_to(self.report, section, text) if live is None else live
        label = f"{what}{self.report.form.section(section).name}"
        return text_edit(self.report, label, {section: LiveText(text, figures)})

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
        is_back = (self.edit.texts, self.edit.live) == (self.inverse.texts, self.inverse.live)
        self.setObsolete(is_back and not self.inverse.still_last_years)
        return True
