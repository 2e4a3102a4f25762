"""图解: the figures of a year on one page, as SVG; the same report gives the same text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from exporters.typography import Typography, default_typography
from exporters.year_picture_charts import shares_part, yearly_part
from exporters.year_picture_items import ROOM, Item, items_of
from exporters.year_picture_layout import Block, paragraph, placed, stacked
from exporters.year_picture_svg import Pen, Pens, bar, words
from exporters.year_picture_words import figure_in_words, nothing_in_words
from models.cell_value import Blank
from models.chart import Chart
from models.form import CellName
from models.report import Report

WIDTH = 1080
"""Width of the picture in px; its words can be read where a phone shows it 390 px wide."""

_MARGIN = (WIDTH - ROOM) // 2
_GAP = 76
_HEAD_ABOVE, _HEAD_BELOW = 64, 48
_TAG = "图解"
_LAST_FONTS = ("Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")
_LAST_TITLE_FONTS = ("Noto Serif CJK SC", "serif")
_PLAIN_NAME = re.compile(r"[^\W\d][\w-]*(?: [^\W\d][\w-]*)*")
"""A font's name that needs no quotes in a list (CSS Fonts 4, 2.1)."""

_Parts = Sequence[tuple[Chart, Sequence[Item]]]


def picture_svg_bytes(report: Report, typography: Typography | None = None) -> bytes:
    """Return the picture as an SVG file."""
    return svg_text(report, typography).encode()


def svg_text(report: Report, typography: Typography | None = None) -> str:
    """Return the picture of a report, however incomplete, in a scheme's fonts and colours; the default's where None."""
    scheme = typography or default_typography()
    pens = Pens(scheme.palette)
    parts = _parts_of(report)
    head = _head(report, scheme)
    body = stacked([*_drawn_parts(parts, pens), _foot(report, pens)], between=_GAP)
    height = head.height + body.height + 2 * _GAP
    marks = [bar(0, 0, WIDTH, height, scheme.palette.paper), *head.marks, *placed(body, _MARGIN, head.height + _GAP)]
    about = [
        f"<title>{escape(''.join(report.title_lines) + _TAG, quote=False)}</title>",
        f"<desc>{escape(_in_words(parts), quote=False)}</desc>",
    ]
    return "\n".join([*_opening(height, scheme), *about, *marks, "</svg>", ""])


def _opening(height: int, scheme: Typography) -> tuple[str, ...]:
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    fonts = _families(scheme, scheme.heading, _LAST_FONTS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" xml:lang="zh-CN" font-family="{fonts}">',
    )


def _families(scheme: Typography, font: str, last: Sequence[str]) -> str:
    names = (font, scheme.substitutes.get(font, ""), *last)
    return escape(", ".join(name if _PLAIN_NAME.fullmatch(name) else f"'{name}'" for name in names if name))


def _parts_of(report: Report) -> _Parts:
    """Return the form's charts and what they show: first what came in, then what became of it."""
    charts = sorted(report.form.charts, key=lambda chart: not chart.is_yearly)
    return [(chart, items_of(report, chart)) for chart in charts]


def _head(report: Report, scheme: Typography) -> Block:
    """Return the title on the accent, over the whole width."""
    palette = scheme.palette
    agency_pen, title_pen = Pen(42, palette.on_accent), Pen(56, palette.on_accent, is_bold=True)
    tag = Block((words(0, 36, _TAG, Pen(36, palette.on_accent)), bar(0, 56, 72, 4, palette.on_accent)), 90)
    agency = paragraph(report.head.agency, agency_pen, ROOM)
    title = paragraph(report.form.title_for(report.head.year), title_pen, ROOM)
    content = stacked([tag, agency, title], between=6)
    height = content.height + _HEAD_ABOVE + _HEAD_BELOW
    fonts = _families(scheme, scheme.title, _LAST_TITLE_FONTS)
    ground = bar(0, 0, WIDTH, height, palette.accent)
    return Block((ground, f'<g font-family="{fonts}">', *placed(content, _MARGIN, _HEAD_ABOVE), "</g>"), height)


def _drawn_parts(parts: _Parts, pens: Pens) -> Iterator[Block]:
    """Yield the parts with their headings; a sentence where there is nothing to draw."""
    for chart, items in parts:
        if sentence := nothing_in_words([item.name for item in items], [item.figures for item in items], chart.unit):
            content = paragraph(sentence, pens.words, ROOM)
        else:
            content = yearly_part(items, pens) if chart.is_yearly else shares_part(items, pens)
        yield stacked([_heading(chart.title, pens), content], between=28)


def _heading(title: str, pens: Pens) -> Block:
    heading = paragraph(title, pens.heading, ROOM - 28)
    mark = bar(0, 6, 8, heading.height - 22, pens.palette.accent)
    return Block((mark, *placed(heading, 28, 0)), heading.height - 12)


def _foot(report: Report, pens: Pens) -> Block:
    year = report.head.year
    blanks = sum(isinstance(report.value(name), Blank) for name in _typed_cells(report))
    sentences = (
        f"统计期限：{year}年1月1日至{year}年12月31日。" if year else "",
        f"图解涉及的表格中有{blanks}格未填。" if blanks else "",
    )
    content = stacked([paragraph(sentence, pens.aside, ROOM) for sentence in sentences])
    return Block((bar(0, 0, ROOM, 2, pens.palette.earlier), *placed(content, 0, 24)), content.height + 24)


def _typed_cells(report: Report) -> set[CellName]:
    """Return the cells that the clerk types of those behind the figures of the picture."""
    behind = [name for chart in report.form.charts for cells in chart.items.values() for name in cells]
    typed: set[CellName] = set()
    while behind:
        name = behind.pop()
        total = report.form.sums.get(name)
        if total is None:
            typed.add(name)
        else:
            behind += [term.cell for term in total.terms]
    return typed


def _in_words(parts: Iterable[tuple[Chart, Sequence[Item]]]) -> str:
    """Return the picture for those who cannot see it."""
    figures = (
        (chart.title, "，".join(item.name + figure_in_words(item.now, item.unit) for item in items))
        for chart, items in parts
    )
    return "".join(f"{title}：{named}。" for title, named in figures)
