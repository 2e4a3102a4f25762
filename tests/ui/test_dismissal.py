"""属实，不再提示: a reason and a name, one undo step, kept in the file, and brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from models.cell_value import read_value
from models.report import Edit
from storage.native_file import load_native
from tests.builders import a_clean_report, a_report_that_says
from tests.windows import CTRL, ScriptedDialogs, listed, offer, open_at, press, report_of
from ui.dialogs.dismissal_dialog import DismissalDialog
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.workspace import Workspace

NONE = Qt.KeyboardModifier.NoModifier
RECEIVED = "requests/received/natural_person"
WRONG = "全年办结政府信息公开申请8件。"
ANSWER = ("含代管委会办理的 2 件", "办公室王某")
FOLD = "▸ 已确认属实 1"


@pytest.fixture
def work(window: MainWindow, dialogs: ScriptedDialogs) -> Workspace:
    """Show a report whose one finding has been confirmed as true."""
    work = open_at(window, a_report_that_says(WRONG), "requests")
    dialogs.answers.append(ANSWER)
    press(window, Qt.Key.Key_F8, NONE)
    press(window, Qt.Key.Key_F8)
    return work


def unfold(window: MainWindow, work: Workspace) -> None:
    panel = work.findings.list
    panel.setCurrentRow(panel.count() - 1)
    panel.setFocus()
    press(window, Qt.Key.Key_Return, NONE)


@pytest.mark.usefixtures("work")
def test_a_dismissed_finding_is_only_counted(window: MainWindow) -> None:
    assert listed(window) == [FOLD]
    assert window._status is not None
    assert window._status.text().endswith("没有发现问题")


def test_the_group_unfolds_with_reason_and_name(window: MainWindow, work: Workspace) -> None:
    unfold(window, work)
    assert listed(window)[0] == "▾ 已确认属实 1"
    assert listed(window)[1].endswith("\n属实：含代管委会办理的 2 件（办公室王某）")


def test_it_is_one_step_of_the_history(window: MainWindow, work: Workspace) -> None:
    assert work.document.undo_stack.undoText() == "属实，不再提示"
    press(window, Qt.Key.Key_Z)
    assert FOLD not in listed(window)
    assert work.document.findings
    press(window, Qt.Key.Key_Y)
    assert listed(window) == [FOLD]


def test_it_can_be_brought_back(window: MainWindow, work: Workspace) -> None:
    unfold(window, work)
    work.findings.list.setCurrentRow(1)
    QTest.mouseClick(offer(window, "恢复提示"), Qt.MouseButton.LeftButton)
    assert [finding.code for finding in work.document.findings] == ["statement"]


@pytest.mark.usefixtures("work")
def test_it_is_kept_in_the_file(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.answers.append(tmp_path / "a.gknb")
    press(window, Qt.Key.Key_S)
    window.files.show(Document(load_native(tmp_path / "a.gknb"), tmp_path / "a.gknb"))
    assert window.workspace is not None
    window.workspace.document.settle()
    assert listed(window) == [FOLD]


def test_a_changed_cell_brings_it_back(window: MainWindow, work: Workspace) -> None:
    edit = Edit(cells={"requests/granted/natural_person": read_value("1"), RECEIVED: read_value("6")})
    work.document.apply(edit)
    work.document.settle()
    assert any(line.startswith("总体情况写") for line in listed(window))


@pytest.mark.usefixtures("work")
def test_reason_and_name_are_proposed_the_next_time(
    window: MainWindow, dialogs: ScriptedDialogs, settings: Settings
) -> None:
    proposed: list[object] = []
    dialogs.answers.append(lambda _message, reasons, name: proposed.extend([reasons, name]))
    open_at(window, a_report_that_says("全年办结政府信息公开申请9件。"), "requests")
    press(window, Qt.Key.Key_F8, NONE)
    QTest.mouseClick(offer(window, "属实"), Qt.MouseButton.LeftButton)
    assert proposed == [[ANSWER[0]], ANSWER[1]]
    assert settings.confirmer == ANSWER[1]


def test_who_thinks_better_of_it_dismisses_nothing(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    work = open_at(window, a_report_that_says(WRONG), "requests")
    dialogs.answers.append(None)
    press(window, Qt.Key.Key_F8, NONE)
    press(window, Qt.Key.Key_F8)
    assert len(work.document.findings) == 1
    assert not work.document.undo_stack.count()


def test_a_broken_balance_cannot_be_dismissed_and_the_button_says_why(window: MainWindow) -> None:
    open_at(window, a_clean_report({RECEIVED: "7"}), "overview")
    press(window, Qt.Key.Key_F8, NONE)
    button = offer(window, "属实")
    assert not button.isEnabled()
    assert button.toolTip() == "“表内勾稽”的错误不能按属实放过：表内的数必须相符，请改正数据"


def test_the_key_on_a_broken_balance_says_why(window: MainWindow) -> None:
    open_at(window, a_clean_report({RECEIVED: "7"}), "overview")
    press(window, Qt.Key.Key_F8, NONE)
    press(window, Qt.Key.Key_F8)
    assert "不能按属实放过" in window.statusBar().currentMessage()
    assert not report_of(window).dismissed


def test_the_key_without_a_finding_says_what_to_do(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "requests")
    press(window, Qt.Key.Key_F8)
    assert "请先在右侧选一个问题" in window.statusBar().currentMessage()


def test_the_words_with_the_cursor_are_what_is_dismissed(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    work = open_at(window, a_report_that_says(WRONG, {RECEIVED: "7"}), "overview")
    asked: list[str] = []
    dialogs.answers.append(lambda message, _reasons, _name: asked.append(message))
    finding = next(each for each in work.document.findings if each.code == "statement")
    work.show_words(finding)
    press(window, Qt.Key.Key_F8, CTRL)
    assert asked == [finding.message]


# ── the dialog ──────────────────────────────────────────────────────────


@pytest.fixture
def dialog(window: MainWindow) -> DismissalDialog:
    dialog = DismissalDialog("总体情况写“…8件”，差 2", ["旧理由", "更旧的"], "", window)
    dialog.show()
    return dialog


def test_both_reason_and_name_are_needed(dialog: DismissalDialog) -> None:
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.toolTip() == "请先填写理由和确认人"
    QTest.keyClicks(dialog.reason_box, "abc")
    assert dialog.accept_button.toolTip() == "请先填写确认人"
    QTest.keyClicks(dialog.name_line, "wang")
    assert dialog.accept_button.isEnabled()


def test_white_space_is_no_reason(dialog: DismissalDialog) -> None:
    QTest.keyClicks(dialog.name_line, "wang")
    QTest.keyClicks(dialog.reason_box, "   ")
    assert not dialog.accept_button.isEnabled()


def test_a_recent_reason_is_picked_with_the_arrow_key(dialog: DismissalDialog) -> None:
    QTest.keyClick(dialog.reason_box, Qt.Key.Key_Down)
    QTest.keyClick(dialog.reason_box, Qt.Key.Key_Down)
    assert dialog.reason == "更旧的"


def test_enter_confirms_what_is_complete(dialog: DismissalDialog) -> None:
    QTest.keyClicks(dialog.name_line, "wang")
    QTest.keyClick(dialog.reason_box, Qt.Key.Key_Down)
    QTest.keyClick(dialog.reason_box, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.reason, dialog.confirmer) == ("旧理由", "wang")
