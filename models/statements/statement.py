"""A figure quoted in running text, with what the tables say."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.cell_value import exact_sum
from models.form import CellName
from models.report import Report
from models.statements.mention import Rate


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

    def alternatives(self, report: Report) -> dict[str, Decimal]:
        """Return the other accepted bases and what they give, where none agrees."""
        others = {} if self.agrees else {name: cells for name, cells in self.bases.items() if name != self.basis}
        return {name: exact_sum([report.number(cell) for cell in cells]) for name, cells in others.items()}
