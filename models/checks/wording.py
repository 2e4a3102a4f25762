"""Slips of the pen: words written twice, brackets without a partner, half-width marks, numbers left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from models.checks.numbering import numbering_slips
from models.checks.slip import Slip
from models.checks.written_texts import found_in, written
from models.excerpts import around_numbers
from models.finding import Finding, Severity
from models.punctuation import full_width_of, stray_marks
from models.report import Report

_HAN, _NOT_ONE = "\u4e00-\u9fff", "\u4e01-\u9fff"
"""Chinese characters, all and without 一: 一件一件 is no slip."""

_PARTICLES = re.compile(r"([的和是与及在被将并])\1")
_NO_WORDS_MEET = re.compile(
    "(?<!目)的的(?![确士])|(?<![总共饱中缓温调柔平])和和(?![谐平睦解善气美])|(?<![但可于凡])是是(?![否非])|(?<![参给授赋])与与"
    "|(?<=以)及及(?![时格早])|(?<![存现内潜外实所])在在(?![线职岗建校])|被被|(?<!即)将将(?![军来领要])"
    "|(?<![合兼])并并(?![存列行])"
)
"""A particle twice where no word ends with it and another begins: not 目的的, 参与与, 是是否, 以及及时."""

_TWICE = (
    # words that stand twice only by mistake, whatever follows
    re.compile(
        "(进行|加强|认真|积极|开展|推进|提高|提升|落实|通过|对于|按照|根据|同时|其中|以及|切实|不断|严格|完善|健全|确保|结合|围绕"
        "|坚持|持续|深入|全面|情况|存在|仍然|没有|可以|需要|已经|我[局市县区镇乡委办]|本[局市县区镇乡单机年])\\1"
    ),
    # any two characters before a mark: 工作工作机制 may be meant, 工作工作， is not; verbs may be doubled
    re.compile(f"([{_NOT_ONE}][{_HAN}])\\1(?=[，。；、！？,;)）\\n]|\\Z)(?<!研究|讨论|商量|学习|交流|沟通)"),
    # three or more characters, years, and marks
    re.compile(f"([{_NOT_ONE}][{_HAN}]{{2,7}})\\1"),
    re.compile(r"(20\d\d年度?)[，,]?\1"),
    re.compile("([，。、；：？！])\\1"),
)
_AROUND = 4
"""Characters before and after a slip that a finding quotes."""

_MOST = 50
"""Slips of a section that are told; a text with more was not read as it was written."""

_BRACKET = re.compile("[（(）)《》“”〔〕【】]")
_PARTNERS = {"）": "（", "》": "《", "”": "“", "〕": "〔", "】": "【"}
_SAME = str.maketrans("()", "（）")
_LIST_NUMBER = re.compile(r"(?:\A|[。；;，,、：:\s])[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}\Z")
"""What stands before a closing bracket that only sets off a number: 1)."""
_NEAR = 2
"""Line ends that a pair of brackets may go over."""


def find_slips(report: Report) -> Iterator[Finding]:
    """Find slips of the pen; half-width marks once for each section, as some write no others."""
    for section, text in written(report):
        for slip in _slips(text):
            span = (slip.start, slip.stop)
            yield found_in(section, text, span, code="wording", severity=Severity.INFO, message=slip.message)


@lru_cache(maxsize=64)
def _slips(text: str) -> tuple[Slip, ...]:
    slips = sorted([*_doubled(text), *_half_width(text), *_half_pairs(text), *numbering_slips(text)])
    return tuple(slips[:_MOST])


def _doubled(text: str) -> Iterator[Slip]:
    particles = (match for match in _PARTICLES.finditer(text) if _NO_WORDS_MEET.match(text, match.start()))
    words = {match.start(): match for pattern in _TWICE for match in pattern.finditer(text)}
    for match in (*particles, *words.values()):
        start, stop = _around(text, *match.span())
        yield Slip(start, stop, f"“{match[0]}”疑有重复的字，请删去多余的")


def _half_width(text: str) -> Iterator[Slip]:
    if marks := stray_marks(text):
        mark = text[marks[0]]
        start, stop = _around(text, marks[0], marks[0] + 1)
        places = f"（这一部分共 {len(marks)} 处）" if len(marks) > 1 else ""
        message = f"“{_in_words(text, start, stop)}”中的“{mark}”是半角标点{places}，请改用全角的“{full_width_of(mark)}”"
        yield Slip(start, stop, message)


# ── brackets ────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Open:
    """A bracket that waits for its partner, and the paragraph it stands in."""

    place: int
    paragraph: int


def _half_pairs(text: str) -> Iterator[Slip]:
    """Yield brackets without a partner in their paragraph or the next ones."""
    waiting: dict[str, list[_Open]] = {}
    start = 0
    for paragraph, line in enumerate(text.split("\n")):
        for match in _BRACKET.finditer(line):
            mark = match[0].translate(_SAME)
            opening = _PARTNERS.get(mark)
            if opening is None:
                waiting.setdefault(mark, []).append(_Open(start + match.start(), paragraph))
            elif (stack := waiting.get(opening)) and paragraph - stack[-1].paragraph <= _NEAR:
                stack.pop()
            elif mark != "）" or not _LIST_NUMBER.search(line, 0, match.start()):
                yield _half_pair(text, start + match.start(), opening)
        start += len(line) + 1
    closings = {opening: closing for closing, opening in _PARTNERS.items()}
    for mark, stack in waiting.items():
        yield from (_half_pair(text, each.place, closings[mark]) for each in stack)


def _half_pair(text: str, place: int, partner: str) -> Slip:
    start, stop = _around(text, place, place + 1)
    quoted = _in_words(text, start, stop)
    return Slip(start, stop, f"“{quoted}”中的“{text[place]}”没有与它配对的“{partner}”，请补上或删去")


def _in_words(text: str, start: int, stop: int) -> str:
    """Return what a sentence quotes of a text: a part of it, and the rest of a number that it cuts through."""
    first, last = around_numbers(text, start, stop)
    return text[first:last]


def _around(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a few more characters of the same paragraph on both sides."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    return first, stop + len(text[stop : stop + _AROUND].partition("\n")[0])
