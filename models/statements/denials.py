"""Words without a figure that say there is none, or none left: found in a sentence, and held to be meant of it all."""

import re
from collections.abc import Iterable

from models.statements.agents import Agent, agent_of, is_unknown
from models.statements.cues import cues
from models.statements.grammar import Claim
from models.statements.mention import Denial
from models.statements.sentence import Sentence
from models.statements.times import is_of_another_year, is_of_part_of_year

_CLAUSE_END = re.compile(r"[,;:()、\n]")
_FIGURE = re.compile(r"\d+[件宗起例份]")


def denials_in(text: str, claims: Iterable[Claim]) -> list[Denial]:
    """Return what a folded text seems to deny, the last first."""
    found = [Denial(claim, *match.span()) for claim in claims for match in claim.words.finditer(text)]
    return sorted(found, key=lambda each: each.start, reverse=True)


def is_spoken_of(here: Sentence, denial: Denial, *, is_topic: bool) -> bool:
    """Tell whether a sentence is about what a claim denies.

    Args:
        here: the sentence.
        denial: the words that deny it.
        is_topic: whether the text around is about it.
    """
    behind = denial.claim.behind
    if behind and not behind.search(here.text, here.start, denial.start):
        return False
    return is_topic and cues()["requests"].search(here.text, here.start, denial.stop) is not None


def is_of_all(here: Sentence, denial: Denial, agency: str, year: int | None) -> bool:
    """Tell whether a denial is surely the agency's own, of the report's year and of all cases."""
    clause = here.text[_clause_start(here, denial.start) : denial.start]
    if denial.start < here.part_until or cues()["part_of_all"].search(clause) or _is_of_other_time(here, denial, year):
        return False
    whose = agent_of(clause, agency)
    if whose in {Agent.OTHER, Agent.SCOPED} or (whose is None and (here.is_others or here.is_scoped)):
        return False
    if denial.claim.topic and not _follows_no_doubt(here):
        return False
    figures = [match.end() for match in _FIGURE.finditer(clause)]
    if figures and not _follows_a_whole(here):
        return False
    return not is_unknown(clause[figures[-1] :] if figures else clause, agency)


def _is_of_other_time(here: Sentence, denial: Denial, year: int | None) -> bool:
    text, start, stop = here.text, here.start, denial.start
    up_to = cues()["up_to"].search(text, start, here.stop)
    if up_to and up_to.end() <= stop:
        start = up_to.end()
    words = cues()["this_year"].split(text[start:stop])[-1]
    return is_of_another_year(text, (start, stop), words, year) or is_of_part_of_year(text, start, stop)


def _clause_start(here: Sentence, stop: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(here.text, here.start, stop)]
    return ends[-1] if ends else here.start


def _follows_no_doubt(here: Sentence) -> bool:
    """Tell whether the figure before, if there is one, is surely one of the tables': 督办44件，已全部办结."""
    is_first = here.last_stop <= here.start
    return is_first or (here.is_right_behind_mention and here.previous is not None and not here.previous.is_doubtful)


def _follows_a_whole(here: Sentence) -> bool:
    """Tell whether the figure before is surely that of all cases: 受理的61件均已办结."""
    whole = here.previous
    if whole is None or whole.number.end != here.last_stop:
        return False
    return whole.quantity.is_whole and not whole.is_doubtful and not whole.is_scoped
