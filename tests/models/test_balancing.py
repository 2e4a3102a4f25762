"""按勾稽推算: with the figure it proposes, the relation holds."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from models.balancing import Proposal, Relation, proposals_for, relations_of, value_in
from models.cell_value import CellValue, Number, Unreadable
from models.checks.arithmetic import find_unbalanced
from models.checks.documents import find_in_force_breaks
from models.checks.years import find_carry_over_breaks
from models.form import Form, Term
from models.form_file import known_forms
from models.formulas import side_total
from models.report import Edit, Head, LastYear, Report
from tests.builders import a_full_report, a_report, third_form
from tests.models.checks.examples import last_year
from tests.strategies import values

PERSONS = "natural_person"
RECEIVED, CARRIED_IN = f"requests/received/{PERSONS}", f"requests/carried_in/{PERSONS}"
GRANTED, CARRIED_OUT = f"requests/granted/{PERSONS}", f"requests/carried_out/{PERSONS}"
IN_FORCE, ISSUED, REPEALED = (f"proactive/normative_documents/{each}" for each in ("in_force", "issued", "repealed"))
FORMS = [*known_forms().values(), third_form()]


def proposed(report: Report, name: str) -> list[str]:
    return [str(each.value) for each in proposals_for(report, name)]


def only(report: Report, name: str) -> Proposal:
    (proposal,) = proposals_for(report, name)
    return proposal


def with_last_year(report: Report, cells: dict[str, str]) -> Report:
    report.last_year = last_year(cells)
    return report


# ── the balances of a table ─────────────────────────────────────────────


def test_what_is_carried_out_is_what_the_balance_leaves() -> None:
    report = a_full_report({RECEIVED: "9"})
    assert proposed(report, CARRIED_OUT) == ["4"]


def test_a_cell_of_the_other_side_is_found_as_well() -> None:
    assert proposed(a_full_report({RECEIVED: "9"}), RECEIVED) == ["5"]


def test_a_cell_within_a_total_is_found_through_it() -> None:
    assert proposed(a_full_report({RECEIVED: "9"}), GRANTED) == ["4"]


def test_the_balance_is_named_with_its_rows() -> None:
    assert only(a_full_report(), RECEIVED).reason == "自然人：一＋二＝三(七)＋四"


def test_a_cell_that_balances_already_holds_what_is_proposed() -> None:
    assert only(a_full_report(), RECEIVED).is_there


def test_a_figure_that_no_cell_can_hold_is_told_from_others() -> None:
    assert not only(a_full_report({GRANTED: "9"}), CARRIED_OUT).is_possible


def test_a_column_in_which_nothing_else_stands_determines_nothing() -> None:
    assert proposed(a_report({RECEIVED: "9"}), RECEIVED) == []
    assert proposed(a_report({RECEIVED: "9"}), CARRIED_OUT) == ["9"]


def test_blanks_beside_it_are_counted() -> None:
    proposal = only(a_report({RECEIVED: "9"}), CARRIED_OUT)
    assert proposal.blanks == 22
    assert proposal.reason.endswith("（另有 22 格未填，按 0 计）")


def test_a_total_is_never_proposed() -> None:
    assert proposed(a_full_report({RECEIVED: "9"}), "requests/received/total") == []


def test_a_cell_of_no_relation_is_not_determined() -> None:
    assert proposed(a_full_report(), "review_litigation/review/upheld") == []


def test_the_balance_of_the_totals_is_left_to_the_columns() -> None:
    report = a_full_report({"requests/received/commercial": "7"})
    assert proposed(report, RECEIVED) == ["5"]


def test_a_cell_that_counts_twice_gets_half_of_what_is_missing() -> None:
    report = a_full_report({RECEIVED: "4"})
    twice = Relation((Term(RECEIVED), Term(RECEIVED)), Decimal(9), "")
    assert value_in(report, RECEIVED, twice) == Decimal("4.5")


def test_no_figure_is_proposed_that_only_rounding_would_make_hold() -> None:
    report = a_full_report({RECEIVED: "4"})
    thrice = Relation((Term(RECEIVED), Term(RECEIVED), Term(RECEIVED)), Decimal(10), "")
    assert value_in(report, RECEIVED, thrice) is None


# ── from last year ──────────────────────────────────────────────────────


def test_what_last_year_carried_out_is_a_second_answer() -> None:
    report = with_last_year(a_full_report({RECEIVED: "3"}), {CARRIED_OUT: "7"})
    assert [(str(each.value), each.reason) for each in proposals_for(report, CARRIED_IN)] == [
        ("2", "自然人：一＋二＝三(七)＋四"),
        ("7", "2023年报告“四、结转下年度继续办理”为 7"),
    ]


def test_two_relations_that_ask_for_the_same_are_one_proposal() -> None:
    report = with_last_year(a_full_report({RECEIVED: "3"}), {CARRIED_OUT: "2"})
    assert only(report, CARRIED_IN).reason == "自然人：一＋二＝三(七)＋四；2023年报告“四、结转下年度继续办理”为 2"


def test_documents_in_force_follow_from_last_years() -> None:
    report = with_last_year(a_full_report({ISSUED: "3", REPEALED: "1"}), {IN_FORCE: "22"})
    assert only(report, IN_FORCE).reason == "2023年报告“现行有效件数”为 22，加“本年制发件数”、减“本年废止件数”"
    assert proposed(report, IN_FORCE) == ["24"]


def test_a_report_of_another_year_determines_nothing() -> None:
    report = a_full_report({RECEIVED: "3"})
    report.last_year = last_year({CARRIED_OUT: "7"}, year=2020)
    assert proposed(report, CARRIED_IN) == ["2"]


def test_a_proposal_settles_what_the_checks_found() -> None:
    report = with_last_year(a_full_report({CARRIED_IN: "0", ISSUED: "3"}), {CARRIED_OUT: "7", IN_FORCE: "22"})
    for name in (CARRIED_IN, RECEIVED, IN_FORCE):
        report.apply(Edit(cells={name: proposals_for(report, name)[-1].value}))
    assert [*find_unbalanced(report), *find_carry_over_breaks(report), *find_in_force_breaks(report)] == []


# ── any report of any form ──────────────────────────────────────────────


def holds(report: Report, relation: Relation) -> bool:
    return side_total(report, relation.terms) == relation.goal


def figures(form: Form) -> st.SearchStrategy[Mapping[str, CellValue]]:
    cells = [form.cells[name] for name in form.typed_cells]
    return st.fixed_dictionaries({}, optional={cell.name: values(cell.kind) for cell in cells})


@st.composite
def cells_of_reports(draw: st.DrawFn) -> tuple[Report, str]:
    form: Form = draw(st.sampled_from(FORMS))
    last = LastYear(2023, cells=draw(figures(form)))
    report = Report.filled(form, Edit(cells=draw(figures(form)), head=Head("某某市人民政府", 2024)), last_year=last)
    related = [name for name in form.typed_cells if relations_of(report, name)]
    return report, draw(st.sampled_from(related))


@settings(max_examples=150, deadline=None)
@given(cells_of_reports())
def test_with_a_proposed_figure_every_relation_that_asks_for_it_holds(drawn: tuple[Report, str]) -> None:
    report, name = drawn
    for proposal in proposals_for(report, name):
        inverse = report.apply(Edit(cells={name: proposal.value})).inverse
        assert all(holds(report, relation) for relation in proposal.relations)
        report.apply(inverse)


@settings(max_examples=150, deadline=None)
@given(cells_of_reports())
def test_a_figure_is_there_exactly_where_its_relations_hold_already(drawn: tuple[Report, str]) -> None:
    report, name = drawn
    for proposal in proposals_for(report, name):
        if isinstance(report.value(name), Number):
            assert proposal.is_there == all(holds(report, relation) for relation in proposal.relations)


@settings(max_examples=100, deadline=None)
@given(cells_of_reports(), st.integers(0, 10**6))
def test_what_stands_in_the_cell_does_not_change_what_is_proposed(drawn: tuple[Report, str], other: int) -> None:
    report, name = drawn
    before = [each.value for each in proposals_for(report, name)]
    report.apply(Edit(cells={name: Unreadable(f"约{other}")}))
    assert [each.value for each in proposals_for(report, name)] == before
