"""Where in a text the findings about it stand, also while it is being typed in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.finding import Finding, Severity
from models.report import Report
from ui.grid.marks import is_about_text
from ui.pages.text_changes import TextChanges
from ui.text_units import units

_LEVELS = list(Severity)


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a finding; all places are counted as Qt counts.

    Args:
        finding: what was found.
        start: the first unit to underline; of a wrong figure the figure alone is.
        stop: the one after the last.
        first: where the words begin that the finding is about.
        last: where they end.
    """

    finding: Finding
    start: int
    stop: int
    first: int
    last: int

    @property
    def look(self) -> tuple[int, int, Severity, bool]:
        """All that its line and tint follow from."""
        return self.start, self.stop, self.finding.severity, is_about_text(self.finding)

    def moved(self, by: int) -> "Mark":
        """Return this mark further on in the text."""
        return Mark(self.finding, self.start + by, self.stop + by, self.first + by, self.last + by)


class TextMarks:
    """The marks of one text. They move with what is typed before them; typing into one takes it away."""

    def __init__(self, changes: TextChanges) -> None:
        """Follow the changes of a text."""
        self._marks: tuple[Mark, ...] = ()
        self.is_complete = True
        """Whether none was taken away since they were shown."""
        changes.changed.connect(self._follow)

    def show(self, marks: Sequence[Mark]) -> frozenset[Mark]:
        """Take these marks in place of those before; return the ones that are seen now or were, not both."""
        before, self._marks = self._marks, tuple(marks)
        self.is_complete = True
        seen, were = {each.look for each in marks}, {each.look for each in before}
        return frozenset(each for each in (*before, *marks) if (each.look in seen) is not (each.look in were))

    def within(self, start: int, stop: int) -> list[Mark]:
        """Return the marks that underline something of a part of the text, the gravest last."""
        near = [mark for mark in self._marks if mark.start < stop and start < mark.stop]
        return sorted(near, key=lambda mark: _LEVELS.index(mark.finding.severity), reverse=True)

    def at(self, place: int) -> Mark | None:
        """Return the mark at a place, the shortest of several; one underlined there goes before the words around it."""
        near = [mark for mark in self._marks if mark.first <= place <= mark.last]
        return min(near, key=lambda mark: (not mark.start <= place <= mark.stop, mark.stop - mark.start), default=None)

    def _follow(self, place: int, removed: int, added: int) -> None:
        kept = []
        for mark in self._marks:
            if mark.last <= place:
                kept.append(mark)
            elif mark.first >= place + removed:
                kept.append(mark.moved(added - removed))
        self.is_complete = self.is_complete and len(kept) == len(self._marks)
        self._marks = tuple(kept)


def marks_in(report: Report, section: str, findings: Iterable[Finding]) -> list[Mark]:
    """Return the marks of those findings that are about words of a section's text."""
    about = [each for each in findings if each.section == section and each.start is not None and each.quote]
    figures = _figures(report, [each for each in about if each.cells])
    text = report.text(section)
    counted = _as_it_is if units(text) == len(text) else lambda place: units(text[:place])
    return [_mark(counted, each, *figures.get(each, _words(each))) for each in about]


def _as_it_is(place: int) -> int:
    return place


def _figures(report: Report, findings: list[Finding]) -> dict[Finding, tuple[int, int]]:
    if not findings:
        return {}
    from models.statements.correction import statements_behind  # noqa: PLC0415 - slow to load, and seldom needed

    statements = statements_behind(report, findings)
    return {finding: (each.figure_start, each.figure_stop) for finding, each in statements.items()}


def _words(finding: Finding) -> tuple[int, int]:
    start = finding.start or 0
    return start, start + len(finding.quote or "")


def _mark(counted: Callable[[int], int], finding: Finding, start: int, stop: int) -> Mark:
    return Mark(finding, *map(counted, (start, stop, *_words(finding))))
