"""The sheet 问题清单: every finding with its level, its group, a way to its place, and who confirmed it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import excel_bytes
from models.cell_value import Unreadable
from models.checks import CHECKS, find_problems
from models.checks.dismissals import dismiss
from models.report import Edit, Report
from tests.builders import a_clean_report, a_report, a_report_that_says, third_form

HEADER_ROW = 3


def sheet_of(report: Report) -> Worksheet:
    return load_workbook(BytesIO(excel_bytes(report)))["问题清单"]


def rows_of(sheet: Worksheet) -> list[list[str | None]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER_ROW + 1)]


def targets(sheet: Worksheet) -> list[str]:
    return [cell.hyperlink.location for cell in sheet["C"] if cell.hyperlink]


def unbalanced() -> Report:
    return a_clean_report({"requests/received/natural_person": "7"})


def test_each_finding_has_a_row_with_level_group_place_and_sentence() -> None:
    assert rows_of(sheet_of(unbalanced())) == [
        ["错", "表内", "表三 D6 等 4 格", "自然人：一(7)＋二(0)＝7，三(七)(5)＋四(0)＝5，差 2", None, None],
        ["错", "表内", "表三 J6 等 4 格", "总计：一(8)＋二(0)＝8，三(七)(6)＋四(0)＝6，差 2", None, None],
    ]


def test_every_finding_of_a_report_is_listed() -> None:
    report = a_report(form=third_form())
    messages = {row[3] for row in rows_of(sheet_of(report))}
    assert messages == {finding.message for finding in find_problems(report)}


def test_the_place_of_a_figure_leads_to_its_cell() -> None:
    assert targets(sheet_of(unbalanced())) == ["'表三'!D6", "'表三'!J6"]


def test_the_place_of_words_leads_to_their_paragraph() -> None:
    report = a_report_that_says("各单位按时报送,进展顺利。")
    workbook = load_workbook(BytesIO(excel_bytes(report)))
    (target,) = targets(workbook["问题清单"])
    title, _, cell = target.partition("!")
    assert title == "'正文'"
    assert workbook["正文"][cell].value == "　　各单位按时报送,进展顺利。"


def test_what_is_missing_from_a_text_leads_to_its_heading() -> None:
    report = a_clean_report(texts={"other_matters": "没有其他需要报告的事项。"})
    workbook = load_workbook(BytesIO(excel_bytes(report)))
    (target,) = targets(workbook["问题清单"])
    assert workbook["正文"][target.partition("!")[2]].value == "六、其他需要报告的事项"


def test_grave_findings_come_first() -> None:
    report = a_clean_report({"requests/received/natural_person": "7", "proactive/fees/amount": ""})
    levels = [row[0] for row in rows_of(sheet_of(report))]
    assert levels == sorted(levels, key=["错", "疑", "提示"].index)
    assert {"错", "疑"} <= {*levels}


def test_a_confirmed_finding_stands_last_with_reason_and_name() -> None:
    report = a_clean_report({"proactive/fees/amount": "", "requests/received/natural_person": "7"})
    (blank,) = [finding for finding in find_problems(report) if finding.code == "blank"]
    report.apply(dismiss(report, blank, "本机关不收费", "张某"))
    *_, last = rows_of(sheet_of(report))
    assert (last[0], last[4:]) == ("疑", ["本机关不收费", "张某"])


def test_a_report_without_a_finding_says_so() -> None:
    assert rows_of(sheet_of(a_clean_report()))[0][0] == "没有发现问题。"


def test_a_check_that_is_off_lists_nothing() -> None:
    checks = [check for check in CHECKS if check.code != "balance"]
    sheet = load_workbook(BytesIO(excel_bytes(unbalanced(), checks)))["问题清单"]
    assert rows_of(sheet)[0][0] == "没有发现问题。"


def test_the_sheet_says_that_it_is_no_part_of_the_report() -> None:
    assert sheet_of(a_clean_report())["A2"].value.startswith("核对用表，不属于年度报告。")


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_reasons_that_begin_like_formulas_stay_texts(mark: str) -> None:
    report = a_clean_report({"proactive/fees/amount": ""})
    (blank,) = find_problems(report)
    report.apply(dismiss(report, blank, f"{mark}1+1", f"{mark}张某"))
    cells = sheet_of(report)[HEADER_ROW + 1][4:]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        (f"{mark}1+1", "s", True),
        (f"{mark}张某", "s", True),
    ]


def test_a_very_long_reason_is_kept_as_far_as_a_cell_can_hold_it() -> None:
    report = a_clean_report({"proactive/fees/amount": ""})
    report.apply(dismiss(report, find_problems(report)[0], "理由" * 20_000, "张某"))
    assert len(sheet_of(report)[HEADER_ROW + 1][4].value) == 32767


def test_an_entry_that_begins_like_a_formula_is_quoted_in_its_finding() -> None:
    report = a_clean_report()
    report.apply(Edit(cells={"requests/received/research": Unreadable("=约3件")}))
    assert any("=约3件" in str(row[3]) for row in rows_of(sheet_of(report)))
