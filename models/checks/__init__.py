"""The checks: what an inspector would find in a report, found first.

`CHECKS` is the register; a check is a function of the report with its code and level.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.checks.arithmetic import find_stated_totals, find_unbalanced
from models.checks.entries import find_blanks, find_not_counts
from models.finding import Finding, Severity
from models.report import Report


@dataclass(frozen=True, slots=True)
class Check:
    """A check as it is registered: its code, the level of what it finds, and the function."""

    code: str
    severity: Severity
    find: Callable[[Report], Iterator[Finding]]


CHECKS = (
    Check("balance", Severity.ERROR, find_unbalanced),
    Check("stated-total", Severity.ERROR, find_stated_totals),
    Check("not-a-count", Severity.ERROR, find_not_counts),
    Check("blank", Severity.WARNING, find_blanks),
)


def find_problems(report: Report) -> tuple[Finding, ...]:
    """Run every check; the findings come in the order of `CHECKS`, each check's in reading order."""
    return tuple(finding for check in CHECKS for finding in check.find(report))
