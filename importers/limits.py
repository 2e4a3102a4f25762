"""How much a file may hold that is read as a report: comparing it with the form takes its time."""

from collections.abc import Iterable, Iterator

from importers.blocks import Block, FileContent, Grid, Paragraph
from importers.sentences import too_large
from models.errors import InputRefusal

MOST_PARAGRAPHS = 42_000
"""A report has three hundred; texts of 20,000 characters with each on a line of its own still are one: 40,000."""
MOST_CELLS = 20_000
"""A report has three hundred; a workbook that gathers those of fifty offices fifteen thousand."""
MOST_TABLES = 2_000
"""A report has three, in pieces thirty."""
MOST_PLACES = 100_000
"""Rows times columns that cells cover, merged ones all of theirs."""
MOST_TEXTS = 3_000
"""Different texts, figures included; a report has five hundred."""
MOST_CHARACTERS = 1_000_000
"""A report has twenty thousand."""


def check_size(content: FileContent, file_name: str) -> None:
    """Refuse what holds more than any report.

    Raises:
        InputRefusal: where it does.
    """
    texts = [text for block in content.blocks for text in _texts(block)]
    paragraphs = sum(isinstance(block, Paragraph) for block in content.blocks)
    counts = (
        (paragraphs, MOST_PARAGRAPHS),
        (len(content.blocks) - paragraphs, MOST_TABLES),
        (len(texts) - paragraphs, MOST_CELLS),
        (sum(_places(block) for block in content.blocks), MOST_PLACES),
        (len({*texts}), MOST_TEXTS),
        (sum(map(len, texts)), MOST_CHARACTERS),
    )
    if any(count > most for count, most in counts):
        raise InputRefusal(too_large(file_name))


def few_enough(blocks: Iterable[Block], file_name: str) -> Iterator[Block]:
    """Yield blocks as they are read, as long as they are no more than any report has.

    Raises:
        InputRefusal: where they are.
    """
    for number, block in enumerate(blocks):
        if number > MOST_PARAGRAPHS:
            raise InputRefusal(too_large(file_name))
        yield block


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (cell.text for cell in block.cells)
    else:
        yield block.text


def _places(block: Block) -> int:
    if isinstance(block, Paragraph):
        return 0
    return sum(cell.place.row_span * cell.place.column_span for cell in block.cells)
