"""Checks of single entries: is it a count at all, and is anything still to fill."""

from collections.abc import Iterator

from models.cell_value import BLANK, MAX_DIGITS, CellValue, Number, Unreadable
from models.finding import Finding, Severity
from models.form import Cell, CellKind
from models.report import Report

_WANTED = {
    CellKind.COUNT: "应为 0 或正整数",
    CellKind.AMOUNT: "应为 0 或正数",
    CellKind.CHANGE: "应为整数，减少写负数",
}

_QUOTED = 20
"""Characters of a wrong entry that a sentence quotes."""


def find_not_counts(report: Report) -> Iterator[Finding]:
    """Find entries that cannot be what the cell counts: words, fractions, negative numbers."""
    for name, cell in report.form.cells.items():
        value = report.cells.get(name, BLANK)
        if not is_acceptable(cell, value):
            yield Finding(
                code="not-a-count",
                severity=Severity.ERROR,
                message=f"{cell.title}：填的是“{_short(value)}”，{_wanted(cell)}",
                left=(name,),
            )


def find_blanks(report: Report) -> Iterator[Finding]:
    """Find the cells of each table that nobody has filled; a "/" is filled."""
    for table in report.form.tables:
        blanks = tuple(name for name in table.typed_cells if name not in report.cells)
        if blanks:
            first = table.cells[blanks[0]].title + ("等" if len(blanks) > 1 else "")
            yield Finding(
                code="blank",
                severity=Severity.WARNING,
                message=f"{table.name}还有 {len(blanks)} 格未填：{first}（没有发生的填 0，不适用的填“/”）",
                left=blanks,
            )


def is_acceptable(cell: Cell, value: CellValue) -> bool:
    """Tell whether a value can stand in a cell of this kind."""
    if isinstance(value, Unreadable):
        return False
    if not isinstance(value, Number):
        return True
    whole = value.value == value.value.to_integral_value()
    return {
        CellKind.COUNT: whole and value.value >= 0,
        CellKind.AMOUNT: value.value >= 0,
        CellKind.CHANGE: whole,
    }[cell.kind]


def refusal_sentence(cell: Cell, value: CellValue) -> str:
    """Return what the window says the moment such an entry is made, empty where it is acceptable."""
    return "" if is_acceptable(cell, value) else f"“{_short(value)}”已照原样保留，但{_wanted(cell)}"


def _short(value: CellValue) -> str:
    text = str(value)
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def _wanted(cell: Cell) -> str:
    unit = f"（单位：{cell.unit}）" if cell.unit else ""
    return f"{_WANTED[cell.kind]}{unit}，不超过 {MAX_DIGITS} 位；不适用的填“/”"
