"""Texts as a workbook can hold them: sheet names, pieces of long paragraphs, no forbidden characters."""

from collections.abc import Iterator

from models.report import Report
from models.texts import clean_text

TEXT_SHEET = "正文"
CHECK = "勾稽核对"
"""Every difference beside or below a grid is named so: a reader knows by it what is no part of the form."""
LONGEST_TEXT = 32767
"""UTF-16 units a cell can hold."""

_LONGEST_SHEET_TITLE = 31
_FORBIDDEN_IN_TITLES = str.maketrans(dict.fromkeys("\\/*?:[]", "·"))


def writable(text: str) -> str:
    """Return a text on one line without characters that no document can hold."""
    return clean_text(text).replace("\n", " ").strip() if text else ""


def in_one_cell(text: str) -> str:
    """Return as much of a text as one cell can hold."""
    return next(pieces(writable(text)))


def sheet_title(name: str) -> str:
    """Return a table's name as a sheet can bear it."""
    return name.translate(_FORBIDDEN_IN_TITLES)[:_LONGEST_SHEET_TITLE]


def title_lines(report: Report) -> list[str]:
    """Return the lines of the report's title as a workbook can hold them."""
    return [line for line in map(writable, report.title_lines) if line]


def pieces(text: str) -> Iterator[str]:
    """Cut a text into parts that fit a cell each; characters of two UTF-16 units stay whole."""
    if 2 * len(text) <= LONGEST_TEXT:
        yield text
        return
    start = used = 0
    for index, character in enumerate(text):
        units = 1 + (ord(character) > 0xFFFF)  # noqa: PLR2004 - the last character of one unit
        if used + units > LONGEST_TEXT:
            yield text[start:index]
            start, used = index, 0
        used += units
    yield text[start:]
