"""Rows of tables without lines: labels that stand on two lines, their figures half way between."""

from collections.abc import Sequence
from dataclasses import replace

from importers.pdf_lines import Line, glued
from importers.text_cells import reads_as_value

_LINES = 3
"""The upper line of a label, the figures, the lower line."""
_PITCH = 1.4
"""Sizes at most from the figures to either line of their label."""
_HALF_WAY = 0.8
"""Sizes by which the two distances may differ."""
_ALIGNED = 2.0
"""Sizes by which the two lines of a label may begin apart."""


def with_labels_joined(lines: Sequence[Line]) -> list[Line]:
    """Return lines from the top, a label on two lines and the figures between them as one line."""
    joined: list[Line] = []
    index = 0
    while index < len(lines):
        three = lines[index : index + _LINES]
        if len(three) == _LINES and _are_one_row(*three):
            upper, figures, lower = three
            text = f"{glued(upper.text, lower.text)} {figures.text}"
            joined.append(replace(figures, text=text, left=upper.left))
            index += _LINES
        else:
            joined.append(lines[index])
            index += 1
    return joined


def _are_one_row(upper: Line, figures: Line, lower: Line) -> bool:
    if upper.is_row or lower.is_row or not figures.is_row or not all(map(reads_as_value, figures.text.split())):
        return False
    above, below = figures.baseline - upper.baseline, lower.baseline - figures.baseline
    is_half_way = 0 < above <= _PITCH * figures.size and abs(above - below) <= _HALF_WAY * figures.size
    is_left = max(upper.right, lower.right) < figures.left
    return is_half_way and is_left and abs(upper.left - lower.left) <= _ALIGNED * figures.size
