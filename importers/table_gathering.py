"""The figures of a report as they are gathered from one grid after the other, and what was doubtful about them."""

from collections.abc import Mapping
from decimal import Decimal

from importers.blocks import Block, Grid, GridCell, Paragraph
from importers.labels import CORE, goes_on, likeness
from importers.sentences import (
    columns_missing,
    differs,
    header_lost,
    leftover,
    rows_missing,
    subtotal_contradicts,
    table_missing,
    total_beside,
    total_unreadable,
    unlike_label,
)
from importers.table_matcher import GridReading, TableMatcher
from importers.units import read_figure
from models.cell_value import BLANK, Entry, Number, Unreadable, read_number
from models.form import CellName, Form, Table
from models.totals import totals_of


class TableGathering:
    """Gathers the figures of a form from a file's grids."""

    def __init__(self, form: Form, forms: Mapping[str, Form]) -> None:
        """Prepare to look for a form's tables.

        Args:
            form: the form.
            forms: known forms by key, the form's predecessors among them.
        """
        self._form = form
        self._matcher = TableMatcher(form, forms)
        self._figures: dict[CellName, Entry | None] = {}
        self._doubts: list[str] = []
        self._figure_doubts: dict[CellName, str] = {}
        self._totals: Mapping[CellName, Decimal] | None = None
        """Totals of the figures gathered so far, where somebody has asked for them."""

    def take(self, grid: Grid, section: str | None = None) -> list[Block]:
        """Read a grid and return what of it has no place in the form.

        Args:
            grid: the grid.
            section: key of the section it stands in, None where it stands in none.
        """
        self._totals = None
        reading = self._matcher.read(grid, section)
        for name, cell in reading.figures.items():
            self._take_figure(name, cell, reading.units.get(name, ""))
        self._doubts += [unlike_label(read, label) for read, label in reading.doubts.items()]
        self._doubts += [header_lost(self._form.table(key).name) for key in sorted(reading.implied)]
        self._doubts += [subtotal_contradicts(label, rows) for label, rows in reading.subtotals.items()]
        return self._left(reading)

    def takes_line(self, paragraph: Paragraph, section: str | None) -> bool:
        """Tell whether a paragraph belongs to a table outside of which it stands: a band's title, （续表）, a total."""
        return self._is_label(paragraph) or self._is_total(paragraph, section)

    def _is_label(self, paragraph: Paragraph) -> bool:
        if goes_on(paragraph.text):
            return True
        labels = (each.label for table in self._form.tables for each in table.labels)
        return any(likeness(paragraph.text, label) >= CORE for label in labels)

    def _is_total(self, paragraph: Paragraph, section: str | None) -> bool:
        """Tell whether a number on its own is a total that fell out of its table and agrees with the details."""
        number = read_number(paragraph.text)
        if number is None or section not in {table.key for table in self._form.tables}:
            return False
        lacking = [
            name
            for name in self._form.table(section).cells
            if name in self._form.totals and name in self._figures and _is_blank(self._figures[name])
        ]
        if len(lacking) != 1 or self._computed()[lacking[0]] != number:
            return False
        self._doubts.append(total_beside(self._form.cells[lacking[0]].title, paragraph.text.strip()))
        return True

    def entries(self) -> dict[CellName, Entry]:
        """Return the entry of each cell that was found."""
        return {name: entry or Entry(BLANK) for name, entry in self._figures.items()}

    def remarks(self) -> tuple[str, ...]:
        """Return sentences about what was doubtful or missing."""
        missing = [sentence for table in self._form.tables for sentence in self._missing(table)]
        totals = [
            total_unreadable(self._form.cells[name].title, str(entry.value))
            for name, entry in self.entries().items()
            if name in self._form.totals and isinstance(entry.value, Unreadable) and stated_total(entry) is None
        ]
        return tuple(dict.fromkeys([*self._doubts, *self._figure_doubts.values(), *totals, *missing]))

    def _take_figure(self, name: CellName, cell: GridCell | None, unit: str) -> None:
        known = self._figures.get(name)
        if cell is None or cell.is_blank:
            self._figures.setdefault(name, None)
            return
        figure = read_figure(self._form.cells[name], cell.text, unit)
        remark = "；".join(part for part in (figure.entry.remark, cell.remark) if part)
        entry = Entry(figure.entry.value, remark)
        if known is None:
            self._figures[name] = entry
            if figure.doubt:
                self._figure_doubts[name] = figure.doubt
        elif entry != known:
            self._doubts.append(differs(self._form.cells[name].title, str(known), str(entry)))

    def _left(self, reading: GridReading) -> list[Block]:
        if reading.leftover is None:
            return []
        if reading.quotes:
            self._doubts.append(leftover(reading.quotes))
        return [reading.leftover]

    def _computed(self) -> Mapping[CellName, Decimal]:
        """Return the totals of the figures gathered so far."""
        if self._totals is None:
            entries = self.entries()
            cells = {name: entry.value for name, entry in entries.items() if name not in self._form.totals}
            self._totals = totals_of(self._form, cells)
        return self._totals

    def _missing(self, table: Table) -> list[str]:
        lacking = [cell for name, cell in table.cells.items() if name not in self._figures]
        if len(lacking) == len(table.cells):
            return [table_missing(table.name)]
        found = {cell.place.row for name, cell in table.cells.items() if name in self._figures}
        rows = dict.fromkeys(cell.row_name for cell in lacking if cell.place.row not in found)
        columns = dict.fromkeys(cell.column_name for cell in lacking if cell.place.row in found)
        return [
            *([rows_missing(table.name, list(rows))] if rows else []),
            *([columns_missing(table.name, list(columns))] if columns else []),
        ]


def stated_total(entry: Entry) -> Decimal | None:
    """Return a total as a file states it; a sum may have more digits than a typed number."""
    if isinstance(entry.value, Number):
        return entry.value.value
    text = str(entry.value)
    return Decimal(text) if text.isdecimal() else None


def _is_blank(entry: Entry | None) -> bool:
    return entry is None or entry.value == BLANK
