"""Reading a form's TOML file into a Form; every mistake in the file is reported at once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from models.form import (
    Balance,
    CarryOver,
    CellKind,
    CellName,
    Content,
    Form,
    Label,
    Predecessor,
    Section,
    Sum,
    Table,
    Term,
)
from models.layout import BandPlan, Node, lay_out
from models.toml_source import TomlSource

FORMS_FOLDER = Path(__file__).parent.parent / "resources" / "forms"

CURRENT_FORM = "zfxxgk-2021"
"""国办公开办函〔2021〕30号, in force."""


@cache
def known_forms() -> dict[str, Form]:
    """Return every form that ships with the program by its key, the form in force first."""
    forms = [read_form(path) for path in sorted(FORMS_FOLDER.glob("*.toml"), reverse=True)]
    return {form.key: form for form in forms}


def current_form() -> Form:
    """Return the form in force."""
    return known_forms()[CURRENT_FORM]


def read_form(path: Path) -> Form:
    """Read a form file.

    Raises:
        DeclarationError: with all problems of the file, each with its place.
    """
    source = TomlSource.open(path)
    form = Form(
        key=source.text("key"),
        name=source.text("name"),
        basis=source.text("basis"),
        title=source.text("title"),
        sections=tuple(_section(each) for each in source.tables("sections", required=True)),
        tables=tuple(_table(each) for each in source.tables("tables", required=True)),
        predecessors=tuple(_predecessor(each) for each in source.tables("predecessors")),
    )
    source.close()
    _check_keys(form, source)
    source.raise_problems(path.name)
    return form


def _section(source: TomlSource) -> Section:
    section = Section(
        key=source.text("key"),
        name=source.text("name"),
        content=source.choice("content", Content),
        title=source.text("title", ""),
        variants=source.texts("variants"),
    )
    source.close()
    return section


def _predecessor(source: TomlSource) -> Predecessor:
    predecessor = Predecessor(form=source.text("form"), moved=source.mapping("moved"))
    source.close()
    return predecessor


def _check_keys(form: Form, source: TomlSource) -> None:
    for name, items in (("sections", form.sections), ("tables", form.tables)):
        keys = [item.key for item in items]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            source.note(name, f'the key "{key}" is used twice')
    wanted = {each.key for each in form.sections if each.content is Content.TABLE}
    for key in sorted(wanted ^ {table.key for table in form.tables}):
        source.note("tables", f'"{key}" is not both a table and a section with a table')


def _table(source: TomlSource) -> Table:
    key, widths = source.text("key"), source.numbers("widths")
    bands, top = [], 0
    for band_source in source.tables("bands", required=True):
        plan = _band_plan(band_source, len(widths))
        if plan is not None:
            bands.append(lay_out(plan, key, top, len(widths)))
            top = bands[-1].rows.stop
    single = bands[0] if len(bands) == 1 else None
    bare = Table(
        key=key,
        name=source.text("name"),
        widths=widths,
        bands=tuple(bands),
        header_rows=single.header_rows.stop if single else 0,
        stub_columns=min((cell.place.column for cell in single.cells), default=0) if single else 0,
    )
    return _Relations(bare, source).complete()


def _band_plan(source: TomlSource, column_count: int) -> BandPlan | None:
    plan = BandPlan(
        title=_optional_label(source, "title"),
        corner=_optional_label(source, "corner"),
        columns=_nodes(source, "columns", required=True),
        rows=_nodes(source, "rows"),
    )
    source.close()
    if not plan.columns:
        source.note("columns", "a band needs one column at least")
        return None
    if plan.figure_columns + plan.stub_depth > column_count or (plan.figure_columns < column_count and not plan.rows):
        source.note("columns", f"header and stub do not fit the table's {column_count} columns")
        return None
    return plan


def _nodes(source: TomlSource, key: str, *, required: bool = False) -> tuple[Node, ...]:
    return tuple(_node(each) for each in source.tables(key, required=required))


def _node(source: TomlSource) -> Node:
    parts = _nodes(source, "parts")
    kind = source.text("kind", "")
    node = Node(
        label=_label(source),
        key=source.text("key", "" if parts else None),
        symbol=source.text("symbol", ""),
        kind=source.choice("kind", CellKind) if kind else None,
        unit=source.text("unit", ""),
        span=source.number("span", 1),
        parts=parts,
    )
    source.close()
    return node


def _optional_label(source: TomlSource, key: str) -> Label | None:
    inner = source.table(key)
    if inner is None:
        return None
    label = _label(inner)
    inner.close()
    return label


def _label(source: TomlSource) -> Label:
    text = source.text("label")
    return Label(text, source.texts("variants"), source.text("name", text))


class _Relations:
    """Reads the sums, balances and carry-overs of one table, whose cells are already known."""

    def __init__(self, table: Table, source: TomlSource) -> None:
        self._table = table
        self._source = source
        self._rows = list(dict.fromkeys(name.rsplit("/", 1)[0] for name in table.cells))

    def complete(self) -> Table:
        """Return the table with its relations."""
        table = Table(
            **{name: getattr(self._table, name) for name in ("key", "name", "widths", "bands")},
            header_rows=self._table.header_rows,
            stub_columns=self._table.stub_columns,
            sums=tuple(self._ordered([*self._column_sums(), *self._row_sums()])),
            balances=tuple(self._balances()),
            carry_over=tuple(self._carry_over()),
            keep=tuple(self._named(self._source, "keep", self._source.texts("keep"))),
        )
        self._source.close()
        return table

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
            for column in source.texts("columns", required=True):
                balance = Balance(
                    name="",
                    left=self._in_column(source, "left", left, column),
                    right=self._in_column(source, "right", right, column),
                )
                if balance.cells:
                    named = self._table.cells[balance.cells[0]].column_name
                    yield Balance(named, balance.left, balance.right)
            source.close()

    def _carry_over(self) -> Iterator[CarryOver]:
        for source in self._source.tables("carry_over"):
            rows = source.text("from"), source.text("into")
            for column in source.texts("columns", required=True):
                pair = self._named(source, "columns", [f"{row}/{column}" for row in rows])
                if len(pair) == len(rows):
                    yield CarryOver(source=pair[0], target=pair[1])
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

    def _ordered(self, sums: list[Sum]) -> Iterator[Sum]:
        by_total = {each.total: each for each in sums}
        if len(by_total) < len(sums):
            self._source.note("row_sums", "a cell is derived twice")
        graph = {each.total: {term.cell for term in each.terms} & by_total.keys() for each in sums}
        try:
            yield from (by_total[name] for name in TopologicalSorter(graph).static_order())
        except CycleError:
            self._source.note("row_sums", "a total is derived from itself")


def _signed(text: str, before: str, after: str) -> Term:
    return Term(f"{before}{text.removeprefix('-')}{after}", -1 if text.startswith("-") else 1)
