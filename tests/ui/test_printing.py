"""Printing: the dialog, and the pages that come out of the printer."""

import re
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from exporters.print_styles import MARGIN_LEFT, MARGIN_TOP
from exporters.printed_report import printed_report
from exporters.typography import default_typography
from tests.builders import a_clean_report
from ui.application import prepare
from ui.printing import PrintJob, print_job
from ui.settings import Settings

Setting = Callable[[QPrinter], object]


@pytest.fixture
def job(qapp: QApplication) -> PrintJob:  # noqa: ARG001 - Qt must run
    typography = default_typography()
    return PrintJob.of(printed_report(a_clean_report(), typography), typography)


@pytest.fixture
def printed(job: PrintJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Setting], list[str]]:
    """Print into a file, on a printer set in the dialog; return the text of each sheet."""

    def print_with(set_up: Setting) -> list[str]:
        path = tmp_path / "paper.pdf"

        def accept(dialog: QPrintDialog) -> int:
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(path))
            set_up(dialog.printer())
            return QPrintDialog.DialogCode.Accepted.value

        monkeypatch.setattr(QPrintDialog, "exec", accept)
        assert print_job(job)
        with pdfplumber.open(path) as pdf:
            return [page.extract_text() for page in pdf.pages]

    return print_with


def test_all_pages_are_printed(job: PrintJob, printed: Callable[[Setting], list[str]]) -> None:
    sheets = printed(lambda _printer: None)
    assert len(sheets) == len(job.pages)
    assert [sheet.split("\n")[-1].replace(" ", "") for sheet in sheets] == [f"—{n}—" for n in range(1, len(sheets) + 1)]


def test_some_pages_are_printed(printed: Callable[[Setting], list[str]]) -> None:
    def second_and_third(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)

    assert [sheet.split("\n")[-1].replace(" ", "") for sheet in printed(second_and_third)] == ["—2—", "—3—"]


def test_the_last_page_may_come_first(printed: Callable[[Setting], list[str]]) -> None:
    sheets = printed(lambda printer: printer.setPageOrder(QPrinter.PageOrder.LastPageFirst))
    assert "年度报告" in sheets[-1].split("\n")[1]


def test_pages_stand_on_paper_as_in_the_layout(
    job: PrintJob, printed: Callable[[Setting], list[str]], tmp_path: Path
) -> None:
    printed(lambda _printer: None)
    with pdfplumber.open(tmp_path / "paper.pdf") as pdf:
        page = pdf.pages[0]
        body = [char for char in page.chars if round(char["size"], 1) == 16]
        assert min(char["x0"] for char in body) == pytest.approx(MARGIN_LEFT / 20, abs=0.2)
        assert min(char["top"] for char in page.chars) > MARGIN_TOP / 20
        assert (page.width, page.height) == pytest.approx((595.3, 841.9), abs=0.5)
    assert len(job.pages[0].texts) > 1


def test_the_dialog_is_in_chinese(job: PrintJob, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def look(dialog: QPrintDialog) -> int:
        shown.append(dialog.windowTitle())
        shown.extend(each.text() for kind in (QLabel, QAbstractButton) for each in dialog.findChildren(kind))
        return QPrintDialog.DialogCode.Rejected.value

    prepare(QApplication.instance(), settings)  # type: ignore[arg-type]  # it is the one of the widgets
    monkeypatch.setattr(QPrintDialog, "exec", look)
    print_job(job)
    assert "打印" in shown
    assert {word for text in shown for word in re.findall("[A-Za-z]{2,}", text)} <= {"PDF"}


def test_a_clerk_may_think_better_of_it(job: PrintJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected.value)
    assert print_job(job) is None


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(job: PrintJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
        return QPrintDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    assert print_job(job) is False
