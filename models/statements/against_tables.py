"""Statements: the mentions of a report's texts with what its tables say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from weakref import WeakKeyDictionary

from models.cell_value import CellValue, exact_sum
from models.form import CellName
from models.report import Head, Report
from models.statements.folded_text import FoldedText, folded
from models.statements.grammar import cells_of
from models.statements.mention import Mention, Rate
from models.statements.recognition import reading_of
from models.statements.statement import Statement
from models.text_change import TextChange, change_between

MONEY_UNITS = {"元": 1, "万元": 10_000}
"""How many 元 a unit of the cells is."""


@dataclass(frozen=True, slots=True)
class _State:
    """All of a report that its statements depend on, as it was."""

    head: Head
    texts: Mapping[str, str]
    cells: Mapping[CellName, CellValue]

    @classmethod
    def of(cls, report: Report) -> "_State":
        return cls(report.head, dict(report.texts), dict(report.cells))

    def is_still(self, report: Report) -> bool:
        return self.head == report.head and self.texts == report.texts and self.cells == report.cells


_found: WeakKeyDictionary[Report, tuple[_State, tuple[Statement, ...]]] = WeakKeyDictionary()
"""What was found last in each report: several checks, the underlines and the check sheet ask at every change."""


def find_statements(report: Report) -> tuple[Statement, ...]:
    """Return every figure of the running text that is surely a figure of the tables, agreeing or not.

    The preamble is left out: it has dates and addresses, and no figures.
    """
    known = _found.get(report)
    if known and known[0].is_still(report):
        return known[1]
    found = tuple(statement for key in stated_sections(report) for statement in _in_section(report, key))
    _found[report] = _State.of(report), found
    return found


def statements_known(report: Report) -> Iterator[tuple[Statement, Statement]]:
    """Yield what was found last, each as it was found and as it stands now, without reading a changed text anew.

    What was typed in since is left out; where cells were changed in the same moment, what they gave before is told.
    """
    known = _found.get(report)
    if known is None or (known[0].head, known[0].texts) == (report.head, report.texts):
        yield from ((each, each) for each in find_statements(report))
        return
    state, found = known
    changes = {key: change_between(text, report.text(key)) for key, text in state.texts.items()}
    for each in found:
        if now := _carried_along(each, changes[each.section]):
            yield each, now


def _carried_along(statement: Statement, change: TextChange) -> Statement | None:
    if statement.start + len(statement.quote) <= change.start:
        return statement
    return statement.moved(change.growth) if statement.start >= change.stop else None


def share_found(of: Report, to: Report) -> None:
    """Let a report have what was found in a copy of it."""
    if known := _found.get(of):
        _found[to] = known


def stated_sections(report: Report) -> list[str]:
    """Return the sections whose text can speak of the tables: those under a title."""
    return [key for key in report.form.text_sections if report.form.section(key).title and key in report.texts]


def _in_section(report: Report, section: str) -> Iterator[Statement]:
    text = folded(report.text(section))
    for mention in reading_of(text, report.head.agency, report.head.year).mentions:
        statement = _compared(report, section, text, mention)
        if statement is not None:
            yield statement


def _compared(report: Report, section: str, text: FoldedText, mention: Mention) -> Statement | None:
    bases = _bases(report, mention)
    if not bases:
        return None
    sums = {name: exact_sum([report.number(cell) for cell in cells]) for name, cells in bases.items()}
    agreeing = [name for name, total in sums.items() if _agrees(report, mention, bases[name], total)]
    if mention.is_doubtful and not agreeing:
        return None
    name = (agreeing or list(sums))[0]
    start, stop = text.original(mention.start, mention.stop)
    figure_start, figure_stop = text.original(mention.number.start, mention.number.stop)
    return Statement(
        section=section,
        quote=report.text(section)[start:stop],
        start=start,
        figure_start=figure_start,
        figure_stop=figure_stop,
        stated=_stated(report, mention, bases[name]),
        computed=sums[name],
        cells=bases[name],
        basis=name,
        agrees=bool(agreeing),
        is_scoped=mention.is_scoped,
        rates=tuple(_in_original(text, rate) for rate in mention.rates),
        topic=mention.quantity.topic,
        bases=bases,
        rows=mention.rows,
    )


def _in_original(text: FoldedText, rate: Rate) -> Rate:
    start, stop = text.original(rate.start, rate.stop)
    return replace(rate, start=start, stop=stop)


def _bases(report: Report, mention: Mention) -> dict[str, tuple[CellName, ...]]:
    found = {each.name: cells_of(each.cells, report.form, mention.rows) for each in mention.quantity.bases}
    return {name: cells for name, cells in found.items() if cells}


def _stated(report: Report, mention: Mention, cells: tuple[CellName, ...]) -> Decimal:
    """Return the number in the unit of the cells."""
    unit = report.form.cells[cells[0]].unit
    return mention.number.value / MONEY_UNITS.get(unit, 1) if mention.number.is_money else mention.number.value


def _agrees(report: Report, mention: Mention, cells: tuple[CellName, ...], total: Decimal) -> bool:
    if not mention.number.is_money:
        return mention.number.agrees_with(total)
    return mention.number.agrees_with(total * MONEY_UNITS.get(report.form.cells[cells[0]].unit, 1))
