"""Lines of text as rows of a table: labels, then entries; a row ends where the next label begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from importers.blocks import Block, Grid, Paragraph
from importers.labels import goes_on
from importers.line_words import LONGEST_LABEL, TableWords
from importers.text_cells import BLANK_CELL, TextGrid, is_mark, reads_as_value

_LONGEST_PIECE = 4
"""Characters from which a piece of a label in front of figures on the same line is trusted."""

_NUMBER, _MARK, _INNER = re.compile(r"\d{1,2}"), re.compile(r"[.．、)）](?!\d)"), "/／无"
"""What a label may be broken at: its number, the mark behind that, characters within that also stand for a figure."""


class Kind(Enum):
    """What a piece of text is in a table."""

    WORDS = auto()
    VALUE = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A cell of a table, or a line that may be one, and the index of the block it comes from."""

    text: str
    kind: Kind
    block: int


@dataclass(slots=True)
class TextRow:
    """Labels and the entries behind them.

    Attributes:
        words: lines before the entries, with all that stands between the row before and this one.
        values: the entries, empty cells included.
        pads: empty cells at the row's end that need not be its own.
        is_padded_left: whether empty cells may stand before the entries that need not be the row's own.
    """

    words: list[Token] = field(default_factory=list)
    values: list[Token] = field(default_factory=list)
    pads: int = 0
    is_padded_left: bool = False


def rows_in(blocks: Sequence[Block], words: TableWords, packed: set[int]) -> Iterator[TextRow]:
    """Yield a file's rows; other grids end a row and are left alone.

    Args:
        blocks: the file's paragraphs and grids.
        words: the labels that are looked for.
        packed: indices of the grids whose cells have all moved to the left.
    """
    row = TextRow()
    tokens = _tokens_of(blocks, words)
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            for token in tokens[index]:
                if row.pads or (row.values and token.kind is Kind.WORDS):
                    yield row
                    row = TextRow()
                _add(row, token)
            if is_mark(block.text) and block.text != BLANK_CELL:
                row.pads = len(block.text)
        elif isinstance(block, TextGrid):
            if row.words or row.values:
                yield row
            yield from _grid_rows(block, index, words, is_packed=index in packed)
            row = TextRow()
        elif isinstance(block, Grid):
            yield row
            row = TextRow()
    yield row


def _add(row: TextRow, token: Token) -> None:
    (row.words if token.kind is Kind.WORDS else row.values).append(token)


def _tokens_of(blocks: Sequence[Block], words: TableWords) -> dict[int, list[Token]]:
    """Return what each paragraph holds; one that only says that a table goes on holds nothing."""
    tokens = {
        index: []
        if goes_on(block.text) and not words.is_piece(block.text)
        else [*_tokens(block.text.strip(), index, words)]
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
    }
    of_labels = {*_pieces_like_values([token for each in tokens.values() for token in each], words)}
    return {
        index: [replace(token, kind=Kind.WORDS) if token in of_labels else token for token in each]
        for index, each in tokens.items()
    }


def _pieces_like_values(tokens: Sequence[Token], words: TableWords) -> Iterator[Token]:
    """Yield entries that are none: a number that was parted from its label, its mark, a stroke between two words."""
    ends = [Token("", Kind.BLANK, -1)] * 2
    for before, token, after, second in zip(
        [*ends[:1], *tokens], tokens, [*tokens[1:], *ends], [*tokens[2:], *ends], strict=False
    ):
        if token.kind is not Kind.VALUE:
            continue
        if _NUMBER.fullmatch(token.text) and _MARK.match(after.text):
            if after.kind is Kind.WORDS:
                yield token
            elif second.kind is Kind.WORDS:
                yield from (token, after)
        elif token.text in _INNER and before.kind is after.kind is Kind.WORDS:
            yield from [token] if words.is_piece(before.text + token.text + after.text) else []


def _tokens(text: str, index: int, words: TableWords) -> Iterator[Token]:
    if is_mark(text):
        if text == BLANK_CELL:
            yield Token("", Kind.BLANK, index)
    elif reads_as_value(text):
        yield Token(text, Kind.VALUE, index)
    elif text:
        yield from _line_tokens(text, index, words)


def _line_tokens(text: str, index: int, words: TableWords) -> Iterator[Token]:
    """Take a line apart that holds several cells: labels, or a label and figures, with spaces between."""
    label, values = _label_and_values(text.split())
    if not values or not _may_stand_before_figures(label, values, words):
        label, values = text, []
    yield from (Token(each, Kind.WORDS, index) for each in _labels(label, words))
    yield from (Token(value, Kind.VALUE, index) for value in values)


def _labels(text: str, words: TableWords) -> list[str]:
    """Return the labels that stand side by side in a text."""
    parts = text.split() if len(text) <= LONGEST_LABEL else []
    if len(parts) > 1 and not words.is_label(text) and all(words.is_label(part) for part in parts):
        return parts
    return [text] if text else []


def _label_and_values(parts: Sequence[str]) -> tuple[str, Sequence[str]]:
    start = len(parts)
    while start and reads_as_value(parts[start - 1]):
        start -= 1
    return " ".join(parts[:start]), parts[start:]


def _may_stand_before_figures(label: str, values: Sequence[str], words: TableWords) -> bool:
    if not label:
        return len(values) > 1
    return any(map(words.fit, _labels(label, words))) or (len(label) >= _LONGEST_PIECE and words.is_piece(label))


def _grid_rows(grid: Grid, index: int, words: TableWords, *, is_packed: bool) -> Iterator[TextRow]:
    for number in range(grid.row_count):
        tokens = [Token(cell.text.strip(), _kind(cell.text), index) for cell in grid.row(number)]
        labels, values = _split(tokens, words)
        yield TextRow(labels, values, is_padded_left=not is_packed)


def _kind(text: str) -> Kind:
    if not text.strip():
        return Kind.BLANK
    return Kind.VALUE if reads_as_value(text) else Kind.WORDS


def _split(tokens: Sequence[Token], words: TableWords) -> tuple[list[Token], list[Token]]:
    """Part labels from entries; an entry in words is one that is no label and stands behind the labels.

    Empty cells before a label belong to merged ones; in a row without label they are entries.
    """
    begin = next((index for index, token in enumerate(tokens) if token.kind is not Kind.BLANK), len(tokens))
    end = begin
    while end < len(tokens) and tokens[end].kind is Kind.WORDS and (end == begin or _is_of_label(tokens[end], words)):
        end += 1
    if any(token.kind is Kind.WORDS and words.is_label(token.text) for token in tokens[end:]):
        return [token for token in tokens if token.kind is not Kind.BLANK], []
    return list(tokens[begin:end]), list(tokens[end:] if end > begin else tokens)


def _is_of_label(token: Token, words: TableWords) -> bool:
    return words.fit(token.text) > 0 or words.is_piece(token.text)
