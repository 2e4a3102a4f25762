"""The colours of the picture of the year, as a typography scheme declares them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from models.toml_source import TomlSource

_COLOUR = re.compile(r"#[0-9a-f]{6}")

_READABLE = 4.5
"""Contrast of text and its ground, the least of WCAG 2.1, 1.4.3."""

_DARK = 0.04045
"""Where the two branches of sRGB's curve meet (IEC 61966-2-1)."""

_GROUNDS = {
    "ink": ("paper", "panel"),
    "muted": ("paper", "panel"),
    "accent": ("paper", "panel"),
    "on_accent": ("accent",),
}
"""Colours of text, and the colours they stand on."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of the picture of the year, each as #rrggbb.

    Args:
        paper: the ground.
        panel: the ground of figures that stand apart.
        ink: text.
        muted: text beside the point.
        accent: the head, and this year's figures.
        on_accent: text on the accent.
        earlier: bars of the years before.
    """

    paper: str
    panel: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    earlier: str


def read_palette(source: TomlSource) -> Palette:
    """Read a palette; what is wrong with it is noted in the source, colours that cannot be read on theirs too."""
    names = [each.name for each in fields(Palette)]
    colours = {name: source.text(name) for name in names}
    source.close()
    wrong = [name for name, colour in colours.items() if colour and not _COLOUR.fullmatch(colour)]
    for name in wrong:
        source.note(name, "a colour #rrggbb in small letters is expected")
    if not wrong and all(colours.values()):
        _check_contrasts(colours, source)
    return Palette(**colours)


def _check_contrasts(colours: Mapping[str, str], source: TomlSource) -> None:
    for text, grounds in _GROUNDS.items():
        for ground in grounds:
            contrast = _contrast(colours[text], colours[ground])
            if contrast < _READABLE:
                source.note(
                    text, f"on {ground} its contrast is {contrast:.1f}, at least {_READABLE} is needed to read it"
                )


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.1)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
