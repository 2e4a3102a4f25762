"""Which page a line or a row goes to, by the rules of Word: what belongs together is not parted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of text or a row of a table: what is never parted.

    Args:
        block: the number of the paragraph or table it belongs to.
        index: its number in there.
        height: in twips.
        before: space above, left out at the top of a page.
        after: space below.
        header: height of what is repeated above it where it begins a page.
        is_kept: whether it stays on the page of the next one.
        is_blank: whether nothing is seen of it; such strips alone make no page.
    """

    block: int
    index: int
    height: int
    before: int = 0
    after: int = 0
    header: int = 0
    is_kept: bool = False
    is_blank: bool = False


Placed = tuple[float, Strip]
"""A strip and how far below the upper edge of the text area it begins."""


def flow(strips: Sequence[Strip], height: float) -> Iterator[list[Placed]]:
    """Yield what stands on each page of a height; blank strips at the end are left out."""
    page: list[Placed] = []
    bottom = 0.0
    for chain in _chains(_without_blank_end(strips)):
        together = bottom + sum(each.before + each.height + each.after for each in chain) - chain[-1].after
        begins_page = together > height
        for strip in chain:
            if page and (begins_page or bottom + strip.before + strip.height > height):
                yield page
                page, bottom = [], 0.0
            begins_page = False
            top = bottom + strip.before if page else float(strip.header)
            page.append((top, strip))
            bottom = top + strip.height + strip.after
    if page:
        yield page


def _without_blank_end(strips: Sequence[Strip]) -> Sequence[Strip]:
    seen = [number for number, strip in enumerate(strips, 1) if not strip.is_blank]
    return strips[: max(seen, default=0)]


def _chains(strips: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
    """Yield the strips that belong on one page."""
    start = 0
    for stop, strip in enumerate(strips, 1):
        if not strip.is_kept or stop == len(strips):
            yield strips[start:stop]
            start = stop
