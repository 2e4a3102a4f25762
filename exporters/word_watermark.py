"""A watermark as Word itself writes it: text along a path in VML, which WPS and LibreOffice draw as well.

ISO/IEC 29500-4, 19.1. A text frame of DrawingML would be turned by some programs and not by others.
"""

from exporters.print_fit import ems
from exporters.print_styles import WATERMARK_ANGLE, WATERMARK_COLOUR, WATERMARK_SIZE, Font
from exporters.word_xml import element, w
from models.texts import clean_text

NAMESPACES = {"v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office"}

_TYPE = "TextOnPath"
_NAME = "PowerPlusWaterMarkObject"
"""By this name Word's menu finds a watermark and takes it away again."""
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)
"""Of the shape that Word calls 136, a plain line of text."""


def watermark(text: str, font: Font, pages: str) -> str:
    """Return a run that holds the watermark; `pages` tells those of odd and of even pages apart."""
    return w("r", w("rPr", w("noProof")), w("pict", _shape_type(pages), _shape(text, font, pages)))


def _shape_type(pages: str) -> str:
    connections = {"o:connecttype": "custom", "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800"}
    return element(
        "v:shapetype",
        {
            "id": f"{_TYPE}-{pages}",
            "coordsize": "21600,21600",
            "o:spt": 136,
            "adj": 10800,
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
        element("v:formulas", {}, *(element("v:f", {"eqn": each}) for each in _FORMULAS)),
        element("v:path", {"textpathok": "t", **connections, "o:connectangles": "270,180,90,0"}),
        element("v:textpath", {"on": "t", "fitshape": "t"}),
        element("o:lock", {"v:ext": "edit", "text": "t", "shapetype": "t"}),
    )


def _shape(text: str, font: Font, pages: str) -> str:
    height = WATERMARK_SIZE / 2
    style = {
        "position": "absolute",
        "margin-left": "0",
        "margin-top": "0",
        "width": f"{height * ems(text):g}pt",
        "height": f"{height:g}pt",
        "rotation": str(WATERMARK_ANGLE % 360),
        "z-index": "-251658752",
        "mso-position-horizontal": "center",
        "mso-position-horizontal-relative": "margin",
        "mso-position-vertical": "center",
        "mso-position-vertical-relative": "margin",
    }
    return element(
        "v:shape",
        {
            "id": f"{_NAME}-{pages}",
            "type": f"#{_TYPE}-{pages}",
            "style": ";".join(f"{name}:{value}" for name, value in style.items()),
            "o:allowincell": "f",
            "fillcolor": f"#{WATERMARK_COLOUR}",
            "stroked": "f",
        },
        element("v:textpath", {"style": f"font-family:'{font.chinese}';font-size:1pt", "string": clean_text(text)}),
    )
