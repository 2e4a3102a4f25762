"""The register against the list of checks that an inspector makes."""

import pytest

from models.checks import CHECKS, Check, find_problems
from models.checks.check import Group, Input
from models.form_file import current_form, known_forms
from models.report import Report
from tests.builders import a_clean_report, third_form
from tests.models.checks.examples import EXAMPLES, found, last_year

CODES = (
    "balance",
    "stated-total",
    "not-a-count",
    "blank",
    "carry-over",
    "in-force",
    "in-force-too-small",
    "scale-jump",
    "regulations-by-whom",
    "same-as-last-year",
    "statement",
    "contradiction",
    "percentage",
    "year-on-year",
    "fee-missing",
    "fee-parts",
    "stale-year",
    "period",
    "outdated-basis",
    "section",
    "overview-topics",
    "overview-length",
    "private-data",
    "wording",
)
EVERY_CHECK = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


def test_every_code_is_registered_once_in_its_order() -> None:
    assert tuple(check.code for check in CHECKS) == CODES


def test_every_code_has_an_example_that_passes_and_one_that_fails() -> None:
    assert tuple(EXAMPLES) == CODES


@EVERY_CHECK
def test_a_check_says_where_it_comes_from(check: Check) -> None:
    assert check.find.__doc__


@EVERY_CHECK
def test_a_check_has_a_name_in_chinese(check: Check) -> None:
    assert check.name
    assert not check.name.isascii()


def test_no_two_checks_have_the_same_name() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@EVERY_CHECK
def test_a_check_of_both_years_depends_on_last_years_report(check: Check) -> None:
    assert (Input.LAST_YEAR in check.inputs) == (check.group is Group.YEARS)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_sentence_is_plain(code: str) -> None:
    _, wrong = EXAMPLES[code]
    for finding in find_problems(wrong(), CHECKS):
        assert code not in finding.message
        assert "/" not in finding.message.replace("“/”", "").replace("1/", "")
        assert not finding.message.endswith("。")


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_quote_stands_where_it_is_said_to(code: str) -> None:
    _, wrong = EXAMPLES[code]
    report = wrong()
    for finding in find_problems(report, CHECKS):
        if finding.quote is not None:
            assert finding.section is not None
            assert finding.start is not None
            assert report.text(finding.section).startswith(finding.quote, finding.start)


# ── no report stops a check ─────────────────────────────────────────────


@EVERY_CHECK
@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
def test_an_empty_report_is_checked(check: Check, form) -> None:  # noqa: ANN001
    report = Report(form, last_year=last_year())
    assert {finding.code for finding in check.find(report)} <= {check.code}


@pytest.mark.parametrize(
    "agency", ["某某市人民政府", "某某县人民政府", "某某镇人民政府", "某某市教育局", "某某街道办事处"]
)
@pytest.mark.parametrize("year", [2022, 2024, 2026])
def test_a_clean_report_of_any_agency_and_year_has_no_finding(agency: str, year: int) -> None:
    assert find_problems(a_clean_report(agency=agency, year=year)) == ()


def test_a_clean_report_has_no_finding_beside_last_years() -> None:
    before = {"requests/carried_out/total": "0", "proactive/normative_documents/in_force": "0"}
    report = a_clean_report(last_year=last_year(before, {"overview": "去年的总体情况。", "problems": "去年的问题。"}))
    assert find_problems(report, CHECKS) == ()


def test_a_text_without_an_end_is_checked() -> None:
    texts = dict.fromkeys(current_form().text_sections, "2023年，，（一）的的13800138000")
    assert found(a_clean_report(texts=texts), "wording")
