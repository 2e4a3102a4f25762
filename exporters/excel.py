"""The report as an Excel workbook: the running text, then one sheet a table with live totals and balances."""

from pathlib import Path

from exporters.excel_tables import add_table_sheet
from exporters.excel_text_sheet import add_text_sheet
from exporters.excel_words import title_lines
from exporters.excel_workbook import new_workbook, workbook_bytes
from models.report import Report
from storage.atomic_write import write_atomically


def export_excel(report: Report, path: Path) -> None:
    """Write the workbook; an existing file is replaced as a whole.

    Raises:
        OutputRefusal: where the file cannot be written; what was there before is unchanged.
    """
    write_atomically(path, excel_bytes(report))


def excel_bytes(report: Report) -> bytes:
    """Return the workbook as a file; the same report gives the same bytes on every day."""
    workbook = new_workbook("".join(title_lines(report)), report.head.agency)
    contents = [add_text_sheet(workbook, report)]
    contents += [add_table_sheet(workbook, report, table) for table in report.form.tables]
    return workbook_bytes(workbook, contents, report.head.year)
