"""What a check is: a small function with its code, its level, its group, and what it depends on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from models.finding import Finding, Severity
from models.form import Section
from models.report import Report


class Input(StrEnum):
    """A part of a report that a check looks at."""

    CELLS = "cells"
    """Entries, remarks and the totals that follow."""
    STATED = "stated"
    """Totals as a file stated them."""
    TEXTS = "texts"
    HEAD = "head"
    LAST_YEAR = "last_year"


class Group(StrEnum):
    """What a check holds against what; the window groups by it."""

    TABLES = "表内"
    """Figures against each other."""
    STATEMENTS = "表文"
    """Running text against figures."""
    YEARS = "跨年"
    """This year against last year's report."""
    WORDING = "文字"
    """Running text on its own."""


@dataclass(frozen=True, eq=False, repr=False)
class Check:
    """A check as it is registered.

    Args:
        code: its name, as in `balance`; findings carry it.
        name: what the clerk calls it.
        severity: the level of what it finds; a check may lower single findings.
        group: what it holds against what.
        inputs: the parts of a report it depends on; it runs again when one of them changes.
        find: yields what is wrong, in reading order.
        is_optional: whether it is off until the clerk switches it on.
        may_be_dismissed: whether the clerk can dismiss a finding as true, with a reason.
        longest: how many characters it allows a section, 0 for any number; None where it counts none.
    """

    code: str
    name: str
    severity: Severity
    group: Group
    inputs: frozenset[Input]
    find: Callable[[Report], Iterator[Finding]]
    is_optional: bool = False
    may_be_dismissed: bool = True
    longest: Callable[[Section], int] | None = None

    @property
    def is_quick(self) -> bool:
        """Whether it can run at every key; one that reads running text waits for a pause."""
        return Input.TEXTS not in self.inputs

    def at_level(self, severity: Severity) -> "Check":
        """Return this check at another level; what it lowers on its own stays lowered."""

        def find(report: Report) -> Iterator[Finding]:
            for finding in self.find(report):
                yield replace(finding, severity=severity) if finding.severity is self.severity else finding

        return replace(self, severity=severity, find=find)


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class LengthLimit:
    """How many characters a check allows a section, and the level of what it finds beyond."""

    longest: int
    severity: Severity


def length_limit(checks: Iterable[Check], section: Section) -> LengthLimit | None:
    """Return the narrowest limit that one of the checks sets to a section; None where none of them counts it."""
    counting = [(check, check.longest(section)) for check in checks if check.longest]
    limits = [LengthLimit(longest, check.severity) for check, longest in counting if longest]
    return min(limits, key=lambda limit: limit.longest, default=None)
