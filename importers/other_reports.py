"""Reports that resemble the annual report and are none: told by their titles, their period or their sections."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import PurePath

from importers.blocks import Block, Grid, Property
from importers.form_reading import FormReading
from importers.labels import wording
from importers.sentences import OtherReport
from models.form import Content

FIRST_YEAR = 2019
"""The first year that was reported in a form of today (国办公开办函〔2019〕60号)."""

_UNLIKE_OURS = r"(?!.*信息公开.*(?:报告|年报))"
_NOT_AN_AGENCY = r"(?!.{0,4}(?:局|队|委|办公室|中心|分局|支局))"
_TITLES: tuple[tuple[OtherReport, str], ...] = (
    (OtherReport.SCHOOL_YEAR, r"(?=.*学年)(?=.*信息公开).*报告.*"),
    (OtherReport.ENFORCEMENT, rf"{_UNLIKE_OURS}.*行政执法{_NOT_AN_AGENCY}.*(?:年报|报告|统计表?|数据|情况)"),
    (OtherReport.RULE_OF_LAW, rf"{_UNLIKE_OURS}.*(?:法治政府|依法行政).*(?:年报|报告|总结|情况)"),
    (OtherReport.WEB_SITE, rf"{_UNLIKE_OURS}.*(?:政府网站|政务新媒体).*(?:年报|报表|报告)"),
    (OtherReport.PLAN, r".*政务公开.*(?:要点|方案|任务分解表?|总结)"),
)
"""Kinds of reports and what their titles are, white space left out."""

_OURS = re.compile(r".*信息公开.*(?:报告|年报).*")
_SCHOOL_YEAR = re.compile(r"(?:统计|期限|时间).{0,20}学年|9月1日.{0,12}8月31日")
"""The period of a school, in its preamble."""

_OLD_SECTIONS = tuple(map(re.compile, (
    r".{0,12}(?:收费|减免).{0,8}",
    r".{0,6}依申请公开.{0,12}情况",
    r"附[表件]?.{0,30}(?:统计表|情况表)?",
)))  # fmt: skip
"""Sections that reports had until 2018 and have no more: fees, applications told in words, a table of indicators."""
_FEWEST_OLD_SECTIONS = 2
_CHINESE_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|附)")

_OPENING = 8
"""Lines at the beginning among which a title or the period is looked for."""
_TITLE_LINES = 3
_LONGEST_TITLE = 60
_FEW = 10
"""A form of which less than one tenth was found is not what the file is written in."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a file says of its kind: its opening lines, possible titles, and names given to it from outside."""

    opening: tuple[str, ...]
    titles: tuple[str, ...]
    names: tuple[str, ...]


def other_report(blocks: Sequence[Block], name: str, reading: FormReading) -> OtherReport | None:
    """Tell which other kind of report a file is, None where it may be an annual report.

    A file that holds half of the form's cells is one, whatever else it says; one with the titles over all of the
    form's tables is one too, unless it counts by school years.

    Args:
        blocks: the file's paragraphs and grids.
        name: the file's name.
        reading: the file read in the form that fits it best.
    """
    if 2 * len(reading.figures) >= len(reading.form.cells):
        return None
    words = _words_of(blocks, name)
    is_titled = any(map(_OURS.fullmatch, words.titles))
    titles = words.titles if is_titled or len(reading.sections) > 1 else (*words.titles, *words.names)
    kinds = [kind for title in titles for kind, pattern in _TITLES if re.fullmatch(pattern, title)]
    if OtherReport.SCHOOL_YEAR in kinds or (is_titled and any(map(_SCHOOL_YEAR.search, words.opening))):
        return OtherReport.SCHOOL_YEAR
    if _has_sections_of_all_tables(reading):
        return None
    if kinds and not is_titled:
        return kinds[0]
    is_old = (is_titled or reading.sections) and _is_of_old_form(blocks, reading)
    return OtherReport.OLD_FORM if is_old else None


def _words_of(blocks: Sequence[Block], name: str) -> _Words:
    unnumbered = takewhile(lambda line: not _is_numbered(line), _lines(blocks))
    opening = tuple("".join(line.split()) for line in islice(unnumbered, _OPENING))
    lines = [line for line in opening if len(line) <= _LONGEST_TITLE]
    runs = ["".join(lines[start:stop]) for start in range(len(lines))
            for stop in range(start + 1, min(len(lines), start + _TITLE_LINES) + 1)]  # fmt: skip
    properties = [block.text for block in blocks if isinstance(block, Property)]
    sheets = dict.fromkeys(block.part for block in blocks if block.part)
    names = ["".join(each.split()) for each in (*properties, *sheets, PurePath(name).stem)]
    return _Words(opening, (*runs, *map(_unclosed, runs)), tuple(map(_unclosed, names)))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield lines outside tables, and rows of tables that hold one text only, as titles do."""
    for block in blocks:
        if isinstance(block, Property):
            continue
        texts = _lone_texts(block) if isinstance(block, Grid) else block.text.split("\n")
        yield from (text for text in texts if text.strip())


def _lone_texts(grid: Grid) -> Iterator[str]:
    for row in range(grid.row_count):
        texts = [cell.text for cell in grid.row(row) if not cell.is_blank and cell.place.row == row]
        if len(texts) == 1:
            yield texts[0]


def _is_numbered(line: str) -> bool:
    words = wording(line)
    return words.is_numbered or words.is_bracketed


def _unclosed(title: str) -> str:
    """Return a title without quotes and what stands in brackets behind it."""
    return re.sub(r"(?:[（(][^（）()]*[）)]|\.\w{1,5})+$", "", title.strip("《》"))


def _has_sections_of_all_tables(reading: FormReading) -> bool:
    return {each.key for each in reading.form.sections if each.content is Content.TABLE} <= {*reading.sections}


def _is_of_old_form(blocks: Sequence[Block], reading: FormReading) -> bool:
    """Tell whether a report is one of the years before the form, or has the sections of that time."""
    if _FEW * len(reading.figures) >= len(reading.form.cells):
        return False
    if reading.head.year is not None and reading.head.year < FIRST_YEAR:
        return True
    titles = [wording(line).bare for line in _lines(blocks) if len(line) <= _LONGEST_TITLE and _is_old_title(line)]
    return sum(any(map(pattern.fullmatch, titles)) for pattern in _OLD_SECTIONS) >= _FEWEST_OLD_SECTIONS


def _is_old_title(line: str) -> bool:
    return _CHINESE_NUMBER.match(line) is not None and "。" not in line
