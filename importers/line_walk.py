"""Walking down the rows of tables that became lines of text: which row of the form each of them is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.labels import CORE, likeness, wording
from importers.line_rows import Kind, TextRow, Token
from importers.line_words import TableWords, columns_of, heads_of, is_column_too, is_under
from importers.table_shape import BandShape, Line
from models.form import Label

_MOST_WORDS = 150
"""Lines of labels between two rows of figures; a header in pieces has forty."""
_MOST_PIECES = 4
"""Lines over which a label may be spread."""
_MOST_CHARACTERS = 12
"""Lines of one character each over which a label that is set upright may be spread."""
_CLOSING = ("）", ")")
_MOST_UNKNOWN = 2
"""Lines among a table's labels that may be none of them."""
_LONGEST_UNKNOWN = 30
_GROUP_FITS = 0.5
"""What the group met last adds to a row's likeness: it tells two rows of one name apart."""
_SAME = 1e-9


@dataclass(slots=True)
class FoundRow:
    """A row of text and the row of the form it is.

    Attributes:
        shape: the band.
        line: the row of the form.
        label: the label as the file has it; None in a band without row labels.
        values: its entries.
        block: index of the block in which its figures begin.
        is_padded_left: whether empty cells before the entries need not be the row's own.
        is_implied: whether the row is known by its place only: below its section's title, where labels are lost.
    """

    shape: BandShape
    line: Line
    label: str | None
    values: list[str]
    block: int
    is_padded_left: bool = False
    is_implied: bool = False


@dataclass(slots=True)
class Walk:
    """What was found on the way down.

    Attributes:
        rows: rows of the form.
        unknown: rows of a table that are none of the form's, cell by cell.
        taken: the pieces of text that belong to tables.
        heads: for each band the positions of the columns whose labels were seen.
        unclear: bands among whose column labels stands something else.
        written: labels of columns as the file has them.
    """

    rows: list[FoundRow] = field(default_factory=list)
    unknown: list[list[str]] = field(default_factory=list)
    taken: list[Token] = field(default_factory=list)
    heads: dict[BandShape, set[int]] = field(default_factory=dict)
    unclear: set[BandShape] = field(default_factory=set)
    written: dict[tuple[BandShape, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Segment:
    """One label, or a line that is none, and how surely it is a label of the tables."""

    tokens: tuple[Token, ...]
    fit: float

    @property
    def text(self) -> str:
        """The label in one piece."""
        return "".join(token.text for token in self.tokens)

    @property
    def is_label(self) -> bool:
        """Whether this is a label beyond doubt."""
        return self.fit >= CORE


def walk_rows(rows: Iterable[TextRow], words: TableWords) -> Walk:
    """Find which rows of a form the rows of text are."""
    walker = _Walker(words)
    for row in rows:
        walker.take(row)
    walker.finish()
    return walker.walk


def fitted(values: Sequence[str], wanted: int, *, is_padded_left: bool) -> Sequence[str] | None:
    """Return as many entries as wanted, without empty cells that are no entries; None where this is not certain.

    Args:
        values: entries in order, empty cells included; one entry may be repeated.
        wanted: the number of columns.
        is_padded_left: whether empty cells may stand before the entries as well as behind them.
    """
    if wanted == 1 and len(set(values)) == 1:  # a merged cell that was taken apart and repeated
        return values[:1]
    extra = len(values) - wanted
    options = [
        values[before : before + wanted]
        for before in range(extra + 1 if is_padded_left else min(extra + 1, 1))
        if not any(values[:before]) and not any(values[before + wanted :])
    ]
    return options[0] if options and all(option == options[0] for option in options) else None


class _Walker:
    """Takes one row after the other; what stands above a row helps to tell which it is."""

    def __init__(self, words: TableWords) -> None:
        self._words = words
        self.walk = Walk()
        self._waiting: list[Token] = []
        """Words behind which no entry has come yet."""
        self._group = ""
        self._last: FoundRow | None = None
        self._is_in_table = False

    def take(self, row: TextRow) -> None:
        """Take the next row."""
        words = [*self._waiting, *row.words]
        self._waiting = []
        segments, before = self._segments(words)
        found = self._found(segments, row) or self._below_title(words, row)
        if not _has_entry(row) and (found is None or not _is_blank_row(row, found.shape)):
            self._waiting = words
        elif found is not None:
            self._keep(found, segments, before, row)
        elif self._goes_on(words, row):
            self.walk.taken += [*words, *row.values]
        elif any(each.is_label for each in segments) or (self._is_in_table and words and not before):
            self._leave(segments, before, row)
        else:
            self._take_labels_after_table(words)
            self._is_in_table, self._last = False, None

    def finish(self) -> None:
        """Take the labels at the end that have no figures."""
        self._take_labels_after_table(self._waiting)

    # ── labels ──────────────────────────────────────────────────────────

    def _segments(self, words: Sequence[Token]) -> tuple[list[_Segment], list[Token]]:
        """Return the labels at the end of some words, and the words before them that belong to no table."""
        kept: list[_Segment] = []
        doubtful: list[_Segment] = []
        end = len(words)
        while end > len(words) - _MOST_WORDS and end:
            segment = self._segment(words[end - _pieces_before(words, end) : end])
            if segment.is_label or self._words.is_piece(segment.text):
                kept += [*doubtful, segment]
                doubtful = []
            elif len(doubtful) < _MOST_UNKNOWN and self._may_be_unknown_label(segment.text):
                doubtful.append(segment)
            else:
                break
            end -= len(segment.tokens)
        if doubtful and (not kept or (self._is_in_table and not end)):
            kept += doubtful[: None if self._is_in_table and not end else 1]
        taken = sum(len(segment.tokens) for segment in kept)
        return kept[::-1], list(words[: len(words) - taken])

    def _segment(self, words: Sequence[Token]) -> _Segment:
        """Return the last label, which may be spread over several lines; the fewest that fit best."""
        size = 2 if len(words) > 1 and words[-1].text.startswith(_CLOSING) else 1  # （七 above ）总计 is one label
        fit = self._words.fit("".join(token.text for token in words[-size:]))
        for more in range(size + 1, len(words) + 1):
            joined = self._words.fit("".join(token.text for token in words[-more:]))
            if joined > fit and (joined >= CORE or not any(self._words.is_label(each.text) for each in words[-more:])):
                size, fit = more, joined
        return _Segment(tuple(words[-size:]), fit)

    def _may_be_unknown_label(self, text: str) -> bool:
        is_short = len(text) <= _LONGEST_UNKNOWN or self._words.fit(text) > 0
        return is_short and not self._words.is_title(text) and not text.endswith(("。", "；", "：", ":"))

    # ── rows ────────────────────────────────────────────────────────────

    def _found(self, segments: Sequence[_Segment], row: TextRow) -> FoundRow | None:
        """Return the row of the form; a label of its group may have slipped in behind its own."""
        whole = self._without_label(segments, row)
        if whole is not None:
            return whole
        behind: list[str] = []
        for number in range(len(segments) - 1, -1, -1):
            text = segments[number].text
            candidates = self._candidates(segments, number)
            if candidates:
                _, shape, line = candidates[0]
                same = [each for each in candidates if candidates[0][0] - each[0] < _SAME]
                if len(same) > 1 or not all(is_under(line, each) for each in behind):
                    return None
                return _found_row(shape, line, text, row)
            behind.append(text)
        return None

    def _candidates(self, segments: Sequence[_Segment], number: int) -> list[tuple[float, BandShape, Line]]:
        text = segments[number].text
        above = next((each.text for each in segments[:number][::-1] if self._words.is_group(each.text)), self._group)
        found = [
            (fit + _GROUP_FITS * any(likeness(above, label) >= CORE for label in line.path[:-1]), shape, line)
            for fit, shape, line in self._words.rows(text)
            if fit >= CORE or not segments[number].is_label
            if not is_column_too(text, shape, line) or self._is_row_after_all(segments, number, shape)
        ]
        return sorted(found, key=lambda each: -each[0])

    def _is_row_after_all(self, segments: Sequence[_Segment], number: int, shape: BandShape) -> bool:
        """Tell whether a label that rows and columns share stands where only a row can: below another row."""
        is_below = any(each.shape is shape for each in self.walk.rows)
        return is_below and not any(columns_of(each.text, shape) for each in segments[:number])

    def _without_label(self, segments: Sequence[_Segment], row: TextRow) -> FoundRow | None:
        """Return the row of a band that has no row labels: all its figures in order, below enough of its header."""
        values = [token.text for token in row.values]
        for shape in self._words.shapes:
            if shape.has_stub or not fitted(values, len(shape.columns), is_padded_left=row.is_padded_left):
                continue
            if _is_header_of(segments, shape):
                return _found_row(shape, shape.rows[0], None, row)
        return None

    def _below_title(self, words: Sequence[Token], row: TextRow) -> FoundRow | None:
        """Return the row of a band without row labels that stands below its section's title, its header lost."""
        values = [token.text for token in row.values]
        for shape in self._words.shapes:
            is_at_home = bool(words) and not shape.has_stub and self._words.is_title_of(words[-1].text, shape.table)
            if is_at_home and len(values) == len(shape.columns):
                return replace(_found_row(shape, shape.rows[0], None, row), is_implied=True)
        return None

    # ── outcomes ────────────────────────────────────────────────────────

    def _keep(self, found: FoundRow, segments: Sequence[_Segment], before: Sequence[Token], row: TextRow) -> None:
        self.walk.rows.append(found)
        self._note_heads(segments)
        self._take_labels_after_table(before)
        self._take_tokens(segments, row)
        self._last = found

    def _leave(self, segments: Sequence[_Segment], before: Sequence[Token], row: TextRow) -> None:
        self._note_heads(segments)
        label = [segments[-1].text] if segments else []
        self.walk.unknown.append([*label, *(token.text for token in row.values if token.text)])
        self._take_labels_after_table(before)
        self._take_tokens(segments, row)
        self._last = None

    def _take_tokens(self, segments: Sequence[_Segment], row: TextRow) -> None:
        self.walk.taken += [token for segment in segments for token in segment.tokens] + row.values
        others = [each.text for each in segments[:-1] if not each.fit and not self._words.is_piece(each.text)]
        self.walk.unknown += [[text] for text in others if wording(text).full]
        self._group = next((each.text for each in segments[::-1] if self._words.is_group(each.text)), self._group)
        self._is_in_table = True

    def _take_labels_after_table(self, words: Sequence[Token]) -> None:
        """Take labels that follow a table and have no figures."""
        self.walk.taken += self._labels_first(words) if self._is_in_table else []

    def _labels_first(self, words: Iterable[Token]) -> Iterator[Token]:
        for token in words:
            if not self._words.is_label(token.text):
                return
            yield token

    def _note_heads(self, segments: Sequence[_Segment]) -> None:
        for shape in self._words.shapes:
            seen = [(each, columns_of(each.text, shape)) for each in segments]
            if any(columns for _, columns in seen):
                self.walk.heads.setdefault(shape, set()).update(*(columns for _, columns in seen))
                self.walk.written |= {(shape, column): each.text for each, columns in seen for column in columns}
                if not all(each.is_label for each in segments):
                    self.walk.unclear.add(shape)

    def _goes_on(self, words: Sequence[Token], row: TextRow) -> bool:
        """Add entries to the row before where only a piece of its group's label stands between."""
        last = self._last
        if last is None or not words or not is_under(last.line, "".join(token.text for token in words)):
            return False
        values = [token.text for token in row.values]
        if len(last.values) + len(values) > len(last.shape.columns):
            return False
        last.values += values
        return True


def _pieces_before(words: Sequence[Token], end: int) -> int:
    """Return how many of the words before a place may be one label; there are more where each is one character."""
    alone = 0
    while alone < min(end, _MOST_CHARACTERS) and len(wording(words[end - 1 - alone].text).full) <= 1:
        alone += 1
    return max(alone, min(end, _MOST_PIECES))


def _found_row(shape: BandShape, line: Line, label: str | None, row: TextRow) -> FoundRow:
    values = [token.text for token in row.values] or [""] * len(shape.columns)
    block = (row.values or row.words)[0].block if row.values or row.words else 0
    return FoundRow(shape, line, label, values, block, row.is_padded_left)


def _has_entry(row: TextRow) -> bool:
    return any(token.kind is not Kind.BLANK for token in row.values)


def _is_blank_row(row: TextRow, shape: BandShape) -> bool:
    """Tell whether a row that has no entry has at least its empty cells."""
    return len(row.values) + row.pads >= len(shape.columns)


def _is_header_of(segments: Sequence[_Segment], shape: BandShape) -> bool:
    """Tell whether enough of a header was seen: all its outermost labels, or half of all."""
    heads: dict[Label, int] = heads_of(shape)
    seen = {label for label in heads for each in segments if each.is_label and likeness(each.text, label) >= CORE}
    outermost = {label for label, level in heads.items() if not level}
    return outermost <= seen or 2 * len(seen) >= len(heads)
