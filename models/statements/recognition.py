"""Finding the figures of running text that are figures of the tables; what is not surely one is left alone."""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from models.statements.agents import Agent, agent_of, is_unknown
from models.statements.crossing import (
    APPLICANT,
    COUNTED,
    nearest_first,
    rows_counted,
    rows_named,
    without_last_sentence,
)
from models.statements.cues import cues
from models.statements.denials import denials_in, is_of_all, is_spoken_of
from models.statements.folded_text import FoldedText
from models.statements.grammar import Grammar, Quantity, grammar
from models.statements.matching import Found, found_again, found_before, found_behind
from models.statements.mention import Denial, Mention, Reading
from models.statements.numbers import NumberInText, numbers_in
from models.statements.parts import is_part
from models.statements.phrases import Phrase, continues, phrases_of
from models.statements.rates import rates_behind
from models.statements.sentence import Sentence
from models.statements.times import end_of_remark, is_of_another_year, names_a_year

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_REQUEST = "申请"
_COURT = "court"
_CASES = "court_cases"
_SUIT = "诉讼"

Rows = dict[str, tuple[str, ...]]


class _Reader:
    """Reads one section's text from the first sentence to the last, remembering what it speaks of."""

    def __init__(self, words: Grammar, agency: str, year: int | None) -> None:
        self._mentions: list[Mention] = []
        self._denials: list[Denial] = []
        self._words = words
        self._cues = cues()
        self._agency = agency
        self._year = year
        self._topic = ""
        self._rows: Rows = {}
        self._all_courts: tuple[str, ...] = ()
        self._is_other_business = False

    def read(self, text: str) -> Reading:
        """Read a folded text from its first sentence to the last."""
        numbers, denials = list(numbers_in(text)), denials_in(text, self._words.claims)
        places = [number.start for number in numbers]
        for match in _SENTENCE.finditer(text):
            inside = numbers[bisect_left(places, match.start()) : bisect_left(places, match.end())]
            self._sentence(text, inside, denials, match.span())
        return Reading(tuple(self._mentions), tuple(self._denials))

    def _sentence(
        self, text: str, numbers: Sequence[NumberInText], denials: list[Denial], span: tuple[int, int]
    ) -> None:
        start, stop = span
        topics = self._words.topics
        here = Sentence(
            text=text,
            start=start,
            stop=stop,
            is_about_disclosure=topics["disclosure"].search(text, start, stop) is not None,
            is_about_requests=topics["requests"].search(text, start, stop) is not None,
        )
        self._rows = without_last_sentence(self._rows)
        for phrase in phrases_of(text, numbers, start, stop):
            self._look(here, start, phrase.number.start)
            self._deny(here, denials, phrase.number.start)
            start = phrase.number.start
            if mention := self._recognised(here, phrase):
                self._mentions += [mention, *self._said_of_all(here, mention)]
                here.previous = mention
                self._rows |= {COUNTED: rows} if (rows := rows_counted(mention.quantity)) else {}
            here.last_stop = phrase.number.end
        self._look(here, start, stop)
        self._deny(here, denials, stop)

    def _look(self, here: Sentence, start: int, stop: int) -> None:
        """Note what a part of the text is about; what a sentence was about once it stays to its end."""
        if self._words.topics["application"].search(here.text, start, stop):
            self._topic, here.is_settled = "application", True
            if self._words.topics["disclosure"].search(here.text, start, stop):
                self._is_other_business = False
        elif not (here.is_settled or here.is_about_requests):
            is_other = self._words.topics["other"].search(here.text, start, stop) is not None
            self._topic = "other" if is_other else self._topic
        self._rows |= self._rows_in(here.text, start, stop)

    def _rows_in(self, text: str, start: int = 0, stop: int = sys.maxsize) -> Rows:
        """Return for each context the rows that the last of its words in a part of a text stands for."""
        rows = {key: context.last_in(text, start, stop) for key, context in self._words.contexts.items()}
        return {key: each for key, each in rows.items() if each}

    # ── what a figure counts ────────────────────────────────────────────

    def _recognised(self, here: Sentence, phrase: Phrase) -> Mention | None:
        if here.shared_out and here.previous and continues(here.text[here.last_stop : phrase.number.start]):
            rows = {**here.previous.rows, _COURT: here.shared_out.pop(0)}
            return replace(here.previous, number=phrase.number, rows=rows, start=phrase.start, stop=phrase.number.end)
        is_noise = self._is_noise(here, phrase)
        if is_noise and here.previous is None:
            self._is_of_another_year(here, phrase)
        found = None if is_noise else self._found(here, phrase)
        here.passed_over = None if found else self._passed_over(here, phrase)
        if found is None:
            self._note_other_business(here, phrase, is_noise=is_noise)
            return None
        return self._mention(here, phrase, found)

    def _found(self, here: Sentence, phrase: Phrase) -> Found | None:
        possible = self._possible(here, phrase)
        fits = self._fits_behind(phrase)
        fitting = possible if fits else [each for each in possible if each.is_part]
        found = found_before(phrase, possible, fitting) or found_behind(phrase, possible)
        return found or found_again(phrase, here, self._words)

    def _passed_over(self, here: Sentence, phrase: Phrase) -> Quantity | None:
        """Return what a figure would count, were it not of papers that the tables leave out."""
        before, count = self._cues["other_papers"].subn("规范性文件", phrase.before)
        found = self._found(here, replace(phrase, before=before, wide=before)) if count else None
        return found.quantity if found else None

    def _is_noise(self, here: Sentence, phrase: Phrase) -> bool:
        begin = here.begin_of_part(phrase.number.start)
        stop = phrase.number.end + len(phrase.after)
        if here.says("elsewhere", begin, stop):
            return True
        if here.says("not_disclosure", begin, here.stop):
            return True
        is_about_others = here.says("other_cases", begin, phrase.start)
        if is_about_others and not here.is_settled and _REQUEST not in here.text[begin:stop]:
            return True
        around = f"{phrase.before.rpartition(':')[2]}{phrase.after}"
        if self._cues["noise"].search(around):
            return True
        return bool(self._cues["channel"].search(around)) and not self._cues["all_channels"].search(phrase.before)

    def _note_other_business(self, here: Sentence, phrase: Phrase, *, is_noise: bool) -> None:
        """Note that something else is dealt with: figures that name nothing may count it too."""
        named = "own_channel" if is_noise else "own_subject"
        words = phrase.before.rpartition(":")[2]
        is_dealt_with = self._cues["dealt_with"].search(words) and phrase.number.unit
        if is_dealt_with and not self._cues[named].search(words):
            self._is_other_business = True
            here.other_until = here.end_of_part(phrase.number.end)

    def _possible(self, here: Sentence, phrase: Phrase) -> list[Quantity]:
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
            and (here.is_of_all_matters or not each.is_share_of_all)
        ]

    def _topics_at(self, here: Sentence, phrase: Phrase) -> set[str]:
        if phrase.number.is_money:
            return {"money"}
        topics = {"application"} if self._topic != "other" else set()
        if phrase.number.unit == "项":
            return topics if _REQUEST in here.text[here.start : here.stop] else set()
        named = self._rows.keys() | self._rows_in(f"{phrase.before}{phrase.after}").keys()
        is_of_papers = "rules" in self._rows and not here.says("cases", here.start, here.stop)
        if _COURT in named and not is_of_papers and (self._topic != "other" or here.is_about_disclosure):
            topics.add(_COURT)
        return topics | {"decisions"} | ({"rules"} & named)

    def _fits_behind(self, phrase: Phrase) -> bool:
        """Tell whether the words behind a figure leave it what the words before make it; parts may stand anywhere."""
        if not phrase.after or phrase.runs_on:
            return True
        filled = self._words.filling.match(phrase.after)
        places = range((filled.end() if filled else 0) + 1)
        return any(self._cues["behind"].match(phrase.after, place) for place in places)

    # ── whose figure it is, and of when ─────────────────────────────────

    def _mention(self, here: Sentence, phrase: Phrase, found: Found) -> Mention | None:
        quantity = found.quantity
        if not quantity.is_part:
            is_split_up = quantity.needs_topic or quantity.topic == "rules"
            if is_split_up and self._cues["split"].search(here.text, here.start, phrase.number.start):
                return None
            self._note_agent(here, found.agent)
        if here.is_others or (not quantity.of_another_year and self._is_of_another_year(here, phrase)):
            return None
        if quantity.topic == "application":
            self._topic, here.is_settled = "application", True
        if quantity.of_another_year and self._cues["settled_apart"].match(here.text, phrase.number.end):
            here.is_split_by_year = True
        return Mention(
            number=phrase.number,
            quantity=nearest_first(quantity, here, self._words, phrase.number.start),
            rows=self._rows_of(here, phrase, found),
            start=phrase.wide_start if found.is_wide else phrase.start,
            stop=phrase.number.end + (len(phrase.after) if found.is_behind else 0),
            is_scoped=here.is_scoped,
            is_doubtful=self._is_doubtful(here, phrase, found),
            rates=tuple(rates_behind(here.text, phrase.number.end)),
        )

    def _is_of_another_year(self, here: Sentence, phrase: Phrase) -> bool:
        """Tell whether a figure is of another year, or follows one that is: 去年收到申请27件，答复28件."""
        span = (here.start, phrase.number.start)
        if span[1] < here.other_year_until and not names_a_year(here.text, here.last_stop, span[1]):
            return True
        may_be = here.says("own_year", *span) or self._cues["other_time"].search(phrase.before)
        is_of_another = bool(may_be) and is_of_another_year(here.text, span, phrase.before, self._year)
        here.other_year_until = end_of_remark(here.text, span, here.stop) if is_of_another else 0
        return is_of_another

    def _is_doubtful(self, here: Sentence, phrase: Phrase, found: Found) -> bool:
        """Tell whether a figure may count something else, or a part of what the tables count."""
        if is_part(here, phrase, found, self._agency, self._year) or self._may_be_other_business(here, phrase, found):
            return True
        quantity = found.quantity
        if here.is_sum or (here.is_of_all_matters and quantity.topic != _COURT):
            return True
        if quantity.is_share_of_all:
            return False
        if quantity.topic == _COURT:
            if not quantity.is_part:
                self._note_cases(here, phrase, found)
            if here.is_doubtful or self._is_left_from_before(here):
                return True
            if self._names_disclosure(found.agent):
                return quantity.is_doubtful
            here.is_doubtful = quantity.is_whole and self._has_unknown(quantity, found.agent)
        is_unknown_object = self._has_unknown(quantity, found.agent) and not here.is_scoped
        is_own_level = self._cues["part_of_region"].search(phrase.before) is not None
        is_told = is_own_level or self._names_disclosure(phrase.before)
        if is_unknown_object and quantity.is_whole and not is_told:
            here.other_until = here.end_of_part(phrase.number.end)
        return quantity.is_doubtful or is_unknown_object

    def _names_disclosure(self, words: str) -> bool:
        return self._words.topics["disclosure"].search(words) is not None

    def _may_be_other_business(self, here: Sentence, phrase: Phrase, found: Found) -> bool:
        """Tell whether a figure names nothing, where something else was dealt with before."""
        words = phrase.after if found.is_behind else phrase.before[len(found.agent) :]
        quantity = found.quantity
        if quantity.topic == _COURT or quantity.of_another_year or quantity.is_part:
            return phrase.number.start < here.other_until and not self._names_disclosure(phrase.wide)
        if quantity.topic != "application":
            return False
        if self._cues["own_object"].search(words):
            self._is_other_business, here.other_until = False, 0
        return self._is_other_business or phrase.number.start < here.other_until

    def _note_cases(self, here: Sentence, phrase: Phrase, found: Found) -> None:
        """Note whether reviews or suits may be those on any matter; what follows is as doubtful."""
        is_named = self._names_disclosure(phrase.before)
        follows = self._cues["all_matters"].match(here.text, phrase.number.end)
        here.is_of_all_matters = bool(follows) and not is_named
        is_next = here.is_doubtful and not is_named and ";" not in here.text[here.last_stop : phrase.start]
        is_of_all = here.is_of_all_matters or self._may_be_all_cases(here, phrase.before, found.agent)
        here.is_doubtful = is_of_all or is_next or self._is_told_again(here, phrase)
        self._is_other_business = self._is_other_business or here.is_doubtful

    def _has_unknown(self, quantity: Quantity, words: str) -> bool:
        """Tell whether words before those that say what is counted are not all known to be harmless."""
        is_clear = quantity.spans_clauses or quantity.topic == _COURT
        if quantity.of_another_year or (quantity.is_part and is_clear):
            return False
        return is_unknown(self._words.contexts[APPLICANT].words.sub("", words), self._agency)

    def _may_be_all_cases(self, here: Sentence, words: str, agent: str) -> bool:
        """Tell whether reviews or suits may be those on any matter: disclosure is not named."""
        if here.is_about_disclosure:
            return False
        is_any = self._topic != "application" and self._cues["all_cases"].search(agent) is not None
        return is_any or self._cues["case_work"].search(words) is not None

    def _is_told_again(self, here: Sentence, phrase: Phrase) -> bool:
        """Tell whether the section gave another number of these cases, and this sentence does not name disclosure."""
        if here.is_about_disclosure:
            return False
        told = (each for each in self._mentions if each.quantity.key == _CASES and not each.is_doubtful)
        return any(each.rows[_COURT] == here.courts[-1] and each.number.value != phrase.number.value for each in told)

    def _is_left_from_before(self, here: Sentence) -> bool:
        """Tell whether one kind of suits was spoken of in an earlier sentence, and this one names none."""
        is_named = _COURT in self._rows_in(here.text, here.start, here.stop)
        usual = self._words.contexts[_COURT].usual
        return not is_named and len(self._rows.get(_COURT, ())) == 1 and self._rows[_COURT] != usual

    def _rows_of(self, here: Sentence, phrase: Phrase, found: Found) -> Rows:
        """Return what the text speaks of at a figure; behind a semicolon results are those of all cases again."""
        words = f"{phrase.before}{phrase.after}" if found.is_behind else phrase.before
        named = self._rows_in(words)
        if rows_told := rows_named(found, self._words.quantities):
            self._rows[COUNTED] = rows_told
        rows = self._rows | self._rows_in(phrase.after) | named
        if found.quantity.topic == _COURT:
            if found.quantity.is_whole:
                here.courts.append(rows[_COURT])
            elif len(here.courts) > 1 and self._cues["shared_out"].search(phrase.before):
                rows[_COURT], *here.shared_out = here.courts
                return rows
            self._choose_courts(here, phrase, rows, is_part=found.quantity.is_part, is_named=_COURT in named)
            if self._cues["by_court"].search(found.agent) and rows[_COURT] == self._words.contexts[_COURT].usual:
                rows |= self._rows_in(_SUIT)
        return rows

    def _choose_courts(self, here: Sentence, phrase: Phrase, rows: Rows, *, is_part: bool, is_named: bool) -> None:
        if not is_part and len(rows[_COURT]) > 1:
            here.all_courts = self._all_courts = rows[_COURT]
        elif not is_named and (self._starts_anew(here, phrase) or here.has_told_all_kinds(self._mentions)):
            rows[_COURT] = self._rows[_COURT] = here.all_courts or rows[_COURT]
        elif self._is_left_from_before(here):
            rows[_COURT] = self._all_courts or rows[_COURT]

    def _starts_anew(self, here: Sentence, phrase: Phrase) -> bool:
        """Tell whether a semicolon parts a figure from the one before."""
        return here.previous is not None and ";" in here.text[here.previous.stop : phrase.start]

    def _note_agent(self, here: Sentence, words: str) -> None:
        """Note whose the figures are from here on; without a new agent they stay whose they were."""
        whose = agent_of(words, self._agency)
        if whose is not None:
            here.is_others, here.is_scoped, here.is_sum = whose is Agent.OTHER, whose is Agent.SCOPED, False
        elif here.is_others and self._cues["summed_up"].search(words):
            here.is_others, here.is_sum = False, True

    # ── what is said of all cases ───────────────────────────────────────

    def _said_of_all(self, here: Sentence, whole: Mention) -> Iterator[Mention]:
        """Yield what a clause without a figure says of all cases of the figure before it: 3件，均为结果维持."""
        clause = self._cues["of_all"].match(here.text, whole.number.end) if whole.quantity.is_whole else None
        if clause is None or _stands_in_a_list(here.previous, whole):
            return
        for quantity in self._words.quantities:
            if quantity.is_part and quantity.topic == whole.quantity.topic and quantity.before:
                says = quantity.before.search if clause["all"] else quantity.before.fullmatch
                if says(clause["words"]):
                    yield replace(whole, quantity=quantity, stop=clause.end(), rates=())
                    return

    # ── what is denied ──────────────────────────────────────────────────

    def _deny(self, here: Sentence, denials: list[Denial], stop: int) -> None:
        """Take over those denials up to a place that are surely meant of the tables' figures."""
        while denials and denials[-1].start < stop:
            denial = denials.pop()
            if self._is_about_this(here, denial) and is_of_all(here, denial, self._agency, self._year):
                self._denials.append(denial)

    def _is_about_this(self, here: Sentence, denial: Denial) -> bool:
        topic = denial.claim.topic
        if not topic:
            return True
        is_named = self._words.topics[topic].search(here.text, here.start, denial.start) is not None
        is_topic = is_named or self._topic == topic
        return is_spoken_of(here, denial, is_topic=is_topic) and not self._is_other_business


def _stands_in_a_list(before: Mention | None, whole: Mention) -> bool:
    """Tell whether another whole stands right before: 行政复议2件、行政诉讼3件，均为结果维持."""
    return before is not None and before.quantity.is_whole and whole.start - before.stop <= 1


@lru_cache(maxsize=64)
def reading_of(text: FoldedText, agency: str, year: int | None) -> Reading:
    """Return what a section's text says of the tables: the figures that state a quantity, and what it denies."""
    return _Reader(grammar(year), agency, year).read(text.text)
