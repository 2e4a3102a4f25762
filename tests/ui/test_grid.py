"""The grid under real keys, mouse, clipboard and input method."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from models.form import Form
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_full_report, a_report, third_form
from tests.text_editing import enter
from tests.windows import open_in
from ui.document import Document
from ui.grid.look import Ground, Look
from ui.grid.model import GridModel
from ui.grid.view import GridView
from ui.main_window import MainWindow

RECEIVED = "requests/received/natural_person"
BALANCE_OF_PERSONS = {
    "requests/received/natural_person",
    "requests/carried_in/natural_person",
    "requests/processed/natural_person",
    "requests/carried_out/natural_person",
}


@pytest.fixture
def grid(window: MainWindow) -> GridView:
    return open_in(window, a_full_report())


def keyboard() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def type_in(grid: GridView, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClicks(grid, "0")  # opens the cell
    keyboard().selectAll()
    enter(keyboard(), text)
    QTest.keyClick(keyboard(), key)
    QApplication.processEvents()  # Qt commits behind the key event


def shown(grid: GridView, name: str) -> str:
    return str(grid.grid.index_of(name).data())


def look(grid: GridView, name: str) -> Look:
    index = grid.grid.index_of(name)
    return grid.grid.look_at(index.row(), index.column())


def marked(grid: GridView) -> set[str]:
    return {name for name in grid.grid.table.cells if look(grid, name).mark}


def current(grid: GridView) -> str:
    assert grid.current_cell is not None
    return grid.current_cell.name


def select(grid: GridView, first: str, last: str) -> None:
    grid.go_to(first)
    start, end = (grid.visualRect(grid.grid.index_of(name)).center() for name in (first, last))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, end)


@pytest.mark.parametrize("form", [*known_forms().values(), third_form()], ids=lambda form: form.key)
@pytest.mark.usefixtures("qapp")
def test_every_table_is_a_sound_qt_model(form: Form) -> None:
    document = Document(Report(form))
    for table in form.tables:
        model = GridModel(document, table)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert model.rowCount() * model.columnCount() >= len(table.cells)


def test_typing_a_figure_moves_its_total(grid: GridView) -> None:
    type_in(grid, "7")
    assert shown(grid, "requests/received/total") == "8"


def test_a_broken_balance_marks_every_cell_of_both_columns(grid: GridView) -> None:
    type_in(grid, "7")
    assert marked(grid) == BALANCE_OF_PERSONS | {n.replace("natural_person", "total") for n in BALANCE_OF_PERSONS}


def test_the_two_sides_of_a_broken_balance_carry_different_marks(grid: GridView) -> None:
    type_in(grid, "7")
    assert look(grid, RECEIVED).ground is Ground.LEFT
    assert look(grid, "requests/processed/natural_person").ground is Ground.RIGHT
    assert look(grid, RECEIVED).mark != look(grid, "requests/processed/natural_person").mark


def test_a_broken_balance_is_listed_with_its_numbers(window: MainWindow, grid: GridView) -> None:
    type_in(grid, "7")
    assert window.workspace is not None
    listed = window.workspace.findings.list
    sentences = [listed.item(row).text() for row in range(listed.count())]
    assert "自然人：一(7)＋二(0)＝7，三(七)(5)＋四(0)＝5，差 2" in sentences
    assert "总计：一(8)＋二(0)＝8，三(七)(6)＋四(0)＝6，差 2" in sentences


def test_ctrl_z_brings_the_figure_back_and_clears_the_marks(window: MainWindow, grid: GridView) -> None:
    type_in(grid, "7")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(grid, RECEIVED) == "5"
    assert not marked(grid)
    assert window.document is not None
    assert window.document.findings == ()


def test_ctrl_y_enters_it_again(window: MainWindow, grid: GridView) -> None:
    type_in(grid, "7")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shown(grid, RECEIVED) == "7"


def test_enter_goes_down(grid: GridView) -> None:
    type_in(grid, "7")
    assert current(grid) == "requests/carried_in/natural_person"


def test_tab_steps_over_totals(grid: GridView) -> None:
    grid.go_to("requests/received/other")
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert current(grid) == "requests/carried_in/natural_person"


def test_shift_tab_goes_back_over_totals(grid: GridView) -> None:
    grid.go_to("requests/carried_in/natural_person")
    QTest.keyClick(grid, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert current(grid) == "requests/received/other"


def test_ctrl_down_goes_to_the_last_row(grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert current(grid) == "requests/carried_out/natural_person"


def test_home_and_end_go_along_the_row(grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert current(grid) == "requests/received/total"
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert current(grid) == RECEIVED


def test_arrows_step_over_labels_and_spans(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    grid.go_to("proactive/normative_documents/in_force")
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert current(grid) == "proactive/licences/decisions"


def test_escape_leaves_the_cell_as_it_was(grid: GridView) -> None:
    type_in(grid, "7", Qt.Key.Key_Escape)
    assert shown(grid, RECEIVED) == "5"


def test_f2_edits_what_is_there(grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClick(keyboard(), Qt.Key.Key_End)
    QTest.keyClicks(keyboard(), "0")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert shown(grid, RECEIVED) == "50"


def test_a_total_cannot_be_typed(grid: GridView) -> None:
    grid.go_to("requests/received/total")
    QTest.keyClicks(grid, "9")
    assert grid.figures.open_editor is None


def test_full_width_digits_and_separators_are_read(grid: GridView) -> None:
    type_in(grid, "１,２３４")
    assert shown(grid, RECEIVED) == "1234"


def test_a_remark_typed_in_brackets_is_kept_apart(grid: GridView, window: MainWindow) -> None:
    type_in(grid, "22（其中修订16件）")
    assert window.document is not None
    assert shown(grid, RECEIVED) == "22"
    assert window.document.report.remark(RECEIVED) == "其中修订16件"


@pytest.mark.parametrize("text", ["abc", "-3", "1.5"])
def test_what_is_no_count_is_kept_and_said_in_one_sentence(grid: GridView, window: MainWindow, text: str) -> None:
    type_in(grid, text)
    assert shown(grid, RECEIVED) == text
    assert f"“{text}”已照原样保留" in window.statusBar().currentMessage()


def test_delete_empties_the_selection(grid: GridView) -> None:
    select(grid, RECEIVED, "requests/carried_in/commercial")
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert shown(grid, RECEIVED) == ""
    assert shown(grid, "requests/carried_in/commercial") == ""


def test_a_copied_block_is_tab_separated(grid: GridView) -> None:
    select(grid, RECEIVED, "requests/carried_in/commercial")
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "5\t1\n0\t0\n"


def test_a_block_from_excel_is_one_undo_step(grid: GridView, window: MainWindow) -> None:
    assert window.document is not None
    before = {name: str(value) for name, value in window.document.report.cells.items()}
    QGuiApplication.clipboard().setText("\r\n".join("\t".join(str(r * 6 + c) for c in range(6)) for r in range(25)))
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(grid, "requests/carried_out/other") == "149"
    assert window.document.undo_stack.count() == 1
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {name: str(value) for name, value in window.document.report.cells.items()} == before


def test_a_paste_reports_what_it_filled_and_left_out(grid: GridView, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("\n".join("\t".join("1" * 6) for _ in range(25)))
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.statusBar().currentMessage() == "贴入 144 格，忽略 6 格"


def test_one_value_pasted_on_a_selection_fills_it(grid: GridView) -> None:
    select(grid, RECEIVED, "requests/carried_in/commercial")
    QGuiApplication.clipboard().setText("9")
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    corners = ("received/natural_person", "received/commercial", "carried_in/natural_person", "carried_in/commercial")
    assert {shown(grid, f"requests/{corner}") for corner in corners} == {"9"}


def test_cut_copies_and_empties(grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "5\n"
    assert shown(grid, RECEIVED) == ""


def test_ctrl_d_fills_down(grid: GridView) -> None:
    select(grid, RECEIVED, "requests/granted/natural_person")
    QTest.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert shown(grid, "requests/granted/natural_person") == "5"


def test_an_input_method_composition_begins_in_a_closed_cell(grid: GridView) -> None:
    event = QInputMethodEvent("n", [])
    QApplication.sendEvent(grid, event)
    assert grid.figures.open_editor is not None
    enter(grid.figures.open_editor, "12")
    assert grid.figures.open_editor.text() == "12"


def test_the_wheel_scrolls_and_changes_no_figure(grid: GridView, window: MainWindow) -> None:
    assert window.document is not None
    QTest.wheelEvent(grid.window().windowHandle(), grid.mapTo(window, QPoint(500, 300)), QPoint(0, -240))
    assert not window.document.undo_stack.canUndo()


def test_zeros_fill_the_blanks_of_the_table_only(window: MainWindow) -> None:
    grid = open_in(window, a_report({RECEIVED: "5"}))
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.document is not None
    assert shown(grid, RECEIVED) == "5"
    assert window.document.report.filled_count == len(grid.grid.table.typed_cells)


def test_the_tooltip_gives_the_formula_in_numbers(grid: GridView) -> None:
    tip = grid.grid.index_of(RECEIVED).data(Qt.ItemDataRole.ToolTipRole)
    assert "自然人：一(5)＋二(0)＝5，三(七)(5)＋四(0)＝5" in tip


def test_the_header_stays_in_view_while_the_figures_scroll(grid: GridView) -> None:
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert grid.horizontalHeader().isVisible()
    assert grid.horizontalHeader().geometry().top() < grid.viewport().geometry().top()


def test_a_click_on_a_label_moves_no_cursor(window: MainWindow) -> None:
    grid = open_in(window, a_full_report(), "proactive")
    before = current(grid)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert current(grid) == before


def test_leaving_the_cell_with_the_mouse_takes_over_what_was_typed(grid: GridView) -> None:
    QTest.keyClicks(grid, "7")
    target = grid.visualRect(grid.grid.index_of("requests/granted/commercial")).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert shown(grid, RECEIVED) == "7"
