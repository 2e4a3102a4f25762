"""Sentences without a figure that say there is none, or none left: 未收到申请, 均已办结, 未发生行政复议."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.cell_value import exact_sum
from models.form import CellName
from models.report import Report
from models.statements.against_tables import stated_sections
from models.statements.folded_text import folded
from models.statements.grammar import Claim, cells_of
from models.statements.mention import Reading
from models.statements.recognition import reading_of


@dataclass(frozen=True, slots=True)
class RefutedClaim:
    """Words that say there is none of something of which the tables have some.

    Args:
        section: the key of the section they stand in.
        quote: the words as they stand in the text.
        start: where they begin in the section's text.
        name: what there should be none of.
        cells: the cells that should be 0.
        computed: their sum.
    """

    section: str
    quote: str
    start: int
    name: str
    cells: tuple[CellName, ...]
    computed: Decimal


def find_refuted_claims(report: Report) -> Iterator[RefutedClaim]:
    """Yield every claim of the running text that the tables refute, in reading order."""
    for section in stated_sections(report):
        yield from _in_section(report, section)


def _in_section(report: Report, section: str) -> Iterator[RefutedClaim]:
    text = folded(report.text(section))
    reading = reading_of(text, report.head.agency, report.head.year)
    for denial in reading.denials:
        cells = cells_of(denial.claim.cells, report.form, {})
        total = exact_sum([report.number(cell) for cell in cells])
        if total and not _has_no_ground(reading, denial.claim):
            start, stop = text.original(denial.start, denial.stop)
            quote = report.text(section)[start:stop]
            yield RefutedClaim(section, quote, start, denial.claim.name, cells, total)


def _has_no_ground(reading: Reading, claim: Claim) -> bool:
    """Tell whether the section itself says what the claim seems to leave out."""
    return any(each.quantity.key in claim.unless and each.number.value for each in reading.mentions)
