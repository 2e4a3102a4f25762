"""What became of each block of a file, and what the clerk decides about blocks by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from importers.blocks import Block
from models.form import CellName

NOT_IN_REPORT = ""
"""Stands in the place of a section's key where the clerk leaves a block out."""


class Kind(Enum):
    """What a block was taken for."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    SIGNATURE = "signature"
    TABLE = "table"
    SLIP = "slip"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a block.

    Args:
        index: number of the block, by which an assignment names it.
        block: the block, as far as a file's blocks had to be parted or tables rebuilt from lines.
        kind: what it was taken for.
        section: key of the section it went to or stands over; None where there is none.
        cells: names of the cells whose entries were taken from it, blank ones included.
        doubts: sentences about what was doubtful in it.
        leftover: what of it has no place in the report.
        by_hand: whether the clerk decided it.
    """

    index: int
    block: Block
    kind: Kind
    section: str | None = None
    cells: tuple[CellName, ...] = ()
    doubts: tuple[str, ...] = ()
    leftover: tuple[Block, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True)
class Assignment:
    """What the clerk decides by hand about the blocks of a file.

    Args:
        form: key of the form the file was read in, whose blocks are numbered; empty before the first reading.
        sections: by block the key of the section it goes to, or NOT_IN_REPORT.
        columns: by block the names of columns of the form's table by grid column.
    """

    form: str = ""
    sections: Mapping[int, str] = field(default_factory=dict)
    columns: Mapping[int, Mapping[int, str]] = field(default_factory=dict)

    def with_section(self, blocks: Iterable[int], section: str) -> "Assignment":
        """Return this with some blocks in a section; columns named before belong to another table then."""
        moved = [block for block in blocks if self.sections.get(block) != section]
        columns = {block: each for block, each in self.columns.items() if block not in moved}
        return replace(self, sections={**self.sections, **dict.fromkeys(moved, section)}, columns=columns)

    def with_column(self, block: int, section: str, column: int, name: str) -> "Assignment":
        """Return this with a column of a grid named; an empty name takes the decision back."""
        placed = self.with_section([block], section)
        names = {**placed.columns.get(block, {}), column: name}
        named = {each: text for each, text in names.items() if text}
        return replace(placed, columns={**placed.columns, block: named})
