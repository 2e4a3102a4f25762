"""Confirming as it stands what is last year's."""

import pytest

from models.confirmation import confirm_cells, confirm_section, confirm_sentences
from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit, Report
from models.taken_over import Span, taken_over
from tests.builders import a_report
from tests.models.edits import snapshot

CARRIED_IN = "requests/carried_in/natural_person"
CARRIED_IN_OTHER = "requests/carried_in/other"
IN_FORCE = "proactive/normative_documents/in_force"
TEXT = "受理6件，公开3件。均已办结。\n仍有2件在办。"


@pytest.fixture
def draft() -> Report:
    last = a_report(
        {"requests/carried_out/natural_person": "3", "requests/carried_out/other": "/", IN_FORCE: "22"},
        texts={"overview": TEXT},
    )
    return start_new_year(last, current_form())


def left(report: Report) -> list[str]:
    """Return the sentences that are last year's as a whole, and the figures still marked."""
    text = report.text("overview")
    sentences = taken_over(report, "overview", text)
    whole = [each.span.part_of(text) for each in sentences if each.is_whole]
    return whole + [span.part_of(text) for each in sentences for span in each.figures]


def confirm_text(report: Report, part: str, *, cursor: bool = False) -> Edit:
    start = TEXT.index(part)
    edit = confirm_sentences(report, "overview", Span(start, start if cursor else start + len(part)))
    report.apply(edit)
    return edit


# ── cells ───────────────────────────────────────────────────────────────


def test_a_confirmed_cell_keeps_its_figure_and_is_this_years(draft: Report) -> None:
    draft.apply(confirm_cells(draft, [CARRIED_IN]))
    assert str(draft.value(CARRIED_IN)) == "3"
    assert draft.from_last_year == {CARRIED_IN_OTHER, IN_FORCE, "overview"}


def test_only_cells_of_last_year_are_confirmed(draft: Report) -> None:
    edit = confirm_cells(draft, [CARRIED_IN, CARRIED_IN_OTHER, "requests/received/other"])
    assert edit.names == {CARRIED_IN, CARRIED_IN_OTHER}
    assert edit.label == "确认沿用 2 格"


def test_one_cell_is_named_in_the_history(draft: Report) -> None:
    assert confirm_cells(draft, [CARRIED_IN]).label == "确认沿用 二、上年结转 × 自然人"


def test_a_confirmed_cell_keeps_its_remark(draft: Report) -> None:
    draft.apply(Edit(remarks={CARRIED_IN: "含转办"}, still_last_years=frozenset([CARRIED_IN])))
    draft.apply(confirm_cells(draft, [CARRIED_IN]))
    assert draft.remark(CARRIED_IN) == "含转办"


def test_where_nothing_is_last_years_the_edit_names_nothing(draft: Report) -> None:
    assert not confirm_cells(draft, ["requests/received/other"]).names


def test_a_table_is_confirmed_as_a_whole(draft: Report) -> None:
    draft.apply(confirm_section(draft, "requests"))
    assert draft.from_last_year == {IN_FORCE, "overview"}


# ── texts ───────────────────────────────────────────────────────────────


def test_a_text_is_confirmed_as_a_whole(draft: Report) -> None:
    draft.apply(confirm_section(draft, "overview"))
    assert "overview" not in draft.from_last_year


@pytest.mark.parametrize("at", ["受理", "公开", "3件", "。均"])
def test_a_cursor_anywhere_in_a_sentence_confirms_that_sentence(draft: Report, at: str) -> None:
    confirm_text(draft, at, cursor=True)
    assert left(draft) == ["均已办结。", "仍有2件在办。", "2"]


def test_a_cursor_between_two_sentences_confirms_the_one_that_follows(draft: Report) -> None:
    confirm_text(draft, "均已", cursor=True)
    assert left(draft) == ["受理6件，公开3件。", "仍有2件在办。", "6", "3", "2"]


def test_a_cursor_at_the_end_of_a_paragraph_confirms_its_last_sentence(draft: Report) -> None:
    confirm_text(draft, "\n", cursor=True)
    assert left(draft) == ["受理6件，公开3件。", "仍有2件在办。", "6", "3", "2"]


def test_a_selection_confirms_every_sentence_it_touches(draft: Report) -> None:
    confirm_text(draft, "件。均已办结。\n仍")
    assert left(draft) == []


def test_a_selected_figure_is_confirmed_alone(draft: Report) -> None:
    confirm_text(draft, "3")
    assert left(draft) == ["受理6件，公开3件。", "均已办结。", "仍有2件在办。", "6", "2"]


def test_a_selected_word_without_a_figure_confirms_its_sentence(draft: Report) -> None:
    confirm_text(draft, "3")
    confirm_text(draft, "公开")
    assert left(draft) == ["均已办结。", "仍有2件在办。", "2"]


def test_a_sentence_is_this_years_when_its_clauses_are_confirmed_one_by_one(draft: Report) -> None:
    confirm_text(draft, "6")
    confirm_text(draft, "3")
    assert left(draft) == ["均已办结。", "仍有2件在办。", "2"]


def test_the_section_is_this_years_when_its_last_sentence_is_confirmed(draft: Report) -> None:
    for part in ("受理", "均已", "仍有"):
        confirm_text(draft, part, cursor=True)
    assert "overview" not in draft.from_last_year
    assert not draft.confirmed


def test_a_sentence_that_is_this_years_has_nothing_to_confirm(draft: Report) -> None:
    confirm_text(draft, "受理", cursor=True)
    assert not confirm_text(draft, "受理", cursor=True).names


def test_a_confirmed_figure_stays_so_when_its_sentence_is_changed_elsewhere(draft: Report) -> None:
    confirm_text(draft, "受理", cursor=True)
    changed = TEXT.replace("受理6件", "受理8件")
    draft.apply(Edit(texts={"overview": changed}, still_last_years=frozenset(["overview"])))
    assert left(draft) == ["均已办结。", "仍有2件在办。", "2"]


@pytest.mark.parametrize("part", ["受理", "3", TEXT])
def test_a_confirmation_is_undone_as_one_step(draft: Report, part: str) -> None:
    before = snapshot(draft)
    change = draft.apply(confirm_sentences(draft, "overview", Span(TEXT.index(part), TEXT.index(part) + len(part))))
    assert change.sections == {"overview"}
    draft.apply(change.inverse)
    assert snapshot(draft) == before
