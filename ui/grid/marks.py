"""Which cells the findings mark, and on which side of a broken relation each stands."""

from collections.abc import Iterable
from enum import Enum

from models.finding import Finding, Severity
from models.form import CellName


class Side(Enum):
    """The side of a broken relation; a single wrong entry counts as the left one."""

    LEFT = "▲"
    RIGHT = "◆"


def marks_of(findings: Iterable[Finding]) -> dict[CellName, Side]:
    """Return the mark of every cell that an error-level finding concerns; left wins where both apply."""
    marks: dict[CellName, Side] = {}
    for finding in findings:
        if finding.severity is Severity.ERROR:
            marks |= {name: Side.RIGHT for name in finding.right if name not in marks}
            marks |= dict.fromkeys(finding.left, Side.LEFT)
    return marks
