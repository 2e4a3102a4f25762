"""A PDF into blocks: its text in lines and paragraphs, its bordered tables as grids, over the ends of pages."""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice

from pdfminer.casting import safe_int
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psexceptions import PSException

from importers import sentences
from importers.blocks import TITLE_LEVEL, Block, FileContent, Paragraph
from importers.pdf_file import OversizedError, SafeDocument
from importers.pdf_lines import Line, joined, lines_of
from importers.pdf_open_rows import with_labels_joined
from importers.pdf_page import UNKNOWN, Glyph, Page, pages_of
from importers.pdf_page_breaks import PageTable, joined_tables, table_of
from importers.pdf_paragraphs import margins_of, paragraphs_of
from importers.pdf_running_matter import Item, without_running_matter
from importers.pdf_tables import Box, DrawnTable, tables_on
from importers.pdf_titles import Title, large_lines, paper_titles
from importers.pdf_watch import LimitsExceededError, within_limits
from models.errors import InputRefusal

MOST_PAGES = 150
"""Twice the longest report."""

_FEWEST_CHARACTERS = 8
"""Characters that a page of text has at least; a scan may carry a page number or a stamp."""
_MOST_UNKNOWN = 0.2
_MOST_INVISIBLE = 0.5
_PICTURED = 0.3
"""Share of a page that a picture covers if it stands for its text."""

_BROKEN = (
    PSException, AssertionError, ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, OSError,
    RuntimeError, TypeError, ValueError, struct.error,
)  # fmt: skip
"""What pdfminer raises over broken files besides exceptions of its own."""


def read_pdf(content: bytes, file_name: str) -> FileContent:
    """Read a PDF that has text.

    Args:
        content: the file's bytes.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is damaged, needs a password, is a scan, or is larger than any report.
    """
    try:
        return within_limits(lambda: _read(content, file_name))
    except (LimitsExceededError, OversizedError) as error:
        raise InputRefusal(sentences.pdf_too_large(file_name)) from error


def _read(content: bytes, file_name: str) -> FileContent:
    pages, title, remarks = _pages(content, file_name)
    remarks += _remarks(pages, file_name)
    layouts = [_Layout(page) for page in pages]
    items = [layout.items for layout in layouts]
    large = large_lines(items, [page.width for page in pages])
    kept = without_running_matter(items, large)
    tables = {drawn: table for layout in layouts for drawn, table in layout.tables.items()}
    parts = list(_parts([[tables[item] if isinstance(item, DrawnTable) else item for item in page] for page in kept]))
    remarks += [sentences.pdf_joined(text) for part in parts if isinstance(part, PageTable) for text in part.joints]
    return FileContent(tuple(_blocks(parts, pages, paper_titles(kept, large, title))), tuple(remarks))


def _pages(content: bytes, file_name: str) -> tuple[list[Page], str, list[str]]:
    """Return the pages, the title of a file of our own, and a sentence where it is damaged but has all of its pages."""
    try:
        document = SafeDocument(content)
        pages = list(islice(pages_of(document), MOST_PAGES + 1))
        stated = safe_int(resolve1(dict_value(document.catalog.get("Pages")).get("Count"))) or 0
    except PDFEncryptionError as error:
        raise InputRefusal(sentences.pdf_encrypted(file_name)) from error
    except _BROKEN as error:
        raise InputRefusal(sentences.damaged(file_name)) from error
    if len(pages) > MOST_PAGES:
        raise InputRefusal(sentences.pdf_too_large(file_name))
    if not pages or len(pages) < stated:
        raise InputRefusal(sentences.damaged(file_name))
    return pages, document.own_title, [sentences.pdf_partly_damaged()] if document.is_damaged else []


def _remarks(pages: Sequence[Page], file_name: str) -> list[str]:
    """Return sentences about what of the pages is not text that can be read.

    Raises:
        InputRefusal: where that is all.
    """
    written = {page.number: [glyph.text for glyph in page.glyphs if glyph.text.strip()] for page in pages}
    texts = [text for page in written.values() for text in page]
    unknown = [number for number, page in written.items() if UNKNOWN in page]
    if len(texts) < _FEWEST_CHARACTERS * len(pages):
        raise InputRefusal(sentences.pdf_scanned(file_name))
    if texts.count(UNKNOWN) > _MOST_UNKNOWN * len(texts):
        raise InputRefusal(sentences.pdf_garbled(file_name))
    pictured = [each.number for each in pages if not written[each.number] and each.pictured >= _PICTURED]
    turned = [(page.number, "".join(page.turned).strip()) for page in pages]
    return [
        *([sentences.pdf_recognised()] if _are_recognised(pages) else []),
        *([sentences.pdf_unknown(unknown, UNKNOWN)] if unknown else []),
        *([sentences.pdf_pictures(pictured)] if pictured else []),
        *(sentences.pdf_turned(number, text) for number, text in turned if text),
    ]


def _are_recognised(pages: Sequence[Page]) -> bool:
    """Tell whether the text lies invisibly under pictures, as programs leave it that recognise scanned text."""
    return sum(page.invisible for page in pages) > _MOST_INVISIBLE * sum(len(page.glyphs) for page in pages)


class _Layout:
    """A page taken apart: lines of text and tables from the top."""

    def __init__(self, page: Page) -> None:
        drawn = tables_on(page)
        self.tables: dict[DrawnTable, PageTable] = {}
        glyphs = page.glyphs
        for table in drawn:
            inside, glyphs = _divided(glyphs, table)
            lines = {box: lines_of(each, page.number) for box, each in inside.items()}
            self.tables[table] = table_of(table, lines)
        self.items: list[Item] = [*drawn, *with_labels_joined(lines_of(glyphs, page.number))]
        self.items.sort(key=lambda item: item.rows[0] if isinstance(item, DrawnTable) else item.top)


def _divided(glyphs: Sequence[Glyph], table: DrawnTable) -> tuple[dict[Box, list[Glyph]], list[Glyph]]:
    """Return the glyphs in each cell of a table, and those outside it."""
    boxes = {(row, column): box for box in table.boxes for row in box.place.rows for column in box.place.columns}
    inside: dict[Box, list[Glyph]] = {}
    outside = []
    for glyph in glyphs:
        x, y = glyph.middle
        box = boxes.get((bisect_right(table.rows, y) - 1, bisect_right(table.columns, x) - 1))
        if box is None:
            outside.append(glyph)
        else:
            inside.setdefault(box, []).append(glyph)
    return inside, outside


def _parts(pages: Sequence[Sequence[Line | PageTable]]) -> Iterator[Line | PageTable]:
    """Yield lines and tables in reading order, a table over several pages as one."""
    waiting: PageTable | None = None
    for page in pages:
        for index, part in enumerate(page):
            if index == 0 and waiting is not None and isinstance(part, PageTable) and waiting.goes_on_in(part):
                waiting = joined_tables(waiting, part)
                continue
            if waiting is not None:
                yield waiting
            waiting = part if isinstance(part, PageTable) else None
            if isinstance(part, Line):
                yield part
    if waiting is not None:
        yield waiting


def _blocks(parts: Sequence[Line | PageTable], pages: Sequence[Page], titles: Mapping[Line, Title]) -> Iterator[Block]:
    lines = [part for part in parts if isinstance(part, Line)]
    margins = margins_of(lines, {page.number: page.width for page in pages})
    for whole, group in groupby(parts, lambda part: _whole(part, titles)):
        if isinstance(whole, PageTable):
            yield from (part.grid() for part in group if isinstance(part, PageTable))
        elif whole:
            yield Paragraph("\n".join(line.text for line in whole), TITLE_LEVEL)
        else:
            between = [part for part in group if isinstance(part, Line)]
            yield from (Paragraph(joined(each)) for each in paragraphs_of(between, margins))


def _whole(part: Line | PageTable, titles: Mapping[Line, Title]) -> PageTable | Title | None:
    """Return the table or title that a part is or belongs to, None for a line of running text."""
    return part if isinstance(part, PageTable) else titles.get(part)
