"""The findings of a report under work, kept current: only checks whose inputs changed run again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.checks.check import Check, Input
from models.checks.written_texts import sentence_at
from models.finding import Finding, FindingKey
from models.report import Change, Report


class Inspection:
    """Runs checks on one report and remembers what each found.

    Attributes:
        checks: the checks in force.
    """

    def __init__(self, report: Report, checks: Sequence[Check]) -> None:
        """Start with every check still to run."""
        self._report = report
        self.checks = tuple(checks)
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._stale = {check.code for check in self.checks}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found when they last ran, in the order of the register."""
        return tuple(finding for check in self.checks for finding in self._found.get(check.code, ()))

    @property
    def is_current(self) -> bool:
        """Whether no check is still to run."""
        return not self._stale

    def note(self, change: Change) -> None:
        """Note what an edit changed; the checks that depend on it are to run again."""
        inputs = _inputs_of(change)
        self._stale |= {check.code for check in self.checks if check.inputs & inputs}

    def run_quick(self) -> None:
        """Run those of the checks still to run that read no running text."""
        self._run([check for check in self.checks if check.is_quick])

    def run(self) -> None:
        """Run every check still to run."""
        self._run(self.checks)

    def _run(self, checks: Sequence[Check]) -> None:
        for check in checks:
            if check.code in self._stale:
                self._found[check.code] = tuple(_told_apart(self._report, check.find(self._report)))
                self._stale.discard(check.code)


def _told_apart(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
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


def _inputs_of(change: Change) -> frozenset[Input]:
    parts = {
        Input.CELLS: bool(change.cells),
        Input.STATED: bool(change.cells),
        Input.TEXTS: bool(change.sections),
        Input.HEAD: change.head,
        Input.LAST_YEAR: change.last_year,
    }
    return frozenset(part for part, is_changed in parts.items() if is_changed)
