"""What Word's styles say of a paragraph: whether it is a heading, and how it is numbered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from importers.blocks import TITLE_LEVEL
from importers.office_xml import Element, attribute, by_name, child, local, number

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "标题"})
_BODY_OUTLINE = 9
_DEEPEST = 20
"""Steps of basedOn that are followed; a circle of styles must not hang the program."""


@dataclass(frozen=True, slots=True)
class NumberingUse:
    """Which list a paragraph or style belongs to, and at which depth; None where it does not say."""

    list_id: str
    depth: int | None


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str
    level: int | None
    numbering: NumberingUse | None
    has_outline: bool


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Open styles.xml; a document may have none."""
        elements = [each for each in (root if root is not None else ()) if local(each) == "style"]
        self._elements = {attribute(each, "styleId"): each for each in elements}
        self._default = next((attribute(each, "styleId") for each in elements if _is_default(each)), "")
        self._chains: dict[str, list[_Style]] = {}
        """The styles read so far, each with those it is based on; a document uses few of those it has."""

    def level(self, properties: Mapping[str, Element]) -> int | None:
        """Return 0 for a title, 1 and up for a heading, None for body text.

        Args:
            properties: what stands in the w:pPr element of the paragraph, by name.
        """
        if "outlineLvl" in properties:
            return _outline_level(properties["outlineLvl"])
        for style in self._chain(properties):
            if style.level is not None or style.has_outline:
                return style.level
        return None

    def numbering(self, properties: Mapping[str, Element]) -> NumberingUse | None:
        """Return the list a paragraph belongs to by its own word or its style's; list "0" means none.

        Args:
            properties: what stands in the w:pPr element of the paragraph, by name.
        """
        own = _read_numbering(properties.get("numPr"))
        if own is not None and own.list_id:
            return own
        styled = next((style.numbering for style in self._chain(properties) if style.numbering), None)
        if own is not None and styled is not None:
            return NumberingUse(styled.list_id, own.depth)
        return styled

    def _chain(self, properties: Mapping[str, Element]) -> list[_Style]:
        first = attribute(properties.get("pStyle")) or self._default
        if first not in self._chains:
            name, chain = first, list[_Style]()
            while name in self._elements and len(chain) < _DEEPEST:
                chain.append(_read_style(self._elements[name]))
                name = chain[-1].based_on
            self._chains[first] = chain
        return self._chains[first]


def _is_default(style: Element) -> bool:
    return attribute(style, "default") == "1" and attribute(style, "type") == "paragraph"


def _read_style(element: Element) -> _Style:
    parts, properties = by_name(element), by_name(child(element, "pPr"))
    name = attribute(parts.get("name")).strip().lower()
    heading, outline = _HEADING.fullmatch(name), properties.get("outlineLvl")
    level = TITLE_LEVEL if name in _TITLES else int(heading[1]) if heading else None
    return _Style(
        based_on=attribute(parts.get("basedOn")),
        level=_outline_level(outline) if level is None and outline is not None else level,
        numbering=_read_numbering(properties.get("numPr")),
        has_outline=outline is not None,
    )


def _outline_level(outline: Element) -> int | None:
    depth = number(outline, default=_BODY_OUTLINE)
    return depth + 1 if 0 <= depth < _BODY_OUTLINE else None


def _read_numbering(use: Element | None) -> NumberingUse | None:
    if use is None:
        return None
    depth = child(use, "ilvl")
    return NumberingUse(attribute(child(use, "numId")), None if depth is None else number(depth))
