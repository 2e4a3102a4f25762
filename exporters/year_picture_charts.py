"""The parts of the picture of the year: figures beside earlier years', parts of one whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporters.year_picture_cards import cards, digits_pen, large_figure
from exporters.year_picture_items import ROOM, Item
from exporters.year_picture_layout import Block, gap, lines, paragraph, stacked, width_of
from exporters.year_picture_svg import Pen, Pens, bar, words
from exporters.year_picture_words import change_in_words, figure_in_words, share_in_words, year_in_words

_LEADING_DIGITS = 132
_BAR = 44
_NAME_ROOM, _NAME_GAP, _LABEL_GAP = 320, 24, 16


def yearly_part(items: Sequence[Item], pens: Pens) -> Block:
    """Return the first item large with a bar for each year, the others as cards."""
    first, *others = items
    return stacked([_leading(first, pens), *([cards(others, pens)] if others else [])], between=40)


def shares_part(items: Sequence[Item], pens: Pens) -> Block:
    """Return a bar for each part of one whole, with its figure and its share."""
    figures = [item.now for item in items]
    texts = [figure_in_words(item.now, item.unit) + share_in_words(item.now, figures) for item in items]
    start = min(_widest([item.name for item in items], pens.words), _NAME_ROOM) + _NAME_GAP
    lengths = _lengths(figures, ROOM - start - _LABEL_GAP - _widest(texts, pens.label))
    rows = []
    for item, text, length in zip(items, texts, lengths, strict=True):
        name = paragraph(item.name, pens.words, start - _NAME_GAP)
        its_bar = _Bar(length, pens.palette.accent, text, pens.label)
        rows.append(Block((*name.marks, *its_bar.marks(start, name.height // 2 - 25)), name.height + 18))
    return _on_axis(stacked(rows), start, pens)


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar and what stands behind it."""

    length: int
    colour: str
    text: str
    pen: Pen

    def marks(self, x: int, y: int) -> tuple[str, ...]:
        baseline = y + (_BAR + self.pen.size * 3 // 4) // 2
        behind = words(x + self.length + _LABEL_GAP, baseline, self.text, self.pen)
        return (bar(x, y, self.length, _BAR, self.colour), behind) if self.length else (behind,)


def _leading(item: Item, pens: Pens) -> Block:
    figure = large_figure(item, digits_pen([item], _LEADING_DIGITS, ROOM, pens), pens)
    change = lines(["，".join(clauses)] if (clauses := change_in_words(item.years, item.unit)) else [], pens.words)
    years = [gap(20), _years(item, pens)] if len(item.years) > 1 else []
    return stacked([lines([item.name], pens.words), figure, change, *years])


def _years(item: Item, pens: Pens) -> Block:
    last = len(item.years) - 1
    names = [year_in_words(each.year, last - index) for index, each in enumerate(item.years)]
    texts = [figure_in_words(figure, item.unit) for figure in item.figures]
    pen_now = pens.figure(pens.words.size)
    start = _widest(names, pen_now) + _NAME_GAP
    lengths = _lengths(item.figures, ROOM - start - _LABEL_GAP - _widest(texts, pen_now))
    rows = []
    for index, (name, text, length) in enumerate(zip(names, texts, lengths, strict=True)):
        pen = pen_now if index == last else pens.words
        colour = pens.palette.accent if index == last else pens.palette.earlier
        rows.append(Block((words(0, 38, name, pen), *_Bar(length, colour, text, pen).marks(start, 3)), 62))
    return _on_axis(stacked(rows), start, pens)


def _on_axis(rows: Block, x: int, pens: Pens) -> Block:
    """Return bars with the line they start from, which also shows where one has no length."""
    return Block((*rows.marks, bar(x - 2, 0, 2, rows.height - 12, pens.palette.earlier)), rows.height)


def _lengths(figures: Sequence[Decimal | None], room: int) -> list[int]:
    """Return how long the bars of figures are, the longest as long as its room; what is not 0 can be seen."""
    amounts = [max(figure or Decimal(0), Decimal(0)) for figure in figures]
    longest = max(amounts)
    return [max(3, round(room * amount / longest)) if amount else 0 for amount in amounts]


def _widest(texts: Sequence[str], pen: Pen) -> int:
    return max(width_of(text, pen) for text in texts)
