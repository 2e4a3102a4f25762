"""The paragraphs that the tables tell are written from the keyboard, and follow the tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from models.cell_value import read_value
from models.report import Edit, LastYear, Report
from tests.builders import a_full_report
from tests.windows import open_at, press
from ui.main_window import MainWindow
from ui.workspace import Workspace

RECEIVED = "requests/received/natural_person"
FORMS_OWN = "2024年新收政府信息公开申请6件，其中自然人5件、法人或其他组织1件；上年结转0件。"


def draft(window: MainWindow, menus: list[QMenu], name: str) -> None:
    press(window, Qt.Key.Key_G)
    next(action for action in menus[-1].actions() if action.text() == name).trigger()


def open_overview(window: MainWindow, report: Report) -> Workspace:
    return open_at(window, report, "overview")


def test_ctrl_g_offers_what_the_tables_tell(window: MainWindow, menus: list[QMenu]) -> None:
    open_overview(window, a_full_report())
    press(window, Qt.Key.Key_G)
    assert [action.text() for action in menus[-1].actions()] == ["申请办理情况", "复议诉讼情况", "信息处理费情况"]


def test_a_draft_comes_behind_the_paragraph_with_the_cursor(window: MainWindow, menus: list[QMenu]) -> None:
    work = open_overview(window, a_full_report(texts={"overview": "第一段。\n第二段。"}))
    draft(window, menus, "申请办理情况")
    assert work.document.report.text("overview").startswith(f"第一段。\n{FORMS_OWN}")


def test_the_editor_shows_the_draft_following_the_tables(window: MainWindow, menus: list[QMenu]) -> None:
    work = open_overview(window, a_full_report())
    draft(window, menus, "申请办理情况")
    work.document.apply(Edit(cells={RECEIVED: read_value("105")}))
    assert "申请106件" in work.page.editor.plain_text()  # type: ignore[attr-defined]


def test_a_draft_of_another_section_opens_it(window: MainWindow, menus: list[QMenu]) -> None:
    work = open_overview(window, a_full_report())
    draft(window, menus, "信息处理费情况")
    assert "信息处理费" in work.page.editor.plain_text()  # type: ignore[attr-defined]


def test_a_draft_can_be_asked_for_from_a_table(window: MainWindow, menus: list[QMenu]) -> None:
    work = open_at(window, a_full_report(), "requests")
    draft(window, menus, "申请办理情况")
    assert work.document.report.text("overview").startswith(FORMS_OWN)


def test_a_draft_is_one_step_back(window: MainWindow, menus: list[QMenu]) -> None:
    work = open_overview(window, a_full_report(texts={"overview": "第一段。"}))
    draft(window, menus, "申请办理情况")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert work.document.report.text("overview") == "第一段。"


@pytest.mark.parametrize("figure", ["予以公开 1 件", "无法提供 2 件"])
def test_what_last_years_wording_leaves_out_is_told(window: MainWindow, menus: list[QMenu], figure: str) -> None:
    report = a_full_report()
    figures = {name: report.value(name) for name in report.form.cells}
    last = LastYear(2023, figures, {"overview": "收到政府信息公开申请6件。"})
    report.apply(Edit(last_year=last))
    open_overview(window, report)
    draft(window, menus, "申请办理情况")
    assert figure in window.statusBar().currentMessage()
