"""Opening the parts of a .docx file safely: no entities, no network, no bombs."""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from importers.sentences import damaged
from models.errors import InputRefusal

Element = etree._Element  # noqa: SLF001 - lxml offers no public name for the type

LARGEST_PART = 64 * 2**20
"""Bytes of a part unpacked; a report of 20,000 characters takes a few hundred thousand."""

_PART = r"(?:word|docProps)/{kind}\d*\.xml"


def open_part(content: bytes, kind: str, file_name: str) -> Element | None:
    """Return the root of a part such as `document`, `styles` or `core`, None where the file has none.

    Raises:
        InputRefusal: where the part is damaged, too large, or declares entities.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            name = next((each for each in package.namelist() if re.fullmatch(_PART.format(kind=kind), each)), None)
            if name is None:
                return None
            if package.getinfo(name).file_size > LARGEST_PART:
                raise InputRefusal(damaged(file_name))
            root = etree.fromstring(package.read(name), _parser())
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, etree.XMLSyntaxError) as error:
        raise InputRefusal(damaged(file_name)) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs do not know it
        raise InputRefusal(damaged(file_name))
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def local(element: Element) -> str:
    """Return an element's name without its namespace; Word's strict and usual formats differ in nothing else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of names, None where there is none."""
    for name in path:
        element = None if element is None else next((each for each in element if local(each) == name), None)
    return element


def attribute(element: Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute of Word's namespace."""
    if element is None:
        return default
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), default)


def number(element: Element | None, name: str = "val", default: int = 0) -> int:
    """Return an attribute that is a whole number; the default where it is missing or none."""
    text = attribute(element, name)
    return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else default
