"""The main part of a Word file: each part of the document a section, with the page it stands on."""

from collections.abc import Iterator, Sequence

from exporters.print_blocks import Block, Paragraph, PrintDocument, PrintPart
from exporters.print_styles import (
    FOOTER_DISTANCE,
    HEADER_DISTANCE,
    LINE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Style,
)
from exporters.word_xml import block, element, paragraph, root, w

Reference = tuple[str, str, str]
"""header or footer, on which pages, and the relationship to it."""


def document_part(document: PrintDocument, references: Sequence[Sequence[Reference]]) -> str:
    """Return the main part.

    Args:
        document: what is printed.
        references: for each part its headers and footers.
    """
    parts = list(zip(document.parts, references, strict=True))
    content = (xml for part, of in parts[:-1] for xml in _closed(part, _section(of), document.styles.document_end))
    last, its_references = parts[-1]
    body = map(block, _ended(last, document.styles.document_end))
    return root("document", w("body", *content, *body, _section(its_references)))


def _closed(part: PrintPart, section: str, end: Style) -> Iterator[str]:
    """Yield a part whose last paragraph ends its section, so that no empty one comes before the next."""
    *blocks, last = _ended(part, end)
    yield from map(block, blocks)
    assert isinstance(last, Paragraph)
    yield paragraph(last, section)


def _ended(part: PrintPart, end: Style) -> tuple[Block, ...]:
    """Return a part's blocks; below a table Word needs a paragraph, which takes no line of its own."""
    return part.blocks if isinstance(part.blocks[-1], Paragraph) else (*part.blocks, Paragraph(end))


def _section(references: Sequence[Reference]) -> str:
    return w(
        "sectPr",
        *(
            element(f"w:{kind}Reference", {"w:type": pages, "r:id": relationship})
            for kind, pages, relationship in references
        ),
        w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT),
        w(
            "pgMar",
            top=MARGIN_TOP,
            right=MARGIN_RIGHT,
            bottom=MARGIN_BOTTOM,
            left=MARGIN_LEFT,
            header=HEADER_DISTANCE,
            footer=FOOTER_DISTANCE,
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("docGrid", type="lines", linePitch=LINE),
    )
