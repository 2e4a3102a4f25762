"""Finding the report's sections by their titles, whatever number stands in front of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.blocks import Block, Grid, Paragraph, unstack
from importers.head_matcher import is_report_title
from importers.labels import wording
from importers.section_titles import SectionTitles, number_of_title
from models.form import Content, Form, Section

_FEWEST_TITLES = 2
"""Titles by which a file shows how it writes them."""
_SHORTEST_CONTENTS = 3
"""Titles in a row that make a table of contents."""
_CONTENTS = "目录"


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and the key of the section it stands in; None where it stands in none."""

    block: Block
    section: str | None


@dataclass(frozen=True, slots=True)
class Sections:
    """A file's blocks by section, titles taken out, and the keys of the sections whose titles were found."""

    blocks: tuple[PlacedBlock, ...]
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A paragraph that reads like a section's title.

    Args:
        index: its place among the blocks.
        section: the section's key.
        is_heading: whether it is styled as a heading.
        has_number: whether the section's own number stands in front.
        has_content: whether what the section consists of, text or a table, follows before the next title.
    """

    index: int
    section: str
    is_heading: bool
    has_number: bool
    has_content: bool


def match_sections(form: Form, blocks: Sequence[Block]) -> Sections:
    """Divide a file's blocks into the form's sections.

    A title stands alone in its paragraph or line and outside tables; one that is found nowhere else may begin
    a paragraph, and where hardly any is found, their numbers may stand in brackets. Where headings are styled as such,
    a body paragraph that repeats a title opens nothing. What stands before the first title
    belongs to the section without one, the preamble; a new sheet begins without a section.
    """
    titles = SectionTitles(form)
    loose: Sequence[Block] = [part for block in blocks for part in loosened(block, form, titles)]
    if len({each.section for each in _candidates(loose, titles)}) < _FEWEST_TITLES:
        bracketed = SectionTitles(form, takes_brackets=True)
        if len({each.section for each in _candidates(loose, bracketed) if each.has_number}) > _FEWEST_TITLES:
            titles = bracketed
    loose = _with_title_lines(loose, titles, form)
    candidates = _candidates(loose, titles)
    contents = _contents(loose, candidates)
    openings = {each.index: each.section for each in _chosen(each for each in candidates if each.index not in contents)}
    placed = _placed(form, loose, openings, titles)
    return Sections(
        tuple(each for index, each in placed if index not in contents), tuple(dict.fromkeys(openings.values()))
    )


def loosened(block: Block, form: Form, titles: SectionTitles) -> Iterator[Block]:
    """Take titles and texts out of a sheet on which everything is stacked, and titles out of lines of a paragraph."""
    if isinstance(block, Paragraph):
        yield from titles.by_lines(block)
    else:
        yield from unstack(block, lambda text: titles.exact(text) is not None or is_report_title(text, form))


def _with_title_lines(blocks: Sequence[Block], titles: SectionTitles, form: Form) -> Sequence[Block]:
    """Part the titles that no paragraph has to itself from the text that follows in the same paragraph."""
    found = {each.section for each in _candidates(blocks, titles)}
    if len(found) < _FEWEST_TITLES:
        return blocks
    missing = {section.key for section in form.sections if section.title} - found
    parted = [titles.parted(block, missing) if isinstance(block, Paragraph) else [block] for block in blocks]
    return [part for parts in parted for part in parts]


def _candidates(blocks: Sequence[Block], titles: SectionTitles) -> list[_Candidate]:
    sections = {
        index: section
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (section := titles.of(block)) is not None
    }
    return [
        _Candidate(
            index,
            section.key,
            is_heading=bool(block.level),
            has_number=number_of_title(block.text) == number_of_title(section.title) != "",
            has_content=any(_is_content(section, each) for each in blocks[index + 1 : stop]),
        )
        for index, stop in pairwise([*sections, len(blocks)])
        if isinstance(block := blocks[index], Paragraph) and (section := sections[index])
    ]


def _is_content(section: Section, block: Block) -> bool:
    if isinstance(block, Grid):
        return section.content is Content.TABLE
    return section.content is Content.TEXT and bool(block.text.strip())


def _contents(blocks: Sequence[Block], candidates: Sequence[_Candidate]) -> set[int]:
    """Return the paragraphs of tables of contents: titles in a row that come again further down."""
    contents: set[int] = set()
    last = {(each.section, blocks[each.index].part): each.index for each in candidates}
    for run in _runs(blocks, [each for each in candidates if not each.is_heading]):
        again = any(last[each.section, blocks[each.index].part] > run[-1].index for each in run[:2])
        if len(run) >= _SHORTEST_CONTENTS and again:
            contents.update(each.index for each in run)
            above = blocks[max(0, run[0].index - 1)]
            if isinstance(above, Paragraph) and wording(above.text).full == _CONTENTS:
                contents.add(run[0].index - 1)
    return contents


def _runs(blocks: Sequence[Block], candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Yield titles that follow one another with nothing between, none of them twice."""
    run: list[_Candidate] = []
    for each in candidates:
        between = blocks[run[-1].index + 1 : each.index] if run else []
        if any(isinstance(block, Grid) or block.text.strip() for block in between) or any(
            each.section == other.section for other in run
        ):
            yield run
            run = []
        run.append(each)
    yield run


def _chosen(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """Yield those that open their section; a heading may come again, as over a table on a sheet of its own."""
    by_section: dict[str, list[_Candidate]] = {}
    for each in candidates:
        by_section.setdefault(each.section, []).append(each)
    for rivals in by_section.values():
        headings = [each for each in rivals if each.is_heading]
        yield from headings or [min(rivals, key=lambda each: (not each.has_number, not each.has_content, each.index))]


def _placed(
    form: Form, blocks: Sequence[Block], openings: dict[int, str], titles: SectionTitles
) -> Iterator[tuple[int, PlacedBlock]]:
    section = next((each.key for each in form.sections if each.content is Content.TEXT and not each.title), None)
    part = blocks[0].part if blocks else ""
    for index, block in enumerate(blocks):
        if block.part != part:
            part, named = block.part, titles.exact(block.part)
            section = named.key if named else None
        if index in openings:
            section = openings[index]
        else:
            yield index, PlacedBlock(block, section)
