"""How much room a table's texts take, and the largest size in which the table fits a page."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from exporters.print_styles import BODY_SIZE, CHARACTER, CHARACTERS_PER_LINE, LINE, TEXT_HEIGHT, TableSize
from models.form import Place

_SPARE_LINES = 2
"""Lines kept free below a table: programs differ in where they break a label."""

_BORDER = 10
_TWO_LINES = 2

_NUMBER = re.compile(r"[-0-9.]+")
_LEVEL = re.compile("（[一二三四五六七八九十]+）(?=.)")
"""The number at the head of a label: （三）."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a table's grid and what stands in it.

    Args:
        place: the area.
        text: what stands in it.
        width: of the area in twips.
        ems: width of the text in Chinese characters.
        longest_number: width of its longest number, the same way; 0 for a label.
        at_left: whether the text starts at the left instead of standing in the middle.
        is_figure: whether it is a figure, not a label.
    """

    place: Place
    text: str
    width: int
    ems: float
    longest_number: float
    at_left: bool
    is_figure: bool

    @classmethod
    def of(
        cls, place: Place, text: str, widths: Sequence[int], *, at_left: bool = False, is_figure: bool = False
    ) -> "Area":
        """Measure a text in its area; `widths` are those of the grid's columns."""
        numbers = _NUMBER.findall(text) if is_figure else []
        return cls(
            place=place,
            text=text,
            width=sum(widths[place.column : place.column + place.column_span]),
            ems=ems(text),
            longest_number=max(map(ems, numbers), default=0),
            at_left=at_left,
            is_figure=is_figure,
        )

    def room(self, size: TableSize) -> float:
        """Return how many Chinese characters of a size fit between its borders."""
        return (self.width - 2 * size.side_margin) / (size.figures.size * 10)

    def lines(self, size: TableSize) -> int:
        """Return how many lines its text takes."""
        room = self.room(size)
        if self.ems <= room:
            return 1
        return math.ceil(self.ems / max(1, math.floor(room)))


def choose_size(areas: Sequence[Area], heading: str, sizes: Sequence[TableSize]) -> tuple[TableSize, bool]:
    """Return the size of a table and whether it fits a page below its heading.

    The largest size that keeps every number on one line is best, then the largest that fits
    at all; a table that fits in none runs over pages in the size before the smallest.
    """
    fitting = None
    for size in sizes:
        if _height(areas, size) <= _room_below(heading, size):
            fitting = fitting or size
            if all(area.longest_number <= area.room(size) for area in areas):
                return size, True
    return fitting or sizes[-2], fitting is not None


def broken_by_sense(area: Area, size: TableSize) -> str:
    """Return a text with a line end behind the number of a label that takes two lines: （三）/不予公开."""
    level = None if _runs_on(area) else _LEVEL.match(area.text)
    if not level or area.lines(size) != _TWO_LINES or ems(area.text[level.end() :]) > area.room(size):
        return area.text
    return f"{level[0]}\n{area.text[level.end() :]}"


def balancing_indent(area: Area, size: TableSize) -> int:
    """Return the indent in twips that makes a label's lines equally long: 商业/企业, not 商业企/业."""
    lines, room = area.lines(size), area.room(size)
    wanted = math.ceil(area.ems / lines)
    if lines == 1 or wanted == math.floor(room) or _runs_on(area) or "\n" in broken_by_sense(area, size):
        return 0
    spare = room - wanted - 1 / 3  # programs do not agree to the last twip
    return max(0, int(spare * size.figures.size * 10 / 2))


def _runs_on(area: Area) -> bool:
    """Tell whether a text is one whose lines are filled, not balanced."""
    return area.at_left or area.is_figure


def _room_below(heading: str, size: TableSize) -> int:
    per_line = CHARACTERS_PER_LINE * CHARACTER // (BODY_SIZE * 10)
    lines = math.ceil((ems(heading) + 2) / per_line)
    return TEXT_HEIGHT - lines * LINE - _SPARE_LINES * size.figures.line


def _height(areas: Sequence[Area], size: TableSize) -> int:
    """Return the height of the table in twips; a merged area that needs more makes its last row higher."""
    rows: dict[int, int] = {}
    for area in sorted(areas, key=lambda each: each.place.row_span):
        needed = max(size.row_height, area.lines(size) * size.figures.line + 2 * size.end_margin) + _BORDER
        *above, last = area.place.rows
        rows[last] = max(rows.get(last, 0), needed - sum(rows.get(row, 0) for row in above))
    return sum(rows.values())


def ems(text: str) -> float:
    """Return the width of a text in Chinese characters; those of Latin are half as wide."""
    if text.isascii():
        return len(text) / 2
    return sum(1 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
