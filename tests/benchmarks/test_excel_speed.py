"""How long the workbook takes, against bare openpyxl in the same run."""

import gc
from collections.abc import Callable
from io import BytesIO
from time import process_time

from openpyxl import Workbook, load_workbook

from exporters.excel import excel_bytes
from models.form_file import current_form
from models.report import Edit
from tests.builders import a_full_report
from tests.exporters.workbooks import compared_report

MOST_TIMES_BARE = 3
MOST_TIMES_BARE_WITH_REVIEW = 4
"""The sheets for the office's own eyes have checks to run, texts to measure and charts to draw."""
ROUNDS = 9
PROSE = "全年依法依规推进政府信息公开，按时办结全部申请。" * 30
TEXTS = dict.fromkeys(current_form().text_sections, PROSE)


def bare_workbook(sizes: list[tuple[int, int]]) -> bytes:
    """Write sheets with so many rows and columns, without formulas or looks."""
    workbook = Workbook()
    for number, (rows, columns) in enumerate(sizes):
        sheet = workbook.create_sheet(str(number))
        for row in range(rows):
            for column in range(columns):
                sheet.cell(row + 3, column + 1, 5)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def times_bare(work: Callable[[], object], sizes: list[tuple[int, int]]) -> float:
    """Return how many times as long some work takes as a bare workbook does."""
    rounds = [(seconds(work), seconds(lambda: bare_workbook(sizes))) for _ in range(ROUNDS)]
    ours, bare = (min(times) for times in zip(*rounds, strict=True))
    return ours / bare


def test_the_report_alone_takes_at_most_three_times_a_bare_workbook_with_the_cells_of_its_tables() -> None:
    report = a_full_report(texts=TEXTS)
    sizes = [(table.row_count, table.column_count) for table in current_form().tables]
    assert times_bare(lambda: excel_bytes(report, checks=None), sizes) <= MOST_TIMES_BARE


def test_a_workbook_with_every_sheet_takes_at_most_four_times_a_bare_one_with_as_many_cells() -> None:
    report = compared_report()
    report.apply(Edit(texts=TEXTS))
    sheets = load_workbook(BytesIO(excel_bytes(report))).worksheets
    sizes = [(sheet.max_row, sheet.max_column) for sheet in sheets]
    assert times_bare(lambda: excel_bytes(report), sizes) <= MOST_TIMES_BARE_WITH_REVIEW
