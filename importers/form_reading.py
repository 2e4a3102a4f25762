"""A file's blocks read as a report of one form: figures, texts, agency and year, and what was not understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from importers.blocks import Block, Grid, GridCell, Paragraph
from importers.head_matcher import match_head
from importers.labels import CORE, likeness
from importers.section_matcher import PlacedBlock, match_sections
from importers.sentences import (
    columns_missing,
    differs,
    leftover,
    rows_missing,
    table_missing,
    total_unreadable,
    unlike_label,
)
from importers.table_matcher import GridReading, TableMatcher
from models.cell_value import BLANK, Entry, Number, Unreadable, read_entry
from models.form import CellName, Content, Form, Table
from models.report import Edit, Head, Report
from models.texts import paragraphs
from models.totals import totals_of


@dataclass(frozen=True)
class FormReading:
    """A file read as a report of a form.

    Args:
        form: the form.
        head: agency and year as far as the file tells them.
        sections: keys of the sections whose titles were found.
        texts: running text by section key.
        figures: entries by cell name for every cell that was found, blank ones included.
        unplaced: blocks that have no place in the form.
        remarks: sentences about doubtful matches.
    """

    form: Form
    head: Head
    sections: tuple[str, ...]
    texts: Mapping[str, str]
    figures: Mapping[CellName, Entry]
    unplaced: tuple[Block, ...]
    remarks: tuple[str, ...]

    @property
    def fit(self) -> float:
        """How much of the form was found: the share of its cells and the share of its titles."""
        titles = sum(bool(section.title) for section in self.form.sections)
        return len(self.figures) / len(self.form.cells) + len(self.sections) / max(1, titles)

    def report(self) -> Report:
        """Return the report; totals are computed, and those the file states otherwise are kept beside."""
        form, totals = self.form, self.form.totals
        cells = {name: entry.value for name, entry in self.figures.items() if name not in totals}
        computed = totals_of(form, cells)
        stated = {
            name: total
            for name, entry in self.figures.items()
            if name in totals and (total := _stated(entry)) is not None
        }
        return Report.filled(form, Edit(
            cells=cells,
            remarks={name: entry.remark for name, entry in self.figures.items() if entry.remark},
            texts=self.texts,
            head=self.head,
            stated={name: total for name, total in stated.items() if total != computed[name]},
        ))  # fmt: skip


def read_as(form: Form, blocks: Sequence[Block], forms: Mapping[str, Form]) -> FormReading:
    """Read blocks as a report of a form, however little of it they hold.

    Args:
        form: the form.
        blocks: the file's paragraphs and grids in reading order.
        forms: known forms by key, the form's predecessors among them.
    """
    sections = match_sections(form, blocks)
    tables = _Tables(form, forms)
    texts = _Texts(form, sections.blocks)
    unplaced: list[Block] = []
    for index, placed in enumerate(sections.blocks):
        block = placed.block
        if isinstance(block, Grid):
            unplaced += tables.take(block)
        elif not texts.holds(index) and block.text.strip() and not tables.is_label(block):
            unplaced.append(block)
    return FormReading(
        form=form,
        head=texts.head,
        sections=sections.found,
        texts=texts.by_section,
        figures=tables.entries(),
        unplaced=tuple(unplaced),
        remarks=tables.remarks(),
    )


class _Texts:
    """The running text of a report: what belongs to the title, and what to which section."""

    def __init__(self, form: Form, blocks: Sequence[PlacedBlock]) -> None:
        wanted = {section.key for section in form.sections if section.content is Content.TEXT}
        untitled = {section.key for section in form.sections if not section.title}
        written = [
            (index, placed.section, placed.block)
            for index, placed in enumerate(blocks)
            if isinstance(placed.block, Paragraph) and placed.section in wanted and placed.section is not None
        ]
        opening = [(index, block) for index, section, block in written if section in untitled]
        lines = [line for _, _, block in written for line in paragraphs(block.text)]
        found = match_head(form, [block for _, block in opening], lines)
        title = {opening[each][0] for each in found.title}
        self.head = found.head
        self._held = {index for index, _, _ in written}
        by_section: dict[str, list[str]] = {}
        for index, section, block in written:
            if index not in title:
                by_section.setdefault(section, []).extend(paragraphs(block.text))
        self.by_section = {key: "\n".join(each) for key, each in by_section.items()}

    def holds(self, index: int) -> bool:
        """Tell whether a block went into the title or a text."""
        return index in self._held


class _Tables:
    """The tables of a report as they are gathered from one grid after the other."""

    def __init__(self, form: Form, forms: Mapping[str, Form]) -> None:
        self._form = form
        self._matcher = TableMatcher(form, forms)
        self._figures: dict[CellName, GridCell | None] = {}
        self._doubts: list[str] = []

    def take(self, grid: Grid) -> list[Block]:
        """Read a grid and return what of it has no place in the form."""
        reading = self._matcher.read(grid)
        for name, cell in reading.figures.items():
            known = self._figures.get(name)
            if known is None or known.is_blank:
                self._figures[name] = cell or known
            elif cell is not None and not cell.is_blank and cell.text.strip() != known.text.strip():
                self._doubts.append(differs(self._form.cells[name].title, known.text.strip(), cell.text.strip()))
        self._doubts += [unlike_label(read, label) for read, label in reading.doubts.items()]
        return self._left(reading)

    def _left(self, reading: GridReading) -> list[Block]:
        if reading.leftover is None:
            return []
        if reading.quotes:
            self._doubts.append(leftover(reading.quotes))
        return [reading.leftover]

    def is_label(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is a label of a table that stands outside it, such as a band's title."""
        labels = (each.label for table in self._form.tables for each in table.labels)
        return any(likeness(paragraph.text, label) >= CORE for label in labels)

    def entries(self) -> dict[CellName, Entry]:
        """Return the entry of each cell that was found; a remark attached to it joins one in brackets."""
        return {name: _entry(cell) for name, cell in self._figures.items()}

    def remarks(self) -> tuple[str, ...]:
        """Return sentences about what was doubtful or missing."""
        missing = [sentence for table in self._form.tables for sentence in self._missing(table)]
        totals = [
            total_unreadable(self._form.cells[name].title, str(entry.value))
            for name, entry in self.entries().items()
            if name in self._form.totals and isinstance(entry.value, Unreadable) and _stated(entry) is None
        ]
        return tuple(dict.fromkeys([*self._doubts, *totals, *missing]))

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


def _entry(found: GridCell | None) -> Entry:
    if found is None:
        return Entry(BLANK)
    entry = read_entry(found.text)
    remark = "；".join(part for part in (entry.remark, found.remark) if part)
    return Entry(entry.value, remark)


def _stated(entry: Entry) -> Decimal | None:
    """Return a total as stated; a sum may have more digits than a typed number."""
    if isinstance(entry.value, Number):
        return entry.value.value
    text = str(entry.value)
    return Decimal(text) if text.isdecimal() else None
