"""Running text beside tables that nobody has filled in yet: the blanks are told once, not with every figure."""

import pytest

from models.cell_value import read_value
from models.checks import DEFAULT_CHECKS, find_problems
from models.checks.check import Group
from models.checks.held_against import TO_FILL, compared_by
from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit, Report
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import found, last_year, messages

RECEIVED, CARRIED_IN, GRANTED = (f"requests/{row}/natural_person" for row in ("received", "carried_in", "granted"))
SAID = (
    "（二）依申请公开\n本年度新收政府信息公开申请42件，上年结转4件，占8.7%；其中自然人申请40件，法人或其他组织申请2件。"
    "共受理46件，办结44件，其中予以公开20件，占45.5%，不予公开24件，结转下年度2件。\n"
    "（三）政府信息公开行政复议7件，其中结果维持6件。制发行政规范性文件9件，行政许可305件，收取行政事业性收费120.5万元。"
)
STATEMENT_CODES = [check.code for check in DEFAULT_CHECKS if check.group is Group.STATEMENTS]


def that_says(text: str, cells: dict[str, str] | None = None) -> Report:
    """Return a report with this overview and no other cell than these."""
    return a_report(cells, texts={"overview": text})


def told_of_text(report: Report) -> list[str]:
    return [each.message for each in find_problems(report) if each.code in STATEMENT_CODES]


def test_no_figure_of_the_text_is_wrong_while_the_tables_are_blank() -> None:
    report = that_says(SAID)
    assert not told_of_text(report)
    assert len(found(report, "blank")) == len(report.form.tables)


@pytest.mark.parametrize("word", ["0", "/", "3"])
def test_a_figure_is_judged_as_soon_as_one_of_its_cells_holds_something(word: str) -> None:
    report = that_says("（二）依申请公开\n不予公开24件。", {"requests/refused.state_secret/other": word})
    assert len(found(report, "statement")) == 1


def test_what_a_draft_took_over_does_not_count_as_filled_in() -> None:
    last = a_clean_report({RECEIVED: "46", GRANTED: "42", "requests/carried_out/natural_person": "4"})
    last.apply(Edit(texts={"overview": SAID}))
    draft = start_new_year(last, current_form())
    assert str(draft.value(CARRIED_IN)) == "4"
    assert not told_of_text(draft)


def test_a_figure_that_a_draft_took_over_is_judged_where_nothing_is_blank_beside_it() -> None:
    last = a_clean_report({"requests/carried_out/natural_person": "5"}, texts={"overview": SAID})
    assert found(start_new_year(last, current_form()), "statement")[0].quote == "上年结转4件"


def test_a_sum_with_a_blank_part_is_told_with_that_word() -> None:
    report = that_says("（二）依申请公开\n予以公开及部分公开30件。", {"requests/partly_granted/other": "8"})
    assert "(未填)＋（二）部分公开 × 总计(8)＝8" in messages(report, "statement")[0]


def test_a_share_is_not_held_against_a_whole_that_is_blank() -> None:
    report = that_says("（二）依申请公开\n上年结转4件，占8.7%。", {CARRIED_IN: "4"})
    report.apply(Edit(cells={CARRIED_IN: read_value("4")}, still_last_years=frozenset([CARRIED_IN])))
    assert not told_of_text(report)
    report.apply(Edit(cells={RECEIVED: read_value("42")}))
    assert len(found(report, "percentage")) == 0
    report.apply(Edit(cells={RECEIVED: read_value("60")}))
    assert len(found(report, "percentage")) == 1


def test_blanks_refute_nothing() -> None:
    assert not told_of_text(that_says("本年度没有收到政府信息公开申请，未发生行政复议、行政诉讼。"))


def test_the_check_sheet_does_not_call_a_figure_right_whose_cells_are_blank() -> None:
    comparison = compared_by("statement", that_says(SAID, {"proactive/licences/decisions": "305"}))
    results = [thing.result for thing in comparison.things]
    assert set(results) == {TO_FILL, "相符"}
    assert comparison.result == f"{results.count(TO_FILL)} 处表格未填"
    assert "文中 42，表三 未填" in comparison.things[0].numbers


def test_a_total_of_blanks_is_not_carried_in_as_0() -> None:
    report = a_report()
    report.last_year = last_year({"requests/carried_out/total": "3"})
    assert "本年 未填，" in messages(report, "carry-over")[0]
