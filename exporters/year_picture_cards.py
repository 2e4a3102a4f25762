"""Figures of the picture of the year on panels side by side, and its large figures."""

from collections.abc import Sequence

from exporters.year_picture_items import ROOM, Item
from exporters.year_picture_layout import Block, beside, fitting, gap, lines, paragraph, placed, stacked, width_of
from exporters.year_picture_svg import Pen, Pens, figure, panel
from exporters.year_picture_words import change_in_words, figure_in_words, year_in_words

DIGITS, _LEAST_DIGITS = 72, 40
_GAP, _MARGIN, _MOST_IN_A_ROW = 16, 24, 3


def cards(items: Sequence[Item], pens: Pens) -> Block:
    """Return figures on panels, as many in a row as leave each its digits in a size that can be read."""
    most = min(_MOST_IN_A_ROW, len(items))
    rooms = {n: panel_room(n) for n in range(most, 0, -1)}
    in_a_row = next((n for n, room in rooms.items() if all(_fits(item, room, pens) for item in items)), 1)
    room = rooms[in_a_row]
    digits = digits_pen(items, DIGITS, room, pens)
    return panels([_content(item, room, digits, pens) for item in items], pens, in_a_row)


def panels(contents: Sequence[Block], pens: Pens, in_a_row: int) -> Block:
    """Return panels around contents, so many in a row; those in the last row share its width."""
    rows = [contents[start : start + in_a_row] for start in range(0, len(contents), in_a_row)]
    return stacked([_row(row, pens) for row in rows], between=_GAP)


def panel_room(in_a_row: int) -> int:
    """Return the width in px inside a panel's margins."""
    return (ROOM - (in_a_row - 1) * _GAP) // in_a_row - 2 * _MARGIN


def large_figure(item: Item, digits: Pen, pens: Pens) -> Block:
    """Return this year's figure with its unit."""
    mark = figure(digits.size, figure_in_words(item.now, ""), digits, _unit(item), pens.unit(digits))
    return Block((mark,), digits.size + 26)


def digits_pen(items: Sequence[Item], largest: int, room: int, pens: Pens) -> Pen:
    """Return the pen in which the digits of all items fit their room in px, their units behind them."""
    wanted = pens.figure(largest)
    rooms = (room - width_of(_unit(item), pens.unit(wanted)) for item in items)
    fits = [fitting(figure_in_words(item.now, ""), wanted, left) for item, left in zip(items, rooms, strict=True)]
    return min(fits, key=lambda pen: pen.size)


def _fits(item: Item, room: int, pens: Pens) -> bool:
    digits = digits_pen([item], DIGITS, room, pens)
    return digits.size >= _LEAST_DIGITS and all(width_of(text, pens.aside) <= room for text in _asides(item))


def _row(contents: Sequence[Block], pens: Pens) -> Block:
    width = panel_room(len(contents)) + 2 * _MARGIN
    height = max(content.height for content in contents) + 2 * _MARGIN
    ground = panel(width, height, pens.palette.panel)
    framed = [Block((ground, *placed(content, _MARGIN, _MARGIN)), height) for content in contents]
    return beside(framed, width + _GAP)


def _content(item: Item, room: int, digits: Pen, pens: Pens) -> Block:
    asides = lines(_asides(item), pens.aside)
    name, number = paragraph(item.name, pens.words, room), large_figure(item, digits, pens)
    return stacked([name, number, gap(8 if asides.height else 0), asides])


def _asides(item: Item) -> tuple[str, ...]:
    """Return what stands below a figure: the change, and each earlier year."""
    last = len(item.years) - 1
    earlier = (
        f"{year_in_words(each.year, last - index)}{figure_in_words(each.figure, item.unit)}"
        for index, each in enumerate(item.years[:-1])
    )
    return (*change_in_words(item.years, item.unit), *earlier)


def _unit(item: Item) -> str:
    return "" if item.now is None else item.unit
