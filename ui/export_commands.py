"""What the window does with what comes out: files of every format, the clipboard, paper, the check sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from storage.atomic_write import write_atomically
from ui.dialogs.occasions import Deed, Occasion
from ui.document import Document
from ui.export_formats import EXPORT_FORMATS, SHEET_FORMATS, SHEET_KINDS, SetupPart
from ui.file_commands import FileCommands
from ui.settings import Settings
from ui.written_files import offers_for_written

if TYPE_CHECKING:
    from models.open_points import OpenPoints
    from ui.finding_commands import Offer
    from ui.print_setup import PrintSetup

Render = Callable[[], bytes]


class ExportCommands:
    """Carries out the exports of the open document, asking in dialogs."""

    def __init__(self, files: FileCommands, settings: Settings, tell: Callable[[str, Sequence[Offer]], None]) -> None:
        """Export what is open among these files.

        Args:
            files: has what is open.
            settings: have what was chosen last time.
            tell: says that something is done, with what can be done next.
        """
        self._files = files
        self._settings = settings
        self._tell = tell

    def export(self, *keys: str) -> None:
        """Ask how and where, and write a file in one of these formats, the first of them proposed."""
        document = self._files.document
        formats = {EXPORT_FORMATS[key].suffix: EXPORT_FORMATS[key] for key in keys}
        first = next(iter(formats.values()))
        setup = self._asked(document, _title(first.name), Deed.EXPORT, first.part) if document else None
        if document and setup:
            title = "" if len(keys) == 1 else f"{''.join(document.report.title_lines)}图解"
            kinds = {suffix: each.name for suffix, each in formats.items()}
            renders = {suffix: _render(document, setup, each.render) for suffix, each in formats.items()}
            self._write(document, kinds, renders, title)

    def copy_web_page(self) -> None:
        """Put the report on the clipboard as rich text, for the editor of a website."""
        document = self._files.document
        if document and self._asked(document, "复制为网页内容", Deed.COPY, None):
            from exporters.web_page import clipboard_html  # noqa: PLC0415 - needed only here

            content = QMimeData()
            content.setHtml(clipboard_html(document.report))
            QGuiApplication.clipboard().setMimeData(content)
            self._files.notice.emit("已复制为网页内容，可以粘贴到网站的编辑器里")

    def preview(self) -> None:
        """Show the pages as they will be printed, at first in the fonts and with the parts chosen last time."""
        if self._files.document:
            from ui.dialogs.preview_dialog import PreviewActs  # noqa: PLC0415 - needed only here

            acts = PreviewActs(self._set_up_pages, self.print_pages, lambda: self.export("pdf"))
            self._files.dialogs.show_preview(self._files.document, lambda: self._settings.print_setup, acts)

    def print_pages(self) -> None:
        """Ask how, then for a printer, and print."""
        document = self._files.document
        setup = self._asked(document, "打印", Deed.PRINT, SetupPart.PAGES) if document else None
        if document and setup:
            self._files.dialogs.print_pages(document, setup)

    def export_check_sheet(self) -> None:
        """Ask for a file and write the check sheet, as a workbook where it is named so, else as a Word document."""
        document = self._files.document
        if document:
            sheet = document.check_sheet()
            renders = {suffix: partial(each.render, sheet) for suffix, each in SHEET_FORMATS.items()}
            self._write(document, SHEET_KINDS, renders, "".join(sheet.title))

    def _set_up_pages(self) -> None:
        """Let fonts and what stands beside the report be chosen, where nothing is printed or exported yet."""
        self._chosen(Occasion("版式与附件", Deed.SET_UP, SetupPart.PAGES), {})

    def _asked(self, document: Document, title: str, deed: Deed, part: SetupPart | None) -> PrintSetup | None:
        """Tell what is open and let a part of the set-up be chosen; None where the clerk thinks better of it."""
        points = document.open_points
        if part is not None:
            return self._chosen(Occasion(title, deed, part), points)
        is_wanted = not points or self._files.dialogs.ask_anyway(points, deed)
        return self._settings.print_setup if is_wanted else None

    def _chosen(self, occasion: Occasion, points: OpenPoints) -> PrintSetup | None:
        """Let a part of the set-up be chosen and remember it; None where the clerk thinks better of it."""
        known, folder = self._settings.print_setup, self._settings.folder
        chosen = self._files.dialogs.ask_print_setup(occasion, known, points, folder)
        if chosen is not None:
            self._settings.print_setup = chosen
        return chosen

    def _write(self, document: Document, kinds: Mapping[str, str], renders: Mapping[str, Render], title: str) -> None:
        """Ask for a file of one of these kinds, by suffix, and write what is rendered for it."""
        usual = next(iter(kinds))
        path = self._files.dialogs.ask_save_path_among("导出", self._files.proposal(document, usual, title), kinds)
        if path is not None:
            render = renders.get(path.suffix.lower(), renders[usual])
            if self._files.guarded(lambda: write_atomically(path, render())):
                self._tell(f"已导出：{path}", offers_for_written(path))


def _title(name: str) -> str:
    """Return what an export is called, spaced as in the menu; kinds of one format are told apart with the file."""
    gap = " " if name[0].isascii() else ""
    return f"导出{gap}{name.partition('（')[0]}"


def _render(document: Document, setup: PrintSetup, render: Callable[..., bytes]) -> Render:
    from ui.print_setup import options_of, typography_of  # noqa: PLC0415 - needed only where something is exported

    def rendered() -> bytes:
        options = options_of(setup.extras, document.check_sheet, document.checks)
        return render(document.report, typography_of(setup), options)

    return rendered
