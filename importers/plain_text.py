"""Text copied from a page or a PDF into blocks: tables of pipes or tabs are grids, every other line is a paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.blocks import Block, FileContent, GridCell, Paragraph
from importers.sentences import damaged, pasted_too_large, too_large
from importers.text_cells import BLANK_CELL, CellMark, TextGrid, is_mark
from importers.wrapped_lines import unwrapped
from models.errors import InputRefusal
from models.form import Place
from models.texts import clean_text

LARGEST_TEXT = 4 * 2**20
"""Characters; a report takes twenty thousand."""
MOST_LINES = 20_000
MOST_DIVIDERS = 20_000
"""Pipes and tabs; the tables of a report have a thousand."""

_BYTE_ORDER = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ENCODINGS = ("utf-8-sig", "gb18030")
_PIPES = str.maketrans("｜│┃", "|||")
_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"\t]|""){1,300})"(?![^\t\n])')
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r":?-+:?")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_LONGEST_CELL = 150
_MOST_ROWS = 500
"""Rows of a table; a report has sixty."""
_WIDEST = 63
"""Dividers in a row; more are a drawing."""
_ROWS_OF_TABLE = 0.25
"""Share of lines with two entries from which every line is a row; below, every line is a cell."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank, and what divides it into cells: a pipe, a tab, or nothing."""

    text: str
    divider: str

    @property
    def pieces(self) -> list[str]:
        """What stands between the dividers."""
        return [piece.strip() for piece in self.text.split(self.divider)]

    @property
    def entries(self) -> list[str]:
        """The pieces that are not empty."""
        return [piece for piece in self.pieces if piece]

    @property
    def is_rule(self) -> bool:
        """Whether this is the line below a header in Markdown; dashes may stand for figures too."""
        entries = self.entries
        return all(map(_RULE.fullmatch, entries)) and any(":" in each or "---" in each for each in entries)


def read_plain_text(content: bytes, file_name: str) -> FileContent:
    """Read a text file in UTF-8, UTF-16 with its mark, or GB18030.

    Args:
        content: the file's bytes.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the bytes are no text, or there is too much of it.
    """
    if len(content) > 4 * LARGEST_TEXT:
        raise InputRefusal(too_large(file_name))
    text = _decoded(content, file_name)
    if _is_too_large(text):
        raise InputRefusal(too_large(file_name))
    return FileContent(tuple(map(_marked, _blocks(text))))


def read_text(text: str) -> FileContent:
    """Read text from the clipboard.

    Raises:
        InputRefusal: where there is too much of it.
    """
    if _is_too_large(text):
        raise InputRefusal(pasted_too_large())
    return FileContent(tuple(map(_marked, _blocks(text))))


def _decoded(content: bytes, file_name: str) -> str:
    for encoding in [_BYTE_ORDER[content[:2]]] if content[:2] in _BYTE_ORDER else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputRefusal(damaged(file_name))


def _is_too_large(text: str) -> bool:
    lines = sum(map(text.count, "\n\r\v\f\x85\u2028\u2029")) - text.count("\r\n")
    dividers = sum(map(text.count, "|｜│┃\t"))
    return len(text) > LARGEST_TEXT or lines > MOST_LINES or dividers > MOST_DIVIDERS


def _marked(block: Block) -> Block:
    return CellMark(block.text) if isinstance(block, Paragraph) and is_mark(block.text) else block


def _blocks(text: str) -> Iterator[Block]:
    lines = list(_lines(clean_text(text)))
    edges = [index for index, (one, next_one) in enumerate(pairwise(lines), 1) if one.divider != next_one.divider]
    after_bare_text = False
    for start, stop in pairwise([0, *edges, len(lines)]):
        part = lines[start:stop]
        if not part:
            continue
        if not part[0].divider:
            yield from (Paragraph(_plain(line.text)) for line in part)
        elif _is_rows(part):
            yield _grid(part)
        elif part[0].divider == "\t":
            yield from (Paragraph(_plain(" ".join(line.entries))) for line in part)
        else:
            yield from _cells(part, after_bare_text=after_bare_text)
        after_bare_text = not part[-1].divider


def _lines(text: str) -> Iterator[_Line]:
    joined = _QUOTED.sub(_on_one_line, text) if "\t" in text else text
    for line in unwrapped(joined.split("\n")):
        if line.strip() and not _BORDER.fullmatch(line.strip()):
            yield _line(line)


def _on_one_line(match: re.Match[str]) -> str:
    """Return a cell that a spreadsheet quotes because of the line breaks in it."""
    around = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]
    if "\n" not in match[1] or "\t" not in around:
        return match[0]
    return match[1].replace("\n", " ").replace('""', '"')


def _line(text: str) -> _Line:
    piped = text.strip().translate(_PIPES)
    for line in (_Line(piped, "|"), _Line(text.strip(" \u3000\xa0"), "\t")):
        if 0 < line.text.count(line.divider) <= _WIDEST and not any(map(_is_prose, line.entries)):
            return line
    return _Line(text.strip(), "")


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST_CELL or text.endswith("。")


def _plain(text: str) -> str:
    """Return a line without the marks of Markdown for a heading and for bold letters around it."""
    unmarked = _HEADING.sub("", text, count=1) if _HEADING.match(text) else text
    bold = _BOLD.fullmatch(unmarked)
    return bold[2] if bold else unmarked


# ── a row a line ────────────────────────────────────────────────────────


def _is_rows(lines: Sequence[_Line]) -> bool:
    counts = [len(line.entries) for line in lines if line.entries and not line.is_rule]
    rows = sum(count > 1 for count in counts)
    return 0 < rows <= _MOST_ROWS and rows >= _ROWS_OF_TABLE * len(counts)


def _grid(lines: Iterable[_Line]) -> TextGrid:
    rows = [line for line in lines if line.entries and not line.is_rule]
    framed = rows[0].divider == "|"
    begin = int(framed and all(line.text.startswith("|") for line in rows))
    end = -1 if framed and all(line.text.endswith("|") for line in rows) else None
    return TextGrid(tuple(
        GridCell(_plain(text), Place(row, column))
        for row, line in enumerate(rows)
        for column, text in enumerate(line.pieces[begin:end])
    ))  # fmt: skip


# ── a cell a line ───────────────────────────────────────────────────────


def _cells(lines: Iterable[_Line], *, after_bare_text: bool) -> Iterator[Paragraph]:
    """Yield a paragraph for each cell, and marks for empty cells and the ends of rows.

    A pipe behind a text ends its cell, on the same line or on the next; any further one is an empty cell.
    """
    for line in lines:
        if not line.entries:
            pipes = line.text.count("|") - after_bare_text
            after_bare_text = False
            if pipes:
                yield Paragraph(BLANK_CELL * pipes)
            continue
        yield from (Paragraph(_plain(entry)) for entry in line.entries)
        behind = len(line.text) - len(line.text.rstrip("| \t"))
        empty = line.text[len(line.text) - behind :].count("|") - 1
        after_bare_text = empty < 0
        if empty > 0:
            yield Paragraph(BLANK_CELL * max(2, empty))
