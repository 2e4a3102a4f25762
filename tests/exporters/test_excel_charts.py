"""The sheet 图表: native charts of the form's declaration, drawn from cells that follow the tables."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from exporters.excel import excel_bytes
from models.form import Form
from models.form_file import current_form, known_forms
from models.report import Edit, Head, Report
from tests.builders import a_report, third_form
from tests.exporters.workbooks import compared_report, with_last_year

FORMS = [*known_forms().values(), third_form()]
NAME = "图表"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def charts_of(report: Report) -> list[etree._Element]:
    with ZipFile(BytesIO(excel_bytes(report))) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("xl/charts/"))
        return [etree.fromstring(archive.read(name)) for name in names]


def yearly_charts_of(report: Report) -> list[etree._Element]:
    return [chart for chart in charts_of(report) if len(chart.findall(f".//{CHART}ser")) > 1]


def titles_of(report: Report) -> list[str]:
    return ["".join(chart.find(f".//{CHART}title").itertext(f"{DRAWING}t")) for chart in charts_of(report)]


def opened(report: Report) -> Workbook:
    return load_workbook(BytesIO(excel_bytes(report)), data_only=True)


def cells_of(workbook: Workbook, reference: str) -> list[object]:
    title, _, cells = reference.rpartition("!")
    left, top, right, bottom = range_boundaries(cells)
    rows = workbook[title.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in rows for value in row]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_the_forms_charts_are_drawn_in_its_order(form: Form) -> None:
    titles = [f"{chart.title}（单位：{chart.unit}）" for chart in form.charts]
    assert titles_of(compared_report(form=form)) == titles


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_what_a_chart_shows_is_what_its_cells_hold(form: Form) -> None:
    report = compared_report(form=form)
    workbook = opened(report)
    for chart in charts_of(report):
        for source in (*chart.iter(f"{CHART}strRef"), *chart.iter(f"{CHART}numRef")):
            kept = [value.text for value in source.iter(f"{CHART}v")]
            assert kept == [str(value) for value in cells_of(workbook, source.findtext(f"{CHART}f"))]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_the_figures_follow_the_tables(form: Form) -> None:
    sheet = load_workbook(BytesIO(excel_bytes(compared_report(form=form))))[NAME]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) == sum(len(chart.items) for chart in form.charts)
    assert all(str(formula).startswith("=SUM('") for formula in formulas)


def test_the_parts_of_the_outcomes_are_their_total() -> None:
    report = compared_report()
    sheet = opened(report)[NAME]
    outcomes = [sheet.cell(row, 2).value for row in range(4, 10)]
    assert sum(outcomes) == report.totals["requests/processed/total"]


def test_a_yearly_chart_has_last_year_first_and_both_years_named() -> None:
    chart, _ = yearly_charts_of(compared_report())
    names = [series.findtext(f"{CHART}tx//{CHART}v") for series in chart.iter(f"{CHART}ser")]
    assert names == ["2023年", "2024年"]


def test_no_chart_is_printed_over_two_pages() -> None:
    sheet = load_workbook(BytesIO(excel_bytes(compared_report())))[NAME]
    breaks = [each.id for each in sheet.row_breaks.brk]
    covered = [range(chart.anchor._from.row, chart.anchor.to.row) for chart in sheet._charts]
    assert len(breaks) == 1
    assert not [each for each in breaks for rows in covered if each in rows]


def test_charts_that_fit_on_one_page_are_fitted_to_it() -> None:
    sheet = load_workbook(BytesIO(excel_bytes(compared_report(form=third_form()))))[NAME]
    assert not sheet.row_breaks.brk
    assert sheet.page_setup.fitToHeight == 1


def test_without_last_years_figures_only_this_years_are_drawn() -> None:
    report = a_report({"requests/received/commercial": "3", "requests/granted/commercial": "3"})
    assert titles_of(report) == ["政府信息公开申请办理结果（单位：件）", "政府信息公开申请人构成（单位：件）"]


def test_a_chart_of_nothing_is_not_drawn() -> None:
    report = a_report({"requests/received/commercial": "3", "requests/granted/commercial": "0"})
    assert titles_of(report) == ["政府信息公开申请人构成（单位：件）"]
    assert NAME not in opened(a_report()).sheetnames


def test_last_years_figure_that_is_not_known_has_no_bar() -> None:
    report = with_last_year(a_report({"requests/received/commercial": "3"}), {"requests/received/total": "2"})
    (chart,) = yearly_charts_of(report)
    last = chart.find(f".//{CHART}ser/{CHART}val")
    assert [value.text for value in last.iter(f"{CHART}v")] == ["2"]


def test_a_report_without_a_year_names_the_years_all_the_same() -> None:
    report = compared_report()
    report.apply(Edit(head=Head("某某市人民政府")))
    assert {"上年", "本年"} <= {str(cell.value) for row in opened(report)[NAME].iter_rows() for cell in row}


def test_every_text_of_a_chart_has_a_chinese_font() -> None:
    for chart in charts_of(compared_report()):
        fonts = [element.get("typeface") for element in chart.iter(f"{DRAWING}ea", f"{DRAWING}latin")]
        assert {*fonts} == {"宋体", "黑体"}


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_names_that_begin_like_formulas_stay_texts(mark: str) -> None:
    form = current_form()
    cells = form.charts[0].items["予以公开"]
    chart = replace(form.charts[0], title=f"{mark}1+1", items={f"{mark}甲": cells})
    report = a_report({"requests/granted/other": "2"}, form=replace(form, charts=(chart,)))
    assert titles_of(report) == [f"{mark}1+1（单位：件）"]
    cell = load_workbook(BytesIO(excel_bytes(report)))[NAME]["A4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (f"{mark}甲", "s", True)
