"""How wide and high the parts of a table are on screen, from the form's relative widths and the font."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from models.form import LabelCell, Table
from ui.grid.header import LABEL_FLAGS, PADDING, balanced, header_labels, stub_labels

_LINE_FACTOR = 1.3
"""Height of a row of figures in line heights."""
_WIDEST_UNIT = 1.9
"""Widest unit of the form's relative widths, in character widths: wider reads no better."""
_NARROWEST_CELL = 3.7
"""Narrowest figure cell in character widths; below it the table scrolls sideways."""
_NARROWEST_BESIDE = 6.2
"""The same where last year's figure, the change and its rate stand below; the stub makes room for it."""
_TIGHTEST_STUB = 0.85
"""Part of its narrowest width that the stub keeps then."""
_SECOND_LINE = 0.85
"""Height of that line in line heights."""


@dataclass(frozen=True, eq=False, repr=False)
class Sizes:
    """Pixels: widths of stub levels and figure columns, heights of header levels and figure rows."""

    stub: tuple[int, ...]
    columns: tuple[int, ...]
    header: tuple[int, ...]
    rows: tuple[int, ...]


def sizes_of(table: Table, metrics: QFontMetrics, available: int, *, two_lines: bool = False) -> Sizes:
    """Return the sizes with which the table fills `available` pixels of width, where it reasonably can.

    With `two_lines` a figure has room for last year's below it.
    """
    widths = _widths(table, metrics, available, _NARROWEST_BESIDE if two_lines else _NARROWEST_CELL)
    row_height = round(metrics.height() * _LINE_FACTOR)
    heights = [row_height] * table.row_count
    for row in {cell.place.row for cell in table.cells.values()} if two_lines else ():
        heights[row] += round(metrics.height() * _SECOND_LINE)
    fixed = [*header_labels(table), *stub_labels(table), *(each for each in table.labels if each.place.row_span == 1)]
    for label in sorted(dict.fromkeys(fixed), key=lambda each: each.place.row_span):
        _make_room(heights, label, _wrapped_height(label, widths, metrics))
    return Sizes(
        stub=tuple(widths[: table.stub_columns]),
        columns=tuple(widths[table.stub_columns :]),
        header=tuple(heights[: table.header_rows]),
        rows=tuple(heights[table.header_rows :]),
    )


def _widths(table: Table, metrics: QFontMetrics, available: int, narrowest_cell: float) -> list[int]:
    stub, figures = table.widths[: table.stub_columns], table.widths[table.stub_columns :]
    character = metrics.horizontalAdvance("字")
    narrowest = _NARROWEST_CELL * character / min(figures)
    widest = _WIDEST_UNIT * character * _roomy(table)
    unit = max(min(available / sum(table.widths), widest), narrowest)
    wide = max(unit, narrowest_cell * character / min(figures))
    left = (available - wide * sum(figures)) / max(sum(stub), 1)
    narrow = unit if wide == unit else min(unit, max(left, narrowest * _TIGHTEST_STUB))
    widths = [*(narrow * each for each in stub), *(wide * each for each in figures)]
    return [right - left for left, right in pairwise(round(edge) for edge in accumulate(widths, initial=0.0))]


def _roomy(table: Table) -> float:
    """Return a factor for forms that count their widths in larger units."""
    return 50 / max(sum(table.widths), 1)


def _wrapped_height(label: LabelCell, widths: Sequence[int], metrics: QFontMetrics) -> int:
    width = sum(widths[column] for column in label.place.columns) - 2 * PADDING
    return (
        metrics.boundingRect(QRect(0, 0, width, 0), LABEL_FLAGS, balanced(label.label.text, width, metrics)).height()
        + PADDING
    )


def _make_room(heights: list[int], label: LabelCell, needed: int) -> None:
    rows = label.place.rows
    missing = needed - sum(heights[row] for row in rows)
    if missing > 0:
        heights[rows.stop - 1] += missing
