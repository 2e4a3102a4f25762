"""What stands in a workbook's cells, kept apart from the sheet's frame until it is written."""

from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel_styles import Look, Style
from exporters.excel_words import writable
from models.form import Place
from models.formulas import plain


@dataclass(frozen=True, slots=True)
class CellContent:
    """A cell: words, or a number as its exact text; or a formula, without its equals sign, and either as its result."""

    look: Look
    words: str = ""
    number: str = ""
    formula: str = ""


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A sheet: the frame openpyxl keeps (paper, rules, remarks), and the cells that are written into it.

    Args:
        sheet: the frame.
        cells: by row and column, counted from 0.
        merged: the rectangles of cells that are one.
        heights: of the rows from the top, in points.
    """

    sheet: Worksheet
    cells: dict[tuple[int, int], CellContent] = field(default_factory=dict)
    merged: list[Place] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)


def put(into: SheetContent, place: Place, cell: CellContent) -> None:
    """Write a cell; whatever else its place covers is merged into it and gets its frame too."""
    into.cells[place.row, place.column] = cell
    if place.row_span * place.column_span > 1:
        into.merged.append(place)
        covered = CellContent(cell.look)
        for row in place.rows:
            for column in place.columns:
                into.cells.setdefault((row, column), covered)


def words(style: Style, text: str, *, quoted: bool = False) -> CellContent:
    """Return a cell with words, or an empty one; quoted words stay words when somebody edits them."""
    return CellContent(Look(style, quoted=quoted), words=writable(text))


def prose(style: Style, text: str) -> CellContent:
    """Return a cell with a text it can hold; one that begins like a formula stays a text when somebody edits it."""
    return CellContent(Look(style, quoted=text.startswith(("=", "+", "-", "@"))), words=text)


def number(style: Style, value: Decimal, formula: str = "", behind: str = "") -> CellContent:
    """Return a cell with a number, or with a formula (without its equals sign) and the number it results in.

    Its number format shows exactly the decimals the number has, and the words `behind` it, without quotation marks (").
    """
    text = plain(value)
    decimals = len(text.partition(".")[2])
    shown = (f"0.{'0' * decimals}" if decimals else "0") + (f'"{behind}"' if behind else "")
    return CellContent(Look(style, shown), number=text, formula=formula)
