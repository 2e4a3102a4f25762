"""A file's blocks read as a report of one form: figures, texts, agency and year, and what was not understood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from importers.assigned_tables import AssignedTables
from importers.blocks import Block, Paragraph
from importers.elements import Elements, PlacedElement, Placing, elements_of, place_elements
from importers.head_matcher import match_head
from importers.metadata import metadata_among, metadata_of
from importers.outcome_recorder import Recorder
from importers.outcomes import Assignment, Kind, Outcome
from importers.signature import closing_signature
from importers.table_gathering import stated_total
from models.cell_value import Entry
from models.form import CellName, Content, Form
from models.report import Edit, Head, Report
from models.texts import paragraphs
from models.totals import totals_of

_NOTHING_ASSIGNED = Assignment()


@dataclass(frozen=True)
class FormReading:
    """A file read as a report of a form.

    Args:
        form: the form.
        head: agency and year as far as the file tells them.
        headings: keys of the sections whose titles were found, with those as the file has them, in its order.
        texts: running text by section key.
        figures: entries by cell name for every cell that was found, blank ones included.
        unplaced: blocks that have no place in the form.
        remarks: sentences about doubtful matches.
        outcomes: what became of each block, in reading order.
    """

    form: Form
    head: Head
    headings: tuple[tuple[str, str], ...]
    texts: Mapping[str, str]
    figures: Mapping[CellName, Entry]
    unplaced: tuple[Block, ...]
    remarks: tuple[str, ...]
    outcomes: tuple[Outcome, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """Keys of the sections whose titles were found."""
        return tuple(key for key, _ in self.headings)

    @property
    def fit(self) -> float:
        """How much of the form was found: the share of each table's cells, equally weighed, and of its titles.

        A table that two forms share speaks for neither, however many cells their others have.
        """
        titles = sum(bool(section.title) for section in self.form.sections)
        shares = [len(self.figures.keys() & table.cells.keys()) / len(table.cells) for table in self.form.tables]
        return sum(shares) / max(1, len(shares)) + len(self.sections) / max(1, titles)

    def report(self) -> Report:
        """Return the report; totals are computed, and those the file states otherwise are kept beside."""
        form, totals = self.form, self.form.totals
        cells = {name: entry.value for name, entry in self.figures.items() if name not in totals}
        computed = totals_of(form, cells)
        stated = {
            name: total
            for name, entry in self.figures.items()
            if name in totals and (total := stated_total(entry)) is not None
        }
        report = Report.filled(form, Edit(
            cells=cells,
            remarks={name: entry.remark for name, entry in self.figures.items() if entry.remark},
            texts=self.texts,
            head=self.head,
            stated={name: total for name, total in stated.items() if total != computed[name]},
        ))  # fmt: skip
        report.headings = self.headings
        return report


def read_as(
    form: Form,
    blocks: Sequence[Block],
    forms: Mapping[str, Form],
    assignment: Assignment = _NOTHING_ASSIGNED,
    *,
    takes_tables: bool = True,
) -> FormReading:
    """Read blocks as a report of a form, however little of it they hold.

    Args:
        form: the form.
        blocks: the file's paragraphs and grids in reading order.
        forms: known forms by key, the form's predecessors among them.
        assignment: what the clerk decided by hand about the blocks of an earlier reading in this form.
        takes_tables: whether tables are read that nobody assigned by hand; else they are left over.
    """
    elements = elements_of(form, blocks, forms)
    placing = place_elements(form, elements, assignment)
    tables = AssignedTables(form, forms)
    texts = _Texts(form, placing.blocks, metadata_of(blocks))
    recorder = Recorder(form, elements, placing, assignment)
    for number, placed in enumerate(placing.blocks):
        if texts.holds(number):
            recorder.take_text(placed, texts.kind_of(number))
        elif takes_tables or placed.by_hand:
            recorder.take_for_tables(placed, tables)
        else:
            recorder.leave(placed)
    outcomes = recorder.outcomes()
    return FormReading(
        form=form,
        head=texts.head,
        headings=tuple(_headings(form, elements, placing)),
        texts=texts.by_section,
        figures=tables.entries(),
        unplaced=tuple(block for each in outcomes for block in each.leftover),
        remarks=(*texts.remarks, *((*elements.remarks, *tables.remarks()) if takes_tables or tables.found else ())),
        outcomes=outcomes,
    )


def _headings(form: Form, elements: Elements, placing: Placing) -> Iterator[tuple[str, str]]:
    """Yield the titles by section in the file's order; in the form's where they stand on several sheets.

    Of a title in a table of contents and again below, the last counts.
    """
    places = {key: index for index, key in sorted(placing.headings.items()) if key}
    for placed in placing.blocks:
        if placed.section is not None:
            places.setdefault(placed.section, placed.index)
    found = [each.key for each in form.sections if each.key in placing.found]
    if len({elements.blocks[places[key]].part for key in found if key in places}) == 1:
        found.sort(key=lambda key: places.get(key, 0))
    for key in found:
        block = elements.blocks[places[key]] if placing.headings.get(places.get(key, -1)) == key else None
        yield key, block.text if isinstance(block, Paragraph) else ""


class _Texts:
    """The running text of a report: what belongs to the title, to the signature, and to which section."""

    def __init__(self, form: Form, blocks: Sequence[PlacedElement], metadata: Sequence[str]) -> None:
        wanted = {section.key for section in form.sections if section.content is Content.TEXT}
        untitled = {section.key for section in form.sections if not section.title}
        texts = [
            (index, placed)
            for index, placed in enumerate(blocks)
            if isinstance(placed.block, Paragraph) and placed.section in wanted
        ]
        above = [(index, placed) for index, placed in texts if placed.section in untitled]
        about = metadata_among([placed.block.text for _, placed in above if isinstance(placed.block, Paragraph)])
        beside = {above[each][0] for each in about}
        written = [
            (index, placed.section, placed.block)
            for index, placed in texts
            if isinstance(placed.block, Paragraph) and placed.section is not None
            if placed.by_hand or index not in beside
        ]
        opening = [(index, block) for index, section, block in written if section in untitled and index not in beside]
        lines = [line for _, _, block in written for line in paragraphs(block.text)]
        found = match_head(form, [block for _, block in opening], lines, metadata)
        self._title = {opening[each][0] for each in found.title}
        self.remarks = found.remarks
        closing = [each for each in _closing(form, blocks) if each[0] not in self._title]
        signature = closing_signature([block.text for _, block in closing], found.head.agency)
        self._signature = {closing[each][0] for each in signature.lines} if signature else set[int]()
        self.head = replace(found.head, signed_on=signature.day) if signature else found.head
        self._held = {index for index, _, _ in written} | self._signature
        by_section: dict[str, list[str]] = {}
        for index, section, block in written:
            if index not in self._title | self._signature:
                by_section.setdefault(section, []).extend(paragraphs(block.text))
        self.by_section = {key: "\n".join(each) for key, each in by_section.items()}

    def holds(self, index: int) -> bool:
        """Tell whether a block went into the title or a text."""
        return index in self._held

    def kind_of(self, index: int) -> Kind:
        """Return whether a block went into the title, the signature or a text."""
        return Kind.TITLE if index in self._title else Kind.SIGNATURE if index in self._signature else Kind.TEXT


def _closing(form: Form, blocks: Sequence[PlacedElement]) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs of the last section, where a report is signed."""
    for index, placed in enumerate(blocks):
        is_last = placed.section == form.sections[-1].key
        if is_last and isinstance(placed.block, Paragraph) and placed.block.text.strip():
            yield index, placed.block
