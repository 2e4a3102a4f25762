"""A web page as it is read from top to bottom: lines and grids, and which element holds which of them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from importers.blocks import Grid
from importers.page_markup import (
    CELLS,
    HEADINGS,
    LITERAL,
    Element,
    elements_with_tables,
    is_block,
    is_centred,
    is_furniture,
    is_navigation,
    name_of,
    prints_nothing,
    typed_value,
)
from importers.page_table import page_grid

_BREAK = "\x0b"
"""Stands for a line break until white space is reduced; page_source leaves no such character."""
_LONGEST_TITLE = 90

_WIDE = "[\u2018-\u201d\u2014\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_SOURCE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n\f][ \t\r\n\f]*(?={_WIDE})")
"""A line of the file that ends within Chinese text; browsers show no space there."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CHINESE_LIST = re.compile(r"list-style(?:-type)?\s*:[^;]*(?:cjk|chinese|japanese-informal)", re.IGNORECASE)
_DIGITS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of one that has line breaks.

    Args:
        text: its text without outer white space; lines of a heading or a centred title stay together.
        level: 1 and up for headings, None else.
        block: the element it stands in; equal for elements of the same name with the same parent.
        is_link: whether every letter of it belongs to a link.
        has_link: whether some letter of it does.
    """

    text: str
    level: int | None = None
    block: tuple[int, str] = (0, "")
    is_link: bool = False
    has_link: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """The run of items that one element holds, and whether the element is no part of an article by kind or by name."""

    items: range
    is_navigation: bool = False
    is_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """What a page shows, in reading order."""

    items: tuple[Line | Grid, ...]
    extents: tuple[Extent, ...]


def read_flow(root: Element, *, hidden_too: bool = False) -> Flow:
    """Return a page's lines and grids.

    Args:
        root: the page's root element.
        hidden_too: read hidden elements as well.
    """
    reader = _FlowReader(elements_with_tables(root), hidden_too=hidden_too)
    reader.read(root)
    return Flow(tuple(reader.items), tuple(reader.extents))


def _cell_text(cell: Element) -> str:
    reader = _FlowReader(None)
    reader.read(cell)
    return "\n".join(item.text for item in reader.items if isinstance(item, Line))


@dataclass(slots=True)
class _Open:
    """A block element being read: where its items begin, and what its lines are."""

    element: Element
    number: int
    first: int
    level: int | None
    is_centred: bool
    list_items: int = 0


@dataclass(slots=True)
class _Pieces:
    """The texts of the paragraph being read, and whether letters of them stand in links and outside."""

    texts: list[str] = field(default_factory=list)
    has_plain: bool = False
    has_link: bool = False


class _FlowReader:
    """Walks through elements without recursion: pages are nested as deeply as their authors forget end tags."""

    def __init__(self, holders: frozenset[Element] | None, *, hidden_too: bool = False) -> None:
        """Prepare to read.

        Args:
            holders: the elements that hold tables; None to read tables as text.
            hidden_too: read hidden elements as well.
        """
        self.items: list[Line | Grid] = []
        self.extents: list[Extent] = []
        self._holders = holders
        self._hidden_too = hidden_too
        self._open: list[_Open] = []
        self._opened = 0
        self._pieces = _Pieces()
        self._links = 0
        self._literal = 0

    def read(self, root: Element, *, without: frozenset[str] = frozenset()) -> None:
        """Add what an element shows.

        Args:
            root: the element.
            without: names of elements to leave out.
        """
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walk:
            if event == "end":
                if element is not skipped:
                    self._leave(element)
                if element is not root:
                    self._write(element.tail)
            elif name_of(element) in without or self._takes_whole(element, is_root=element is root):
                skipped = element
                walk.skip_subtree()
            else:
                self._enter(element)
        self._flush()

    def _takes_whole(self, element: Element, *, is_root: bool) -> bool:
        """Tell whether an element has nothing to show, or is a table and has been read as a grid."""
        if is_root:
            return False
        if not name_of(element) or prints_nothing(element, hidden_too=self._hidden_too):
            return True
        if name_of(element) != "table" or self._holders is None:
            return False
        grid = page_grid(element, _cell_text, self._holders)
        if grid is None:
            return False
        self._flush()
        outside_cells = _FlowReader(None)
        outside_cells.read(element, without=CELLS)
        self.items += [*outside_cells.items, grid]
        return True

    def _enter(self, element: Element) -> None:
        name = name_of(element)
        if is_block(element):
            self._flush()
            outer = self._open[-1].level if self._open else None
            self._opened += 1
            level = HEADINGS.get(name, outer)
            self._open.append(_Open(element, self._opened, len(self.items), level, is_centred(element)))
        self._links += _is_link(element)
        self._literal += name in LITERAL
        if name == "br":
            self._pieces.texts.append(_BREAK)
        elif name == "input":
            self._write(typed_value(element))
        elif name == "li":
            self._write(self._list_number())
        self._write(element.text)

    def _leave(self, element: Element) -> None:
        self._links -= _is_link(element)
        self._literal -= name_of(element) in LITERAL
        if not self._open or self._open[-1].element is not element:
            return
        self._flush()
        items = range(self._open.pop().first, len(self.items))
        if items and self._holders is not None:
            self.extents.append(Extent(items, is_navigation(element), is_furniture(element)))

    def _list_number(self) -> str:
        """Return the number that a browser puts in front of an entry of a numbered list."""
        around = self._open[-2] if len(self._open) > 1 else None
        if around is None or name_of(around.element) != "ol":
            return ""
        around.list_items += 1
        start = around.element.get("start", "1")
        number = around.list_items + (int(start) - 1 if re.fullmatch(r"\d{1,4}", start, re.ASCII) else 0)
        if _CHINESE_LIST.search(around.element.get("style", "")) and 1 <= number <= len(_DIGITS):
            return f"{_DIGITS[number - 1]}、"
        return f"{number}. "

    def _write(self, text: str | None) -> None:
        if text:
            if any(map(str.isalnum, text)):
                self._pieces.has_link |= self._links > 0
                self._pieces.has_plain |= not self._links
            self._pieces.texts.append(re.sub("\r?\n", _BREAK, text) if self._literal else text)

    def _flush(self) -> None:
        """End the paragraph."""
        pieces, self._pieces = self._pieces, _Pieces()
        lines = _lines("".join(pieces.texts))
        around = self._open[-1] if self._open else None
        if around is not None and (around.level or around.is_centred) and sum(map(len, lines)) <= _LONGEST_TITLE:
            lines = ["\n".join(lines)] if lines else []
        level = around.level if around is not None else None
        parent = self._open[-2].number if len(self._open) > 1 else 0
        block = (parent, name_of(around.element)) if around is not None else (0, "")
        is_link = pieces.has_link and not pieces.has_plain
        self.items += [Line(text, level, block, is_link, pieces.has_link) for text in lines]


def _lines(text: str) -> list[str]:
    reduced = _SPACE.sub(" ", _SOURCE_BREAK.sub("", _INVISIBLE.sub("", text)))
    return [line for each in reduced.split(_BREAK) if (line := each.strip())]


def _is_link(element: Element) -> bool:
    return name_of(element) == "a" and "href" in element.attrib
