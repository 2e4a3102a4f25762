"""The panel of findings: groups, levels, stepping, what is offered, and as little redrawing as may be."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from models.cell_value import BLANK, read_value
from models.finding import Severity
from models.report import Edit, LastYear, Report
from tests.builders import a_clean_report, a_report_that_says
from tests.windows import listed, offer, open_at, press, report_of
from ui.main_window import MainWindow
from ui.settings import Settings

RECEIVED = "requests/received/natural_person"
ISSUED = "proactive/regulations/issued"
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WRONG = "全年办结政府信息公开申请8件，，答复均已送达。"
BALANCE = "自然人：一(7)＋二(0)＝7，三(七)(5)＋四(0)＝5，差 2"


CARRIED_OUT = dict.fromkeys(("requests/carried_out/other", "requests/carried_out/total"), read_value("2"))


def a_report_with_problems() -> Report:
    return a_report_that_says(WRONG, {RECEIVED: "7"}, last_year=LastYear(2023, CARRIED_OUT))


def test_the_groups_come_with_their_counts(window: MainWindow) -> None:
    open_at(window, a_report_with_problems(), "overview")
    headings = [line for line in listed(window) if "　" in line]
    assert headings == ["表内　2 错", "表文　1 疑", "跨年　1 错 1 疑", "文字　1 提示"]


def test_a_report_without_a_finding_says_so(window: MainWindow) -> None:
    work = open_at(window, a_clean_report(), "overview")
    assert listed(window) == []
    assert work.findings._note.text() == "没有发现问题。"


def test_a_level_that_is_switched_off_is_left_out_and_counted(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    QTest.mouseClick(work.findings.filter.buttons[Severity.ERROR], Qt.MouseButton.LeftButton)
    assert BALANCE not in listed(window)
    assert work.findings._note.text() == "按级别另有 3 处没有列出"
    assert work.findings.filter.buttons[Severity.ERROR].text() == "错 3"


def test_the_levels_are_remembered(window: MainWindow, settings: Settings) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    QTest.mouseClick(work.findings.filter.buttons[Severity.INFO], Qt.MouseButton.LeftButton)
    assert settings.hidden_levels == {Severity.INFO}
    work = open_at(window, a_report_with_problems(), "overview")
    assert not work.findings.filter.buttons[Severity.INFO].isChecked()


def test_f8_goes_through_the_findings_and_around(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    seen = []
    for _ in range(7):
        press(window, Qt.Key.Key_F8, NONE)
        assert work.findings.current is not None
        seen.append(work.findings.current.code)
    assert seen == ["balance", "balance", "statement", "carry-over", "carry-over", "wording", "balance"]


def test_shift_f8_goes_back(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    press(window, Qt.Key.Key_F8, SHIFT)
    assert work.findings.current is not None
    assert work.findings.current.code == "wording"


def test_f8_steps_over_what_is_left_out(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    QTest.mouseClick(work.findings.filter.buttons[Severity.ERROR], Qt.MouseButton.LeftButton)
    press(window, Qt.Key.Key_F8, NONE)
    assert work.findings.current is not None
    assert work.findings.current.code == "statement"


def test_f8_without_a_finding_says_so(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "overview")
    press(window, Qt.Key.Key_F8, NONE)
    assert window.statusBar().currentMessage() == "没有发现问题"


def test_enter_in_the_list_leads_to_the_place(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    work.findings.list.setFocus()
    press(window, Qt.Key.Key_Return, NONE)
    assert work.grid_view is not None
    assert work.grid_view.current_cell is not None
    assert work.grid_view.current_cell.name == RECEIVED


def test_only_the_lines_that_differ_are_made_anew(window: MainWindow) -> None:
    report = a_report_with_problems()
    report.apply(Edit(cells={"requests/received/other": BLANK, ISSUED: BLANK, "proactive/licences/decisions": BLANK}))
    work = open_at(window, report, "overview")
    panel = work.findings.list
    before = [panel.item(row) for row in range(panel.count())]
    work.document.apply(Edit(cells={ISSUED: read_value("0")}))
    after = [panel.item(row) for row in range(panel.count())]
    assert [line.text()[:10] for line in after if line not in before] == ["表二还有 1 格未填"]


def test_the_current_finding_stays_the_current_one(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    for _ in range(3):
        press(window, Qt.Key.Key_F8, NONE)
    work.document.apply(Edit(cells={RECEIVED: read_value("5")}))
    assert work.findings.current is not None
    assert work.findings.current.code == "statement"


def test_a_mended_finding_leaves_f8_to_the_one_that_follows(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    press(window, Qt.Key.Key_F8, NONE)
    work.document.apply(Edit(cells={RECEIVED: read_value("5")}))
    press(window, Qt.Key.Key_F8, NONE)
    assert work.findings.current is not None
    assert work.findings.current.code == "statement"


def test_a_long_sentence_is_as_high_as_all_its_lines(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    panel = work.findings.list
    for row in range(panel.count()):
        text, height = panel.item(row).text(), panel.visualItemRect(panel.item(row)).height()
        lines = panel.fontMetrics().horizontalAdvance(text) // (panel.line_width - 40) + 1
        assert height >= lines * panel.fontMetrics().height(), text


def test_the_lines_follow_the_width_of_the_panel(window: MainWindow) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    panel = work.findings.list
    row = listed(window).index(BALANCE)
    before = panel.visualItemRect(panel.item(row)).height()
    work.setSizes([178, 500, 600])
    QApplication.processEvents()
    assert panel.visualItemRect(panel.item(row)).height() < before


def test_blanks_can_be_filled_with_zeros_from_the_panel(window: MainWindow) -> None:
    report = a_clean_report({ISSUED: "", "requests/received/other": ""})
    open_at(window, report, "overview")
    press(window, Qt.Key.Key_F8, NONE)
    QTest.mouseClick(offer(window, "全部补零"), Qt.MouseButton.LeftButton)
    assert listed(window) == []
    assert str(report_of(window).value(ISSUED)) == "0"


def test_the_menu_of_a_finding_offers_what_the_buttons_do(window: MainWindow, menus: list[QMenu]) -> None:
    work = open_at(window, a_report_with_problems(), "overview")
    for _ in range(3):
        press(window, Qt.Key.Key_F8, NONE)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(work.findings.list, QContextMenuEvent(reason, QPoint(), QPoint()))
    assert [action.text() for action in menus[0].actions()] == ["改为 6", "转到表格", "属实，不再提示…"]


def test_nothing_is_offered_after_a_correction_until_the_next_finding_is_chosen(window: MainWindow) -> None:
    work = open_at(window, a_report_that_says("全年受理申请65件。\n全年办结申请64件。"), "overview")
    press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    first = work.findings.current
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert first is not None
    assert work.findings.current is None
    assert not [each for each in work.findings.offers.buttons if each.isVisible()]
    press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert work.findings.current is not None
