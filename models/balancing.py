"""按勾稽推算: the figure with which a relation of a typed cell would hold, all other cells as they stand.

Every relation is linear, so that the cell's part of it, through totals and their totals, is a whole number of times
the cell; what is missing, divided by it, is the answer. The relations are the balances of the table and, where last
year's report is known, what is carried over and the documents in force.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation

from models.cell_value import BLANK, CellValue, Number, Unreadable, exact_sum, number_of
from models.checks.entries import is_acceptable
from models.comparison import compared_year, is_known, name_of
from models.form import Balance, CellName, Form, Term
from models.formulas import side_total
from models.report import LastYear, Report
from models.totals import typed_cells_in

_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])


@dataclass(frozen=True, slots=True)
class Relation:
    """The sum of some cells and the figure it must come to.

    Args:
        terms: the cells with their signs.
        goal: what they must come to.
        reason: what the clerk knows it by.
    """

    terms: tuple[Term, ...]
    goal: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure for a cell, and the relations that hold with it.

    Args:
        value: the figure.
        relations: those relations; all that ask for this figure.
        is_possible: whether the cell can hold it: a count is neither negative nor broken.
        is_there: whether it stands in the cell already.
        blanks: how many other cells of the relations are still blank and count as 0.
    """

    value: Number
    relations: tuple[Relation, ...]
    is_possible: bool
    is_there: bool
    blanks: int = 0

    @property
    def reason(self) -> str:
        """What asks for the figure, in one line."""
        reasons = "；".join(relation.reason for relation in self.relations)
        return f"{reasons}（另有 {self.blanks} 格未填，按 0 计）" if self.blanks else reasons


def proposals_for(report: Report, name: CellName) -> tuple[Proposal, ...]:
    """Return the figures that the relations of a typed cell ask for, each once, in the order of the form.

    A relation all of whose other cells are blank determines nothing. A balance of totals only follows from those of
    the columns and is left out where the cell stands in one of these. None for a derived cell.
    """
    if name in report.form.totals:
        return ()
    asked: dict[Number, list[Relation]] = {}
    for relation in relations_of(report, name):
        value = value_in(report, name, relation)
        if value is not None:
            asked.setdefault(Number(value), []).append(relation)
    return tuple(_proposal(report, name, value, relations) for value, relations in asked.items())


def relations_of(report: Report, name: CellName) -> tuple[Relation, ...]:
    """Return the relations in which a typed cell counts, balances first."""
    return (*_balances(report, name), *_from_last_year(report, name))


def value_in(report: Report, name: CellName, relation: Relation) -> Decimal | None:
    """Return the figure of a cell with which a relation holds; None where nothing determines it."""
    times = _times(report.form, relation.terms, name)
    if not times or not _is_determined(report, name, relation):
        return None
    missing = exact_sum([relation.goal, side_total(report, relation.terms).copy_negate()])
    try:
        return exact_sum([report.number(name), _EXACT.divide(missing, Decimal(times))])
    except Inexact:  # a third of a document: no figure makes it hold
        return None


def _balances(report: Report, name: CellName) -> Iterator[Relation]:
    form = report.form
    found = [each for each in form.table_of(name).balances if _times(form, _as_one_side(each), name)]
    own = [each for each in found if not form.totals.issuperset(each.cells)]
    for each in own or found:
        yield Relation(_as_one_side(each), Decimal(0), _in_symbols(form, each))


def _from_last_year(report: Report, name: CellName) -> Iterator[Relation]:
    last = compared_year(report)
    if last is None:
        return
    table = report.form.table_of(name)
    for pair in table.carry_over:
        before = last.cells.get(pair.source, BLANK)
        if pair.target == name and is_known(before):
            reason = f"{name_of(last)}“{report.form.cells[pair.source].row_name}”为 {before}"
            yield Relation((Term(name),), number_of(before), reason)
    for each in table.in_force:
        before = last.cells.get(each.in_force, BLANK)
        if name in {each.in_force, each.issued, each.repealed} and is_known(before):
            terms = (Term(each.in_force), Term(each.issued, -1), Term(each.repealed))
            yield Relation(terms, number_of(before), _in_force(report, terms, last, before))


def _in_force(report: Report, terms: tuple[Term, ...], last: LastYear, before: CellValue) -> str:
    in_force, issued, repealed = (report.form.cells[term.cell].column_name for term in terms)
    return f"{name_of(last)}“{in_force}”为 {before}，加“{issued}”、减“{repealed}”"


def _proposal(report: Report, name: CellName, value: Number, relations: list[Relation]) -> Proposal:
    now = report.value(name)
    others = {other for relation in relations for other in _others(report, name, relation)}
    return Proposal(
        value=value,
        relations=tuple(relations),
        is_possible=is_acceptable(report.form.cells[name], value),
        is_there=isinstance(now, Number) and now.value == value.value,
        blanks=sum(isinstance(report.value(other), Unreadable) or other not in report.cells for other in others),
    )


def _is_determined(report: Report, name: CellName, relation: Relation) -> bool:
    others = _others(report, name, relation)
    return not others or any(other in report.cells for other in others)


def _others(report: Report, name: CellName, relation: Relation) -> set[CellName]:
    return {typed for term in relation.terms for typed in typed_cells_in(report.form, term.cell)} - {name}


def _times(form: Form, terms: Iterable[Term], name: CellName) -> int:
    """Return how many times a typed cell counts in a sum, through the totals in it; negative where it is taken off."""
    return sum(term.sign * _times_in_cell(form, term.cell, name) for term in terms)


def _times_in_cell(form: Form, cell: CellName, name: CellName) -> int:
    each = form.sums.get(cell)
    return int(cell == name) if each is None else _times(form, each.terms, name)


def _as_one_side(balance: Balance) -> tuple[Term, ...]:
    return (*balance.left, *(Term(term.cell, -term.sign) for term in balance.right))


def _in_symbols(form: Form, balance: Balance) -> str:
    left, right = (_side(form, terms) for terms in (balance.left, balance.right))
    return f"{balance.name}：{left}＝{right}"


def _side(form: Form, terms: Iterable[Term]) -> str:
    signed = "".join(f"{'＋' if term.sign > 0 else '－'}{form.cells[term.cell].row_symbol}" for term in terms)
    return signed.removeprefix("＋")
