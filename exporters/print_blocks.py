"""A document as it is printed: parts of pages, made of paragraphs and tables, the same for Word, PDF and printer."""

from dataclasses import dataclass, replace

from exporters.print_styles import PrintStyles, Style
from exporters.print_tables import PrintTable


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in the fonts of one style; a line end in it is a line end on paper."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; lengths are in twips, beyond what its style says.

    Args:
        style: its style.
        words: its content.
        keep_with_next: whether it stays on the page of what follows, beyond what its style says.
        before: space above.
        after: space below.
        left: indent of all its lines at the left.
    """

    style: Style
    words: tuple[Words, ...] = ()
    keep_with_next: bool = False
    before: int = 0
    after: int = 0
    left: int = 0


Block = Paragraph | PrintTable

BLANK_DATE = "　　　　年　　月　　日"
"""Room for a date to be written by hand."""


@dataclass(frozen=True, slots=True)
class PrintPart:
    """Pages that belong together; each part begins on a page of its own, numbered from 1.

    Args:
        blocks: its paragraphs and tables.
        styles: those that it alone uses.
        is_numbered: whether its pages carry numbers.
        header: what stands above every page; nothing where empty.
        watermark: what stands large and pale behind the text of every page; nothing where empty.
    """

    blocks: tuple[Block, ...]
    styles: tuple[Style, ...] = ()
    is_numbered: bool = True
    header: str = ""
    watermark: str = ""


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """What is printed.

    Args:
        parts: one after the other.
        styles: those that every document has.
        title: of the document, in its properties.
        author: whose it is, in its properties.
        year: it is dated the last day of this year; None where nobody knows it.
    """

    parts: tuple[PrintPart, ...]
    styles: PrintStyles
    title: str
    author: str
    year: int | None

    @property
    def all_styles(self) -> tuple[Style, ...]:
        """Every style in the order of the file."""
        own = (style for part in self.parts for style in part.styles)
        return tuple(dict.fromkeys([*self.styles.all, *own]))


def of_one_style(text: str, style: Style, *, keep_with_next: bool = False, before: int = 0) -> Paragraph:
    """Return a paragraph whose words are all in its own style."""
    return Paragraph(style, (Words(text, style),), keep_with_next=keep_with_next, before=before)


def kept_with_next(block: Block) -> Block:
    """Return a block that stays on the page of what follows."""
    return replace(block, keep_with_next=True)
