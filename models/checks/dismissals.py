"""Which findings the clerk has dismissed as true, and whether that still holds."""

from models.cell_value import BLANK
from models.dismissal import Dismissal
from models.finding import Finding
from models.report import Edit, Report


def dismissal_of(report: Report, finding: Finding) -> Dismissal | None:
    """Return why a finding need not be shown; None where it must, its sentence or cells being others than then.

    A dismissal from a file of an earlier version holds for its words, whatever else their sentence says.
    """
    if not report.dismissed:  # at every key, for every finding
        return None
    dismissal = report.dismissed.get(finding.key) or report.dismissed.get(finding.key.without_sentence)
    return dismissal if dismissal and dismissal.values == _values(report, finding) else None


def dismiss(report: Report, finding: Finding, reason: str, by: str) -> Edit:
    """Return the edit that dismisses a finding as true."""
    dismissal = Dismissal(finding.key, _values(report, finding), reason, by)
    return Edit(label="属实，不再提示", dismissed={finding.key: dismissal})


def bring_back(finding: Finding) -> Edit:
    """Return the edit that lets a finding be shown again."""
    return Edit(label="恢复提示", dismissed={finding.key: None, finding.key.without_sentence: None})


def _values(report: Report, finding: Finding) -> tuple[str, ...]:
    last = report.last_year.cells if report.last_year else {}
    return tuple(f"{report.value(name)}|{last.get(name, BLANK)}" for name in finding.cells)
