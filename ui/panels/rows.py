"""The lines of the lists at the right."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from models.finding import Finding

if TYPE_CHECKING:  # many a report has nothing of last year's
    from models.untouched import Untouched


class RowKind(Enum):
    """What a line is."""

    HEADING = auto()
    """The name of a group and how much it holds."""
    FINDING = auto()
    FOLD = auto()
    """The heading of what was confirmed as true; it opens and closes that group."""
    DISMISSED = auto()
    UNTOUCHED = auto()


@dataclass(frozen=True)
class Row:
    """A line; lines that are equal look the same."""

    kind: RowKind
    text: str
    finding: Finding | None = None
    place: Untouched | None = None

    @property
    def has_sign(self) -> bool:
        """Whether a sign stands before its text."""
        return self.finding is not None or self.place is not None

    @property
    def identity(self) -> Hashable:
        """What stays the same while what it speaks of changes its words or its place."""
        if self.finding:
            return self.finding.key
        if self.place:
            return self.place.section, self.place.cell or self.place.words
        return self.kind, self.text
