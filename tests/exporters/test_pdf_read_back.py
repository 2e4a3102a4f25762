"""The PDF with everything in it, read back as the report it was made of."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from exporters.pdf import pdf_bytes
from exporters.print_options import Extra, PrintOptions
from exporters.printed_report import printed_report
from exporters.typography import known_typographies
from importers.outcomes import Kind
from importers.reader import ReadReport, read_report
from models.form_file import current_form, known_forms
from models.report import Edit, Report
from storage.native_file import load_native
from tests.builders import a_clean_report, a_report, content_of, third_form
from tests.check_sheets import a_busy_report, sheet_of
from ui.print_setup import options_of

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "samples" / "sample-2024.gknb"
LONG_NAME = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗住房和城乡建设局（人民防空办公室、地震局）"
DAY = date(2025, 1, 20)
FORMS = {form.key: form for form in [*known_forms().values(), third_form()]}
EXTRAS = (Extra.DRAFT, Extra.SIGNED, Extra.APPROVAL_SLIP, Extra.CHECK_SHEET)
EVERYTHING = frozenset(EXTRAS)
CHOICES = [frozenset(some) for count in range(len(EXTRAS) + 1) for some in combinations(EXTRAS, count)]
REPORTS = {
    "busy": a_busy_report(),
    "long name": a_clean_report(agency=LONG_NAME),
    "no name": a_clean_report(agency=""),
    "no year": a_clean_report(year=None),
    "blank": Report(current_form()),
    "earlier": Report(known_forms()["zfxxgk-2019"]),
    "on one page": a_report({"lending/lent/adults": "7"}, texts={"summary": "全年平稳。"}, form=third_form()),
}
pytestmark = pytest.mark.usefixtures("qapp")


def dated(report: Report, day: date | None) -> Report:
    report.apply(Edit(head=replace(report.head, signed_on=day)))
    return report


def options(report: Report, extras: frozenset[Extra]) -> PrintOptions:
    return options_of(extras, lambda: sheet_of(report), ())


def read_back(report: Report, extras: frozenset[Extra], folder: Path, style: str = "gb") -> ReadReport:
    typography, path = known_typographies()[style], folder / "report.pdf"
    path.write_bytes(pdf_bytes(printed_report(report, typography, options(report, extras)), typography))
    return read_report(path, FORMS)


@pytest.mark.parametrize("extras", CHOICES, ids=lambda extras: "+".join(sorted(extras)) or "none")
def test_whatever_stands_beside_a_report_is_no_part_of_it(extras: frozenset[Extra], tmp_path: Path) -> None:
    report = dated(load_native(SAMPLE), DAY)
    read = read_back(report, extras, tmp_path)
    assert content_of(read.report) == content_of(report)
    assert read.report.head.signed_on == (DAY if Extra.SIGNED in extras else None)
    assert read.notes.sentences == ()


@pytest.mark.parametrize("extras", [EVERYTHING, frozenset({Extra.SIGNED})], ids=["everything", "signed"])
@pytest.mark.parametrize("day", [DAY, None], ids=["dated", "undated"])
@pytest.mark.parametrize("name", REPORTS)
def test_any_report_is_read_as_itself(name: str, day: date | None, extras: frozenset[Extra], tmp_path: Path) -> None:
    report = dated(REPORTS[name], day)
    read = read_back(report, extras, tmp_path)
    assert content_of(read.report) == content_of(report)
    assert read.report.head.signed_on == day
    assert read.notes.sentences == ()


@pytest.mark.parametrize("style", known_typographies())
def test_it_is_in_the_fonts_of_any_scheme(style: str, tmp_path: Path) -> None:
    report = dated(a_clean_report(), DAY)
    assert content_of(read_back(report, EVERYTHING, tmp_path, style).report) == content_of(report)


def test_what_became_of_slip_sheet_and_signature_is_told(tmp_path: Path) -> None:
    kinds = [each.kind for each in read_back(dated(a_clean_report(), DAY), EVERYTHING, tmp_path).outcomes]
    report = [kind for kind in kinds if kind is not Kind.SLIP]
    assert kinds[:2] == [Kind.SLIP, Kind.SLIP]
    assert kinds[-1] is Kind.SLIP
    assert (report[0], report[-2:]) == (Kind.TITLE, [Kind.SIGNATURE, Kind.SIGNATURE])
