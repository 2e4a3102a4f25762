"""The parts of a report: is each there, in its order, under its title."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.finding import Finding, Severity
from models.form import Content, Form, Section
from models.report import Report

_CODE = "section"
_MOST_MISSING = 2
"""Titles a file may lack; one that lacks more is an excerpt, or was not read by its titles."""
_MOST_SLIPS = 2
"""Wrong characters that a sentence names one by one."""

_NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(
    rf"[#*\s]*(?:第?(?P<numeral>[{_NUMERALS}]+)(?:部分)?(?:\s*[、.,:。]|\s)|\d{{1,2}}(?:\s*[、.,:)]|\s)|\([^()]{{1,3}}\)[、.]?)"
)
_NOTE = re.compile(r"\([^()]*\)\Z|[:。.,;*#]+\Z")
"""An explanation in brackets, or a mark, at the end of a title."""


def find_wrong_sections(report: Report) -> Iterator[Finding]:
    """Find parts without a text, and what was wrong with the titles of the file the report was read from.

    Source: the six parts of 国办公开办函〔2021〕30号; its notice and its model word two of them differently.
    """
    for section in report.form.sections:
        if section.is_required and section.content is Content.TEXT and not report.text(section.key).strip():
            message = f"“{section.title or section.name}”没有内容，请补写"
            yield Finding(_CODE, Severity.ERROR, message, section=section.key)
    headings = [(report.form.section(key), title) for key, title in report.headings]
    yield from _missing(report, {section.key for section, _ in headings})
    yield from _out_of_order(report.form, [section for section, _ in headings])
    for section, title in headings:
        yield from _misnamed(section, title)
    yield from _misnumbered(headings)


def _missing(report: Report, found: set[str]) -> Iterator[Finding]:
    missing = [section for section in report.form.sections if section.title and section.key not in found]
    if found and len(missing) <= _MOST_MISSING:
        for section in missing:
            if _has_content(report, section):
                message = f"读入的文件里没有“{section.title}”这个题名，请补上；导出时会写上规定的题名"
                yield Finding(_CODE, Severity.WARNING, message, section=section.key)
            elif section.content is Content.TABLE:
                message = f"读入的文件里没有“{section.title}”这一部分，请补写"
                yield Finding(_CODE, Severity.ERROR, message, section=section.key)


def _has_content(report: Report, section: Section) -> bool:
    if section.content is Content.TEXT:
        return bool(report.text(section.key).strip())
    return not report.cells.keys().isdisjoint(report.form.table(section.key).typed_cells)


def _out_of_order(form: Form, sections: Sequence[Section]) -> Iterator[Finding]:
    order = [section.key for section in form.sections]
    for one, other in pairwise(sections):
        if order.index(one.key) > order.index(other.key):
            message = (
                f"读入的文件把“{one.title}”排在“{other.title}”前面，次序与规定不符，请调整；导出时会按规定的次序排"
            )
            yield Finding(_CODE, Severity.ERROR, message, section=other.key)


def _misnamed(section: Section, title: str) -> Iterator[Finding]:
    words = _words(title)
    if words and words not in {_words(each) for each in (section.title, *section.official)}:
        message = f"读入的文件里题名写作“{title.strip()}”，应为“{section.title}”{_slips(words, _words(section.title))}"
        advice = "，请改正；导出时会写上规定的题名"
        yield Finding(_CODE, Severity.WARNING, message + advice, section=section.key)


def _slips(words: str, wanted: str) -> str:
    """Name the wrong characters of a title that is as long as it should be."""
    wrong = [(one, other) for one, other in zip(words, wanted, strict=False) if one != other]
    if len(words) != len(wanted) or len(wrong) > _MOST_SLIPS:
        return ""
    return f"（{'，'.join(f'“{one}”应为“{other}”' for one, other in wrong)}）"


def _misnumbered(headings: Sequence[tuple[Section, str]]) -> Iterator[Finding]:
    """Find other numerals than the form's; they are told together, as one that is left out shifts the rest."""
    wrong = [
        (section, title)
        for section, title in headings
        if (numeral := _numeral(title)) and (own := _numeral(section.title)) and numeral != own
    ]
    if wrong:
        names = "，".join(f"“{title.strip()}”应为“{section.title}”" for section, title in wrong)
        message = f"读入的文件里题名的编号与规定不符：{names}，请改正；导出时会写上规定的编号"
        yield Finding(_CODE, Severity.WARNING, message, section=wrong[0][0].key)


def _numeral(title: str) -> str:
    match = _NUMBER.match(unicodedata.normalize("NFKC", title))
    return (match["numeral"] or "") if match else ""


def _words(title: str) -> str:
    """Return a title without its number, white space, and what is explained in brackets at its end."""
    plain = unicodedata.normalize("NFKC", title).strip()
    number = _NUMBER.match(plain)
    words = "".join((plain[number.end() :] if number else plain).split())
    while shorter := _NOTE.sub("", words):
        if shorter == words:
            return words
        words = shorter
    return words
