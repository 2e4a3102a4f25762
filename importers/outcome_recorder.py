"""Noting what becomes of each block while a file is read."""

from collections.abc import Sequence
from dataclasses import replace

from importers.assigned_tables import AssignedTables
from importers.blocks import Block, Grid, Paragraph
from importers.elements import Elements, PlacedElement, Placing
from importers.outcomes import Assignment, Kind, Outcome
from models.form import Form


class Recorder:
    """Gives the blocks to the tables one after the other and notes what they take."""

    def __init__(self, form: Form, elements: Elements, placing: Placing, assignment: Assignment) -> None:
        """Begin with the titles and slips; what nobody takes is left over."""
        self._form = form
        self._elements = elements
        self._assignment = assignment
        self._outcomes: dict[int, Outcome] = {
            index: Outcome(index, elements.blocks[index], Kind.HEADING, section)
            for index, section in placing.headings.items()
        } | {
            index: Outcome(index, elements.blocks[index], Kind.SLIP)
            for index in elements.slips
            if index not in assignment.sections
        }

    def take_text(self, placed: PlacedElement, kind: Kind) -> None:
        """Note a paragraph that went into the title, the signature or a text."""
        self._note(self._of(placed, kind, placed.section))

    def take_for_tables(self, placed: PlacedElement, tables: AssignedTables) -> None:
        """Have a block taken by the tables as far as it is theirs."""
        if isinstance(placed.block, Grid):
            self.take_table(placed, tables)
        elif placed.block.text.strip():
            self.take_line(placed, tables)

    def take_line(self, placed: PlacedElement, tables: AssignedTables) -> None:
        """Have a paragraph taken that belongs to a table, or leave it over."""
        assert isinstance(placed.block, Paragraph)
        before = tables.doubts
        if tables.takes_line(placed.block, placed.section):
            doubts = _new(tables.doubts, before)
            self._note(replace(self._of(placed, Kind.TABLE, placed.section), doubts=doubts))
        else:
            self.leave(placed)

    def leave(self, placed: PlacedElement) -> None:
        """Leave a block over."""
        if not _is_blank(placed.block):
            self._note(replace(self._of(placed, Kind.LEFT_OUT, None), leftover=(placed.block,)))

    def take_table(self, placed: PlacedElement, tables: AssignedTables) -> None:
        """Have the figures taken out of a grid."""
        assert isinstance(placed.block, Grid)
        found, doubts = tables.found, tables.doubts
        if placed.by_hand and placed.section is not None:
            columns = self._assignment.columns.get(placed.index, {})
            left = tables.take_for(placed.block, placed.section, columns)
        else:
            left = tables.take(placed.block, placed.section)
        new = tables.found - found
        cells = tuple(name for name in self._form.cells if name in new)
        section = placed.section if placed.by_hand else next((name.partition("/")[0] for name in cells), None)
        outcome = self._of(placed, Kind.TABLE if cells or not left else Kind.LEFT_OUT, section)
        self._note(replace(outcome, cells=cells, doubts=_new(tables.doubts, doubts), leftover=tuple(left)))

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what became of each block that is not blank, in reading order."""
        return tuple(
            self._outcomes.get(index) or self._left_out(index, block)
            for index, block in enumerate(self._elements.blocks)
            if not _is_blank(block)
        )

    def _of(self, placed: PlacedElement, kind: Kind, section: str | None) -> Outcome:
        block = self._elements.blocks[placed.index]
        return Outcome(placed.index, block, kind, section, by_hand=placed.by_hand)

    def _note(self, outcome: Outcome) -> None:
        """Note an outcome, together with that of an earlier part of the same block."""
        before = self._outcomes.get(outcome.index)
        if before is not None:
            cells, doubts = (*before.cells, *outcome.cells), (*before.doubts, *outcome.doubts)
            outcome = replace(outcome, cells=cells, doubts=doubts, leftover=(*before.leftover, *outcome.leftover))
        self._outcomes[outcome.index] = outcome

    def _left_out(self, index: int, block: Block) -> Outcome:
        """Return the outcome of a block that nobody took: left out by the clerk, or a row that fits no table."""
        by_hand = index in self._assignment.sections
        return Outcome(index, block, Kind.LEFT_OUT, leftover=() if by_hand else (block,), by_hand=by_hand)


def _is_blank(block: Block) -> bool:
    texts = [cell.text or cell.remark for cell in block.cells] if isinstance(block, Grid) else [block.text]
    return not any(text.strip() for text in texts)


def _new(doubts: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    known = {*before}
    return tuple(each for each in doubts if each not in known)
