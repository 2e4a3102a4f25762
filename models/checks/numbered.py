"""Findings with the sentences they are about, each told from its likes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.checks.written_texts import sentence_at
from models.finding import Finding, FindingKey
from models.report import Report


def told_apart(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings with their sentences, and numbered where they would be taken for one another."""
    before: Counter[FindingKey] = Counter()
    for each in findings:
        finding = replace(each, sentence=_sentence_of(report, each))
        before[finding.key] += 1
        yield replace(finding, nth=before[finding.key] - 1)


def _sentence_of(report: Report, finding: Finding) -> str:
    if finding.section is None or finding.start is None or not finding.quote:
        return ""
    text = report.text(finding.section)
    start, stop = sentence_at(text, finding.start, finding.start + len(finding.quote))
    return text[start:stop].strip()
