"""What Word's styles say of a paragraph: whether it is a heading, and how it is numbered."""

import re
from dataclasses import dataclass

from importers.blocks import TITLE_LEVEL
from importers.word_package import Element, attribute, child, local, number

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
        """Read styles.xml; a document may have none."""
        elements = [each for each in (root if root is not None else ()) if local(each) == "style"]
        self._styles = {attribute(each, "styleId"): _read_style(each) for each in elements}
        paragraphs = [each for each in elements if attribute(each, "type") == "paragraph"]
        self._default = next(
            (attribute(each, "styleId") for each in paragraphs if attribute(each, "default") == "1"), ""
        )

    def level(self, paragraph: Element) -> int | None:
        """Return 0 for a title, 1 and up for a heading, None for body text."""
        properties = child(paragraph, "pPr")
        if (outline := child(properties, "outlineLvl")) is not None:
            return _outline_level(outline)
        for style in self._chain(properties):
            if style.level is not None or style.has_outline:
                return style.level
        return None

    def numbering(self, paragraph: Element) -> NumberingUse | None:
        """Return the list a paragraph belongs to by its own word or its style's; list "0" means none."""
        properties = child(paragraph, "pPr")
        own = _read_numbering(properties)
        if own is not None and own.list_id:
            return own
        styled = next((style.numbering for style in self._chain(properties) if style.numbering), None)
        if own is not None and styled is not None:
            return NumberingUse(styled.list_id, own.depth)
        return styled

    def _chain(self, properties: Element | None) -> list[_Style]:
        name = attribute(child(properties, "pStyle")) or self._default
        chain: list[_Style] = []
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = chain[-1].based_on
        return chain


def _read_style(element: Element) -> _Style:
    name = attribute(child(element, "name")).strip().lower()
    heading, outline = _HEADING.fullmatch(name), child(element, "pPr", "outlineLvl")
    level = TITLE_LEVEL if name in _TITLES else int(heading[1]) if heading else None
    return _Style(
        based_on=attribute(child(element, "basedOn")),
        level=_outline_level(outline) if level is None and outline is not None else level,
        numbering=_read_numbering(child(element, "pPr")),
        has_outline=outline is not None,
    )


def _outline_level(outline: Element) -> int | None:
    depth = number(outline, default=_BODY_OUTLINE)
    return depth + 1 if 0 <= depth < _BODY_OUTLINE else None


def _read_numbering(properties: Element | None) -> NumberingUse | None:
    use = child(properties, "numPr")
    if use is None:
        return None
    depth = child(use, "ilvl")
    return NumberingUse(attribute(child(use, "numId")), None if depth is None else number(depth))
