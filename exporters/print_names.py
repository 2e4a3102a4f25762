"""Long names broken over lines by sense: an agency's after 市, 委员会 or 和, before （, never inside a word.

GB/T 9704—2012, 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, pairwise

from exporters.print_fit import ems

_FEWEST = 2
"""Characters that a line has at least."""
_MOST_LINES = 4
_COST_OF_CONJUNCTION = 60
"""A line of 20 characters and one of 12 are better than two of 16 that part 自然资源和 from 规划局."""
_COST_IN_BRACKETS = 200
_NEAR = 2

_UNITS = {
    "省": ("", "级|直|属|会|份|政府"),
    "市": (
        "城|都",
        "场|容|民|直|级|属|辖|区|县|郊|委|中区|北区|南区|政(?!务|协|法)|市(?!场|容|民|直|级|属|政|中区|北区|南区)",
    ),
    "州": ("", "省|市|区|县|级|直|政府"),
    "县": ("", "区|市|级|直|属|域|委|政府"),
    "区": ("", "县|域|划|块|级|直(?!属)|属|委|政府"),
    "旗": ("", "舰|县|区|级|直|政府"),
    "盟": ("同|联", "市|友|级|直"),
    "镇": ("城|乡", "江|海|原|宁|雄|远|安|平|坪|巴|赉|康|沅|政府"),
    "乡": ("城", "村|镇|宁|城|政府"),
    "局": ("", "长|部|势|域|面"),
    "厅": ("", "长|堂"),
}
"""Units and offices, and what stands before and behind where the character is part of another word: 城市, 市场."""

_UNIT = "|".join(f"{f'(?<!{before})' if before else ''}{unit}(?!{after})" for unit, (before, after) in _UNITS.items())
_ENDS_OF_WORDS = re.compile(
    rf"(?<=..)(?:{_UNIT})"  # no place is called 市 or has a name without a character
    "|街道(?!办)|政府(?!信息|采购|网站|投资|债务|性)|委员会|办公室|[、）]"
)
_CONJUNCTION = re.compile("(?<=..)(?<![呼仁人泰永祥太中义亲协共谦雍颐])[和与及](?![平田县龙静硕布顺林谐])(?=..)")
_BRACKETS = re.compile("（[^（）]*）")
_BRACKET_AT_END = re.compile("（[^（）]+）$")
_ENDS_NO_LINE = "（〔《“‘"
_BEGINS_NO_LINE = "）〕》”’、，。；：·"
_WHOLE = re.compile(r"[0-9A-Za-z.]+")
"""What stays on one line wherever else a name is broken."""


@lru_cache(maxsize=64)
def lines_by_sense(name: str, room: int) -> tuple[str, ...]:
    """Break a name over as few lines as hold it, as equal in length as sense allows.

    Args:
        name: the name.
        room: Chinese characters that a line holds.

    Returns:
        The lines, which make the name when joined; of a name that has too few places to break at, lines broken
        inside a word; of one that is longer than four lines, the name as it is.
    """
    if ems(name) <= room:
        return (name,)
    by_sense = _places_of_sense(name)
    counts = range(math.ceil(ems(name) / room), _MOST_LINES + 1)
    for count in counts:
        if lines := _most_even(name, by_sense, count, room):
            return lines
    for count in counts:
        if lines := _most_even(name, dict.fromkeys(_places_about(name, count), 0), count, room):
            return lines
    return (name,)


def _places_of_sense(name: str) -> dict[int, int]:
    """Return where a word or a unit ends, and how much a line's end there costs."""
    costs = {found.end(): _COST_OF_CONJUNCTION for found in _CONJUNCTION.finditer(name)}
    costs |= dict.fromkeys((found.end() for found in _ENDS_OF_WORDS.finditer(name)), 0)
    costs |= dict.fromkeys((found.start() for found in _BRACKET_AT_END.finditer(name)), 0)
    within = _inside(_BRACKETS, name)
    return {
        place: cost + _COST_IN_BRACKETS * (place in within)
        for place, cost in sorted(costs.items())
        if _may_break(name, place)
    }


def _places_about(name: str, count: int) -> list[int]:
    """Return the places next to those that would make lines of one length; none inside a number."""
    within, length = _inside(_WHOLE, name), len(name) / count
    near = (place for place in range(1, len(name)) if any(abs(place - length * n) <= _NEAR for n in range(1, count)))
    return [place for place in near if place not in within and _may_break(name, place)]


def _inside(pattern: re.Pattern[str], name: str) -> set[int]:
    return {place for found in pattern.finditer(name) for place in range(found.start() + 1, found.end())}


def _may_break(name: str, place: int) -> bool:
    before, after = name[place - 1 : place], name[place : place + 1]
    if not before.strip() or not after.strip():  # white space at a line's end would be lost
        return False
    return before not in _ENDS_NO_LINE and after not in _BEGINS_NO_LINE


def _most_even(name: str, places: Mapping[int, int], count: int, room: int) -> tuple[str, ...] | None:
    """Return the best lines of this number, None where no choice of places makes lines that fit."""
    best: tuple[float, tuple[str, ...]] | None = None
    for chosen in combinations(places, count - 1):
        lines = tuple(name[start:stop] for start, stop in pairwise((0, *chosen, len(name))))
        widths = [ems(line) for line in lines]
        if min(map(len, lines)) < _FEWEST or max(widths) > room:
            continue
        cost = sum(width**2 for width in widths) + sum(places[place] for place in chosen)
        if best is None or cost < best[0]:
            best = cost, lines
    return best and best[1]
