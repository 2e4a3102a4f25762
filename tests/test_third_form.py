"""A form that no line of the program knows goes through every layer from its TOML alone."""

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtWidgets import QApplication

from exporters.excel import excel_bytes
from exporters.word import word_bytes
from importers.reader import read_report
from models.checks import find_problems
from models.new_year import start_new_year
from models.report import Edit, Report
from tests.builders import a_report, content_of, third_form
from tests.strategies import reports
from ui.document import Document
from ui.grid.header import header_labels, stub_labels
from ui.grid.model import GridModel
from ui.grid.view import GridView

FORM = third_form()
LENT = {
    "lending/lent/adults": "7",
    "lending/lent/children": "5",
    "lending/returned/adults": "4",
    "lending/lost/adults": "1",
    "lending/returned/children": "5",
    "lending/still_out/adults": "2",
}


def lending(cells: dict[str, str] | None = None) -> Report:
    return a_report(LENT | (cells or {}), form=FORM, agency="某某图书馆")


def test_its_totals_are_derived() -> None:
    assert str(lending().value("lending/settled/total")) == "10"


def test_its_balance_is_checked() -> None:
    findings = find_problems(lending({"lending/lent/adults": "8"}))
    assert [f.message for f in findings if f.code == "balance"] == [
        "成人：一(8)＝8，（三）(5)＋三(2)＝7，差 1",
        "小计：一(13)＝13，（三）(10)＋三(2)＝12，差 1",
    ]


def test_its_figures_are_carried_over() -> None:
    assert str(start_new_year(lending(), FORM).value("lending/lent/adults")) == "2"


@pytest.mark.usefixtures("qapp")
def test_its_grid_has_header_stub_and_figures() -> None:
    table = FORM.table("lending")
    model = GridModel(Document(lending()), table)
    assert (model.rowCount(), model.columnCount()) == (5, 3)
    assert [label.label.text for label in header_labels(table)] == ["读者", "成人", "少儿", "小计"]
    assert [label.label.text for label in stub_labels(table)][1] == "二、去向"
    assert model.index_of("lending/settled/total").data() == "10"


def test_its_grid_is_typed_into(qapp: QApplication) -> None:
    document = Document(lending())
    view = GridView(document, FORM.table("stock"))
    view.show()
    view.grid.setData(view.grid.index_of("stock/public/money"), "3.50")
    qapp.processEvents()
    assert str(document.report.value("stock/public/money")) == "3.50"


def test_its_word_tables_have_its_labels_and_figures() -> None:
    tables = docx.Document(BytesIO(word_bytes(lending()))).tables
    assert [len(table.columns) for table in tables] == [5, 3]
    assert [cell.text for cell in tables[0].rows[2].cells][-3:] == ["7", "5", "12"]


def test_its_workbook_computes_its_totals(tmp_path: Path) -> None:
    (tmp_path / "third.xlsx").write_bytes(excel_bytes(lending()))
    formulas = openpyxl.load_workbook(tmp_path / "third.xlsx")["表一"]
    values = openpyxl.load_workbook(tmp_path / "third.xlsx", data_only=True)["表一"]
    totals = [cell.coordinate for row in formulas for cell in row if str(cell.value).startswith("=SUM")]
    assert len(totals) >= len(FORM.totals)
    assert all(values[coordinate].value is not None for coordinate in totals)


@pytest.mark.parametrize("render", [word_bytes, excel_bytes])
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
@given(report=reports(FORM))
def test_its_documents_are_read_back_without_a_difference(report: Report, tmp_path: Path, render) -> None:  # noqa: ANN001
    path = tmp_path / "third"
    path.write_bytes(render(report))
    assert content_of(read_report(path, {FORM.key: FORM}).report) == content_of(report)


def test_remarks_with_a_bracket_too_many_stay_beside_each_other(tmp_path: Path) -> None:
    remarks = {"lending/lent/adults": "0)", "lending/lent/children": "0)"}
    (tmp_path / "third.docx").write_bytes(word_bytes(Report.filled(FORM, Edit(remarks=remarks))))
    assert read_report(tmp_path / "third.docx", {FORM.key: FORM}).report.remarks == remarks
