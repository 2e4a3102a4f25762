"""An .xlsx workbook into blocks: rows with one entry are paragraphs, blocks of rows with several are grids."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from importers.blocks import TITLE_LEVEL, Block, FileContent, Grid, GridCell, Paragraph, is_table
from importers.excel_formulas import Formulas, Position
from importers.excel_package import OpenWorkbook, open_workbook
from importers.excel_values import shown_text
from importers.sentences import figures_computed, no_figures_computed
from models.form import Place

_FULL = 32766
"""UTF-16 units from which a text fills its cell and goes on in the next; a cell holds 32767."""

_LEVELS = {
    "Title": TITLE_LEVEL, "标题": TITLE_LEVEL, "年报标题": TITLE_LEVEL,
    "Heading 1": 1, "标题 1": 1, "年报章节": 1, "年报表题": 1,
}  # fmt: skip
"""Cell styles that are headings: Excel's own, and those of the workbooks this program writes."""

_OWN_CHECKS = re.compile(r"勾稽核对（.+，应为 0）", re.DOTALL)
"""Rows from here to the end of a block compute balances; this program writes them below a table."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cell that is not empty."""

    text: str
    remark: str
    place: Place
    level: int | None

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in it; merged cells count all the same, for they keep columns apart."""
        return not self.text.strip() and not self.remark


def read_workbook(content: bytes, file_name: str) -> FileContent:
    """Read an .xlsx file; hidden sheets are left out.

    Args:
        content: the file's bytes.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is damaged or too large.
    """
    opened = open_workbook(content, file_name)
    formulas = _without_result(opened)
    blocks: list[Block] = []
    remarks: list[str] = []
    for sheet in opened.values.worksheets:
        if sheet.sheet_state == "visible":
            places = [place for place in formulas.texts if place[0] == sheet.title]
            results = {position: formulas.result((title, position)) for title, position in places}
            blocks += _blocks(sheet, opened.style_names, results)
            remarks += _about_formulas(sheet.title, results)
    return FileContent(tuple(blocks), tuple(remarks))


def _blocks(
    sheet: Worksheet, style_names: Mapping[int, str], results: Mapping[Position, Decimal | None]
) -> Iterator[Block]:
    found = list(_entries(sheet, style_names, results))
    rows = sorted({row for entry in found if not entry.is_blank for row in entry.place.rows})
    filled = {*rows}
    entries = [entry for entry in found if entry.place.row in filled]
    run_of = {row: row - index for index, row in enumerate(rows)}
    for _, run in groupby(entries, key=lambda entry: run_of[entry.place.row]):
        yield from _run_blocks(run, sheet.title)


def _run_blocks(entries: Iterable[_Entry], part: str) -> Iterator[Block]:
    """Yield what stands in an unbroken run of rows."""
    kept = _without_checks(entries)
    grid = Grid(tuple(GridCell(each.text, each.place, each.remark) for each in kept), part)
    if is_table(grid):
        yield _from_origin(grid)
    else:
        yield from (Paragraph(each.text, each.level, part) for each in kept if each.text)


def _without_checks(run: Iterable[_Entry]) -> list[_Entry]:
    entries = list(run)
    first = min((each.place.row for each in entries if _OWN_CHECKS.fullmatch(each.text)), default=None)
    return [each for each in entries if first is None or each.place.row < first]


def _from_origin(grid: Grid) -> Grid:
    """Return the grid counted from its own first row and column."""
    top = min(cell.place.row for cell in grid.cells)
    left = min(cell.place.column for cell in grid.cells)
    moved = [
        GridCell(cell.text, Place(p.row - top, p.column - left, p.row_span, p.column_span), cell.remark)
        for cell in grid.cells
        for p in [cell.place]
    ]
    return Grid(tuple(moved), grid.part)


def _entries(
    sheet: Worksheet, style_names: Mapping[int, str], results: Mapping[Position, Decimal | None]
) -> Iterator[_Entry]:
    """Yield a sheet's cells in reading order, a text that goes on in the next cells as one."""
    spans = {
        (each.min_row, each.min_col): (each.max_row - each.min_row + 1, each.max_col - each.min_col + 1)
        for each in sheet.merged_cells.ranges
    }
    full: _Entry | None = None
    for (row, column), cell in _cells(sheet):
        place = Place(row, column, *spans.get((row, column), (1, 1)))
        level = _LEVELS.get(style_names.get(cell._style.xfId, ""))  # type: ignore[attr-defined]  # noqa: SLF001
        value = cell.value if cell.value is not None else results.get((row, column))
        entry = _Entry(shown_text(value, cell.number_format), _remark(cell), place, level)
        if full is not None and full.place.row == row and entry.text:
            full = replace(full, text=full.text + entry.text)
            continue
        if full is not None:
            yield full
        full = entry if _is_full(entry.text) else None
        if full is None and (not entry.is_blank or (row, column) in spans):
            yield entry
    if full is not None:
        yield full


def _cells(sheet: Worksheet) -> Iterator[tuple[Position, Cell]]:
    # _cells holds the cells that exist; iter_rows would make a million where one far away has a format.
    for position, cell in sorted(sheet._cells.items(), key=itemgetter(0)):  # noqa: SLF001
        if isinstance(cell, Cell):
            yield position, cell


def _is_full(text: str) -> bool:
    return len(text) > _FULL // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 >= _FULL


def _remark(cell: Cell) -> str:
    """Return a cell's comment without the author's name that Excel puts in front."""
    comment = cell.comment
    if comment is None:
        return ""
    return str(comment.text).removeprefix(f"{comment.author}:\n").strip()


def _without_result(opened: OpenWorkbook) -> Formulas:
    """Return the formulas that have no saved result, as in files that other programs wrote."""
    if not opened.formulas:
        return Formulas({}, {})
    values = {
        sheet.title: {position: cell.value for position, cell in _cells(sheet) if cell.value is not None}
        for sheet in opened.values.worksheets
    }
    texts = {
        (title, position): text
        for title, formulas in opened.formulas.items()
        for position, text in formulas.items()
        if position not in values.get(title, {})
    }
    return Formulas(texts, values)


def _about_formulas(title: str, results: Mapping[Position, Decimal | None]) -> Iterator[str]:
    names = {f"{get_column_letter(column)}{row}": result for (row, column), result in results.items()}
    computed = [name for name, result in names.items() if result is not None]
    if computed:
        yield figures_computed(title, computed)
    if len(computed) < len(names):
        yield no_figures_computed(title, [name for name in names if name not in computed])
