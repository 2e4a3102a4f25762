"""A workbook of ours read back: what computes differences, and the sheets for the office's own eyes, are no report."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import excel_bytes
from importers.blocks import FileContent, Grid, Paragraph
from importers.excel import read_workbook
from importers.reader import read_report
from models.checks import find_problems
from models.form import Form
from models.form_file import known_forms
from tests.builders import a_clean_report, content_of, third_form
from tests.exporters.workbooks import compared_report
from tests.importers.documents import xlsx

FORMS = [*known_forms().values(), third_form()]
NO_REPORT = "核对用表，不属于年度报告。说明"


def first(workbook: Workbook) -> Worksheet:
    return workbook.worksheets[0]


def content_of_rows(*rows: list[str]) -> FileContent:
    def fill(workbook: Workbook) -> None:
        for row in rows:
            first(workbook).append(row)

    return read_workbook(xlsx(fill), "年报.xlsx")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_workbook_with_all_its_sheets_is_read_back_completely(form: Form, tmp_path: Path) -> None:
    report = compared_report(form=form)
    assert find_problems(report)
    (tmp_path / "年报.xlsx").write_bytes(excel_bytes(report))
    read = read_report(tmp_path / "年报.xlsx", {form.key: form})
    assert content_of(read.report) == content_of(report)
    assert (read.notes.unplaced, read.notes.remarks) == ((), ())


def test_a_table_filled_with_findings_adds_no_word_to_the_text(tmp_path: Path) -> None:
    report = a_clean_report(texts={"overview": "2024年工作平稳,有序。"})
    (tmp_path / "年报.xlsx").write_bytes(excel_bytes(report))
    assert read_report(tmp_path / "年报.xlsx").report.texts == report.texts


def test_a_sheet_that_says_it_is_no_report_is_left_out_under_any_name() -> None:
    assert content_of_rows(["问题清单"], [NO_REPORT], ["错", "表三"]).blocks == ()


def test_a_text_that_says_so_further_down_is_read() -> None:
    rows = [["标题"], ["一"], ["二"], ["三"], [NO_REPORT]]
    assert content_of_rows(*rows).blocks[-1] == Paragraph(NO_REPORT, part="年报")


def test_a_column_of_differences_is_left_out() -> None:
    rows = [
        ["项目", "数", "总计", "", "勾稽核对（总计－各项之和，应为 0）"],
        ["甲", "1", "1", "", "0"],
        ["乙", "2", "2", "", "0"],
    ]
    (grid,) = content_of_rows(*rows).blocks
    assert isinstance(grid, Grid)
    assert {cell.text for cell in grid.cells if cell.text} == {"项目", "数", "总计", "甲", "乙", "1", "2"}


def test_rows_of_differences_are_left_out() -> None:
    rows = [["项目", "数"], ["甲", "1"], ["勾稽核对（甲－乙，应为 0）", "0"], ["勾稽核对说明", ""]]
    (grid,) = content_of_rows(*rows).blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["项目", "数", "甲", "1"]
