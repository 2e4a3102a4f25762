"""The Word file with everything in it, read by the importer, by python-docx and through LibreOffice."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from exporters.word import word_bytes
from importers.outcomes import Kind
from importers.reader import ReadReport, read_report
from models.cell_value import Entry
from models.form import Form
from models.form_file import current_form, known_forms
from models.report import Edit, Report
from tests.builders import a_full_report, a_report, clean_texts, content_of, third_form
from tests.check_sheets import everything
from tests.office import convert

DAY = date(2025, 1, 20)
LONG_NAME = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗住房和城乡建设局（人民防空办公室、地震局）"
NUMBERED = {name: str(number) for number, name in enumerate(current_form().typed_cells, 1)} | {
    "proactive/fees/amount": "0.4560",
    "proactive/regulations/repealed": "22（其中修订16件）",
}
FORMS = {form.key: form for form in [*known_forms().values(), third_form()]}


def a_signed_report(day: date | None = DAY, **others: object) -> Report:
    report = a_full_report(NUMBERED, texts=clean_texts(), **others)
    report.apply(Edit(head=replace(report.head, signed_on=day)))
    return report


def read_back(report: Report, folder: Path) -> ReadReport:
    path = folder / "report.docx"
    path.write_bytes(word_bytes(report, None, everything(report)))
    return read_report(path, FORMS)


@pytest.mark.parametrize("agency", ["某某市人民政府", LONG_NAME])
def test_the_importer_reads_the_same_report(agency: str, tmp_path: Path) -> None:
    report = a_signed_report(agency=agency)
    read = read_back(report, tmp_path)

    assert content_of(read.report) == content_of(report)
    assert read.report.head.signed_on == DAY
    assert read.notes.sentences == ()


@pytest.mark.parametrize("agency", ["某某市人民政府", LONG_NAME, ""])
def test_a_signature_without_a_date_is_read_as_none(agency: str, tmp_path: Path) -> None:
    report = a_signed_report(None, agency=agency)
    read = read_back(report, tmp_path)

    assert content_of(read.report) == content_of(report)
    assert read.report.head.signed_on is None
    assert read.notes.sentences == ()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_empty_report_of_any_form_is_read_as_itself(form: Form, tmp_path: Path) -> None:
    report = a_report(form=form)
    read = read_back(report, tmp_path)

    assert content_of(read.report) == content_of(report)
    assert read.notes.sentences == ()


def test_what_became_of_slip_sheet_and_signature_is_told(tmp_path: Path) -> None:
    kinds = [each.kind for each in read_back(a_signed_report(), tmp_path).outcomes]
    report = [kind for kind in kinds if kind is not Kind.SLIP]

    assert kinds[:2] == [Kind.SLIP, Kind.SLIP]
    assert kinds[-1] is Kind.SLIP
    assert (report[0], report[-2:]) == (Kind.TITLE, [Kind.SIGNATURE, Kind.SIGNATURE])


# ── other programs ──────────────────────────────────────────────────────


def figures(report: Report, key: str) -> list[str]:
    """Return the figures of a table row by row."""
    cells = report.form.table(key).cells
    names = sorted(cells, key=lambda name: (cells[name].place.row, cells[name].place.column))
    return [str(Entry(report.value(name), report.remark(name))) for name in names]


def test_python_docx_reads_the_same_cells() -> None:
    report = a_signed_report()
    _, *tables = docx.Document(io.BytesIO(word_bytes(report, None, everything(report)))).tables
    for table, written in zip(report.form.tables, tables, strict=False):
        rows = [[cell.text for cell in row.cells] for row in written.rows]
        places = sorted((cell.place.row, cell.place.column) for cell in table.cells.values())

        assert [rows[row][column] for row, column in places] == figures(report, table.key)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadReport]:
    folder = tmp_path_factory.mktemp("converted")
    path = folder / "report.docx"
    report = a_signed_report()
    path.write_bytes(word_bytes(report, None, everything(report)))
    made = {to: convert(path, to, folder / to) for to in ("docx", "odt")}
    return {to: read_report(each) for to, each in made.items()}


@pytest.mark.parametrize("to", ["docx", "odt"])
def test_libreoffice_saves_the_same_report(converted: dict[str, ReadReport], to: str) -> None:
    read = converted[to]

    assert content_of(read.report) == content_of(a_signed_report())
    assert read.report.head.signed_on == DAY
    assert read.notes.sentences == ()
