"""The blocks of a file as a form sees them, numbered, and the section each stands in or is assigned to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from importers.blocks import Block, Grid, Paragraph, Property, paragraphs_of
from importers.line_tables import rebuild_tables
from importers.outcomes import NOT_IN_REPORT, Assignment
from importers.section_matcher import PlacedBlock, loosened, match_sections
from importers.section_titles import SectionTitles
from importers.slips import slips_in
from models.form import Content, Form


@dataclass(frozen=True, slots=True)
class Elements:
    """A file's blocks, tables rebuilt from lines and titles in lines of their own; their places are their numbers.

    Args:
        blocks: the blocks in reading order, then rows of tables that could not be rebuilt.
        lost: the number of the first of those rows.
        slips: the numbers of the blocks of slips, which are no part of the report.
        remarks: sentences about what was rebuilt.
    """

    blocks: tuple[Block, ...]
    lost: int
    slips: frozenset[int]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedElement(PlacedBlock):
    """A block, or the part of one that belongs to a section, with the number of the block."""

    index: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """Blocks by section, titles taken out, the keys of the sections whose titles were found, and those titles."""

    blocks: tuple[PlacedElement, ...]
    found: tuple[str, ...]
    headings: Mapping[int, str | None]
    """Blocks that were taken for titles, with the keys of their sections; None in a table of contents."""


def elements_of(form: Form, blocks: Sequence[Block], forms: Mapping[str, Form]) -> Elements:
    """Return a file's blocks as a form sees them.

    Args:
        form: the form.
        blocks: the file's paragraphs and grids in reading order.
        forms: known forms by key.
    """
    rebuilt = rebuild_tables(form, [block for block in blocks if not isinstance(block, Property)], forms)
    titles = SectionTitles(form)
    loose = [part for block in rebuilt.blocks for part in loosened(block, form, titles)]
    return Elements((*loose, *rebuilt.unplaced), len(loose), slips_in(loose), rebuilt.remarks)


def place_elements(form: Form, elements: Elements, assignment: Assignment) -> Placing:
    """Divide the blocks into the form's sections by their titles, then as the clerk assigned them."""
    loose = elements.blocks[: elements.lost]
    sections = match_sections(form, [block for index, block in enumerate(loose) if index not in elements.slips])
    by_title: dict[int, list[PlacedBlock]] = {}
    for index, part in _numbered(loose, sections.blocks):
        by_title.setdefault(index, []).append(part)
    placed: list[PlacedElement] = []
    for index, block in enumerate(elements.blocks):
        if index in assignment.sections:
            placed += _assigned(form, index, block, assignment.sections[index])
        else:
            placed += [PlacedElement(each.block, each.section, index) for each in by_title.get(index, ())]
    titles = SectionTitles(form, takes_brackets=True)
    taken = {*by_title, *assignment.sections, *elements.slips}
    headings = {
        index: section.key if (section := titles.of(block)) else None
        for index, block in enumerate(loose)
        if index not in taken and isinstance(block, Paragraph)
    }
    return Placing(tuple(placed), sections.found, headings)


def _numbered(blocks: Sequence[Block], parts: Sequence[PlacedBlock]) -> Iterator[tuple[int, PlacedBlock]]:
    """Yield the parts with the number of the block each is, or is what follows a title in."""
    own, after = {id(block) for block in blocks}, 0
    for part in parts:
        is_whole = id(part.block) in own
        index = next(
            (number for number in range(after, len(blocks)) if _is_of(part.block, blocks[number], is_whole)),
            min(after, len(blocks) - 1),
        )
        after = index + is_whole
        yield index, part


def _is_of(part: Block, block: Block, is_whole: bool) -> bool:  # noqa: FBT001 - private, and called once
    if is_whole:
        return part is block
    return isinstance(part, Paragraph) and isinstance(block, Paragraph) and block.text.rstrip().endswith(part.text)


def _assigned(form: Form, index: int, block: Block, section: str) -> Iterator[PlacedElement]:
    """Yield a block as it goes to the section the clerk chose; of a grid a text takes over the words."""
    if section != NOT_IN_REPORT:
        is_layout = isinstance(block, Grid) and form.section(section).content is Content.TEXT
        parts = paragraphs_of(block) if is_layout and isinstance(block, Grid) else [block]
        yield from (PlacedElement(part, section, index, by_hand=True) for part in parts)
