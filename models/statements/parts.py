"""Whether a figure is a part of what the tables count: one office's, a few months', an answer given anew."""

from models.statements.cues import cues
from models.statements.matching import Found
from models.statements.phrases import Phrase
from models.statements.sentence import Sentence
from models.statements.times import is_of_part_of_year, is_of_several_years

_PROCESSED = "processed"


def is_part(here: Sentence, phrase: Phrase, found: Found, agency: str, year: int | None) -> bool:
    """Tell whether the words before a figure may make it a part of the year's, or of the agency's.

    Args:
        here: the sentence; it is noted where words make all that follows a part.
        phrase: the figure and its words.
        found: what it counts.
        agency: the report's; what is named like a part of it may be itself.
        year: the report's.
    """
    begin = here.begin_of_part(phrase.number.start)
    if here.says("part_from_here", begin, phrase.number.start):
        here.part_until = here.end_of_part(phrase.number.start)
    if cues()["part_of_region"].search(phrase.before):
        here.part_until = max(here.part_until, _end_of_own_level(here, phrase))
    if phrase.number.start < here.part_until or _is_of_several_years(here, phrase, year):
        return True
    if found.quantity.topic == "rules" and here.says("clean_up", begin, here.stop):
        return True
    if found.quantity.of_another_year:
        return False
    is_own_part = not found.quantity.is_part and _is_own_part(here, phrase, found, agency)
    if is_own_part or not here.says("part_of_year", here.start, phrase.number.start):
        return is_own_part
    return is_of_part_of_year(here.text, here.start, phrase.number.start)


def _is_of_several_years(here: Sentence, phrase: Phrase, year: int | None) -> bool:
    if not here.says("several_years", here.start, phrase.number.start):
        return False
    return is_of_several_years(here.text, here.start, phrase.number.start, year)


def _end_of_own_level(here: Sentence, phrase: Phrase) -> int:
    """Return where the figures of a government's own offices end; 0 where nothing tells those of its whole region."""
    whole, start = cues()["whole_region"], phrase.number.start
    paragraph = here.text[here.text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    if not whole.search(paragraph):
        return 0
    ends = [
        here.text.find(";", start, here.stop),
        *(each.start() for each in whole.finditer(here.text, start, here.stop)),
    ]
    return min((end for end in ends if end > start), default=here.stop)


def _is_own_part(here: Sentence, phrase: Phrase, found: Found, agency: str) -> bool:
    cue, before = cues(), here.previous
    part = cue["part"].search(phrase.before)
    if part and part[0] not in agency:
        return True
    if cue["part_beside"].search(phrase.before) and cue["other_parts"].search(here.text, here.start, here.stop):
        return True
    if here.is_split_by_year and found.quantity.needs_topic:
        return True
    if found.quantity.key == _PROCESSED and cue["settled_apart_later"].search(here.text, phrase.number.end, here.stop):
        return True
    if before is None or before.number.end != here.last_stop:
        return False
    is_right_behind = before.quantity.is_whole and phrase.start == here.last_stop
    return is_right_behind or (cue["own_part"].search(phrase.before) is not None and not before.is_scoped)
