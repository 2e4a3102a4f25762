"""The sheet 问题清单: what the checks found, with a way to each place, and what was confirmed as true by whom."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

from exporters.excel_cells import CellContent, SheetContent, prose, words
from exporters.excel_formulas import address, linked, reference
from exporters.excel_review_sheet import finish_sheet, put_line, put_row, start_sheet
from exporters.excel_styles import Style
from exporters.excel_words import TEXT_SHEET, in_one_cell, sheet_title
from models.check_sheet import SheetFinding
from models.checks import find_problems
from models.checks.check import Check
from models.checks.dismissals import dismissal_of
from models.finding import LEVEL_WORDS, Finding, Severity
from models.form import Content, Place
from models.report import Report
from models.texts import paragraphs

NAME = "问题清单"

_COLUMNS = {"级别": 7.0, "类别": 7.0, "位置": 17.0, "问题": 59.0, "属实的理由": 26.0, "确认人": 10.0}
"""What stands above each column, and its width in digits: together the width of the paper turned."""
_WIDTHS = tuple(_COLUMNS.values())
_PLACE_COLUMN = 3
"""Counted from 1."""
_NOTE = "导出时核对的结果，不随各表的改动而变；点“位置”可到该处。"
_NO_PROBLEM = "没有发现问题。"


class _Target(NamedTuple):
    """Where a finding is, in words and as the workbook names it."""

    words: str
    location: str


def add_findings_sheet(
    workbook: Workbook, report: Report, checks: Sequence[Check], text_rows: Mapping[str, Sequence[int]]
) -> SheetContent:
    """Append the sheet and return what stands on it.

    Args:
        workbook: the workbook.
        report: the report.
        checks: the checks to run.
        text_rows: the rows of each section on the sheet of running text: its heading's, then each paragraph's.
    """
    into = start_sheet(workbook, NAME, _NOTE, _WIDTHS)
    put_row(into, [words(Style.HEADER, name) for name in _COLUMNS], _WIDTHS)
    found = sorted(_found(report, checks), key=_urgency)
    for each in found:
        target = _target(report, each.finding, text_rows)
        link = Hyperlink(ref="", location=target.location, tooltip=f"到{target.words}")
        into.sheet.cell(len(into.heights) + 1, _PLACE_COLUMN).hyperlink = link
        put_row(into, list(_row(each, target)), _WIDTHS)
    if not found:
        put_line(into, words(Style.STUB, _NO_PROBLEM), _WIDTHS)
    finish_sheet(into, report, landscape=True)
    return into


def _found(report: Report, checks: Sequence[Check]) -> Iterator[SheetFinding]:
    groups = {check.code: check.group for check in checks}
    for finding in find_problems(report, checks):
        yield SheetFinding(groups[finding.code], finding, dismissal_of(report, finding))


def _urgency(each: SheetFinding) -> tuple[bool, int]:
    return each.dismissal is not None, list(Severity).index(each.finding.severity)


def _row(each: SheetFinding, target: _Target) -> Iterator[CellContent]:
    finding, dismissal = each.finding, each.dismissal
    is_grave = finding.severity is Severity.ERROR and dismissal is None
    yield words(Style.WRONG if is_grave else Style.GROUP, LEVEL_WORDS[finding.severity])
    yield words(Style.GROUP, each.group)
    yield prose(Style.LINK, in_one_cell(target.words))
    yield prose(Style.STUB, in_one_cell(finding.message))
    yield prose(Style.STUB, in_one_cell(dismissal.reason if dismissal else ""))
    yield prose(Style.GROUP, in_one_cell(dismissal.by if dismissal else ""))


# ── where it is ─────────────────────────────────────────────────────────


def _target(report: Report, finding: Finding, text_rows: Mapping[str, Sequence[int]]) -> _Target:
    if finding.cells:
        return _cell_target(report, finding)
    if finding.section:
        return _section_target(report, finding, finding.section, text_rows)
    return _Target("全文", linked(TEXT_SHEET, "A1"))


def _cell_target(report: Report, finding: Finding) -> _Target:
    name, *others = finding.cells
    table, cell = report.form.table_of(name), report.form.cells[name]
    more = f" 等 {len(others) + 1} 格" if others else ""
    at = address(cell.place)
    return _Target(f"{table.name} {at}{more}", linked(sheet_title(table.name), at))


def _section_target(report: Report, finding: Finding, key: str, text_rows: Mapping[str, Sequence[int]]) -> _Target:
    section = report.form.section(key)
    if section.content is Content.TABLE:
        return _Target(section.name, linked(sheet_title(report.form.table(key).name), "A1"))
    number = 0 if finding.start is None else len(paragraphs(report.text(key)[: finding.start + 1]))
    row = text_rows[key][number]
    place = f"{section.name}第 {number} 段" if number else section.name
    return _Target(place, linked(TEXT_SHEET, reference(Place(row, 0))))
