"""A document as it is printed: parts of pages, made of paragraphs and tables, the same for Word, PDF and printer."""

from dataclasses import dataclass

from exporters.print_styles import PrintStyles, Style
from exporters.print_tables import PrintTable


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in the fonts of one style; a line end in it is a line end on paper."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Args:
        style: its style.
        words: its content.
        keep_with_next: whether it stays on the page of what follows, beyond what its style says.
        before: space above in twips, beyond what its style says.
    """

    style: Style
    words: tuple[Words, ...] = ()
    keep_with_next: bool = False
    before: int = 0


Block = Paragraph | PrintTable


@dataclass(frozen=True, slots=True)
class PrintPart:
    """Pages that belong together; each part begins on a page of its own, numbered from 1.

    Args:
        blocks: its paragraphs and tables.
        is_numbered: whether its pages carry numbers.
        header: what stands above every page; nothing where empty.
        watermark: what stands large and pale behind the text of every page; nothing where empty.
    """

    blocks: tuple[Block, ...]
    is_numbered: bool = True
    header: str = ""
    watermark: str = ""


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """What is printed.

    Args:
        parts: one after the other.
        styles: every style they use.
        title: of the document, in its properties.
        author: whose it is, in its properties.
        year: it is dated the last day of this year; None where nobody knows it.
    """

    parts: tuple[PrintPart, ...]
    styles: PrintStyles
    title: str
    author: str
    year: int | None


def of_one_style(text: str, style: Style, *, keep_with_next: bool = False, before: int = 0) -> Paragraph:
    """Return a paragraph whose words are all in its own style."""
    return Paragraph(style, (Words(text, style),), keep_with_next=keep_with_next, before=before)
