"""Tables without lines in a PDF: rows whose cells only gaps divide are read, or shown; no figure is invented."""

import random
from collections.abc import Mapping
from decimal import Decimal

import pytest

from importers.blocks import Grid
from importers.form_reading import FormReading, read_as
from importers.pdf import read_pdf
from models.cell_value import Number
from models.form import CellName, Table
from models.form_file import current_form, known_forms
from models.totals import totals_of
from tests.importers.documents import form_grid, numbered
from tests.importers.pdf_writing import INDENT, LEFT, RIGHT, SENTENCE, blocks_of, pdf, text, written

FORM = current_form()
SIZE, STEP = 6, 22
TOTALS = totals_of(FORM, {name: Number(Decimal(figure)) for name, figure in numbered(FORM).items()})
FIGURES = numbered(FORM) | {name: str(total) for name, total in TOTALS.items()}


def cells_at(row: int, *cells: tuple[float, str]) -> str:
    """Return a row of cells at these places without a line between."""
    return "".join(text(x, 100 + row * STEP, words, SIZE) for x, words in cells if words)


def columns_of(table: Table) -> list[float]:
    """Return where the columns of a table begin: as wide as their labels, so that gaps stand between."""
    count = table.column_count - table.stub_columns
    stubs = [40.0, 130.0, 190.0][: table.stub_columns]
    first, step = (430.0, 55.0) if table.stub_columns else (40.0, 55.0 if count > len(stubs) + 4 else 110.0)
    return [*stubs, *(first + step * number for number in range(count))]


def page_of(table: Table, figures: Mapping[CellName, str]) -> str:
    """Return a table as printed without lines; a label stands in the first row it covers."""
    columns = columns_of(table)
    cells = form_grid(table, figures).cells
    return "".join(cells_at(cell.place.row, (columns[cell.place.column], cell.text)) for cell in cells)


def read(*pages: str) -> FormReading:
    content = pdf(*pages).replace(b"[0 0 595 842]", b"[0 0 900 842]")
    return read_as(FORM, read_pdf(content, "年报.pdf").blocks, known_forms())


def figures_in(reading: FormReading) -> dict[CellName, str]:
    return {name: str(entry) for name, entry in reading.figures.items() if str(entry)}


def figures_of(table: Table) -> dict[CellName, str]:
    return {name: FIGURES[name] for name in table.cells}


TABLES = pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.key)


@TABLES
def test_a_table_without_lines_is_read(table: Table) -> None:
    assert figures_in(read(page_of(table, FIGURES))) == figures_of(table)


@TABLES
def test_a_row_that_lacks_a_figure_is_lost_rather_than_shifted(table: Table) -> None:
    rng = random.Random(table.key)
    for _ in range(5):
        blank = rng.sample([*table.cells], 3)
        found = figures_in(read(page_of(table, FIGURES | dict.fromkeys(blank, ""))))
        assert found.items() <= figures_of(table).items()


@TABLES
def test_figures_of_a_lost_row_are_shown(table: Table) -> None:
    blank = max((name for name in table.cells if name not in table.totals), key=lambda name: int(FIGURES[name]))
    row = [name for name in table.cells if name.rpartition("/")[0] == blank.rpartition("/")[0] and name != blank]
    reading = read(page_of(table, FIGURES | {blank: ""}))
    shown = " ".join(cell.text for block in reading.unplaced if isinstance(block, Grid) for cell in block.cells)
    assert all(FIGURES[name] in shown for name in row)


LABEL = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"


def test_a_label_on_two_lines_with_the_figures_between_is_one_row() -> None:
    page = text(60, 100, LABEL[:15], 9) + text(320, 108, "5", 9) + text(400, 108, "6", 9) + text(60, 114, LABEL[15:], 9)
    assert blocks_of(page) == [f"{LABEL} 5 6"]


def test_two_labels_with_figures_each_stay_two_rows() -> None:
    rows = cells_at(0, (60, "行政处罚"), (320, "5"), (400, "6")) + cells_at(1, (60, "行政强制"), (320, "7"), (400, "8"))
    assert blocks_of(rows) == ["行政处罚 5 6", "行政强制 7 8"]


def test_a_row_that_reaches_the_margin_is_no_part_of_a_paragraph() -> None:
    row = text(LEFT, 100, "行政处罚") + text(300, 100, "5") + text(RIGHT - 8, 100, "6")
    assert blocks_of(row + text(LEFT, 128, "行政强制") + written(SENTENCE * 3, 200))[:2] == ["行政处罚 5 6", "行政强制"]


def test_a_gap_within_a_sentence_makes_no_row() -> None:
    first = "本年度公开信息，" + "甲" * 8
    page = text(INDENT, 100, first[:8]) + text(300, 100, first[8:]) + text(RIGHT - 64, 100, "乙丙丁，")
    assert (
        blocks_of(page + text(LEFT, 128, "戊己。") + written(SENTENCE * 3, 200))[0]
        == f"本年度公开信息， {'甲' * 8}乙丙丁，戊己。"
    )
