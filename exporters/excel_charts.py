"""Native charts of a workbook: bars with their figures beside them, in Chinese fonts, complete before recalculation."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel_formulas import fixed_reference, linked
from exporters.excel_styles import HEI, SONG
from exporters.excel_words import writable
from models.chart import Chart
from models.form import Place
from models.formulas import plain

_COLORS = {True: ("B9C7D8", "2F5F94"), False: ("2F5F94",)}
"""Of the series of a yearly chart, last year's first, and of one that shows this year only."""
_AXIS_COLOR = "8C8C8C"
_TITLE_SIZE, _LABEL_SIZE = 1200, 900
"""Hundredths of a point."""
_GAP = {True: 80, False: 45}
"""Space between the items of a yearly chart and of one of parts, in per cent of a bar."""


class Figures(NamedTuple):
    """What a chart shows, and where it stands on the sheet.

    Args:
        head: the first cell of the header; below it stand the items, right of it the columns.
        items: what the bars are called.
        columns: each column's name and its figures, None where one is not known; a yearly chart has last year's first.
    """

    head: Place
    items: Sequence[str]
    columns: Sequence[tuple[str, Sequence[Decimal | None]]]


def add_chart(sheet: Worksheet, chart: Chart, figures: Figures, area: Place) -> None:
    """Draw a chart on a sheet.

    Args:
        sheet: the sheet.
        chart: the form's chart.
        figures: what it shows.
        area: the cells it covers.
    """
    drawn = BarChart(barDir="col" if chart.is_yearly else "bar", gapWidth=_GAP[chart.is_yearly])
    drawn.title = _title(f"{chart.title}（单位：{chart.unit}）")
    drawn.series = [_series(sheet, chart, figures, number) for number in range(len(figures.columns))]
    _set_axes(drawn)
    if chart.is_yearly:
        drawn.legend.position, drawn.legend.txPr = "b", _font(_LABEL_SIZE)
        drawn.x_axis.axPos, drawn.y_axis.axPos = "b", "l"
    else:
        drawn.legend = None
        drawn.x_axis.scaling.orientation = "maxMin"  # the first item on top
        drawn.x_axis.axPos, drawn.y_axis.axPos = "l", "b"
    drawn.roundedCorners = False
    drawn.anchor = _anchor(area)  # type: ignore[assignment]
    sheet.add_chart(drawn)


def _series(sheet: Worksheet, chart: Chart, figures: Figures, number: int) -> Series:
    column, values = figures.columns[number]
    points = [NumVal(index, v=plain(value)) for index, value in enumerate(values) if value is not None]
    look = GraphicalProperties(solidFill=_COLORS[chart.is_yearly][number], ln=LineProperties(noFill=True))
    series = Series(idx=number, order=number, spPr=look, dLbls=_labels(), invertIfNegative=False)
    head, top, rows = figures.head, figures.head.row + 1, len(figures.items)
    series.tx = SeriesLabel(_texts(sheet, Place(head.row, head.column + number + 1), [column]))
    series.cat = AxDataSource(strRef=_texts(sheet, Place(top, head.column, rows), figures.items))
    cells = linked(sheet.title, fixed_reference(Place(top, head.column + number + 1, rows)))
    series.val = NumDataSource(NumRef(cells, NumData("General", rows, points)))
    return series


def _texts(sheet: Worksheet, place: Place, texts: Sequence[str]) -> StrRef:
    values = [StrVal(index, writable(text)) for index, text in enumerate(texts)]
    return StrRef(linked(sheet.title, fixed_reference(place)), StrData(len(values), values))


def _set_axes(drawn: BarChart) -> None:
    drawn.x_axis.delete, drawn.y_axis.delete = False, True  # the figures stand beside the bars
    drawn.x_axis.majorTickMark = "none"
    drawn.x_axis.txPr = _font(_LABEL_SIZE)
    drawn.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=_AXIS_COLOR))
    drawn.y_axis.majorGridlines = None
    drawn.y_axis.scaling.min = 0


def _labels() -> DataLabelList:
    hidden = dict.fromkeys(("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"), False)
    return DataLabelList(showVal=True, dLblPos="outEnd", txPr=_font(_LABEL_SIZE), **hidden)


def _title(text: str) -> Title:
    look = _characters(HEI, _TITLE_SIZE)
    run = RegularTextRun(rPr=look, t=writable(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _font(size: int) -> RichText:
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_characters(SONG, size)), r=[])])


def _characters(font: str, size: int) -> CharacterProperties:
    return CharacterProperties(sz=size, b=False, latin=Font(typeface=font), ea=Font(typeface=font))


def _anchor(area: Place) -> TwoCellAnchor:
    corners = (area.row, area.column), (area.rows.stop, area.columns.stop)
    start, end = (AnchorMarker(row=row, col=column) for row, column in corners)
    return TwoCellAnchor(editAs="oneCell", _from=start, to=end)
