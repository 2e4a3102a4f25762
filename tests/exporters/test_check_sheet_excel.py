"""The check sheet as a workbook, read back with openpyxl."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from exporters.check_sheet_excel import check_sheet_excel_bytes
from exporters.excel_metrics import TALLEST_ROW
from models.check_sheet import CheckSheet
from models.checks import find_problems
from models.checks.dismissals import dismiss
from models.form import Form
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, third_form
from tests.check_sheets import REASON, a_busy_report, sheet_of

FORMS = [*known_forms().values(), third_form()]
CLEAN, BUSY = sheet_of(a_clean_report()), sheet_of(a_busy_report())


def opened(sheet: CheckSheet) -> Worksheet:
    workbook = load_workbook(BytesIO(check_sheet_excel_bytes(sheet)))
    assert workbook.sheetnames == ["校核单"]
    return workbook["校核单"]


def rows(sheet: CheckSheet) -> list[list[object]]:
    """Return what stands in each row from left to right."""
    return [[cell.value for cell in row if cell.value is not None] for row in opened(sheet).iter_rows()]


def with_reason(reason: str) -> CheckSheet:
    report = a_busy_report()
    finding = next(each for each in find_problems(report) if each.code == "percentage")
    report.apply(dismiss(report, finding, reason, "李四"))
    return sheet_of(report)


def test_the_title_takes_two_rows_above_the_head() -> None:
    assert rows(CLEAN)[:3] == [
        ["某某市人民政府"],
        ["2024年政府信息公开工作年度报告校核单"],
        ["编制机关", "某某市人民政府"],
    ]


def test_the_same_rows_stand_on_it_as_on_paper() -> None:
    shown = rows(BUSY)
    start = shown.index(["校核项目", "核对的内容和数", "结果"])
    assert shown[start + 1 : start + 3] == [
        ["表内勾稽", "表三 7 列，每列左右两边应相等", "错 2 处"],
        ["自然人", "一(7)＋二(0)＝7，三(七)(5)＋四(0)＝5", "错"],
    ]


def test_every_finding_is_a_row() -> None:
    first_two = [row[:2] for row in rows(BUSY)]
    assert all([f"{each.group}·{each.result}", each.finding.message] in first_two for each in BUSY.open)


def test_each_confirmed_finding_has_its_reason_and_name() -> None:
    assert sum(row[2:] == [REASON, "张三"] for row in rows(BUSY)) == 2


def test_the_sheet_ends_with_lines_to_sign() -> None:
    assert rows(CLEAN)[-2:] == [["经办人：", "校核人：", "负责人："], ["日期：　　　　年　　月　　日"]]


@pytest.mark.parametrize("reason", ["=1+1", "+86", "-5", "@某人"])
def test_a_reason_that_looks_like_a_formula_stays_text(reason: str) -> None:
    cells = [cell for row in opened(with_reason(reason)).iter_rows() for cell in row if cell.value == reason]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]


def test_a_long_reason_gets_rows_enough_to_be_seen() -> None:
    sheet = opened(with_reason("情况说明附后，" * 400))
    (start,) = [
        cell.row for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("情况说明附后，情况")
    ]
    (area,) = [each for each in sheet.merged_cells.ranges if each.min_row == start and each.max_col == 4]
    heights = [sheet.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1)]
    assert sum(heights) > 2800 / 13 * 10.5
    assert max(heights) <= TALLEST_ROW


def test_a_text_longer_than_a_cell_does_not_spoil_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(check_sheet_excel_bytes(with_reason("长" * 40_000)))
    assert OpenXmlValidator().validate(path).errors == []


def test_a_wrong_thing_is_marked() -> None:
    styles = {cell.style for row in opened(BUSY).iter_rows() for cell in row if cell.value == "错"}
    assert styles == {"校核问题"}


def test_it_prints_on_upright_a4_as_wide_as_the_paper() -> None:
    setup = opened(CLEAN).page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "portrait", 1, 0)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert check_sheet_excel_bytes(BUSY) == check_sheet_excel_bytes(sheet_of(a_busy_report()))


@pytest.mark.parametrize("sheet", [CLEAN, BUSY, *(sheet_of(Report(form)) for form in FORMS)])
def test_a_validator_finds_no_error(sheet: CheckSheet, tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(check_sheet_excel_bytes(sheet))
    assert OpenXmlValidator(strict=True).validate(path).errors == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_an_empty_report_of_any_form_has_a_sheet(form: Form) -> None:
    assert len(rows(sheet_of(Report(form)))) > 20
