"""What is the same as last year: whole tables, paragraphs, sections (内容雷同)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from models.cell_value import BLANK, Number
from models.checks.written_texts import found_in
from models.comparison import compared_year, name_of
from models.finding import Finding, Severity
from models.form import CellName, Section, Table
from models.formulas import plain
from models.moved_years import years_moved_on
from models.report import LastYear, Report

_CODE = "same-as-last-year"
_ALIKE = 90
"""Percentage of common pairs of characters from which a paragraph is last year's; of characters, a section."""
_SHORTEST = 50
"""Characters of what says enough to be compared; headings and formulas are the same every year."""
_FEWEST_DIGITS = 4
"""Digits of a table's figures, noughts not counted, that are hardly the same by chance."""
_SAMPLE, _STEP = 6, 5
"""Characters, and every how many, by which the paragraph most like another is looked for."""
_FEWEST_SAMPLES = 30
"""Percentage of them that two paragraphs have in common that are alike by their pairs: one slip spoils up to two."""
_QUOTED = 30
"""Characters of a paragraph that a finding quotes."""


def find_sameness(report: Report) -> Iterator[Finding]:
    """Find tables without a new figure, and paragraphs that are last year's but for its years.

    Source: 《中华人民共和国政府信息公开条例》 (国务院令第711号), 第四十七条, on reports that repeat each other.
    """
    last = compared_year(report)
    if last is None:
        return
    for table in report.form.tables:
        yield from _same_table(report, last, table)
    for key in report.form.text_sections:
        section = report.form.section(key)
        if section.is_renewed:
            yield from _same_text(report.text(key), last, section)


# ── tables ──────────────────────────────────────────────────────────────


def _same_table(report: Report, last: LastYear, table: Table) -> Iterator[Finding]:
    now, before = _figures(report.cells, table), _figures(last.cells, table)
    if now == before and sum(len(figure) for figure in now.values()) >= _FEWEST_DIGITS:
        message = (
            f"{table.name}：不是 0 的 {len(now)} 格与{name_of(last)}完全相同；"
            "请核对是否还没有改成本年的数，属实的写明理由"
        )
        yield Finding(_CODE, Severity.WARNING, message, left=tuple(now))


def _figures(cells: Mapping[CellName, object], table: Table) -> dict[CellName, str]:
    """Return the figures that a new year brings; what stays in force may well be the same."""
    known = ((name, cells.get(name, BLANK)) for name in table.typed_cells if name not in table.keep)
    numbers = {name: value.value for name, value in known if isinstance(value, Number)}
    return {name: plain(number.normalize()) for name, number in numbers.items() if number}


# ── texts ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph worth comparing, where it starts, and what percentage of it is last year's."""

    text: str
    start: int
    likeness: int


def _same_text(text: str, last: LastYear, section: Section) -> Iterator[Finding]:
    before = last.texts.get(section.key, "")
    if not text or not before:
        return
    paragraphs = list(_compared(text, _last_years(before, last.year)))
    same = [each for each in paragraphs if each.likeness >= _ALIKE]
    length = sum(len(each.text) for each in same)
    if length and length * 100 >= _ALIKE * sum(len(each.text) for each in paragraphs):
        likeness = sum(each.likeness * len(each.text) for each in same) // length
        yield _finding(section, text, same[0], f"整个部分与{name_of(last)}几乎相同（相似 {likeness}%）")
    else:
        for each in same:
            yield _finding(section, text, each, f"这一段与{name_of(last)}几乎相同（相似 {each.likeness}%）")


def _finding(section: Section, text: str, paragraph: _Paragraph, message: str) -> Finding:
    span = (paragraph.start, min(paragraph.start + _QUOTED, paragraph.start + len(paragraph.text)))
    advice = "；内容雷同会被追责，请按本年的情况改写，属实的写明理由"
    return found_in(section, text, span, code=_CODE, severity=Severity.WARNING, message=message + advice)


def _compared(text: str, before: "_LastYears") -> Iterator[_Paragraph]:
    """Yield the paragraphs worth comparing, or the whole text where it has short ones only."""
    paragraphs = list(_paragraphs(text, _SHORTEST))
    for start, paragraph in paragraphs:
        yield _Paragraph(paragraph, start, _likeness(paragraph, before))
    whole = text.strip()
    if not paragraphs and len(whole) >= _SHORTEST:
        yield _Paragraph(whole, text.find(whole), _alike(whole, before.whole))


def _paragraphs(text: str, shortest: int) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        paragraph = line.strip()
        if len(paragraph) >= shortest:
            yield start + line.find(paragraph), paragraph
        start += len(line) + 1


@dataclass(frozen=True, slots=True)
class _LastYears:
    """Last year's text, its years moved on, its paragraphs, and in which of them each few characters stand."""

    whole: str
    paragraphs: tuple[str, ...]
    places: Mapping[str, int]


@lru_cache(maxsize=8)
def _last_years(text: str, year: int | None) -> _LastYears:
    moved = text if year is None else years_moved_on(text, year)
    paragraphs = tuple(paragraph for _, paragraph in _paragraphs(moved, _SHORTEST // 2))
    places = {
        paragraph[start : start + _SAMPLE]: number
        for number, paragraph in enumerate(paragraphs)
        for start in range(len(paragraph) - _SAMPLE + 1)
    }
    return _LastYears(moved.strip(), paragraphs, places)


def _likeness(paragraph: str, before: _LastYears) -> int:
    """Return how much of a paragraph, in per cent, is that of last year which is most like it."""
    if paragraph in before.paragraphs:
        return 100
    samples = (paragraph[start : start + _SAMPLE] for start in range(0, len(paragraph) - _SAMPLE + 1, _STEP))
    votes = Counter(before.places[sample] for sample in samples if sample in before.places)
    number, count = next(iter(votes.most_common(1)), (0, 0))
    if count * _STEP * 100 < _FEWEST_SAMPLES * len(paragraph):
        return 0
    return _alike(paragraph, before.paragraphs[number])


def _alike(one: str, other: str) -> int:
    """Return the percentage of pairs of neighbouring characters that two texts have in common."""
    pairs, others = _pairs(one), _pairs(other)
    return 200 * len(pairs & others) // max(1, len(pairs) + len(others))


@lru_cache(maxsize=512)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(map(add, text, text[1:]))
