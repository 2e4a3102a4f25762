"""A figure as the grammar recognised it, before it is held against the tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.statements.grammar import Claim, Quantity
from models.statements.numbers import NumberInText


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage or difference that a sentence gives behind a figure.

    Args:
        value: the number, negative where it says less than last year.
        decimals: places behind the point it is written with.
        start: where it begins in the folded text.
        stop: where it ends.
        is_percentage: whether it is a share or rate in percent, else a difference in cases.
        is_to_last_year: whether it compares with last year, else it is a share.
    """

    value: Decimal
    decimals: int
    start: int
    stop: int
    is_percentage: bool
    is_to_last_year: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of the text and the quantity it states.

    Args:
        number: the number.
        quantity: what it counts.
        rows: the rows of each context the text speaks of there.
        start: where the words that say so begin in the folded text.
        stop: where they end.
        is_scoped: whether it may count less or more than the tables.
        is_doubtful: whether the words may count something else too; then it is worth telling only where it agrees.
        rates: what is said about it: its share, its change.
    """

    number: NumberInText
    quantity: Quantity
    rows: Mapping[str, tuple[str, ...]]
    start: int
    stop: int
    is_scoped: bool = False
    is_doubtful: bool = False
    rates: tuple[Rate, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Denial:
    """Words of the text that say some cells are 0.

    Args:
        claim: what they say.
        start: where they begin in the folded text.
        stop: where they end.
    """

    claim: Claim
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a section's text says of the tables, in reading order."""

    mentions: tuple[Mention, ...]
    denials: tuple[Denial, ...]
