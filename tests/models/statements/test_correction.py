"""A wrong figure of the text as it is corrected: in the clerk's own way of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import find_problems
from models.checks.statements import find_disagreeing
from models.report import Report
from models.statements import Statement, find_statements
from models.statements.correction import corrected_text, corrections_of, statement_of
from tests.builders import a_full_report, a_report


def a_report_that_says(text: str, cells: dict[str, str] | None = None) -> Report:
    return a_full_report(
        {"requests/granted/natural_person": "3046"} | (cells or {}),  # with 6 others 3052 in all
        texts={"overview": text},
    )


def the_wrong(report: Report) -> Statement:
    [wrong] = [each for each in find_statements(report) if not each.agrees]
    return wrong


def corrected(report: Report) -> str:
    wrong = the_wrong(report)
    return corrected_text(report, wrong, corrections_of(report, wrong)[0].figure)


@pytest.mark.parametrize(("written", "wanted"), [
    ("全年办结申请3050件。", "全年办结申请3052件。"),
    ("全年办结申请 3050 件。", "全年办结申请 3052 件。"),
    ("全年办结申请３０５０件。", "全年办结申请３０５２件。"),
    ("全年办结申请3,050件。", "全年办结申请3,052件。"),
    ("全年办结申请3，050件。", "全年办结申请3，052件。"),
    ("全年办结申请３，０５０件。", "全年办结申请３，０５２件。"),
    ("全年办结申请十二件。", "全年办结申请3052件。"),
    ("全年办结申请5000余件。", "全年办结申请3000余件。"),
    ("全年办结申请3100多件。", "全年办结申请3000多件。"),
    ("全年办结申请1.2万件。", "全年办结申请0.3万件。"),
    ("全年办结申请约5000件。", "全年办结申请约3000件。"),
])  # fmt: skip
def test_a_figure_is_corrected_as_it_is_written(written: str, wanted: str) -> None:
    assert corrected(a_report_that_says(written)) == wanted


def test_a_rounded_figure_that_would_become_0_is_written_out() -> None:
    report = a_report({"requests/granted/natural_person": "52"}, texts={"overview": "全年办结申请3000余件。"})
    assert corrected(report) == "全年办结申请52件。"


def test_signs_of_two_units_before_a_figure_do_not_move_it() -> None:
    assert corrected(a_report_that_says("🙂🙂。全年办结申请3050件。")) == "🙂🙂。全年办结申请3052件。"


def test_every_accepted_basis_is_offered_once() -> None:
    report = a_report_that_says(
        "全年受理申请9件。", {"requests/received/natural_person": "3", "requests/carried_in/natural_person": "2"}
    )
    assert sorted(each.figure for each in corrections_of(report, the_wrong(report))) == ["4", "6"]


def test_equal_figures_are_offered_once() -> None:
    report = a_report_that_says("全年受理申请9件。")
    assert [each.figure for each in corrections_of(report, the_wrong(report))] == ["6"]


def test_a_figure_that_agrees_needs_no_correction() -> None:
    report = a_report_that_says("全年办结申请3052件。")
    [statement] = find_statements(report)
    assert corrections_of(report, statement) == ()


def test_a_finding_leads_to_its_statement() -> None:
    report = a_report_that_says("全年办结申请3052件，公开3050件。", {"requests/granted/commercial": "5"})
    findings = [*find_disagreeing(report)]
    assert [statement_of(report, each) for each in findings] == [
        each for each in find_statements(report) if not each.agrees
    ]


def test_a_finding_about_something_else_leads_to_none() -> None:
    report = a_full_report({"requests/received/natural_person": "7"}, texts={"overview": "全年办结申请6件。"})
    balance = next(each for each in find_problems(report) if each.code == "balance")
    assert statement_of(report, balance) is None


@given(
    answered=st.integers(0, 99_999),
    style=st.sampled_from(["{0}", "{0:,}", "{0}余", "约{0}", "{1}万", "{1}万余"]),
    stated=st.integers(1, 99_999),
)
def test_a_corrected_figure_agrees(answered: int, style: str, stated: int) -> None:
    figure = style.format(stated, f"{stated / 10_000:.2f}")
    report = a_report({"requests/granted/natural_person": str(answered)}, texts={"overview": f"办结申请{figure}件。"})
    for wrong in [each for each in find_statements(report) if not each.agrees]:
        text = corrected_text(report, wrong, corrections_of(report, wrong)[0].figure)
        after = a_report({"requests/granted/natural_person": str(answered)}, texts={"overview": text})
        assert [each.agrees for each in find_statements(after)] == [True], text
