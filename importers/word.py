"""A .docx file into blocks: an own walk over the XML, for python-docx does not see all text."""

import re
from collections.abc import Iterator

from importers.blocks import Block, FileContent, Paragraph, Property
from importers.limits import few_enough
from importers.office_xml import Element, by_name, child, local
from importers.sentences import comments_ignored, damaged, footnote_lost
from importers.word_numbering import Numbering
from importers.word_styles import Styles
from importers.word_table import cells_of, grid_of, rows_of
from importers.word_text import TextReader, is_deleted, notes_in, text_within
from importers.zip_package import ZipPackage
from models.errors import InputRefusal

_PART = r"(?:word|docProps)/{kind}\d*\.xml"
_NOTES = ("footnotes", "endnotes")
_UNREAD = frozenset({"del", "moveFrom", "Fallback", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "sectPr"})


def read_word(content: bytes, file_name: str) -> FileContent:
    """Read a .docx file.

    Args:
        content: the file's bytes.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is damaged or too large.
    """
    package = ZipPackage(content, file_name)
    body = child(_part(package, "document"), "body")
    if body is None:
        raise InputRefusal(damaged(file_name))
    styles = Styles(_part(package, "styles"))
    numbering = Numbering(_part(package, "numbering"))
    notes = {key: text for kind in _NOTES for key, text in notes_in(_part(package, kind)).items()}
    texts = TextReader(notes)
    found = _WordReader(styles, numbering, texts).blocks(body)
    blocks = [*few_enough(found, file_name), *_title(package)]
    remarks = [footnote_lost(text) for text in texts.notes.values()]
    return FileContent(tuple(blocks), (*remarks, *_comments(package)))


def _part(package: ZipPackage, kind: str) -> Element | None:
    """Return the root of a part such as `document`, `styles` or `core`, None where the file has none."""
    part = re.compile(_PART.format(kind=kind))
    name = next(filter(part.fullmatch, package.names), None)
    return None if name is None else package.xml(name)


def _title(package: ZipPackage) -> Iterator[Property]:
    """Yield the title among the file's properties."""
    try:
        core = _part(package, "core")
    except InputRefusal:  # nobody misses the properties of a file that is otherwise sound
        return
    title = child(core, "title")
    if title is not None and title.text and title.text.strip():
        yield Property(title.text.strip())


def _comments(package: ZipPackage) -> Iterator[str]:
    """Yield a sentence where reviewers left comments."""
    comments = _part(package, "comments")
    count = sum(bool(text_within(each)) for each in (comments if comments is not None else ()))
    if count:
        yield comments_ignored(count)


class _WordReader:
    """Walks a document in reading order; lists and fields make the order matter."""

    def __init__(self, styles: Styles, numbering: Numbering, texts: TextReader) -> None:
        self._styles = styles
        self._numbering = numbering
        self._texts = texts
        self._carried = ""
        """Text of a paragraph whose end was deleted: the next paragraph goes on from it."""

    def blocks(self, container: Element, *, numbered: bool = True) -> Iterator[Block]:
        """Yield the paragraphs and tables of a body, a cell, a text box or a content control."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, numbered=numbered)
            elif name == "tbl":
                yield from self._table(element)
            elif name not in _UNREAD:
                yield from self.blocks(element, numbered=numbered)
        if self._carried:
            yield Paragraph(self._carried)
            self._carried = ""

    def _paragraph(self, element: Element, *, numbered: bool) -> Iterator[Block]:
        properties = by_name(child(element, "pPr"))
        number = self._numbering.next_number(self._styles.numbering(properties))
        text = self._carried + self._texts.text_of(element)
        if is_deleted(properties.get("rPr")):
            self._carried = text
        else:
            self._carried = ""
            in_front = number if numbered and text.strip() else ""
            yield Paragraph(in_front + text, self._styles.level(properties))
        for box in self._texts.take_boxes():
            yield from self.blocks(box)

    def _table(self, element: Element) -> Iterator[Block]:
        if _only_lays_out(element):
            for row in rows_of(element):
                for cell in cells_of(row):
                    yield from self.blocks(cell)
        else:
            yield grid_of(element, self._cell_text)

    def _cell_text(self, cell: Element) -> str:
        # Numbers of lists stay out of cells: "1." before a figure would be taken for a part of it.
        found = self.blocks(cell, numbered=False)
        return "\n".join(block.text for block in found if isinstance(block, Paragraph))


def _only_lays_out(table: Element) -> bool:
    """Tell whether a table holds other tables, or has one column of text only."""
    cells = [list(cells_of(row)) for row in rows_of(table)]
    nested = any(next(cell.iter("{*}tbl"), None) is not None for row in cells for cell in row)
    return nested or all(len(row) <= 1 for row in cells)
