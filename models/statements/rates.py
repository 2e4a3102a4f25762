"""Percentages and differences that a sentence gives behind a figure: its share, its change against last year."""

import re
from collections.abc import Iterator
from decimal import Decimal

from models.statements.cues import cues
from models.statements.mention import Rate

_BRACKET = re.compile(r"\([^()\n]*\)")


def rates_behind(text: str, start: int) -> Iterator[Rate]:
    """Yield what stands right behind a figure of a folded text."""
    start = _behind_bracket(text, start)
    if match := cues()["share"].match(text, start):
        yield _rate(match, is_percentage=True, is_to_last_year=False)
    elif match := cues()["change"].match(text, start):
        yield _rate(match, is_percentage=match["unit"] == "%", is_to_last_year=True, is_less=bool(match["less"]))


def _behind_bracket(text: str, start: int) -> int:
    """Return the place behind a remark that splits the figure up: 40件（含上年结转4件），同比增长12.5%."""
    bracket = _BRACKET.match(text, start)
    return bracket.end() if bracket and not cues()["share"].match(text, start) else start


def _rate(match: re.Match[str], *, is_percentage: bool, is_to_last_year: bool, is_less: bool = False) -> Rate:
    value = Decimal(match["value"])
    return Rate(
        value=-value if is_less else value,
        decimals=len(match["value"].partition(".")[2]),
        start=match.start("value"),
        stop=match.end(),
        is_percentage=is_percentage,
        is_to_last_year=is_to_last_year,
    )
