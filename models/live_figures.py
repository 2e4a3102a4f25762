"""Figures of the running text that follow the tables: which characters show the sum of which cells."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from models.cell_value import CellValue, NotApplicable, Number, exact_sum, number_of
from models.form import CellName, Form
from models.text_change import TextChange

BLANK_FIGURE = "＿＿"
"""What stands in a sentence for a figure that nobody has entered yet."""

_NAMED = 3
"""Cells of a sum that are named; of more it tells the number."""

_SEPARATORS = (".", ",", "．")

_FIGURE = re.compile(rf"[-+]?[\d,，]*\d(?:\.\d+)?|{BLANK_FIGURE}")


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """A figure of a text that follows the tables.

    Args:
        start: the first of its characters in the section's text.
        stop: the one after its last.
        cells: the cells whose sum it shows.
        factor: how many of the text's units one of the cells' is: 10000 where a table counts 万元 and the text 元.
    """

    start: int
    stop: int
    cells: tuple[CellName, ...]
    factor: int = 1

    def is_possible_in(self, text: str) -> bool:
        """Tell whether a figure stands in its place of a text."""
        is_inside = 0 <= self.start < self.stop <= len(text)
        return is_inside and is_figure(text[self.start : self.stop]) and bool(self.cells) and self.factor > 0

    def moved(self, by: int) -> "LiveFigure":
        """Return it further on in the text."""
        return LiveFigure(self.start + by, self.stop + by, self.cells, self.factor)


LiveFigures = tuple[LiveFigure, ...]
"""Those of one text, in its order; none overlaps another."""


def is_figure(words: str) -> bool:
    """Tell whether words are what a live figure may take the place of: digits, or the line for a figure to come."""
    return _FIGURE.fullmatch(words) is not None


def shown(values: Iterable[CellValue], factor: int = 1) -> str:
    """Return what a text shows for the sum of some cells: digits without separators, lines where nothing is known."""
    known = [number_of(each) for each in values if isinstance(each, Number | NotApplicable)]
    return _digits(exact_sum(known) * factor) if known else BLANK_FIGURE


def cells_named(form: Form, cells: Sequence[CellName]) -> str:
    """Return in words which cells a live figure shows the sum of: 表三“（一）予以公开 × 总计”."""
    titles = [f"“{form.cells[name].title}”" for name in cells]
    more = f"等 {len(titles)} 格之和" if len(titles) > _NAMED else ""
    return f"{form.table_of(cells[0]).name}{'＋'.join(titles[:_NAMED])}{more}"


def followed(text: str, figures: LiveFigures, value: Callable[[CellName], CellValue]) -> tuple[str, LiveFigures]:
    """Return a text whose live figures show what their cells hold now, and where they stand then."""
    parts, places, end, length = [], [], 0, 0
    words_of: dict[tuple[tuple[CellName, ...], int], str] = {}
    for figure in figures:
        what = figure.cells, figure.factor
        if (words := words_of.get(what)) is None:  # many a figure follows the same cells
            words = words_of[what] = shown(map(value, figure.cells), figure.factor)
        parts += [text[end : figure.start], words]
        length += figure.start - end
        is_same = (figure.start, figure.stop) == (length, length + len(words))
        places.append(figure if is_same else replace(figure, start=length, stop=length + len(words)))
        length += len(words)
        end = figure.stop
    return "".join([*parts, text[end:]]), tuple(places)


def carried_along(figures: LiveFigures, change: TextChange) -> LiveFigures:
    """Return the live figures after a change of their text; one that is changed itself is a plain figure then."""
    before = [each for each in figures if each.stop <= change.start]
    behind = [each.moved(change.growth) for each in figures if each.start >= change.stop]
    return (*before, *behind)


def typed_along(figures: LiveFigures, change: TextChange, after: str) -> LiveFigures:
    """Return the live figures after typing; one that a digit has come to stand beside is read as another: a plain one.

    Args:
        figures: those before.
        change: what was typed, and over what.
        after: the text then.
    """
    if not (change.added or change.growth):
        return figures
    end = change.start + change.added
    is_longer_before = _goes_on(after[end - 1 : end] if end else "")
    is_longer_behind = _goes_on(after[change.start : change.start + 1])
    return tuple(
        each
        for each in carried_along(figures, change)
        if not (each.start == end and is_longer_before) and not (each.stop == change.start and is_longer_behind)
    )


def is_one_let_go(before: LiveFigures, after: LiveFigures, change: TextChange) -> bool:
    """Tell whether typing has made a live figure a plain one and left at least a part of it standing.

    Args:
        before: the live figures before.
        after: those that `typed_along` leaves.
        change: what was typed, and over what.
    """
    gone = sum(change.start <= each.start and each.stop <= change.stop for each in before)
    return len(after) + gone < len(before)


def put_in(figures: LiveFigures, change: TextChange, inserted: LiveFigures) -> LiveFigures:
    """Return the live figures after a change that brings live figures along; their places count from its start."""
    rest = carried_along(figures, change)
    return in_order([*rest, *(each.moved(change.start) for each in inserted)])


def within(figures: LiveFigures, start: int, stop: int) -> LiveFigures:
    """Return the live figures that lie wholly in a part of a text, their places counted from its start."""
    return tuple(each.moved(-start) for each in figures if start <= each.start and each.stop <= stop)


def sound(figures: Iterable[LiveFigure], text: str, cells: Iterable[CellName]) -> LiveFigures:
    """Return those of some live figures that can be: figures of the text, of known cells, none over another.

    A text that another program has changed keeps its words where they no longer are the figures they were.
    """
    known = frozenset(cells)
    possible = [each for each in figures if each.is_possible_in(text) and known >= {*each.cells}]
    kept: list[LiveFigure] = []
    for each in in_order(possible):
        if not kept or kept[-1].stop <= each.start:
            kept.append(each)
    return tuple(kept)


def in_order(figures: Sequence[LiveFigure]) -> LiveFigures:
    """Return live figures as they follow each other in their text."""
    return tuple(sorted(figures, key=lambda each: each.start))


def _goes_on(letter: str) -> bool:
    """Tell whether a letter beside a figure belongs to it; the Chinese comma parts a figure from what follows."""
    return letter.isdigit() or letter in _SEPARATORS


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}"
