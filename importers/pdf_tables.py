"""Tables on a page of a PDF by their lines: cells are what no line divides."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.pdf_page import Page, Stroke
from models.form import Place

_SAME = 3.5
"""Points by which two lines may differ and still be one, as in a double border."""
_GAP = 3.0
"""Points that may be missing between the parts of a line, as in a dashed one, or where lines should meet."""
_SHORTEST = 4.0
_MOST_CELLS = 50_000

Position = tuple[int, int]
"""Row and column between lines."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as it is drawn: its place in the table, and its edges in points."""

    place: Place
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table as it is drawn on one page: where its columns and rows meet, and its cells in reading order."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    boxes: tuple[Box, ...]

    def surrounds(self, other: "DrawnTable") -> bool:
        """Tell whether another table lies within this one."""
        return (
            self.columns[0] <= other.columns[0]
            and other.columns[-1] <= self.columns[-1]
            and self.rows[0] <= other.rows[0]
            and other.rows[-1] <= self.rows[-1]
        )


def tables_on(page: Page) -> list[DrawnTable]:
    """Return the tables of a page from the top; frames around text or around other tables are none."""
    groups = _connected(_merged(page.horizontals), _merged(page.verticals))
    found = [table for across, down in groups if (table := _table(across, down)) is not None]
    inner = [table for table in found if not any(table is not other and table.surrounds(other) for other in found)]
    return sorted(inner, key=lambda table: (table.rows[0], table.columns[0]))


def clustered(positions: Iterable[float], tolerance: float = _SAME) -> list[float]:
    """Return positions in order, those close together as one."""
    clusters: list[list[float]] = []
    for position in sorted(positions):
        if clusters and position - clusters[-1][0] <= tolerance:
            clusters[-1].append(position)
        else:
            clusters.append([position])
    return [sum(each) / len(each) for each in clusters]


def nearest(positions: Sequence[float], wanted: float) -> int:
    """Return the index of the position closest to a wanted one."""
    after = bisect_left(positions, wanted)
    candidates = [index for index in (after - 1, after) if 0 <= index < len(positions)]
    return min(candidates, key=lambda index: abs(positions[index] - wanted))


def _merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Join the parts of each line; what remains shorter than any cell is left out."""
    positions = clustered(stroke.position for stroke in strokes)
    lines: dict[int, list[Stroke]] = {}
    for stroke in strokes:
        lines.setdefault(nearest(positions, stroke.position), []).append(stroke)
    return [
        Stroke(positions[index], start, stop)
        for index, parts in sorted(lines.items())
        for start, stop in _spans(parts)
        if stop - start >= _SHORTEST
    ]


def _spans(parts: Iterable[Stroke]) -> Iterator[tuple[float, float]]:
    ordered = sorted(parts, key=lambda part: part.start)
    start, stop = ordered[0].start, ordered[0].stop
    for part in ordered[1:]:
        if part.start > stop + _GAP:
            yield start, stop
            start, stop = part.start, part.stop
        stop = max(stop, part.stop)
    yield start, stop


def _connected(
    horizontals: Sequence[Stroke], verticals: Sequence[Stroke]
) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield groups of lines that meet one another."""
    groups = _Groups(len(horizontals) + len(verticals))
    positions = [line.position for line in verticals]
    for index, across in enumerate(horizontals):
        first, last = bisect_left(positions, across.start - _GAP), bisect_right(positions, across.stop + _GAP)
        for other in range(first, last):
            if verticals[other].start - _GAP <= across.position <= verticals[other].stop + _GAP:
                groups.join(index, len(horizontals) + other)
    for members in groups.members():
        yield (
            [horizontals[each] for each in members if each < len(horizontals)],
            [verticals[each - len(horizontals)] for each in members if each >= len(horizontals)],
        )


def _table(horizontals: Sequence[Stroke], verticals: Sequence[Stroke]) -> DrawnTable | None:
    """Return the table that lines form; the outermost ones may be missing, as where a page ends."""
    columns, rows = _edges(verticals, horizontals), _edges(horizontals, verticals)
    height, width = len(rows) - 1, len(columns) - 1
    if height < 1 or width < 2 or height * width > _MOST_CELLS:  # noqa: PLR2004 - one column is a frame around text
        return None
    groups = _Groups(height * width)
    right_of = {(row, nearest(columns, line.position)) for line in verticals for row in _along(rows, line)}
    below = {(nearest(rows, line.position), column) for line in horizontals for column in _along(columns, line)}
    for row in range(height):
        for column in range(width):
            here = row * width + column
            if column + 1 < width and (row, column + 1) not in right_of:
                groups.join(here, here + 1)
            if row + 1 < height and (row + 1, column) not in below:
                groups.join(here, here + width)
    places = [place for members in groups.members() for place in _places([divmod(each, width) for each in members])]
    places.sort(key=lambda place: (place.row, place.column))
    boxes = [_box(place, rows, columns) for place in places]
    return DrawnTable(tuple(columns), tuple(rows), tuple(boxes)) if len(boxes) > 1 else None


def _edges(lines: Sequence[Stroke], crossing: Sequence[Stroke]) -> list[float]:
    """Return where lines stand, and where the lines that cross them end although none stands there."""
    drawn = clustered(line.position for line in lines)
    ends = [end for line in crossing for end in (line.start, line.stop)]
    open_ends = [end for end in ends if not drawn or abs(drawn[nearest(drawn, end)] - end) > _SHORTEST]
    return clustered([*drawn, *open_ends])


def _along(edges: Sequence[float], line: Stroke) -> Iterator[int]:
    """Yield the gaps between edges that a line covers."""
    for index, (start, stop) in enumerate(pairwise(edges)):
        if line.start <= (start + stop) / 2 <= line.stop:
            yield index


def _places(members: Sequence[Position]) -> Iterator[Place]:
    """Yield one cell where its parts form a rectangle, else a cell for each run of parts in a row."""
    top, left = min(row for row, _ in members), min(column for _, column in members)
    bottom, right = max(row for row, _ in members), max(column for _, column in members)
    if (bottom - top + 1) * (right - left + 1) == len(members):
        yield Place(top, left, bottom - top + 1, right - left + 1)
        return
    run: list[Position] = []
    for row, column in [*sorted(members), (-1, -1)]:
        if run and (row, column - 1) != run[-1]:
            yield Place(run[0][0], run[0][1], 1, len(run))
            run = []
        run.append((row, column))


def _box(place: Place, rows: Sequence[float], columns: Sequence[float]) -> Box:
    return Box(
        place,
        left=columns[place.columns.start],
        top=rows[place.rows.start],
        right=columns[place.columns.stop],
        bottom=rows[place.rows.stop],
    )


class _Groups:
    """Things that belong together, found by joining pairs."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Say that two things belong together."""
        self._parents[self._root(other)] = self._root(one)

    def members(self) -> list[list[int]]:
        """Return the groups, each in order."""
        groups: dict[int, list[int]] = {}
        for each in range(len(self._parents)):
            groups.setdefault(self._root(each), []).append(each)
        return list(groups.values())

    def _root(self, each: int) -> int:
        while self._parents[each] != each:
            self._parents[each] = self._parents[self._parents[each]]
            each = self._parents[each]
        return each
