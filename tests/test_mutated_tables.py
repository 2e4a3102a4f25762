"""A figure of a sound table that is changed is told, whichever it is."""

from pathlib import Path

import docx
import pytest

from exporters.word import word_bytes
from importers.reader import read_report
from models.cell_value import Number
from models.checks import find_problems
from models.form import CellName
from models.form_file import current_form
from models.report import Edit, Report
from tests.builders import a_clean_report

FORM = current_form()
BALANCED_TABLES = [table for table in FORM.tables if table.balances]
BALANCED = [name for table in BALANCED_TABLES for name in table.typed_cells]
RESULTS = [place for place in range(15) if (place + 1) % 5]
"""Places of 表四 that are typed; each fifth is a total, and only a printed total can contradict the others."""


def codes(report: Report) -> set[str]:
    return {finding.code for finding in find_problems(report)}


@pytest.mark.parametrize("name", BALANCED)
def test_a_changed_figure_breaks_the_balance_of_its_column(name: CellName) -> None:
    report = a_clean_report()
    report.apply(Edit(cells={name: Number(report.number(name) + 1)}))
    assert "balance" in codes(report)


@pytest.mark.parametrize("place", RESULTS)
def test_a_figure_changed_in_a_document_contradicts_its_printed_total(place: int, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_bytes(a_clean_report()))
    document = docx.Document(str(path))
    (run,) = document.tables[-1].rows[-1].cells[place].paragraphs[0].runs
    run.text = str(int(run.text) + 1)
    document.save(str(path))
    assert "stated-total" in codes(read_report(path).report)
