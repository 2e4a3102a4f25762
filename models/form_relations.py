"""Reading the relations of one table, whose cells are already known: sums, balances, from year to year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from models.form import Balance, CarryOver, CellName, InForce, Reserved, Sum, Table, Term
from models.toml_source import TomlSource


def with_relations(table: Table, source: TomlSource) -> Table:
    """Return the table with the relations its declaration names; mistakes are noted in the source."""
    return _Relations(table, source).complete()


class _Relations:
    """Keeps the table and its declaration at hand while the relations are read."""

    def __init__(self, table: Table, source: TomlSource) -> None:
        self._table = table
        self._source = source
        self._rows = list(dict.fromkeys(name.rsplit("/", 1)[0] for name in table.cells))

    def complete(self) -> Table:
        summed = replace(self._table, sums=tuple(self._ordered([*self._column_sums(), *self._row_sums()])))
        self._table = summed
        return replace(
            summed,
            balances=tuple(self._balances()),
            carry_over=tuple(self._carry_over()),
            keep=tuple(self._typed(self._source, "keep", self._source.texts("keep"))),
            in_force=tuple(self._in_force()),
            steady=tuple(self._named(self._source, "steady", self._source.texts("steady"))),
            reserved=tuple(self._reserved()),
        )

    def _row_sums(self) -> Iterator[Sum]:
        for source in self._source.tables("row_sums"):
            column, parts = source.text("column"), source.texts("of", required=True)
            rows = [row for row in self._rows if f"{row}/{column}" in self._table.cells]
            if not rows:
                source.note("column", f'no row has a cell "{column}"')
            for row in rows:
                terms = self._terms(source, "of", [_signed(part, f"{row}/", "") for part in parts])
                yield Sum(f"{row}/{column}", terms, along_row=True)
            source.close()

    def _column_sums(self) -> Iterator[Sum]:
        for source in self._source.tables("column_sums"):
            row, parts = source.text("row"), source.texts("of", required=True)
            for column in source.texts("columns", required=True):
                for total in self._named(source, "row", [f"{row}/{column}"]):
                    yield Sum(total, self._in_column(source, "of", parts, column), along_row=False)
            source.close()

    def _balances(self) -> Iterator[Balance]:
        for source in self._source.tables("balances"):
            left, right = source.texts("left", required=True), source.texts("right", required=True)
            hint = source.text("opposite_hint", "")
            for column in source.texts("columns", required=True):
                first = self._in_column(source, "left", left, column)
                second = self._in_column(source, "right", right, column)
                if first and second:
                    yield Balance(self._table.cells[first[0].cell].column_name, first, second, hint)
            source.close()

    def _carry_over(self) -> Iterator[CarryOver]:
        for source in self._source.tables("carry_over"):
            origin, target = source.text("from"), source.text("into")
            for column in source.texts("columns", required=True):
                sources = self._named(source, "from", [f"{origin}/{column}"])
                targets = self._typed(source, "into", [f"{target}/{column}"])
                yield from (CarryOver(*pair) for pair in zip(sources, targets, strict=False))
            source.close()

    def _in_force(self) -> Iterator[InForce]:
        for source in self._source.tables("in_force"):
            columns = {key: source.text(key) for key in ("issued", "repealed", "in_force")}
            for row in source.texts("rows", required=True):
                cells = [self._named(source, key, [f"{row}/{column}"]) for key, column in columns.items()]
                if all(cells):
                    yield InForce(*(cell for (cell,) in cells))
            source.close()

    def _reserved(self) -> Iterator[Reserved]:
        for source in self._source.tables("reserved"):
            cells = self._named(source, "cells", source.texts("cells", required=True))
            yield Reserved(source.text("what"), tuple(cells), source.text("makers"), source.pattern("others"))
            source.close()

    def _in_column(self, source: TomlSource, key: str, rows: Sequence[str], column: str) -> tuple[Term, ...]:
        return self._terms(source, key, [_signed(row, f"{self._table.key}/", f"/{column}") for row in rows])

    def _terms(self, source: TomlSource, key: str, terms: Iterable[Term]) -> tuple[Term, ...]:
        known = []
        for term in terms:
            if term.cell in self._table.cells:
                known.append(term)
            else:
                source.note(key, f'there is no cell "{term.cell}"')
        return tuple(known)

    def _named(self, source: TomlSource, key: str, names: Iterable[str]) -> list[CellName]:
        terms = [Term(f"{self._table.key}/{name}") for name in names]
        return [term.cell for term in self._terms(source, key, terms)]

    def _typed(self, source: TomlSource, key: str, names: Iterable[str]) -> list[CellName]:
        named = self._named(source, key, names)
        for name in self._table.totals.intersection(named):
            source.note(key, f'"{name}" is derived and cannot be taken over')
        return named

    def _ordered(self, sums: list[Sum]) -> Iterator[Sum]:
        by_total = {each.total: each for each in sums}
        if len(by_total) < len(sums):
            self._source.note("row_sums", "a cell is derived twice")
        graph = {each.total: [term.cell for term in each.terms if term.cell in by_total] for each in by_total.values()}
        try:
            yield from (by_total[name] for name in TopologicalSorter(graph).static_order())
        except CycleError:
            self._source.note("row_sums", "a total is derived from itself")


def _signed(text: str, before: str, after: str) -> Term:
    return Term(f"{before}{text.removeprefix('-')}{after}", -1 if text.startswith("-") else 1)
