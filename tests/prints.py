"""Measuring printed pages: their lines of text, tables, and what stands at their edges."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from exporters.print_styles import (
    BODY_SIZE,
    LINE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
)
from tests.office import convert_all

LEFT, RIGHT = MARGIN_LEFT / 20, (PAGE_WIDTH - MARGIN_RIGHT) / 20
TOP, BOTTOM = MARGIN_TOP / 20, (PAGE_HEIGHT - MARGIN_BOTTOM) / 20
LINE_HEIGHT = LINE / 20
"""Edges of the text area and the distance of its lines in points."""


@contextmanager
def printed(documents: Mapping[str, bytes], folder: Path) -> Iterator[dict[str, PDF]]:
    """Print documents through LibreOffice.

    Args:
        documents: the contents of Word files by name.
        folder: where they go.
    """
    paths = [folder / f"{name}.docx" for name in documents]
    for path in paths:
        path.write_bytes(documents[path.stem])
    opened = {path.stem: pdfplumber.open(path) for path in convert_all(paths, "pdf", folder)}
    yield opened
    for each in opened.values():
        each.close()


def letters(page: Page) -> str:
    """Return the text of a page without white space."""
    return "".join(page.extract_text().split())


def pages_with(pdf: PDF, text: str) -> list[int]:
    """Return the numbers of the pages on which a text stands."""
    return [page.page_number for page in pdf.pages if text in letters(page)]


def text_area(page: Page) -> Page:
    """Return a page without what stands above and below the text area; letters may reach a little further."""
    return page.crop((0, TOP - 5, page.width, BOTTOM + 5))


def text_lines(page: Page) -> list[str]:
    """Return the lines of running text and headings without white space, from the top."""
    found = text_area(page).extract_text_lines()
    return ["".join(line["text"].split()) for line in found if line["chars"][0]["size"] >= BODY_SIZE / 2 - 0.5]


def places_of_lines(page: Page) -> list[float]:
    """Return how many lines below the first line of a page each line of running text stands."""
    found = text_area(page).extract_text_lines()
    tops = [line["top"] for line in found if abs(line["chars"][0]["size"] - BODY_SIZE / 2) < 0.5]
    first_top = TOP + (LINE_HEIGHT - BODY_SIZE / 2) / 2
    return [(top - first_top) / LINE_HEIGHT for top in tops]


def page_number(page: Page) -> tuple[str, float, float]:
    """Return what stands below the text area, and its distance from the area's left and right edges in points."""
    below = page.crop((0, BOTTOM + 5, page.width, page.height)).extract_text_lines()
    if not below:
        return "", 0, 0
    (line,) = below
    return "".join(line["text"].split()), line["x0"] - LEFT, RIGHT - line["x1"]


def rows_of(page: Page) -> list[list[str]]:
    """Return the rows of the largest table of a page without white space."""
    rows = max(page.extract_tables(), key=len, default=[])
    return [["".join((cell or "").split()) for cell in row] for row in rows]
