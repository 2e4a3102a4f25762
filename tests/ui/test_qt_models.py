"""Every item model of the window stays sound by Qt's own judgement while a report is worked on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView

from models.report import Edit, LastYear, Report
from tests.builders import a_full_report, third_form
from tests.models.checks.examples import last_year
from tests.windows import CTRL, open_at, open_in, press
from ui.main_window import MainWindow

RECEIVED = "requests/received/natural_person"
SECTIONS = ("preamble", "overview", "proactive", "requests", "review_litigation", "problems", "other_matters")


def judges(window: MainWindow) -> list[QAbstractItemModelTester]:
    """Return a tester for each model of the window that ends the test at the first fault."""
    models = {view.model() for view in window.findChildren(QAbstractItemView) if view.model() is not None}
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    return [QAbstractItemModelTester(model, fatal) for model in models]


@pytest.mark.parametrize("section", SECTIONS)
def test_the_models_of_every_page_are_sound_through_edits_undo_and_another_year(
    window: MainWindow, section: str
) -> None:
    work = open_at(window, a_full_report(texts={"overview": "全年办结政府信息公开申请8件，，。"}), section)
    assert work.findings is not None
    kept = judges(window)
    assert len(kept) >= 2
    document = work.document
    press(window, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    for edit in (
        Edit(cells={RECEIVED: document.report.value("requests/granted/commercial")}),
        Edit(last_year=last_year({RECEIVED: "21"})),
        Edit(texts={"overview": "没有收到申请。"}),
        Edit(last_year=LastYear()),
    ):
        document.apply(edit)
        document.settle()
    while document.undo_stack.canUndo():
        document.undo()
    while document.undo_stack.canRedo():
        document.redo()
    document.settle()
    assert document.undo_stack.count() == 4


def test_the_grid_stays_sound_under_keys(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    kept = judges(window)
    QTest.keyClick(grid, Qt.Key.Key_A, CTRL)
    QTest.keyClick(grid, Qt.Key.Key_D, CTRL)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_Plus, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert kept


def test_an_invented_form_is_as_sound(window: MainWindow) -> None:
    grid = open_in(window, Report(third_form()), "stock")
    kept = judges(window)
    QTest.keyClick(grid, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(grid, "3")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert kept
