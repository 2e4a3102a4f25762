"""Printing: the pages of the preview on paper, after a printer was chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from exporters.page_items import Page
from exporters.page_layout import pages_of
from exporters.pdf import PrintFonts, paint_pages
from exporters.print_blocks import PrintDocument
from exporters.typography import Typography

_LABELS = {"Page &Set:": "页面(&S)："}
"""Qt's own translation leaves these in English."""


@dataclass(frozen=True)
class PrintJob:
    """A document laid out: what is previewed and printed.

    Args:
        title: what the printer's queue calls it.
        pages: all of them.
        fonts: to draw them in.
    """

    title: str
    pages: list[Page]
    fonts: PrintFonts

    @classmethod
    def of(cls, document: PrintDocument, typography: Typography) -> "PrintJob":
        """Lay out a document in the fonts of a scheme."""
        fonts = PrintFonts(typography)
        return cls(document.title, pages_of(document, fonts.width), fonts)


def print_job(job: PrintJob, parent: QWidget | None = None) -> bool | None:
    """Ask for a printer and print the pages chosen.

    Args:
        job: what to print.
        parent: the window it belongs to.

    Returns:
        Whether the printer took them; None where the clerk thinks better of it.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(job.pages))
    _translate(dialog)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return _print(job, printer) if accepted else None


def _translate(dialog: QPrintDialog) -> None:
    for label in dialog.findChildren(QLabel):
        label.setText(_LABELS.get(label.text(), label.text()))


def _print(job: PrintJob, printer: QPrinter) -> bool:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)  # the places of the layout count from the sheet's corner
    printer.setPageMargins(QMarginsF())
    pages = job.pages
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        pages = pages[max(0, printer.fromPage() - 1) : printer.toPage() or None]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    return paint_pages(printer, pages, job.fonts)
