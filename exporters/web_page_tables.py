"""A statutory table as a table of a web page, whose figures say which labels they belong to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exporters.web_page_markup import Markup, element, text, void
from exporters.web_page_style import column_width
from models.cell_value import Entry
from models.form import Band, Cell, LabelCell, Place, Table
from models.report import Report


@dataclass(frozen=True, slots=True)
class WebTable:
    """A table of a report on its way to the page.

    Args:
        report: the report.
        heading: of its section, as markup; empty where it stands above the table already.
        table: its form.
        key: the id of its element, with which the ids of its labels begin.
        markup: how its elements are written.
    """

    report: Report
    heading: str
    table: Table
    key: str
    markup: Markup

    def written(self) -> str:
        """Return the table element."""
        cells = dict(self._cells())
        caption = [element("caption", self.heading, id=caption_key(self.key))] if self.heading else []
        parts = [*caption, *self._columns(), *self._row_groups(cells)]
        return self.markup.element("table", "\n" + "\n".join(parts) + "\n", id=self.key)

    def _columns(self) -> Iterator[str]:
        """Yield the groups of columns: the stub's, and one below each outermost label of the header."""
        labels = self.table.labels if self.table.header_rows else ()
        starts = sorted({0, *(each.place.column for each in labels if each.place.row == 0)})
        for start, stop in zip(starts, [*starts[1:], self.table.column_count], strict=True):
            columns = "".join(map(self._column, self.table.widths[start:stop]))
            yield f"<colgroup>{columns}</colgroup>"

    def _column(self, width: int) -> str:
        if self.markup.is_inline:
            return void("col", style=column_width(self.table, width))
        return void("col", class_=f"w{width}")

    def _row_groups(self, cells: Mapping[tuple[int, int], tuple[Place, str]]) -> Iterator[str]:
        for rows in row_groups(self.table):
            name = "thead" if rows.stop <= self.table.header_rows else "tbody"
            lines = [f"<tr>{''.join(self._row(row, cells))}</tr>" for row in rows]
            yield "\n".join([f"<{name}>", *lines, f"</{name}>"])

    def _row(self, row: int, cells: Mapping[tuple[int, int], tuple[Place, str]]) -> Iterator[str]:
        """Yield the cells that begin in a row; what the form leaves out is an empty cell."""
        column = 0
        while column < self.table.column_count:
            place, written = cells.get((row, column)) or (Place(row, column), self.markup.element("td", ""))
            if place.row == row:
                yield written
            column = place.columns.stop

    def _cells(self) -> Iterator[tuple[tuple[int, int], tuple[Place, str]]]:
        """Yield every cell under each grid position it covers in its first column."""
        for band in self.table.bands:
            ids = {each: f"{self.key}-{each.place.row}-{each.place.column}" for each in band.labels}
            written = [(each.place, self._label(each, band, ids[each])) for each in band.labels]
            written += [(cell.place, self._figure(cell, band, ids)) for cell in band.cells]
            for place, content in written:
                for row in place.rows:
                    yield (row, place.column), (place, content)

    def _label(self, label: LabelCell, band: Band, key: str) -> str:
        scope = scope_of(label, band, self.table)
        spans = _spans(label.place)
        if not scope:
            return self.markup.element("td", text(label.label.text), class_="corner", **spans)
        return self.markup.element("th", text(label.label.text), id=key, scope=scope, **spans)

    def _figure(self, cell: Cell, band: Band, ids: Mapping[LabelCell, str]) -> str:
        entry = Entry(self.report.value(cell.name), self.report.remark(cell.name))
        headers = " ".join(ids[each] for each in band.labels if _leads_to(each, cell, band))
        return self.markup.element("td", text(str(entry)), headers=headers, **_spans(cell.place))


def caption_key(table_key: str) -> str:
    """Return the id of a table's caption."""
    return f"{table_key}-name"


def row_groups(table: Table) -> list[range]:
    """Return the rows of a table in groups: its header, then each outermost entry of its stub; else its bands."""
    if not table.header_rows:
        return [band.rows for band in table.bands]
    starts = sorted(
        {
            table.header_rows,
            *(
                each.place.row
                for each in table.labels
                if each.place.column == 0 and each.place.row >= table.header_rows
            ),
        }
    )
    if not table.stub_columns:
        starts = [table.header_rows]
    return [range(start, stop) for start, stop in zip([0, *starts], [*starts, table.row_count], strict=True)]


def scope_of(label: LabelCell, band: Band, table: Table) -> str:
    """Return which cells a label is for, in HTML's words; empty for the corner above the stub.

    A group's word reaches to the end of the group, so labels deeper in a header or stub, which reach less far,
    have the word of a row or column and the spans that say how many.
    """
    place = label.place
    if place.row < band.header_rows.start:
        return "rowgroup"
    if place.row in band.header_rows:
        if place.columns.stop <= _stub_width(band):
            return ""
        is_group = table.header_rows and place.row == 0 and place.rows.stop < band.header_rows.stop
        return "colgroup" if is_group else "col"
    is_group = table.header_rows and place.column == 0 and place.row_span > 1
    return "rowgroup" if is_group else "row"


def _leads_to(label: LabelCell, cell: Cell, band: Band) -> bool:
    """Tell whether a label is one of those that say what a figure is."""
    if label.place.row >= band.header_rows.stop:
        return cell.place.row in label.place.rows
    return cell.place.column in label.place.columns


def _stub_width(band: Band) -> int:
    return min(cell.place.column for cell in band.cells)


def _spans(place: Place) -> dict[str, str | int]:
    spans = {"rowspan": place.row_span, "colspan": place.column_span}
    return {name: span for name, span in spans.items() if span > 1}
