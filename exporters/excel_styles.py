"""The workbook's cell styles, named so that an office can restyle all sheets at once."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook

SONG, HEI = "宋体", "黑体"

TABLE_POINTS = 10.5
"""五号, the size of labels and figures in the tables."""
TEXT_POINTS = 12
TITLE_POINTS = 16
HEADING_POINTS = 14
NOTE_POINTS = 9

_HEADER_FILL, _TOTAL_FILL = "EAF0F8", "E9E9E9"
_NOTE_COLOR = "595959"
_WRONG_FILL, _WRONG_INK = "F8CBCB", "9C0006"
_LINK_INK = "0B4FA0"


class Style(StrEnum):
    """Names of the cell styles, as the style list of the office program shows them."""

    TITLE = "年报标题"
    HEADING = "年报章节"
    TEXT = "年报正文"
    TABLE_TITLE = "年报表题"
    HEADER = "年报表头"
    GROUP = "年报栏目分组"
    STUB = "年报栏目"
    FIGURE = "年报填报数"
    WORDS = "年报填报文字"
    TOTAL = "年报合计"
    CHECK_LABEL = "年报核对名"
    CHECK = "年报核对数"
    NOTE = "年报说明"
    CHECKED = "校核项目"
    WRONG = "校核问题"
    RESULT = "校核数"
    SUM_LABEL = "校核合计栏目"
    SUM = "校核合计数"
    LINK = "校核位置"
    PLAIN = "校核说明"


class Look(NamedTuple):
    """All that tells one cell's look from another's; `quoted` words are not read as numbers, dates or formulas."""

    style: Style
    number_format: str = "General"
    quoted: bool = False


class _Definition(NamedTuple):
    """How the cells of a style look."""

    style: Style
    font: Font
    alignment: Alignment
    border: Border | None = None
    fill: PatternFill | None = None
    protection: Protection | None = None

    def named_style(self) -> NamedStyle:
        """Return the style for a workbook of its own."""
        return NamedStyle(
            str(self.style), self.font, self.fill, self.border, self.alignment, protection=self.protection
        )


def style_numbers(workbook: Workbook, looks: Iterable[Look]) -> dict[Look, int]:
    """Add the styles that these looks need to a workbook and return the numbers by which its cells name the looks."""
    looks = dict.fromkeys(looks)
    needed = {look.style for look in looks}
    for each in _definitions():
        if each.style in needed:
            workbook.add_named_style(each.named_style())
    numbers = {}
    for look in looks:
        pattern = WriteOnlyCell(workbook.worksheets[0])
        pattern.style = look.style
        pattern.number_format, pattern.quotePrefix = look.number_format, look.quoted
        numbers[look] = pattern.style_id
    return numbers


@cache
def left_tint() -> DifferentialStyle:
    """Return how the cells left of a broken balance's equals sign look: orange and bold."""
    return _tint("FFD28C")


@cache
def right_tint() -> DifferentialStyle:
    """Return how the cells right of a broken balance's equals sign look: blue and bold."""
    return _tint("A9CDF0")


@cache
def broken_gap() -> DifferentialStyle:
    """Return how the difference of a broken balance looks: dark red on rose, bold."""
    return _tint(_WRONG_FILL, _WRONG_INK)


@cache
def _definitions() -> tuple[_Definition, ...]:
    return (*_running_text(), *_labels(), *_figures(), *_checks(), *_check_sheet())


def _running_text() -> list[_Definition]:
    return [
        _Definition(Style.TITLE, Font(name=HEI, size=TITLE_POINTS), _aligned("center", "center")),
        _Definition(Style.HEADING, Font(name=HEI, size=HEADING_POINTS), _aligned("left", "center")),
        _Definition(Style.TEXT, Font(name=SONG, size=TEXT_POINTS), _aligned("left", "justify")),
        _Definition(Style.TABLE_TITLE, Font(name=HEI, size=HEADING_POINTS), _aligned("center", "center")),
        _Definition(Style.NOTE, Font(name=SONG, size=NOTE_POINTS, color=_NOTE_COLOR), _aligned("left", "center")),
    ]


def _labels() -> list[_Definition]:
    font, edge = Font(name=SONG, size=TABLE_POINTS), _frame("thin")
    return [
        _Definition(Style.HEADER, font, _aligned("center", "center"), edge, _filled(_HEADER_FILL)),
        _Definition(Style.GROUP, font, _aligned("center", "center"), edge),
        _Definition(Style.STUB, font, _aligned("left", "center"), edge),
    ]


def _figures() -> list[_Definition]:
    font, edge, typed = Font(name=SONG, size=TABLE_POINTS), _frame("thin"), Protection(locked=False)
    return [
        _Definition(Style.FIGURE, font, _shrinking(), edge, protection=typed),
        _Definition(Style.WORDS, font, _aligned("center", "center"), edge, protection=typed),
        _Definition(Style.TOTAL, font, _shrinking(), edge, _filled(_TOTAL_FILL)),
    ]


def _checks() -> list[_Definition]:
    font, edge = Font(name=SONG, size=NOTE_POINTS, color=_NOTE_COLOR), _frame("hair")
    return [
        _Definition(Style.CHECK_LABEL, font, _aligned("left", "center"), edge),
        _Definition(Style.CHECK, font, _shrinking(), edge),
    ]


def _check_sheet() -> list[_Definition]:
    font, edge = Font(name=SONG, size=TABLE_POINTS), _frame("thin")
    strong, bold = Font(name=HEI, size=TABLE_POINTS, color=_WRONG_INK), Font(name=SONG, size=TABLE_POINTS, b=True)
    link = Font(name=SONG, size=TABLE_POINTS, color=_LINK_INK, u="single")
    return [
        _Definition(Style.CHECKED, font, _aligned("left", "center"), edge, _filled(_HEADER_FILL)),
        _Definition(Style.WRONG, strong, _aligned("center", "center"), edge, _filled(_WRONG_FILL)),
        _Definition(Style.PLAIN, font, _aligned("left", "center")),
        _Definition(Style.RESULT, font, _shrinking(), edge),
        _Definition(Style.SUM_LABEL, bold, _aligned("left", "center"), edge),
        _Definition(Style.SUM, bold, _shrinking(), edge),
        _Definition(Style.LINK, link, _aligned("left", "center"), edge),
    ]


def _aligned(horizontal: str, vertical: str) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)


def _shrinking() -> Alignment:
    return Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def _frame(line: str) -> Border:
    side = Side(style=line)  # type: ignore[arg-type]
    return Border(left=side, right=side, top=side, bottom=side)


def _filled(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)


def _tint(fill: str, ink: str | None = None) -> DifferentialStyle:
    # A conditional format takes the colour of a solid fill from the background.
    return DifferentialStyle(font=Font(b=True, color=ink), fill=PatternFill("solid", bgColor=fill))
