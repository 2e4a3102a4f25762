"""The lines of the panel of findings: groups with their headings, and what was confirmed as true."""

from collections.abc import Collection, Iterator

from models.checks.check import Group
from models.finding import Finding, Severity
from ui.document import Document
from ui.levels import counted
from ui.panels.rows import Row, RowKind


def rows_of(document: Document, hidden: Collection[Severity], *, is_unfolded: bool) -> tuple[Row, ...]:
    """Return the lines for a document's findings.

    Args:
        document: the document.
        hidden: levels that are left out.
        is_unfolded: whether the findings confirmed as true are listed, not only counted.
    """
    shown = [row for group in Group for row in _group(group, document.findings_of(group), hidden)]
    return (*shown, *_dismissed(document, is_unfolded=is_unfolded))


def _group(group: Group, findings: list[Finding], hidden: Collection[Severity]) -> Iterator[Row]:
    shown = [finding for finding in findings if finding.severity not in hidden]
    if shown:
        yield Row(RowKind.HEADING, f"{group}　{counted(shown)}")
        for finding in shown:
            yield Row(RowKind.FINDING, finding.message, finding)


def _dismissed(document: Document, *, is_unfolded: bool) -> Iterator[Row]:
    if document.dismissed:
        yield Row(RowKind.FOLD, f"{'▾' if is_unfolded else '▸'} 已确认属实 {len(document.dismissed)}")
    if is_unfolded:
        for finding, dismissal in document.dismissed:
            text = f"{finding.message}\n属实：{dismissal.reason}（{dismissal.by}）"
            yield Row(RowKind.DISMISSED, text, finding)
