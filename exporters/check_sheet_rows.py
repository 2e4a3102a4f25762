"""The check sheet as rows of tables under headings, and the lines around them, the same on paper and on a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from exporters.print_blocks import BLANK_DATE
from models.check_sheet import SIGNERS, TO_READ, CheckedGroup, CheckSheet

GRID = (11, 11, 43, 20, 15)
"""Relative widths of the columns that all tables share, so that their edges stand below each other."""

_NUMERALS = "一二三四五六七八九"
_STATE = "核对结果"
_OPEN, _CONFIRMED, _UNCHECKED = "待处理的问题", "确认属实的问题", "没有核对的和须人工核对的"
_NOTHING_OPEN = "没有待处理的问题"
_OPEN_COLUMNS = ("类别", "问题", "处理情况")
_CONFIRMED_COLUMNS = ("类别", "问题", "理由", "确认人")
_GROUP_COLUMNS = ("校核项目", "核对的内容和数", "结果")

SIGN_HERE = tuple(f"{signer}：" for signer in SIGNERS)
DATE_HERE = f"日期：{BLANK_DATE}"


class Kind(Enum):
    """What a row is."""

    HEAD = auto()
    """What the sheet is about: a name and its value."""
    COLUMNS = auto()
    """The header of the rows below."""
    FINDING = auto()
    CHECK = auto()
    """A check with what it compared and what came of it; its things stand below."""
    THING = auto()
    WRONG_THING = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """Texts from left to right, and how many columns of the grid each covers."""

    kind: Kind
    texts: tuple[str, ...]
    spans: tuple[int, ...]

    @property
    def starts(self) -> list[int]:
        """The first grid column of each text."""
        return [sum(self.spans[:number]) for number in range(len(self.spans))]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, empty for the head of the sheet, and the table below it, which may have no rows."""

    heading: str
    rows: tuple[Row, ...]


def parts_of(sheet: CheckSheet) -> Iterator[Part]:
    """Yield head, open findings, dismissed ones, and every group of checks."""
    yield Part("", tuple(Row(Kind.HEAD, each, (2, 3)) for each in (*sheet.head, (_STATE, sheet.summary))))
    for numeral, (title, rows) in zip(_NUMERALS, _tables(sheet), strict=False):
        yield Part(f"{numeral}、{title}", rows)


def closing_heading(sheet: CheckSheet) -> str:
    """Return the heading of what was not checked."""
    return f"{_NUMERALS[len(list(_tables(sheet)))]}、{_UNCHECKED}"


def closing_of(sheet: CheckSheet) -> list[str]:
    """Return what was not checked and what no check can do, numbered sentences."""
    return [f"{number}. {sentence}" for number, sentence in enumerate([*sheet.unchecked, TO_READ], 1)]


def _tables(sheet: CheckSheet) -> Iterator[tuple[str, tuple[Row, ...]]]:
    found = [(f"{each.group}·{each.result}", each.finding.message, "") for each in sheet.open]
    yield f"{_OPEN}（{len(found)} 个）" if found else _NOTHING_OPEN, _findings(_OPEN_COLUMNS, found, (1, 2, 2))
    if sheet.dismissed:
        true = [(str(each.group), each.finding.message, of.reason, of.by) for each, of in sheet.dismissed]
        yield f"{_CONFIRMED}（{len(true)} 个）", _findings(_CONFIRMED_COLUMNS, true, (1, 2, 1, 1))
    for group in sheet.groups:
        yield group.title, tuple(_group(group))


def _findings(columns: tuple[str, ...], found: Sequence[tuple[str, ...]], spans: tuple[int, ...]) -> tuple[Row, ...]:
    rows = (Row(Kind.FINDING, tuple(map(_in_one_line, each)), spans) for each in found)
    return (Row(Kind.COLUMNS, columns, spans), *rows) if found else ()


def _group(group: CheckedGroup) -> Iterator[Row]:
    spans = (2, 2, 1)
    yield Row(Kind.COLUMNS, _GROUP_COLUMNS, spans)
    for part in group.parts:
        yield Row(Kind.CHECK, (part.name, part.scope, part.result), spans)
        for line in part.lines:
            kind = Kind.WRONG_THING if line.is_wrong else Kind.THING
            yield Row(kind, (line.label, line.numbers, line.result), spans)


def _in_one_line(text: str) -> str:
    return "".join(text.splitlines())
