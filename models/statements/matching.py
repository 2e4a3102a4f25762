"""Holding the words around a figure against the quantities: before it, behind it, on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.statements.grammar import Grammar, Quantity
from models.statements.phrases import Phrase
from models.statements.sentence import Sentence

_AMONG = "其中"


@dataclass(frozen=True, slots=True)
class Found:
    """What a figure counts.

    Args:
        quantity: what it is.
        agent: the words before those that say so, which may name whose figure it is.
        is_wide: whether the words that say so reach over commas.
        is_behind: whether they stand behind the figure.
    """

    quantity: Quantity
    agent: str
    is_wide: bool = False
    is_behind: bool = False


def found_before(phrase: Phrase, possible: Sequence[Quantity], fitting: Sequence[Quantity]) -> Found | None:
    """Return what the words before a figure say it counts; a cause may stand before a comma.

    Where the cause and the outcome are both told, as in 重复申请，不予处理3件, the figure may be either's.

    Args:
        phrase: the figure and its words.
        possible: the quantities the text is about.
        fitting: those of them that the words behind the figure allow.
    """
    narrow = _first_match(phrase.before, fitting)
    if phrase.wide == phrase.before or (narrow and (narrow.quantity.spans_clauses or narrow.quantity.is_whole)):
        return narrow
    wide = _first_match(phrase.wide, [each for each in possible if each.spans_clauses])
    if narrow is None or wide is None or wide.quantity.is_whole:
        return narrow or (replace(wide, is_wide=True) if wide else None)
    both = replace(wide.quantity, bases=wide.quantity.bases + narrow.quantity.bases)
    return Found(both, wide.agent, is_wide=True)


def found_behind(phrase: Phrase, possible: Sequence[Quantity]) -> Found | None:
    """Return what the words behind a figure, or on both sides of it, say it counts."""
    around = f"{phrase.before}#{phrase.beyond}"
    for quantity in possible:
        if quantity.around and (match := quantity.around.search(around)):
            return Found(quantity, around[: match.start()])
        if quantity.after and quantity.after.match(phrase.after):
            return Found(quantity, phrase.before, is_behind=True)
    return None


def found_again(phrase: Phrase, here: Sentence, words: Grammar) -> Found | None:
    """Return what the figure before counts, of other documents: 制发规章1件、规范性文件5件."""
    quantity = here.passed_over
    if here.previous and here.previous.number.end == here.last_stop:
        quantity = here.previous.quantity
    if quantity is None or quantity.topic != "rules" or phrase.start - here.last_stop > 1:
        return None
    return Found(quantity, "") if words.contexts["rules"].words.fullmatch(phrase.before.removeprefix(_AMONG)) else None


def _first_match(words: str, quantities: Sequence[Quantity]) -> Found | None:
    for quantity in quantities:
        match = quantity.before.search(words) if quantity.before else None
        if match:
            return Found(quantity, words[: match.start()])
    return None
