"""Exporting from the window: what is asked, what is written, what goes to the clipboard."""

import re
from dataclasses import replace
from operator import methodcaller
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QGroupBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
)

from exporters.print_options import Extra
from exporters.typography import STYLES_FOLDER, known_typographies
from models.checks.settings import CheckSettings
from models.finding import Severity
from storage.native_file import save_native
from tests.builders import a_clean_report, a_full_report
from tests.exporters.workbooks import problems_in
from tests.windows import CTRL, ScriptedDialogs, open_in, press
from ui.dialogs.dialogs import Dialogs
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.occasions import Deed, Occasion
from ui.dialogs.preview_dialog import PreviewActs, PreviewDialog
from ui.dialogs.print_setup_form import PrintSetupForm
from ui.export_formats import EXPORT_FORMATS, SetupPart
from ui.fonts import font_remark
from ui.main_window import MainWindow
from ui.print_setup import PrintSetup, complaint_about, typography_of
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


# ── the dialog ──────────────────────────────────────────────────────────


@pytest.mark.usefixtures("qapp")
def test_the_dialog_shows_the_last_set_up_and_what_is_open() -> None:
    chosen = PrintSetup("windows", frozenset({Extra.DRAFT}))
    dialog = ExportDialog("导出 Word 文件", PrintSetupForm(chosen, lambda: None), {"表内": ["第一处", "第二处"]})
    assert dialog.setup == chosen
    dialog.form.extras[Extra.CHECK_SHEET].setChecked(True)
    assert dialog.setup == replace(chosen, extras=frozenset({Extra.DRAFT, Extra.CHECK_SHEET}))
    assert "还有 2 处没有处理" in {box.title() for box in dialog.findChildren(QGroupBox)}


@pytest.mark.usefixtures("qapp")
def test_of_a_workbook_only_its_own_part_is_asked_and_the_rest_is_kept() -> None:
    known = PrintSetup("gbk", frozenset({Extra.DRAFT}))
    dialog = ExportDialog("导出 Excel 工作簿", PrintSetupForm(known, lambda: None, SetupPart.WORKBOOK), {})
    dialog.show()
    assert not dialog.form.styles.isVisible()
    assert [box.text() for box in dialog.findChildren(QCheckBox) if box.isVisible()] == [
        "只要正文和各表，不附核对用表(&N)"
    ]
    dialog.form.extras[Extra.REPORT_ONLY].setChecked(True)
    assert dialog.setup == replace(known, extras=known.extras | {Extra.REPORT_ONLY})
    dialog.close()


@pytest.mark.usefixtures("qapp")
def test_what_a_workbook_is_to_hold_is_kept_by_other_exports() -> None:
    known = PrintSetup(extras=frozenset({Extra.REPORT_ONLY}))
    assert ExportDialog("导出 Word 文件", PrintSetupForm(known, lambda: None), {}).setup == known


@pytest.mark.usefixtures("qapp")
def test_of_a_picture_fonts_are_asked_alone_each_with_its_colour_and_the_rest_is_kept() -> None:
    known = PrintSetup("gbk", frozenset({Extra.DRAFT, Extra.REPORT_ONLY}))
    dialog = ExportDialog("导出图解", PrintSetupForm(known, lambda: None, SetupPart.PICTURE), {})
    dialog.show()
    styles = dialog.form.styles
    assert styles.isVisible()
    assert not dialog.findChildren(QCheckBox)
    assert dialog.setup == known
    shown = [styles.itemIcon(row).pixmap(16).toImage().pixelColor(8, 8).name() for row in range(styles.count())]
    assert shown == [each.palette.accent for each in known_typographies().values()]
    dialog.close()


@pytest.mark.parametrize("deed", [Deed.EXPORT, Deed.PRINT])
@pytest.mark.parametrize("points", [{}, {"表内": ["第一处"]}])
@pytest.mark.usefixtures("qapp")
def test_return_does_it_only_where_nothing_is_open(points: dict[str, list[str]], deed: Deed) -> None:
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: None), points, deed=deed)
    dialog.show()
    usual = "返回修改(&R)" if points else deed.value
    assert (deed.anyway if points else deed.value) in {each.text() for each in dialog.findChildren(QPushButton)}
    assert [each.text() for each in dialog.findChildren(QPushButton) if each.isDefault()] == [usual]
    dialog.close()


@pytest.mark.parametrize("part", [SetupPart.PAGES, SetupPart.PICTURE])
@pytest.mark.usefixtures("qapp")
def test_nothing_of_the_dialog_is_cut(part: SetupPart) -> None:
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: None, part), {"表内": ["第一处"]})
    dialog.show()
    QApplication.processEvents()
    (group,), styles = dialog.findChildren(QGroupBox), dialog.form.styles
    assert group.height() >= group.minimumSizeHint().height()
    option = QStyleOptionComboBox()
    styles.initStyleOption(option)
    part_of_it = QStyle.SubControl.SC_ComboBoxEditField
    field = styles.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part_of_it, styles)
    room = field.width() - (styles.iconSize().width() + 4 if part is SetupPart.PICTURE else 0)
    names = [styles.itemText(row) for row in range(styles.count())]
    assert max(styles.fontMetrics().horizontalAdvance(name) for name in names) <= room
    dialog.close()


@pytest.mark.parametrize("part", SetupPart)
@pytest.mark.parametrize("points", [{}, {"表内": ["第一处"]}])
@pytest.mark.usefixtures("qapp")
def test_every_choice_has_a_letter_of_its_own(points: dict[str, list[str]], part: SetupPart) -> None:
    for deed in Deed:
        dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: None, part), points, deed=deed)
        dialog.show()
        named = [each for kind in (QAbstractButton, QLabel) for each in dialog.findChildren(kind) if each.isVisible()]
        letters = [found[1] for each in named if (found := re.search(r"\(&(.)\)", each.text()))]
        assert len(letters) == len(set(letters))
        boxes = [each.text() for each in named if isinstance(each, QCheckBox)]
        assert all("(&" in text for text in boxes)
        dialog.close()


@pytest.mark.usefixtures("qapp")
def test_an_office_s_own_scheme_is_chosen_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "本单位.toml"
    path.write_bytes((STYLES_FOLDER / "gbk.toml").read_bytes())
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: path), {})
    dialog.form.browse()
    assert dialog.setup.style == str(path)
    assert typography_of(dialog.setup).title == typography_of(PrintSetup("gbk")).title


@pytest.mark.usefixtures("qapp")
def test_a_scheme_that_cannot_be_read_is_told_and_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "坏.toml"
    path.write_text('key = "a"\nnama = "b"', encoding="utf-8")
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: path), {})
    dialog.form.browse()
    assert "nama 这里没有这一项" in dialog.form.remark.text()
    assert dialog.setup == PrintSetup()


@pytest.mark.usefixtures("qapp")
def test_a_scheme_that_is_gone_gives_way_to_the_usual_one(tmp_path: Path) -> None:
    setup = PrintSetup(str(tmp_path / "没有了.toml"))
    assert typography_of(setup) == typography_of(PrintSetup())
    form = PrintSetupForm(setup, lambda: None)
    assert form.setup == PrintSetup()
    assert form.remark.text() == font_remark(typography_of(setup), complaint_about(setup.style))
    assert form.remark.text().startswith("字体方案“没有了.toml”打不开")


@pytest.mark.usefixtures("qapp")
def test_another_choice_ends_the_talk_of_a_scheme_that_is_gone(tmp_path: Path) -> None:
    form = PrintSetupForm(PrintSetup(str(tmp_path / "没有了.toml")), lambda: None)
    form.styles.setCurrentIndex(1)
    assert "打不开" not in form.remark.text()


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
