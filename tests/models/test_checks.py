from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cell_value import CellValue, Unreadable, read_value
from models.checks import CHECKS, Check, find_problems
from models.checks.entries import is_acceptable, refusal_sentence
from models.finding import Severity
from models.form_file import current_form, known_forms
from models.new_year import start_new_year
from models.report import Edit
from tests.builders import a_full_report, a_report, third_form
from tests.models.checks.examples import COMMERCIAL_OFF_BY_ONE, EXAMPLES, LEVELS, found, messages, that_states

FORM = current_form()

# ── the register ────────────────────────────────────────────────────────


def test_every_check_has_its_examples_and_its_level() -> None:
    assert [check.code for check in CHECKS] == list(EXAMPLES)
    assert {check.code: str(check.severity) for check in CHECKS} == LEVELS


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_check_is_silent_where_all_is_well(code: str) -> None:
    sound, _ = EXAMPLES[code]
    assert find_problems(sound(), CHECKS) == ()


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_check_finds_what_is_wrong_at_its_level(code: str) -> None:
    _, wrong = EXAMPLES[code]
    findings = [finding for finding in find_problems(wrong(), CHECKS) if finding.code == code]
    assert findings
    assert {finding.severity for finding in findings} == {Severity(LEVELS[code])}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
@pytest.mark.parametrize("code", EXAMPLES)
def test_a_check_finds_nothing_but_its_own_code(check: Check, code: str) -> None:
    _, wrong = EXAMPLES[code]
    assert {finding.code for finding in check.find(wrong())} <= {check.code}


def test_findings_come_in_reading_order_whatever_was_typed_last() -> None:
    one, other = "proactive/licences/decisions", "requests/granted/other"
    report = a_full_report({one: "约5", other: "约6"})
    report.apply(Edit(cells={one: Unreadable("约7")}))
    assert [finding.left for finding in found(report, "not-a-count")] == [(one,), (other,)]


# ── balance ─────────────────────────────────────────────────────────────


def test_a_broken_balance_is_told_with_its_numbers() -> None:
    report = a_report(COMMERCIAL_OFF_BY_ONE)
    assert messages(report, "balance")[0] == "商业企业：一(53)＋二(0)＝53，三(七)(52)＋四(0)＝52，差 1"


def test_a_broken_balance_names_the_cells_of_both_sides() -> None:
    finding = found(a_report(COMMERCIAL_OFF_BY_ONE), "balance")[0]
    assert finding.left == ("requests/received/commercial", "requests/carried_in/commercial")
    assert finding.right == ("requests/processed/commercial", "requests/carried_out/commercial")
    assert finding.cells == finding.left + finding.right


def test_a_broken_column_breaks_the_total_too() -> None:
    assert [message.partition("：")[0] for message in messages(a_report(COMMERCIAL_OFF_BY_ONE), "balance")] == [
        "商业企业",
        "总计",
    ]


@pytest.mark.parametrize("column", [balance.name for balance in FORM.table("requests").balances[:-1]])
def test_every_column_is_checked(column: str) -> None:
    balance = next(each for each in FORM.table("requests").balances if each.name == column)
    report = a_report({balance.cells[0]: "1"})
    assert [message.partition("：")[0] for message in messages(report, "balance")] == [column, "总计"]


def test_opposite_differences_hint_at_the_wrong_applicant() -> None:
    report = a_full_report({"requests/received/natural_person": "6", "requests/carried_out/other": "1"})
    assert messages(report, "balance") == [
        "自然人：一(6)＋二(0)＝6，三(七)(5)＋四(0)＝5，差 1；与“其他”差额相反，可能归错申请人类别",
        "其他：一(0)＋二(0)＝0，三(七)(0)＋四(1)＝1，差 1；与“自然人”差额相反，可能归错申请人类别",
    ]


def test_every_column_with_the_opposite_difference_is_named() -> None:
    report = a_report(
        {f"requests/{cell}": "1" for cell in ("received/research", "granted/commercial", "granted/other")}
    )
    assert messages(report, "balance")[1].endswith("差 1；与“商业企业、其他”差额相反，可能归错申请人类别")


def test_a_column_of_totals_is_no_wrong_applicant() -> None:
    report = a_report({"requests/received/research": "2", "requests/granted/other": "1"})
    assert not [message for message in messages(report, "balance") if "差额相反" in message]


def test_a_column_with_nothing_but_last_years_figures_is_not_begun_yet() -> None:
    last = a_full_report({"requests/carried_out/natural_person": "3"}, year=2023)
    draft = start_new_year(last, FORM)
    assert not found(draft, "balance")
    draft.apply(Edit(cells={"requests/granted/natural_person": read_value("2")}))
    assert [finding.left[0] for finding in found(draft, "balance")] == [
        "requests/received/natural_person",
        "requests/received/total",
    ]


@pytest.mark.parametrize("entry", ["", "/", "约52"])
def test_what_is_no_number_does_not_silence_the_balance(entry: str) -> None:
    report = a_full_report(COMMERCIAL_OFF_BY_ONE | {"requests/granted/commercial": entry})
    assert messages(report, "balance")[0] == "商业企业：一(53)＋二(0)＝53，三(七)(0)＋四(0)＝0，差 53"


def test_a_blank_report_balances() -> None:
    assert not found(a_report(), "balance")


@given(st.lists(st.integers(0, 10**15 - 1), min_size=4, max_size=4))
def test_the_balance_is_right_about_any_numbers(numbers: list[int]) -> None:
    rows = ("received", "carried_in", "granted", "carried_out")
    report = a_report({f"requests/{row}/other": str(n) for row, n in zip(rows, numbers, strict=True)})
    received, carried_in, granted, carried_out = numbers
    assert bool(found(report, "balance")) == (received + carried_in != granted + carried_out)


def test_the_2019_form_is_checked_alike() -> None:
    report = a_report({"requests/received/other": "1"}, form=known_forms()["zfxxgk-2019"])
    assert messages(report, "balance")[0] == "其他：一(1)＋二(0)＝1，三(七)(0)＋四(0)＝0，差 1"


def test_a_third_form_is_checked_by_its_own_declaration() -> None:
    report = a_report({"lending/lent/adults": "2", "lending/lost/children": "2"}, form=third_form())
    assert messages(report, "balance") == [
        "成人：一(2)＝2，（三）(0)＋三(0)＝0，差 2；与“少儿”差额相反",
        "少儿：一(0)＝0，（三）(2)＋三(0)＝2，差 2；与“成人”差额相反",
    ]


# ── stated totals ───────────────────────────────────────────────────────


def test_a_contradicted_total_is_told_with_its_sum() -> None:
    report = a_report({"review_litigation/review/upheld": "10", "review_litigation/review/corrected": "1"})
    report.apply(Edit(stated={"review_litigation/review/total": Decimal(0)}))
    assert messages(report, "stated-total") == ["行政复议·总计：原文件写 0，按明细算得 结果维持(10)＋结果纠正(1)＝11"]


def test_a_contradicted_total_names_its_terms() -> None:
    finding = found(that_states("requests/granted/total", 9), "stated-total")[0]
    assert finding.left == ("requests/granted/total",)
    assert len(finding.right) == 6


def test_a_corrected_figure_settles_the_stated_total() -> None:
    report = that_states("requests/received/total", 7)
    report.apply(Edit(cells={"requests/received/commercial": read_value("2")}))
    assert not found(report, "stated-total")


def test_a_total_nobody_stated_is_no_problem() -> None:
    assert not found(a_full_report(), "stated-total")


# ── entries ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "entry", "sentence"),
    [
        ("requests/granted/other", "约5", "（一）予以公开 × 其他：填的是“约5”，应为 0 或正整数"),
        ("requests/granted/other", "-1", "（一）予以公开 × 其他：填的是“-1”，应为 0 或正整数"),
        ("requests/granted/other", "1.5", "（一）予以公开 × 其他：填的是“1.5”，应为 0 或正整数"),
        ("proactive/fees/amount", "-0.5", "行政事业性收费 × 本年收费金额：填的是“-0.5”，应为 0 或正数（单位：万元）"),
    ],
)
def test_an_entry_that_is_no_count_is_quoted(cell: str, entry: str, sentence: str) -> None:
    assert messages(a_full_report({cell: entry}), "not-a-count") == [f"{sentence}，不超过 15 位；不适用的填“/”"]


def test_a_long_entry_is_quoted_by_its_beginning() -> None:
    report = a_full_report({"requests/granted/other": "本栏数字" * 50})
    assert f"填的是“{'本栏数字' * 5}…”" in messages(report, "not-a-count")[0]


@pytest.mark.parametrize(
    ("form", "cell", "entry", "accepted"),
    [
        ("zfxxgk-2021", "requests/granted/other", "0", True),
        ("zfxxgk-2021", "requests/granted/other", "5.00", True),
        ("zfxxgk-2021", "requests/granted/other", "/", True),
        ("zfxxgk-2021", "requests/granted/other", "", True),
        ("zfxxgk-2021", "requests/granted/other", "5.5", False),
        ("zfxxgk-2021", "requests/granted/other", "-5", False),
        ("zfxxgk-2021", "requests/granted/other", "无", False),
        ("zfxxgk-2021", "proactive/fees/amount", "96171.6", True),
        ("zfxxgk-2021", "proactive/fees/amount", "-1", False),
        ("zfxxgk-2019", "proactive/licences/items_change", "-8", True),
        ("zfxxgk-2019", "proactive/licences/items_change", "-8.5", False),
    ],
)
def test_a_cell_accepts_what_it_counts(form: str, cell: str, entry: str, accepted: bool) -> None:  # noqa: FBT001
    each = known_forms()[form].cells[cell]
    assert is_acceptable(each, read_value(entry)) == accepted
    assert (refusal_sentence(each, read_value(entry)) == "") == accepted


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (Unreadable("约5"), "“约5”已照原样保留，但应为整数，减少写负数，不超过 15 位；不适用的填“/”"),
        (read_value("1.5"), "“1.5”已照原样保留，但应为整数，减少写负数，不超过 15 位；不适用的填“/”"),
    ],
)
def test_a_refused_entry_is_answered_at_once(value: CellValue, sentence: str) -> None:
    cell = known_forms()["zfxxgk-2019"].cells["proactive/licences/items_change"]
    assert refusal_sentence(cell, value) == sentence


# ── blanks ──────────────────────────────────────────────────────────────


def test_one_blank_is_named() -> None:
    report = a_full_report({"proactive/licences/decisions": ""})
    assert messages(report, "blank") == [
        "表二还有 1 格未填：行政许可 × 本年处理决定数量（没有发生的填 0，不适用的填“/”）"
    ]


def test_many_blanks_are_counted_table_by_table() -> None:
    assert [message.partition("（")[0] for message in messages(a_report(), "blank")] == [
        "表二还有 10 格未填：规章 × 本年制发件数等",
        "表三还有 144 格未填：一、本年新收 × 自然人等",
        "表四还有 12 格未填：行政复议·结果维持等",
    ]


def test_blanks_are_listed_but_never_totals() -> None:
    cells = [name for finding in found(a_report(), "blank") for name in finding.cells]
    assert cells == list(FORM.typed_cells)


@pytest.mark.parametrize("entry", ["0", "/", "约5"])
def test_whatever_was_entered_is_not_blank(entry: str) -> None:
    assert not found(a_full_report({"proactive/licences/decisions": entry}), "blank")
