"""The report as an Excel workbook: the running text, one sheet a table with live totals and balances, and the review.

The review is for the office's own eyes: what the checks found, every figure beside last year's, and charts.
"""

from collections.abc import Iterator, Sequence

from openpyxl.workbook import Workbook

from exporters.excel_cells import SheetContent
from exporters.excel_charts_sheet import add_charts_sheet
from exporters.excel_comparison_sheet import add_comparison_sheet
from exporters.excel_findings_sheet import add_findings_sheet
from exporters.excel_tables import add_table_sheet
from exporters.excel_text_sheet import TextSheet, add_text_sheet
from exporters.excel_words import title_lines
from exporters.excel_workbook import new_workbook, workbook_bytes
from models.checks import DEFAULT_CHECKS
from models.checks.check import Check
from models.report import Report


def excel_bytes(report: Report, checks: Sequence[Check] | None = DEFAULT_CHECKS) -> bytes:
    """Return the workbook as a file; the same report gives the same bytes on every day.

    Args:
        report: the report.
        checks: the checks whose findings are listed; None leaves the report alone: its text and its tables.
    """
    workbook = new_workbook("".join(title_lines(report)), report.head.agency)
    text = add_text_sheet(workbook, report)
    contents = [text.content, *(add_table_sheet(workbook, report, table) for table in report.form.tables)]
    if checks is not None:
        contents += _review(workbook, report, checks, text)
    return workbook_bytes(workbook, contents, report.head.year)


def _review(workbook: Workbook, report: Report, checks: Sequence[Check], text: TextSheet) -> Iterator[SheetContent]:
    yield add_findings_sheet(workbook, report, checks, text.rows)
    for sheet in (add_comparison_sheet(workbook, report), add_charts_sheet(workbook, report)):
        if sheet is not None:
            yield sheet
