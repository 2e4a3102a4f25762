"""Blocks of texts to and from the clipboard, as Excel and WPS put them there."""

import csv
import io
from collections.abc import Iterable, Sequence

Texts = Sequence[Sequence[str]]
"""Rows of cell texts."""

csv.field_size_limit(2**31 - 1)  # a text of any length may lie on the clipboard


def block_to_text(rows: Iterable[Iterable[str]]) -> str:
    """Return a block as tab-separated text, quoted where Excel would."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def block_from_text(text: str) -> Texts:
    """Return the rows of tab-separated text, the empty ones at its end left off.

    A comma is never a separator; quoted cells may hold line breaks.
    """
    lone = text.count('"') % 2  # a quotation mark without its partner is text
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = [
        list(line)
        for line in csv.reader(lines, dialect="excel-tab", quoting=csv.QUOTE_NONE if lone else csv.QUOTE_MINIMAL)
    ]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows
