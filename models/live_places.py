"""The live figures of a report's texts as places to go to and to come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.form import CellName
from models.report import Report


@dataclass(frozen=True, slots=True)
class LivePlace:
    """A live figure: its words in a section's text, and the cells it follows."""

    section: str
    start: int
    quote: str
    cells: tuple[CellName, ...]


def live_places(report: Report) -> Iterator[LivePlace]:
    """Yield every live figure, in the order of the report."""
    for section in report.form.text_sections:
        text = report.text(section)
        for each in report.live_in(section):
            yield LivePlace(section, each.start, text[each.start : each.stop], each.cells)
