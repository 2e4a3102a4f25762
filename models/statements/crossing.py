"""Kinds of results and kinds of applicants told together: the cells where a row and a column of 表三 meet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.statements.grammar import Basis, Grammar, Quantity
from models.statements.matching import Found
from models.statements.sentence import Sentence

APPLICANT = "applicant"
"""The columns of the applicants that a sentence named last."""
COUNTED = "counted"
"""The rows that the figure before counts."""


def rows_counted(quantity: Quantity) -> tuple[str, ...]:
    """Return the rows of requests that a figure counts over all applicants; empty where it counts something else."""
    return next((rows for basis in quantity.bases if (rows := basis.rows_over_all)), ())


def rows_named(found: Found, quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """Return the rows named before a kind of applicants: 予以公开自然人申请3件; empty where there are none."""
    if not any(f"{{{COUNTED}}}" in cell for basis in found.quantity.bases for cell in basis.cells):
        return ()
    named = (each for each in quantities if each.before and each.before.search(found.agent))
    return next((rows for each in named if (rows := rows_counted(each))), ())


def nearest_first(quantity: Quantity, here: Sentence, words: Grammar, stop: int) -> Quantity:
    """Return a quantity whose first basis is the one that the words before it are nearest to.

    Args:
        quantity: what the figure counts.
        here: the sentence.
        words: the grammar.
        stop: where the figure begins.
    """
    start = max(here.text.rfind(";", here.start, stop) + 1, here.start)
    is_bracketed = here.is_right_behind_mention and here.text.startswith("(", here.last_stop)
    if words.of_applicant.search(here.text, start, stop):
        return replace(quantity, bases=tuple(_first(quantity.bases, APPLICANT)))
    return replace(quantity, bases=tuple(_first(quantity.bases, COUNTED))) if is_bracketed else quantity


def _first(bases: Iterable[Basis], context: str) -> list[Basis]:
    return sorted(bases, key=lambda basis: not any(f"{{{context}}}" in cell for cell in basis.cells))


def without_last_sentence(rows: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return what a text speaks of when a new sentence begins: rules, applicants and results are told anew."""
    return {key: each for key, each in rows.items() if key not in {"rules", APPLICANT, COUNTED}}
