"""The findings of a report under work, kept current: only checks whose inputs changed run again."""

from collections.abc import Sequence

from models.checks.ahead import Ahead
from models.checks.check import Check, Input
from models.checks.numbered import told_apart
from models.finding import Finding
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

    def ahead(self) -> Ahead:
        """Return the checks still to run, to be run on a copy of the report."""
        return Ahead(self._report, [check for check in self.checks if check.code in self._stale])

    def take(self, ahead: Ahead) -> None:
        """Take over what was found ahead, the report being still the same.

        Raises:
            Exception: what ended a check early.
        """
        if ahead.error:
            raise ahead.error
        self._found |= ahead.found
        self._stale -= ahead.found.keys()
        if ahead.found:
            from models.statements.against_tables import share_found  # noqa: PLC0415 - loaded with the checks that ran

            share_found(ahead.report, self._report)

    def _run(self, checks: Sequence[Check]) -> None:
        for check in checks:
            if check.code in self._stale:
                self._found[check.code] = tuple(told_apart(self._report, check.find(self._report)))
                self._stale.discard(check.code)


def _inputs_of(change: Change) -> frozenset[Input]:
    parts = {
        Input.CELLS: bool(change.cells),
        Input.STATED: bool(change.cells),
        Input.TEXTS: bool(change.sections),
        Input.HEAD: change.head,
        Input.LAST_YEAR: change.last_year,
    }
    return frozenset(part for part, is_changed in parts.items() if is_changed)
