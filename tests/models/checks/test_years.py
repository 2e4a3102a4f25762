import pytest

from models.finding import Severity
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, a_report, third_form
from tests.models.checks.examples import found, last_year, messages

FEES = "proactive/fees/amount"
PENALTIES = "proactive/penalties/decisions"
OUT, INTO = "requests/carried_out", "requests/carried_in"


def carried(now: dict[str, str], before: dict[str, str], year: int | None = 2023) -> Report:
    """Return a report with what was carried in, after a year in which that was carried out."""
    cells = {f"{INTO}/{column}": text for column, text in now.items()}
    return a_clean_report(
        cells, last_year=last_year({f"{OUT}/{column}": text for column, text in before.items()}, year=year)
    )


# ── carry-over ──────────────────────────────────────────────────────────


def test_what_is_not_carried_in_as_it_was_carried_out_is_told_with_both_numbers() -> None:
    assert messages(carried({"other": "1"}, {"other": "3"}), "carry-over") == [
        "二、上年结转 × 其他：本年 1，2023年报告“四、结转下年度继续办理”为 3，差 2；请核对，确有原因的写明理由"
    ]


def test_a_total_is_graver_than_its_columns() -> None:
    findings = found(carried({"other": "1"}, {"other": "3", "total": "3"}), "carry-over")
    assert [(each.left, each.severity) for each in findings] == [
        ((f"{INTO}/other",), Severity.WARNING),
        ((f"{INTO}/total",), Severity.ERROR),
    ]


def test_columns_that_differ_under_the_same_total_hint_at_the_wrong_applicant() -> None:
    report = carried({"other": "1", "research": "2"}, {"other": "2", "research": "1", "total": "3"})
    assert [message for message in messages(report, "carry-over") if "而总计相符，可能归错申请人类别" in message]


@pytest.mark.parametrize(("now", "before"), [("3", "3"), ("0", "0"), ("", "0"), ("/", "0"), ("0", "/"), ("3", "3.0")])
def test_what_is_carried_in_as_it_was_carried_out_is_well(now: str, before: str) -> None:
    assert not found(carried({"other": now}, {"other": before}), "carry-over")


def test_a_blank_does_not_silence_the_carry_over() -> None:
    assert messages(carried({"other": ""}, {"other": "3"}), "carry-over")[0].startswith(
        "二、上年结转 × 其他：本年 未填，"
    )


@pytest.mark.parametrize("before", ["", "约3"])
def test_what_last_years_report_does_not_say_is_not_compared(before: str) -> None:
    assert not found(carried({"other": "1"}, {"other": before}), "carry-over")


def test_an_entry_that_is_no_number_is_left_to_its_own_check() -> None:
    assert not found(carried({"other": "约1"}, {"other": "3"}), "carry-over")


@pytest.mark.parametrize(("year", "compared"), [(2023, True), (None, True), (2022, False), (2024, False)])
def test_only_the_report_of_the_year_before_is_compared(year: int | None, compared: bool) -> None:  # noqa: FBT001
    assert bool(found(carried({"other": "1"}, {"other": "3"}, year), "carry-over")) == compared


def test_a_report_without_a_year_is_compared_with_what_is_known() -> None:
    report = a_clean_report({f"{INTO}/other": "1"}, year=None, last_year=last_year({f"{OUT}/other": "3"}))
    assert found(report, "carry-over")


def test_a_report_without_last_years_is_compared_with_nothing() -> None:
    assert not found(a_clean_report({f"{INTO}/other": "1"}), "carry-over")


def test_a_third_form_is_carried_over_by_its_own_declaration() -> None:
    report = a_report({"lending/lent/adults": "2"}, form=third_form())
    report.last_year = last_year({"lending/still_out/adults": "5", "lending/still_out/total": "5"})
    assert [finding.left for finding in found(report, "carry-over")] == [
        ("lending/lent/adults",),
        ("lending/lent/total",),
    ]


# ── ten times as large ──────────────────────────────────────────────────


def jump(cell: str, now: str, before: str) -> list[str]:
    return messages(a_clean_report({cell: now}, last_year=last_year({cell: before})), "scale-jump")


def test_a_jump_is_told_with_both_figures() -> None:
    assert jump(PENALTIES, "1500", "15") == [
        "行政处罚 × 本年处理决定数量：本年 1500，2023年报告 15，是去年的 100 倍；请核对是否多写或漏写了数位"
    ]


def test_a_fall_to_a_tenth_is_told_too() -> None:
    assert "只有去年的 1/20" in jump(PENALTIES, "10", "200")[0]


def test_an_amount_ten_thousand_times_as_large_was_likely_typed_in_yuan() -> None:
    (message,) = jump(FEES, "94729300", "9472.93")
    assert message == (
        "行政事业性收费 × 本年收费金额：本年 94729300万元，2023年报告 9472.93万元，是去年的 10000 倍；"
        "本栏以万元计，很可能是按元填写的，请核对"
    )


@pytest.mark.parametrize(("now", "before"), [("99", "10"), ("99", "9"), ("0", "500"), ("500", "0"), ("500", "")])
def test_a_small_or_a_first_count_is_no_jump(now: str, before: str) -> None:
    assert not jump(PENALTIES, now, before)


@pytest.mark.parametrize("cell", ["requests/received/natural_person", "proactive/normative_documents/issued"])
def test_figures_that_change_freely_are_not_compared(cell: str) -> None:
    assert not jump(cell, "5000", "5")


def test_decisions_of_the_2019_form_are_compared_too() -> None:
    report = a_report({PENALTIES: "5000"}, form=known_forms()["zfxxgk-2019"], year=2020)
    report.last_year = last_year({PENALTIES: "50"}, year=2019)
    assert found(report, "scale-jump")
