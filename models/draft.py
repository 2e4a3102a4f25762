"""What a form lets the program write from its tables: sentences with figures, and where they belong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.toml_source import TomlSource

_Cells = tuple[str, ...]
"""Names of cells, table/row/column, whose sum a figure is."""

FIGURE = re.compile(r"\{(?P<cells>[^{}]+/[^{}]*)\}")
"""A figure in a sentence: the cells whose sum it is, joined by +."""
ITEMS, ITS_FIGURE = "{items}", "{}"


@dataclass(frozen=True, eq=False, repr=False)
class DraftSentence:
    """A sentence with figures.

    Args:
        text: the sentence; `{table/row/column + …}` stands for a figure, `{items}` for the enumeration, `{year}` for
            the year.
        none: what is said where all its figures are 0; nothing where empty.
        lead: what stands before the enumeration where there is one.
        items: what is enumerated of each figure that is not 0, `{}` standing for it, and the cells whose sum it is.
    """

    text: str
    none: str = ""
    lead: str = ""
    items: Mapping[str, _Cells] = field(default_factory=dict)

    @property
    def figures(self) -> list[_Cells]:
        """The cells of each figure outside the enumeration."""
        return [cells_of(match) for match in FIGURE.finditer(self.text)]

    @property
    def cells(self) -> Iterator[str]:
        """Every cell it speaks of."""
        yield from (name for names in (*self.figures, *self.items.values()) for name in names)


@dataclass(frozen=True, eq=False, repr=False)
class Draft:
    """A paragraph that the tables tell.

    Args:
        key: its name.
        name: what menus call it.
        section: the section it belongs to.
        sentences: how it is written where no wording of last year's is known.
        tables: tables whose figures show a sentence of last year's to be its wording.
        words: words that show it where it has no figure of a table.
    """

    key: str
    name: str
    section: str
    sentences: tuple[DraftSentence, ...]
    tables: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def cells_of(figure: re.Match[str]) -> _Cells:
    """Return the cells whose sum a figure of a sentence is."""
    return tuple(part.strip() for part in figure["cells"].split("+"))


def read_draft(source: TomlSource) -> Draft:
    """Read the declaration of a draft; mistakes are noted in the source."""
    draft = Draft(
        key=source.text("key"),
        name=source.text("name"),
        section=source.text("section"),
        sentences=tuple(_sentence(each) for each in source.tables("sentences", required=True)),
        tables=source.texts("tables"),
        words=source.texts("words"),
    )
    source.close()
    return draft


def _sentence(source: TomlSource) -> DraftSentence:
    has_items = "items" in source.keys
    sentence = DraftSentence(
        text=source.text("text"),
        none=source.text("none", ""),
        lead=source.text("lead", ""),
        items=source.lists("items") if has_items else {},
    )
    if has_items != (ITEMS in sentence.text):
        source.note("items", f'"{ITEMS}" in the text and a table of items go together')
    for item in (item for item in sentence.items if ITS_FIGURE not in item):
        source.note("items", f'"{item}" has no place for its figure')
    source.close()
    return sentence
