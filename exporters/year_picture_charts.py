"""The parts of the picture of the year: figures beside earlier years', parts of one whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.year_picture_cards import DIGITS, cards, digits_pen, large_figure, panel_room, panels
from exporters.year_picture_items import ROOM, Item, Shown
from exporters.year_picture_layout import Axis, Block, gap, lines, paragraph, stacked, width_of
from exporters.year_picture_svg import Pen, Pens, bar, words
from exporters.year_picture_words import change_in_words, figure_in_words, share_in_words, year_in_words
from models.comparison import YearFigure, sum_of_known

_LEADING_DIGITS = 132
_BAR = 44
_NAME_ROOM, _NAME_GAP, _LABEL_GAP = 320, 24, 16
_SHORTEST_AXIS = 90
"""What the longest bar of a panel keeps of its width."""


def yearly_part(items: Sequence[Item], pens: Pens, leading: str) -> Block:
    """Return the figures as cards, below the leading one, large and with a bar for each year, where there is one."""
    first = [_leading(item, pens) for item in items if item.name == leading]
    others = [item for item in items if item.name != leading]
    return stacked([*first, *([cards(others, pens)] if others else [])], between=40)


def shares_part(items: Sequence[Item], pens: Pens) -> Block:
    """Return a bar for each part of one whole, with its figure and its share."""
    figures = [item.now for item in items]
    texts = [text + share_in_words(item.now, figures) for item, text in zip(items, _texts(items), strict=True)]
    return _parts(items, texts, _axis(items, texts, ROOM, pens), pens)


def panels_part(charts: Sequence[Shown], pens: Pens) -> Block:
    """Return a panel for each whole, its parts on one scale with those of the others; side by side where bars fit."""
    items = [item for each in charts for item in each.items]
    axes = {n: _axis(items, _texts(items), panel_room(n), pens) for n in range(len(charts), 0, -1)}
    in_a_row = next((n for n, axis in axes.items() if axis.length >= _SHORTEST_AXIS), 1)
    wholes = [_whole(each) for each in charts]
    digits = digits_pen(wholes, DIGITS, panel_room(in_a_row), pens)
    contents = [
        stacked(
            [
                lines([each.name], pens.words),
                large_figure(whole, digits, pens),
                gap(12),
                _parts(each.items, _texts(each.items), axes[in_a_row], pens),
            ]
        )
        for each, whole in zip(charts, wholes, strict=True)
    ]
    return panels(contents, pens, in_a_row)


def _whole(shown: Shown) -> Item:
    """Return the sum of what a chart shows, which is not known where some of it is not."""
    figures = [item.now for item in shown.items]
    whole = None if None in figures else sum_of_known(figures)
    return Item(shown.name, shown.chart.unit, (YearFigure(None, whole),))


def _axis(items: Sequence[Item], texts: Sequence[str], room: int, pens: Pens) -> Axis:
    """Return the axis of bars behind their names, with room for what stands behind them."""
    start = min(_widest([item.name for item in items], pens.words), _NAME_ROOM) + _NAME_GAP
    length = room - start - _LABEL_GAP - _widest(texts, pens.label)
    return Axis.of((item.now for item in items), start, length)


def _parts(items: Sequence[Item], texts: Sequence[str], axis: Axis, pens: Pens) -> Block:
    """Return a bar for each item with a text behind it."""
    rows = []
    for item, text in zip(items, texts, strict=True):
        name = paragraph(item.name, pens.words, axis.start - _NAME_GAP)
        its_bar = _Bar(axis.length_of(item.now), pens.palette.accent, text, pens.label)
        rows.append(Block((*name.marks, *its_bar.marks(axis.start, name.height // 2 - 25)), name.height + 18))
    return _on_axis(stacked(rows), axis.start, pens)


def _texts(items: Sequence[Item]) -> list[str]:
    return [figure_in_words(item.now, item.unit) for item in items]


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
    length = ROOM - start - _LABEL_GAP - _widest(texts, pen_now)
    axis = Axis.of(item.figures, start, length)
    rows = []
    for index, (name, text, figure) in enumerate(zip(names, texts, item.figures, strict=True)):
        pen = pen_now if index == last else pens.words
        colour = pens.palette.accent if index == last else pens.palette.earlier
        its_bar = _Bar(axis.length_of(figure), colour, text, pen)
        rows.append(Block((words(0, 38, name, pen), *its_bar.marks(start, 3)), 62))
    return _on_axis(stacked(rows), start, pens)


def _on_axis(rows: Block, x: int, pens: Pens) -> Block:
    """Return bars with the line they start from, which also shows where one has no length."""
    return Block((*rows.marks, bar(x - 2, 0, 2, rows.height - 12, pens.palette.earlier)), rows.height)


def _widest(texts: Sequence[str], pen: Pen) -> int:
    return max(width_of(text, pen) for text in texts)
