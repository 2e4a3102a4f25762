"""Running text of a report: paragraphs, one a line."""

import re

from models.radicals import without_radicals

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width forms of ASCII, one character for one, for `str.translate`."""

FULL_WIDTH_FIGURE = {code: code + 0xFEE0 for code in map(ord, "0123456789.,")}
"""The characters of a figure as full-width ones, likewise."""

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
"""How Word, web pages and other systems end a line."""

_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML, and so no Word file or workbook, can hold."""

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
"""Zero-width characters that come along when text is copied."""

_BLANKS = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u205f]+")
"""White space within a line as web pages and Word's tables have it; the ideographic space is the clerk's own."""

_LISTED = re.compile(r"^(\s*\S{1,5}[.．、）)])\t+", re.MULTILINE)
"""The number that Word gives a paragraph, and the gap behind it."""


def clean_text(text: str) -> str:
    """Return text with plain line ends, characters for radicals, and nothing that no document can hold."""
    return without_radicals(_UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text)))


def clean_line(text: str) -> str:
    """Return text on one line, each run of white space one space, without zero-width characters."""
    return " ".join(_INVISIBLE.sub("", clean_text(text)).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text without outer white space and empty lines.

    Offices indent with ideographic spaces; in a document the indent is the style's.
    """
    return tuple(stripped for line in text.split("\n") if (stripped := line.strip()))


def length_of(text: str) -> int:
    """Return how many characters a text has; white space does not count."""
    return sum(len(word) for word in text.split())


def pasted_text(text: str) -> str:
    """Return what comes from Word or a web page as clean paragraphs, without indents, empty lines and odd spaces."""
    visible = _INVISIBLE.sub("", clean_text(text))
    return "\n".join(paragraphs(_BLANKS.sub(" ", _LISTED.sub(r"\1", visible))))
