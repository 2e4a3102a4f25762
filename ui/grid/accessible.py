"""What a screen reader says of a grid: where a cell is, what stands in it, what is wrong with it."""

from collections.abc import Iterable

from models.cell_value import Blank, NotApplicable, Unreadable
from models.checks.entries import refusal_sentence
from models.finding import Finding, Severity
from models.form import Cell, Label, Table
from models.report import Report
from ui.grid.marks import is_about_text


def cell_name(report: Report, cell: Cell, findings: Iterable[Finding]) -> str:
    """Return row, column, value and whether something is wrong: 一、本年新收 × 自然人，53，有问题."""
    parts = [cell.title, _value(report, cell)]
    if cell.name in report.totals:
        parts.append("自动算出")
    elif cell.name in report.from_last_year:
        parts.append("沿用去年，待确认")
    if _concerning(cell, findings):
        parts.append("有问题")
    return "，".join(parts)


def cell_description(report: Report, cell: Cell, findings: Iterable[Finding]) -> str:
    """Return the remark and every problem in its own sentence; empty where there is neither."""
    remark = report.remark(cell.name)
    lines = [f"备注：{remark}"] if remark else []
    lines += [finding.message for finding in _concerning(cell, findings)]
    return "。".join(lines)


def header_name(table: Table, section: int, *, across: bool) -> str:
    """Return the labels that lead to a column or row, outermost first; empty where it has none of its own."""
    first = table.stub_columns if across else table.header_rows
    found = (cell for cell in table.cells.values() if section + first in _places(cell, across=across))
    cell = next(found, None)
    is_own = bool(table.header_rows if across else table.stub_columns)
    return _spoken((cell.column_path if across else cell.row_path) if cell and is_own else ())


def _places(cell: Cell, *, across: bool) -> range:
    return cell.place.columns if across else cell.place.rows


def _spoken(path: Iterable[Label]) -> str:
    return " ".join(label.text for label in path)


def _value(report: Report, cell: Cell) -> str:
    value = report.value(cell.name)
    if isinstance(value, Blank):
        return "未填"
    if isinstance(value, NotApplicable):
        return "不适用"
    return refusal_sentence(cell, value) if isinstance(value, Unreadable) else f"{value}{cell.unit}"


def _concerning(cell: Cell, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that the grid marks a cell for."""
    return [
        each
        for each in findings
        if cell.name in each.cells and (each.severity is Severity.ERROR or is_about_text(each))
    ]
