"""Finding the figures of running text that are figures of the tables; what is not surely one is left alone."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from models.statements.agents import Agent, agent_of, is_short_for
from models.statements.folded_text import FoldedText
from models.statements.grammar import Grammar, Quantity, grammar
from models.statements.matching import Found, found_again, found_before, found_behind
from models.statements.mention import Mention
from models.statements.numbers import NumberInText, numbers_in
from models.statements.phrases import Phrase, phrases_of
from models.statements.rates import rates_behind

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_REQUEST = "申请"

Rows = dict[str, tuple[str, ...]]


@dataclass(slots=True)
class _Sentence:
    """A sentence under reading: where it stands in the text, and what is known of it so far.

    Args:
        text: the whole text.
        start: where the sentence begins.
        stop: where it ends.
        is_about_disclosure: whether it names 信息公开.
        is_about_requests: whether it has words that only requests have.
        is_settled: whether words before have made sure that it is about requests.
        is_others: whether the figures are another agency's.
        is_scoped: whether they may be a part of the tables', or more than they cover.
        is_doubtful: whether the reviews or suits it speaks of may be those on any matter.
        all_courts: the rows of all reviews or suits together, where it gave such a total.
        previous: the mention before.
    """

    text: str
    start: int
    stop: int
    is_about_disclosure: bool
    is_about_requests: bool
    is_settled: bool = False
    is_others: bool = False
    is_scoped: bool = False
    is_doubtful: bool = False
    all_courts: tuple[str, ...] = ()
    previous: Mention | None = None


class _Reader:
    """Reads one section's text from the first sentence to the last, remembering what it speaks of."""

    def __init__(self, words: Grammar, agency: str, year: int | None) -> None:
        self._words = words
        self._marks = words.marks
        self._agency = agency
        self._year = year
        self._topic = ""
        self._rows: Rows = {}
        self._all_courts: tuple[str, ...] = ()
        self._first_court: tuple[str, ...] = words.contexts["court"].rows[-1]

    def sentence(self, text: str, numbers: Sequence[NumberInText], start: int, stop: int) -> Iterator[Mention]:
        """Yield the mentions of a sentence."""
        topics = self._words.topics
        here = _Sentence(
            text=text,
            start=start,
            stop=stop,
            is_about_disclosure=topics["disclosure"].search(text, start, stop) is not None,
            is_about_requests=topics["requests"].search(text, start, stop) is not None,
        )
        self._rows.pop("rules", None)
        for phrase in phrases_of(text, numbers, start, stop):
            self._look(here, start, phrase.number.start)
            start = phrase.number.start
            if mention := self._recognised(here, phrase):
                yield mention
                yield from self._said_of_all(here, mention)
                here.previous = mention
        self._look(here, start, stop)

    def _look(self, here: _Sentence, start: int, stop: int) -> None:
        """Note what a part of the text is about; what a sentence was about once it stays to its end."""
        if self._words.topics["application"].search(here.text, start, stop):
            self._topic, here.is_settled = "application", True
        elif not (here.is_settled or here.is_about_requests):
            is_other = self._words.topics["other"].search(here.text, start, stop) is not None
            self._topic = "other" if is_other else self._topic
        self._rows |= self._rows_in(here.text, start, stop)

    def _rows_in(self, text: str, start: int = 0, stop: int = sys.maxsize) -> Rows:
        """Return for each context the rows that the last of its words in a part of the text stands for."""
        rows = {key: context.last_in(text, start, stop) for key, context in self._words.contexts.items()}
        return {key: each for key, each in rows.items() if each}

    # ── what a figure counts ────────────────────────────────────────────

    def _recognised(self, here: _Sentence, phrase: Phrase) -> Mention | None:
        if self._is_noise(here, phrase):
            return None
        possible = self._possible(here, phrase)
        fits = self._fits_behind(phrase)
        fitting = possible if fits else [each for each in possible if each.is_part]
        found = found_before(phrase, possible, fitting) or found_behind(phrase, possible)
        found = found or found_again(phrase, here.previous, self._words)
        return self._mention(here, phrase, found) if found else None

    def _is_noise(self, here: _Sentence, phrase: Phrase) -> bool:
        begin = max(here.text.rfind(";", here.start, phrase.number.start) + 1, here.start)
        stop = phrase.number.end + len(phrase.after)
        if self._marks["elsewhere"].search(here.text, begin, stop):
            return True
        is_about_others = self._marks["other_cases"].search(here.text, begin, phrase.start) is not None
        if is_about_others and not here.is_settled and _REQUEST not in here.text[begin:stop]:
            return True
        around = f"{phrase.before.rpartition(':')[2]}{phrase.after}"
        if self._marks["noise"].search(around):
            return True
        return bool(self._marks["channel"].search(around)) and not self._marks["all_channels"].search(phrase.before)

    def _possible(self, here: _Sentence, phrase: Phrase) -> list[Quantity]:
        """Return the quantities that the text may be about at a figure, in the order in which they are tried."""
        topics = self._topics_at(here, phrase)
        is_said = self._topic == "application" or here.is_about_requests or _REQUEST in phrase.before + phrase.after
        before = here.previous.quantity.key if here.previous else ""
        return [
            each
            for each in self._words.quantities
            if each.topic in topics
            and (is_said or not each.needs_topic)
            and (not each.follows or before in each.follows)
        ]

    def _topics_at(self, here: _Sentence, phrase: Phrase) -> set[str]:
        if phrase.number.is_money:
            return {"money"}
        topics = {"application"} if self._topic != "other" else set()
        if phrase.number.unit == "项":
            return topics
        named = self._rows.keys() | self._rows_in(f"{phrase.before}{phrase.after}").keys()
        if "court" in named and (self._topic != "other" or here.is_about_disclosure):
            topics.add("court")
        return topics | {"decisions"} | ({"rules"} & named)

    def _fits_behind(self, phrase: Phrase) -> bool:
        """Tell whether the words behind a figure leave it what the words before make it; parts may stand anywhere."""
        if not phrase.after:
            return True
        filled = self._words.filling.match(phrase.after)
        places = {0, filled.end() if filled else 0}
        return any(self._marks["behind"].match(phrase.after, place) for place in places)

    # ── whose figure it is, and of when ─────────────────────────────────

    def _mention(self, here: _Sentence, phrase: Phrase, found: Found) -> Mention | None:
        quantity = found.quantity
        if not quantity.is_part:
            is_split_up = quantity.needs_topic or quantity.topic == "rules"
            if is_split_up and self._marks["split"].search(here.text, here.start, phrase.number.start):
                return None
            self._note_agent(here, found.agent)
        if here.is_others or self._is_of_another_year(here, phrase, quantity):
            return None
        if quantity.topic == "application":
            self._topic, here.is_settled = "application", True
        return Mention(
            number=phrase.number,
            quantity=quantity,
            rows=self._rows_of(here, phrase, found),
            start=phrase.wide_start if found.is_wide else phrase.start,
            stop=phrase.number.end + (len(phrase.after) if found.is_behind else 0),
            is_scoped=here.is_scoped,
            is_doubtful=self._is_doubtful(here, quantity, found.agent),
            rates=tuple(rates_behind(here.text, phrase.number.end)),
        )

    def _is_doubtful(self, here: _Sentence, quantity: Quantity, words: str) -> bool:
        """Tell whether a figure may count something else; results of doubtful cases are as doubtful."""
        if quantity.topic == "court":
            if not quantity.is_part:
                here.is_doubtful = self._may_be_all_cases(here, words)
            if here.is_doubtful or self._is_left_from_before(here):
                return True
            if self._words.topics["disclosure"].search(words):
                return quantity.is_doubtful
        return quantity.is_doubtful or (self._has_unknown(quantity, words) and not here.is_scoped)

    def _has_unknown(self, quantity: Quantity, words: str) -> bool:
        """Tell whether words before those that say what is counted are not all known to be harmless."""
        is_clear = quantity.spans_clauses or quantity.topic == "court"
        if quantity.of_another_year or (quantity.is_part and is_clear):
            return False
        rest = self._marks["plain"].sub("", words.rpartition(":")[2])
        return bool(rest) and not is_short_for(rest, self._agency)

    def _may_be_all_cases(self, here: _Sentence, words: str) -> bool:
        """Tell whether reviews or suits may be those on any matter: disclosure is not named."""
        is_named = here.is_about_disclosure or self._topic == "application"
        return not is_named and self._marks["all_cases"].search(words) is not None

    def _is_left_from_before(self, here: _Sentence) -> bool:
        """Tell whether one kind of suits was spoken of in an earlier sentence, and this one names none."""
        is_named = "court" in self._rows_in(here.text, here.start, here.stop)
        return not is_named and len(self._rows.get("court", ())) == 1 and self._rows["court"] != self._first_court

    def _rows_of(self, here: _Sentence, phrase: Phrase, found: Found) -> Rows:
        """Return what the text speaks of at a figure; behind a semicolon results are those of all cases again."""
        words = f"{phrase.before}{phrase.after}" if found.is_behind else phrase.before
        named = self._rows_in(words)
        rows = self._rows | self._rows_in(phrase.after) | named
        if found.quantity.topic == "court":
            if not found.quantity.is_part and len(rows["court"]) > 1:
                here.all_courts = self._all_courts = rows["court"]
            elif "court" not in named and self._starts_anew(here, phrase):
                rows["court"] = self._rows["court"] = here.all_courts or rows["court"]
            elif self._is_left_from_before(here):
                rows["court"] = self._all_courts or rows["court"]
        return rows

    def _starts_anew(self, here: _Sentence, phrase: Phrase) -> bool:
        """Tell whether a semicolon parts a figure from the one before."""
        return here.previous is not None and ";" in here.text[here.previous.stop : phrase.start]

    def _note_agent(self, here: _Sentence, words: str) -> None:
        """Note whose the figures are from here on; without a new agent they stay whose they were."""
        whose = agent_of(words, self._agency)
        if whose is not None:
            here.is_others, here.is_scoped = whose is Agent.OTHER, whose is Agent.SCOPED

    def _is_of_another_year(self, here: _Sentence, phrase: Phrase, quantity: Quantity) -> bool:
        if quantity.of_another_year:
            return False
        if self._marks["other_time"].search(phrase.before):
            return True
        years = [each["year"] for each in self._marks["own_year"].finditer(here.text, here.start, phrase.number.start)]
        return bool(years) and self._year is not None and int(years[-1]) != self._year

    # ── what is said of all cases ───────────────────────────────────────

    def _said_of_all(self, here: _Sentence, whole: Mention) -> Iterator[Mention]:
        """Yield what a clause without a figure says of all cases of the figure before it: 3件，均为结果维持."""
        clause = self._marks["of_all"].match(here.text, whole.number.end) if whole.quantity.is_whole else None
        if clause is None or _stands_in_a_list(here.previous, whole):
            return
        for quantity in self._words.quantities:
            if quantity.is_part and quantity.topic == whole.quantity.topic and quantity.before:
                says = quantity.before.search if clause["all"] else quantity.before.fullmatch
                if says(clause["words"]):
                    yield replace(whole, quantity=quantity, stop=clause.end(), rates=())
                    return


def _stands_in_a_list(before: Mention | None, whole: Mention) -> bool:
    """Tell whether another whole stands right before: 行政复议2件、行政诉讼3件，均为结果维持."""
    return before is not None and before.quantity.is_whole and whole.start - before.stop <= 1


@lru_cache(maxsize=64)
def mentions_in(text: FoldedText, agency: str, year: int | None) -> tuple[Mention, ...]:
    """Return the figures of a section's text that state a quantity, in reading order."""
    reader = _Reader(grammar(year), agency, year)
    numbers = list(numbers_in(text.text))
    places = [number.start for number in numbers]
    found: list[Mention] = []
    for match in _SENTENCE.finditer(text.text):
        inside = numbers[bisect_left(places, match.start()) : bisect_left(places, match.end())]
        found += reader.sentence(text.text, inside, match.start(), match.end())
    return tuple(found)
