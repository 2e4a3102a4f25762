"""How long the workbook takes, against bare openpyxl in the same run."""

import gc
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from time import process_time

import pytest
from openpyxl import Workbook

from exporters.excel import excel_bytes
from models.form_file import current_form
from tests.builders import a_full_report

PROSE = "全年依法依规推进政府信息公开，按时办结全部申请。" * 30


@pytest.fixture
def untraced() -> Iterator[None]:
    """Measure without the coverage tool, which slows down our lines and not those of openpyxl."""
    trace = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(trace)


def bare_workbook() -> bytes:
    """Write as many cells as the tables have, without formulas or looks."""
    workbook = Workbook()
    for table in current_form().tables:
        sheet = workbook.create_sheet(table.name)
        for row in range(table.row_count):
            for column in range(table.column_count):
                sheet.cell(row + 3, column + 1, 5)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


@pytest.mark.usefixtures("untraced")
def test_a_full_workbook_takes_at_most_three_times_a_bare_one() -> None:
    report = a_full_report(texts=dict.fromkeys(current_form().text_sections, PROSE))
    rounds = [(seconds(lambda: excel_bytes(report)), seconds(bare_workbook)) for _ in range(9)]
    ours, bare = (min(times) for times in zip(*rounds, strict=True))
    assert ours <= 3 * bare
