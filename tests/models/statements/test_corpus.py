"""The recognition of figures in running text, measured against the corpus; and the corpus itself."""

import re
from functools import cache

import pytest

from models.form_file import current_form
from models.statements import find_statements
from models.statements.claims import find_refuted_claims
from tests.models.statements.corpus import FIGURES, FILES, PLACEHOLDER, Entry, entries_of
from tests.models.statements.measure import Measure, fill, measure, with_a_wrong_figure
from tests.models.statements.numbers import STYLES
from tests.models.statements.random_figures import PROFILES

LEAST_ENTRIES = 100
LEAST_IN_ALL = 1490
LEAST_RECALL = 0.98
LEAST_REPORTED = 0.95
ENTRIES = [entry for name in FILES for entry in entries_of(name)]

every_file = pytest.mark.parametrize("name", FILES)


@cache
def measured(name: str) -> Measure:
    return measure(entries_of(name), find_statements, find_refuted_claims)


def listed(failures: list[str]) -> str:
    return "\n" + "\n".join(dict.fromkeys(failures))


def words_around_figures(entry: Entry) -> list[str]:
    text = PLACEHOLDER.sub("#", entry.text)
    return [text[max(0, match.start() - 5) : match.end() + 1] for match in re.finditer("#", text)]


@every_file
def test_the_figures_of_the_tables_are_found(name: str) -> None:
    assert measured(name).recall >= LEAST_RECALL, listed(measured(name).missed)


@every_file
def test_nothing_right_is_called_wrong(name: str) -> None:
    assert not measured(name).alarms, listed(measured(name).alarms)


@every_file
def test_wrong_figures_are_reported(name: str) -> None:
    assert measured(name).reported >= LEAST_REPORTED, listed(measured(name).unreported)


@every_file
def test_a_file_of_the_corpus_is_large_enough(name: str) -> None:
    assert len(entries_of(name)) >= LEAST_ENTRIES


def test_the_corpus_is_large_enough() -> None:
    assert len(ENTRIES) >= LEAST_IN_ALL


def test_entries_have_names_of_their_own() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


def test_entries_stand_in_sections_of_text() -> None:
    assert {entry.section for entry in ENTRIES} <= {*current_form().text_sections}


def test_entries_name_known_figures() -> None:
    named = {(match["name"], match["style"] or "plain") for entry in ENTRIES for match in entry.placeholders}
    named |= {(name, "plain") for entry in ENTRIES for name in (*entry.zero, *entry.only, *entry.only.values())}
    assert not [each for each in named if each[0] not in FIGURES or each[1] not in STYLES]


def test_nothing_in_an_entry_only_looks_like_a_placeholder() -> None:
    assert not [entry.id for entry in ENTRIES if re.search(r"[{}]", PLACEHOLDER.sub("", entry.text))]


def test_figures_are_sums_of_cells_of_the_form() -> None:
    assert {cell for cells in FIGURES.values() for cell in cells} <= current_form().cells.keys()


def test_every_figure_is_spoken_of() -> None:
    spoken = {match["name"] for entry in ENTRIES for match in entry.placeholders}
    assert spoken == FIGURES.keys()


def test_figures_stand_in_a_report_where_they_were_written() -> None:
    texts = [filled for number, entry in enumerate(ENTRIES) if (filled := fill(entry, "large", number))]
    assert not [
        each.entry.id for each in texts for slot in each.slots if each.text[slot.start : slot.stop] != slot.written
    ]


def test_half_of_the_held_out_figures_stand_among_other_words() -> None:
    known = "\n".join(PLACEHOLDER.sub("#", entry.text) for entry in entries_of("families"))
    words = [each for entry in entries_of("held_out") for each in words_around_figures(entry)]
    assert sum(each not in known for each in words) * 2 >= len(words)


@pytest.mark.parametrize("profile", PROFILES)
def test_random_reports_balance(profile: str) -> None:
    filled = fill(ENTRIES[0], profile, 0)
    assert filled is not None
    figures = filled.figures
    assert figures["received_all"] == figures["processed"] + figures["carried_out"]


def test_a_wrong_figure_is_no_figure_of_the_report() -> None:
    filled = fill(ENTRIES[0], "small", 0)
    assert filled is not None
    assert with_a_wrong_figure(filled, 0).slots[0].value not in filled.figures.values()
