"""What each check says it compared, with the numbers."""

from collections.abc import Callable

import pytest

from models.checks import CHECKS
from models.checks.held_against import COMPARISONS, Comparison, compared_by
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, a_full_report, a_report, third_form
from tests.models.checks.examples import EXAMPLES, last_year, that_states, with_words

FORMS = [*known_forms().values(), third_form()]


def lines(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(thing.label, thing.numbers, thing.result) for thing in comparison.things]


def test_every_check_of_the_register_says_what_it_compares() -> None:
    assert list(COMPARISONS) == [check.code for check in CHECKS]


@pytest.mark.parametrize("code", COMPARISONS)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_an_empty_report_of_any_form_can_be_compared(code: str, form: object) -> None:
    assert compared_by(code, Report(form)).scope  # type: ignore[arg-type]


@pytest.mark.parametrize("code", COMPARISONS)
def test_what_a_finding_is_about_is_one_of_the_things_compared(code: str) -> None:
    wrong: Callable[[], Report] = EXAMPLES[code][1]
    report = wrong()
    check = next(check for check in CHECKS if check.code == code)
    known = [{*thing.cells} for thing in compared_by(code, report).things]
    assert not known or all({*finding.cells} in known for finding in check.find(report))


def test_each_column_is_given_with_both_sides() -> None:
    assert lines(compared_by("balance", a_full_report()))[0] == (
        "自然人",
        "一(5)＋二(0)＝5，三(七)(5)＋四(0)＝5",
        "成立",
    )


def test_the_columns_are_counted() -> None:
    comparison = compared_by("balance", a_full_report())
    assert (comparison.scope, comparison.result) == ("表三 7 列，每列左右两边应相等", "全部成立")


def test_totals_of_more_than_one_number_are_given_with_their_parts() -> None:
    assert lines(compared_by("stated-total", a_full_report())) == [
        ("一、本年新收 × 总计", "自然人(5)＋商业企业(1)＝6", "成立"),
        ("（七）总计 × 自然人", "（二）(1)＋（三）4(1)＋（四）1(2)＋（五）1(1)＝5", "成立"),
        ("（七）总计 × 总计", "自然人(5)＋商业企业(1)＝6", "成立"),
    ]


def test_totals_that_a_file_states_otherwise_are_counted() -> None:
    assert compared_by("stated-total", that_states("requests/received/total", 0)).scope.endswith("有 1 个与此不同")


def test_what_is_filled_is_counted() -> None:
    report = a_full_report({"proactive/licences/decisions": ""})
    assert compared_by("blank", report).scope == "应填 166 格，已填 165 格"


def test_a_figure_of_the_text_is_given_with_that_of_the_table() -> None:
    report = with_words("overview", "本年度新收政府信息公开申请六件。")
    assert lines(compared_by("statement", report)) == [
        ("一、本年新收 × 总计", "总体情况“本年度新收政府信息公开申请六件”：文中 6，表三 6", "相符")
    ]


def test_a_sum_of_few_cells_is_given_in_numbers() -> None:
    report = with_words("overview", "（二）依申请公开情况。上述申请中无法提供2件。")
    assert [numbers.partition("：")[2] for _, numbers, _ in lines(compared_by("statement", report))] == [
        "文中 2，表三 2＋0＋0＝2"
    ]


def test_a_sum_of_many_cells_is_given_at_once() -> None:
    report = with_words("overview", "（二）依申请公开情况。上述申请中不予公开1件。")
    assert [numbers.partition("：")[2] for _, numbers, _ in lines(compared_by("statement", report))] == [
        "文中 1，表三各格合计 1"
    ]


def test_a_text_without_figures_of_the_tables_is_said_to_have_none() -> None:
    comparison = compared_by("statement", a_clean_report())
    assert (comparison.scope, comparison.result) == ("正文中没有认出表内的数", "—")


def test_a_share_is_computed() -> None:
    report = with_words("overview", "本年度办结政府信息公开申请6件，其中予以公开1件，占16.7%。")
    ((_, numbers, result),) = lines(compared_by("percentage", report))
    assert (numbers.partition("：")[2].partition("（")[0], result) == ("1÷6", "相符")
    assert numbers.endswith("＝16.7%")


def test_a_change_is_computed_from_last_years_figure() -> None:
    sound, _ = EXAMPLES["year-on-year"]
    ((_, numbers, _),) = lines(compared_by("year-on-year", sound()))
    assert numbers.endswith("去年 5，今年 6，增长 20%")


def test_a_report_of_another_year_gives_no_change() -> None:
    other = last_year({"requests/received/total": "5"}, year=2021)
    report = with_words("overview", "本年度新收政府信息公开申请6件，同比增长30%。", last_year=other)
    assert compared_by("year-on-year", report).things == ()


def test_what_was_carried_over_is_given_with_last_years_figure() -> None:
    report = a_clean_report(last_year=last_year({"requests/carried_out/natural_person": "0"}))
    assert lines(compared_by("carry-over", report)) == [
        ("二、上年结转 × 自然人", "本年 0，2023年报告“四、结转下年度继续办理” 0", "相符")
    ]


def test_documents_in_force_are_added_up() -> None:
    row = "proactive/normative_documents"
    report = a_clean_report(
        {f"{row}/issued": "3", f"{row}/repealed": "1", f"{row}/in_force": "24"},
        last_year=last_year({f"{row}/in_force": "22"}),
    )
    assert lines(compared_by("in-force", report)) == [
        ("行政规范性文件", "2023年报告 22＋本年制发 3－本年废止 1＝24，本年 24", "相符")
    ]


def test_a_gap_that_a_remark_accounts_for_is_no_agreement() -> None:
    row = "proactive/normative_documents"
    report = a_clean_report(
        {f"{row}/issued": "0", f"{row}/repealed": "0（其中修订2件）", f"{row}/in_force": "24"},
        last_year=last_year({f"{row}/in_force": "22"}),
    )
    assert [result for _, _, result in lines(compared_by("in-force", report))] == ["备注已说明"]


def test_figures_are_set_beside_last_years() -> None:
    report = a_clean_report(last_year=last_year({"proactive/fees/amount": "1.50"}))
    assert lines(compared_by("scale-jump", report)) == [("行政事业性收费", "本年 0万元，2023年报告 1.50万元", "无问题")]


# ── obstacles ───────────────────────────────────────────────────────────


@pytest.mark.parametrize("code", ["carry-over", "in-force", "scale-jump", "same-as-last-year", "year-on-year"])
def test_without_last_years_report_there_is_nothing_to_hold_against(code: str) -> None:
    assert compared_by(code, a_clean_report()).obstacle == "没有附去年的报告"


@pytest.mark.parametrize("code", ["carry-over", "in-force", "scale-jump", "same-as-last-year", "year-on-year"])
def test_a_report_of_another_year_is_no_last_years(code: str) -> None:
    report = a_clean_report(last_year=last_year({"requests/carried_out/total": "0"}, year=2021))
    assert compared_by(code, report).obstacle == "附的是2021年报告，不是2023年的"


def test_last_years_report_may_lack_the_figures() -> None:
    report = a_clean_report(last_year=last_year({"requests/carried_out/total": "0"}))
    assert compared_by("in-force", report).obstacle == "2023年报告里没有要对照的数"


@pytest.mark.parametrize("code", ["statement", "contradiction", "percentage", "stale-year", "private-data", "wording"])
def test_without_a_text_there_is_nothing_to_read(code: str) -> None:
    assert compared_by(code, a_report()).obstacle == "正文没有内容"


def test_without_a_year_no_year_is_a_stale_one() -> None:
    assert compared_by("stale-year", a_clean_report(year=None)).obstacle == "统计年度没有填写"


def test_without_an_agency_nobody_knows_what_it_can_make() -> None:
    assert compared_by("regulations-by-whom", a_clean_report(agency="")).obstacle == "编制机关没有填写"


def test_reports_before_the_duty_need_not_tell_of_the_fee() -> None:
    assert compared_by("fee-missing", a_clean_report(year=2020)).obstacle == "2021年以前的报告没有这项要求"


def test_a_local_requirement_reads_the_text() -> None:
    assert compared_by("local-requirement", a_clean_report()).scope.startswith("正文 ")


@pytest.mark.parametrize("code", ["in-force", "in-force-too-small"])
def test_a_form_that_does_not_ask_for_something_leaves_nothing_unchecked(code: str) -> None:
    comparison = compared_by(code, Report(known_forms()["zfxxgk-2019"]))
    assert (comparison.scope, comparison.result, comparison.obstacle) == ("本格式没有这一项", "—", "")
