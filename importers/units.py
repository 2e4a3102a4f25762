"""A cell's text as an entry of that cell: units of money, counting words, signs in words, lost characters."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from importers.sentences import converted, read_for
from models.cell_value import Entry, Number, Unreadable, read_entry, read_value
from models.form import Cell, CellKind
from models.texts import clean_line

_MONEY = {"元": 0, "百元": 2, "千元": 3, "万元": 4, "万": 4, "百万元": 6, "千万元": 7, "亿元": 8, "亿": 8}
"""Units of money as powers of ten."""
_COUNTING = ("件次", "宗次", "件", "份", "个", "项", "宗", "起", "部", "例")
"""What documents, decisions and applications are counted in; it adds nothing to a count."""
_LESS = ("减少", "下降", "减", "负", "—", "–")
_MORE = ("增加", "上升", "增")

_WITH_REMARK = re.compile(r"(?P<value>[^(（]*)[(（](?P<remark>.*)[)）]")
_WITH_UNIT = re.compile(r"(?P<value>.*?[\d０-９.．])\s*(?:人民币)?(?P<unit>[^\d\s]{1,3})")
_REMAINS = re.compile(r"[?？\ufffd¿]+\s*(?=[\d０-９])|(?<=[\d０-９])\s+[?？\ufffd¿]+")
"""A no-break space that went through a wrong encoding."""
_FIGURE = re.compile(
    rf"(?:{'|'.join((*_LESS, *_MORE))}|[?？\ufffd¿+＋\-－\u2212\s])*[\d０-９][\d０-９,，.．\s]*"
    rf"(?:人民币)?(?:{'|'.join((*_COUNTING, *_MONEY))})?\s*(?:[(（].*[)）])?"
)
_NONE = "无"
"""The one word that stands for a figure; other placeholders are dashes."""
_UNIT_OF_LABEL = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(\w{0,2}元)|[(（]\s*(\w{0,2}元)\s*[)）]")


@dataclass(frozen=True, slots=True)
class Figure:
    """An entry as read, and a sentence where it is not what the file literally says."""

    entry: Entry
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A value, the unit written beside it, a remark, and whether the words needed an interpretation."""

    value: Number
    unit: str = ""
    remark: str = ""
    is_doubtful: bool = False


def read_figure(cell: Cell, text: str, unit: str = "") -> Figure:
    """Read a cell's text; what cannot be understood comes back as it was.

    Args:
        cell: the cell of the form, which says what is counted and in which unit.
        text: what stands in the file's cell.
        unit: the unit of money that the file's column label names; empty where it names none.
    """
    entry = read_entry(text)
    found = _understood(cell, text, entry)
    if found is None:
        return Figure(entry)
    value = _in_unit_of(cell, found.value, found.unit or unit)
    if value is None:
        return Figure(entry)
    kept = found.unit if not cell.unit and cell.kind is CellKind.AMOUNT else ""
    read = Entry(value, "；".join(part for part in (kept, found.remark) if part))
    if value.value != found.value.value:
        written = clean_line(text) if found.unit else f"{clean_line(text)}（单位：{unit}）"
        return Figure(read, converted(cell.title, written, str(value), cell.unit))
    return Figure(read, read_for(cell.title, clean_line(text), str(value)) if found.is_doubtful else "")


@lru_cache(maxsize=8192)
def stands_for_figure(text: str) -> bool:
    """Tell whether a text is a figure in whatever writing, or a placeholder for one."""
    line = clean_line(text)
    return line == _NONE or not any(c.isalnum() for c in line) or _FIGURE.fullmatch(line) is not None


def unit_in(label: str) -> str:
    """Return the unit of money a column's label names, empty where it names none."""
    found = _UNIT_OF_LABEL.search(label)
    unit = (found[1] or found[2]) if found else ""
    return unit if unit in _MONEY else ""


def _understood(cell: Cell, text: str, entry: Entry) -> _Reading | None:
    """Take a cell's text apart; None where no number is in it."""
    if isinstance(entry.value, Number):
        if _is_unit(cell, entry.remark):
            return _Reading(entry.value, entry.remark)
        return _Reading(entry.value, remark=entry.remark)
    line = clean_line(text)
    bracketed = _WITH_REMARK.fullmatch(line)
    written, remark = (bracketed["value"], bracketed["remark"].strip()) if bracketed else (line, "")
    written, unit = _without_unit(cell, written.strip())
    plain = _REMAINS.sub("", _signed(cell, written))
    value = read_value(plain)
    if not isinstance(entry.value, Unreadable) or not isinstance(value, Number):
        return None
    return _Reading(value, unit, remark, is_doubtful=plain != written)


def _without_unit(cell: Cell, text: str) -> tuple[str, str]:
    found = _WITH_UNIT.fullmatch(text)
    return (found["value"], found["unit"]) if found and _is_unit(cell, found["unit"]) else (text, "")


def _is_unit(cell: Cell, word: str) -> bool:
    return word in (_MONEY if cell.kind is CellKind.AMOUNT else _COUNTING)


def _signed(cell: Cell, text: str) -> str:
    """Write a sign that stands in words as a sign, where the cell counts increase and decrease."""
    if cell.kind is CellKind.CHANGE:
        for words, sign in ((_LESS, "-"), (_MORE, "+")):
            for word in words:
                if text.startswith(word):
                    return sign + text.removeprefix(word).lstrip()
    return text


def _in_unit_of(cell: Cell, value: Number, unit: str) -> Number | None:
    """Convert money into the form's unit, exactly; None where the result has more digits than a cell can hold."""
    if not unit or cell.unit not in _MONEY or unit not in _MONEY or _MONEY[unit] == _MONEY[cell.unit]:
        return value
    shifted = value.value.scaleb(_MONEY[unit] - _MONEY[cell.unit])
    shortest = read_value(format(_shortest(shifted), "f"))
    return shortest if isinstance(shortest, Number) else None


def _shortest(number: Decimal) -> Decimal:
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()
