"""The theme part that a Word file must have; no style of ours refers to it, new objects take its fonts."""

from exporters.typography import Typography
from exporters.word_xml import element

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"

_SYSTEM_COLOURS = {"dk1": ("windowText", "000000"), "lt1": ("window", "FFFFFF")}
_COLOURS = {
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_VARIANTS = 3
"""Fills, lines and effects that the standard asks for: subtle, moderate, intense."""


def theme_part(typography: Typography) -> str:
    """Return a plain theme in the fonts of a scheme."""
    elements = _a(
        "themeElements",
        _a("clrScheme", *_colours(), name="Office"),
        _a(
            "fontScheme",
            _fonts("majorFont", typography.heading, typography.latin),
            _fonts("minorFont", typography.body, typography.latin),
            name=typography.key,
        ),
        _a(
            "fmtScheme",
            _a("fillStyleLst", *(_fill() for _ in range(_VARIANTS))),
            _a("lnStyleLst", *(_a("ln", _fill(), w="6350") for _ in range(_VARIANTS))),
            _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(_VARIANTS))),
            _a("bgFillStyleLst", *(_fill() for _ in range(_VARIANTS))),
            name="Office",
        ),
    )
    return element("a:theme", {"xmlns:a": _A, "name": typography.key}, elements)


def _a(tag: str, *children: str, **attributes: str) -> str:
    return element(f"a:{tag}", attributes, *children)


def _colours() -> list[str]:
    system = [_a(name, _a("sysClr", val=val, lastClr=last)) for name, (val, last) in _SYSTEM_COLOURS.items()]
    return system + [_a(name, _a("srgbClr", val=value)) for name, value in _COLOURS.items()]


def _fonts(tag: str, chinese: str, latin: str) -> str:
    return _a(tag, _a("latin", typeface=latin), _a("ea", typeface=chinese), _a("cs", typeface=latin))


def _fill() -> str:
    return _a("solidFill", _a("schemeClr", val="phClr"))
