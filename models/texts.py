"""Running text of a report: paragraphs, one a line."""

import unicodedata

_KEPT_CONTROLS = "\n\t"


def clean_text(text: str) -> str:
    """Return text with plain line ends and without characters that no document can hold."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(c for c in plain if c in _KEPT_CONTROLS or not _unwritable(c))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text without outer white space and empty lines.

    Offices indent with ideographic spaces; in a document the indent is the style's.
    """
    return tuple(stripped for line in text.split("\n") if (stripped := line.strip()))


def _unwritable(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Cs"} or ord(character) & 0xFFFE == 0xFFFE
