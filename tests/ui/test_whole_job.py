"""The clerk's whole job once, with real keys: a Word file opened, a slip made, seen, undone, saved, exported."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from exporters.word import word_bytes
from importers.reader import read_report
from models.report_json import VERSION
from storage.native_file import load_native, native_bytes
from tests.builders import a_clean_report, a_full_report, clean_texts, content_of
from tests.windows import ScriptedDialogs
from ui.main_window import MainWindow
from ui.print_setup import PrintSetup

RECEIVED = "requests/received/natural_person"
CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def test_the_whole_job_from_a_word_file_to_a_word_file(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    overview = f"{clean_texts()['overview']}\n全年受理政府信息公开申请6件。"
    (tmp_path / "万盛2024.docx").write_bytes(word_bytes(a_clean_report(texts={"overview": overview})))
    dialogs.answers.extend([tmp_path / "万盛2024.docx", tmp_path / "稿.gknb", PrintSetup(), tmp_path / "定稿.docx"])
    press(Qt.Key.Key_O, CTRL)
    document = window.document
    assert document is not None
    for _ in range(3):
        press(Qt.Key.Key_PageDown, CTRL)
    press(Qt.Key.Key_7)
    press(Qt.Key.Key_Return)
    assert str(document.report.value("requests/received/total")) == "8"
    document.settle()
    assert [finding.code for finding in document.findings] == ["balance", "balance", "statement"]
    press(Qt.Key.Key_Z, CTRL)
    assert str(document.report.value(RECEIVED)) == "5"
    document.settle()
    assert document.findings == ()
    press(Qt.Key.Key_S, CTRL)
    press(Qt.Key.Key_E, CTRL)
    assert content_of(load_native(tmp_path / "稿.gknb")) == content_of(read_report(tmp_path / "定稿.docx").report)


@pytest.mark.parametrize("name", ["newer.gknb", "cut.gknb", "empty.gknb", "words.docx", "cut.docx", "missing.docx"])
def test_a_file_that_cannot_be_opened_is_one_sentence_and_loses_nothing(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path, name: str
) -> None:
    native = native_bytes(a_full_report())
    contents = {
        "newer.gknb": native.replace(f'"version": {VERSION}'.encode(), f'"version": {VERSION + 1}'.encode()),
        "cut.gknb": native[: len(native) // 2],
        "empty.gknb": b"",
        "words.docx": "这不是压缩包".encode("gb18030"),
        "cut.docx": b"PK\x03\x04half",
    }
    if name in contents:
        (tmp_path / name).write_bytes(contents[name])
    window.files.new_blank()
    before = window.document
    window.files.open_path(tmp_path / name)
    assert len(dialogs.said) == 1
    assert name in dialogs.said[0]
    assert window.document is before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_save_that_fails_keeps_the_old_file_and_the_report(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "a.gknb"
    path.write_bytes(native_bytes(a_full_report()))
    window.files.open_path(path)
    document = window.document
    assert document is not None
    assert window.workspace is not None
    window.workspace.show_section("requests")
    press(Qt.Key.Key_7)

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    press(Qt.Key.Key_S, CTRL)
    assert len(dialogs.said) == 1
    assert document.modified
    assert str(document.report.value(RECEIVED)) == "7"
    assert str(load_native(path).value(RECEIVED)) == "5"
    assert sorted(tmp_path.glob("*.tmp")) == []
