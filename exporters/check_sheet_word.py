"""The check sheet (校核单) as a Word file in the layout of GB/T 9704—2012, for those who approve a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from exporters.check_sheet_rows import DATE_HERE, GRID, SIGN_HERE, Kind, Row, closing_heading, closing_of, parts_of
from exporters.typography import Typography, default_typography
from exporters.word_document import document_bytes
from exporters.word_package import Properties
from exporters.word_styles import LINE, Font, Style, TableSize, WordStyles, word_styles
from exporters.word_tables import WordCell, WordTable, column_widths
from exporters.word_xml import paragraph, run, table
from models.check_sheet import CheckSheet
from storage.atomic_write import write_atomically

_HEADING_SIZE, _HEADING_LINE = 24, 400
"""小四: the sheet is a table with headings, and no running text."""
_SPACE_ABOVE = LINE // 4
_WIDTHS = column_widths(GRID)
_ROOM = "　" * 5
"""Where somebody signs, in full-width spaces."""
_FILL = "EAEAEA"
"""Behind headers and the names of checks: seen on paper, and read through on a copy of it."""
_FILLED = frozenset({Kind.COLUMNS, Kind.CHECK})

_KindStyles = dict[Kind, tuple[Style, Style, Style]]
"""The styles of a row's first cell, of those in the middle, and of the last."""


def export_check_sheet_word(sheet: CheckSheet, path: Path, typography: Typography | None = None) -> None:
    """Write the sheet as a .docx file.

    Raises:
        OutputRefusal: where the file cannot be written; what was there before is unchanged.
    """
    write_atomically(path, check_sheet_word_bytes(sheet, typography))


def check_sheet_word_bytes(sheet: CheckSheet, typography: Typography | None = None) -> bytes:
    """Return the content of the sheet's .docx file, the same bytes for the same sheet.

    Args:
        sheet: any sheet.
        typography: its fonts, the default scheme's if None.
    """
    typography = typography or default_typography()
    styles = word_styles(typography)
    size = styles.table_sizes[1]
    font = Font(typography.heading, typography.latin)
    strong = replace(size.labels, key="CheckName", name="校核项目", font=font)
    strong_centred = replace(size.figures, key="CheckResult", name="校核结果", font=font)
    styles = replace(styles, heading=_smaller(styles.heading), further=(strong, strong_centred))
    properties = Properties("".join(sheet.title), sheet.agency, sheet.year)
    blocks = _blocks(sheet, styles, size, _styles_of_kinds(size, strong, strong_centred))
    return document_bytes(blocks, styles, typography, properties)


def _smaller(heading: Style) -> Style:
    return replace(heading, size=_HEADING_SIZE, line=_HEADING_LINE, tightening=0, first_line=0, on_grid=False)


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


def _blocks(sheet: CheckSheet, styles: WordStyles, size: TableSize, of_kinds: _KindStyles) -> Iterator[str]:
    yield paragraph(styles.title, run("\n".join(sheet.title), styles.title))
    for part in parts_of(sheet):
        if part.heading:
            yield _heading(part.heading, styles)
        if part.rows:
            yield table(_table(part.rows, size, of_kinds))
    yield _heading(closing_heading(sheet), styles)
    yield from _closing(sheet, styles)


def _heading(text: str, styles: WordStyles) -> str:
    return paragraph(styles.heading, run(text, styles.heading), before=_SPACE_ABOVE)


def _closing(sheet: CheckSheet, styles: WordStyles) -> Iterator[str]:
    """Yield what was not checked and the lines to sign, which never stand alone on a page."""
    plain = styles.table_sizes[0].labels
    *sentences, last = closing_of(sheet)
    yield from (paragraph(plain, run(each, plain)) for each in sentences)
    yield paragraph(plain, run(last, plain), keep_with_next=True)
    yield paragraph(styles.body, run(_ROOM.join(SIGN_HERE), styles.body), keep_with_next=True, before=LINE // 2)
    yield paragraph(styles.body, run(DATE_HERE, styles.body), before=_SPACE_ABOVE)


def _table(rows: Sequence[Row], size: TableSize, of_kinds: _KindStyles) -> WordTable:
    header_rows = sum(row.kind is Kind.COLUMNS for row in rows)
    kept = (number for number, row in enumerate(rows[:-1]) if row.kind is Kind.CHECK)
    return WordTable(
        widths=_WIDTHS,
        rows=tuple(_cells(row, of_kinds[row.kind]) for row in rows),
        header_rows=header_rows,
        size=size,
        fits_a_page=not header_rows,
        kept=frozenset(number for number in kept if rows[number + 1].kind is not Kind.CHECK),
    )


def _cells(row: Row, styles: tuple[Style, Style, Style]) -> tuple[WordCell, ...]:
    first, middle, last = styles
    across = (first, *[middle] * (len(row.texts) - 2), last)
    fill = _FILL if row.kind in _FILLED else ""
    return tuple(
        WordCell(text, sum(_WIDTHS[start : start + span]), span, style, fill=fill)
        for text, start, span, style in zip(row.texts, row.starts, row.spans, across, strict=True)
    )
