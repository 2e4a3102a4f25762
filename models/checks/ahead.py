"""Checks that run on a copy of the report while the report itself is worked on."""

from collections.abc import Sequence

from models.checks.check import Check
from models.checks.numbered import told_apart
from models.finding import Finding
from models.report import Report


class Ahead:
    """Runs checks in a thread of its own.

    Attributes:
        report: the copy they run on.
        found: what they found, by code.
        is_wanted: whether anybody still waits for it; a check that has begun is run to its end all the same.
        is_done: whether it has ended.
        error: what ended it early.
    """

    def __init__(self, report: Report, checks: Sequence[Check]) -> None:
        """Prepare to run checks on a report."""
        self.report = report.copy()
        self.found: dict[str, tuple[Finding, ...]] = {}
        self.is_wanted = True
        self.is_done = False
        self.error: Exception | None = None
        self._checks = checks

    def run(self) -> None:
        """Run them, for as long as anybody waits."""
        try:
            self._run()
        except Exception as error:  # noqa: BLE001 - it is raised where the findings are asked for
            self.error = error
        finally:
            self.is_done = True

    def _run(self) -> None:
        for check in self._checks:
            if self.is_wanted:
                self.found[check.code] = tuple(told_apart(self.report, check.find(self.report)))
