"""How wide and high the parts of a table are on screen, from the form's relative widths and the font."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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


@dataclass(frozen=True)
class Sizes:
    """Pixels: widths of stub levels and figure columns, heights of header levels and figure rows."""

    stub: tuple[int, ...]
    columns: tuple[int, ...]
    header: tuple[int, ...]
    rows: tuple[int, ...]


def sizes_of(table: Table, metrics: QFontMetrics, available: int) -> Sizes:
    """Return the sizes with which the table fills `available` pixels of width, where it reasonably can."""
    widths = _widths(table, metrics, available)
    row_height = round(metrics.height() * _LINE_FACTOR)
    heights = [row_height] * table.row_count
    fixed = [*header_labels(table), *stub_labels(table), *(each for each in table.labels if each.place.row_span == 1)]
    for label in sorted(dict.fromkeys(fixed), key=lambda each: each.place.row_span):
        _make_room(heights, label, _wrapped_height(label, widths, metrics))
    return Sizes(
        stub=tuple(widths[: table.stub_columns]),
        columns=tuple(widths[table.stub_columns :]),
        header=tuple(heights[: table.header_rows]),
        rows=tuple(heights[table.header_rows :]),
    )


def _widths(table: Table, metrics: QFontMetrics, available: int) -> list[int]:
    character = metrics.horizontalAdvance("字")
    units = sum(table.widths)
    narrowest = _NARROWEST_CELL * character / min(table.widths[table.stub_columns :])
    unit = max(min(available / units, _WIDEST_UNIT * character * _roomy(table)), narrowest)
    edges = [round(unit * sum(table.widths[:n])) for n in range(table.column_count + 1)]
    return [right - left for left, right in pairwise(edges)]


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
