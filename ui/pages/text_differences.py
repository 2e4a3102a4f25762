"""What of a text was not in last year's, kept in its places while one types."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from models.taken_over import Span
from ui.pages.text_changes import TextChanges
from ui.text_units import units


class TextDifferences:
    """Parts of a text, counted as Qt counts; typing inside one makes it longer or shorter."""

    def __init__(self, changes: TextChanges) -> None:
        """Follow the changes of a text."""
        self._parts: list[Span] = []
        changes.changed.connect(self._follow)

    def show(self, parts: Iterable[Span]) -> frozenset[Span]:
        """Take these parts, in their order, in place of those before; return the ones that came or went."""
        before, self._parts = self._parts, list(parts)
        return frozenset(before) ^ frozenset(self._parts)

    def within(self, start: int, stop: int) -> Iterator[Span]:
        """Yield what of the parts lies between two places."""
        first = bisect_right(self._parts, start, key=lambda part: part.stop)
        for part in self._parts[first:]:
            if part.start >= stop:
                return
            yield Span(max(part.start, start), min(part.stop, stop))

    def _follow(self, place: int, removed: int, added: int) -> None:
        if self._parts:  # on the path of every key
            self._parts = [moved for part in self._parts if (moved := _moved(part, place, removed, added))]


def counted_as_qt(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return parts of a text, given in characters and in their order, as Qt counts them."""
    if units(text) == len(text):
        return list(spans)
    counted: list[Span] = []
    at = length = 0
    for span in spans:
        start = length + units(text[at : span.start])
        stop = start + units(text[span.start : span.stop])
        counted.append(Span(start, stop))
        at, length = span.stop, stop
    return counted


def _moved(part: Span, place: int, removed: int, added: int) -> Span | None:
    """Return where a part stands after a change; None where nothing is left of it."""
    if part.stop <= place:
        return part
    growth = added - removed
    if part.start >= place + removed:
        return Span(part.start + growth, part.stop + growth)
    moved = Span(min(part.start, place), max(part.stop, place + removed) + growth)
    return moved if moved.start < moved.stop else None
