"""What is asked before an export: fonts, what stands beside the report, what is open."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
)

from exporters.print_options import Extra
from exporters.typography import STYLES_FOLDER, known_typographies
from models.open_points import OpenPoint, OpenPoints
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.occasions import Deed
from ui.dialogs.print_setup_form import PrintSetupForm
from ui.export_formats import SetupPart
from ui.fonts import font_remark
from ui.print_setup import PrintSetup, complaint_about, typography_of

OPEN: OpenPoints = {"表内": [OpenPoint("第一处")]}


@pytest.mark.usefixtures("qapp")
def test_the_dialog_shows_the_last_set_up_and_what_is_open() -> None:
    chosen = PrintSetup("windows", frozenset({Extra.DRAFT}))
    dialog = ExportDialog(
        "导出 Word 文件", PrintSetupForm(chosen, lambda: None), {**OPEN, "去年的内容": [OpenPoint("三处", 3)]}
    )
    assert dialog.setup == chosen
    dialog.form.extras[Extra.CHECK_SHEET].setChecked(True)
    assert dialog.setup == replace(chosen, extras=frozenset({Extra.DRAFT, Extra.CHECK_SHEET}))
    assert "还有 4 处没有处理" in {label.text() for label in dialog.findChildren(QLabel)}
    (lines,) = dialog.findChildren(QPlainTextEdit)
    assert lines.toPlainText() == "表内（1 处）\n• 第一处\n去年的内容（3 处）\n• 三处"


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
@pytest.mark.parametrize("points", [{}, OPEN])
@pytest.mark.usefixtures("qapp")
def test_return_does_it_only_where_nothing_is_open(points: OpenPoints, deed: Deed) -> None:
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: None), points, deed=deed)
    dialog.show()
    usual = "返回修改(&R)" if points else deed.value
    assert (deed.anyway if points else deed.value) in {each.text() for each in dialog.findChildren(QPushButton)}
    assert [each.text() for each in dialog.findChildren(QPushButton) if each.isDefault()] == [usual]
    dialog.close()


@pytest.mark.parametrize("part", [SetupPart.PAGES, SetupPart.PICTURE])
@pytest.mark.usefixtures("qapp")
def test_nothing_of_the_dialog_is_cut(part: SetupPart) -> None:
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: None, part), OPEN)
    dialog.show()
    QApplication.processEvents()
    (lines,), styles = dialog.findChildren(QPlainTextEdit), dialog.form.styles
    assert lines.height() >= lines.minimumHeight()
    assert dialog.height() <= dialog.screen().availableSize().height()
    option = QStyleOptionComboBox()
    styles.initStyleOption(option)
    part_of_it = QStyle.SubControl.SC_ComboBoxEditField
    field = styles.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part_of_it, styles)
    room = field.width() - (styles.iconSize().width() + 4 if part is SetupPart.PICTURE else 0)
    names = [styles.itemText(row) for row in range(styles.count())]
    assert max(styles.fontMetrics().horizontalAdvance(name) for name in names) <= room
    dialog.close()


@pytest.mark.parametrize("part", SetupPart)
@pytest.mark.usefixtures("qapp")
def test_with_much_open_the_dialog_fits_a_small_screen(part: SetupPart) -> None:
    points = {"表内": [OpenPoint("第一处")] * 60}
    dialog = ExportDialog("导出", PrintSetupForm(PrintSetup(), lambda: None, part), points)
    dialog.show()
    QApplication.processEvents()
    assert dialog.minimumSizeHint().width() <= 960
    assert dialog.minimumSizeHint().height() <= 480
    dialog.close()


@pytest.mark.parametrize("part", SetupPart)
@pytest.mark.parametrize("points", [{}, OPEN])
@pytest.mark.usefixtures("qapp")
def test_every_choice_has_a_letter_of_its_own(points: OpenPoints, part: SetupPart) -> None:
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
