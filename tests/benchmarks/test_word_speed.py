"""How long the Word file takes, against python-docx and a template filled by docxtpl, all in one run."""

import gc
import io
import sys
from collections.abc import Callable, Iterator
from time import process_time

import docx
import pytest
from docxtpl import DocxTemplate

from exporters.word import word_bytes
from models.cell_value import Entry
from models.form_file import current_form
from models.report import Report
from tests.builders import a_full_report

PROSE = "全年依法依规推进政府信息公开，按时办结全部申请。" * 30
ROUNDS = 9


@pytest.fixture
def untraced() -> Iterator[None]:
    """Measure without the coverage tool, which slows down our lines and not those of the others."""
    trace = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(trace)


def a_report_with_texts() -> Report:
    return a_full_report(texts=dict.fromkeys(current_form().text_sections, PROSE))


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def variable(number: int) -> str:
    return f"cell_{number}"


def template() -> bytes:
    """Return our own document with a variable in the place of every one of the 200 figures."""
    report = a_report_with_texts()
    numbers = {name: number for number, name in enumerate(report.form.cells)}
    document = docx.Document(io.BytesIO(word_bytes(report)))
    for table, written in zip(report.form.tables, document.tables, strict=True):
        rows = [row.cells for row in written.rows]
        for name, cell in table.cells.items():
            figure = rows[cell.place.row][cell.place.column].paragraphs[0].runs[0]
            figure.text = f"{{{{ {variable(numbers[name])} }}}}"
    return saved(document)


def filled(content: bytes, report: Report) -> bytes:
    """Fill the template with every figure of the report."""
    opened = DocxTemplate(io.BytesIO(content))
    opened.render(
        {
            variable(number): str(Entry(report.value(name), report.remark(name)))
            for number, name in enumerate(report.form.cells)
        }
    )
    return saved(opened)


def opened_and_saved(content: bytes) -> bytes:
    return saved(docx.Document(io.BytesIO(content)))


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


@pytest.mark.usefixtures("untraced")
def test_a_full_report_takes_2_5_times_opening_and_saving_and_a_fifth_of_filling_a_template() -> None:
    report, blank = a_report_with_texts(), template()
    content = word_bytes(report)
    works = (lambda: word_bytes(report), lambda: opened_and_saved(content), lambda: filled(blank, report))
    rounds = [tuple(map(seconds, works)) for _ in range(ROUNDS)]
    ours, saving, filling = (min(times) for times in zip(*rounds, strict=True))

    assert ours <= 2.5 * saving
    assert ours <= filling / 5
