"""Shapes that a statutory table takes in real reports: merged, cut, taken apart, with more or fewer lines."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from importers.blocks import Block, Grid, GridCell, Paragraph
from models.form import Band, Place, Table
from tests.generator.draft import Draft
from tests.importers.documents import without_rows

Shape = Callable[[Draft, Table, Grid], list[Block]]
"""Takes the table as printed with its figures and returns what stands in the document instead."""


def merged(_: Draft, __: Table, grid: Grid) -> list[Block]:
    return [grid]


def bare(_: Draft, __: Table, grid: Grid) -> list[Block]:
    """Merge nothing: each label stands once, the cells beside and below it are blank."""
    return [_unmerged(grid)]


def wide(draft: Draft, _: Table, grid: Grid) -> list[Block]:
    """Add blank columns at the right."""
    right = grid.column_count
    added = [GridCell("", Place(row, right + each)) for row in range(grid.row_count) for each in range(2)]
    return [_sorted([*grid.cells, *added[: draft.rng.randint(1, len(added))]])]


def cut(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Cut a table at a page's end; the header stands in the first part only."""
    row = draft.rng.randint(table.bands[0].header_rows.stop, grid.row_count - 1)
    return [_rows(grid, range(row)), *_between(draft), _rows(grid, range(row, grid.row_count))]


def cut_often(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Cut a table into many, the header repeated on each page."""
    header = table.bands[0].header_rows.stop if len(table.bands) == 1 and table.bands[0].cells[0].row_path else 0
    places = sorted(draft.rng.sample(range(header + 1, grid.row_count), min(3, grid.row_count - header - 1)))
    if not header:
        return [grid]
    parts: list[Block] = [_rows(grid, range(places[0]))]
    for start, stop in zip(places, [*places[1:], grid.row_count], strict=True):
        parts += [*_between(draft), _stacked(_rows(grid, range(header)), _rows(grid, range(start, stop)))]
    return parts


def by_bands(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Make a small table of each band, its title in a paragraph above or in the first row."""
    blocks: list[Block] = []
    for band in table.bands:
        rows = range(band.rows.start, band.rows.stop)
        if draft.rng.random() < 0.5 and band.header_rows.start > band.rows.start:
            blocks.append(Paragraph(grid.at(rows.start, 0).text))  # type: ignore[union-attr]
            rows = rows[1:]
        blocks.append(_rows(grid, rows))
    return blocks


def by_groups(_: Draft, table: Table, grid: Grid) -> list[Block]:
    """Take a table apart where another group of rows begins; the header stays above the first part."""
    groups = {cell.place.row: cell.row_path[:-1] for cell in table.cells.values()}
    starts = [row for row in sorted(groups) if row - 1 in groups and groups[row] != groups[row - 1]]
    return [_rows(grid, range(start, stop)) for start, stop in pairwise([0, *starts, grid.row_count])]


def repeated(_: Draft, __: Table, grid: Grid) -> list[Block]:
    """Merge nothing; each cell says again what the merged one said."""
    return [
        _sorted(
            GridCell(cell.text, Place(row, column))
            for cell in grid.cells
            for row in cell.place.rows
            for column in cell.place.columns
        )
    ]


def shuffled(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Put the rows of each band in another order; group labels stand in each of them."""
    filled = _unmerged(grid, repeat=True)
    order: list[int] = []
    for band in table.bands:
        rows = [*range(band.header_rows.stop, band.rows.stop)]
        draft.rng.shuffle(rows)
        order += [*range(band.rows.start, band.header_rows.stop), *rows]
    return [Grid(tuple(_at_row(cell, now) for now, before in enumerate(order) for cell in filled.row(before)))]


def without_header(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Lose the header of a table that has one band."""
    if len(table.bands) != 1:
        return [grid]
    draft.doubts.append(f"{table.name}的表头不完整")
    return [_rows(grid, range(table.bands[0].header_rows.stop, grid.row_count))]


def without_header_in_text(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Lose the header of a table that has one band where text rarely keeps one: below row labels nobody is told."""
    if len(table.bands) == 1 and not table.stub_columns:
        draft.doubts.append(f"{table.name}的表头不完整")
    return [grid] if len(table.bands) != 1 else [_rows(grid, range(table.bands[0].header_rows.stop, grid.row_count))]


def short_header(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Lose the lowest labels of a table without row labels."""
    if table.stub_columns or table.bands[0].cells[0].row_path:
        return [grid]
    draft.doubts.append(f"{table.name}的表头不完整")
    kept = [cell for cell in grid.cells if cell.place.rows.stop != table.bands[0].header_rows.stop]
    return [_sorted([*kept, *(GridCell(cell.text[:2], cell.place) for cell in grid.cells if cell not in kept)])]


def lost_rows(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Leave out some rows of figures."""
    rows = {cell.place.row: cell.row_name for cell in table.cells.values()}
    gone = draft.rng.sample(sorted(rows), min(3, len(rows) - 1))
    if any({*_figure_rows(band)} <= {*gone} for band in table.bands):
        return [grid]
    for name, cell in table.cells.items():
        if cell.place.row in gone:
            draft.forget(name)
    draft.doubts += [rows[row] for row in gone]
    return [without_rows(grid, gone)]


def older_row(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Print one row where the older form has one and this form a group."""
    rows = {name.rpartition("/")[0]: cell for name, cell in table.cells.items()}
    for moved in (moved for each in draft.form.predecessors for moved in each.moved.values()):
        if moved in rows:
            kept = rows[moved]
            group = next(each for each in table.labels if each.label is kept.row_path[-2])
            gone = [row for row in group.place.rows if row != kept.place.row]
            for name, cell in table.cells.items():
                if cell.place.row in gone:
                    draft.forget(name)
            draft.doubts += [f"“{kept.row_name}”", "没有找到这些行"]
            cells = [
                cell
                for cell in grid.cells
                if cell.place.row not in group.place.rows or cell.place.column < group.place.column
            ]
            width = table.stub_columns - group.place.column
            label = GridCell(group.label.text, Place(kept.place.row, group.place.column, 1, width))
            figures = [cell for cell in grid.row(kept.place.row) if cell.place.column >= table.stub_columns]
            grid = without_rows(_sorted([*cells, label, *figures]), gone)
    return [grid]


def subtotal(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Add a column of subtotals to a group of columns, as 法人小计; sometimes it is wrong."""
    group = _inner_group(table)
    if group is None:
        return [grid]
    at = draft.rng.choice((group.column, group.columns.stop))
    cells = [_widened(cell, group, at) for cell in grid.cells]
    title = draft.rng.choice(("小计", "法人小计", "合计"))
    cells.append(GridCell(title, Place(table.bands[0].header_rows.stop - 1, at)))
    rows = sorted({cell.place.row for cell in table.cells.values()})
    wrong = draft.rng.choice((None, *rows))
    for row in rows:
        parts = [name for name, cell in table.cells.items() if cell.place.row == row]
        total = sum(draft.figures[name] for name in parts if table.cells[name].place.column in group.columns)
        cells.append(GridCell(str(total + (row == wrong)), Place(row, at)))
    if wrong is not None:
        draft.doubts.append(f"“{title}”一列")
    return [_sorted(cells)]


def lost_total(draft: Draft, table: Table, grid: Grid) -> list[Block]:
    """Break the last total out of the table into a paragraph below it."""
    last = [*table.cells.values()][-1]
    if last.name not in table.totals:
        return [grid]
    draft.doubts.append("脱出了表格")
    text = grid.at(last.place.row, last.place.column).text  # type: ignore[union-attr]
    kept = [cell if cell.place != last.place else GridCell("", cell.place) for cell in grid.cells]
    return [Grid(tuple(kept)), Paragraph(text)]


def introduced(draft: Draft, _: Table, grid: Grid) -> list[Block]:
    """Put a sentence above the table."""
    text = draft.rng.choice(("本部分数据见下表。", "本节以表格形式报告，表格如下："))
    draft.unplaced.append(text)
    return [Paragraph(text), grid]


def titled(_: Draft, table: Table, grid: Grid) -> list[Block]:
    """Repeat the band titles outside the tables, as pages do."""
    return [Paragraph(band.labels[0].label.text) for band in table.bands[:1] if len(table.bands) > 1] + [grid]


def shifted(_: Draft, table: Table, grid: Grid) -> list[Block]:
    """Merge figures otherwise than the labels above them, as the original of the older form does."""
    width = grid.column_count
    begins = {
        place: _shifted(sorted({cell.place.column for cell in band.cells}), place, width)
        for band in table.bands
        for place in (cell.place for cell in band.cells)
    }
    return [_sorted(GridCell(cell.text, begins.get(cell.place, cell.place)) for cell in grid.cells)]


SHAPES: dict[str, Shape] = {
    "merged": merged,
    "bare": bare,
    "wide": wide,
    "cut": cut,
    "cut often": cut_often,
    "by bands": by_bands,
    "by groups": by_groups,
    "repeated": repeated,
    "shuffled": shuffled,
    "without header": without_header,
    "without header in text": without_header_in_text,
    "short header": short_header,
    "lost rows": lost_rows,
    "older row": older_row,
    "subtotal": subtotal,
    "lost total": lost_total,
    "introduced": introduced,
    "titled": titled,
    "shifted": shifted,
}


def _between(draft: Draft) -> list[Block]:
    text = draft.rng.choice(("", "（续表）", "续表", "续上表", "(续表1)"))
    return [Paragraph(text)] if text else []


def _figure_rows(band: Band) -> range:
    return range(band.header_rows.stop, band.rows.stop)


def _inner_group(table: Table) -> Place | None:
    """Return the first label above several columns that has no total below."""
    totals = {table.cells[name].place.column for name in table.totals}
    header = table.bands[0].header_rows
    for label in table.bands[0].labels:
        below = label.place.rows.stop < header.stop and label.place.row in header and table.bands[0].cells[0].row_path
        if below and label.place.column_span > 1 and not totals.intersection(label.place.columns):
            return label.place
    return None


def _widened(cell: GridCell, group: Place, at: int) -> GridCell:
    """Return a cell with room for a new column: those above grow, those at the right move."""
    place = cell.place
    if place == group or place.column < at < place.columns.stop:
        return GridCell(cell.text, Place(place.row, place.column, place.row_span, place.column_span + 1))
    moved = place.column + (place.column >= at)
    return GridCell(cell.text, Place(place.row, moved, place.row_span, place.column_span))


def _shifted(columns: Sequence[int], place: Place, width: int) -> Place:
    """Return where a figure stands if the first column takes what the others leave."""
    if len(columns) == 1:
        return place
    begins = [columns[0], *range(width - len(columns) + 1, width), width]
    index = columns.index(place.column)
    return Place(place.row, begins[index], 1, begins[index + 1] - begins[index])


def _unmerged(grid: Grid, *, repeat: bool = False) -> Grid:
    cells = []
    for cell in grid.cells:
        for row in cell.place.rows:
            shown = cell.text if row == cell.place.row or repeat else ""
            cells.append(GridCell(shown, Place(row, cell.place.column, 1, cell.place.column_span if repeat else 1)))
            if not repeat:
                cells += [GridCell("", Place(row, column)) for column in cell.place.columns[1:]]
    return _sorted(cells)


def _rows(grid: Grid, rows: range) -> Grid:
    """Return some rows of a grid; cells that reach over the edge are cut, their text stays in the first part."""
    cells = []
    for cell in grid.cells:
        inside = range(max(cell.place.row, rows.start), min(cell.place.rows.stop, rows.stop))
        if inside:
            text = cell.text if cell.place.row in inside else ""
            place = Place(inside.start - rows.start, cell.place.column, len(inside), cell.place.column_span)
            cells.append(GridCell(text, place))
    return _sorted(cells)


def _stacked(upper: Grid, lower: Grid) -> Grid:
    moved = [_at_row(cell, cell.place.row + upper.row_count) for cell in lower.cells]
    return Grid((*upper.cells, *moved))


def _joined(grid: Grid, rows: Iterable[int]) -> Grid:
    return Grid(tuple(_at_row(cell, now) for now, before in enumerate(rows) for cell in grid.row(before)))


def _at_row(cell: GridCell, row: int) -> GridCell:
    return GridCell(cell.text, Place(row, cell.place.column, cell.place.row_span, cell.place.column_span))


def _sorted(cells: Iterable[GridCell]) -> Grid:
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.place.row, cell.place.column))))
