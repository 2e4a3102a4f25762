"""Sentences without a figure that say there is none, or none left: 未收到申请, 均已办结, 未发生行政复议."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.cell_value import exact_sum
from models.form import CellName
from models.report import Report
from models.statements.comparison import stated_sections
from models.statements.folded_text import FoldedText, folded
from models.statements.grammar import Claim, cells_of, grammar
from models.statements.recognition import mentions_in

_YEAR = re.compile(r"(20\d\d)年")
_SENTENCE_ENDS = "。!?\n"


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
    """Yield every claim of the running text that the tables refute."""
    for section in stated_sections(report):
        yield from _in_section(report, section)


def _in_section(report: Report, section: str) -> Iterator[RefutedClaim]:
    text = folded(report.text(section))
    for claim in grammar(report.head.year).claims:
        cells = cells_of(claim.cells, report.form, {})
        total = exact_sum([report.number(cell) for cell in cells])
        if not total or _has_no_ground(report, text, claim):
            continue
        for match in claim.words.finditer(text.text):
            if _is_meant(report, text.text, claim, match.start()):
                start, stop = text.original(match.start(), match.end())
                quote = report.text(section)[start:stop]
                yield RefutedClaim(section, quote, start, claim.name, cells, total)


def _has_no_ground(report: Report, text: FoldedText, claim: Claim) -> bool:
    """Tell whether the section itself says what the claim seems to leave out."""
    mentions = mentions_in(text, report.head.agency, report.head.year) if claim.unless else ()
    return any(mention.quantity.key in claim.unless and mention.number.value for mention in mentions)


def _is_meant(report: Report, text: str, claim: Claim, start: int) -> bool:
    """Tell whether the sentence is about this year and what the claim is about."""
    begin = max(text.rfind(end, 0, start) for end in _SENTENCE_ENDS) + 1
    years = _YEAR.findall(text, begin, start)
    if years and report.head.year is not None and int(years[-1]) != report.head.year:
        return False
    topics = grammar(report.head.year).topics
    return not claim.topic or topics[claim.topic].search(text, begin, start) is not None
