"""Running text in lines: where it breaks, and where each character of a line stands.

Full lines are spread to the margin. A closing mark that no longer fits is pulled into its line where the others
can move together for it, else it takes a character along into the next line; none begins a line.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from exporters.page_characters import is_closing, is_latin, may_break, may_spread, stands_off
from exporters.page_items import Text
from exporters.print_blocks import Words
from exporters.print_styles import Alignment, Style
from models.texts import clean_text

Measure = Callable[[str, str], float]
"""Returns how wide a character is in a font of the scheme, in sizes of the font."""

_OFF = 0.25
"""Of a size between Chinese and Latin letters or digits."""
_TIGHTEST = 1 / 45
"""Of a size, by which each character may move together for a closing mark."""
_MOST_PULLED = 2
_ROUNDING = 0.5
_ABOVE_BASELINE = 0.38
"""Of a size, from the baseline to the middle of a Chinese character."""
_SHARE_AT_LEFT: dict[Alignment | None, float] = {Alignment.CENTRE: 0.5, Alignment.RIGHT: 1.0}
"""How much of the room that a line leaves is to its left."""
_TAB, _WIDE_SPACE = "\t", "　"


@dataclass(frozen=True, slots=True)
class Sign:
    """A character, its font, size and width."""

    character: str
    font: str
    size: int
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text before it is put on a page.

    Args:
        signs: its characters without white space at the end.
        lefts: where each begins, from the left edge of the room the line has.
    """

    signs: tuple[Sign, ...] = ()
    lefts: tuple[float, ...] = ()

    def texts(self, left: float, top: float, height: int) -> Iterator[Text]:
        """Yield its texts in the middle of a line that begins at a place and is so high."""
        places = zip(self.signs, self.lefts, strict=True)
        for (font, size), group in groupby(places, lambda place: (place[0].font, place[0].size)):
            signs, lefts = zip(*group, strict=True)
            yield Text(
                text="".join(sign.character for sign in signs),
                lefts=tuple(left + each for each in lefts),
                baseline=top + height / 2 + _ABOVE_BASELINE * size,
                font=font,
                size=size,
            )


def lines_of(words: Sequence[Words], style: Style, room: float, measure: Measure) -> list[Line]:
    """Return the lines of a paragraph; one without characters where it has none.

    Args:
        words: what it says; a line end in it is a line end on paper.
        style: of the paragraph.
        room: between its margins in twips, before the style's indents.
        measure: tells how wide characters are.
    """
    character = style.size * 10 + style.tightening
    first, outer = style.first_line * character, style.outer * character
    if style.alignment is Alignment.RIGHT:
        left, right = 0, outer
    else:
        left, right = outer, 0
    lines: list[Line] = []
    for signs in _forced_lines(words, style, measure):
        indents = (left if lines else left + first, left)
        lines += [
            replace(line, lefts=tuple(indent + each for each in line.lefts))
            for indent, line in _broken(signs, style.alignment, indents, room - right)
        ]
    return lines


def _forced_lines(words: Sequence[Words], style: Style, measure: Measure) -> Iterator[list[Sign]]:
    signs: list[Sign] = []
    for each in words:
        for character in clean_text(each.text).replace(_TAB, _WIDE_SPACE):
            if character == "\n":
                yield signs
                signs = []
            else:
                signs.append(_sign(character, each.style, style, measure))
    yield signs


def _sign(character: str, style: Style, of_paragraph: Style, measure: Measure) -> Sign:
    font = style.font.latin if is_latin(character) else style.font.chinese
    sized = of_paragraph if style.is_character else style
    size = sized.size * 10
    return Sign(character, font, size, measure(character, font) * size + sized.tightening)


class _Row:
    """Characters side by side on one endless line."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self.signs = signs
        self.lefts: list[float] = []
        self.rights: list[float] = []
        edge = 0.0
        for before, sign in zip([None, *signs], signs, strict=False):
            if before and stands_off(before.character, sign.character):
                edge += _OFF * min(before.size, sign.size)
            self.lefts.append(edge)
            edge += sign.width
            self.rights.append(edge)

    def width(self, start: int, stop: int) -> float:
        """Return the width of some characters; of none, 0."""
        return self.rights[stop - 1] - self.lefts[start] if stop > start else 0.0

    def may_end(self, stop: int) -> bool:
        """Tell whether a line may end before this character."""
        return stop == len(self.signs) or may_break(self.signs[stop - 1].character, self.signs[stop].character)

    def overhang(self, stop: int) -> float:
        """Return how far the empty half of a line's last character may stand outside."""
        last = self.signs[stop - 1]
        return last.width / 2 if is_closing(last.character) else 0.0

    def spread(self, start: int, stop: int) -> list[int]:
        """Return the characters of a line behind which it may be spread or drawn together."""
        pairs = pairwise(sign.character for sign in self.signs[start:stop])
        return [number for number, pair in enumerate(pairs, start) if may_spread(*pair)]


def _broken(
    signs: Sequence[Sign], alignment: Alignment, indents: tuple[float, float], right: float
) -> Iterator[tuple[float, Line]]:
    """Yield the lines of characters, each with its indent; `indents` are the first line's and the others'."""
    row, start = _Row(signs), 0
    while True:
        indent = indents[bool(start)]
        stop = _line_end(row, start, right - indent)
        end = stop
        while end > start and signs[end - 1].character == " ":
            end -= 1
        is_last = stop == len(signs)
        is_full = alignment is Alignment.JUSTIFIED and not is_last
        yield indent, _placed(row, start, end, right - indent, None if is_full else alignment)
        if is_last:
            return
        start = stop


def _line_end(row: _Row, start: int, room: float) -> int:
    """Return where the line ends that begins at a character."""
    fitting = bisect_right(row.rights, row.lefts[start] + room + _ROUNDING, lo=start) if row.signs else 0
    while fitting < len(row.signs) and row.signs[fitting].character == " ":
        fitting += 1
    for stop in range(fitting, min(fitting + _MOST_PULLED, len(row.signs)) + 1):
        if row.may_end(stop) and (stop == fitting or _can_be_pulled(row, start, stop, room)):
            return stop
    stop = fitting
    while stop > start and not row.may_end(stop):
        stop -= 1
    return stop if stop > start else max(fitting, start + 1)


def _can_be_pulled(row: _Row, start: int, stop: int, room: float) -> bool:
    needed = row.width(start, stop) - room - row.overhang(stop)
    can_move = len(row.spread(start, stop)) * _TIGHTEST * row.signs[stop - 1].size
    return is_closing(row.signs[stop - 1].character) and needed <= can_move


def _placed(row: _Row, start: int, end: int, room: float, alignment: Alignment | None) -> Line:
    """Return the line of some characters where its alignment puts them; spread over the whole room where None."""
    if end == start:
        return Line()
    spare = room - row.width(start, end)
    gaps = row.spread(start, end)
    change = 0.0
    if gaps and spare < 0:
        change = min(0.0, spare + row.overhang(end)) / len(gaps)
    elif gaps and alignment is None:
        change = spare / len(gaps)
    offset = max(0.0, spare) * _SHARE_AT_LEFT.get(alignment, 0.0) - row.lefts[start]
    lefts, behind = [], {*gaps}
    for number in range(start, end):
        lefts.append(row.lefts[number] + offset)
        offset += change * (number in behind)
    return Line(tuple(row.signs[start:end]), tuple(lefts))
