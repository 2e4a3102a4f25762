from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cell_value import BLANK, NOT_APPLICABLE, ZERO, Number, Unreadable, read_value
from models.form_file import current_form
from models.report import Edit, Head, Report, figures_of
from tests.builders import a_full_report, a_report, third_form
from tests.models.edits import cell_in, edits, snapshot

FORM = current_form()
RECEIVED = "requests/received/natural_person"
RECEIVED_TOTAL = "requests/received/total"
GRANTED = "requests/granted/natural_person"
GRANTED_TOTAL = "requests/granted/total"
PROCESSED = "requests/processed/natural_person"
PROCESSED_TOTAL = "requests/processed/total"

MANY_EDITS = st.lists(edits(FORM), max_size=8)


def typed(name: str, text: str) -> Edit:
    """Return the edit of a clerk who types this into a cell."""
    return Edit(cells={name: read_value(text)})


# ── properties ──────────────────────────────────────────────────────────


@given(MANY_EDITS)
def test_any_sequence_of_edits_is_undone_to_the_last_digit(steps: list[Edit]) -> None:
    report = a_full_report(texts={"overview": "一段"})
    start = snapshot(report)
    inverses = [report.apply(edit).inverse for edit in steps]
    for inverse in reversed(inverses):
        report.apply(inverse)
    assert snapshot(report) == start


@given(MANY_EDITS)
def test_undone_edits_are_done_again_to_the_last_digit(steps: list[Edit]) -> None:
    report = a_report()
    inverses = [report.apply(edit).inverse for edit in steps]
    end = snapshot(report)
    again = [report.apply(inverse).inverse for inverse in reversed(inverses)]
    for edit in reversed(again):
        report.apply(edit)
    assert snapshot(report) == end


@given(MANY_EDITS, edits(FORM))
def test_a_change_names_exactly_what_changed(steps: list[Edit], edit: Edit) -> None:
    report = a_report()
    for step in steps:
        report.apply(step)
    before = snapshot(report)
    change = report.apply(edit)
    after = snapshot(report)
    marked = before["from_last_year"] ^ after["from_last_year"]
    assert change.cells == {name for name in FORM.cells if cell_in(before, name) != cell_in(after, name)}
    assert change.sections == {
        key
        for key in FORM.text_sections
        if any(before[part].get(key) != after[part].get(key) for part in ("texts", "confirmed")) or key in marked
    }
    assert change.head == (before["head"] != after["head"])
    assert bool(change) == (before != after)


@given(MANY_EDITS)
def test_totals_always_equal_the_sums_of_what_is_shown(steps: list[Edit]) -> None:
    report = a_report()
    for step in steps:
        report.apply(step)
        sums = {name: sum(report.number(term.cell) for term in each.terms) for name, each in FORM.sums.items()}
        assert report.totals == sums


@given(MANY_EDITS)
def test_no_blank_is_ever_stored(steps: list[Edit]) -> None:
    report = a_report()
    for step in steps:
        report.apply(step)
    assert not [value for value in report.cells.values() if value == BLANK]


# ── values ──────────────────────────────────────────────────────────────


def test_an_empty_report_is_blank_with_totals_of_zero() -> None:
    report = Report(FORM)
    assert (report.value(RECEIVED), report.value(RECEIVED_TOTAL)) == (BLANK, ZERO)
    assert (report.filled_count, report.text("overview"), report.remark(RECEIVED)) == (0, "", "")


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("", 0), ("/", 0), ("约5", 0)])
def test_only_a_number_adds_to_a_sum(text: str, number: int) -> None:
    report = a_report({RECEIVED: text, "requests/received/other": "1"})
    assert report.number(RECEIVED) == number
    assert report.number(RECEIVED_TOTAL) == number + 1


def test_filled_cells_are_counted() -> None:
    assert a_report({RECEIVED: "0", GRANTED: "/"}).filled_count == 2


def test_figures_leave_blanks_out() -> None:
    report = a_report({RECEIVED: "0", GRANTED: "/"})
    assert figures_of(report, [RECEIVED, GRANTED, "proactive/fees/amount"]) == {RECEIVED: ZERO, GRANTED: NOT_APPLICABLE}


# ── edits ───────────────────────────────────────────────────────────────


def test_typing_changes_the_cell_and_every_total_above_it() -> None:
    change = a_report().apply(typed(GRANTED, "3"))
    assert change.cells == {GRANTED, GRANTED_TOTAL, PROCESSED, PROCESSED_TOTAL}


def test_typing_the_same_changes_nothing() -> None:
    assert not a_report({GRANTED: "3"}).apply(typed(GRANTED, "3"))


def test_typing_more_decimals_is_a_change() -> None:
    report = a_report({GRANTED: "5"})
    change = report.apply(typed(GRANTED, "5.00"))
    assert GRANTED in change.cells
    report.apply(change.inverse)
    assert str(report.value(GRANTED)) == "5"


def test_an_entry_nobody_can_read_is_kept() -> None:
    report = a_report()
    report.apply(typed(RECEIVED, "约5"))
    assert report.value(RECEIVED) == Unreadable("约5")


def test_emptying_a_cell_makes_it_blank() -> None:
    report = a_report({RECEIVED: "5"})
    report.apply(typed(RECEIVED, ""))
    assert (report.value(RECEIVED), report.filled_count) == (BLANK, 0)


def test_a_remark_is_a_change_of_its_cell() -> None:
    report = a_report({RECEIVED: "5"})
    assert report.apply(Edit(remarks={RECEIVED: "含 1 件\n转办"})).cells == {RECEIVED}
    assert report.remark(RECEIVED) == "含 1 件 转办"


def test_an_empty_remark_removes_it() -> None:
    report = a_report({RECEIVED: "5（含转办）"})
    report.apply(Edit(remarks={RECEIVED: " "}))
    assert not report.remarks


def test_a_stated_total_is_a_change_of_its_cell() -> None:
    report = a_report({RECEIVED: "5"})
    change = report.apply(Edit(stated={RECEIVED_TOTAL: Decimal(6)}))
    assert change.cells == {RECEIVED_TOTAL}
    assert report.stated == {RECEIVED_TOTAL: Decimal(6)}
    report.apply(change.inverse)
    assert not report.stated


def test_stating_more_decimals_is_a_change() -> None:
    report = a_report()
    report.apply(Edit(stated={RECEIVED_TOTAL: Decimal(5)}))
    assert report.apply(Edit(stated={RECEIVED_TOTAL: Decimal("5.00")}))


def test_a_text_is_cleaned_and_changes_its_section() -> None:
    report = a_report()
    assert report.apply(Edit(texts={"overview": "一段\r\n二段\0"})).sections == {"overview"}
    assert report.text("overview") == "一段\n二段"


def test_an_empty_text_is_absent() -> None:
    report = a_report(texts={"overview": "一段"})
    report.apply(Edit(texts={"overview": ""}))
    assert not report.texts


def test_the_head_changes_as_a_whole() -> None:
    report = a_report(agency="某某县人民政府", year=2023)
    change = report.apply(Edit(head=Head("某某市人民政府", 2024)))
    assert (change.head, report.head) == (True, Head("某某市人民政府", 2024))
    assert change.inverse.head == Head("某某县人民政府", 2023)


def test_an_agency_stands_on_one_line() -> None:
    report = a_report(agency=" 某某市\n人民政府 ")
    assert report.head.agency == "某某市 人民政府"


def test_an_undo_bears_the_label_of_its_edit() -> None:
    assert a_report().apply(Edit(label="粘贴 2 格")).inverse.label == "粘贴 2 格"


@pytest.mark.parametrize(
    "wrong",
    [
        Edit(cells={"requests/received/nobody": ZERO}),
        Edit(cells={RECEIVED_TOTAL: ZERO}),
        Edit(remarks={"requests/nothing/other": "有"}),
        Edit(texts={"requests": "表格不是文字"}),
        Edit(stated={RECEIVED: Decimal(1)}),
        Edit(confirmed={"problems": frozenset(["一段"])}),
    ],
)
def test_an_edit_that_names_what_cannot_be_edited_leaves_all_as_it_was(wrong: Edit) -> None:
    report = a_full_report(texts={"overview": "一段"})
    before = snapshot(report)
    mixed = Edit(
        cells={GRANTED: ZERO, **wrong.cells},
        remarks={GRANTED: "有", **wrong.remarks},
        texts={"overview": "改过", **wrong.texts},
        head=Head("某某县", 2020),
        stated={GRANTED_TOTAL: Decimal(9), **wrong.stated},
        confirmed=wrong.confirmed,
    )
    with pytest.raises(KeyError):
        report.apply(mixed)
    assert snapshot(report) == before


# ── what is taken over from last year ───────────────────────────────────


@pytest.fixture
def draft() -> Report:
    content = Edit(
        cells={RECEIVED: Number(Decimal(5)), GRANTED: ZERO},
        texts={"overview": "去年的话"},
        still_last_years=frozenset([RECEIVED, GRANTED, "overview"]),
    )
    return Report.filled(FORM, content)


@pytest.mark.parametrize(
    ("edit", "touched"),
    [
        (lambda: typed(RECEIVED, "6"), RECEIVED),
        (lambda: typed(RECEIVED, "5"), RECEIVED),
        (lambda: Edit(remarks={RECEIVED: "核对过"}), RECEIVED),
        (lambda: Edit(texts={"overview": "今年的话"}), "overview"),
        (lambda: Edit(texts={"overview": "去年的话"}), "overview"),
    ],
)
def test_what_is_touched_is_no_longer_last_years(draft: Report, edit: Callable[[], Edit], touched: str) -> None:
    before = set(draft.from_last_year)
    change = draft.apply(edit())
    assert draft.from_last_year == before - {touched}
    assert touched in change.cells | change.sections
    draft.apply(change.inverse)
    assert draft.from_last_year == before


def confirming(*clauses: str, text: str = "去年的话") -> Edit:
    marked = frozenset(["overview"])
    return Edit(texts={"overview": text}, still_last_years=marked, confirmed={"overview": frozenset(clauses)})


def test_confirmed_clauses_are_a_change_of_their_section(draft: Report) -> None:
    change = draft.apply(confirming("去年的话"))
    assert (change.sections, draft.confirmed) == ({"overview"}, {"overview": {"去年的话"}})


def test_confirmed_clauses_outlast_typing(draft: Report) -> None:
    draft.apply(confirming("去年的话"))
    draft.apply(Edit(texts={"overview": "去年的话。另"}, still_last_years=frozenset(["overview"])))
    assert draft.confirmed == {"overview": {"去年的话"}}


def test_a_section_that_is_no_longer_last_years_needs_no_confirmed_clauses(draft: Report) -> None:
    draft.apply(confirming("去年的话"))
    change = draft.apply(Edit(texts={"overview": "今年的话"}))
    assert not draft.confirmed
    draft.apply(change.inverse)
    assert draft.confirmed == {"overview": {"去年的话"}}


def test_what_is_not_named_cannot_be_marked() -> None:
    report = Report.filled(FORM, Edit(still_last_years=frozenset([RECEIVED, "nothing"])))
    assert not report.from_last_year


def test_a_report_of_a_third_form_is_edited_alike() -> None:
    report = a_report({"lending/returned/adults": "3"}, form=third_form())
    change = report.apply(Edit(cells={"lending/lost/adults": ZERO}))
    assert change.cells == {"lending/lost/adults"}
    assert report.number("lending/settled/total") == 3
