"""The workbook read back cell by cell: texts, labels, figures, remarks."""

from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import excel_bytes
from exporters.excel_formulas import GRID_TOP, address
from exporters.excel_words import sheet_title
from models.cell_value import BLANK, Number, Unreadable
from models.form import Form, Table
from models.form_file import current_form, known_forms
from models.report import Edit, Report
from models.texts import paragraphs
from tests.builders import a_full_report, a_report, third_form
from tests.strategies import reports

FORMS = [*known_forms().values(), third_form()]


def opened(report: Report, *, results: bool = False) -> Workbook:
    return load_workbook(BytesIO(excel_bytes(report)), data_only=results)


def grid_labels(sheet: Worksheet, table: Table) -> dict[str, object]:
    return {address(label.place): sheet[address(label.place)].value for label in table.labels}


def column_a(sheet: Worksheet) -> list[str]:
    """Return the lines of the text without their indents."""
    return [str(row[0].value).strip() for row in sheet.iter_rows(max_col=1) if row[0].value is not None]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_running_text_comes_first_then_a_sheet_for_each_table_then_the_findings(form: Form) -> None:
    assert opened(a_report(form=form)).sheetnames == ["正文", *(table.name for table in form.tables), "问题清单"]


def test_the_report_alone_has_no_sheets_of_the_office() -> None:
    workbook = load_workbook(BytesIO(excel_bytes(a_full_report(), checks=None)))
    assert workbook.sheetnames == ["正文", "表二", "表三", "表四"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_each_label_stands_in_its_statutory_place(form: Form) -> None:
    workbook = opened(a_report(form=form))
    for table in form.tables:
        expected = {address(label.place): label.label.text or None for label in table.labels}
        assert grid_labels(workbook[table.name], table) == expected


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_header_stub_and_wide_figures_are_merged_as_in_the_form(form: Form) -> None:
    workbook = opened(a_report(form=form))
    for table in form.tables:
        places = [each.place for each in (*table.labels, *table.cells.values())]
        wide = {address(place) for place in places if place.row_span * place.column_span > 1}
        bottom = GRID_TOP + table.row_count
        merged = workbook[table.name].merged_cells.ranges
        on_grid = (each for each in merged if GRID_TOP <= each.min_row < bottom and each.min_col <= table.column_count)
        assert {each.coord.partition(":")[0] for each in on_grid} == wide


def test_the_section_title_stands_above_the_grid() -> None:
    sheet = opened(a_report())["表三"]
    assert [sheet["A1"].value, sheet["A2"].value] == ["三、收到和处理政府信息公开申请情况", None]


def test_the_title_takes_two_lines_of_column_a() -> None:
    sheet = opened(a_report(agency="某某县人民政府", year=2024))["正文"]
    assert column_a(sheet)[:2] == ["某某县人民政府", "2024年政府信息公开工作年度报告"]


def test_each_paragraph_takes_a_row_below_its_heading() -> None:
    sheet = opened(a_report(texts={"overview": "第一段。\n\n　　第二段。"}))["正文"]
    lines = column_a(sheet)
    start = lines.index("一、总体情况")
    assert lines[start : start + 3] == ["一、总体情况", "第一段。", "第二段。"]
    shown = column_a(opened(a_report(), results=True)["正文"])
    assert shown[shown.index("一、总体情况") + 1] == "二、主动公开政府信息情况"


def test_each_paragraph_is_indented_by_two_characters_and_no_heading_is() -> None:
    values = [cell.value for (cell,) in opened(a_report(texts={"overview": "（一）主动公开\n按时公开。"}))["正文"]]
    start = values.index("一、总体情况")
    assert values[start + 1 : start + 3] == ["　　（一）主动公开", "　　按时公开。"]


def test_a_heading_of_a_table_leads_to_its_sheet_in_the_colour_of_all_headings() -> None:
    sheet = opened(a_report())["正文"]
    headings = [cell for (cell,) in sheet if str(cell.value).startswith("=")]
    assert headings[0].value == """=HYPERLINK("#'表二'!A1","二、主动公开政府信息情况")"""
    assert ["'表二'!A1" in headings[0].value, "'表三'!A1" in headings[1].value, len(headings)] == [True, True, 3]
    assert not [cell for (cell,) in sheet if cell.hyperlink]
    assert {cell.style for cell in headings} == {"年报章节"}


# ── pages of the text ───────────────────────────────────────────────────

LONG = "全年依法依规推进政府信息公开，按时办结全部申请。" * 5


@pytest.mark.parametrize("count", range(1, 12))
def test_no_heading_stands_alone_at_the_end_of_a_page(count: int) -> None:
    texts = {"overview": "\n".join([LONG] * count + ["（一）主动公开", "1.公开平台", LONG]), "problems": LONG}
    sheet = opened(a_report(texts=texts))["正文"]
    last = [str(sheet.cell(each.id, 1).value).strip() for each in sheet.row_breaks.brk]
    assert not {"一、总体情况", "（一）主动公开", "1.公开平台", "五、存在的主要问题及改进情况"} & {*last}


def test_no_page_of_the_text_is_longer_than_the_paper() -> None:
    sheet = opened(a_report(texts=dict.fromkeys(current_form().text_sections, "\n".join([LONG] * 9))))["正文"]
    edges = [0, *(each.id for each in sheet.row_breaks.brk), sheet.max_row]
    heights = [sum(sheet.row_dimensions[row + 1].height for row in range(*page)) for page in pairwise(edges)]
    assert max(heights) <= 728
    assert min(heights[:-1]) >= 500


def test_the_text_is_not_scaled_for_that_would_undo_its_page_breaks() -> None:
    assert not opened(a_report())["正文"].sheet_properties.pageSetUpPr.fitToPage


def test_a_report_without_agency_and_year_has_a_title_of_one_line() -> None:
    assert column_a(opened(a_report(agency="", year=None))["正文"])[:2] == ["政府信息公开工作年度报告", "一、总体情况"]


@pytest.mark.parametrize("year", [0, 1, 9999, 10000])
def test_an_impossible_year_does_not_stop_the_export(year: int) -> None:
    assert opened(a_report(year=year)).sheetnames


def test_a_paragraph_longer_than_a_cell_goes_on_in_the_next_column() -> None:
    text = "段" + "🙂" * 16400 + "尾"
    sheet = opened(a_report(texts={"overview": text}))["正文"]
    row = column_a(sheet).index("段" + "🙂" * 16382) + 1
    assert sheet.cell(row, 1).value + sheet.cell(row, 2).value == "　　" + text


def test_a_long_paragraph_gets_rows_enough_to_be_seen() -> None:
    sheet = opened(a_report(texts={"overview": "很长的一段话。" * 400}))["正文"]
    (merged,) = sheet.merged_cells.ranges
    heights = [sheet.row_dimensions[row].height for row in range(merged.min_row, merged.max_row + 1)]
    assert sum(heights) > 1100
    assert max(heights) < 409


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@某人", "#N/A"])
def test_a_paragraph_that_looks_like_a_formula_stays_text(text: str) -> None:
    sheet = opened(a_report(agency="", texts={"preamble": text}))["正文"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("　　" + text, "s")


def test_an_unreadable_entry_stays_text_even_when_edited() -> None:
    report = a_report()
    report.apply(Edit(cells={"requests/received/research": Unreadable("=约3件")}))
    cell = opened(report)["表三"]["F6"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=约3件", "s", True)


def test_a_text_that_looks_like_an_escape_stays_itself() -> None:
    assert "编号_x0041_" in column_a(opened(a_report(texts={"overview": "编号_x0041_"}))["正文"])


def test_characters_that_no_document_holds_are_left_out() -> None:
    sheet = opened(a_report(agency="某\x00某\ufffe县\x1b\n政府"))["正文"]
    assert sheet["A1"].value == "某某县 政府"


@pytest.mark.parametrize(
    ("typed", "value", "number_format"),
    [
        ("5", 5, "0"),
        ("5.00", 5, "0.00"),
        ("96171.6", 96171.6, "0.0"),
        ("0.000001", 0.000001, "0.000000"),
        ("123456789012345", 123456789012345, "0"),
        ("/", "/", "General"),
        ("", None, "General"),
    ],
)
def test_a_figure_shows_exactly_what_was_typed(typed: str, value: object, number_format: str) -> None:
    cell = opened(a_report({"proactive/fees/amount": typed}))["表二"]["B16"]
    assert (cell.value, cell.number_format) == (value, number_format)


def test_numbers_are_written_as_exact_text() -> None:
    with ZipFile(BytesIO(excel_bytes(a_report({"proactive/fees/amount": "9007.19925474099"})))) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "<v>9007.19925474099</v>" in sheet


def test_a_total_beyond_the_digits_of_a_float_is_cached_exactly() -> None:
    big = "999999999999999"
    report = a_report({f"requests/received/{name}": big for name in ("natural_person", "commercial", "research")})
    assert opened(report, results=True)["表三"]["J6"].value == 2999999999999997


def test_a_remark_is_the_comment_of_its_cell() -> None:
    report = a_report({"proactive/normative_documents/in_force": "22（其中修订16件）"})
    cell = opened(report)["表二"]["D6"]
    assert (cell.value, cell.comment.text) == (22, "其中修订16件")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("251000（元）", '0"（元）"'),
        ("25.10（万元）", '0.00"（万元）"'),
        ("22（其中本年修订16件，另有6件正在按程序征求意见）", "0"),
        ('22（称"老旧"）', "0"),
        ("22", "0"),
    ],
)
def test_a_short_remark_is_shown_behind_its_figure(typed: str, shown: str) -> None:
    cell = opened(a_report({"proactive/normative_documents/in_force": typed}))["表二"]["D6"]
    assert (cell.number_format, cell.data_type) == (shown, "n")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_total_can_be_read_without_recalculating(form: Form) -> None:
    report = a_report({name: str(number) for number, name in enumerate(form.typed_cells, 3)}, form=form)
    workbook = opened(report, results=True)
    read = {
        name: workbook[sheet_title(table.name)][address(cell.place)].value
        for table in form.tables
        for name, cell in table.cells.items()
        if name in form.sums
    }
    assert read == {name: int(report.number(name)) for name in form.sums}


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(report=reports())
def test_every_cell_remark_and_paragraph_of_any_report_comes_back(report: Report) -> None:
    workbook = opened(report, results=True)
    for table in report.form.tables:
        for name, cell in table.cells.items():
            found, value = workbook[table.name][address(cell.place)], report.value(name)
            assert (found.comment.text if found.comment else "") == report.remark(name)
            if isinstance(value, Number):
                decimals = len(found.number_format.partition('"')[0].partition(".")[2])
                assert f"{Decimal(repr(found.value)):.{decimals}f}" == str(value)
            else:
                assert found.value == (None if value == BLANK else str(value))
    texts = [line for key in report.form.text_sections for line in paragraphs(report.text(key))]
    printed = {section.title for section in report.form.sections}
    start = 1 + bool(report.head.agency)
    assert [line for line in column_a(workbook["正文"])[start:] if line not in printed] == [
        line for line in texts if line not in printed
    ]
