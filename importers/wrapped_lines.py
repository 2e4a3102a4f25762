"""Prose whose lines end where the paper did, as text copied from a PDF has it, put together into paragraphs again.

Only what surely goes on is joined: a line that fills the usual width and ends within a sentence. Titles, numbered
items, cells of tables and signatures keep their lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from importers.head_in_text import year_before_date
from importers.section_titles import SectionTitles
from importers.text_cells import reads_as_value
from models.form_file import known_forms

_NARROWEST, _WIDEST = 20, 60
"""Characters of a printed line."""
_LONGEST = 4 * _WIDEST
_FEWEST_FULL = 4
"""Lines of one width by which a text shows that it is wrapped."""
_RAGGED = 2.5
"""Characters by which full lines differ in length: the first is indented, a mark may not begin the next."""
_TOLERANCE = 1.5
_INDENT = 2
_LATIN_WIDTH, _SPACE_WIDTH = 0.5, 0.25
_MOST_LONGER = 0.25
"""Longer lines for each full one, beyond which each line is a paragraph."""
_FEWEST_OPEN = 0.6
"""Share of full lines that end within a sentence; paragraphs seldom do."""

_END = re.compile(r"[。！？：；:;!?…）)》”\"|]$")
_SENTENCE_END = re.compile(r"[。！？；][”）]?$")
_COMMA = re.compile(r"[，。；]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ITEM = re.compile(
    r"\s*[#*·•●]*\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*(?:[、．]|\.(?!\d))"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|章|[，、])|[㈠-㈩①-⑳])"
)
"""What a heading or an item of a list begins with."""
_INDENTED = re.compile(r"[ \u3000\xa0]{2,}|\u3000|\t")
_TOKEN = re.compile(r"(?:[!-~]+|.)[，。；：、！？）》〉」』】〕”’…%％]*")
_LATIN = re.compile(r"[A-Za-z]{2}")
_PAGE_NUMBER = re.compile(r"\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)\s*")
_DIVIDED = re.compile(r"[|｜│┃]|\S\s*\t|\S {3,}\S")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the lines of a text are set: their width, and whether the first of each paragraph is indented."""

    width: float
    is_indented: bool


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Return lines with those joined that one paragraph was broken into; empty ones keep paragraphs apart."""
    layout = _layout_of(lines)
    return list(lines) if layout is None else list(_joined(_without_page_numbers(lines), layout))


def _layout_of(lines: Sequence[str]) -> _Layout | None:
    """Return how a text is wrapped, None where it is not."""
    prose = [line for line in lines if _is_prose(line)]
    widths = [_width(line.strip()) for line in prose]
    ordered = sorted(widths)
    usual = {width for width in widths if _NARROWEST <= width <= _WIDEST}
    if not usual:
        return None
    width = max(usual, key=lambda each: (bisect_right(ordered, each) - bisect_right(ordered, each - _RAGGED), each))
    full = [line for line, each in zip(prose, widths, strict=True) if width - _RAGGED < each <= width]
    longer = sum(each > width for each in widths)
    is_open = sum(not _END.search(line.rstrip()) for line in full) >= _FEWEST_OPEN * len(full)
    if len(full) < _FEWEST_FULL or longer > _MOST_LONGER * len(full) or not is_open:
        return None
    indented = sum(_INDENTED.match(line) is not None for line in prose)
    return _Layout(width, is_indented=1 < indented < len(prose))


def _is_prose(line: str) -> bool:
    """Tell whether a line is no cell and no row of a table."""
    text = line.strip()[: _LONGEST + 1]
    return _CHINESE.search(text) is not None and _DIVIDED.search(text) is None and not _is_row(text)


def _is_row(text: str) -> bool:
    """Tell whether a line ends with a figure that is a cell; a sentence may be broken behind a figure."""
    values = [reads_as_value(word) for word in text.rsplit(maxsplit=2)[-2:]]
    is_label = _ITEM.match(text) is not None or _COMMA.search(text) is None
    return all(values) or (values[-1] and is_label)


def _without_page_numbers(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]


def _joined(lines: Sequence[str], layout: _Layout) -> Iterator[str]:
    paragraph, last, is_first = "", "", True
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else ""
        if paragraph and _goes_on(last, line, layout, is_first=is_first) and not year_before_date(after):
            paragraph, is_first = _glued(paragraph, line.strip()), False
        else:
            if index:
                yield paragraph
            paragraph, is_first = line, True
        last = line
    yield paragraph


def _goes_on(line: str, following: str, layout: _Layout, *, is_first: bool) -> bool:
    """Tell whether a paragraph goes on in the following line."""
    if not (_is_prose(line) and _is_prose(following)) or _begins_anew(following) or _is_title(line):
        return False
    if not _is_full(line, following, layout, is_first=is_first):
        return False
    if layout.is_indented and _INDENTED.match(following):
        return False
    if _SENTENCE_END.search(line.rstrip()):
        return layout.is_indented
    return not _END.search(line.rstrip())


def _is_full(line: str, following: str, layout: _Layout, *, is_first: bool) -> bool:
    """Tell whether what begins the following line did not fit into this one."""
    token = _TOKEN.match(following.strip())
    width = _width(line.strip()) + _INDENT * is_first + _width(token[0] if token else "")
    return width > layout.width - _TOLERANCE and _width(line.strip()) <= layout.width + _TOLERANCE


def _begins_anew(line: str) -> bool:
    return _ITEM.match(line) is not None or _is_title(line) or year_before_date(line) is not None


def _is_title(line: str) -> bool:
    is_of_report = re.search(r"公开.*(?:报告|年报)[”》]?$", line.strip()) is not None
    return is_of_report or any(titles.exact(line) for titles in _titles())


@cache
def _titles() -> tuple[SectionTitles, ...]:
    return tuple(SectionTitles(form) for form in known_forms().values())


def _width(text: str) -> float:
    """Return a text's width in Chinese characters; spaces around digits are narrower than letters."""
    if len(text) > _LONGEST:
        return float(len(text))
    return sum(_SPACE_WIDTH if each == " " else _LATIN_WIDTH if each.isascii() else 1.0 for each in text)


def _glued(text: str, following: str) -> str:
    """Join two lines; words in Latin letters need a space."""
    seam = text[-1:] + following[:1]
    return f"{text} {following}" if _LATIN.fullmatch(seam) else text + following
