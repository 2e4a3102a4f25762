"""Opening a workbook: its sheets, and the strings, styles and comments that their cells refer to.

The parts are read here and not by openpyxl, which believes a file: where one merged area or one link covers the whole
sheet, or the styles are forty thousand, it does not come back.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from importers.excel_formulas import Position
from importers.excel_sheet import Sheet, SheetReader, position_of, rich_text
from importers.excel_styles import Styles
from importers.office_xml import Element, attribute, child, children, local, number
from importers.sentences import damaged
from importers.zip_package import ZipPackage
from models.errors import InputRefusal

_WORKBOOK = re.compile(r"xl/workbook\d*\.xml")
_STRINGS, _STYLES, _COMMENTS = "sharedStrings", "styles", "comments"
_ESCAPED = "x005F_"
"""What Excel writes in front of a text that would read like an escape."""
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class _Link:
    """A part that another refers to: what it is, and its name."""

    kind: str
    name: str


def open_workbook(content: bytes, file_name: str) -> list[Sheet]:
    """Return the sheets of a workbook in their order, hidden ones included.

    Args:
        content: the file's bytes.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is damaged or too large.
    """
    return list(_Workbook(ZipPackage(content, file_name), file_name).sheets())


class _Workbook:
    """The main part of a workbook and what it refers to."""

    def __init__(self, package: ZipPackage, file_name: str) -> None:
        self._package = package
        self._file_name = file_name
        name = next(filter(_WORKBOOK.fullmatch, package.names), None)
        if name is None:
            raise InputRefusal(damaged(file_name))
        self._root = package.xml(name)
        self._links = self._links_of(name)

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets that have cells; one with a chart has none."""
        reader = SheetReader(self._strings(), self._styles(), self._file_name)
        for title, name, is_hidden in self._entries():
            root = self._package.xml(name)
            if local(root) == "worksheet":
                yield reader.read(root, title, self._comments(name), is_hidden=is_hidden)

    def _entries(self) -> list[tuple[str, str, bool]]:
        """Return for each sheet its title, the name of its part and whether it is hidden."""
        entries = [
            (attribute(each, "name"), self._part_of(each), attribute(each, "state", "visible") != "visible")
            for each in children(self._root, "sheets")
        ]
        titles, names = {title for title, _, _ in entries}, {name for _, name, _ in entries}
        if not entries or len(titles) < len(entries) or len(names) < len(entries):
            raise InputRefusal(damaged(self._file_name))
        return entries

    def _part_of(self, sheet: Element) -> str:
        link = self._links.get(attribute(sheet, "id"))
        if link is None or link.name not in self._package.names:
            raise InputRefusal(damaged(self._file_name))
        return link.name

    # ── what cells refer to ─────────────────────────────────────────────

    def _strings(self) -> list[str]:
        root = self._linked(self._links, _STRINGS)
        return [rich_text(each).replace(_ESCAPED, "") for each in (root if root is not None else ())]

    def _styles(self) -> Styles:
        is_from_1904 = attribute(child(self._root, "workbookPr"), "date1904") in _TRUE
        return Styles(self._linked(self._links, _STYLES), is_from_1904=is_from_1904)

    def _comments(self, sheet: str) -> dict[Position, str]:
        """Return the comments of a sheet by the row and column of their cells."""
        root = self._linked(self._links_of(sheet), _COMMENTS)
        authors = [each.text or "" for each in children(root, "authors")]
        return {
            place: _comment(each, authors)
            for each in children(root, "commentList")
            if (place := position_of(attribute(each, "ref"))) is not None
        }

    # ── links between parts ─────────────────────────────────────────────

    def _links_of(self, name: str) -> Mapping[str, _Link]:
        """Return what a part refers to within the file."""
        folder, _, base = name.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels"
        if relations not in self._package.names:
            return {}
        return {
            attribute(each, "Id"): _Link(
                attribute(each, "Type").rpartition("/")[2], _resolved(folder, attribute(each, "Target"))
            )
            for each in self._package.xml(relations)
            if attribute(each, "TargetMode") != "External"
        }

    def _linked(self, links: Mapping[str, _Link], kind: str) -> Element | None:
        """Return the root of a part of some kind, None where there is none."""
        names = [link.name for link in links.values() if link.kind == kind and link.name in self._package.names]
        return self._package.xml(names[0]) if names else None


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _comment(element: Element, authors: list[str]) -> str:
    """Return a comment without the author's name that Excel puts in front."""
    index = number(element, "authorId", default=-1)
    author = authors[index] if 0 <= index < len(authors) else ""
    return rich_text(child(element, "text")).removeprefix(f"{author}:\n").strip()
