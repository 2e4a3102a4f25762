"""Finding the report's sections by their titles, whatever number stands in front of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.blocks import Block, Grid, Paragraph, unstack
from importers.head_matcher import is_report_title
from importers.labels import Wording, similarity, wording
from models.form import Content, Form, Section

_LONGEST_TITLE = 60
_SIMILAR = 0.8
"""Share of common pairs of characters from which a numbered paragraph is a title with a slip of the pen."""


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
    """A paragraph that reads like a section's title."""

    index: int
    section: str
    is_heading: bool
    is_last_words: bool
    """Whether another title follows at once, as in a table of contents."""


def match_sections(form: Form, blocks: Sequence[Block]) -> Sections:
    """Divide a file's blocks into the form's sections.

    A title stands alone in its paragraph and outside tables. Where headings are styled as such,
    a body paragraph that repeats a title opens nothing. What stands before the first title
    belongs to the section without one, the preamble; a new sheet begins without a section.
    """
    titles = _Titles(form)
    loose = [part for block in blocks for part in _loosened(block, form, titles)]
    openings = {each.index: each.section for each in _chosen(_candidates(loose, titles))}
    return Sections(tuple(_placed(form, loose, openings, titles)), tuple(dict.fromkeys(openings.values())))


class _Titles:
    """The accepted titles of a form's sections, compared without number and punctuation."""

    def __init__(self, form: Form) -> None:
        self._sections = [section for section in form.sections if section.title]
        self._accepted = {
            wording(title).bare: section for section in self._sections for title in (section.title, *section.variants)
        }

    def exact(self, text: str) -> Section | None:
        """Return the section whose title this is word by word."""
        if len(text) > _LONGEST_TITLE:
            return None
        return self._accepted.get(wording(text).bare)

    def of(self, paragraph: Paragraph) -> Section | None:
        """Return the section a paragraph is the title of, slips of the pen allowed."""
        text = paragraph.text.strip()
        if not text or len(text) > _LONGEST_TITLE:
            return None
        words = wording(text)
        section = self._accepted.get(words.bare) or self._accepted.get(words.core)
        if section is None and (words.is_numbered or paragraph.level):
            section = self._similar(words)
        if section is None or (words.is_bracketed and paragraph.level != 1 and not _is_bracketed(section)):
            return None  # "（一）主动公开情况" is a part of the first section
        return section

    def _similar(self, words: Wording) -> Section | None:
        likeness = {title: similarity(words.bare, title) for title in self._accepted}
        best = max(likeness, key=lambda title: likeness[title], default="")
        return self._accepted[best] if likeness.get(best, 0.0) >= _SIMILAR else None


def _is_bracketed(section: Section) -> bool:
    return wording(section.title).is_bracketed


def _loosened(block: Block, form: Form, titles: _Titles) -> Iterator[Block]:
    """Take titles and texts out of a sheet on which everything is stacked."""
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from unstack(block, lambda text: titles.exact(text) is not None or is_report_title(text, form))


def _candidates(blocks: Sequence[Block], titles: _Titles) -> list[_Candidate]:
    sections = [titles.of(block) if isinstance(block, Paragraph) else None for block in blocks]
    filled = [index for index, block in enumerate(blocks) if isinstance(block, Grid) or block.text.strip()]
    following = dict(pairwise(filled))
    return [
        _Candidate(index, section.key, bool(block.level), index in following and sections[following[index]] is not None)
        for index, (block, section) in enumerate(zip(blocks, sections, strict=True))
        if section is not None and isinstance(block, Paragraph)
    ]


def _chosen(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield those that open their section; a heading may come again, as over a table on a sheet of its own."""
    for section in dict.fromkeys(each.section for each in candidates):
        rivals = [each for each in candidates if each.section == section]
        headings = [each for each in rivals if each.is_heading]
        first = min(rivals, key=lambda each: (each.is_last_words, each.index))
        yield from headings or (each for each in rivals if each is first or each.is_last_words)


def _placed(form: Form, blocks: Sequence[Block], openings: dict[int, str], titles: _Titles) -> Iterator[PlacedBlock]:
    section = next((each.key for each in form.sections if each.content is Content.TEXT and not each.title), None)
    part = blocks[0].part if blocks else ""
    for index, block in enumerate(blocks):
        if block.part != part:
            part, named = block.part, titles.exact(block.part)
            section = named.key if named else None
        if index in openings:
            section = openings[index]
        else:
            yield PlacedBlock(block, section)
