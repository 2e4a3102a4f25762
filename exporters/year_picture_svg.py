"""Marks of the picture of the year as SVG: words, large figures, bars, panels."""

from dataclasses import dataclass
from html import escape

from exporters.palette import Palette

SMALLEST = 32
"""Size of the smallest words; shown 390 px wide, a picture 1080 px wide has them at 11.5 px."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How words look: size in px, a colour as #rrggbb."""

    size: int
    colour: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Pens:
    """The words of a picture in its palette."""

    palette: Palette

    @property
    def heading(self) -> Pen:
        """What stands above a part."""
        return Pen(44, self.palette.ink, is_bold=True)

    @property
    def words(self) -> Pen:
        """Names and sentences."""
        return Pen(36, self.palette.ink)

    @property
    def label(self) -> Pen:
        """What stands behind a bar."""
        return Pen(SMALLEST, self.palette.ink)

    @property
    def aside(self) -> Pen:
        """What is beside the point."""
        return Pen(SMALLEST, self.palette.muted)

    def figure(self, size: int) -> Pen:
        """Figures of this year."""
        return Pen(size, self.palette.accent, is_bold=True)

    def unit(self, figure: Pen) -> Pen:
        """The unit behind a large figure."""
        return Pen(max(SMALLEST, figure.size // 3), self.palette.ink)


def words(x: int, baseline: int, text: str, pen: Pen) -> str:
    """Return a line of words that starts at `x`."""
    return f'<text x="{x}" y="{baseline}"{_look(pen)}>{escape(text, quote=False)}</text>'


def words_before(x: int, baseline: int, text: str, pen: Pen) -> str:
    """Return a line of words that ends at `x`."""
    return f'<text x="{x}" y="{baseline}" text-anchor="end"{_look(pen)}>{escape(text, quote=False)}</text>'


def figure(baseline: int, digits: str, pen: Pen, unit: str, unit_pen: Pen) -> str:
    """Return digits at the left and their unit, in a size of its own, right behind them however wide they are."""
    parts = ((digits, pen), (unit, unit_pen))
    spans = (f"<tspan{_look(each)}>{escape(text, quote=False)}</tspan>" for text, each in parts if text)
    return f'<text x="0" y="{baseline}">{"".join(spans)}</text>'


def bar(x: int, y: int, width: int, height: int, colour: str) -> str:
    """Return a filled rectangle."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>'


def panel(width: int, height: int, colour: str) -> str:
    """Return the ground of what stands apart, its corners rounded."""
    return f'<rect width="{width}" height="{height}" fill="{colour}" rx="8"/>'


def _look(pen: Pen) -> str:
    weight = ' font-weight="bold"' if pen.is_bold else ""
    return f' font-size="{pen.size}" fill="{pen.colour}"{weight}'
