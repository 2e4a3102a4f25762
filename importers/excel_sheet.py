"""A worksheet's cells as the file stores them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from openpyxl.utils import column_index_from_string

from importers.excel_formulas import Position, shifted
from importers.excel_styles import Styles
from importers.excel_values import Value, stored_value
from importers.office_xml import Element, attribute, child, children, local, number
from importers.sentences import damaged, too_large
from models.errors import InputRefusal

MOST_CELLS = 100_000
"""Cells of a workbook with something in them; a report has three hundred, lists on hidden sheets some thousands."""
MOST_MERGED = 200_000
"""Cells of a workbook that merged areas cover; a title over whole rows covers sixteen thousand in each."""
_MOST_SHIFTED = 1_000_000
"""Characters of formulas that are written out for the cells that share them."""

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_AREA = re.compile(rf"{_REFERENCE.pattern}(?::{_REFERENCE.pattern})?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Args:
        value: what it holds, or the saved result of its formula; None where nothing is saved.
        formula: its formula, as in "=SUM(A1:B2)"; empty where it has none.
        number_format: how a number is shown, as in "#,##0.00".
        style: the name of its style; empty where it has none.
        remark: its comment without the author.
    """

    value: Value = None
    formula: str = ""
    number_format: str = "General"
    style: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells in reading order by row and column, and rows and columns of those that are merged."""

    title: str
    is_hidden: bool
    cells: Mapping[Position, Cell]
    merged: Mapping[Position, tuple[int, int]] = field(default_factory=dict)


class SheetReader:
    """Reads one sheet of a workbook after the other."""

    def __init__(self, strings: Sequence[str], styles: Styles, file_name: str) -> None:
        """Prepare to read sheets whose cells refer to these strings and styles."""
        self._strings = strings
        self._styles = styles
        self._file_name = file_name
        self._room = MOST_CELLS
        self._room_for_merged = MOST_MERGED
        self._room_for_shifted = _MOST_SHIFTED

    def read(self, root: Element, title: str, remarks: Mapping[Position, str], *, is_hidden: bool) -> Sheet:
        """Read a sheet.

        Args:
            root: the worksheet element.
            title: its name.
            remarks: the comments of its cells.
            is_hidden: whether it is hidden.

        Raises:
            InputRefusal: where it is damaged, or holds more than any report together with those read before.
        """
        cells = dict(self._cells(root))
        merged, covered = self._merged(root)
        for place, remark in remarks.items():
            at = covered.get(place, place)
            cells[at] = replace(cells.get(at, Cell()), remark=remark)
        for place in covered.keys() & cells.keys():
            del cells[place]
        cells |= {place: Cell() for place in merged.keys() - cells.keys()}
        return Sheet(title, is_hidden, dict(sorted(cells.items())), merged)

    # ── cells ───────────────────────────────────────────────────────────

    def _cells(self, root: Element) -> Iterator[tuple[Position, Cell]]:
        shared: dict[str, tuple[str, Position]] = {}
        for place, element in _placed(root):
            self._room -= 1
            if self._room < 0:
                raise InputRefusal(too_large(self._file_name))
            style = number(element, "s")
            number_format = self._styles.number_format(style)
            value = self._value(element, number_format)
            yield place, Cell(value, self._formula(element, place, shared), number_format, self._styles.name(style))

    def _value(self, element: Element, number_format: str) -> Value:
        kind = attribute(element, "t", "n")
        if kind == "inlineStr":
            return rich_text(child(element, "is")) or None
        text = _text(child(element, "v"))
        if kind != "s" or not text:
            return stored_value(text, kind, number_format, is_from_1904=self._styles.is_from_1904)
        index = int(text) if text.isascii() and text.isdigit() else -1
        if not 0 <= index < len(self._strings):
            raise InputRefusal(damaged(self._file_name))
        return self._strings[index]

    def _formula(self, element: Element, place: Position, shared: dict[str, tuple[str, Position]]) -> str:
        formula = child(element, "f")
        if formula is None:
            return ""
        text, key = _text(formula), attribute(formula, "si")
        if attribute(formula, "t") != "shared":
            return f"={text}"
        if text or key not in shared:
            shared.setdefault(key, (text, place))
            return f"={text}"
        text, origin = shared[key]
        self._room_for_shifted -= len(text)
        can_shift = self._room_for_shifted >= 0
        return f"={shifted(text, place[0] - origin[0], place[1] - origin[1]) if can_shift else ''}"

    # ── merged cells ────────────────────────────────────────────────────

    def _merged(self, root: Element) -> tuple[dict[Position, tuple[int, int]], dict[Position, Position]]:
        """Return rows and columns of merged cells by their first, and the first by each other cell they cover."""
        merged: dict[Position, tuple[int, int]] = {}
        covered: dict[Position, Position] = {}
        for element in children(root, "mergeCells"):
            (top, left), (rows, columns) = self._area(attribute(element, "ref"))
            self._room_for_merged -= rows * columns
            if self._room_for_merged < 0:
                raise InputRefusal(too_large(self._file_name))
            places = [(row, column) for row in range(top, top + rows) for column in range(left, left + columns)]
            if not any(place in covered or place in merged for place in places):  # the first of two that overlap
                merged[top, left] = rows, columns
                covered |= dict.fromkeys(places[1:], (top, left))
        return merged, covered

    def _area(self, reference: str) -> tuple[Position, tuple[int, int]]:
        found = _AREA.fullmatch(reference)
        if found is None:
            raise InputRefusal(damaged(self._file_name))
        first = _position(found[1], found[2])
        last = _position(found[3] or found[1], found[4] or found[2])
        (top, bottom), (left, right) = (sorted(pair) for pair in zip(first, last, strict=True))
        return (top, left), (bottom - top + 1, right - left + 1)


def position_of(reference: str) -> Position | None:
    """Return row and column of a cell, as of "B3"; None where it is no single cell."""
    found = _REFERENCE.fullmatch(reference)
    return _position(found[1], found[2]) if found else None


def _position(letters: str, row: str) -> Position:
    return int(row), column_index_from_string(letters.upper())


def rich_text(element: Element | None) -> str:
    """Return a text of runs as one, without its phonetic guide."""
    parts = [] if element is None else [child(each, "t") if local(each) == "r" else each for each in element]
    return "".join(_text(each) for each in parts if each is not None and local(each) == "t")


def _text(element: Element | None) -> str:
    return "" if element is None else element.text or ""


def _placed(root: Element) -> Iterator[tuple[Position, Element]]:
    """Yield the cells with something in them and where they stand; one that does not say stands behind the last."""
    row = 0
    for row_element in children(root, "sheetData"):
        row, column = number(row_element, "r", default=row + 1), 0
        for element in row_element:
            place = position_of(attribute(element, "r")) or (row, column + 1)
            column = place[1]
            if len(element):
                yield place, element
