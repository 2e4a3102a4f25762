"""Questions and messages of the window, each with buttons that say what they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWidget,
)

from models.form import CellName, Form
from models.new_year import FIRST_YEAR, LAST_POSSIBLE_YEAR
from models.open_points import OpenPoints
from models.report import Report
from ui.dialogs.choices import ChangedFile, HowToOpen, Recovery, Unsaved
from ui.dialogs.occasions import GO_BACK, Deed, Occasion
from ui.dialogs.open_points import counted, listed
from ui.program import PROGRAM_NAME
from ui.reading_worker import in_background
from ui.settings import Settings, SettingsSection

if TYPE_CHECKING:  # the importers are slow to load, and a window that opens without a file needs none
    from importers.outcomes import Assignment
    from importers.reader import ReadReport
    from storage.recovery import RecoveryCopy
    from ui.dialogs.preview_dialog import PreviewActs
    from ui.document import Document
    from ui.print_setup import PrintSetup
    from ui.printing import PrintJob

_LISTED = 8
_POINTS = 10
"""Open points that a question without a set-up lists."""
_MOMENT = "%Y年%m月%d日 %H:%M"

Choice = TypeVar("Choice", bound=Enum)
Result = TypeVar("Result")

_READABLE = "*.gknb *.docx *.doc *.wps *.xlsx *.xls *.et *.html *.htm *.mht *.pdf *.txt *.rtf *.odt"
OPEN_FILTER = f"年度报告 ({_READABLE});;所有文件 (*)"
_STYLES_FILTER = "字体方案 (*.toml);;所有文件 (*)"
_REQUIREMENTS_FILTER = "本地要求文件 (*.toml);;所有文件 (*)"

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "位置：",
    QFileDialog.DialogLabel.FileName: "文件名(&N)：",
    QFileDialog.DialogLabel.FileType: "文件类型：",
}
"""Qt's own translation leaves these in English."""


class Dialogs:
    """Asks the clerk in dialogs over a window; tests put another object with these methods in its place."""

    def __init__(self, window: QWidget) -> None:
        """Ask over this window."""
        self._window = window

    @property
    def _above(self) -> QWidget:
        """What a dialog is opened over: the one that is open, such as the preview, else the window."""
        return QApplication.activeModalWidget() or self._window

    def ask_open_path(self, title: str, folder: Path, file_filter: str = OPEN_FILTER) -> Path | None:
        """Return the file the clerk chooses to read, None where they think better of it."""
        dialog = self._file_dialog(title, folder, file_filter)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _path_chosen_in(dialog)

    def ask_save_path(self, title: str, proposal: Path, kind: str) -> Path | None:
        """Return the file to write, with the proposal's suffix where none is typed."""
        return self.ask_save_path_among(title, proposal, {proposal.suffix: kind})

    def ask_save_path_among(self, title: str, proposal: Path, kinds: Mapping[str, str]) -> Path | None:
        """Return the file to write in one of several kinds, named by suffix; with the suffix of the chosen kind."""
        suffixes = {f"{kind} (*{suffix})": suffix.removeprefix(".") for suffix, kind in kinds.items()}
        dialog = self._file_dialog(title, proposal.parent, ";;".join(suffixes))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposal.suffix.removeprefix("."))  # before it asks about replacing a file
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen]))
        dialog.selectFile(proposal.name)
        return _path_chosen_in(dialog)

    def _file_dialog(self, title: str, folder: Path, file_filter: str) -> QFileDialog:
        dialog = QFileDialog(self._above, title, str(folder), file_filter)
        dialog.setViewMode(QFileDialog.ViewMode.List)  # Qt's column of file types has no Chinese
        for label, text in _LABELS.items():
            dialog.setLabelText(label, text)
        return dialog

    def ask_unsaved(self, name: str) -> Unsaved:
        """Ask what to do with changes before the report is closed."""
        return self._ask(f"“{name}”有改动还没有保存。", "保存后再继续吗？", Unsaved, Unsaved.SAVE)

    def ask_changed_file(self, path: Path) -> ChangedFile:
        """Ask what to do where others changed the file since it was opened here; to keep both is proposed."""
        sentence = f"“{path.name}”打开以后，在别的窗口、电脑或程序里改过了。"
        details = (
            f"它保存于 {_saved_at(path):{_MOMENT}}。\n覆盖：那边的改动就没有了。\n另存：写到别的文件，两份内容都留着。"
        )
        return self._ask(sentence, details, ChangedFile, ChangedFile.SAVE_AS)

    def ask_recovery(self, name: str, copy: RecoveryCopy) -> Recovery:
        """Ask what to do with what a program that stopped left behind of a report; the newer content is proposed."""
        sentence = f"上次没有正常退出，“{name}”还有没保存的内容。"
        details = f"副本写于 {copy.written_at:{_MOMENT}}。"
        if copy.of is None:
            return self._ask(sentence, details, Recovery, Recovery.RESTORE)
        saved_at = _saved_at(copy.of)
        details += f"\n文件保存于 {saved_at:{_MOMENT}}，恢复时不会改动它，保存后才写入。"
        if saved_at <= copy.written_at:
            return self._ask(sentence, details, Recovery, Recovery.RESTORE)
        details += "\n文件比副本新，副本里可能没有文件后来的改动。"
        return self._ask(sentence, details, Recovery, Recovery.CANCEL)

    def ask_how_to_open(self, path: Path) -> HowToOpen:
        """Ask whether a Word file or workbook is last year's template or the report itself."""
        return self._ask(f"怎样打开“{path.name}”？", "", HowToOpen, HowToOpen.DRAFT)

    def ask_import(self, name: str, first: ReadReport, read: Callable[[Assignment], ReadReport]) -> ReadReport | None:
        """Show what became of a file's blocks, have it put right, and return what the clerk accepts."""
        from ui.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 - importers are slow to load

        dialog = ImportDialog(name, first, read, self._window)
        accepted = _run(dialog)
        return dialog.reading if accepted else None

    def wait_for(self, work: Callable[[], Result], sentence: str) -> Result:
        """Return the result of slow work while the window stays alive; Cancelled where the clerk does not wait."""
        return in_background(work, sentence, self._window)

    def ask_year(self, path: Path) -> int | None:
        """Ask for the year of the new report, where last year's file does not tell its own."""
        question = f"“{path.name}”里没有找到年份。\n新报告的统计年度："
        usual = date.today().year - 1  # noqa: DTZ011 - the clerk's own calendar is meant
        year, given = QInputDialog.getInt(self._window, PROGRAM_NAME, question, usual, FIRST_YEAR, LAST_POSSIBLE_YEAR)
        return year if given else None

    def ask_anyway(self, points: OpenPoints, deed: Deed) -> bool:
        """List what is open, by group, and ask whether to do something all the same."""
        box = self._box(QMessageBox.Icon.Warning, f"{counted(points)}。", listed(points, _POINTS))
        do_it = box.addButton(deed.anyway, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(GO_BACK, QMessageBox.ButtonRole.RejectRole))
        return _clicked_in(box) is do_it

    def ask_print_setup(
        self,
        occasion: Occasion,
        setup: PrintSetup,
        points: OpenPoints,
        folder: Path,
    ) -> PrintSetup | None:
        """List what is open, and ask in which fonts and with what beside it the report is to be printed.

        Args:
            occasion: what for.
            setup: what was chosen last time.
            points: what is open.
            folder: where an office's own scheme is looked for.
        """
        from ui.dialogs.export_dialog import ExportDialog  # noqa: PLC0415 - as below
        from ui.dialogs.print_setup_form import PrintSetupForm  # noqa: PLC0415 - as below

        def choose_file() -> Path | None:
            return self.ask_open_path("选择字体方案", folder, _STYLES_FILTER)

        form = PrintSetupForm(setup, choose_file, occasion.part)
        dialog = ExportDialog(occasion.title, form, points, self._above, occasion.deed)
        accepted = _run(dialog)
        return dialog.setup if accepted else None

    def show_preview(self, document: Document, setup: Callable[[], PrintSetup], acts: PreviewActs) -> None:
        """Show the pages of a report as they will be printed.

        Args:
            document: has the report.
            setup: tells the set-up as it is now.
            acts: what its buttons do; the pages follow what they change of the set-up.
        """
        from ui.dialogs.preview_dialog import PreviewDialog  # noqa: PLC0415 - as below

        def follow(act: Callable[[], object]) -> None:
            before = setup()
            act()
            if setup() != before:
                dialog.show_job(_job(document, setup()), _remark(setup()))

        dialog = PreviewDialog(_job(document, setup()), _remark(setup()), self._window)
        dialog.set_up_wanted.connect(lambda: follow(acts.set_up))
        dialog.print_wanted.connect(lambda: follow(acts.print_pages))
        dialog.pdf_wanted.connect(lambda: follow(acts.export_pdf))
        _run(dialog)

    def print_pages(self, document: Document, setup: PrintSetup) -> None:
        """Ask for a printer and print a report; a printer that refuses is told."""
        from ui.printing import print_job  # noqa: PLC0415 - as below

        if print_job(_job(document, setup), self._above) is False:
            self.tell("打印机没有接受这份报告，请检查打印机后再试")

    def ask_reason(self, message: str, reasons: Sequence[str], confirmer: str) -> tuple[str, str] | None:
        """Ask why a finding is true and who says so; None where the clerk thinks better of it."""
        from ui.dialogs.dismissal_dialog import DismissalDialog  # noqa: PLC0415 - a window that comes up needs none

        dialog = DismissalDialog(message, reasons, confirmer, self._window)
        accepted = _run(dialog)
        return (dialog.reason, dialog.confirmer) if accepted else None

    def ask_figure(self, report: Report, chosen: CellName | None) -> CellName | None:
        """Return the figure of the tables that the clerk chooses, `chosen` before the others; None for none."""
        from ui.dialogs.figure_dialog import FigureDialog  # noqa: PLC0415 - as above

        dialog = FigureDialog(report, chosen, self._window)
        accepted = dialog.exec() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.cell if accepted else None

    def ask_settings(self, settings: Settings, form: Form, section: SettingsSection = SettingsSection.GENERAL) -> bool:
        """Let the clerk choose settings, one page of them first, and store what is chosen; tell whether they did."""
        from ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - as above

        choose_files = {
            section: lambda t=title, f=file_filter: self.ask_open_path(t, settings.folder, f)
            for section, title, file_filter in (
                (SettingsSection.PRINT, "选择字体方案", _STYLES_FILTER),
                (SettingsSection.CHECKS, "选择本地要求文件", _REQUIREMENTS_FILTER),
            )
        }
        dialog = SettingsDialog(settings, form, choose_files, section, self._window)
        return _run(dialog)

    def tell(self, sentence: str, details: Sequence[str] = ()) -> None:
        """Say something that needs to be read, such as why a file cannot be opened."""
        shown = list(details[:_LISTED])
        if len(details) > _LISTED:
            shown.append(f"……另有 {len(details) - _LISTED} 处")
        box = self._box(QMessageBox.Icon.Information, sentence, "\n".join(shown))
        if len(details) > _LISTED:
            box.setDetailedText("\n".join(details))
        box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        _clicked_in(box)

    def _ask(self, sentence: str, question: str, choices: type[Choice], default: Choice) -> Choice:
        box = self._box(QMessageBox.Icon.Question, sentence, question)
        buttons = {box.addButton(choice.value, _role(choice)): choice for choice in choices}
        box.setDefaultButton(next(button for button, choice in buttons.items() if choice is default))
        clicked = _clicked_in(box)
        return next((choice for button, choice in buttons.items() if button is clicked), _cancel(choices))

    def _box(self, icon: QMessageBox.Icon, sentence: str, text: str) -> QMessageBox:
        box = QMessageBox(icon, PROGRAM_NAME, sentence, QMessageBox.StandardButton.NoButton, self._above)
        box.setInformativeText(text)
        return box


def _job(document: Document, setup: PrintSetup) -> PrintJob:
    from exporters.printed_report import printed_report  # noqa: PLC0415 - needed only where something is printed
    from ui.print_setup import options_of, typography_of  # noqa: PLC0415 - as above
    from ui.printing import PrintJob  # noqa: PLC0415 - as above

    typography = typography_of(setup)
    options = options_of(setup.extras, document.check_sheet, document.checks)
    return PrintJob.of(printed_report(document.report, typography, options), typography)


def _remark(setup: PrintSetup) -> str:
    from ui.fonts import font_remark  # noqa: PLC0415 - as above
    from ui.print_setup import complaint_about, typography_of  # noqa: PLC0415 - as above

    return font_remark(typography_of(setup), complaint_about(setup.style))


def _saved_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _path_chosen_in(dialog: QFileDialog) -> Path | None:
    """Show a dialog until it is closed; return the file chosen, None for none."""
    accepted = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if accepted else None


def _clicked_in(box: QMessageBox) -> QAbstractButton:
    """Show a question until it is answered; return the button that answered it."""
    box.exec()
    box.deleteLater()
    return box.clickedButton()


def _run(dialog: QDialog) -> bool:
    """Show a dialog, F1 in it opening the manual, until it is closed; tell whether it was accepted."""
    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog, lambda: _show_manual(dialog))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def _show_manual(dialog: QDialog) -> None:
    from ui.dialogs.manual_window import show_manual  # noqa: PLC0415 - as above

    show_manual(dialog, dialog.focusWidget())


def _role(choice: Enum) -> QMessageBox.ButtonRole:
    roles = QMessageBox.ButtonRole
    special = {"CANCEL": roles.RejectRole, "DISCARD": roles.DestructiveRole}
    return special.get(choice.name, roles.AcceptRole)


def _cancel(choices: type[Choice]) -> Choice:
    return choices["CANCEL"]
