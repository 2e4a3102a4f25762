"""Containers: the same paragraphs and grids as text copied from a page or a document, in the ways it comes."""

from collections.abc import Callable, Iterator, Sequence

from importers.blocks import Block, Grid


def cell_a_line(blocks: Sequence[Block]) -> bytes:
    """Return text with a line for each cell; merged cells stand once, empty ones are lost."""
    return _text(blocks, lambda grid: (cell.text for cell in grid.cells if not cell.is_blank), gap="\n\n")


def row_a_line(blocks: Sequence[Block]) -> bytes:
    """Return text with a line for each row and a bar behind each cell; a merged cell stands in its first row only."""
    return _text(blocks, lambda grid: (f"{' | '.join(row)} |" for row in _first_rows(grid)))


def markdown(blocks: Sequence[Block]) -> bytes:
    """Return text with tables in Markdown; what is merged is empty but for its first place."""
    return _text(blocks, _ruled)


def tabbed(blocks: Sequence[Block]) -> bytes:
    """Return text as a spreadsheet copies it; what is merged is empty but for its first place."""
    return _text(blocks, lambda grid: ("\t".join(row) for row in _places(grid)), "utf-16")


def barred_cell_a_line(blocks: Sequence[Block]) -> bytes:
    """Return text with a line for each cell, a bar behind it, and two bars at the end of each row."""
    return _text(blocks, _barred, "gb18030")


def _text(
    blocks: Sequence[Block], lines_of: Callable[[Grid], Iterator[str]], encoding: str = "utf-8", gap: str = "\n"
) -> bytes:
    lines = [
        line for block in blocks for line in (lines_of(block) if isinstance(block, Grid) else block.text.split("\n"))
    ]
    return gap.join(lines).encode(encoding)


def _first_rows(grid: Grid) -> Iterator[list[str]]:
    for row in range(grid.row_count):
        yield [_line(cell.text) if cell.place.row == row else "" for cell in grid.row(row)]


def _places(grid: Grid) -> Iterator[list[str]]:
    for row in range(grid.row_count):
        cells = {cell.place.column: cell for cell in grid.row(row) if cell.place.row == row}
        yield [_line(cells[column].text) if column in cells else "" for column in range(grid.column_count)]


def _ruled(grid: Grid) -> Iterator[str]:
    for number, row in enumerate(_places(grid)):
        yield f"| {' | '.join(row)} |"
        if not number:
            yield "|---" * len(row) + "|"


def _barred(grid: Grid) -> Iterator[str]:
    for row in range(grid.row_count):
        cells = [cell for cell in grid.row(row) if cell.place.row == row]
        yield from (f"{_line(cell.text)} |".strip() for cell in cells)
        yield "||"


def _line(text: str) -> str:
    return " ".join(text.split())
