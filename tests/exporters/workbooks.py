"""Reports for tests of the workbook: one with last year's figures, every sheet of the workbook filled."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook

from models.cell_value import read_value
from models.form import Form
from models.form_file import current_form
from models.report import Edit, LastYear, Report
from tests.builders import a_report

LAST_YEAR = 2023


def compared_report(cells: Mapping[str, str] | None = None, form: Form | None = None) -> Report:
    """Return a report whose figures are all known: this year's 1, 2, 3 and so on, last year's 0, 1, 2, totals too."""
    form = form or current_form()
    this = {name: str(number) for number, name in enumerate(form.typed_cells, 1)}
    last = a_report({name: str(number) for number, name in enumerate(form.typed_cells)}, form=form)
    report = a_report(this | dict(cells or {}), form=form, year=LAST_YEAR + 1)
    report.apply(Edit(last_year=LastYear(LAST_YEAR, {name: last.value(name) for name in form.cells})))
    return report


def problems_in(path: Path) -> set[str]:
    """Return the sentences of a workbook's list of findings."""
    sheet = load_workbook(path)["问题清单"]
    return {str(sentence) for _, _, _, sentence, *_ in sheet.iter_rows(4, values_only=True) if sentence}


def with_last_year(report: Report, cells: Mapping[str, str]) -> Report:
    """Return the report beside these figures of the year before."""
    figures = {name: read_value(text) for name, text in cells.items()}
    report.apply(Edit(last_year=LastYear(LAST_YEAR, figures)))
    return report
