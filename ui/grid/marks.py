"""Which cells the findings mark: on which side of a broken relation each stands, and which the text contradicts."""

from collections.abc import Iterable
from enum import Enum

from models.finding import Finding, Severity
from models.form import CellName


class Side(Enum):
    """The side of a broken relation; a single wrong entry counts as the left one."""

    LEFT = "▲"
    RIGHT = "◆"
    TEXT = "≠"
    """No side: the running text says something else."""


def marks_of(findings: Iterable[Finding]) -> dict[CellName, Side]:
    """Return the mark of every cell that an error concerns, or that the text surely contradicts; left wins."""
    marks: dict[CellName, Side] = {}
    text: set[CellName] = set()
    for finding in findings:
        if is_about_text(finding):
            text |= {*finding.cells}
        elif finding.severity is Severity.ERROR:
            marks |= {name: Side.RIGHT for name in finding.right if name not in marks}
            marks |= dict.fromkeys(finding.left, Side.LEFT)
    return dict.fromkeys(text, Side.TEXT) | marks


def is_about_text(finding: Finding) -> bool:
    """Tell whether a finding holds words of the text against cells, and is more than a hint."""
    return finding.section is not None and bool(finding.cells) and finding.severity is not Severity.INFO


def contradicting(findings: Iterable[Finding], name: CellName) -> list[Finding]:
    """Return the findings that say the text contradicts a cell."""
    return [finding for finding in findings if is_about_text(finding) and name in finding.cells]
