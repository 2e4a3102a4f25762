"""What stands on a page of a PDF: glyphs and straight strokes, with their places counted from the top left."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import Matrix, PathSegment, Point, apply_matrix_pt, apply_matrix_rect

from importers.pdf_file import SafeDocument

UNKNOWN = "□"
"""Stands for a glyph of which the file does not say what character it is."""

_INVISIBLE = 3
"""Rendering mode of text laid under a scanned page."""
_ASCENT, _DESCENT = 0.88, 0.12
"""How far a Chinese character reaches above and below the baseline, in sizes; fonts state it variously."""
_THIN = 3.0
"""Points up to which a filled shape is a line."""
_STRAIGHT = 0.75
"""Points a line may deviate from the horizontal or vertical."""
_SLOPE = 0.05


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its place in points; a space too."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.baseline + _DESCENT * self.size

    @property
    def middle(self) -> Point:
        """The centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal or vertical line: its place across its direction, and where it starts and stops along it."""

    position: float
    start: float
    stop: float


@dataclass(slots=True)
class Page:
    """A page.

    Attributes:
        number: counted from 1.
        width: in points.
        height: in points.
        glyphs: upright characters in the order of the file.
        horizontals: visible horizontal lines.
        verticals: visible vertical lines.
        turned: characters that do not stand upright.
        invisible: how many characters are not painted, as under a scan.
        pictured: the share of the page that pictures cover, counted twice where they overlap.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    horizontals: list[Stroke] = field(default_factory=list)
    verticals: list[Stroke] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    invisible: int = 0
    pictured: float = 0.0


def pages_of(document: SafeDocument) -> Iterator[Page]:
    """Yield the pages of a document one after the other."""
    resources = PDFResourceManager()
    device = _PageDevice(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        if not all(isinstance(resolve1(content), PDFStream) for content in page.contents):
            document.note_damage()
        interpreter.process_page(page)
        yield device.page


class _PageDevice(PDFTextDevice):
    """Notes down what a page's instructions paint."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = Page(0, 0.0, 0.0)
        self._is_invisible = False

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        left, bottom, right, top = apply_matrix_rect(ctm, page.mediabox)
        self.page = Page(self.page.number + 1, right - left, top - bottom)

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        self._is_invisible = textstate.render == _INVISIBLE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913, PLR0917 - the arguments are pdfminer's
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        advance = font.char_width(cid) * fontsize * scaling
        text = _text_of(font, cid)
        if not _is_upright(matrix, fontsize):
            self.page.turned.append(text)
        elif text:
            box = _box(font, cid, fontsize, advance, rise)
            self._add(text, apply_matrix_rect(matrix, box))
        return advance

    def _add(self, text: str, box: tuple[float, float, float, float]) -> None:
        left, low, right, high = box
        size = high - low
        is_visible = size > 0 and _is_within((left + right) / 2, (low + high) / 2, self.page)
        if not all(map(math.isfinite, box)) or not is_visible:
            return
        self.page.glyphs.append(Glyph(text, left, right, self.page.height - low - _DESCENT * size, size))
        self.page.invisible += self._is_invisible

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        a, b, c, d, *_ = self.ctm or (0.0, 0.0, 0.0, 0.0)
        self.page.pictured += abs(a * d - b * c) / max(1.0, self.page.width * self.page.height)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,  # noqa: FBT001
        fill: bool,  # noqa: FBT001
        evenodd: bool,  # noqa: ARG002, FBT001
        path: Sequence[PathSegment],
    ) -> None:
        for shape in _shapes(path):
            points = [self._place(point) for point in shape]
            if not all(math.isfinite(each) for point in points for each in point):
                continue
            if stroke and not _is_white(graphicstate.scolor):
                for start, stop in pairwise(points):
                    self._draw(start, stop, _STRAIGHT)
            elif fill and not _is_white(graphicstate.ncolor):
                across, along = [x for x, _ in points], [y for _, y in points]
                self._draw((min(across), min(along)), (max(across), max(along)), _THIN)

    def _place(self, point: Point) -> Point:
        x, y = apply_matrix_pt(self.ctm or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), point)
        return x, self.page.height - y

    def _draw(self, one: Point, other: Point, thickness: float) -> None:
        """Note a line; a dot may be a part of a dotted line in either direction."""
        (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        if bottom - top <= thickness:
            self.page.horizontals.append(Stroke((top + bottom) / 2, left, right))
        if right - left <= thickness:
            self.page.verticals.append(Stroke((left + right) / 2, top, bottom))


def _text_of(font: PDFFont, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return UNKNOWN
    return "".join(_readable(character) for character in text)


def _readable(character: str) -> str:
    if character.isspace():
        return character if character == "\u3000" else " "
    if "\ue000" <= character <= "\uf8ff" or character == "\ufffd":
        return UNKNOWN
    return character if character.isprintable() else ""


def _is_upright(matrix: Matrix, fontsize: float) -> bool:
    a, b, _, d, *_ = matrix
    return a * fontsize > 0 and d * fontsize > 0 and abs(b) <= _SLOPE * abs(a)


def _box(font: PDFFont, cid: int, fontsize: float, advance: float, rise: float) -> tuple[float, float, float, float]:
    """Return a glyph's rectangle in its own coordinates, the baseline at `_DESCENT` above its lower edge."""
    if font.is_vertical():
        shift = font.char_disp(cid)
        x, y = shift if isinstance(shift, tuple) else (None, 880.0)
        left = -fontsize / 2 if x is None else -x * fontsize / 1000
        top = (1000 - y) * fontsize / 1000 + rise
        return left, top + advance, left + fontsize, top
    # A negative size is undone by a matrix that mirrors.
    return 0.0, rise - _DESCENT * fontsize, advance, rise + _ASCENT * fontsize


def _is_within(x: float, y: float, page: Page) -> bool:
    return 0 <= x <= page.width and 0 <= y <= page.height


def _shapes(path: Sequence[PathSegment]) -> Iterator[list[Point]]:
    """Yield the points of each part of a path that consists of straight lines."""
    points: list[Point] = []
    straight = True
    for name, *numbers in path:
        if name == "m":
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        if name == "h" and points:
            points.append(points[0])
        elif name in {"m", "l"}:
            points.append((float(numbers[0]), float(numbers[1])))
        else:
            straight = False
    if straight and len(points) > 1:
        yield points


def _is_white(color: object) -> bool:
    parts = list(color) if isinstance(color, (tuple, list)) else [color]
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    paper = 0 if len(parts) == len("cmyk") else 1
    return all(part == paper for part in parts)
