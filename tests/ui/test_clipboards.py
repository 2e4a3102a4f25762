"""What Excel, WPS and LibreOffice put on the clipboard, pasted into the grid; and what they get from it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.builders import a_full_report
from tests.windows import CTRL, open_in, report_of
from ui.grid.view import GridView
from ui.main_window import MainWindow

ROWS, COLUMNS = ("received", "carried_in"), ("natural_person", "commercial", "research")
BLOCK = [["12", "1234", "0"], ["3", "/", "7"]]

EXCEL_HTML = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65
{mso-number-format:"\\#\\,\\#\\#0";}--></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0
width=216 style='border-collapse:collapse'><!--StartFragment--><col width=72 span=3>
<tr height=19><td height=19 align=right width=72>12</td><td class=xl65 align=right>1,234</td><td>0</td></tr>
<tr height=19><td align=right>3</td><td>/</td><td align=right>7</td></tr><!--EndFragment--></table></body></html>"""
WPS_HTML = """<html xmlns:et="urn:schemas-kingsoft-com:et"><head><meta name=Generator content="Kingsoft ET"/>
<style>@font-face{font-family:"宋体";} .et2{text-align:right;}</style></head><body><table width="216" cellspacing="0">
<!--StartFragment--><tr><td class="et2" x:num="12">12</td><td class="et2" x:num="1234">1,234</td><td x:num>0</td></tr>
<tr><td x:num>3</td><td x:str>/</td><td x:num>7</td></tr><!--EndFragment--></table></body></html>"""
CALC_HTML = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/></head><body>
<table cellspacing="0" border="0"><colgroup span="3" width="85"></colgroup>
<tr><td height="17" align="right" sdval="12" sdnum="2052;"><font face="Liberation Sans">12</font></td>
<td align="right" sdval="1234" sdnum="2052;0;#,##0">1,234</td><td align="right" sdval="0">0</td></tr>
<tr><td align="right" sdval="3">3</td><td align="left">/</td><td align="right" sdval="7">7</td></tr>
</table></body></html>"""


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, a_full_report())


def put(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(grid: GridView, text: str, html: str = "") -> None:
    put(text, html)
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)


def entered(window: MainWindow) -> list[list[str]]:
    return [[str(report_of(window).value(f"requests/{row}/{column}")) for column in COLUMNS] for row in ROWS]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12\t1,234\t0\r\n3\t/\t7\r\n", id="Excel"),
        pytest.param("12\t1,234\t0\r\n3\t/\t7", id="WPS"),
        pytest.param("12\t1,234\t0\n3\t/\t7\n", id="LibreOffice"),
        pytest.param('"12"\t"1,234"\t0\n3\t"/"\t7\n', id="quoted cells"),
        pytest.param("12\t1,234\t0\t\t\r\n3\t/\t7\t\t\r\n", id="empty columns at the right"),
        pytest.param("12\t1,234\t0\r\n3\t/\t7\r\n\r\n\r\n", id="empty lines at the end"),
        pytest.param("１２\t１，２３４\t０\n３\t／\t７", id="full width"),
        pytest.param(" 12 \t 1 234 \t 0\n3\t / \t7", id="spaces"),
    ],
)
def test_text_of_a_spreadsheet_fills_its_cells(window: MainWindow, grid: GridView, text: str) -> None:
    paste(grid, text)
    assert entered(window) == BLOCK


@pytest.mark.parametrize("html", [EXCEL_HTML, WPS_HTML, CALC_HTML], ids=["Excel", "WPS", "LibreOffice"])
def test_a_formatted_block_fills_its_cells(window: MainWindow, grid: GridView, html: str) -> None:
    paste(grid, "only the plain text", html)
    assert entered(window) == BLOCK


def test_formatted_text_without_a_table_leaves_the_word_to_the_plain_one(window: MainWindow, grid: GridView) -> None:
    paste(grid, "12\t1234\t0\n3\t/\t7", "<html><body><p>12 1234 0</p></body></html>")
    assert entered(window) == BLOCK


def test_a_quoted_cell_may_hold_a_line_break_and_quotation_marks(window: MainWindow, grid: GridView) -> None:
    paste(grid, '12\t"1234（其中""网络""\n16件）"\t0\r\n3\t/\t7\r\n')
    assert entered(window) == BLOCK
    assert report_of(window).remark("requests/received/commercial") == '其中"网络" 16件'


def test_a_figure_with_its_remark_is_pasted_as_both(window: MainWindow, grid: GridView) -> None:
    paste(grid, "22（其中修订16件）\t1\t0")
    assert str(report_of(window).value("requests/received/natural_person")) == "22"
    assert report_of(window).remark("requests/received/natural_person") == "其中修订16件"


def test_an_empty_cell_of_the_block_empties_the_cell(window: MainWindow, grid: GridView) -> None:
    paste(grid, "12\t\t0\n3\t/\t7")
    assert entered(window)[0] == ["12", "", "0"]


def test_what_goes_out_comes_back(window: MainWindow, grid: GridView) -> None:
    paste(grid, "12\t1234\t0\n3\t/\t7")
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "12\t1234\t0\n3\t/\t7\n"
    assert entered(window) == [["", "", ""], ["", "", ""]]
    QTest.keyClick(grid, Qt.Key.Key_Home, CTRL)
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert entered(window) == BLOCK


def test_rejected_cells_are_named(window: MainWindow, grid: GridView) -> None:
    paste(grid, "12\t1.5\t-3\n3\t约八\t7")
    assert window.statusBar().currentMessage() == (
        "贴入 3 格，忽略 3 格（一、本年新收 × 商业企业的“1.5”、一、本年新收 × 科研机构的“-3”、"
        "二、上年结转 × 商业企业的“约八” 不能填）"
    )
