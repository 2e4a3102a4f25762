"""PDF files for reader tests, written by hand: pages of text, lines and tables at chosen places."""

import zlib
from collections.abc import Iterable, Mapping, Sequence

from importers.blocks import Grid, Paragraph
from importers.pdf import read_pdf

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, INDENT, PITCH = 80, 512, 112, 28
FULL_LINE = 27
"""Characters of size 16 between the margins."""
SENTENCE = "本年度共有若干事项按照规定向社会公布并接受监督，各单位配合良好。"
SENTENCES = [SENTENCE, SENTENCE.replace("事项", "案件")[1:], SENTENCE.replace("监督", "评议")[2:], SENTENCE[3:]]
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    "/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/Ascent 880"
    "/Descent -120/FontBBox[0 -120 1000 880]>>>>]>>"
)
"""A Chinese font that is not embedded; letters and digits are half as wide as characters."""

NAMELESS = FONT.replace("UniGB-UCS2-H", "Identity-H").replace("(GB1)", "(Identity)")
"""A font of which the file does not say what characters its glyphs are."""


def text(x: float, y: float, words: str, size: float = 16) -> str:
    """Return the instruction that writes words at a place counted from the top left; y is the baseline."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{words.encode('utf-16-be').hex()}> Tj ET\n"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return the instruction that draws a line."""
    return f"{x} {HEIGHT - y} m {to_x} {HEIGHT - to_y} l S\n"


def rectangle(x: float, y: float, width: float, height: float, paint: str = "S") -> str:
    """Return the instruction that draws a rectangle: S for its outline, f for its area."""
    return f"{x} {HEIGHT - y - height} {width} {height} re {paint}\n"


def ruled(columns: Sequence[float], rows: Sequence[float]) -> str:
    """Return the lines of a table without merged cells."""
    across = [line(columns[0], y, columns[-1], y) for y in rows]
    return "".join([*across, *(line(x, rows[0], x, rows[-1]) for x in columns)])


def cells(columns: Sequence[float], rows: Sequence[float], texts: Iterable[Sequence[str]], size: float = 10) -> str:
    """Return the texts of a table, each near the lower left corner of its cell."""
    return "".join(
        text(columns[across] + 3, rows[down + 1] - 4, words, size)
        for down, row in enumerate(texts)
        for across, words in enumerate(row)
        if words
    )


def pdf(*pages: str, resources: str = "", trailer: str = "", extra: Mapping[int, bytes] | None = None) -> bytes:
    """Return a PDF file.

    Args:
        pages: the instructions of each page.
        resources: more resources of every page.
        trailer: more entries of the trailer.
        extra: more objects by number, from 1000.
    """
    numbers = range(10, 10 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 {WIDTH} {HEIGHT}]>>".encode(),
        3: FONT.encode(),
        4: NAMELESS.encode(),
    }
    for number, instructions in zip(numbers, pages, strict=True):
        shared = f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{resources}>>"
        objects[number] = f"<</Type/Page/Parent 2 0 R/Contents {number + 1} 0 R{shared}>>".encode()
        objects[number + 1] = stream(zlib.compress(instructions.encode("latin-1")), "/Filter/FlateDecode")
    return assembled({**objects, **(extra or {})}, trailer)


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a stream object."""
    return f"<</Length {len(content)}{entries}>>\nstream\n".encode() + content + b"\nendstream"


def assembled(objects: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return a file of these objects, the catalogue being number 1."""
    body, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(body)
    body += b"xref\n" + b"".join(f"{number} 1\n{place:010} 00000 n \n".encode() for number, place in places.items())
    body += f"trailer\n<</Size {max(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(body)


def written(words: str, top: float = 100, first: float = INDENT) -> str:
    """Return a paragraph broken into lines as an office program breaks it."""
    rest, y, lines = words, top, []
    for x in [first, *[LEFT] * len(words)]:
        length = int((RIGHT - x) // 16)
        lines.append(text(x, y, rest[:length]))
        rest, y = rest[length:], y + PITCH
        if not rest:
            return "".join(lines)
    raise AssertionError


def blocks_of(*pages: str) -> list[str | list[str]]:
    """Return what the reader finds on these pages: paragraphs as texts, tables as lists of texts."""
    found = read_pdf(pdf(*pages), "年报.pdf").blocks
    return [block.text if isinstance(block, Paragraph) else [cell.text for cell in block.cells] for block in found]


def grid_in(*pages: str) -> Grid:
    """Return the one table that the reader finds on these pages."""
    (grid,) = [block for block in read_pdf(pdf(*pages), "年报.pdf").blocks if isinstance(block, Grid)]
    return grid


def remarks_on(*pages: str) -> tuple[str, ...]:
    """Return what the reader says about these pages."""
    return read_pdf(pdf(*pages), "年报.pdf").remarks
