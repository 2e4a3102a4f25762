"""The report as an Excel workbook: the running text, then one sheet a table with live totals and balances."""

from datetime import MAXYEAR, MINYEAR, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.workbook.properties import CalcProperties

from exporters.excel_package import package
from exporters.excel_tables import add_table_sheet
from exporters.excel_text_sheet import add_text_sheet
from exporters.excel_words import title_lines, writable
from models.report import Report
from storage.atomic_write import write_atomically

_CALCULATED_BY = 191029
"""The calculation engine of Excel 2019 and later; results of an older one would be computed anew."""


def export_excel(report: Report, path: Path) -> None:
    """Write the workbook; an existing file is replaced as a whole.

    Raises:
        OutputRefusal: where the file cannot be written; what was there before is unchanged.
    """
    write_atomically(path, excel_bytes(report))


def excel_bytes(report: Report) -> bytes:
    """Return the workbook as a file; the same report gives the same bytes on every day."""
    workbook = Workbook()
    _describe(workbook, report)
    contents = [add_text_sheet(workbook, report)]
    contents += [add_table_sheet(workbook, report, table) for table in report.form.tables]
    return package(workbook, contents, _moment(report.head.year))


def _describe(workbook: Workbook, report: Report) -> None:
    properties = workbook.properties
    properties.title = "".join(title_lines(report))
    properties.creator = writable(report.head.agency) or None
    properties.language = "zh-CN"
    # Every result is in the file already: opened and closed, it asks nobody to save changes.
    workbook.calculation = CalcProperties(calcId=_CALCULATED_BY, fullCalcOnLoad=False)


def _moment(year: int | None) -> datetime:
    """Return the last day the report is about; some day where the year is unknown."""
    known = year if year and MINYEAR <= year <= MAXYEAR else 2000
    return datetime(known, 12, 31)  # noqa: DTZ001 - a workbook's dates have no time zone
