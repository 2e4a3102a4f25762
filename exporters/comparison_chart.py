"""Charts of the page that compares years: a bar for each year, the figure behind it, the change beside the name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exporters.palette import Palette
from exporters.year_picture_items import Item
from exporters.year_picture_layout import Axis, Block, paragraph, stacked, width_of
from exporters.year_picture_svg import Pen, bar, words, words_before
from exporters.year_picture_words import change_in_words, figure_in_words, nothing_in_words, year_in_words
from models.chart import Chart
from models.comparison import years_of
from models.report import Report


@dataclass(frozen=True, slots=True)
class ScreenPens:
    """Words in the size of the window.

    Args:
        palette: the colours.
        size: of words, in px.
    """

    palette: Palette
    size: int

    @property
    def title(self) -> Pen:
        """What stands above everything."""
        return Pen(self.size * 5 // 4, self.palette.ink, is_bold=True)

    @property
    def heading(self) -> Pen:
        """What stands above a part, and this year's figures."""
        return Pen(self.size, self.palette.ink, is_bold=True)

    @property
    def words(self) -> Pen:
        """Names, figures and sentences."""
        return Pen(self.size, self.palette.ink)

    @property
    def aside(self) -> Pen:
        """What is beside the point."""
        return Pen(self.size, self.palette.muted)

    @property
    def line(self) -> int:
        """From one line of words to the next, in px."""
        return self.size * 3 // 2


def compared_items(report: Report, chart: Chart) -> tuple[Item, ...]:
    """Return what a chart shows, of up to three years also where the form shows its parts for one year alone."""
    return tuple(Item(name, chart.unit, years_of(report, *cells)) for name, cells in chart.items.items())


def chart_block(chart: Chart, items: Sequence[Item], room: int, pens: ScreenPens) -> Block:
    """Return a chart with its heading, `room` px wide; a sentence where there is nothing to draw."""
    heading = paragraph(chart.title, pens.heading, room)
    nothing = nothing_in_words([item.name for item in items], [item.figures for item in items], chart.unit)
    if nothing:
        return stacked([heading, paragraph(nothing, pens.words, room)], between=pens.size // 2)
    bars = _bars(items, room, pens)
    if all(len(item.years) == 1 for item in items):
        rows = [each.block(item.name) for item, (each,) in zip(items, bars, strict=True)]
    else:
        rows = [_item(item, each, room, pens) for item, each in zip(items, bars, strict=True)]
    return stacked([heading, *rows], between=pens.size // 2)


@dataclass(frozen=True, slots=True)
class _Bar:
    start: int
    length: int
    text: str
    is_now: bool
    pens: ScreenPens

    def block(self, name: str) -> Block:
        """Return the bar with its name before it and its figure behind it."""
        pens, palette = self.pens, self.pens.palette
        pen = pens.heading if self.is_now else pens.aside
        height = pens.size * 4 // 3
        colour = palette.accent if self.is_now else palette.earlier
        marks = (
            words(0, pens.size, name, pens.words if self.is_now else pens.aside),
            bar(self.start, height // 8, self.length, pens.size, colour),
            bar(self.start - 1, 0, 1, height, palette.earlier),
            words(self.start + self.length + pens.size // 2, pens.size, self.text, pen),
        )
        return Block(marks, height)


def _bars(items: Sequence[Item], room: int, pens: ScreenPens) -> list[list[_Bar]]:
    """Return the bars of each item, all of one scale."""
    is_single = all(len(item.years) == 1 for item in items)
    names = [item.name for item in items] if is_single else [_year(item, back) for item in items for back in range(3)]
    start = _widest(names, pens.heading) + pens.size // 2
    texts = [[figure_in_words(figure, item.unit) for figure in item.figures] for item in items]
    behind = _widest((text for each in texts for text in each), pens.heading) + pens.size // 2
    axis = Axis.of((figure for item in items for figure in item.figures), start, max(room - start - behind, 1))
    return [
        [
            _Bar(start, axis.length_of(figure), text, place == len(each) - 1, pens)
            for place, (figure, text) in enumerate(zip(item.figures, each, strict=True))
        ]
        for item, each in zip(items, texts, strict=True)
    ]


def _item(item: Item, bars: Sequence[_Bar], room: int, pens: ScreenPens) -> Block:
    """Return an item's name with its change, and below it this year's bar first."""
    change = "，".join(change_in_words(item.years, item.unit))
    asides = (words_before(room, pens.size, change, pens.aside),) if change else ()
    fits = width_of(item.name, pens.words) + width_of(change, pens.aside) + pens.size <= room
    name = Block((words(0, pens.size, item.name, pens.words), *(asides if fits else ())), pens.line)
    below = [] if fits else [paragraph(change, pens.aside, room)]
    rows = [each.block(_year(item, back)) for back, each in enumerate(reversed(bars))]
    return stacked([name, *below, *rows], between=pens.size // 6)


def _year(item: Item, back: int) -> str:
    """Return the name of the year so many years before this one."""
    now = item.years[-1].year
    return year_in_words(now and now - back, back)


def _widest(texts: Iterable[str], pen: Pen) -> int:
    return max(width_of(text, pen) for text in texts)
