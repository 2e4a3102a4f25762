"""What is exported and read back is the same report, whatever it holds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exporters.excel import excel_bytes
from exporters.word import word_bytes
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
    path.write_bytes(word_bytes(report))
    read = read_report(path)
    assert content_of(read.report) == content_of(report)
    assert read.notes.unplaced == ()


@MANY
@given(report=reports())
def test_a_workbook_read_back_is_the_same_report(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(excel_bytes(report))
    read = read_report(path)
    assert content_of(read.report) == content_of(report)
    assert read.notes.unplaced == ()


@pytest.mark.parametrize("render", [word_bytes, excel_bytes])
@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(report=reports(known_forms()["zfxxgk-2019"]))
def test_the_older_form_comes_back_as_itself(report: Report, tmp_path: Path, render) -> None:  # noqa: ANN001
    path = tmp_path / "report"
    path.write_bytes(render(report))
    assert content_of(read_report(path).report) == content_of(report)
