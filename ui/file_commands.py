"""What the window does with files: begin, open, save, and never lose anything on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.comparison import compared_year
from models.errors import Refusal
from models.form_file import current_form
from models.report import Edit, Head, LastYear, Report
from storage.native_file import NATIVE_SUFFIX, held_by, save_native
from storage.recovery_names import copies_found
from ui.cancelled import Cancelled
from ui.check_choices import chosen_checks
from ui.dialogs.choices import ChangedFile, HowToOpen, Unsaved
from ui.document import Document
from ui.report_files import ForeignReport, is_own, open_report, read_foreign, same_file
from ui.settings import Settings

if TYPE_CHECKING:  # slow to load, and a window that comes up asks nothing
    from storage.recovery import RecoveryCopy
    from ui.dialogs.dialogs import Dialogs


class FileCommands(QObject):
    """Carries out the file commands on the open document, asking in dialogs."""

    document_opened = Signal(object)
    """Emitted with the Document that takes the place of the one before."""
    notice = Signal(str)
    """Emitted with a sentence for the status line."""

    def __init__(self, settings: Settings, window: QWidget, dialogs: Dialogs | None = None) -> None:
        """Start without a document; ask over a window, or through other dialogs."""
        super().__init__()
        self._settings = settings
        self._window = window
        self._other_dialogs = dialogs
        self.document: Document | None = None
        self._held: bytes | None = None
        """What the document's file held when this window read or wrote it last."""
        self.restored: RecoveryCopy | None = None

    @cached_property
    def dialogs(self) -> Dialogs:
        """The questions, loaded when the first of them is asked."""
        if self._other_dialogs:
            return self._other_dialogs
        from ui.dialogs.dialogs import Dialogs  # noqa: PLC0415 - a window that comes up asks nothing

        return Dialogs(self._window)

    # ── beginning ───────────────────────────────────────────────────────

    def new_blank(self) -> None:
        """Begin a blank report in the form in force."""
        if self.may_close():
            report = Report(current_form())
            report.apply(Edit(head=Head(self._settings.agency)))
            self.show(self._document(report))

    def new_draft(self) -> None:
        """Ask for last year's file and begin this year's report from it."""
        path = self.dialogs.ask_open_path("选择去年的报告", self._settings.folder)
        if path is not None:
            self.guarded(lambda: self._open_as_draft(path))

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self.dialogs.ask_open_path("打开报告", self._settings.folder)
        if path is not None:
            self.open_path(path, ask=False)

    def open_path(self, path: Path, *, ask: bool = True) -> None:
        """Open a file that was named, dropped or chosen; ask what a foreign file is to become.

        Unsaved changes are asked about when there is something to show in the place of the report that has them.
        """
        self.guarded(lambda: self._open(path, ask=ask))

    def _open(self, path: Path, *, ask: bool) -> None:
        if is_own(path):
            if self.document:
                open_report(path)  # is refused, if at all, before anybody is asked about unsaved changes
            if self.may_close():  # which may save to this very file
                self._show_own(path)
            return
        foreign = self._read(path)
        choice = self.dialogs.ask_how_to_open(path) if ask else HowToOpen.REPORT
        report = None if choice is HowToOpen.CANCEL else self._accepted(foreign, path)
        if report is not None and choice is HowToOpen.DRAFT:
            self._begin_from(report, path)
        elif report is not None and self.may_close():
            self._settings.remember_file(path)
            self.show(self._document(report, unsaved=True))

    def _show_own(self, path: Path) -> None:
        """Show a native file, or what a program that stopped left behind of it."""
        held = held_by(path)  # before it is read: what others write between the two is asked about when it is saved
        report = open_report(path).report
        wanted = self._wanted_copy(path)
        self._settings.remember_file(path)
        if wanted is None:
            self.show(self._document(report, path), held)
        else:
            self._restore(*wanted, held)

    def offer_unsaved(self) -> None:
        """Offer what was left behind of reports that were never saved."""
        wanted = self._wanted_copy(None)
        if wanted is not None and self.may_close():
            self._restore(*wanted)

    def _wanted_copy(self, path: Path | None) -> tuple[Report, RecoveryCopy] | None:
        folder = self._settings.recovery_folder
        if next(copies_found(path, folder), None) is None:
            return None
        from ui.recovery_offers import wanted_copy  # noqa: PLC0415 - most files have no copy

        return wanted_copy(path, folder, lambda: self.dialogs)

    def _restore(self, report: Report, copy: RecoveryCopy, held: bytes | None = None) -> None:
        self.restored = copy
        self.show(self._document(report, copy.of, unsaved=True), held)
        self.notice.emit("已恢复上次没保存的内容，请核对后保存")

    def _open_as_draft(self, path: Path) -> None:
        report = self._report_in(path)
        if report is not None:
            self._begin_from(report, path)

    def _report_in(self, path: Path) -> Report | None:
        return open_report(path).report if is_own(path) else self._accepted(self._read(path), path)

    def _read(self, path: Path) -> ForeignReport:
        return self.dialogs.wait_for(lambda: read_foreign(path), f"正在读取“{path.name}”……")

    def _accepted(self, foreign: ForeignReport, path: Path) -> Report | None:
        """Return the report as the clerk accepts it; where nothing is doubtful nobody is asked."""
        if not foreign.first.notes.sentences:
            return foreign.first.report
        read = self.dialogs.ask_import(path.name, foreign.first, foreign.read_again)
        return None if read is None else read.report

    def _begin_from(self, report: Report, path: Path) -> None:
        from models.new_year import start_new_year  # noqa: PLC0415 - a window that comes up begins no year

        known = report.head.year
        year = known + 1 if known else self.dialogs.ask_year(path)
        if year is None:
            return
        draft = start_new_year(report, current_form(), year)
        if not self.may_close():
            return
        self._settings.remember_file(path)
        self.show(self._document(draft, unsaved=True))
        self.notice.emit(f"已由“{path.name}”生成 {draft.head.year} 年报告的底稿，灰色为去年的内容")

    def _document(self, report: Report, path: Path | None = None, *, unsaved: bool = False) -> Document:
        checks = chosen_checks(self._settings, report.form, self._tell)
        return Document(report, path, unsaved=unsaved, checks=checks)

    def _tell(self, sentence: str) -> None:
        self.dialogs.tell(sentence)

    def show(self, document: Document, held: bytes | None = None) -> None:
        """Put a document in the place of the open one; `held` is what its file held when it was read, if it has one."""
        self.document, self._held = document, held
        self.document_opened.emit(document)
        self.restored = None

    # ── last year's report ──────────────────────────────────────────────

    def attach_last_year(self) -> None:
        """Ask for last year's file and hold the open report against it."""
        document = self.document
        if document is not None:
            path = self.dialogs.ask_open_path("选择去年的报告", self._settings.folder)
            if path is not None:
                self.guarded(lambda: self._attach(document, path))

    def detach_last_year(self) -> None:
        """Forget last year's report."""
        document = self.document
        if document is not None and document.report.last_year is None:
            self.notice.emit("没有附上去年的报告，不用去掉")
        elif document is not None:
            document.apply(Edit(label="去掉去年报告", last_year=LastYear()))
            self.notice.emit("已去掉去年的报告，不再作跨年对照（可以撤销）")

    def _attach(self, document: Document, path: Path) -> None:
        from models.new_year import last_year_of  # noqa: PLC0415 - as above

        report = self._report_in(path)
        if report is not None:
            last = last_year_of(report, document.report.form)
            document.apply(Edit(label="附上去年报告", last_year=last))
            document.settle()
            self.notice.emit(_attached_sentence(document.report, last, path))

    # ── saving ──────────────────────────────────────────────────────────

    def save(self) -> bool:
        """Save to the document's file, asking for one where there is none; tell whether it is saved."""
        document = self.document
        if document is None:
            return False
        return self.save_as() if document.path is None else self._save_to(document, document.path)

    def save_as(self) -> bool:
        """Ask for a file and save there."""
        document = self.document
        if document is None:
            return False
        path = self.dialogs.ask_save_path("保存报告", self.proposal(document, NATIVE_SUFFIX), "年度报告底稿")
        return path is not None and self._save_to(document, path)

    def may_close(self) -> bool:
        """Ask about unsaved changes; tell whether the document may go."""
        document = self.document
        if document is None or not document.modified:
            return True
        choice = self.dialogs.ask_unsaved(document_name(document))
        return choice is Unsaved.DISCARD or (choice is Unsaved.SAVE and self.save())

    def _save_to(self, document: Document, path: Path) -> bool:
        if self._is_changed_by_others(document, path):
            choice = self.dialogs.ask_changed_file(path)
            if choice is not ChangedFile.OVERWRITE:
                return choice is ChangedFile.SAVE_AS and self.save_as()

        def save() -> None:
            self._held = save_native(document.report, path)
            document.mark_saved(path)
            self._settings.remember_file(path)

        return self.guarded(save)

    def _is_changed_by_others(self, document: Document, path: Path) -> bool:
        """Tell whether the document's file holds what this window neither read nor wrote; one that is gone does not."""
        if document.path is None or not same_file(path, document.path):
            return False
        return held_by(path) not in {None, self._held}

    # ── for exports too ─────────────────────────────────────────────────

    def proposal(self, document: Document, suffix: str, title: str = "") -> Path:
        """Return the file proposed for a document, named as its title says unless another is given."""
        folder = document.path.parent if document.path else self._settings.folder
        return folder / f"{_printable(title or document_title(document))}{suffix}"

    def guarded(self, action: Callable[[], object]) -> bool:
        """Carry out an action; what is refused is told, and False returned."""
        try:
            action()
        except Cancelled:
            return False
        except Refusal as refusal:
            self.dialogs.tell(str(refusal))
            return False
        return True


def _attached_sentence(report: Report, last: LastYear, path: Path) -> str:
    year = f"{last.year} 年" if last.year else "年份不明"
    if compared_year(report) is None:
        return f"已附上“{path.name}”，但它是{year}的，不是本报告（{report.head.year} 年）的上一年，不作跨年对照"
    return f"已附上去年报告“{path.name}”（{year}），跨年检查随时对照"


def document_title(document: Document) -> str:
    """Return the report's title as it will be printed, agency first."""
    return "".join(document.report.title_lines)


def document_name(document: Document) -> str:
    """Return the name of the document's file, or its title while it has none."""
    return document.path.name if document.path else document_title(document)


def _printable(name: str) -> str:
    return "".join("_" if c in '\\/:*?"<>|\n\t' else c for c in name)
