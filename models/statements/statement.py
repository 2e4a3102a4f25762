"""A figure quoted in running text, with what the tables say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from models.cell_value import Blank, exact_sum
from models.form import CellName
from models.report import Report
from models.statements.mention import Rate
from models.totals import typed_cells_in


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of the running text that was recognised as a figure of the tables.

    Args:
        section: the key of the section it stands in.
        quote: the words that make it what it is, as they stand in the text: 答复3050件.
        start: where the quote begins in the section's text.
        figure_start: where the figure itself begins.
        figure_stop: where the figure ends.
        stated: the number the text gives, in the unit of the cells.
        computed: what the tables give; where several bases are accepted, the one that agrees, else the first.
        cells: the cells whose sum that is.
        basis: what is counted, as the form names it: 一、本年新收, or 一＋二.
        agrees: whether they are the same, as precisely as the text states it.
        is_scoped: whether the words limit the figure to a part that the tables need not cover (备案, 代区政府受理).
        rates: what the text says behind it: its share, its change; places are those of the section's text.
        topic: what the text is about there.
        bases: the cells of every accepted basis.
        rows: the rows of each context the text speaks of there.
    """

    section: str
    quote: str
    start: int
    figure_start: int
    figure_stop: int
    stated: Decimal
    computed: Decimal
    cells: tuple[CellName, ...]
    basis: str
    agrees: bool
    is_scoped: bool
    rates: tuple[Rate, ...]
    topic: str
    bases: Mapping[str, tuple[CellName, ...]]
    rows: Mapping[str, tuple[str, ...]]

    def is_wrong_in(self, report: Report) -> bool:
        """Tell whether the tables give another number; while nobody has filled them in they give none."""
        return not self.agrees and not is_to_fill(report, self.cells)

    def moved(self, by: int) -> "Statement":
        """Return it further on in the text."""
        rates = tuple(replace(each, start=each.start + by, stop=each.stop + by) for each in self.rates)
        first, last = self.figure_start + by, self.figure_stop + by
        return replace(self, start=self.start + by, figure_start=first, figure_stop=last, rates=rates)

    def alternatives(self, report: Report) -> dict[str, Decimal]:
        """Return the other accepted bases and what they give, where none agrees."""
        others = {} if self.agrees else {name: cells for name, cells in self.bases.items() if name != self.basis}
        return {name: exact_sum([report.number(cell) for cell in cells]) for name, cells in others.items()}


def is_to_fill(report: Report, cells: Collection[CellName]) -> bool:
    """Tell whether nobody has entered any of some cells this year: blanks, beside what a draft took over at most."""
    if not any(isinstance(report.known_value(name), Blank) for name in cells):
        return False
    typed = (each for name in cells for each in typed_cells_in(report.form, name))
    return all(each in report.from_last_year for each in typed if each in report.cells)
