"""Typography schemes as data: which font each part of a printed report is set in, and the colours of its picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exporters.palette import Palette, read_palette
from models.toml_source import TomlSource

STYLES_FOLDER = Path(__file__).parent.parent / "resources" / "styles"

DEFAULT_TYPOGRAPHY = "gb"
"""The fonts that offices mean when they speak of GB/T 9704—2012."""


@dataclass(frozen=True, slots=True)
class Typography:
    """Font names by their use; sizes and spacing are the standard's and the same in every scheme.

    Args:
        key: the scheme's name on the command line.
        name: the scheme's name in the window, in Chinese.
        title: font of the report's title.
        heading: font of the headings 一、.
        subheading: font of the headings （一）.
        body: font of running text.
        table: font of the statutory tables.
        page_number: font of the page numbers, digits included.
        latin: font of Latin letters and digits elsewhere.
        substitutes: font to use where the first is not installed, by font.
        palette: colours of the picture of the year.
    """

    key: str
    name: str
    title: str
    heading: str
    subheading: str
    body: str
    table: str
    page_number: str
    latin: str
    substitutes: Mapping[str, str]
    palette: Palette

    @property
    def fonts(self) -> tuple[str, ...]:
        """Every font of the scheme once, Latin last."""
        chinese = (self.title, self.heading, self.subheading, self.body, self.table, self.page_number)
        return tuple(dict.fromkeys([*chinese, self.latin]))

    @property
    def picture_fonts(self) -> tuple[str, ...]:
        """Those of the picture of the year."""
        return self.title, self.heading


@cache
def known_typographies() -> dict[str, Typography]:
    """Return every scheme that ships with the program by its key, the default first."""
    schemes = [read_typography(path) for path in sorted(STYLES_FOLDER.glob("*.toml"))]
    schemes.sort(key=lambda scheme: scheme.key != DEFAULT_TYPOGRAPHY)
    return {scheme.key: scheme for scheme in schemes}


def default_typography() -> Typography:
    """Return the scheme used unless another is asked for."""
    return known_typographies()[DEFAULT_TYPOGRAPHY]


def read_typography(path: Path) -> Typography:
    """Read a scheme's file; without a palette of its own it has the default scheme's.

    Raises:
        DeclarationError: with all problems of the file, each with its place.
    """
    return scheme_from(TomlSource.open(path), path.name)


def scheme_from(source: TomlSource, file_name: str) -> Typography:
    """Return the scheme that stands in an opened file.

    Raises:
        DeclarationError: with all problems of the file, each with its place.
    """
    scheme = Typography(
        key=source.text("key"),
        name=source.text("name"),
        title=source.text("title"),
        heading=source.text("heading"),
        subheading=source.text("subheading"),
        body=source.text("body"),
        table=source.text("table"),
        page_number=source.text("page_number"),
        latin=source.text("latin"),
        substitutes=source.mapping("substitutes"),
        palette=read_palette(source.table("palette") or _default_palette()),
    )
    source.close()
    for font in scheme.substitutes.keys() - set(scheme.fonts):
        source.note("substitutes", f'"{font}" is no font of this scheme')
    source.raise_problems(file_name)
    return scheme


def _default_palette() -> TomlSource:
    palette = TomlSource.open(STYLES_FOLDER / f"{DEFAULT_TYPOGRAPHY}.toml").table("palette")
    assert palette is not None  # ships with the program
    return palette
