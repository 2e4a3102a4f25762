"""What a line of text says of the table cell it was: its value, an empty cell, the end of a row."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from importers.blocks import Grid, Paragraph
from models.cell_value import NotApplicable, Number, Unreadable, read_entry

BLANK_CELL = "|"
"""Text of a paragraph that stands for one empty cell; more than one such mark is the end of a row."""

LONGEST_VALUE = 40
"""Characters of an entry with its remark, beyond which a line is not tried as one."""

_NUMBERING = re.compile(r"\d{1,2}[.．、]")
_PLACEHOLDER = re.compile(r"[-—–―－_~*\\/.·…?×√✓○〇]{1,6}|[无零空]")
_QUANTITY = re.compile(
    r"(?:[?\ufffd¿+\-约负]|减少?|增加?|下降|上升){0,3}\d[\d,.]*[亿万千百]?[元件个项条份次宗人起篇部%]?(?:\(.+\))?"
)


@dataclass(frozen=True)
class TextGrid(Grid):
    """A grid made of lines of text: what was merged is lost, so that a figure need not stand below its label."""


@dataclass(frozen=True)
class CellMark(Paragraph):
    """A line of a text file that only stands for empty cells, and for nothing where there is no table after all."""


def is_mark(text: str) -> bool:
    """Tell whether a paragraph only stands for empty cells."""
    return bool(text) and not text.strip("|")


def reads_as_value(text: str) -> bool:
    """Tell whether a line can be a figure or stand for one; a number such as "3." belongs to the label after it."""
    return len(text) <= LONGEST_VALUE and _reads_as_value(text)


@lru_cache(maxsize=1 << 12)
def _reads_as_value(text: str) -> bool:
    """Tell the same of a short line; each is asked about once for every form, and many lines are alike."""
    if _NUMBERING.fullmatch(text.strip()):
        return False
    value = read_entry(text).value
    if isinstance(value, Unreadable):
        plain = "".join(unicodedata.normalize("NFKC", value.text).split())
        return bool(_PLACEHOLDER.fullmatch(plain) or _QUANTITY.fullmatch(plain))
    return isinstance(value, Number | NotApplicable)
