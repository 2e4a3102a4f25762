"""Pages drawn by Qt: into a PDF, onto paper, onto the screen, the same on all three.

The only module outside `ui/` that knows Qt; where everything stands is told by `page_layout.py`.
"""

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGlyphRun,
    QGuiApplication,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QRawFont,
)

from exporters.page_fonts import Face, faces
from exporters.page_items import RULE_WIDTH, Page, Text, Watermark
from exporters.page_layout import pages_of
from exporters.pdf_file import put_in_order
from exporters.print_blocks import PrintDocument
from exporters.print_styles import (
    MARGIN_LEFT,
    MARGIN_TOP,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TWIPS_PER_INCH,
    WATERMARK_ANGLE,
    WATERMARK_COLOUR,
    WATERMARK_SIZE,
)
from exporters.typography import Typography

_MEASURED_SIZE = 1000


class PrintFonts:
    """The fonts that a scheme's are drawn in on this computer."""

    def __init__(self, typography: Typography) -> None:
        """Find them; starts Qt, without a window, where nobody has."""
        self.faces: tuple[Face, ...] = faces(typography, has_font)
        self._raw_fonts = {face.font: _raw_font(face.family) for face in self.faces}
        self._glyphs: dict[tuple[str, str], tuple[QRawFont, int]] = {}
        self._sized: dict[tuple[int, int], QRawFont] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def width(self, character: str, font: str) -> float:
        """Return how wide a character is in a font of the scheme, in sizes of the font."""
        key = character, font
        if key not in self._widths:
            raw, glyph = self.glyph(character, font)
            self._widths[key] = raw.advancesForGlyphIndexes([glyph])[0].x() / _MEASURED_SIZE
        return self._widths[key]

    def glyph(self, character: str, font: str) -> tuple[QRawFont, int]:
        """Return the glyph of a character and the font that has it: that of the scheme if it does."""
        key = character, font
        if key not in self._glyphs:
            self._glyphs[key] = self._found(character, font)
        return self._glyphs[key]

    def sized(self, raw: QRawFont, size: float) -> QRawFont:
        """Return a font in a size."""
        key = id(raw), round(size)
        if key not in self._sized:
            self._sized[key] = QRawFont(raw)
            self._sized[key].setPixelSize(size)
        return self._sized[key]

    def _found(self, character: str, font: str) -> tuple[QRawFont, int]:
        for raw in (self._raw_fonts[font], *self._candidates):
            indexes = raw.glyphIndexesForString(character)
            if indexes and indexes[0]:
                return raw, indexes[0]
        return self._raw_fonts[font], 0

    @cached_property
    def _candidates(self) -> list[QRawFont]:
        systems = QFontDatabase.WritingSystem
        others = [_raw_font("", system) for system in (systems.SimplifiedChinese, systems.Latin, systems.Symbol)]
        return [*self._raw_fonts.values(), *others]


def start_qt() -> None:
    """Start as much of Qt as fonts need, where neither a window nor an earlier call has done so.

    On Linux it wants no display, which may not be there; elsewhere there is one, and Qt knows no fonts without it.
    """
    if QGuiApplication.instance() is None:
        if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _applications.append(QGuiApplication([]))


def has_font(family: str) -> bool:
    """Tell whether this computer has a font; starts Qt as above."""
    start_qt()
    return QFontDatabase.hasFamily(family)


_applications: list[QGuiApplication] = []
"""What `start_qt` has started; Qt ends with it."""


def _raw_font(family: str, system: QFontDatabase.WritingSystem = QFontDatabase.WritingSystem.Any) -> QRawFont:
    font = QFont(family) if family else QFont()
    font.setPixelSize(_MEASURED_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QRawFont.fromFont(font, system)


# ── drawing ─────────────────────────────────────────────────────────────


def paint_page(painter: QPainter, page: Page, fonts: PrintFonts) -> None:
    """Draw a page with a painter whose unit is the twip and whose origin is the sheet's corner."""
    if page.watermark:
        _paint_watermark(painter, page.watermark, fonts)
    for fill in page.fills:
        painter.fillRect(QRectF(fill.left, fill.top, fill.width, fill.height), QColor(f"#{fill.colour}"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # thin lines stay sharp on the screen
    painter.setPen(QPen(Qt.GlobalColor.black, RULE_WIDTH, c=Qt.PenCapStyle.SquareCap))
    painter.drawLines([QLineF(each.left, each.top, each.right, each.bottom) for each in page.rules])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for text in page.texts:
        _paint_text(painter, text, fonts)


def paint_pages(device: QPagedPaintDevice, pages: Sequence[Page], fonts: PrintFonts) -> bool:
    """Draw pages onto sheets, from corner to corner of each; tell whether the device takes them all.

    Args:
        device: a PDF or a printer, set to A4 without margins.
        pages: at least one.
        fonts: to draw them in.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    for number, page in enumerate(pages):
        if number and not device.newPage():
            painter.end()
            return False
        painter.resetTransform()
        painter.scale(device.logicalDpiX() / TWIPS_PER_INCH, device.logicalDpiY() / TWIPS_PER_INCH)
        paint_page(painter, page, fonts)
    return painter.end()


def _paint_text(painter: QPainter, text: Text, fonts: PrintFonts) -> None:
    places = [(*fonts.glyph(character, text.font), left) for character, left in zip(text.text, text.lefts, strict=True)]
    for _, group in groupby(places, lambda place: id(place[0])):
        raws, glyphs, lefts = zip(*group, strict=True)
        run = QGlyphRun()
        run.setRawFont(fonts.sized(raws[0], text.size))
        run.setGlyphIndexes(glyphs)
        run.setPositions([QPointF(left, 0) for left in lefts])
        painter.drawGlyphRun(QPointF(0, text.baseline), run)


def _paint_watermark(painter: QPainter, watermark: Watermark, fonts: PrintFonts) -> None:
    """Draw the watermark as a shape: it is neither found nor copied as text."""
    size, path, left = WATERMARK_SIZE * 10, QPainterPath(), 0.0
    for character in watermark.text:
        raw, glyph = fonts.glyph(character, watermark.font)
        path.addPath(fonts.sized(raw, size).pathForGlyph(glyph).translated(left, 0))
        left += fonts.width(character, watermark.font) * size
    middle = path.boundingRect().center()
    painter.save()
    painter.translate(MARGIN_LEFT + TEXT_WIDTH / 2, MARGIN_TOP + TEXT_HEIGHT / 2)
    painter.rotate(WATERMARK_ANGLE)
    painter.fillPath(path.translated(-middle), QColor(f"#{WATERMARK_COLOUR}"))
    painter.restore()


# ── PDF ─────────────────────────────────────────────────────────────────


def pdf_bytes(document: PrintDocument, typography: Typography) -> bytes:
    """Return the content of a PDF, the same bytes for the same document; needs no display.

    Args:
        document: what is printed; it has a page at least.
        typography: the scheme its styles take their fonts from.
    """
    fonts = PrintFonts(typography)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(TWIPS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    pages = pages_of(document, fonts.width)
    paint_pages(writer, pages, fonts)
    return put_in_order(bytes(buffer.data().data()), document, _characters_by_font(pages, fonts))


def _characters_by_font(pages: Sequence[Page], fonts: PrintFonts) -> list[list[str]]:
    """Return the characters that each font has glyphs for, in the order in which they stand on the pages first."""
    characters = dict.fromkeys((each, text.font) for page in pages for text in page.texts for each in text.text)
    by_face: dict[tuple[str, str, int], dict[int, str]] = {}
    for character, font in characters:
        raw, glyph = fonts.glyph(character, font)
        if glyph:
            face = raw.familyName(), raw.styleName(), raw.weight()
            by_face.setdefault(face, {}).setdefault(glyph, character)
    return [[*glyphs.values()] for glyphs in by_face.values()]
