"""Widths, heights and paper of a workbook: nothing cut on the screen, everything on A4.

A workbook does not measure text; these estimates are on the generous side, so that the fonts
of Windows, 统信UOS and LibreOffice all find room.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from models.form import Place, Table

TEXT_WIDTH = 74
"""Width of running text in digits of the standard font (宋体 11): the 156 mm that GB/T 9704 gives it.

LibreOffice does not shrink a sheet of one column to the paper, so it must not be wider with any font.
"""
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 86, 126
"""Widths of a table that fills the paper."""

ROW_HEIGHT = 21.0
"""Points of a grid row with one line of text."""
TALLEST_ROW = 400.0
"""Points; a workbook allows 409."""

_PIXELS_PER_DIGIT = 8
"""Of the standard font on a screen of 96 dots an inch."""
_PIXELS_PER_POINT = 96 / 72
_CELL_PADDING = 10
"""Pixels left and right of a cell's text, together."""
_LINE = 1.45
"""Height of a line in font sizes; the tallest of the usual Chinese fonts."""
_ROW_PADDING = 5.0
_NARROW = 0.56
"""Width of a letter or digit in font sizes."""
_FIRST_WIDE = "\u1100"
"""Characters from here on are taken for full-width: Chinese quotes and dashes too."""

_A4 = 9
_PRINTED_HEIGHT = {"portrait": 728.0, "landscape": 480.0}
"""Points of A4 between the margins."""
_LONGEST_HEAD = 100
"""Characters of the head of a page; a workbook allows 255 with all its codes."""
_SMALLEST_SCALE = 0.65
"""A table that would print smaller than this on one page takes several."""


def is_landscape(table: Table) -> bool:
    """Tell whether a table is wider than it is high."""
    return table.column_count > table.row_count


def column_widths(table: Table) -> tuple[float, ...]:
    """Return the widths of the grid's columns in digits, proportional to the form's; together as wide as the paper."""
    paper = LANDSCAPE_WIDTH if is_landscape(table) else PORTRAIT_WIDTH
    return tuple(round(paper * width / sum(table.widths), 2) for width in table.widths)


def row_heights(table: Table, texts: Iterable[tuple[Place, str]], points: float) -> list[float]:
    """Return the heights of the grid's rows in points, so that every wrapped text has room.

    Args:
        table: the table.
        texts: what stands on the grid and where.
        points: its font size.
    """
    widths = column_widths(table)
    heights = [ROW_HEIGHT] * table.row_count
    for place, text in sorted(texts, key=lambda each: each[0].row_span):
        width = sum(widths[place.column : place.columns.stop])
        lack = text_height(text, width, points) - sum(heights[place.row : place.rows.stop])
        if lack > 0:
            for row in place.rows:
                heights[row] = min(heights[row] + lack / place.row_span, TALLEST_ROW)
    return heights


def text_height(text: str, width: float, points: float) -> float:
    """Return the points that a text needs in a cell of this width (in digits) at this font size."""
    return _lines(text, _room(width, points)) * points * _LINE + _ROW_PADDING


def fits_on_a_line(text: str, width: float, points: float) -> bool:
    """Tell whether a text needs no second line in a cell of this width (in digits) at this font size."""
    return _lines(text, _room(width, points)) == 1


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Give a sheet's first columns these widths, in digits."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def set_up_page(sheet: Worksheet, title: str, *, landscape: bool = False, height: float | None = None) -> None:
    """Prepare a sheet for the printer: A4, as wide as the paper, page numbers, remarks on a page at the end.

    Args:
        sheet: the sheet.
        title: whose report it is, for the head of the page; empty for none.
        landscape: turns the paper.
        height: points of everything on the sheet where it should be one page, else None.
    """
    setup = sheet.page_setup
    setup.paperSize, setup.cellComments, setup.fitToPage = _A4, "atEnd", True
    setup.orientation = "landscape" if landscape else "portrait"
    one_page = height is not None and height * _SMALLEST_SCALE <= _PRINTED_HEIGHT[setup.orientation]
    setup.fitToWidth, setup.fitToHeight = 1, int(one_page)
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.8, bottom=0.75, header=0.4, footer=0.35)
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    for part, text in (
        (sheet.oddHeader, title[:_LONGEST_HEAD].replace("&", "&&")),
        (sheet.oddFooter, "第 &P 页，共 &N 页"),
    ):
        assert part is not None
        part.center.text, part.center.font, part.center.size = text or None, "宋体,Regular", 9


def keep_together(sheet: Worksheet, heights: Sequence[float], starts: Iterable[int], repeated: float = 0) -> None:
    """Break a sheet that takes several pages between its parts; one that fits on a page is left as it is.

    Args:
        sheet: the sheet, set up for upright paper.
        heights: of its rows, in points.
        starts: the rows where a part begins, counted from 0.
        repeated: points that a header takes on every page but the first.
    """
    if sheet.page_setup.fitToHeight:
        return
    used = 0.0
    for start, stop in pairwise([*starts, len(heights)]):
        part = sum(heights[start:stop])
        if used > repeated and used + part > _PRINTED_HEIGHT["portrait"]:
            sheet.row_breaks.append(Break(id=start))
            used = repeated
        used += part


def rows_for(height: float) -> int:
    """Return the number of sheet rows that a text of this height has to span."""
    return math.ceil(height / TALLEST_ROW)


def _room(width: float, points: float) -> float:
    """Return how many full-width characters a line holds."""
    return (width * _PIXELS_PER_DIGIT - _CELL_PADDING) / (points * _PIXELS_PER_POINT)


def _lines(text: str, room: float) -> int:
    """Return how many lines a text takes where a line has room for this many full-width characters."""
    wide = sum(map(_FIRST_WIDE.__le__, text))
    ems = wide + _NARROW * (len(text) - wide)
    return 1 if ems <= room else math.ceil(ems / max(int(room), 1))
