"""The menu of a cell: what it counts, last year, its remark, the figure that would balance; all by keyboard."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from models.cell_value import read_value
from models.report import Report
from tests.builders import a_full_report, a_report, third_form
from tests.models.checks.examples import last_year
from tests.windows import open_at, open_in, press, report_of
from ui.grid.cell_note import CellNote
from ui.grid.view import GridView
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no window manager, no grabbing

NONE, SHIFT, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
PERSONS = "natural_person"
RECEIVED, CARRIED_IN = f"requests/received/{PERSONS}", f"requests/carried_in/{PERSONS}"
CARRIED_OUT = f"requests/carried_out/{PERSONS}"


def with_last_year(report: Report, cells: dict[str, str]) -> Report:
    report.last_year = last_year(cells)
    return report


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, with_last_year(a_full_report({RECEIVED: "9"}), {RECEIVED: "21", CARRIED_OUT: "0"}))


def entries(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> QAction:
    actions = [*menu.actions(), *(inner for each in menu.findChildren(QMenu) for inner in each.actions())]
    return next(action for action in actions if action.text().startswith(text))


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def right_click(grid: GridView, name: str) -> None:
    place = grid.visualRect(grid.grid.index_of(name)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), event)


# ── the menu ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, SHIFT)])
def test_a_key_opens_the_menu_of_the_current_cell(
    grid: GridView, menus: list[QMenu], key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(grid, key, modifiers)
    assert entries(menus[0]) == [
        "剪切(&T)",
        "复制(&C)",
        "粘贴(&P)",
        "清除(&E)",
        "说明(&H)",
        "备注(&R)",
        "与去年(&Y)",
        "按勾稽推算：填 5（现为 9）",
    ]


def test_the_mouse_opens_it_for_the_cell_below(grid: GridView, menus: list[QMenu]) -> None:
    right_click(grid, CARRIED_IN)
    assert len(menus) == 1
    assert grid.current_cell is not None
    assert grid.current_cell.name == CARRIED_IN


def test_a_selection_under_the_mouse_stays(grid: GridView, menus: list[QMenu]) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    right_click(grid, RECEIVED)
    assert menus
    assert grid.selected is not None
    assert len(grid.selected.cells) == 2


def test_a_label_has_no_menu(window: MainWindow, menus: list[QMenu]) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(40, 10), QPoint(40, 10))
    QApplication.sendEvent(grid.viewport(), event)
    assert not menus


def test_its_entries_act_on_the_selection(grid: GridView, menus: list[QMenu], window: MainWindow) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Menu)
    entry(menus[0], "复制").trigger()
    assert QGuiApplication.clipboard().text() == "9\n"
    entry(menus[0], "清除").trigger()
    assert str(report_of(window).value(RECEIVED)) == ""


# ── 说明 ────────────────────────────────────────────────────────────────


def note(grid: GridView) -> str:
    leaf = grid.findChild(CellNote)
    assert isinstance(leaf, CellNote)
    return leaf.text()


def test_a_key_shows_what_the_cell_counts(window: MainWindow, grid: GridView) -> None:
    grid.go_to("requests/refused.state_secret/commercial")
    press(window, Qt.Key.Key_F1, SHIFT)
    text = note(grid)
    assert text.startswith("1.属于国家秘密 × 商业企业\n")
    assert "1.属于国家秘密：依法确定为国家秘密的信息（《条例》第十四条）。" in text
    assert "商业企业：公司等以营利为目的的企业提出的申请。" in text
    assert text.endswith("依据：国办公开办函〔2021〕30号")


def test_any_key_takes_it_away(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_F1, SHIFT)
    leaf = grid.findChild(CellNote)
    QTest.keyClick(leaf, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert grid.findChild(CellNote) is None or not grid.findChild(CellNote).isVisible()


def test_it_stays_on_the_screen(window: MainWindow, grid: GridView) -> None:
    grid.go_to("requests/carried_out/total")
    press(window, Qt.Key.Key_F1, SHIFT)
    leaf = grid.findChild(CellNote)
    assert grid.screen().availableGeometry().contains(QRect(leaf.pos(), leaf.size()))


def test_a_form_without_notes_says_so(window: MainWindow) -> None:
    grid = open_in(window, a_report(form=third_form()), "lending")
    press(window, Qt.Key.Key_F1, SHIFT)
    assert "这一格没有说明。" in note(grid)


# ── 与去年 ──────────────────────────────────────────────────────────────


def test_last_years_figure_is_told_and_can_be_entered(window: MainWindow, grid: GridView, menus: list[QMenu]) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Menu)
    assert not entry(menus[0], "去年 21，减少 12（-57.1%）").isEnabled()
    entry(menus[0], "填入去年的数 21（现为 9）").trigger()
    assert str(report_of(window).value(RECEIVED)) == "21"
    assert grid._document.undo_stack.undoText() == "填入去年的数 一、本年新收 × 自然人"


def test_without_last_year_the_menu_says_so(window: MainWindow, menus: list[QMenu]) -> None:
    QTest.keyClick(open_in(window, a_full_report()), Qt.Key.Key_Menu)
    assert not entry(menus[0], "没有去年的数可以对照").isEnabled()


# ── 备注 ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_F4, NONE), (Qt.Key.Key_F2, SHIFT)])
def test_a_key_leads_into_the_remark_and_enter_back(
    window: MainWindow, grid: GridView, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    press(window, key, modifiers)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.insert("其中网络2件")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert report_of(window).remark(RECEIVED) == "其中网络2件"
    assert QApplication.focusWidget() is grid


def test_escape_leaves_the_remark_as_it_was(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_F4, NONE)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.insert("写错了")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert report_of(window).remark(RECEIVED) == ""
    assert line.text() == ""
    assert QApplication.focusWidget() is grid


# ── 按勾稽推算 ──────────────────────────────────────────────────────────


def test_a_key_proposes_the_figure_and_enter_takes_it(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_Equal, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "按勾稽推算：填 5（现为 9）\t自然人：一＋二＝三(七)＋四"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert str(report_of(window).value(RECEIVED)) == "5"
    assert [finding.code for finding in grid._document.findings if finding.code == "balance"] == []
    assert grid._document.undo_stack.undoText() == "按勾稽推算 一、本年新收 × 自然人"


def test_escape_leaves_the_figure(window: MainWindow, grid: GridView) -> None:
    press(window, Qt.Key.Key_Equal, ALT)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    assert not grid._document.undo_stack.count()


def test_a_figure_still_being_typed_is_entered_first(window: MainWindow, grid: GridView, menus: list[QMenu]) -> None:
    grid.go_to(CARRIED_OUT)
    QTest.keyClicks(grid, "2")
    press(window, Qt.Key.Key_Equal, ALT)
    assert entries(menus[0]) == ["按勾稽推算：填 4（现为 2）"]


def test_balances_that_disagree_are_all_listed(grid: GridView, window: MainWindow, menus: list[QMenu]) -> None:
    report_of(window).last_year = last_year({CARRIED_OUT: "3"})
    grid.grid.setData(grid.grid.index_of(RECEIVED), "4")
    grid.go_to(CARRIED_IN)
    press(window, Qt.Key.Key_Equal, ALT)
    assert entries(menus[0]) == ["按勾稽推算：填 1（现为 0）", "按勾稽推算：填 3（现为 0）"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("requests/received/total", "一、本年新收 × 总计：总计自动算出，不用推算"),
        (
            "requests/received/research",
            "一、本年新收 × 科研机构：现在的 0 与勾稽关系相符（科研机构：一＋二＝三(七)＋四），不用改",
        ),
        (CARRIED_IN, "二、上年结转 × 自然人：按“自然人：一＋二＝三(七)＋四”算得 -4，不能填，请核对其他数"),
    ],
)
def test_where_nothing_can_be_proposed_the_status_line_says_why(
    window: MainWindow, grid: GridView, name: str, sentence: str
) -> None:
    report_of(window).last_year = None
    grid.go_to(name)
    press(window, Qt.Key.Key_Equal, ALT)
    assert said(window) == sentence


def test_a_cell_of_no_relation_says_so(window: MainWindow) -> None:
    open_in(window, a_full_report(), "review_litigation")
    press(window, Qt.Key.Key_Equal, ALT)
    assert said(window) == "行政复议·结果维持：没有勾稽关系能确定这一格的数"


def test_a_proposed_figure_keeps_the_remark(window: MainWindow, menus: list[QMenu]) -> None:
    grid = open_in(window, a_full_report({RECEIVED: "9（其中网络2件）"}))
    press(window, Qt.Key.Key_Equal, ALT)
    menus[0].actions()[0].trigger()
    assert grid._document.report.remark(RECEIVED) == "其中网络2件"
    assert grid._document.report.value(RECEIVED) == read_value("5")


def test_on_a_text_page_the_key_says_what_it_is_for(window: MainWindow) -> None:
    open_at(window, a_full_report(), "overview")
    press(window, Qt.Key.Key_Equal, ALT)
    assert said(window) == "请先打开有表格的一部分"
