"""年度对比: this year's figures beside those of the years before, as SVG; the same report gives the same text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from exporters.comparison_chart import ScreenPens, chart_block, compared_items
from exporters.year_picture_items import Item
from exporters.year_picture_layout import Block, beside, paragraph, placed, stacked, width_of
from exporters.year_picture_svg import bar, words, words_before
from exporters.year_picture_words import UNKNOWN, figure_in_words, year_in_words
from models.chart import Chart
from models.comparison import YearOnYear, years_of
from models.form import CellName, Form
from models.report import Report

_LEAST_FOR_TWO = 52
"""From how many characters on there is room for two charts side by side."""


def comparison_svg(report: Report, pens: ScreenPens, *, font: str, width: int, title: str = "") -> str:
    """Return the comparison of a report with the years before, as far as they are known.

    Args:
        report: the report.
        pens: the colours, and the size of words.
        font: the name of a font.
        width: of the picture, in px.
        title: what stands above it; nothing where empty.
    """
    size = pens.size
    room = width - 2 * size
    body = stacked(
        [paragraph(title, pens.title, room), _table(report, room, pens), _charts(report, room, pens)], between=2 * size
    )
    height = body.height + 2 * size
    about = (
        f"<title>{escape(title or '年度对比', quote=False)}</title><desc>{escape(in_words(report), quote=False)}</desc>"
    )
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img" xml:lang="zh-CN" font-family="{escape(font)}">'
    )
    ground = bar(0, 0, width, height, pens.palette.paper)
    return "\n".join([opening, about, ground, *placed(body, size, size), "</svg>", ""])


def in_words(report: Report) -> str:
    """Return the key figures for those who cannot see the picture."""
    return "".join(
        f"{item.name}：{'，'.join(_year_in_words(item, back) for back in range(len(item.years)))}。"
        for group in _key_figures(report)
        for item in group.items
    )


def _year_in_words(item: Item, back: int) -> str:
    each = item.years[-1 - back]
    return year_in_words(each.year, back) + figure_in_words(each.figure, item.unit)


# ── the table of key figures ────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Group:
    """Key figures that belong together."""

    title: str
    items: tuple[Item, ...]


def _key_figures(report: Report) -> Iterator[_Group]:
    """Yield what the form compares year by year, and the sums of the charts that stand side by side."""
    form = report.form
    for chart in _in_order(form):
        if chart.is_yearly:
            yield _Group(chart.title, compared_items(report, chart))
    charts = {chart.key: chart for chart in form.charts}
    for group in form.chart_groups:
        sums = {name: (charts[key], _cells(charts[key])) for name, key in group.charts.items()}
        items = (Item(name, chart.unit, years_of(report, *cells)) for name, (chart, cells) in sums.items())
        yield _Group(group.title, tuple(items))


def _cells(chart: Chart) -> list[CellName]:
    return [cell for each in chart.items.values() for cell in each]


def _table(report: Report, room: int, pens: ScreenPens) -> Block:
    groups = list(_key_figures(report))
    if not groups:
        return Block((), 0)
    year = report.head.year
    items = [item for group in groups for item in group.items]
    shown = slice(None) if any(len(item.years) > 1 for item in items) else slice(1)
    headers = (year_in_words(year, 0), year_in_words(year and year - 1, 1), "增减", "增减率")[shown]
    columns = _Columns.around([headers, *(_figures(item)[shown] for item in items)], room, pens)
    lines = [_row("主要数字", headers, columns, pens, is_head=True)]
    for group in groups:
        lines.append(_row(group.title, (), columns, pens, is_head=True))
        lines += (_row(item.name, _figures(item)[shown], columns, pens) for item in group.items)
    return stacked(lines, between=pens.size // 6)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of figures begin, and how wide each is, in px."""

    start: int
    step: int

    @classmethod
    def around(cls, rows: Sequence[Sequence[str]], room: int, pens: ScreenPens) -> "_Columns":
        """Return columns as wide as their texts ask for, behind names of a third of the room."""
        start = room // 4
        wide = max(width_of(text, pens.heading) for row in rows for text in row) + pens.size
        return cls(start, min(max(wide, room // 8), (room - start) // len(rows[0])))

    def end(self, column: int) -> int:
        """Return where a column ends."""
        return self.start + self.step * (column + 1)


def _row(name: str, texts: Sequence[str], columns: _Columns, pens: ScreenPens, *, is_head: bool = False) -> Block:
    pen = pens.aside if is_head else pens.words
    cells = (
        words_before(columns.end(place), pens.size, text, pens.heading if place == 0 and not is_head else pen)
        for place, text in enumerate(texts)
    )
    name_pen = pens.heading if is_head and texts else pen
    return Block((words(0 if is_head else pens.size, pens.size, name, name_pen), *cells), pens.line)


def _figures(item: Item) -> tuple[str, str, str, str]:
    """Return this year's figure, last year's, the change and its rate."""
    before = item.years[-2].figure if len(item.years) > 1 else None
    both = YearOnYear(item.now, before)
    return (
        figure_in_words(item.now, item.unit),
        figure_in_words(before, item.unit),
        UNKNOWN if both.change is None else f"{both.change:+f}" if both.change else "0",
        UNKNOWN if both.rate is None else f"{both.rate:+f}%" if both.rate else "0",
    )


# ── the charts ──────────────────────────────────────────────────────────


def _charts(report: Report, room: int, pens: ScreenPens) -> Block:
    """Return the form's charts in one column, or in two where both have room; the next goes where there is more."""
    between, count = 2 * pens.size, 2 if room >= _LEAST_FOR_TWO * pens.size else 1
    wide = (room - (count - 1) * between) // count
    columns: list[list[Block]] = [[] for _ in range(count)]
    for chart in _in_order(report.form):
        block = chart_block(chart, compared_items(report, chart), wide, pens)
        min(columns, key=lambda column: sum(each.height for each in column)).append(block)
    return beside([stacked(column, between=between) for column in columns if column] or [Block((), 0)], wide + between)


def _in_order(form: Form) -> list[Chart]:
    """Return a form's charts, those first that one figure leads: what came in before what became of it."""
    return sorted(form.charts, key=lambda chart: not chart.leading)
