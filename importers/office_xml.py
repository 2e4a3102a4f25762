"""Elements of office files by their names, whichever of the namespaces they stand in."""

import re
from collections.abc import Iterator

from importers.zip_package import Element, bare_name

_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)

__all__ = ["Element", "attribute", "by_name", "child", "children", "local", "number"]


def local(element: Element) -> str:
    """Return an element's name without its namespace; the strict and the usual formats differ in nothing else."""
    tag = element.tag
    return bare_name(tag) if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of names, None where there is none."""
    for name in path:
        if element is None:
            return None
        for each in element:
            if local(each) == name:
                element = each
                break
        else:
            return None
    return element


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """Yield what stands in the descendant along a path of names, nothing where there is none."""
    found = child(element, *path)
    if found is not None:
        yield from found


def by_name(element: Element | None) -> dict[str, Element]:
    """Return what stands in an element by its name, the first of each; for several that are asked for."""
    return {} if element is None else {local(each): each for each in reversed(element)}


def attribute(element: Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute, whatever namespace it has."""
    if element is None:
        return default
    for key, value in element.attrib.items():
        if bare_name(str(key)) == name:
            return str(value)
    return default


def number(element: Element | None, name: str = "val", default: int = 0) -> int:
    """Return an attribute that is a whole number; the default where it is missing or none."""
    text = attribute(element, name)
    return int(text) if _NUMBER.fullmatch(text) else default
