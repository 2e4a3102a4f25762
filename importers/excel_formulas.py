"""Simple formulas whose results a workbook does not hold, computed exactly: sums, the four operations, ROUND."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException

from openpyxl.utils import column_index_from_string, get_column_letter

Position = tuple[int, int]
"""Row and column of a sheet, counted from 1."""
Place = tuple[str, Position]
"""A sheet's title and a position on it."""

MOST_CELLS = 200_000
"""Cells that all formulas of a workbook together may look at, and names and numbers they may consist of."""
_TOKEN_LENGTH = 4
"""Characters that count as a name."""
_DEEPEST = 60
"""Brackets within brackets, and formulas that refer to formulas."""
_LONGEST = 2000
_LAST_COLUMN = 16384
_DIGITS = 15
"""Significant digits of a quotient, as in Excel."""
_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP, Emin=-308, Emax=308)
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d{1,2})?|\.\d+)(?![\w!])
    |(?P<cell>(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w(!])
    |(?P<name>[A-Za-z]+)(?=\s*\()
    |(?P<mark>[-+*/%(),])
    )""",
    re.VERBOSE,
)
_ERRORS = frozenset({"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!"})
_CORNER = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_FIXED_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")


class _UncomputableError(Exception):
    """A formula beyond what this module knows, or one that has no number for a result."""


def shifted(text: str, rows: int, columns: int) -> str:
    """Return a formula as it reads so many rows further down and columns further right."""

    def moved(found: re.Match[str]) -> str:
        sheet, mark, area = found[0].rpartition("!")
        return sheet + mark + _FIXED_CORNER.sub(lambda corner: _moved(corner, rows, columns), area)

    return _TOKEN.sub(lambda found: moved(found) if found["cell"] else found[0], text)


def _moved(corner: re.Match[str], rows: int, columns: int) -> str:
    is_fixed_column, letters, is_fixed_row, digits = corner.groups()
    column = column_index_from_string(letters.upper()) + (0 if is_fixed_column else columns)
    row = int(digits) + (0 if is_fixed_row else rows)
    if row < 1 or not 1 <= column <= _LAST_COLUMN:
        return "#REF!"
    return f"{is_fixed_column}{get_column_letter(column)}{is_fixed_row}{row}"


@dataclass(slots=True)
class Formulas:
    """A workbook's formulas and values.

    Args:
        texts: formulas without a result, as in "=SUM(A1:B2)".
        values: the values of each sheet's other cells by position.
    """

    texts: Mapping[Place, str]
    values: Mapping[str, Mapping[Position, object]]
    _known: dict[Place, Decimal | None] = field(default_factory=dict)
    _open: set[Place] = field(default_factory=set)
    _looked_at: int = 0
    _depth: int = 0
    _filled: dict[str, set[Position]] = field(default_factory=dict)
    """The cells of each sheet that hold something."""

    def __post_init__(self) -> None:
        self._filled = {
            sheet: {position for position, value in cells.items() if value is not None}
            for sheet, cells in self.values.items()
        }
        for sheet, position in self.texts:
            self._filled.setdefault(sheet, set()).add(position)

    def result(self, place: Place) -> Decimal | None:
        """Return the result of a formula; None where it cannot be computed."""
        try:
            return self._result(place)
        except _UncomputableError:
            return None

    def number(self, place: Place) -> Decimal | None:
        """Return the number a cell holds; None where it holds text; 0 where it is blank."""
        if place in self.texts:
            return self._result(place)
        sheet, position = place
        if sheet not in self.values:
            raise _UncomputableError
        value = self.values[sheet].get(position)
        if value is None:
            return Decimal(0)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return Decimal(repr(value))
        if not isinstance(value, str | bool) or value in _ERRORS:
            raise _UncomputableError
        return None

    def filled(self, sheet: str, first: Position, last: Position) -> Iterator[Place]:
        """Yield the cells of a range that hold something."""
        if sheet not in self.values:
            raise _UncomputableError
        cells = self._filled[sheet]
        area = (last[0] - first[0] + 1) * (last[1] - first[1] + 1)
        self.look_at(min(area, len(cells)))
        if area <= len(cells):
            inside = [(row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1)]
        else:
            inside = [each for each in cells if first[0] <= each[0] <= last[0] and first[1] <= each[1] <= last[1]]
        yield from ((sheet, position) for position in inside if position in cells)

    def look_at(self, count: int) -> None:
        """Count what is looked at, and stop where it is more than a report's formulas ever need."""
        self._looked_at += count
        if self._looked_at > MOST_CELLS:
            raise _UncomputableError

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Go into a bracket or another formula, and out again."""
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                raise _UncomputableError
            yield
        finally:
            self._depth -= 1

    def _result(self, place: Place) -> Decimal:
        if place in self._open:
            raise _UncomputableError
        if place not in self._known:
            self._open.add(place)
            try:
                self._known[place] = _Parser(self.texts[place], place[0], self).value()
            except (_UncomputableError, DecimalException):
                self._known[place] = None
            finally:
                self._open.remove(place)
        known = self._known[place]
        if known is None:
            raise _UncomputableError
        return known


class _Parser:
    """Reads one formula from left to right and computes as it goes."""

    def __init__(self, text: str, sheet: str, book: Formulas) -> None:
        self._sheet = sheet
        self._book = book
        book.look_at(len(text) // _TOKEN_LENGTH)
        self._tokens = _tokens(text)
        self._at = 0

    def value(self) -> Decimal:
        """Return the result of the whole formula."""
        value = self._sum()
        if self._at != len(self._tokens):
            raise _UncomputableError
        return value

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _take(self, mark: str) -> bool:
        found = self._peek() == mark
        self._at += found
        return found

    def _sum(self) -> Decimal:
        value = self._product()
        while self._peek() in {"+", "-"}:
            sign = self._peek()
            self._at += 1
            other = self._product()
            value = _CONTEXT.add(value, other) if sign == "+" else _CONTEXT.subtract(value, other)
        return value

    def _product(self) -> Decimal:
        value = self._signed()
        while self._peek() in {"*", "/"}:
            mark = self._peek()
            self._at += 1
            other = self._signed()
            value = _CONTEXT.multiply(value, other) if mark == "*" else _quotient(value, other)
        return value

    def _signed(self) -> Decimal:
        sign = 1
        while self._peek() in {"+", "-"}:
            sign = -sign if self._peek() == "-" else sign
            self._at += 1
        value = self._single()
        while self._take("%"):
            value = _CONTEXT.divide(value, Decimal(100))
        return value * sign

    def _single(self) -> Decimal:
        if self._at >= len(self._tokens):
            raise _UncomputableError
        with self._book.deeper():
            return self._inner()

    def _inner(self) -> Decimal:
        text, kind = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            value = Decimal(text)
        elif kind == "cell":
            value = self._cell(text)
        elif kind == "name":
            value = self._call(text.upper())
        elif text == "(":
            value = self._sum()
            self._close()
        else:
            raise _UncomputableError
        return value

    def _close(self) -> None:
        if not self._take(")"):
            raise _UncomputableError

    def _cell(self, text: str) -> Decimal:
        sheet, first, last = _range(text, self._sheet)
        if first != last:
            raise _UncomputableError
        number = self._book.number((sheet, first))
        if number is None:  # words: Excel gives an error
            raise _UncomputableError
        return number

    def _call(self, name: str) -> Decimal:
        if name not in _FUNCTIONS or not self._take("("):
            raise _UncomputableError
        arguments = [self._argument()]
        while self._take(","):
            arguments.append(self._argument())
        self._close()
        return _FUNCTIONS[name](arguments)

    def _argument(self) -> list[Decimal]:
        """Return the numbers of a range, or the value of an expression; words in a range count nothing."""
        if self._at < len(self._tokens):
            text, kind = self._tokens[self._at]
            after = self._tokens[self._at + 1][0] if self._at + 1 < len(self._tokens) else ""
            if kind == "cell" and after in {",", ")"}:
                self._at += 1
                sheet, first, last = _range(text, self._sheet)
                numbers = (self._book.number(place) for place in self._book.filled(sheet, first, last))
                return [number for number in numbers if number is not None]
        return [self._sum()]


def _tokens(text: str) -> list[tuple[str, str]]:
    if len(text) > _LONGEST:
        raise _UncomputableError
    rest = text.strip().removeprefix("=").strip()
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(rest):
        found = _TOKEN.match(rest, at)
        if found is None:
            raise _UncomputableError
        kind = "cell" if found["cell"] else str(found.lastgroup)
        tokens.append((found[kind], kind))
        at = found.end()
    return tokens


def _range(text: str, sheet: str) -> tuple[str, Position, Position]:
    named, found, area = text.rpartition("!")
    if found:
        sheet = named[1:-1].replace("''", "'") if named.startswith("'") else named
    corners = [(int(row), column_index_from_string(letters.upper())) for letters, row in _CORNER.findall(area)]
    rows, columns = zip(*corners, strict=True)
    return sheet, (min(rows), min(columns)), (max(rows), max(columns))


def _quotient(value: Decimal, other: Decimal) -> Decimal:
    if not other:
        raise _UncomputableError
    exact = _CONTEXT.divide(value, other)
    return Context(prec=_DIGITS, rounding=ROUND_HALF_UP).plus(exact)


def _added(arguments: Sequence[Sequence[Decimal]]) -> Decimal:
    total = Decimal(0)
    for number in (number for numbers in arguments for number in numbers):
        total = _CONTEXT.add(total, number)
    return total


def _rounded(arguments: Sequence[Sequence[Decimal]]) -> Decimal:
    singles = [numbers[0] for numbers in arguments if len(numbers) == 1]
    if len(singles) != len(arguments) or len(singles) != len(("number", "digits")):
        raise _UncomputableError
    number, digits = singles
    if digits != digits.to_integral_value() or abs(digits) > _DIGITS:
        raise _UncomputableError
    step = Decimal(1).scaleb(-int(digits))
    rounded = (
        _CONTEXT.quantize(number, step)
        if digits >= 0
        else _CONTEXT.multiply(_CONTEXT.quantize(_CONTEXT.divide(number, step), Decimal(1)), step)
    )
    return rounded + 0


_FUNCTIONS: dict[str, Callable[[Sequence[Sequence[Decimal]]], Decimal]] = {"SUM": _added, "ROUND": _rounded}
