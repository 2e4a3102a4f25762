"""Documents that a report cites although others have replaced them."""

from collections.abc import Iterator

from models.checks.written_texts import found_in, sentence_at, written
from models.finding import Finding, Severity
from models.forerunners import OutdatedBasis
from models.report import Report


def find_outdated_citations(report: Report) -> Iterator[Finding]:
    """Find citations of a document that another had replaced by the report's year, but for the history of both."""
    year = report.head.year
    for basis in report.form.outdated:
        if year is None or year >= basis.since:
            yield from _citations(report, basis)


def _citations(report: Report, basis: OutdatedBasis) -> Iterator[Finding]:
    for section, text in written(report):
        for match in basis.words.finditer(text):
            start, stop = sentence_at(text, *match.span())
            if not basis.history.search(text, start, stop):
                message = f"引用了“{match[0]}”，它已由{basis.instead}代替，请改为{basis.instead}"
                yield found_in(
                    section, text, match.span(), code="outdated-basis", severity=Severity.WARNING, message=message
                )
