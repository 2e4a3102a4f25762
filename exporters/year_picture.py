"""图解: the figures of a year on one page, as SVG; the same report gives the same text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from exporters.typography import Typography, default_typography
from exporters.year_picture_charts import panels_part, shares_part, yearly_part
from exporters.year_picture_items import ROOM, Part, Shown, parts_of
from exporters.year_picture_layout import Block, paragraph, placed, stacked
from exporters.year_picture_svg import Pen, Pens, bar, words
from exporters.year_picture_words import figure_in_words, nothing_in_words
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


def picture_svg_bytes(report: Report, typography: Typography | None = None) -> bytes:
    """Return the picture as an SVG file."""
    return svg_text(report, typography).encode()


def svg_text(report: Report, typography: Typography | None = None) -> str:
    """Return the picture of a report, however incomplete, in a scheme's fonts and colours; the default's where None."""
    scheme = typography or default_typography()
    pens = Pens(scheme.palette)
    parts = parts_of(report)
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


def _drawn_parts(parts: Iterable[Part], pens: Pens) -> Iterator[Block]:
    """Yield the parts with their headings; a sentence where there is nothing to draw."""
    for part in parts:
        content = _drawn(part, pens)
        yield stacked([_heading(part.title, pens), content], between=28)


def _drawn(part: Part, pens: Pens) -> Block:
    first, *others = part.charts
    names, figures = [item.name for item in part.items], [item.figures for item in part.items]
    if sentence := nothing_in_words(names, figures, first.chart.unit, part.nothing):
        return paragraph(sentence, pens.words, ROOM)
    if others:
        return panels_part(part.charts, pens)
    return (
        yearly_part(first.items, pens, first.chart.leading) if first.chart.is_yearly else shares_part(first.items, pens)
    )


def _heading(title: str, pens: Pens) -> Block:
    heading = paragraph(title, pens.heading, ROOM - 28)
    mark = bar(0, 6, 8, heading.height - 22, pens.palette.accent)
    return Block((mark, *placed(heading, 28, 0)), heading.height - 12)


def _foot(report: Report, pens: Pens) -> Block:
    year = report.head.year
    period = f"统计期限：{year}年1月1日至{year}年12月31日。" if year else ""
    content = paragraph(period, pens.aside, ROOM)
    return Block((bar(0, 0, ROOM, 2, pens.palette.earlier), *placed(content, 0, 24)), content.height + 24)


def _in_words(parts: Iterable[Part]) -> str:
    """Return the picture for those who cannot see it."""
    return "".join(f"{part.title}：{'；'.join(map(_chart_in_words, part.charts))}。" for part in parts)


def _chart_in_words(shown: Shown) -> str:
    items = "，".join(item.name + figure_in_words(item.now, item.unit) for item in shown.items)
    return shown.name + items
