"""The real dialogs: words in Chinese, buttons that say what they do, no file replaced unasked."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from models.open_points import OpenPoint
from storage.recovery import RecoveryCopy
from ui.crash_guard import install_crash_guard
from ui.dialogs.choices import ChangedFile, HowToOpen, Recovery, Unsaved
from ui.dialogs.dialogs import Dialogs
from ui.dialogs.occasions import Deed
from ui.main_window import MainWindow

BASE_EXEC = QDialog.exec


@pytest.fixture
def real(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    monkeypatch.setattr(QDialog, "exec", BASE_EXEC)
    return Dialogs(window)


def press_when_open(text: str) -> list[QMessageBox]:
    seen: list[QMessageBox] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box)
        next(button for button in box.buttons() if button.text() == text).click()

    QTimer.singleShot(0, press)
    return seen


@pytest.mark.parametrize("choice", list(Unsaved))
def test_the_unsaved_question_returns_the_button_pressed(real: Dialogs, choice: Unsaved) -> None:
    press_when_open(choice.value)
    assert real.ask_unsaved("年报") is choice


def test_the_question_on_foreign_files_returns_the_button_pressed(real: Dialogs, tmp_path: Path) -> None:
    press_when_open(HowToOpen.REPORT.value)
    assert real.ask_how_to_open(tmp_path / "a.docx") is HowToOpen.REPORT


@pytest.mark.parametrize("choice", list(Recovery))
def test_the_question_on_a_copy_left_behind_tells_both_times(real: Dialogs, tmp_path: Path, choice: Recovery) -> None:
    file = tmp_path / "年报.gknb"
    file.touch()
    seen = press_when_open(choice.value)
    copy = RecoveryCopy(tmp_path / ".~1~年报.gknb", file, datetime(2025, 1, 20, 14, 2).astimezone())
    assert real.ask_recovery(file.name, copy) is choice
    assert "年报.gknb" in seen[0].text()
    assert "2025年01月20日 14:02" in seen[0].informativeText()
    assert "文件保存于" in seen[0].informativeText()


@pytest.mark.parametrize(("days", "default"), [(1, Recovery.RESTORE), (-1, Recovery.CANCEL)])
def test_of_a_file_and_the_copy_left_behind_the_newer_one_is_proposed(
    real: Dialogs, tmp_path: Path, days: int, default: Recovery
) -> None:
    file = tmp_path / "年报.gknb"
    file.touch()
    written_at = datetime.now().astimezone() + timedelta(days=days)
    seen = press_when_open(Recovery.CANCEL.value)
    real.ask_recovery(file.name, RecoveryCopy(tmp_path / ".~1~年报.gknb", file, written_at))
    assert seen[0].defaultButton().text() == default.value
    assert ("文件比副本新" in seen[0].informativeText()) is (default is Recovery.CANCEL)


@pytest.mark.parametrize("choice", list(ChangedFile))
def test_the_question_on_a_file_that_others_changed_proposes_to_keep_both(
    real: Dialogs, tmp_path: Path, choice: ChangedFile
) -> None:
    file = tmp_path / "年报.gknb"
    file.touch()
    seen = press_when_open(choice.value)
    assert real.ask_changed_file(file) is choice
    assert seen[0].defaultButton().text() == ChangedFile.SAVE_AS.value
    assert "年报.gknb" in seen[0].text()


@pytest.mark.parametrize(("button", "answer"), [("仍然打印(&P)", True), ("返回修改(&R)", False)])
def test_the_question_on_open_points_lists_what_is_open(real: Dialogs, button: str, answer: bool) -> None:  # noqa: FBT001
    seen = press_when_open(button)
    points = {
        "表内": [OpenPoint(f"第{n}处") for n in range(8)],
        "文字": [OpenPoint(f"第{n}处") for n in range(8, 12)],
        "去年的内容": [OpenPoint("还有31处", 31)],
    }
    assert real.ask_anyway(points, Deed.PRINT) is answer
    listed = seen[0].informativeText().splitlines()
    assert [listed[0], listed[9], *listed[-2:]] == [
        "表内（8 处）",
        "文字（4 处）",
        "• 第9处",
        "……另有 33 处",
    ]
    assert "43 处" in seen[0].text()


def test_long_notes_are_all_there(real: Dialogs) -> None:
    seen = press_when_open("知道了")
    real.tell("已读入。", [f"注{n}" for n in range(12)])
    assert "另有 4 处" in seen[0].informativeText()
    assert "注11" in seen[0].detailedText()


def in_file_dialog(act: Callable[[QFileDialog], None]) -> None:
    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        act(dialog)

    QTimer.singleShot(0, find)


def test_a_name_typed_without_suffix_gets_it(real: Dialogs, tmp_path: Path) -> None:
    in_file_dialog(lambda dialog: (dialog.selectFile("年报"), dialog.accept()))
    assert real.ask_save_path("保存", tmp_path / "x.gknb", "年度报告") == tmp_path / "年报.gknb"


def test_an_existing_file_is_not_replaced_without_a_question(real: Dialogs, tmp_path: Path) -> None:
    (tmp_path / "年报.gknb").write_text("old", encoding="utf-8")
    asked: list[str] = []

    def act(dialog: QFileDialog) -> None:
        def refuse() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            asked.append(box.text())
            box.reject()
            dialog.reject()

        QTimer.singleShot(0, refuse)
        dialog.selectFile("年报")
        dialog.accept()

    in_file_dialog(act)
    assert real.ask_save_path("保存", tmp_path / "x.gknb", "年度报告") is None
    assert len(asked) == 1


def test_a_question_opens_over_the_dialog_that_is_open(window: MainWindow, real: Dialogs) -> None:
    below, parents = QDialog(window), []

    def ask() -> None:
        seen = press_when_open("知道了")
        real.tell("已读入。")
        parents.append(seen[0].parent())
        below.close()

    QTimer.singleShot(0, ask)
    below.exec()
    assert parents == [below]


def test_dialogs_that_were_answered_are_gone(window: MainWindow, real: Dialogs, tmp_path: Path) -> None:
    in_file_dialog(QFileDialog.reject)
    assert real.ask_open_path("打开", tmp_path) is None
    in_file_dialog(QFileDialog.reject)
    assert real.ask_save_path("保存", tmp_path / "x.gknb", "年度报告") is None
    press_when_open("知道了")
    real.tell("已读入。")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QDialog) == []


def test_the_file_dialog_speaks_chinese(real: Dialogs, tmp_path: Path) -> None:
    labels: list[str] = []

    def read(dialog: QFileDialog) -> None:
        labels.extend(dialog.labelText(label) for label in QFileDialog.DialogLabel)
        dialog.reject()

    in_file_dialog(read)
    assert real.ask_open_path("打开", tmp_path) is None
    words = [label.partition("(")[0] for label in labels]
    assert not any(c.isascii() and c.isalpha() for label in words for c in label), labels


def test_a_bug_is_told_in_one_sentence_with_a_copy_of_the_report(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.excepthook", None)
    window.files.new_blank()
    install_crash_guard(window)
    import sys  # noqa: PLC0415 - the hook just installed is wanted

    sys.excepthook(ValueError, ValueError("a bug"), None)
    said = window.files.dialogs.said  # type: ignore[attr-defined]
    assert "意外的错误" in said[0]
    assert "副本" in said[1]
    assert len(list((tmp_path / "gknb").glob("*.gknb"))) == 1
