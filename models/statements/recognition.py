"""Finding the figures of running text that are figures of the tables; what is not surely one is left alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from models.statements.agents import Agent, agent_of
from models.statements.folded_text import FoldedText
from models.statements.grammar import Grammar, Quantity, grammar
from models.statements.mention import Mention
from models.statements.numbers import NumberInText, numbers_in
from models.statements.phrases import Phrase, phrases_of
from models.statements.rates import rates_behind

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_NOISE = re.compile(
    r"同比|环比|比上|比去|较上|较去|相比|增加|减少|增长|下降|上升|回落|累计|以来|培训|热线|留言|来信|信件|咨询|网民|意见|建议"
    r"|提案|撤回|延期|超期|逾期(?!(?:不|未)补正|未按?收|未缴)|(?<!经)补正(?:告知|通知|申请|材料)|征求|听证|约谈|调解"
    r"|力争|确保|目标|计划|预计|不低于|不少于|满$|败诉|胜诉|一审|二审|再审|上诉|12345|抽查|抽取|案例|典型|党内|草案|审查|起草"
    r"|政策性文件|其中.*(?:受理|收到|接收)$|(?:公开|公示|发布|归集|推送).*行政(?:许可|处罚|强制)|去年同期|上年同期|往年|历年|近[两三四五]年|每|平均"
)
_CHANNEL = re.compile(r"当面|现场|信函|邮寄|邮件|网络|网上|线上|线下|在线|传真|窗口|平台|信箱|电话")
_AND_OTHERS = re.compile("等|各种|多种|各类")
_ALL_REQUESTS = {"received", "processed"}
_SPLIT = re.compile(r"\(其中[^)]*$")
"""An open bracket that splits a figure up, by agencies more often than not."""
_YEAR = re.compile(r"(20\d\d)年")
_OBJECT_ENDS = re.compile(r"(?:全部|均|都|已|并|且|按时|按期|及时|其中|同比|比|较|占|未|无|在|后|以上|次|的?$)")


class _Reader:
    """Reads one section's text from the first sentence to the last, remembering what it speaks of."""

    def __init__(self, words: Grammar, agency: str, year: int | None) -> None:
        self._words = words
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
            mention = self._recognised(text, phrase, start)
            if mention is not None:
                self._previous = mention
                yield mention
        self._look(text, here, stop)

    def _look(self, text: str, start: int, stop: int) -> None:
        """Note what a part of the text is about; what a sentence was about once it stays to its end."""
        if self._words.topics["application"].search(text, start, stop):
            self._topic, self._is_settled = "application", True
        elif not self._is_settled and self._words.topics["other"].search(text, start, stop):
            self._topic = "other"
        for key, meanings in self._words.contexts.items():
            last = -1
            for meaning in meanings:
                for match in meaning.words.finditer(text, start, stop):
                    if match.end() > last:
                        last, self._rows[key] = match.end(), meaning.rows

    def _recognised(self, text: str, phrase: Phrase, sentence: int) -> Mention | None:
        if self._is_noise(text, phrase):
            return None
        for quantity in self._words.quantities:
            if not self._is_open_to(quantity, phrase):
                continue
            match = quantity.before.search(phrase.before) if quantity.before else None
            if match and self._fits_behind(quantity, phrase):
                return self._mention(text, phrase, quantity, phrase.before[: match.start()], sentence)
        return self._recognised_behind(text, phrase, sentence)

    def _recognised_behind(self, text: str, phrase: Phrase, sentence: int) -> Mention | None:
        for quantity in self._words.quantities:
            if quantity.after and self._is_open_to(quantity, phrase) and quantity.after.match(phrase.after):
                return self._mention(text, phrase, quantity, phrase.before, sentence)
        return None

    def _is_noise(self, text: str, phrase: Phrase) -> bool:
        around = f"{phrase.before}{phrase.after}"
        if _NOISE.search(around):
            return True
        return bool(_CHANNEL.search(around)) and not _AND_OTHERS.search(phrase.before)

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
        return _OBJECT_ENDS.match(phrase.after, filled.end() if filled else 0) is not None

    def _mention(self, text: str, phrase: Phrase, quantity: Quantity, agent: str, sentence: int) -> Mention | None:
        if not quantity.is_part:
            if quantity.key in _ALL_REQUESTS and _SPLIT.search(text, sentence, phrase.number.start):
                return None
            self._note_agent(agent)
        if self._is_others or self._is_of_another_year(text, phrase, quantity, sentence):
            return None
        return Mention(
            number=phrase.number,
            quantity=quantity,
            rows=dict(self._rows),
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
        if re.search("上一?年|去年", phrase.before):
            return True
        years = _YEAR.findall(text, sentence, phrase.number.start)
        return bool(years) and self._year is not None and int(years[-1]) != self._year


@lru_cache(maxsize=64)
def mentions_in(text: FoldedText, agency: str, year: int | None) -> tuple[Mention, ...]:
    """Return the figures of a section's text that state a quantity, in reading order."""
    reader = _Reader(grammar(year), agency, year)
    numbers = list(numbers_in(text.text))
    found: list[Mention] = []
    for match in _SENTENCE.finditer(text.text):
        inside = [number for number in numbers if match.start() <= number.start < match.end()]
        found += reader.sentence(text.text, inside, match.start(), match.end())
    return tuple(found)
