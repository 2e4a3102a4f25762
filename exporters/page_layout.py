"""A printed document as pages: lines on their places, tables, page numbers (GB/T 9704—2012), as Word breaks them.

It knows nothing of how pages are drawn: on paper, in a PDF or on the screen they are the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exporters.page_flow import Placed, Strip, flow
from exporters.page_items import Fill, Item, Page, Rule, Text, Watermark
from exporters.page_lines import Line, Measure, lines_of
from exporters.page_table import TableLayout
from exporters.print_blocks import Block, Paragraph, PrintDocument, PrintPart, Words
from exporters.print_styles import HEADER_DISTANCE, MARGIN_LEFT, MARGIN_TOP, TEXT_HEIGHT, TEXT_WIDTH, PrintStyles, Style

_NUMBER_DISTANCE = 397
"""7 mm from the text area to the dashes of the page number."""


def pages_of(document: PrintDocument, measure: Measure) -> list[Page]:
    """Return every page of a document, one part after the other.

    Args:
        document: what is printed.
        measure: tells how wide characters are, in sizes of their fonts.
    """
    return [page for part in document.parts for page in _Part(part, document.styles, measure).pages()]


class _Part:
    """A part of a document with its lines broken."""

    def __init__(self, part: PrintPart, styles: PrintStyles, measure: Measure) -> None:
        self._part, self._styles, self._measure = part, styles, measure
        self._lines: dict[int, list[Line]] = {}
        self._tables: dict[int, TableLayout] = {}
        for number, block in enumerate(part.blocks):
            if isinstance(block, Paragraph):
                self._lines[number] = lines_of(block.words, block.style, TEXT_WIDTH - block.left, measure)
            else:
                self._tables[number] = TableLayout(block, measure)

    def pages(self) -> Iterator[Page]:
        strips = [strip for number, block in enumerate(self._part.blocks) for strip in self._strips(number, block)]
        placed = [*flow(strips, TEXT_HEIGHT)]
        tables = self._table_items(placed)
        for number, page in enumerate(placed, 1):
            items = [*self._text_items(page), *tables[number - 1], *self._around(number)]
            yield _page(items, self._part, self._styles)

    def _strips(self, number: int, block: Block) -> Iterator[Strip]:
        if isinstance(block, Paragraph):
            yield from _line_strips(number, block, self._lines[number])
            return
        layout = self._tables[number]
        for row, height in enumerate(layout.heights):
            header = 0 if block.is_header(row) else layout.header_height
            yield Strip(number, row, height, header=header, is_kept=block.is_kept(row))

    def _text_items(self, page: Sequence[Placed]) -> Iterator[Text]:
        for top, strip in page:
            block = self._part.blocks[strip.block]
            if isinstance(block, Paragraph):
                line = self._lines[strip.block][strip.index]
                yield from line.texts(MARGIN_LEFT + block.left, MARGIN_TOP + top, strip.height)

    def _table_items(self, pages: Sequence[Sequence[Placed]]) -> dict[int, list[Item]]:
        """Return what of tables stands on each page, by its place among the pages."""
        items: dict[int, list[Item]] = defaultdict(list)
        for block, layout in self._tables.items():
            rows = {
                number: layout.with_header(
                    {strip.index: MARGIN_TOP + top for top, strip in page if strip.block == block}
                )
                for number, page in enumerate(pages)
                if any(strip.block == block for _, strip in page)
            }
            for number, made in zip(rows, layout.items([*rows.values()]), strict=True):
                items[number] += made
        return items

    def _around(self, number: int) -> Iterator[Text]:
        """Yield the header of a page and its number."""
        if self._part.header:
            yield from self._single_line(self._part.header, self._styles.header, HEADER_DISTANCE)
        if self._part.is_numbered:
            style = self._styles.odd_footer if number % 2 else self._styles.even_footer
            middle = MARGIN_TOP + TEXT_HEIGHT + _NUMBER_DISTANCE
            yield from self._single_line(f"— {number} —", style, middle - style.line / 2)

    def _single_line(self, text: str, style: Style, top: float) -> Iterator[Text]:
        line, *_ = lines_of((Words(text, style),), style, TEXT_WIDTH, self._measure)
        yield from line.texts(MARGIN_LEFT, top, style.line)


def _line_strips(number: int, block: Paragraph, lines: Sequence[Line]) -> Iterator[Strip]:
    last = len(lines) - 1
    style = block.style
    for index, line in enumerate(lines):
        yield Strip(
            number,
            index,
            style.line,
            before=0 if index else block.before,
            after=block.after if index == last else 0,
            is_kept=style.keep_with_next or (index == last and block.keep_with_next),
            is_blank=not line.signs,
        )


def _page(items: Iterable[Item], part: PrintPart, styles: PrintStyles) -> Page:
    items = [*items]
    return Page(
        texts=tuple(each for each in items if isinstance(each, Text)),
        rules=tuple(_joined(each for each in items if isinstance(each, Rule))),
        fills=tuple(each for each in items if isinstance(each, Fill)),
        watermark=Watermark(part.watermark, styles.header.font.chinese) if part.watermark else None,
    )


def _joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield borders without overlap: neighbours share one, and those in a row are drawn as one line."""

    def track(rule: Rule) -> tuple[bool, float, float]:
        is_level = rule.top == rule.bottom
        return (is_level, rule.top, rule.left) if is_level else (is_level, rule.left, rule.top)

    current: Rule | None = None
    for rule in sorted(rules, key=track):
        if current and track(current)[:2] == track(rule)[:2] and _meet(current, rule):
            current = replace(current, right=max(current.right, rule.right), bottom=max(current.bottom, rule.bottom))
        else:
            if current:
                yield current
            current = rule
    if current:
        yield current


def _meet(rule: Rule, following: Rule) -> bool:
    return following.left <= rule.right if rule.top == rule.bottom else following.top <= rule.bottom
