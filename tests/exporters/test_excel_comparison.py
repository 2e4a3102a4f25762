"""The sheet 与上年对比: every figure beside last year's, with change and rate as formulas that carry their results."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import excel_bytes
from models.form import Form
from models.form_file import known_forms
from models.report import Edit, LastYear, Report
from tests.builders import a_report, third_form
from tests.exporters.workbooks import compared_report, with_last_year

FORMS = [*known_forms().values(), third_form()]
NAME = "与上年对比"
CELL = "requests/received/commercial"
ROW = ("一、本年新收", "商业企业")
TOTAL = ("一、本年新收", "总计")


def sheets_of(report: Report) -> tuple[Worksheet, Worksheet]:
    """Return the sheet with its formulas, and with their results."""
    content = excel_bytes(report)
    formulas, results = (load_workbook(BytesIO(content), data_only=only)[NAME] for only in (False, True))
    return formulas, results


def row_of(sheet: Worksheet, names: tuple[str, str]) -> list[object]:
    (row,) = [row for row in rows_of(sheet) if row[:2] == names]
    return list(row[2:])


def rows_of(sheet: Worksheet) -> list[tuple[object, ...]]:
    """Return the rows of figures, each with the name that it shares with others."""
    rows: list[tuple[object, ...]] = []
    for name, *others in sheet.iter_rows(min_row=4, values_only=True):
        rows.append((rows[-1][0] if name is None else name, *others))
    return rows


def names_in(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [row[:2] for row in rows_of(sheet)]


def figures(this: str, last: str, names: tuple[str, str] = ROW) -> list[object]:
    report = with_last_year(a_report({CELL: this}), {CELL: last} if last else {"requests/granted/other": "1"})
    return row_of(sheets_of(report)[1], names)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_figure_stands_in_the_order_of_the_form_below_its_tables_title(form: Form) -> None:
    _, results = sheets_of(compared_report(form=form))
    rows = list(results.iter_rows(min_row=4, values_only=True))
    expected: list[object] = []
    report = compared_report(form=form)
    for table in form.tables:
        expected += [form.section(table.key).title, *(float(report.number(name)) for name in table.cells)]
    assert [row[0] if row[2] is None else row[2] for row in rows] == expected


@pytest.mark.parametrize(
    ("this", "last", "expected"),
    [
        ("12", "10", [12, 10, 2, 20]),
        ("10", "12", [10, 12, -2, -16.7]),
        ("10", "10", [10, 10, 0, 0]),
        ("5", "0", [5, 0, 5, "—"]),
        ("", "10", [None, 10, None, None]),
        ("5", "", [5, None, None, None]),
        ("/", "10", ["/", 10, -10, -100]),
        ("5", "/", [5, "/", 5, "—"]),
        ("约3件", "10", ["约3件", 10, None, None]),
    ],
)
def test_change_and_rate_are_in_the_file(this: str, last: str, expected: list[object]) -> None:
    assert [value or None if value == "" else value for value in figures(this, last)] == expected


def test_a_total_of_nothing_is_not_taken_for_zero() -> None:
    report = with_last_year(a_report(), {"requests/received/total": "10"})
    assert row_of(sheets_of(report)[1], TOTAL) == [None, 10, None, None]


def test_this_years_figures_follow_the_tables() -> None:
    formulas, _ = sheets_of(compared_report())
    assert row_of(formulas, ROW)[0] == "=IF('表三'!E6=\"\",\"\",'表三'!E6)"
    total = row_of(formulas, TOTAL)[0]
    assert total == "=IF(COUNT('表三'!D6:I6)+COUNTIF('表三'!D6:I6,\"/\")=0,\"\",'表三'!J6)"


def test_a_total_of_totals_looks_at_the_cells_that_were_typed() -> None:
    formulas, _ = sheets_of(compared_report())
    assert "COUNT('表三'!D8:I28)" in str(row_of(formulas, ("（七）总计", "总计"))[0])


def test_a_column_of_several_labels_is_named_by_all_of_them() -> None:
    _, results = sheets_of(compared_report())
    names = names_in(results)
    assert ("行政诉讼·未经复议直接起诉", "结果维持") in names
    assert ("行政事业性收费", "本年收费金额（万元）") in names


@pytest.mark.parametrize(("this", "last"), [("0", "0"), ("", "0"), ("/", ""), ("0", "/")])
def test_what_is_nothing_in_both_years_is_left_out(this: str, last: str) -> None:
    report = with_last_year(a_report({CELL: this}), {CELL: last, "requests/granted/other": "1"})
    formulas, _ = sheets_of(report)
    assert names_in(formulas) == [
        ("二、主动公开政府信息情况", None),
        ("两年都是 0 或没有数。", None),
        ("三、收到和处理政府信息公开申请情况", None),
        ("（一）予以公开", "其他"),
        ("四、政府信息公开行政复议、行政诉讼情况", None),
        ("两年都是 0 或没有数。", None),
    ]
    assert "两年都是 0 或没有数的不列" in str(formulas["A2"].value)


def test_a_name_stands_once_beside_all_its_figures() -> None:
    formulas, _ = sheets_of(compared_report())
    (cell,) = [cell for (cell,) in formulas.iter_rows(max_col=1) if cell.value == "一、本年新收"]
    (merged,) = [each for each in formulas.merged_cells.ranges if cell.coordinate in each]
    assert merged.size == {"rows": 7, "columns": 1}


def test_totals_are_bold() -> None:
    formulas, _ = sheets_of(compared_report())
    looks = zip(names_in(formulas), formulas.iter_rows(min_row=4, min_col=3), strict=True)
    bold = {names for names, figures in looks if all(cell.font.b for cell in figures)}
    assert {TOTAL, ("（七）总计", "商业企业"), ("行政复议", "总计")} <= bold
    assert ROW not in bold


def test_the_longest_change_is_not_shrunk() -> None:
    formulas, _ = sheets_of(compared_report())
    assert formulas.column_dimensions["E"].width >= len("+13464.0129")


def test_a_page_begins_with_a_name() -> None:
    formulas, _ = sheets_of(compared_report())
    breaks = [each.id for each in formulas.row_breaks.brk]
    assert breaks
    assert all(formulas.cell(row + 1, 1).value for row in breaks)


@pytest.mark.parametrize(
    "last",
    [None, LastYear(), LastYear(2023, texts={"overview": "上年。"}), LastYear(2022, {CELL: a_report().value(CELL)})],
)
def test_without_last_years_figures_there_is_no_such_sheet(last: LastYear | None) -> None:
    report = a_report({CELL: "5"})
    report.apply(Edit(last_year=last))
    assert NAME not in load_workbook(BytesIO(excel_bytes(report))).sheetnames


def test_the_sheet_says_where_last_years_figures_are_from() -> None:
    formulas, _ = sheets_of(compared_report())
    note = str(formulas["A2"].value)
    assert note.startswith("核对用表，不属于年度报告。")
    assert "2023年报告" in note


def test_figures_of_an_older_form_are_said_to_be() -> None:
    report = a_report({CELL: "5"})
    report.apply(Edit(last_year=LastYear(2023, {CELL: report.value(CELL)}, form="zfxxgk-2019")))
    assert "较早的格式" in str(sheets_of(report)[0]["A2"].value)


def test_the_header_stays_in_view() -> None:
    formulas, _ = sheets_of(compared_report())
    assert formulas.freeze_panes == "A4"
