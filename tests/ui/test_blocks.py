"""Selecting, copying, filling and pasting blocks, spans, labels and odd clipboards included."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from models.form_file import current_form
from models.report import Edit, Report
from tests.builders import a_full_report, a_report
from tests.strategies import reports
from tests.windows import open_in
from ui.document import Document
from ui.grid.clipboard import block_to_text
from ui.grid.model import GridModel
from ui.grid.paste import clip_of, paste_at
from ui.grid.selection import selection_of
from ui.grid.view import GridView
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
PERSONS, COMPANIES = "natural_person", "commercial"


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, a_full_report())


def value(grid: GridView, name: str) -> str:
    return str(grid._document.report.value(name))


def choose(grid: GridView, *names: str) -> None:
    grid.selectionModel().clear()
    for name in names:
        grid.selectionModel().select(grid.grid.index_of(name), QItemSelectionModel.SelectionFlag.Select)
    grid.selectionModel().setCurrentIndex(grid.grid.index_of(names[-1]), QItemSelectionModel.SelectionFlag.NoUpdate)


def paste(grid: GridView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)


def said(grid: GridView) -> str:
    window = grid.window()
    assert isinstance(window, MainWindow)
    return window.statusBar().currentMessage()


def test_delete_empties_just_what_is_selected(grid: GridView) -> None:
    choose(grid, f"requests/received/{PERSONS}", f"requests/granted/{COMPANIES}")
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert value(grid, f"requests/received/{PERSONS}") == ""
    assert value(grid, f"requests/granted/{COMPANIES}") == ""
    assert value(grid, f"requests/received/{COMPANIES}") == "1"


def test_scattered_cells_are_not_copied_as_a_block(grid: GridView) -> None:
    choose(grid, f"requests/received/{PERSONS}", f"requests/granted/{COMPANIES}")
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert "连续的区域" in said(grid)


def test_ctrl_and_an_arrow_move_the_selection_with_the_cursor(grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert value(grid, f"requests/received/{PERSONS}") == "5"
    assert value(grid, f"requests/carried_out/{PERSONS}") == ""


def test_backspace_empties_the_cell(grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    assert value(grid, f"requests/received/{PERSONS}") == ""


def test_deleting_takes_the_remark_with_the_figure(window: MainWindow) -> None:
    grid = open_in(window, a_full_report({f"requests/received/{PERSONS}": "5（其中2件）"}))
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid._document.report.remarks == {}


def test_a_copy_takes_the_remark_along(window: MainWindow) -> None:
    grid = open_in(window, a_full_report({f"requests/received/{PERSONS}": "5（其中2件）"}))
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    grid.go_to(f"requests/carried_in/{PERSONS}")
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert grid._document.report.remark(f"requests/carried_in/{PERSONS}") == "其中2件"


def test_filling_down_over_spans_fills_each_column(window: MainWindow) -> None:
    grid = open_in(window, a_full_report({"proactive/regulations/issued": "3"}), "proactive")
    choose(grid, *[name for name in grid.grid.table.cells if name.startswith("proactive/")])
    QTest.keyClick(grid, Qt.Key.Key_D, CTRL)
    assert value(grid, "proactive/normative_documents/issued") == "3"
    assert value(grid, "proactive/fees/amount") == "3"


def test_filling_right_repeats_the_first_column(grid: GridView) -> None:
    choose(grid, f"requests/received/{PERSONS}", f"requests/received/{COMPANIES}")
    QTest.keyClick(grid, Qt.Key.Key_R, CTRL)
    assert value(grid, f"requests/received/{COMPANIES}") == "5"


def test_rows_copied_with_their_labels_find_their_figures(grid: GridView) -> None:
    header = "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    paste(grid, f"{header}\n二、上年结转政府信息公开申请数量\t\t\t8\t9\t0\t0\t0\t0\t17")
    assert value(grid, f"requests/carried_in/{PERSONS}") == "8"
    assert value(grid, f"requests/received/{PERSONS}") == "5"


def test_placeholders_are_left_out_where_they_stand(grid: GridView) -> None:
    paste(grid, "-\t-\n8\t9")
    assert value(grid, f"requests/received/{PERSONS}") == "5"
    assert value(grid, f"requests/carried_in/{PERSONS}") == "8"
    assert said(grid) == "贴入 2 格，忽略 2 格（-、- 是占位符，请填 0 或“/”）"


def test_words_and_placeholders_that_are_left_out_are_told_apart(grid: GridView) -> None:
    paste(grid, "无\t—\n甲\t9")
    assert said(grid) == "贴入 1 格，忽略 3 格（二、上年结转 × 自然人的“甲” 不能填；无、— 是占位符，请填 0 或“/”）"


def test_figures_with_counting_words_are_pasted_by_position(grid: GridView) -> None:
    paste(grid, "12件\t 8 份")
    assert value(grid, f"requests/received/{PERSONS}") == "12"
    assert value(grid, f"requests/received/{COMPANIES}") == "8"
    assert said(grid) == "贴入 2 格"


@pytest.mark.parametrize(("text", "amount"), [("251000元", "25.1"), ("9472.93万元", "9472.93")])
def test_money_is_pasted_in_the_forms_unit(window: MainWindow, text: str, amount: str) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    grid.go_to("proactive/fees/amount")
    paste(grid, text)
    assert value(grid, "proactive/fees/amount") == amount


def test_a_converted_amount_is_said(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    grid.go_to("proactive/fees/amount")
    paste(grid, "251000元")
    assert said(grid).startswith("贴入 1 格。")
    assert "写的是“251000元”，已换算为“25.1”（单位：万元）" in said(grid)


def test_one_figure_with_a_counting_word_fills_all_that_is_selected(grid: GridView) -> None:
    choose(grid, f"requests/received/{PERSONS}", f"requests/received/{COMPANIES}")
    paste(grid, "12件")
    assert value(grid, f"requests/received/{COMPANIES}") == "12"


def test_an_amount_found_by_its_label_and_converted_is_said(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    paste(grid, "信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t251000元")
    assert value(grid, "proactive/fees/amount") == "25.1"
    assert "已换算为“25.1”" in said(grid)


def test_a_lone_quotation_mark_swallows_nothing(grid: GridView) -> None:
    paste(grid, '"1\t2\n3\t4')
    assert value(grid, f"requests/carried_in/{COMPANIES}") == "4"


def test_a_very_long_text_is_just_no_figure(grid: GridView) -> None:
    paste(grid, "长" * 200_000)
    assert said(grid).startswith("贴入 0 格，忽略 1 格")


def test_more_text_than_any_table_is_said_and_changes_nothing(grid: GridView) -> None:
    paste(grid, "长" * 4_200_000)
    assert said(grid).startswith("剪贴板中的文字过多")
    assert not grid._document.modified


def test_an_empty_clipboard_changes_nothing(grid: GridView) -> None:
    paste(grid, "")
    assert not grid._document.modified


@pytest.mark.parametrize("table", ["proactive", "requests", "review_litigation"])
@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(report=reports(), data=st.data())
@pytest.mark.usefixtures("qapp")
def test_a_block_pasted_where_it_was_copied_changes_nothing(report: Report, data: st.DataObject, table: str) -> None:
    model = GridModel(Document(report), current_form().table(table))
    names = data.draw(st.lists(st.sampled_from(list(model.table.cells)), min_size=1, max_size=4))
    selection = selection_of(model, [model.index_of(name) for name in names])
    assert selection is not None
    clip = clip_of("", block_to_text(selection.texts))
    pasted = paste_at(model, report.form, clip, selection.rows.start, selection.columns.start)
    assert not report.apply(Edit(cells=pasted.edit.cells, remarks=pasted.edit.remarks)).cells - report.from_last_year


def test_typing_over_a_figure_with_a_remark_says_that_the_remark_is_gone(window: MainWindow) -> None:
    grid = open_in(window, a_report({f"requests/received/{PERSONS}": "5（其中2件）"}))
    grid.grid.setData(grid.grid.index_of(f"requests/received/{PERSONS}"), "6")
    assert "原备注“其中2件”" in said(grid)


def test_a_table_from_a_web_page_finds_its_figures_by_its_labels(grid: GridView) -> None:
    rows = "".join(
        f"<tr><td colspan=3>{label}</td>{''.join(f'<td>{n}</td>' for n in figures)}</tr>"
        for label, figures in (
            ("二、上年结转政府信息公开申请数量", (8, 9, 0, 0, 0, 0, 17)),
            ("一、本年新收政府信息公开申请数量", (4, 3, 0, 0, 0, 0, 7)),
        )
    )
    head = "".join(f"<td>{t}</td>" for t in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"))
    table = (
        "<table><tr><td colspan=3 rowspan=3></td><td colspan=7>申请人情况</td></tr>"
        "<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
        f"<tr>{head}</tr>{rows}</table>"
    )
    data = QMimeData()
    data.setHtml(table)
    data.setText("plain")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert value(grid, f"requests/received/{PERSONS}") == "4"
    assert value(grid, f"requests/carried_in/{COMPANIES}") == "9"
    assert said(grid) == "贴入 12 格，忽略 2 格"


def test_merged_cells_of_a_formatted_block_keep_their_places(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    grid.go_to("proactive/penalties/decisions")
    data = QMimeData()
    data.setHtml("<table><tr><td colspan=3>7</td></tr><tr><td colspan=3>8</td></tr></table>")
    data.setText("7\n8")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert value(grid, "proactive/coercion/decisions") == "8"
