"""Percentages and differences that a sentence gives behind a figure: its share, its change against last year."""

import re
from collections.abc import Iterator
from decimal import Decimal

from models.statements.mention import Rate

_SHARE = re.compile(r"[(,]?(?:约?占(?:比|[^\d,;。()]{0,12})?(?:为|约|达)?)?(?P<value>\d+(?:\.\d+)?)%")
_CHANGE = re.compile(
    r"[(,]?(?:申请)?(?:数量|总量|量)?(?:同比|(?:较|比|与)(?:去年|上年|上一年)(?:度)?(?:同期)?(?:相比)?)(?:有所|略有|大幅|共|又)?"
    r"(?P<way>增长|增加|上升|提高|增幅|下降|减少|降低|回落)(?:了|约|为|达)*(?P<value>\d+(?:\.\d+)?)(?P<unit>%|件|宗|起)"
)
_BRACKET = re.compile(r"\([^()\n]*\)")
_LESS = {"下降", "减少", "降低", "回落"}


def rates_behind(text: str, start: int) -> Iterator[Rate]:
    """Yield what stands right behind a figure of a folded text."""
    start = _behind_bracket(text, start)
    if match := _SHARE.match(text, start):
        yield _rate(match, is_percentage=True, is_to_last_year=False)
    elif match := _CHANGE.match(text, start):
        yield _rate(match, is_percentage=match["unit"] == "%", is_to_last_year=True, is_less=match["way"] in _LESS)


def _behind_bracket(text: str, start: int) -> int:
    """Return the place behind a remark that splits the figure up: 40件（含上年结转4件），同比增长12.5%."""
    bracket = _BRACKET.match(text, start)
    return bracket.end() if bracket and not _SHARE.match(text, start) else start


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
