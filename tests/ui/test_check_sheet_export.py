"""文件 → 导出校核单: a Word document or a workbook by the file's name, with what is open and confirmed just now."""

from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from models.cell_value import read_value
from models.report import Edit
from tests.builders import a_clean_report
from tests.check_sheets import a_busy_report
from tests.windows import ScriptedDialogs
from ui.actions import COMMANDS, EXPORTS
from ui.dialogs.dialogs import Dialogs
from ui.document import Document
from ui.main_window import MainWindow

BASE_EXEC = QDialog.exec


def tables_in(path: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables]


def test_it_stands_in_the_file_menu() -> None:
    (command,) = [each for each in COMMANDS if each.name == "export_check_sheet"]
    assert command.text.startswith("导出校核单")
    assert "export_check_sheet" in EXPORTS


def test_it_is_written_as_a_word_document(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    window.files.show(Document(a_busy_report()))
    dialogs.answers.append(tmp_path / "校核单.docx")
    window.exports.export_check_sheet()
    assert docx.Document(str(tmp_path / "校核单.docx")).paragraphs[0].text.endswith("校核单")


def test_it_is_written_as_a_workbook(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    window.files.show(Document(a_busy_report()))
    dialogs.answers.append(tmp_path / "校核单.XLSX")
    window.exports.export_check_sheet()
    assert load_workbook(tmp_path / "校核单.XLSX").sheetnames == ["校核单"]


def test_its_name_is_the_reports_title(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    window.files.show(Document(a_clean_report()))
    dialogs.answers.append(None)
    window.exports.export_check_sheet()
    assert dialogs.proposals[-1].name == "某某市人民政府2024年政府信息公开工作年度报告校核单.docx"


def test_open_findings_are_no_reason_to_ask(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    window.files.show(Document(a_busy_report()))
    dialogs.answers.append(tmp_path / "a.docx")
    window.exports.export_check_sheet()
    assert not dialogs.answers


def test_it_shows_the_report_as_it_is_now(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    document = Document(a_clean_report())
    window.files.show(document)
    document.apply(Edit(cells={"requests/received/natural_person": read_value("7")}))
    document.type_text("other_matters", "没有其他事项。")
    dialogs.answers.append(tmp_path / "a.docx")
    window.exports.export_check_sheet()
    kinds = [row[0] for row in tables_in(tmp_path / "a.docx")[1][1:]]
    assert kinds == ["表内·错", "表内·错", "文字·错"]


def test_a_file_that_cannot_be_written_is_told(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    window.files.show(Document(a_clean_report()))
    dialogs.answers.append(tmp_path / "none" / "a.docx")
    window.exports.export_check_sheet()
    assert "文件夹不存在" in dialogs.said[0]


def test_without_a_report_nothing_happens(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    window.exports.export_check_sheet()
    assert not dialogs.proposals


@pytest.mark.parametrize(("kind", "name"), [(0, "单.docx"), (1, "单.xlsx")])
def test_a_name_gets_the_suffix_of_the_kind_that_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: int, name: str
) -> None:
    monkeypatch.setattr(QDialog, "exec", BASE_EXEC)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        chosen = dialog.nameFilters()[kind]
        dialog.selectNameFilter(chosen)
        dialog.filterSelected.emit(chosen)
        dialog.selectFile("单")
        dialog.accept()

    QTimer.singleShot(0, choose)
    kinds = {".docx": "Word 文件", ".xlsx": "Excel 工作簿"}
    assert Dialogs(window).ask_save_path_among("导出", tmp_path / "x.docx", kinds) == tmp_path / name
