"""An .xlsx workbook into blocks: rows with one entry are paragraphs, blocks of rows with several are grids."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from openpyxl.utils import get_column_letter

from importers.blocks import TITLE_LEVEL, Block, FileContent, Grid, GridCell, Paragraph, is_table
from importers.excel_formulas import Formulas, Position
from importers.excel_package import open_workbook
from importers.excel_sheet import Cell, Sheet
from importers.excel_values import shown_text
from importers.sentences import figures_computed, no_figures_computed, sheet_hidden
from models.form import Place

_FULL = 32766
"""UTF-16 units from which a text fills its cell and goes on in the next; a cell holds 32767."""

_LEVELS = {
    "Title": TITLE_LEVEL, "标题": TITLE_LEVEL, "年报标题": TITLE_LEVEL,
    "Heading 1": 1, "标题 1": 1, "年报章节": 1, "年报表题": 1,
}  # fmt: skip
"""Cell styles that are headings: Excel's own, and those of the workbooks this program writes."""

_OWN_CHECKS = re.compile(r"勾稽核对（.+，应为 0）", re.DOTALL)
"""Rows from here to the end of a block, or the columns from here, compute differences; this program writes them
below and beside a table."""

_OWN_SHEETS = "核对用表，不属于年度报告。"
"""What this program writes at the head of sheets that are the office's own: findings, comparison, charts."""
_ROWS_OF_HEAD = 3


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
    """Read an .xlsx file, hidden rows and columns included.

    Hidden sheets are named in a remark, for they hold lists or older figures; they are read where no other sheet says
    anything.

    Args:
        content: the file's bytes.
        file_name: its name, for the sentence of a refusal.

    Raises:
        InputRefusal: where the file is damaged or too large.
    """
    sheets = [sheet for sheet in open_workbook(content, file_name) if not _is_own(sheet)]
    formulas = _without_result(sheets)
    blocks: list[Block] = []
    remarks: list[str] = []
    shown, hidden = _parted(sheets)
    for sheet in shown:
        places = [place for place in formulas.texts if place[0] == sheet.title]
        results = {position: formulas.result((title, position)) for title, position in places}
        blocks += _blocks(sheet, results)
        remarks += _about_formulas(sheet.title, results)
    remarks += [sheet_hidden(sheet.title) for sheet in hidden]
    return FileContent(tuple(blocks), tuple(remarks))


def _parted(sheets: Iterable[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """Return the sheets to read, and those left out although something stands in them."""
    filled = [sheet for sheet in sheets if any(map(_holds_something, sheet.cells.values()))]
    shown = [sheet for sheet in filled if not sheet.is_hidden]
    return (shown, [sheet for sheet in filled if sheet.is_hidden]) if shown else (filled, [])


def _is_own(sheet: Sheet) -> bool:
    """Tell whether a sheet says of itself that it is no part of the report."""
    head = (cell.value for (row, _), cell in sheet.cells.items() if row <= _ROWS_OF_HEAD)
    return any(isinstance(value, str) and value.startswith(_OWN_SHEETS) for value in head)


def _holds_something(cell: Cell) -> bool:
    return cell.value is not None or bool(cell.formula or cell.remark)


def _blocks(sheet: Sheet, results: Mapping[Position, Decimal | None]) -> Iterator[Block]:
    found = list(_entries(sheet, results))
    rows = sorted({row for entry in found if not entry.is_blank for row in entry.place.rows})
    filled = {*rows}
    entries = [entry for entry in found if entry.place.row in filled]
    run_of = {row: row - index for index, row in enumerate(rows)}
    for _, run in groupby(entries, key=lambda entry: run_of[entry.place.row]):
        yield from _run_blocks(run, sheet.title)


def _run_blocks(entries: Iterable[_Entry], part: str) -> Iterator[Block]:
    """Yield what stands in an unbroken run of rows."""
    kept = _without_checks(entries)
    grid = _from_origin(Grid(tuple(GridCell(each.text, each.place, each.remark) for each in kept), part))
    if is_table(grid):
        yield grid
    else:
        yield from (Paragraph(each.text, each.level, part) for each in kept if each.text)


def _without_checks(run: Iterable[_Entry]) -> list[_Entry]:
    entries = list(run)
    checks = [each.place for each in entries if _OWN_CHECKS.fullmatch(each.text)]
    left = min((each.place.column for each in entries), default=0)
    row = min((place.row for place in checks if place.column == left), default=math.inf)
    column = min((place.column for place in checks if place.column > left), default=math.inf)
    return [each for each in entries if each.place.row < row and each.place.column < column]


def _from_origin(grid: Grid) -> Grid:
    """Return the grid counted from its own first row and column."""
    top = min((cell.place.row for cell in grid.cells), default=0)
    left = min((cell.place.column for cell in grid.cells), default=0)
    moved = [
        GridCell(cell.text, Place(p.row - top, p.column - left, p.row_span, p.column_span), cell.remark)
        for cell in grid.cells
        for p in [cell.place]
    ]
    return Grid(tuple(moved), grid.part)


def _entries(sheet: Sheet, results: Mapping[Position, Decimal | None]) -> Iterator[_Entry]:
    """Yield a sheet's cells in reading order, a text that goes on in the next cells as one."""
    full: _Entry | None = None
    for (row, column), cell in sheet.cells.items():
        place = Place(row, column, *sheet.merged.get((row, column), (1, 1)))
        value = cell.value if cell.value is not None else results.get((row, column))
        entry = _Entry(shown_text(value, cell.number_format), cell.remark, place, _LEVELS.get(cell.style))
        if full is not None and full.place.row == row and entry.text:
            full = replace(full, text=full.text + entry.text)
            continue
        if full is not None:
            yield full
        full = entry if _is_full(entry.text) else None
        if full is None and (not entry.is_blank or (row, column) in sheet.merged):
            yield entry
    if full is not None:
        yield full


def _is_full(text: str) -> bool:
    return len(text) > _FULL // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 >= _FULL


def _without_result(sheets: Iterable[Sheet]) -> Formulas:
    """Return the formulas that have no saved result, as in files that other programs wrote."""
    cells = [(sheet.title, position, cell) for sheet in sheets for position, cell in sheet.cells.items()]
    texts = {(title, position): cell.formula for title, position, cell in cells if cell.formula and cell.value is None}
    values: dict[str, dict[Position, object]] = {}
    for title, position, cell in cells if texts else ():
        held = values.setdefault(title, {})
        if cell.value is not None:
            held[position] = cell.value
    return Formulas(texts, values)


def _about_formulas(title: str, results: Mapping[Position, Decimal | None]) -> Iterator[str]:
    names = {f"{get_column_letter(column)}{row}": result for (row, column), result in results.items()}
    computed = [name for name, result in names.items() if result is not None]
    if computed:
        yield figures_computed(title, computed)
    if len(computed) < len(names):
        yield no_figures_computed(title, [name for name in names if name not in computed])
