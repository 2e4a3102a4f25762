"""The slip on which a report is approved (审签单): one page with room to write by hand, before the report."""

from collections.abc import Iterator
from dataclasses import replace

from exporters.print_blocks import BLANK_DATE, PrintPart
from exporters.print_fit import Area
from exporters.print_styles import LINE, SLIP_LINE, SLIP_SIZE, TEXT_HEIGHT, Font, PrintStyles, TableSize
from exporters.print_tables import Merge, PrintCell, PrintTable, column_widths
from exporters.print_title import printed_title, title_height
from exporters.typography import Typography
from models.form import Place
from models.report import Report
from models.slips import APPROVAL_SLIP

_STEPS = ("拟稿", "核稿", "会签", "签发")
_GRID = (5, 3, 7, 3, 12)
"""Relative widths: the step; what is to be written, and room for it; the same once more."""
_WIDTHS = column_widths(_GRID)
_SPARE = LINE // 2
"""Kept free below the table: programs differ in where they break a long title."""


def printed_approval_slip(report: Report, styles: PrintStyles, typography: Typography) -> PrintPart:
    """Return the slip of a report.

    Args:
        report: the report.
        styles: of the document it stands in.
        typography: the scheme they take their fonts from.
    """
    size = _size(styles, typography)
    title = printed_title((report.form.title_for(None), APPROVAL_SLIP), styles.title)
    of_report = "".join(report.title_lines)
    table = PrintTable(
        widths=_WIDTHS,
        rows=(_row_of_title(of_report, size), *(row for step in _STEPS for row in _rows_of(step, size))),
        header_rows=0,
        size=size,
        fits_a_page=True,
        heights=_heights(title_height(title), of_report, size),
    )
    return PrintPart((title, table), styles=(size.figures, size.labels), is_numbered=False)


def _heights(above: int, of_report: str, size: TableSize) -> tuple[int, ...]:
    """Return the heights of the rows, which fill the page below a title of some height."""
    _, *room = _WIDTHS
    lines = Area.of(Place(0, 0, 1, len(room)), of_report, room).lines(size)
    name = max(2 * LINE, (lines + 1) * SLIP_LINE)
    step = (TEXT_HEIGHT - _SPARE - above - name) // len(_STEPS)
    return (name, *(step - LINE, LINE) * len(_STEPS))


def _size(styles: PrintStyles, typography: Typography) -> TableSize:
    largest = styles.table_sizes[0]
    body = Font(typography.body, typography.latin)
    strong = Font(typography.heading, typography.latin)
    return replace(
        largest,
        figures=replace(largest.figures, key="SlipLabel", name="审签栏目", font=strong, size=SLIP_SIZE, line=SLIP_LINE),
        labels=replace(largest.labels, key="SlipText", name="审签内容", font=body, size=SLIP_SIZE, line=SLIP_LINE),
    )


def _row_of_title(of_report: str, size: TableSize) -> tuple[PrintCell, ...]:
    name, *room = _WIDTHS
    return (
        PrintCell("文件标题", name, 1, size.figures),
        PrintCell(of_report, sum(room), len(room), size.labels),
    )


def _rows_of(step: str, size: TableSize) -> Iterator[tuple[PrintCell, ...]]:
    name, label, room, second_label, second_room = _WIDTHS
    yield (
        PrintCell(step, name, 1, size.figures, merge=Merge.FIRST),
        PrintCell("意见", label, 1, size.figures),
        PrintCell("", room + second_label + second_room, 3, size.labels),
    )
    yield (
        PrintCell("", name, 1, size.figures, merge=Merge.LATER),
        PrintCell("姓名", label, 1, size.figures),
        PrintCell("", room, 1, size.labels),
        PrintCell("日期", second_label, 1, size.figures),
        PrintCell(BLANK_DATE, second_room, 1, size.figures),
    )
