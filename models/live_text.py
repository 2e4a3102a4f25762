"""Running text together with those of its figures that follow the tables; parts are taken out and put in whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.live_figures import LiveFigures, put_in, within
from models.text_change import TextChange


@dataclass(frozen=True, slots=True)
class LiveText:
    """A text and its live figures, in their order."""

    text: str
    live: LiveFigures = ()

    def part(self, start: int, stop: int) -> "LiveText":
        """Return a part of it; a live figure that is cut through is none there."""
        return LiveText(self.text[start:stop], within(self.live, start, stop))

    def with_part(self, start: int, stop: int, part: "LiveText") -> "LiveText":
        """Return it with another text in the place of a part."""
        if start == stop and not part.text:  # not even the live figure around the place is changed
            return self
        live = put_in(self.live, TextChange(start, stop, len(part.text)), part.live)
        return LiveText(f"{self.text[:start]}{part.text}{self.text[stop:]}", live)

    def lines(self) -> list["LiveText"]:
        """Return its paragraphs, the empty ones too."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append(self.part(start, start + len(line)))
            start += len(line) + 1
        return found


def joined(lines: Iterable[LiveText]) -> LiveText:
    """Return a text of some paragraphs."""
    text: list[str] = []
    live: LiveFigures = ()
    length = 0
    for line in lines:
        live += tuple(each.moved(length) for each in line.live)
        text.append(line.text)
        length += len(line.text) + 1
    return LiveText("\n".join(text), live)
