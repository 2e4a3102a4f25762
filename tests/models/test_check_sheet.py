"""The check sheet as a value: what was checked, what is open, what was confirmed, what was not checked."""

import pytest

from models.check_sheet import SheetFinding
from models.checks import CHECKS, DEFAULT_CHECKS, find_problems
from models.checks.check import Group
from models.checks.dismissals import dismissal_of
from models.checks.requirements import Requirements, SectionRequirement
from models.checks.settings import CheckSettings, checks_in_force
from models.form_file import known_forms
from models.report import Edit, Report
from tests.builders import a_clean_report, a_report, third_form
from tests.check_sheets import REASON, a_busy_report, lines_of, part_of, sheet_of
from tests.models.checks.examples import last_year

FORMS = [*known_forms().values(), third_form()]


def sentences(findings: tuple[SheetFinding, ...]) -> set[str]:
    return {each.finding.message for each in findings}


# ── head ────────────────────────────────────────────────────────────────


def test_the_title_is_the_reports_with_the_kind_of_sheet() -> None:
    assert sheet_of(a_clean_report()).title == ("某某市人民政府", "2024年政府信息公开工作年度报告校核单")


def test_the_head_says_what_was_checked_and_against_what() -> None:
    report = a_clean_report(last_year=last_year({"requests/carried_out/total": "0"}))
    assert sheet_of(report).head == (
        ("编制机关", "某某市人民政府"),
        ("统计年度", "2024年"),
        ("报告格式", "2021年格式（国办公开办函〔2021〕30号）"),
        ("对照的去年报告", "2023年报告"),
    )


def test_a_head_that_nobody_filled_says_so() -> None:
    values = [value for _, value in sheet_of(a_report(agency="", year=None)).head]
    assert values[:2] == ["（没有填写）", "（没有填写）"]


def test_a_report_of_another_year_is_not_named_as_last_years() -> None:
    report = a_clean_report(last_year=last_year({"requests/carried_out/total": "0"}, year=2020))
    assert sheet_of(report).head[-1] == ("对照的去年报告", "（没有）")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_an_empty_report_of_any_form_has_a_sheet(form: object) -> None:
    assert sheet_of(Report(form)).summary  # type: ignore[arg-type]


# ── summary ─────────────────────────────────────────────────────────────


def test_the_summary_of_a_clean_report_says_what_could_not_be_checked() -> None:
    assert sheet_of(a_clean_report()).summary == "表内：无问题；表文：无问题；跨年：未核对；文字：无问题"


def test_the_summary_counts_levels_and_what_was_confirmed() -> None:
    assert sheet_of(a_busy_report()).summary.startswith("表内：错 3 处、疑 1 处、属实 1 处；表文：")


def test_every_check_in_force_stands_in_its_group() -> None:
    shown = [(group.group, part.code) for group in sheet_of(a_clean_report()).groups for part in group.parts]
    assert sorted(shown) == sorted((check.group, check.code) for check in DEFAULT_CHECKS)


def test_groups_come_in_their_order() -> None:
    assert [group.group for group in sheet_of(a_clean_report()).groups] == list(Group)


# ── findings ────────────────────────────────────────────────────────────


def test_every_finding_is_open_or_confirmed() -> None:
    report = a_busy_report()
    sheet = sheet_of(report)
    shown = [*sheet.open, *(each for each, _ in sheet.dismissed)]
    assert sorted(each.finding.message for each in shown) == sorted(each.message for each in find_problems(report))


def test_what_was_dismissed_is_not_open() -> None:
    report = a_busy_report()
    dismissed = {each.message for each in find_problems(report) if dismissal_of(report, each)}
    assert len(dismissed) == 2
    assert not dismissed & sentences(sheet_of(report).open)


def test_what_was_dismissed_keeps_reason_and_name() -> None:
    reasons = {(of.reason, of.by) for _, of in sheet_of(a_busy_report()).dismissed}
    assert reasons == {(REASON, "张三")}


def test_a_dismissal_that_no_longer_holds_is_open_again() -> None:
    report = a_busy_report()
    report.apply(Edit(texts={"overview": report.text("overview").replace("9件", "10件")}))
    assert [each.finding.code for each, _ in sheet_of(report).dismissed] == ["blank"]


# ── things compared ─────────────────────────────────────────────────────


def test_a_thing_that_is_wrong_bears_the_level_of_its_finding() -> None:
    results = {label: result for label, _, result in lines_of(sheet_of(a_busy_report()), "balance")}
    assert (results["自然人"], results["商业企业"]) == ("错", "成立")


def test_a_thing_whose_finding_was_confirmed_is_no_longer_wrong() -> None:
    line = part_of(sheet_of(a_busy_report()), "statement").lines[0]
    assert (line.result, line.is_wrong) == ("属实", False)


def test_the_other_figures_of_the_text_agree() -> None:
    assert [result for _, _, result in lines_of(sheet_of(a_busy_report()), "statement")][1:] == ["相符", "相符"]


def test_a_check_with_findings_says_how_many() -> None:
    assert part_of(sheet_of(a_busy_report()), "blank").result == "疑 1 处、属实 1 处"


def test_a_check_at_another_level_is_shown_at_it() -> None:
    settings = CheckSettings(levels={"balance": CHECKS[3].severity})
    sheet = sheet_of(a_busy_report(), checks_in_force(settings))
    assert part_of(sheet, "balance").result == "疑 2 处"


# ── what was not checked ────────────────────────────────────────────────


def test_a_complete_report_leaves_nothing_unchecked() -> None:
    figures = {"requests/carried_out/total": "0", "proactive/fees/amount": "1", "proactive/regulations/in_force": "0"}
    assert sheet_of(a_clean_report(last_year=last_year(figures))).unchecked == ()


def test_without_last_years_report_the_checks_are_named() -> None:
    assert sheet_of(a_clean_report()).unchecked == (
        "没有附去年的报告，没有核对：上年结转、现行有效、与去年悬殊、与去年雷同、文中同比。",
    )


def test_a_check_that_was_switched_off_is_named() -> None:
    sheet = sheet_of(a_clean_report(), checks_in_force(CheckSettings(off=frozenset({"wording"}))))
    assert "设置中关闭了，没有核对：文字疏漏。" in sheet.unchecked


def test_a_group_whose_checks_are_all_off_is_left_out() -> None:
    off = frozenset(check.code for check in CHECKS if check.group is Group.WORDING)
    assert len(sheet_of(a_clean_report(), checks_in_force(CheckSettings(off=off))).groups) == 3


def test_what_is_still_last_years_is_named() -> None:
    report = a_clean_report()
    name = "proactive/regulations/in_force"
    report.apply(Edit(cells={name: report.cells[name]}, still_last_years=frozenset({name})))
    assert any("1 处沿用去年的内容" in sentence for sentence in sheet_of(report).unchecked)


def test_a_local_requirement_is_named_as_its_office_does() -> None:
    requirements = Requirements("某某市要求", (SectionRequirement("总体情况", longest=5),))
    sheet = sheet_of(a_clean_report(), checks_in_force(requirements=requirements))
    assert (part_of(sheet, "local-requirement").name, len(sheet.open)) == ("某某市要求", 1)
