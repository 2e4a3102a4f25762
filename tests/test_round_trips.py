"""What is exported and read back is the same report, whatever it holds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exporters.excel import export_excel
from exporters.word import export_word
from importers.reader import read_report
from models.form_file import known_forms
from models.report import Report
from tests.builders import content_of
from tests.strategies import reports

MANY = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@MANY
@given(report=reports())
def test_a_word_file_read_back_is_the_same_report(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    export_word(report, path)
    read = read_report(path)
    assert content_of(read.report) == content_of(report)
    assert read.notes.unplaced == ()


@MANY
@given(report=reports())
def test_a_workbook_read_back_is_the_same_report(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    export_excel(report, path)
    read = read_report(path)
    assert content_of(read.report) == content_of(report)
    assert read.notes.unplaced == ()


@pytest.mark.parametrize("export", [export_word, export_excel])
@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(report=reports(known_forms()["zfxxgk-2019"]))
def test_the_older_form_comes_back_as_itself(report: Report, tmp_path: Path, export) -> None:  # noqa: ANN001
    path = tmp_path / ("report" + {"export_word": ".docx", "export_excel": ".xlsx"}[export.__name__])
    export(report, path)
    assert content_of(read_report(path).report) == content_of(report)
