"""The check sheet (校核单) as it is printed, in the layout of GB/T 9704—2012, for those who approve a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.check_sheet_rows import DATE_HERE, GRID, SIGN_HERE, Kind, Row, closing_heading, closing_of, parts_of
from exporters.print_blocks import Block, Paragraph, PrintDocument, PrintPart, of_one_style
from exporters.print_styles import (
    LINE,
    SHEET_HEADING_LINE,
    SHEET_HEADING_SIZE,
    Font,
    PrintStyles,
    Style,
    TableSize,
    print_styles,
)
from exporters.print_tables import PrintCell, PrintTable, column_widths
from exporters.print_title import printed_title
from exporters.typography import Typography
from models.check_sheet import CheckSheet

_SPACE_ABOVE = LINE // 4
_WIDTHS = column_widths(GRID)
_ROOM = "　" * 5
"""Where somebody signs, in full-width spaces."""
_FILL = "EAEAEA"
"""Behind headers and the names of checks: seen on paper, and read through on a copy of it."""
_FILLED = frozenset({Kind.COLUMNS, Kind.CHECK})

_KindStyles = dict[Kind, tuple[Style, Style, Style]]
"""The styles of a row's first cell, of those in the middle, and of the last."""


def printed_check_sheet(sheet: CheckSheet, typography: Typography) -> PrintDocument:
    """Return any check sheet in the fonts of a scheme."""
    styles = print_styles(typography)
    return PrintDocument(
        parts=(check_sheet_part(sheet, styles, typography),),
        styles=styles,
        title="".join(sheet.title),
        author=sheet.agency,
        year=sheet.year,
    )


def check_sheet_part(sheet: CheckSheet, styles: PrintStyles, typography: Typography) -> PrintPart:
    """Return the pages of any check sheet.

    Args:
        sheet: the sheet.
        styles: of the document it stands in.
        typography: the scheme they take their fonts from.
    """
    size = styles.table_sizes[1]
    font = Font(typography.heading, typography.latin)
    strong = replace(size.labels, key="CheckName", name="校核项目", font=font)
    strong_centred = replace(size.figures, key="CheckResult", name="校核结果", font=font)
    heading = _smaller(styles.headings[0])
    blocks = _blocks(sheet, styles, heading, size, _styles_of_kinds(size, strong, strong_centred))
    return PrintPart(tuple(blocks), styles=(heading, strong, strong_centred))


def _smaller(heading: Style) -> Style:
    return replace(
        heading,
        key="CheckHeading",
        name="校核标题",
        size=SHEET_HEADING_SIZE,
        line=SHEET_HEADING_LINE,
        tightening=0,
        first_line=0,
        on_grid=False,
    )


def _styles_of_kinds(size: TableSize, strong: Style, strong_centred: Style) -> _KindStyles:
    label, centred = size.labels, size.figures
    return {
        Kind.HEAD: (strong, label, label),
        Kind.COLUMNS: (strong_centred, strong_centred, strong_centred),
        Kind.FINDING: (centred, label, label),
        Kind.CHECK: (strong, label, strong_centred),
        Kind.THING: (label, label, centred),
        Kind.WRONG_THING: (label, label, strong_centred),
    }


def _blocks(
    sheet: CheckSheet, styles: PrintStyles, heading: Style, size: TableSize, of_kinds: _KindStyles
) -> Iterator[Block]:
    yield printed_title(sheet.title, styles.title)
    for part in parts_of(sheet):
        if part.heading:
            yield of_one_style(part.heading, heading, before=_SPACE_ABOVE)
        if part.rows:
            yield _table(part.rows, size, of_kinds)
    yield of_one_style(closing_heading(sheet), heading, before=_SPACE_ABOVE)
    yield from _closing(sheet, styles)


def _closing(sheet: CheckSheet, styles: PrintStyles) -> Iterator[Paragraph]:
    """Yield what was not checked and the lines to sign, which never stand alone on a page."""
    plain = styles.table_sizes[0].labels
    *sentences, last = closing_of(sheet)
    yield from (of_one_style(each, plain) for each in sentences)
    yield of_one_style(last, plain, keep_with_next=True)
    yield of_one_style(_ROOM.join(SIGN_HERE), styles.body, keep_with_next=True, before=LINE // 2)
    yield of_one_style(DATE_HERE, styles.body, before=_SPACE_ABOVE)


def _table(rows: Sequence[Row], size: TableSize, of_kinds: _KindStyles) -> PrintTable:
    header_rows = sum(row.kind is Kind.COLUMNS for row in rows)
    kept = (number for number, row in enumerate(rows[:-1]) if row.kind is Kind.CHECK)
    return PrintTable(
        widths=_WIDTHS,
        rows=tuple(_cells(row, of_kinds[row.kind]) for row in rows),
        header_rows=header_rows,
        size=size,
        fits_a_page=not header_rows,
        kept=frozenset(number for number in kept if rows[number + 1].kind is not Kind.CHECK),
    )


def _cells(row: Row, styles: tuple[Style, Style, Style]) -> tuple[PrintCell, ...]:
    first, middle, last = styles
    across = (first, *[middle] * (len(row.texts) - 2), last)
    fill = _FILL if row.kind in _FILLED else ""
    return tuple(
        PrintCell(text, sum(_WIDTHS[start : start + span]), span, style, fill=fill)
        for text, start, span, style in zip(row.texts, row.starts, row.spans, across, strict=True)
    )
