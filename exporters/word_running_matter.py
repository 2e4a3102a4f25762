"""The headers and footers of a Word file: page numbers, the word above each page and the watermark behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.print_blocks import PrintPart
from exporters.print_styles import PrintStyles, Style
from exporters.word_watermark import NAMESPACES, watermark
from exporters.word_xml import page_number, paragraph_of, root, run

ODD, EVEN = "default", "even"
"""Pages, in Word's words."""
_HEADER, _FOOTER = "header", "footer"
_ROOTS = {_HEADER: "hdr", _FOOTER: "ftr"}


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """A header or footer.

    Args:
        kind: header or footer.
        pages: on which pages it stands.
        xml: the root of its part.
    """

    kind: str
    pages: str
    xml: str


def running_matter(parts: Sequence[PrintPart], styles: PrintStyles) -> list[tuple[RunningMatter, ...]]:
    """Return for each part the headers and footers its section refers to.

    Word repeats what the section before has; where nothing is to stand, an empty one must.
    """
    given = [_of_part(part, styles) for part in parts]
    places = list(dict.fromkeys((each.kind, each.pages) for of in given for each in of))
    return [tuple(_at(place, of, styles) for place in places) for of in given]


def _of_part(part: PrintPart, styles: PrintStyles) -> list[RunningMatter]:
    found = []
    if part.header or part.watermark:
        found += [_matter(_HEADER, pages, _header(part, styles.header, pages)) for pages in (ODD, EVEN)]
    if part.is_numbered:
        found += [_matter(_FOOTER, pages, page_number(_footer_style(pages, styles))) for pages in (ODD, EVEN)]
    return found


def _at(place: tuple[str, str], given: Sequence[RunningMatter], styles: PrintStyles) -> RunningMatter:
    kind, pages = place
    style = styles.header if kind == _HEADER else _footer_style(pages, styles)
    empty = _matter(kind, pages, paragraph_of(style, ""))
    return next((each for each in given if (each.kind, each.pages) == place), empty)


def _footer_style(pages: str, styles: PrintStyles) -> Style:
    return styles.odd_footer if pages == ODD else styles.even_footer


def _header(part: PrintPart, style: Style, pages: str) -> str:
    mark = watermark(part.watermark, style.font, pages) if part.watermark else ""
    return paragraph_of(style, f"{run(part.header, style)}{mark}")


def _matter(kind: str, pages: str, content: str) -> RunningMatter:
    further = NAMESPACES if "<v:" in content else {}
    return RunningMatter(kind, pages, root(_ROOTS[kind], content, **further))
