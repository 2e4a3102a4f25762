"""The form as data: sections, tables, cells and the linear relations between them.

Everything the program knows about a statutory form stands in `resources/forms/*.toml`;
these frozen dataclasses are what `form_file.py` makes of it. A cell is named
`table/row/column`, as in `requests/received/natural_person`. What is declared once is compared by identity:
each method that a dataclass need not write shortens the start of the program.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from models.chart import Chart, ChartGroup
from models.draft import Draft
from models.forerunners import OutdatedBasis, Predecessor

CellName = str
"""`table/row/column`; the row and column keys are the form's."""


class CellKind(StrEnum):
    """What a number may be."""

    COUNT = "count"
    """Number of documents, decisions or applications: a whole number, not negative."""
    AMOUNT = "amount"
    """Money: a decimal, not negative."""
    CHANGE = "change"
    """Increase or decrease against last year: a whole number of either sign."""


class Content(StrEnum):
    """What a section consists of."""

    TEXT = "text"
    TABLE = "table"


@dataclass(frozen=True)
class Label:
    """A printed label, the other wordings found in real reports, a short name for sentences, and what it means."""

    text: str
    variants: tuple[str, ...] = ()
    name: str = ""
    note: str = ""
    """What is counted under this label, for the clerk; empty where nothing is said of it."""

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every wording that a reader takes for this label."""
        return (self.text, *self.variants)


@dataclass(frozen=True)
class Place:
    """A rectangle of a table's grid, counted from 0 at the top left."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def rows(self) -> range:
        """The grid rows it covers."""
        return range(self.row, self.row + self.row_span)

    @property
    def columns(self) -> range:
        """The grid columns it covers."""
        return range(self.column, self.column + self.column_span)


@dataclass(frozen=True, eq=False, repr=False)
class LabelCell:
    """A printed cell of a table: a title, a header, or a stub entry."""

    place: Place
    label: Label


@dataclass(frozen=True, eq=False, repr=False)
class Cell:
    """A cell that holds a figure, with the labels that lead to it, outermost first."""

    name: CellName
    place: Place
    row_path: tuple[Label, ...]
    column_path: tuple[Label, ...]
    row_symbol: str
    """What a formula that runs down the column calls this cell: 一, （三）1."""
    column_symbol: str
    """What a formula that runs along the row calls it: 自然人."""
    kind: CellKind = CellKind.COUNT
    unit: str = ""

    @property
    def column_name(self) -> str:
        """The short name of the cell's column."""
        return self.column_path[-1].name

    @property
    def row_name(self) -> str:
        """The short name of the cell's row; empty where the table has one row only."""
        return self.row_path[-1].name if self.row_path else ""

    @property
    def title(self) -> str:
        """The cell's name in sentences: （一）予以公开 × 商业企业."""
        return " × ".join(part for part in (self.row_name, self.column_name) if part)

    @property
    def noted(self) -> tuple[Label, ...]:
        """Those of its labels that say what they count: of the row, then of the column, the narrowest first."""
        labels = (*reversed(self.row_path), *reversed(self.column_path))
        return tuple(label for label in labels if label.note)


@dataclass(frozen=True)
class Term:
    """One cell of a relation, counted once with a sign of +1 or -1."""

    cell: CellName
    sign: int = 1


@dataclass(frozen=True, eq=False, repr=False)
class Sum:
    """A derived cell and the terms it is the sum of."""

    total: CellName
    terms: tuple[Term, ...]
    along_row: bool
    """True where the terms stand in the total's row, False where they stand in its column."""


@dataclass(frozen=True, eq=False, repr=False)
class Balance:
    """Two sums that must be equal (表内勾稽关系)."""

    name: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    opposite_hint: str = ""
    """What it suggests that two balances of the table are off by opposite amounts."""

    @property
    def cells(self) -> tuple[CellName, ...]:
        """Every cell on either side."""
        return tuple(term.cell for term in self.left + self.right)


@dataclass(frozen=True, eq=False, repr=False)
class CarryOver:
    """A figure of last year's report that is this year's figure of another cell."""

    source: CellName
    target: CellName


@dataclass(frozen=True, eq=False, repr=False)
class InForce:
    """Documents in force: as many as last year, more what was issued, less what was repealed."""

    issued: CellName
    repealed: CellName
    in_force: CellName


@dataclass(frozen=True, eq=False, repr=False)
class Reserved:
    """Figures of documents that only some agencies can make.

    Args:
        what: the documents.
        cells: the figures.
        makers: who makes them, for sentences.
        others: what the names of agencies that cannot make them look like.
    """

    what: str
    cells: tuple[CellName, ...]
    makers: str
    others: re.Pattern[str]


@dataclass(frozen=True, eq=False, repr=False)
class Band:
    """A horizontal part of a table with its own header; its labels and figures in grid order."""

    rows: range
    header_rows: range
    labels: tuple[LabelCell, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """A statutory table: bands stacked on one grid, and the relations among its figures."""

    key: str
    name: str
    widths: tuple[int, ...]
    """Relative widths of the grid's columns."""
    bands: tuple[Band, ...]
    sums: tuple[Sum, ...] = ()
    """In an order in which each sum's terms are already known."""
    balances: tuple[Balance, ...] = ()
    carry_over: tuple[CarryOver, ...] = ()
    keep: tuple[CellName, ...] = ()
    """Figures a new year starts from: in force until something is issued or repealed."""
    in_force: tuple[InForce, ...] = ()
    steady: tuple[CellName, ...] = ()
    """Figures that seldom become ten times as large or small from one year to the next."""
    reserved: tuple[Reserved, ...] = ()
    header_rows: int = 0
    """Grid rows that stay in view above the figures; 0 where each band has its own."""
    stub_columns: int = 0
    """Grid columns that stay in view left of the figures."""

    @property
    def row_count(self) -> int:
        """Rows of the grid, labels included."""
        return self.bands[-1].rows.stop

    @property
    def column_count(self) -> int:
        """Columns of the grid, labels included."""
        return len(self.widths)

    @cached_property
    def labels(self) -> tuple[LabelCell, ...]:
        """Every printed cell, top band first."""
        return tuple(label for band in self.bands for label in band.labels)

    @cached_property
    def cells(self) -> dict[CellName, Cell]:
        """Every figure by its name, in reading order."""
        return {cell.name: cell for band in self.bands for cell in band.cells}

    @cached_property
    def totals(self) -> frozenset[CellName]:
        """The figures that are derived, never typed."""
        return frozenset(each.total for each in self.sums)

    @cached_property
    def typed_cells(self) -> tuple[CellName, ...]:
        """The figures the clerk types, in reading order."""
        return tuple(name for name in self.cells if name not in self.totals)

    @cached_property
    def carried_totals(self) -> tuple[CarryOver, ...]:
        """The totals that are carried over because every term of theirs is."""
        sources = {pair.target: pair.source for pair in self.carry_over}
        totals = {frozenset(term.cell for term in each.terms): each.total for each in self.sums}
        found = (
            (totals.get(frozenset(sources[cell] for cell in cells)), total)
            for cells, total in totals.items()
            if cells <= sources.keys()
        )
        return tuple(CarryOver(source, total) for source, total in found if source is not None)


@dataclass(frozen=True, eq=False, repr=False)
class Topic:
    """Something a section must speak of, and the words by which it does."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class FeeDuty:
    """That a section must tell of the fee for applications: since which year's report, and by which words it does."""

    since: int
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Section:
    """A part of the report: its printed heading and what it consists of.

    Args:
        key: its name in files.
        name: what sentences call it.
        content: what it consists of.
        title: the heading as printed, number included; empty for the preamble.
        variants: other wordings of the heading by which a reader knows it.
        official: those of the variants that are as good as the heading itself.
        is_required: whether a report lacks something without this text.
        is_renewed: whether its text has to be written anew each year.
        longest: characters some authorities limit it to; 0 for no limit.
        topics: what it has to speak of.
        fee: whether it has to tell of the fee for applications.
    """

    key: str
    name: str
    content: Content
    title: str = ""
    variants: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    is_required: bool = False
    is_renewed: bool = False
    longest: int = 0
    topics: tuple[Topic, ...] = ()
    fee: FeeDuty | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Form:
    """A statutory form of the annual report."""

    key: str
    name: str
    basis: str
    """The document that prescribes the form."""
    title: str
    """The report's title without the agency; `{year}` stands for the year."""
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    predecessors: tuple[Predecessor, ...] = ()
    outdated: tuple[OutdatedBasis, ...] = ()
    charts: tuple[Chart, ...] = ()
    chart_groups: tuple[ChartGroup, ...] = ()
    drafts: tuple[Draft, ...] = ()

    @cached_property
    def cells(self) -> dict[CellName, Cell]:
        """Every figure of every table by its name."""
        return {name: cell for table in self.tables for name, cell in table.cells.items()}

    @cached_property
    def totals(self) -> frozenset[CellName]:
        """The derived figures of every table."""
        return frozenset().union(*(table.totals for table in self.tables))

    @cached_property
    def typed_cells(self) -> tuple[CellName, ...]:
        """The figures the clerk types, table by table."""
        return tuple(name for table in self.tables for name in table.typed_cells)

    @cached_property
    def sums(self) -> dict[CellName, Sum]:
        """The sum behind each derived figure."""
        return {each.total: each for table in self.tables for each in table.sums}

    @cached_property
    def text_sections(self) -> tuple[str, ...]:
        """Keys of the sections that are running text."""
        return tuple(each.key for each in self.sections if each.content is Content.TEXT)

    def section(self, key: str) -> Section:
        """Return the section with this key; KeyError where there is none."""
        return self._sections[key]

    def table(self, key: str) -> Table:
        """Return the table with this key; KeyError where there is none."""
        return self._tables[key]

    def table_of(self, cell: CellName) -> Table:
        """Return the table a cell stands in."""
        return self.table(cell.partition("/")[0])

    def title_for(self, year: int | None) -> str:
        """Return the title of a year's report without the agency."""
        return self.title.replace("{year}年", "" if year is None else f"{year}年")

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {each.key: each for each in self.sections}

    @cached_property
    def _tables(self) -> dict[str, Table]:
        return {each.key: each for each in self.tables}
