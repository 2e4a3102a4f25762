"""This year's text of a section beside last year's: which paragraphs belong together, and what differs in them.

Paragraphs are paired first; inside a pair clauses are compared, and only where those differ single characters.
So a long text costs little, and nobody has to read sentences made of letters that happen to be the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from models.moved_years import years_moved_on
from models.report import Report
from models.taken_over import Span

_CLAUSE = re.compile(r"[^，、；：。！？]+[，、；：。！？]?|[，、；：。！？]")
_TOKEN = re.compile(r"\d[\d,.，]*%?|[A-Za-z]+|\s+|.")
"""What is the same or another as a whole: a number, a word in Latin letters, a single character."""

_LEAST_ALIKE = 30
"""From which per cent of common pairs of characters on two paragraphs belong together."""
_LEAST_SHARED = 40
"""From which per cent of common characters on the changes within clauses are shown; below, all of them is new."""
_LEAST_RUN = 2
"""How many tokens in a row two changes must be apart, or they are one."""
_MOST_PAIRS = 250_000
"""How many pairs of tokens are compared at most; beyond, the whole of the clauses counts as changed."""
_REACH = 12
"""How many paragraphs up or down the counterpart of a changed one is looked for; so many more as one text has more."""

_Pairs = tuple[tuple[int | None, int | None], ...]
_Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TextComparison:
    """Two texts side by side.

    Args:
        pairs: numbers of the paragraphs that belong together, last year's and this year's, from 0 on; None where a
            paragraph has no counterpart. Both rise.
        removed: what of last year's text is not in this year's, in characters of last year's.
        added: what of this year's text was not in last year's, in characters of this year's.
    """

    pairs: _Pairs
    removed: _Spans
    added: _Spans


def compared_with_last_year(report: Report, section: str) -> TextComparison:
    """Return a section's text beside last year's; years that moved on by rule are no difference."""
    last = report.last_year
    before = last.texts.get(section, "") if last else ""
    if last and last.year is not None and report.head.year is not None:
        before = years_moved_on(before, last.year, max(report.head.year - last.year, 1))  # as long as it was
    return compared(before, report.text(section))


def compared(before: str, now: str) -> TextComparison:
    """Return two texts side by side, paragraphs one a line."""
    lines = before.split("\n"), now.split("\n")
    pairs = tuple(_pairs(*lines))
    starts = _starts(lines[0]), _starts(lines[1])
    removed: list[Span] = []
    added: list[Span] = []
    for one, other in pairs:
        gone, come = _differences("" if one is None else lines[0][one], "" if other is None else lines[1][other])
        removed += [] if one is None else (_moved(span, starts[0][one]) for span in gone)
        added += [] if other is None else (_moved(span, starts[1][other]) for span in come)
    return TextComparison(pairs, tuple(removed), tuple(added))


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


# ── which paragraphs belong together ────────────────────────────────────


def _pairs(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    for tag, one, one_end, other, other_end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(one, one_end), range(other, other_end), strict=True)
        else:
            for first, second in _alike(before[one:one_end], now[other:other_end]):
                yield (None if first is None else one + first, None if second is None else other + second)


def _alike(before: Sequence[str], now: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Return which of changed paragraphs belong together, so that they are as alike as may be and keep their order."""
    best, reach = _likeness_from(before, now), _reach(before, now)
    pairs: list[tuple[int | None, int | None]] = []
    one = other = 0
    while one < len(before) and other < len(now):
        alike = _likeness(before[one], now[other]) if abs(one - other) <= reach else 0
        if alike and best[one][other] == alike + best[one + 1][other + 1]:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            pairs.append((one, None))
            one += 1
        else:
            pairs.append((None, other))
            other += 1
    pairs += [(rest, None) for rest in range(one, len(before))]
    return [*pairs, *((None, rest) for rest in range(other, len(now)))]


def _likeness_from(before: Sequence[str], now: Sequence[str]) -> list[list[int]]:
    """Return how alike the rests of two runs of paragraphs are, from each pair of places on."""
    best = [[0] * (len(now) + 1)]
    reach = _reach(before, now)
    for one in reversed(range(len(before))):
        below = best[-1]
        low, high = min(max(one - reach, 0), len(now)), min(one + reach + 1, len(now))
        row = below.copy()  # too far down nothing pairs, and what is below decides
        for other in reversed(range(low, high)):
            alike = _likeness(before[one], now[other])
            paired = alike + below[other + 1] if alike else 0
            row[other] = max(paired, below[other], row[other + 1])
        row[:low] = [row[low]] * low  # too far up nothing pairs, and what is further down decides
        best.append(row)
    return best[::-1]


def _reach(before: Sequence[str], now: Sequence[str]) -> int:
    return _REACH + abs(len(before) - len(now))


@lru_cache(maxsize=1 << 14)
def _likeness(before: str, now: str) -> int:
    """Return how alike two paragraphs are, 0 to 100; 0 where they do not belong together."""
    one, other = _two_by_two(before), _two_by_two(now)
    share = 200 * len(one & other) // (len(one) + len(other) or 1)
    return share if share >= _LEAST_ALIKE else 0


@lru_cache(maxsize=1 << 10)
def _two_by_two(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


# ── what differs in them ────────────────────────────────────────────────


@lru_cache(maxsize=1 << 10)
def _differences(before: str, now: str) -> tuple[_Spans, _Spans]:
    """Return what differs between two paragraphs: what is gone of the first, what has come in the second."""
    if before == now:
        return (), ()
    one, other = _CLAUSE.findall(before), _CLAUSE.findall(now)
    places = _places(one), _places(other)
    gone: list[Span] = []
    come: list[Span] = []
    for tag, first, first_end, second, second_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            from_here = places[0][first], places[1][second]
            less, more = _within("".join(one[first:first_end]), "".join(other[second:second_end]))
            gone += (_moved(span, from_here[0]) for span in less)
            come += (_moved(span, from_here[1]) for span in more)
    return tuple(gone), tuple(come)


def _within(before: str, now: str) -> tuple[list[Span], list[Span]]:
    """Return what differs between clauses, character by character; all of them where they have little in common."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(now)
    places = _places(one), _places(other)
    gone: list[Span] = []
    come: list[Span] = []
    first = second = 0
    for here, there, length in _shared_runs(one, other):
        gone += [Span(places[0][first], places[0][here])] if first < here else []
        come += [Span(places[1][second], places[1][there])] if second < there else []
        first, second = here + length, there + length
    return gone, come


def _shared_runs(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return where both have the same tokens and how many; the last one, of length 0, stands at their ends."""
    ends = (len(one), len(other), 0)
    if len(one) * len(other) > _MOST_PAIRS:
        return [ends]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    runs = [(*block,) for block in blocks if block.size >= _LEAST_RUN or _is_at_an_end(block, one, other)]
    shared = 200 * sum(size for _, _, size in runs) // (len(one) + len(other) or 1)
    return [*runs, ends] if shared >= _LEAST_SHARED else [ends]


def _is_at_an_end(block: tuple[int, int, int], one: Sequence[str], other: Sequence[str]) -> bool:
    here, there, size = block
    return (here, there) == (0, 0) or (here + size, there + size) == (len(one), len(other))


def _places(parts: Sequence[str]) -> list[int]:
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places
