"""Derived figures: row totals, （七）总计 and the totals of 表四, recomputed together at every edit."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from models.cell_value import BLANK, CellValue, exact_sum, number_of
from models.form import CellName, Form, Term


def totals_of(form: Form, cells: Mapping[CellName, CellValue]) -> dict[CellName, Decimal]:
    """Return every derived figure of the form; blanks and "/" count as 0."""
    totals: dict[CellName, Decimal] = {}

    def amount(name: CellName) -> Decimal:
        total = totals.get(name)
        return number_of(cells.get(name, BLANK)) if total is None else total

    for name, each in form.sums.items():
        totals[name] = signed_sum((term, amount(term.cell)) for term in each.terms)
    return totals


def typed_cells_in(form: Form, name: CellName) -> Iterator[CellName]:
    """Yield the typed cells that a cell adds up, through the totals among its terms; itself where it is typed."""
    each = form.sums.get(name)
    if each is None:
        yield name
    else:
        for term in each.terms:
            yield from typed_cells_in(form, term.cell)


def signed_sum(amounts: Iterable[tuple[Term, Decimal]]) -> Decimal:
    """Add amounts with the signs of their terms, exactly."""
    return exact_sum(amount if term.sign > 0 else amount.copy_negate() for term, amount in amounts)
