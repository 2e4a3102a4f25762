"""What is open before a report is signed, group by group."""

from models.checks import CHECKS, find_problems
from models.checks.check import Group
from models.form_file import current_form
from models.new_year import start_new_year
from models.open_points import HEAD, LAST_YEARS, TO_FILL_IN, OpenPoint, open_points
from models.report import Edit, Report
from models.untouched import untouched_in
from tests.builders import a_clean_report, a_report_that_says

GROUPS = {check.code: check.group for check in CHECKS}


def points_of(report: Report) -> dict[str, list[OpenPoint]]:
    findings = find_problems(report)
    return open_points(report, {group: [f for f in findings if GROUPS[f.code] is group] for group in Group})


def test_a_clean_report_has_none() -> None:
    assert points_of(a_clean_report()) == {}


def test_findings_stand_under_their_groups() -> None:
    report = a_report_that_says("全年办结政府信息公开申请8件。", {"requests/received/natural_person": "7"})
    assert {group: len(sentences) for group, sentences in points_of(report).items()} == {"表内": 2, "表文": 1}


def test_a_missing_head_comes_first() -> None:
    assert next(iter(points_of(a_clean_report(agency="")))) == HEAD


def test_lines_to_fill_in_are_counted() -> None:
    report = a_clean_report()
    report.apply(Edit(texts={"overview": f"{report.text('overview')}\n收费＿＿元，＿＿次。"}))
    assert points_of(report)[TO_FILL_IN] == [OpenPoint("正文里还有 2 处“＿＿”没有填：总体情况 2 处", 2)]


def test_what_is_last_years_comes_last() -> None:
    points = points_of(start_new_year(a_clean_report(), current_form()))
    assert [*points][-1] == LAST_YEARS
    assert points[LAST_YEARS][0].sentence.startswith("还有")


def test_of_last_year_as_many_places_are_open_as_the_panel_lists() -> None:
    draft = start_new_year(a_clean_report(), current_form())
    listed = sum(len(untouched_in(draft, section)) for section in draft.form.sections)
    assert [point.places for point in points_of(draft)[LAST_YEARS]] == [listed]
