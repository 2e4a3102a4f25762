"""The check sheet (校核单) as a workbook of one sheet, ready for the printer."""

from exporters.check_sheet_rows import DATE_HERE, GRID, SIGN_HERE, Kind, Row, closing_heading, closing_of, parts_of
from exporters.excel_cells import CellContent, SheetContent, put
from exporters.excel_metrics import PORTRAIT_WIDTH, ROW_HEIGHT, rows_for, set_up_page, set_widths, text_height
from exporters.excel_styles import HEADING_POINTS, TABLE_POINTS, TITLE_POINTS, Look, Style
from exporters.excel_words import pieces, writable
from exporters.excel_workbook import new_workbook, workbook_bytes
from models.check_sheet import CheckSheet
from models.form import Place
from models.slips import CHECK_SHEET

_WIDTHS = [round(PORTRAIT_WIDTH * width / sum(GRID), 2) for width in GRID]
_WHOLE, _SIGNERS = (len(GRID),), (2, 1, 2)
"""How many columns a line of its own covers, and each of those who sign."""
_POINTS = {Style.TITLE: TITLE_POINTS, Style.HEADING: HEADING_POINTS}
_SPACE = {Style.TITLE: 8.0, Style.HEADING: 14.0}
"""Points between a line and its neighbours."""
_SIGN_SPACE = 20.0

_STYLES = {
    Kind.HEAD: (Style.CHECKED, Style.STUB, Style.STUB),
    Kind.COLUMNS: (Style.HEADER, Style.HEADER, Style.HEADER),
    Kind.FINDING: (Style.GROUP, Style.STUB, Style.STUB),
    Kind.CHECK: (Style.CHECKED, Style.CHECKED, Style.HEADER),
    Kind.THING: (Style.STUB, Style.STUB, Style.GROUP),
    Kind.WRONG_THING: (Style.STUB, Style.STUB, Style.WRONG),
}
"""The styles of a row's first cell, of those in the middle, and of the last."""


def check_sheet_excel_bytes(sheet: CheckSheet) -> bytes:
    """Return the workbook as a file; the same sheet gives the same bytes on every day."""
    title = "".join(map(writable, sheet.title))
    workbook = new_workbook(title, sheet.agency)
    into = SheetContent(workbook.worksheets[0])
    into.sheet.title = CHECK_SHEET
    for line in sheet.title:
        _put(into, (line,), _WHOLE, (Style.TITLE,))
    for part in parts_of(sheet):
        if part.heading:
            _put(into, (part.heading,), _WHOLE, (Style.HEADING,))
        for row in part.rows:
            _put(into, row.texts, row.spans, _across(row))
    _put_closing(into, sheet)
    set_widths(into.sheet, _WIDTHS)
    set_up_page(into.sheet, title)
    return workbook_bytes(workbook, [into], sheet.year)


def _put_closing(into: SheetContent, sheet: CheckSheet) -> None:
    _put(into, (closing_heading(sheet),), _WHOLE, (Style.HEADING,))
    for sentence in closing_of(sheet):
        _put(into, (sentence,), _WHOLE, (Style.PLAIN,))
    _put(into, SIGN_HERE, _SIGNERS, (Style.PLAIN,) * len(SIGN_HERE), space=_SIGN_SPACE)
    _put(into, (DATE_HERE,), _WHOLE, (Style.PLAIN,), space=_SIGN_SPACE)


def _across(row: Row) -> tuple[Style, ...]:
    first, middle, last = _STYLES[row.kind]
    return (first, *[middle] * (len(row.texts) - 2), last)


def _put(
    into: SheetContent, texts: tuple[str, ...], spans: tuple[int, ...], styles: tuple[Style, ...], *, space: float = 0.0
) -> None:
    """Write texts into a row as high as the longest needs, or over several merged rows where one cannot be so high."""
    starts = [sum(spans[:number]) for number in range(len(spans))]
    shown = [next(pieces(writable(text))) for text in texts]
    widths = [sum(_WIDTHS[start : start + span]) for start, span in zip(starts, spans, strict=True)]
    heights = [
        text_height(text, width, _POINTS.get(style, TABLE_POINTS)) + _SPACE.get(style, space)
        for text, width, style in zip(shown, widths, styles, strict=True)
    ]
    height = max(ROW_HEIGHT, *heights)
    rows = rows_for(height)
    for text, start, span, style in zip(shown, starts, spans, styles, strict=True):
        look = Look(style, quoted=text.startswith(("=", "+", "-", "@")))
        put(into, Place(len(into.heights), start, rows, span), CellContent(look, text))
    into.heights.extend([height / rows] * rows)
