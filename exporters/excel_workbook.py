"""A workbook of any kind around its sheets: whose it is, and the year it is about."""

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, datetime

from openpyxl import Workbook
from openpyxl.workbook.properties import CalcProperties

from exporters.excel_cells import SheetContent
from exporters.excel_package import package
from exporters.excel_words import writable

_CALCULATED_BY = 191029
"""The calculation engine of Excel 2019 and later; results of an older one would be computed anew."""


def new_workbook(title: str, agency: str) -> Workbook:
    """Return a workbook with one empty sheet that says what it is and whose."""
    workbook = Workbook()
    properties = workbook.properties
    properties.title = title
    properties.creator = writable(agency) or None
    properties.language = "zh-CN"
    # Every result is in the file already: opened and closed, it asks nobody to save changes.
    workbook.calculation = CalcProperties(calcId=_CALCULATED_BY, fullCalcOnLoad=False)
    return workbook


def workbook_bytes(workbook: Workbook, contents: Sequence[SheetContent], year: int | None) -> bytes:
    """Return the workbook as a file, dated the last day of a year; some day where that is unknown."""
    known = year if year and MINYEAR <= year <= MAXYEAR else 2000
    return package(workbook, contents, datetime(known, 12, 31))  # noqa: DTZ001 - a workbook's dates have no time zone
