"""Exporting from the window: what is asked, what is written, what goes to the clipboard."""

from operator import methodcaller
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
)
from pytestqt.qtbot import QtBot

from exporters.print_options import Extra
from models.checks.settings import CheckSettings
from models.finding import Severity
from storage.native_file import save_native
from tests.builders import a_clean_report, a_full_report
from tests.exporters.workbooks import problems_in
from tests.windows import CTRL, ScriptedDialogs, open_in, press
from ui.dialogs.dialogs import Dialogs
from ui.dialogs.occasions import Deed, Occasion
from ui.dialogs.preview_dialog import PreviewActs, PreviewDialog
from ui.export_formats import EXPORT_FORMATS, SetupPart
from ui.main_window import MainWindow
from ui.print_setup import PrintSetup, typography_of
from ui.settings import Settings

RECEIVED = "requests/received/natural_person"
SHIFT = Qt.KeyboardModifier.ShiftModifier
BROKEN = a_full_report({RECEIVED: "7"})
NOTHING = PreviewActs(lambda: None, lambda: None, lambda: None)


# ── writing ─────────────────────────────────────────────────────────────


def test_word_is_exported_as_set_up(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.extend([PrintSetup(), tmp_path / "报告.docx"])
    press(window, Qt.Key.Key_E)
    assert (tmp_path / "报告.docx").stat().st_size > 1000


@pytest.mark.parametrize("extras", [frozenset(), frozenset({Extra.REPORT_ONLY})], ids=["all", "report"])
def test_excel_is_exported_as_set_up(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path, extras: frozenset[Extra]
) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.extend([PrintSetup(extras=extras), tmp_path / "报告.xlsx"])
    press(window, Qt.Key.Key_E, CTRL | SHIFT)
    assert ("问题清单" in load_workbook(tmp_path / "报告.xlsx").sheetnames) is (Extra.REPORT_ONLY not in extras)


def test_a_workbook_lists_what_the_panel_lists(
    window: MainWindow, dialogs: ScriptedDialogs, settings: Settings, tmp_path: Path
) -> None:
    settings.checks = CheckSettings(
        on=frozenset({"overview-length"}),
        off=frozenset({"balance"}),
        levels={"blank": Severity.ERROR},
        longest_overview=5,
    )
    report = a_clean_report({RECEIVED: "7", "proactive/fees/amount": ""})
    save_native(report, tmp_path / "年报.gknb")
    window.files.open_path(tmp_path / "年报.gknb")
    assert window.document is not None
    window.document.settle()
    dialogs.answers.extend([PrintSetup(), tmp_path / "报告.xlsx"])
    window.exports.export("excel")
    found = {each.message for each in window.document.findings}
    assert found == problems_in(tmp_path / "报告.xlsx")
    assert {each.code for each in window.document.findings} == {"overview-length", "blank"}


@pytest.mark.parametrize("key", EXPORT_FORMATS)
def test_every_format_is_exported(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path, key: str) -> None:
    open_in(window, a_clean_report())
    chosen = EXPORT_FORMATS[key]
    path = tmp_path / f"报告{chosen.suffix}"
    dialogs.answers.extend([*([PrintSetup()] if chosen.part else []), path])
    window.exports.export(key)
    assert path.stat().st_size > 1000
    assert "已导出" in window.statusBar().currentMessage()


def test_the_notice_of_an_export_opens_the_file_and_its_folder(
    qtbot: QtBot,
    window: MainWindow,
    dialogs: ScriptedDialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    open_in(window, a_clean_report())
    path = tmp_path / "报告.xlsx"
    dialogs.answers.extend([PrintSetup(), path])
    window.exports.export("excel")
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened == [str(path)])
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened == [str(path), str(tmp_path)])
    window.show_notice("别的话")
    assert not window._notices.offers.isVisible()


def test_the_picture_is_a_drawing_where_it_is_named_so(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.extend([PrintSetup(), tmp_path / "图解.svg", PrintSetup(), tmp_path / "图解.png"])
    window.exports.export("png", "svg")
    window.exports.export("png", "svg")
    assert b"<svg" in (tmp_path / "图解.svg").read_bytes()[:200]
    assert (tmp_path / "图解.png").read_bytes().startswith(b"\x89PNG")
    assert dialogs.proposals[0].name.endswith("图解.png")


def test_the_picture_has_the_colours_of_the_scheme_chosen(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.extend([PrintSetup("gbk"), tmp_path / "图解.svg"])
    window.exports.export("png", "svg")
    palette = typography_of(PrintSetup("gbk")).palette
    assert palette.accent in (tmp_path / "图解.svg").read_text(encoding="utf-8")
    assert [(each.title, each.part) for each in dialogs.occasions] == [("导出图解", SetupPart.PICTURE)]


def test_the_web_page_goes_to_the_clipboard_as_rich_text(window: MainWindow) -> None:
    open_in(window, a_clean_report())
    window.exports.copy_web_page()
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_the_preview_exports_a_pdf(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.extend([methodcaller("export_pdf"), PrintSetup(), tmp_path / "报告.pdf"])
    press(window, Qt.Key.Key_P, CTRL | SHIFT)
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF")


def test_the_preview_prints_as_the_menu_does(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_in(window, BROKEN)
    chosen = PrintSetup("gbk")
    dialogs.answers.extend([methodcaller("print_pages"), None])
    window.exports.preview()
    assert not dialogs.printed
    dialogs.answers.append(chosen)
    press(window, Qt.Key.Key_P, CTRL)
    assert dialogs.printed == [chosen]
    assert dialogs.occasions == [Occasion("打印", Deed.PRINT, SetupPart.PAGES)] * 2


def test_what_is_set_up_in_the_preview_is_remembered(
    window: MainWindow, dialogs: ScriptedDialogs, settings: Settings
) -> None:
    open_in(window, BROKEN)
    chosen = PrintSetup("windows", frozenset({Extra.DRAFT, Extra.APPROVAL_SLIP}))
    dialogs.answers.extend([methodcaller("set_up"), chosen])
    window.exports.preview()
    assert settings.print_setup == chosen
    assert dialogs.occasions == [Occasion("版式与附件", Deed.SET_UP, SetupPart.PAGES)]


def test_the_preview_shows_the_report(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    open_in(window, a_clean_report())
    assert window.document is not None
    shown: list[QDialog] = []

    def keep(dialog: QDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(QDialog, "exec", keep)
    Dialogs(window).show_preview(window.document, PrintSetup, NOTHING)
    assert [type(each) for each in shown] == [PreviewDialog]


@pytest.mark.parametrize("button", ["set_up_button", "print_button", "pdf_button"])
def test_the_preview_follows_what_its_buttons_change_of_the_set_up(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    open_in(window, a_clean_report())
    assert window.document is not None
    setups, counts = [PrintSetup()], []

    def use(dialog: PreviewDialog) -> None:
        counts.append(dialog.pages.page_count)
        QTest.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
        counts.append(dialog.pages.page_count)
        assert dialog.page_box.text().endswith(f"共 {counts[1]} 页")

    def change() -> None:
        setups.append(PrintSetup(extras=frozenset({Extra.APPROVAL_SLIP})))

    monkeypatch.setattr(PreviewDialog, "exec", use)
    Dialogs(window).show_preview(window.document, lambda: setups[-1], PreviewActs(change, change, change))
    assert counts[1] == counts[0] + 1


# ── asking ──────────────────────────────────────────────────────────────


def test_a_set_up_that_is_thought_better_of_exports_nothing(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.append(None)
    press(window, Qt.Key.Key_E)
    assert not dialogs.proposals


def test_a_workbook_with_open_findings_is_asked_about(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_in(window, BROKEN)
    dialogs.answers.append(None)
    press(window, Qt.Key.Key_E, CTRL | SHIFT)
    assert not dialogs.proposals


def test_a_picture_with_open_findings_is_asked_about(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_in(window, BROKEN)
    dialogs.answers.append(None)
    window.exports.export("png", "svg")
    assert not dialogs.proposals


def test_a_web_page_with_open_findings_is_asked_about(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_in(window, BROKEN)
    dialogs.answers.append(False)
    window.exports.export("html")
    assert not dialogs.proposals


@pytest.mark.parametrize(
    ("key", "title"), [("word", "导出 Word 文件"), ("excel", "导出 Excel 工作簿"), ("pdf", "导出 PDF 文件")]
)
def test_a_question_is_called_as_the_menu_is(
    window: MainWindow, dialogs: ScriptedDialogs, key: str, title: str
) -> None:
    open_in(window, a_clean_report())
    dialogs.answers.append(None)
    window.exports.export(key)
    assert [each.title for each in dialogs.occasions] == [title]


def test_the_set_up_is_remembered(window: MainWindow, dialogs: ScriptedDialogs, settings: Settings) -> None:
    open_in(window, a_clean_report())
    chosen = PrintSetup("gbk", frozenset({Extra.SIGNED, Extra.APPROVAL_SLIP}))
    dialogs.answers.extend([chosen, None])
    press(window, Qt.Key.Key_E)
    assert settings.print_setup == chosen


def test_the_preview_tells_of_a_scheme_that_is_gone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_in(window, a_clean_report())
    assert window.document is not None
    said: list[str] = []

    def keep(dialog: PreviewDialog) -> None:
        said.append(dialog.remark.text())

    monkeypatch.setattr(PreviewDialog, "exec", keep)
    Dialogs(window).show_preview(window.document, lambda: PrintSetup(str(tmp_path / "没有了.toml")), NOTHING)
    assert "“没有了.toml”打不开" in said[0]
