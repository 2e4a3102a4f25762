"""Finding the figures of running text that are figures of the tables; what is not surely one is left alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from models.statements.agents import Agent, agent_of
from models.statements.folded_text import FoldedText
from models.statements.grammar import Grammar, Quantity, grammar
from models.statements.mention import Mention
from models.statements.numbers import NumberInText, numbers_in
from models.statements.phrases import Phrase, phrases_of
from models.statements.rates import rates_behind

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_ALL_REQUESTS = {"received", "processed"}
_YEAR = re.compile(r"(20\d\d)年")


class _Reader:
    """Reads one section's text from the first sentence to the last, remembering what it speaks of."""

    def __init__(self, words: Grammar, agency: str, year: int | None) -> None:
        self._words = words
        self._marks = words.marks
        self._agency = agency
        self._year = year
        self._topic = ""
        self._rows: dict[str, tuple[str, ...]] = {}
        self._about_disclosure = False
        self._is_others = False
        self._is_scoped = False
        self._is_settled = False
        self._previous: Mention | None = None

    def sentence(self, text: str, numbers: list[NumberInText], start: int, stop: int) -> Iterator[Mention]:
        """Yield the mentions of a sentence."""
        self._previous, self._is_others, self._is_scoped, self._is_settled = None, False, False, False
        self._rows.pop("rules", None)
        self._about_disclosure = self._words.topics["disclosure"].search(text, start, stop) is not None
        here = start
        for phrase in phrases_of(text, numbers, start, stop):
            self._look(text, here, phrase.number.start)
            here = phrase.number.start
            if mention := self._recognised(text, phrase, start):
                yield mention
                yield from self._said_of_all(text, mention)
                self._previous = mention
        self._look(text, here, stop)

    def _said_of_all(self, text: str, whole: Mention) -> Iterator[Mention]:
        """Yield what a clause without a figure says of all cases of the figure before it: 3件，均为结果维持."""
        clause = self._marks["of_all"].match(text, whole.number.end) if whole.quantity.is_whole else None
        if clause is None or self._stands_in_a_list(whole):
            return
        for quantity in self._words.quantities:
            if quantity.is_part and quantity.topic == whole.quantity.topic and quantity.before:
                says = quantity.before.search if clause["all"] else quantity.before.fullmatch
                if says(clause["words"]):
                    yield replace(whole, quantity=quantity, stop=clause.end(), rates=())
                    return

    def _stands_in_a_list(self, whole: Mention) -> bool:
        """Tell whether another whole stands right before: 行政复议2件、行政诉讼3件，均为结果维持."""
        before = self._previous
        return before is not None and before.quantity.is_whole and whole.start - before.stop <= 1

    def _look(self, text: str, start: int, stop: int) -> None:
        """Note what a part of the text is about; what a sentence was about once it stays to its end."""
        if self._words.topics["application"].search(text, start, stop):
            self._topic, self._is_settled = "application", True
        elif not self._is_settled and self._words.topics["other"].search(text, start, stop):
            self._topic = "other"
        self._rows |= self._rows_in(text, start, stop)

    def _rows_in(self, text: str, start: int, stop: int) -> dict[str, tuple[str, ...]]:
        """Return for each context the rows that the last of its words in a part of the text stands for."""
        rows: dict[str, tuple[str, ...]] = {}
        for key, meanings in self._words.contexts.items():
            last = -1
            for meaning in meanings:
                for match in meaning.words.finditer(text, start, stop):
                    if match.end() > last:
                        last, rows[key] = match.end(), meaning.rows
        return rows

    def _recognised(self, text: str, phrase: Phrase, sentence: int) -> Mention | None:
        if self._is_noise(phrase):
            return None
        for quantity in self._words.quantities:
            if not self._is_open_to(quantity, phrase):
                continue
            match = quantity.before.search(phrase.before) if quantity.before else None
            if match and self._fits_behind(quantity, phrase):
                return self._mention(text, phrase, quantity, phrase.before[: match.start()], sentence)
        return self._recognised_behind(text, phrase, sentence) or self._recognised_again(text, phrase, sentence)

    def _recognised_again(self, text: str, phrase: Phrase, sentence: int) -> Mention | None:
        """Return a mention of what the figure before counts, of other documents: 制发规章1件、规范性文件5件."""
        before = self._previous
        if before is None or before.quantity.topic != "rules" or phrase.start - before.stop > 1:
            return None
        named = any(each.words.fullmatch(phrase.before) for each in self._words.contexts["rules"])
        return self._mention(text, phrase, before.quantity, "", sentence) if named else None

    def _recognised_behind(self, text: str, phrase: Phrase, sentence: int) -> Mention | None:
        for quantity in self._words.quantities:
            if quantity.after and self._is_open_to(quantity, phrase) and quantity.after.match(phrase.after):
                return self._mention(text, phrase, quantity, phrase.before, sentence)
        return None

    def _is_noise(self, phrase: Phrase) -> bool:
        around = f"{phrase.before}{phrase.after}"
        if self._marks["noise"].search(around):
            return True
        return bool(self._marks["channel"].search(around)) and not self._marks["all_channels"].search(phrase.before)

    def _is_open_to(self, quantity: Quantity, phrase: Phrase) -> bool:
        topic, number = quantity.topic, phrase.number
        if (topic == "money") is not number.is_money:
            return False
        if quantity.follows_part and not (self._previous and self._previous.quantity.is_part):
            return False
        if topic == "application":
            return self._topic == "application"
        if topic == "court":
            return "court" in self._rows and (self._topic == "application" or self._about_disclosure)
        return topic != "rules" or "rules" in self._rows

    def _fits_behind(self, quantity: Quantity, phrase: Phrase) -> bool:
        """Tell whether the words behind the figure leave it what the words before make it."""
        if quantity.is_part or not phrase.after:
            return True
        filled = re.match(self._words.filling, phrase.after)
        return self._marks["behind"].match(phrase.after, filled.end() if filled else 0) is not None

    def _mention(self, text: str, phrase: Phrase, quantity: Quantity, agent: str, sentence: int) -> Mention | None:
        if not quantity.is_part:
            if quantity.key in _ALL_REQUESTS and self._marks["split"].search(text, sentence, phrase.number.start):
                return None
            self._note_agent(agent)
        if self._is_others or self._is_of_another_year(text, phrase, quantity, sentence):
            return None
        return Mention(
            number=phrase.number,
            quantity=quantity,
            rows=self._rows | self._rows_in(phrase.before, 0, len(phrase.before)),
            start=phrase.start,
            stop=phrase.number.end,
            is_scoped=self._is_scoped,
            rates=tuple(rates_behind(text, phrase.number.end)),
        )

    def _note_agent(self, words: str) -> None:
        """Note whose the figures are from here on; without a new agent they stay whose they were."""
        whose = agent_of(words, self._agency)
        if whose is not None:
            self._is_others, self._is_scoped = whose is Agent.OTHER, whose is Agent.SCOPED

    def _is_of_another_year(self, text: str, phrase: Phrase, quantity: Quantity, sentence: int) -> bool:
        if quantity.key in {"carried_in", "carried_out"}:
            return False
        if self._marks["other_time"].search(phrase.before):
            return True
        years = _YEAR.findall(text, sentence, phrase.number.start)
        return bool(years) and self._year is not None and int(years[-1]) != self._year


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
