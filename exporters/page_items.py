"""What stands where on a printed page, as values: twips from the sheet's upper left corner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one font on one baseline.

    Args:
        text: the characters.
        lefts: where each of them begins.
        baseline: the height they stand on.
        font: the font the scheme names for them.
        size: of the font.
    """

    text: str
    lefts: tuple[float, ...]
    baseline: float
    font: str
    size: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A border: a horizontal or vertical line, `RULE_WIDTH` wide."""

    left: float
    top: float
    right: float
    bottom: float


RULE_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Fill:
    """An area of one colour, RRGGBB, behind the text."""

    left: float
    top: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Watermark:
    """Words that stand large, pale and slanting behind the text of a whole page, in a font of the scheme."""

    text: str
    font: str


Item = Text | Rule | Fill


@dataclass(frozen=True, slots=True)
class Page:
    """A page of A4.

    Args:
        texts: of its text area, its header and its page number.
        rules: its borders.
        fills: what lies behind its texts.
        watermark: what lies behind everything; None where nothing does.
    """

    texts: tuple[Text, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    watermark: Watermark | None = None
