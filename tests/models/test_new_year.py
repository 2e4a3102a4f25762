from decimal import Decimal

import pytest
from hypothesis import given, settings

from models.cell_value import Number, read_value
from models.checks import find_problems
from models.errors import RequestRefusal
from models.form import Form
from models.form_file import current_form, known_forms
from models.new_year import FIRST_YEAR, LAST_POSSIBLE_YEAR, last_year_of, start_new_year
from models.report import Edit, Head, LastYear, Report
from tests.builders import a_clean_report, a_full_report, a_report, third_form
from tests.strategies import reports

FORM = current_form()
FORM_2019 = known_forms()["zfxxgk-2019"]

LAST_YEAR = {
    "proactive/regulations/issued": "1",
    "proactive/regulations/in_force": "/",
    "proactive/normative_documents/in_force": "22（其中修订16件）",
    "requests/received/commercial": "9",
    "requests/carried_in/other": "4",
    "requests/carried_out/natural_person": "3",
    "requests/carried_out/commercial": "/",
    "requests/carried_out/research": "0",
}


def a_draft(cells: dict[str, str] | None = None) -> Report:
    last = a_report(LAST_YEAR if cells is None else cells, texts={"overview": "去年的话"}, agency="某某县人民政府")
    last.apply(Edit(stated={"requests/carried_out/total": Decimal(9)}))
    return start_new_year(last, FORM)


def entered(report: Report) -> dict[str, str]:
    return {name: str(value) for name, value in report.cells.items()}


def last_years(report: Report) -> dict[str, str]:
    assert report.last_year is not None
    return {name: str(value) for name, value in report.last_year.cells.items()}


# ── what a draft holds ──────────────────────────────────────────────────


def test_a_draft_is_of_the_next_year_and_the_same_agency() -> None:
    assert a_draft().head == Head("某某县人民政府", 2025)


def test_only_what_is_carried_over_or_in_force_is_filled() -> None:
    assert entered(a_draft()) == {
        "requests/carried_in/natural_person": "3",
        "requests/carried_in/commercial": "/",
        "requests/carried_in/research": "0",
        "proactive/regulations/in_force": "/",
        "proactive/normative_documents/in_force": "22",
    }


def test_a_blank_is_carried_over_as_a_blank() -> None:
    assert not a_draft({}).cells


def test_decimals_and_words_are_carried_over_as_they_stand() -> None:
    draft = a_draft({"requests/carried_out/other": "5.00", "requests/carried_out/research": "约2"})
    assert entered(draft) == {"requests/carried_in/other": "5.00", "requests/carried_in/research": "约2"}


def test_totals_are_those_of_the_new_year() -> None:
    assert a_draft().totals["requests/carried_in/total"] == 3


def test_texts_are_taken_over() -> None:
    assert a_draft().texts == {"overview": "去年的话"}


def test_remarks_stated_totals_and_unknown_content_stay_behind() -> None:
    last = Report(FORM, further={"later": 1})
    last.apply(Edit(head=Head("", 2024), remarks={"requests/received/other": "有"}))
    draft = start_new_year(last, FORM)
    assert (draft.remarks, draft.stated, draft.further) == ({}, {}, {})
    assert not a_draft().stated


def test_all_that_is_taken_over_is_marked_until_touched() -> None:
    draft = a_draft()
    assert draft.from_last_year == {*draft.cells, "overview"}
    draft.apply(Edit(texts={"overview": "今年的话"}))
    assert draft.from_last_year == {*draft.cells}


def test_last_years_report_is_left_alone() -> None:
    last = a_report(LAST_YEAR, texts={"overview": "去年的话"})
    start_new_year(last, FORM).apply(Edit(texts={"overview": "今年的话"}))
    assert (last.text("overview"), last.head.year) == ("去年的话", 2024)


@settings(max_examples=50)
@given(reports())
def test_any_report_makes_a_draft_that_carries_over_exactly(last: Report) -> None:
    draft = start_new_year(last, FORM, 2026)
    for pair in FORM.table("requests").carry_over:
        assert str(draft.value(pair.target)) == str(last.value(pair.source))
    assert set(draft.cells) | set(draft.texts) == draft.from_last_year


def test_a_clean_report_makes_a_draft_whose_only_problems_are_blanks_and_last_years_words() -> None:
    draft = start_new_year(a_clean_report(), FORM)
    assert {finding.code for finding in find_problems(draft)} == {"blank", "same-as-last-year"}


# ── last year's figures for comparison ──────────────────────────────────


def test_last_years_figures_are_kept_with_their_totals() -> None:
    figures = last_years(a_draft())
    assert figures.items() >= {"requests/received/commercial": "9", "requests/received/total": "9"}.items()


def test_last_years_texts_and_year_are_kept() -> None:
    last_year = a_draft().last_year
    assert last_year is not None
    assert (last_year.year, last_year.texts) == (2024, {"overview": "去年的话"})


def test_a_total_of_blanks_is_unknown_not_zero() -> None:
    figures = last_years(a_draft())
    assert "review_litigation/review/total" not in figures
    assert "requests/granted/total" not in figures


def test_a_total_alone_in_last_years_file_is_known() -> None:
    assert last_years(a_draft({}))["requests/carried_out/total"] == "9"


def test_a_total_with_figures_is_their_sum() -> None:
    assert last_years(a_draft())["requests/carried_out/total"] == "3"


# ── the year before last ────────────────────────────────────────────────


RECEIVED = "requests/received/natural_person"


def third_year() -> LastYear:
    """Return what the third of three reports, each the draft made of the one before, knows of the second."""
    second = start_new_year(a_report({RECEIVED: "5", **LAST_YEAR}, texts={"overview": "话"}), FORM)
    second.apply(Edit(cells={RECEIVED: read_value("8")}))
    return last_year_of(second, FORM)


def test_the_year_before_comes_along_with_its_totals() -> None:
    last = third_year()
    assert last.before is not None
    assert (last.year, str(last.cells[RECEIVED]), last.before.year) == (2025, "8", 2024)
    assert (str(last.before.cells[RECEIVED]), str(last.before.cells["requests/received/total"])) == ("5", "14")


def test_of_the_year_before_only_figures_are_kept_and_nothing_further_back() -> None:
    last = third_year()
    second = a_report(year=2026)
    second.last_year = last
    known = last_year_of(second, FORM)
    assert known.before is not None
    assert (known.before.year, known.before.texts, known.before.before) == (2025, {}, None)


@pytest.mark.parametrize("middle", [FORM, FORM_2019], ids=["in between", "at the end"])
def test_the_year_before_moves_into_this_years_form(middle: Form) -> None:
    first = a_report({"requests/other/natural_person": "4"}, form=FORM_2019, year=2022)
    before = last_year_of(start_new_year(first, middle), FORM).before
    assert before is not None
    assert (str(before.cells["requests/other.rest/natural_person"]), before.form) == ("4", "zfxxgk-2019")


@pytest.mark.parametrize("year", [2022, 2020])
def test_a_year_before_that_is_another_stays_behind(year: int) -> None:
    last = a_report(year=2024)
    last.last_year = LastYear(year, {RECEIVED: read_value("5")})
    assert last_year_of(last, FORM).before is None


def test_a_year_before_without_figures_is_none() -> None:
    last = a_report(year=2024)
    last.last_year = LastYear(2023, texts={"overview": "话"})
    assert last_year_of(last, FORM).before is None


# ── last year in another form ───────────────────────────────────────────


def a_draft_from_2019(cells: dict[str, str]) -> Report:
    return start_new_year(a_report(cells, form=FORM_2019, year=2022), FORM)


def test_a_2019_report_hands_over_what_it_carries() -> None:
    assert entered(a_draft_from_2019({"requests/carried_out/other": "2"})) == {"requests/carried_in/other": "2"}


def test_other_processing_of_2019_is_the_rest_of_2021() -> None:
    figures = last_years(
        a_draft_from_2019({"requests/other/natural_person": "4", "requests/granted/natural_person": "1"})
    )
    assert figures["requests/other.rest/natural_person"] == "4"
    assert figures["requests/other.rest/total"] == "4"
    assert figures["requests/processed/natural_person"] == "5"


def test_only_decisions_move_from_table_two_of_2019() -> None:
    cells = dict.fromkeys(FORM_2019.table("proactive").cells, "7")
    figures = last_years(a_draft_from_2019(cells))
    assert figures == {f"proactive/{row}/decisions": "7" for row in ("licences", "penalties", "coercion")}


def a_different_number_each(form: Form) -> dict[str, str]:
    return {name: str(number) for number, name in enumerate(form.typed_cells, 100)}


def test_every_figure_of_table_three_of_2019_stays_in_its_row_but_other_processing() -> None:
    old = a_different_number_each(FORM_2019)
    rows = {name: name.replace("/other/", "/other.rest/", 1) for name in FORM_2019.table("requests").typed_cells}
    figures = last_years(a_draft_from_2019(old))
    typed = {name: value for name, value in figures.items() if name in FORM.table("requests").typed_cells}
    assert typed == {new: old[name] for name, new in rows.items()}


def test_what_2019_did_not_tell_apart_stays_unknown() -> None:
    figures = last_years(a_draft_from_2019(a_different_number_each(FORM_2019)))
    rows = {name.rpartition("/")[0] for name in figures}
    assert not rows & {"requests/other.not_corrected", "requests/other.fee_unpaid", "proactive/fees"}


def test_a_draft_from_2019_holds_what_is_carried_over_and_nothing_else() -> None:
    old = a_different_number_each(FORM_2019)
    pairs = FORM_2019.table("requests").carry_over
    draft = a_draft_from_2019(old)
    assert entered(draft) == {pair.target: old[pair.source] for pair in pairs}
    assert draft.from_last_year == {*draft.cells}


def test_the_processed_total_of_2019_is_still_the_sum() -> None:
    draft = a_draft_from_2019(a_different_number_each(FORM_2019))
    old = a_report(a_different_number_each(FORM_2019), form=FORM_2019)
    assert last_years(draft)["requests/processed/total"] == str(old.totals["requests/processed/total"])


def test_last_years_form_is_known_where_it_is_an_older_one() -> None:
    forms = [draft.last_year.form for draft in (a_draft_from_2019({}), a_draft()) if draft.last_year]
    assert forms == ["zfxxgk-2019", ""]


def test_what_was_published_in_all_is_not_what_is_in_force() -> None:
    assert not a_draft_from_2019({"proactive/regulations/published_total": "524"}).cells


def test_table_four_moves_as_a_whole() -> None:
    cells = dict.fromkeys(FORM_2019.table("review_litigation").typed_cells, "1")
    figures = last_years(a_draft_from_2019(cells))
    assert figures.keys() == FORM.table("review_litigation").cells.keys()


@pytest.mark.parametrize(("old", "new"), [(FORM, FORM_2019), (third_form(), FORM)], ids=["newer", "foreign"])
def test_a_form_that_is_no_predecessor_is_refused(old: Form, new: Form) -> None:
    with pytest.raises(RequestRefusal, match=f"“{old.name}”的报告不能作“{new.name}”报告的底本"):
        start_new_year(a_report(form=old), new)


def test_a_third_form_starts_a_year_from_its_own_reports() -> None:
    draft = start_new_year(a_report({"lending/still_out/adults": "6"}, form=third_form()), third_form())
    assert entered(draft) == {"lending/lent/adults": "6"}


# ── the year ────────────────────────────────────────────────────────────


def test_a_year_that_is_asked_for_is_taken() -> None:
    assert start_new_year(a_report(year=2022), FORM, 2025).head.year == 2025


def test_a_year_must_be_told_where_last_years_is_unknown() -> None:
    with pytest.raises(RequestRefusal, match="没有找到年份，请写明新报告的年份"):
        start_new_year(a_report(year=None), FORM)


def test_an_unknown_last_year_stays_unknown() -> None:
    draft = start_new_year(a_report(year=None), FORM, 2025)
    assert draft.last_year is not None
    assert (draft.head.year, draft.last_year.year) == (2025, None)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_POSSIBLE_YEAR + 1, 0, -1])
def test_an_impossible_year_is_refused(year: int) -> None:
    with pytest.raises(RequestRefusal, match=f"年份 {year} 不对，应在 2008 到 2099 之间"):
        start_new_year(a_report(), FORM, year)


def test_the_year_after_the_last_possible_one_is_refused() -> None:
    with pytest.raises(RequestRefusal, match="2100"):
        start_new_year(a_report(year=LAST_POSSIBLE_YEAR), FORM)


@pytest.mark.parametrize("year", [2024, 2023])
def test_a_new_year_comes_after_last_year(year: int) -> None:
    with pytest.raises(RequestRefusal, match=f"作底本的报告是 2024 年的，新报告的年份 {year} 应在它之后"):
        start_new_year(a_report(year=2024), FORM, year)


def test_a_figure_of_last_year_keeps_its_decimals() -> None:
    last = a_report()
    last.apply(Edit(cells={"proactive/fees/amount": read_value("96171.60")}))
    value = start_new_year(last, FORM).last_year
    assert value is not None
    assert str(value.cells["proactive/fees/amount"]) == str(Number(Decimal("96171.60")))


def test_the_years_in_the_texts_move_on_and_last_years_words_are_kept_beside() -> None:
    last = a_full_report(texts={"overview": "2024年，依据〔2021〕30号文件办理。"})
    draft = start_new_year(last, current_form())
    assert draft.text("overview") == "2025年，依据〔2021〕30号文件办理。"
    assert draft.last_year is not None
    assert draft.last_year.texts["overview"] == "2024年，依据〔2021〕30号文件办理。"


def test_the_years_in_the_texts_move_on_to_the_year_that_is_asked_for() -> None:
    last = a_report(texts={"overview": "2022年受理6件，比2021年增加1件。"}, form=FORM_2019, year=2022)
    assert start_new_year(last, FORM, 2025).text("overview") == "2025年受理6件，比2024年增加1件。"
