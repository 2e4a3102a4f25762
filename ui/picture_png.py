"""A picture in SVG painted by Qt, as PNG or for the clipboard."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from exporters.pdf import start_qt

_FAMILIES = re.compile(r'font-family="([^"]*)"')


def png_bytes(svg: bytes, width: int = 1080) -> bytes:
    """Return a picture as PNG, its height following from its width in px.

    Where no Qt application runs, one without a window is started. The same picture and fonts give the same bytes.

    Raises:
        ValueError: where the SVG cannot be read.
    """
    start_qt()
    _tell_families(svg.decode())
    # Qt's font engines, of which each thread has its own, draw large digits by what they drew before
    with ThreadPoolExecutor(max_workers=1) as fresh:
        return fresh.submit(lambda: _written(painted(svg, width))).result()


def _tell_families(svg: str) -> None:
    """Tell Qt what a list of fonts means: it takes a list, less outer quotes, for one font's name."""
    for match in _FAMILIES.finditer(svg):
        families = unescape(match[1])
        name = families[1:-1] if families.startswith("'") else families
        QFont.insertSubstitutions(name, [each.strip("' ") for each in families.split(",")])


def painted(svg: bytes, width: int) -> QImage:
    """Return a picture on white, its height following from its width in px.

    Raises:
        ValueError: where the SVG cannot be read.
    """
    renderer = QSvgRenderer(QByteArray(svg))
    if not renderer.isValid():
        raise ValueError("the picture is no SVG that Qt can read")
    size = renderer.defaultSize()
    image = QImage(QSize(width, round(width * size.height() / size.width())), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = painter.font()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # which displays differ in
    painter.setFont(font)
    renderer.render(painter)
    painter.end()
    return image


def _written(image: QImage) -> bytes:
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(content, QByteArray(b"png")).write(image)
    return bytes(content.data().data())
