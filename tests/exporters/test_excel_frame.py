"""The frame of the workbook: what may be typed, what is marked, how it prints, and that the file is in order."""

import os
import re
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openxml_audit import OpenXmlValidator

from exporters.excel import excel_bytes
from exporters.excel_formulas import GRID_TOP, address
from models.cell_value import read_value
from models.form import Form
from models.form_file import current_form, known_forms
from models.report import Edit, LastYear, Report
from tests.builders import a_report, third_form
from tests.exporters.workbooks import compared_report

FORMS = [*known_forms().values(), third_form()]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


def opened(report: Report) -> Workbook:
    return load_workbook(BytesIO(excel_bytes(report)))


def part(report: Report, name: str) -> etree._Element:
    with ZipFile(BytesIO(excel_bytes(report))) as archive:
        return etree.fromstring(archive.read(name))


@each_form
def test_every_cell_of_a_grid_has_a_frame(form: Form) -> None:
    styles = part(a_report(form=form), "xl/styles.xml").find(f"{MAIN}cellXfs")
    for number, table in enumerate(form.tables, 2):
        rows = part(a_report(form=form), f"xl/worksheets/sheet{number}.xml").findall(f".//{MAIN}row")
        for row in rows[GRID_TOP - 1 : GRID_TOP - 1 + table.row_count]:
            frames = [styles[int(cell.get("s"))].get("borderId") for cell in row[: table.column_count]]
            assert len(frames) == table.column_count
            assert "0" not in frames


@each_form
def test_column_widths_are_proportional_to_the_forms(form: Form) -> None:
    workbook = opened(a_report(form=form))
    for table in form.tables:
        columns = workbook[table.name].column_dimensions
        units = {round(columns[c].width / w, 1) for c, w in zip("ABCDEFGHIJKLMNO", table.widths, strict=False)}
        assert len(units) == 1


@each_form
def test_each_typed_cell_is_validated_once_and_no_total(form: Form) -> None:
    workbook = opened(a_report(form=form))
    for table in form.tables:
        rules = workbook[table.name].data_validations.dataValidation
        places = [table.cells[name].place for name in table.typed_cells]
        cells = [cell for rule in rules for block in rule.sqref.ranges for cell in block.cells]
        assert sorted(cells) == sorted((place.row + GRID_TOP, place.column + 1) for place in places)


@each_form
def test_typed_cells_are_open_and_everything_else_on_a_table_is_locked(form: Form) -> None:
    workbook = opened(a_report(dict.fromkeys(form.typed_cells, "1"), form=form))
    for table in form.tables:
        sheet = workbook[table.name]
        typed = {address(table.cells[name].place) for name in table.typed_cells}
        cells = [cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell)]
        assert {cell.coordinate for cell in cells if not cell.protection.locked} == typed
        assert sheet.protection.sheet


def test_nothing_that_is_locked_needs_a_password_or_hinders_selecting_and_widening() -> None:
    protection = opened(a_report())["表三"].protection
    assert (protection.password, protection.hashValue) == (None, None)
    assert not any(
        (
            protection.formatRows,
            protection.formatColumns,
            protection.selectLockedCells,
            protection.selectUnlockedCells,
            protection.objects,
        )
    )


def test_running_text_and_the_sheets_of_the_office_are_not_locked() -> None:
    workbook = opened(compared_report())
    assert not [name for name in ("正文", "问题清单", "与上年对比", "图表") if workbook[name].protection.sheet]


def test_a_refused_entry_is_told_what_to_do() -> None:
    (rule, *_) = opened(a_report())["表三"].data_validations.dataValidation
    assert (rule.errorStyle, rule.allowBlank) == ("stop", True)
    assert rule.error == "此格应填 0 或正整数，不超过 15 位；没有发生的填 0，不适用的填“/”，说明请写在批注中。"


def test_the_grid_scrolls_under_its_header_and_stub() -> None:
    workbook = opened(a_report())
    assert [workbook[name].freeze_panes for name in ("表二", "表三", "表四")] == [None, "D6", "A6"]


def test_tables_print_on_a_page_of_their_shape_with_remarks_at_the_end() -> None:
    workbook = opened(a_report())
    setups = [workbook[name].page_setup for name in ("表二", "表三", "表四")]
    assert [setup.orientation for setup in setups] == ["portrait", "portrait", "landscape"]
    assert {(setup.paperSize, setup.fitToWidth, setup.fitToHeight, setup.cellComments) for setup in setups} == {
        (9, 1, 1, "atEnd")
    }


def test_the_header_is_repeated_on_every_page() -> None:
    workbook = opened(compared_report())
    titles = {name: workbook[name].print_title_rows for name in ("表三", "问题清单", "与上年对比")}
    assert titles == {"表三": "$3:$5", "问题清单": "$3:$3", "与上年对比": "$3:$3"}


def test_the_sheets_of_the_office_are_as_wide_as_the_paper() -> None:
    workbook = opened(compared_report())
    setups = {name: workbook[name].page_setup for name in ("问题清单", "与上年对比", "图表")}
    assert {name: setup.orientation for name, setup in setups.items()} == {
        "问题清单": "landscape",
        "与上年对比": "portrait",
        "图表": "portrait",
    }
    assert {(setup.paperSize, setup.fitToWidth) for setup in setups.values()} == {(9, 1)}


def test_the_head_of_a_page_keeps_within_what_a_workbook_allows() -> None:
    head = part(a_report(agency="某&" * 200), "xl/worksheets/sheet2.xml").findtext(f".//{MAIN}oddHeader")
    assert head is not None
    assert len(head) <= 255


def test_the_workbook_says_whose_it_is() -> None:
    properties = opened(a_report(agency="某某县人民政府", year=2024)).properties
    assert (properties.title, properties.creator) == (
        "某某县人民政府2024年政府信息公开工作年度报告",
        "某某县人民政府",
    )
    assert properties.created == properties.modified == datetime(2024, 12, 31)  # noqa: DTZ001


def test_a_workbook_has_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib; from exporters.excel import excel_bytes\n"
        "from tests.exporters.workbooks import compared_report\n"
        "report = compared_report({'requests/granted/other': '1（注）'})\n"
        "print(hashlib.sha256(excel_bytes(report)).hexdigest())"
    )
    made = {
        subprocess.check_output([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in "12"
    }
    assert len(made) == 1


def test_the_order_of_edits_leaves_no_trace() -> None:
    made = []
    for names in (current_form().typed_cells, reversed(current_form().typed_cells)):
        report = a_report()
        for name in names:
            report.apply(Edit(cells={name: read_value("3")}, remarks={name: "注"}))
        made.append(excel_bytes(report))
    assert made[0] == made[1]


def test_no_date_of_today_is_in_the_file() -> None:
    with ZipFile(BytesIO(excel_bytes(compared_report()))) as archive:
        dates = {each.date_time for each in archive.infolist()}
        stamps = set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", archive.read("docProps/core.xml").decode()))
    assert (dates, stamps) == ({(1980, 1, 1, 0, 0, 0)}, {"2024-12-31T00:00:00"})


@each_form
def test_a_validator_finds_no_error(form: Form, tmp_path: Path) -> None:
    remarks = dict.fromkeys(list(form.cells)[:5], "注明")
    report = a_report(dict.fromkeys(form.typed_cells, "3.50"), form=form)
    report.apply(Edit(remarks=remarks, last_year=LastYear(2023, {name: report.value(name) for name in form.cells})))
    (tmp_path / "report.xlsx").write_bytes(excel_bytes(report))
    assert load_workbook(tmp_path / "report.xlsx").sheetnames[-3:] == ["问题清单", "与上年对比", "图表"]
    assert OpenXmlValidator().validate(tmp_path / "report.xlsx").errors == []
