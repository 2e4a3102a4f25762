"""A clerk's whole January at the keyboard: every dialog is the real one, and the mouse is never touched."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exporters.word import word_bytes
from importers.reader import read_report
from models.report import Report
from storage.native_file import load_native
from tests.builders import a_full_report, clean_texts
from tests.windows import shown_window
from ui.main_window import MainWindow
from ui.settings import Settings

SAMPLE = Path(__file__).parent.parent / "resources" / "samples" / "sample-2024.gknb"
CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)

Keys = Callable[[QWidget], None]


class Typist(QObject):
    """Answers each dialog and menu that opens with the next keys."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: deque[Keys] = deque()
        self._answered: QWidget | None = None
        self._watch = QTimer(self, interval=15)
        self._watch.timeout.connect(self._answer)
        self._watch.start()

    def _answer(self) -> None:
        opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if opened is None or opened is self._answered or not opened.isActiveWindow() or not self.answers:
            return
        self._answered = opened
        self.answers.popleft()(opened)


def at_keyboard() -> QWidget:
    """Return what has the keyboard; a window system would have made the window active that a dialog stood over."""
    active = QApplication.activeWindow()
    if active is None or not active.isVisible():
        windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible())
        (QApplication.activeModalWidget() or next(windows)).activateWindow()
        QApplication.processEvents()
    return QApplication.focusWidget()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(at_keyboard(), key, modifiers)
    QApplication.processEvents()


def type_words(words: str) -> None:
    """Type words: ASCII with the keys, Chinese as an input method commits it."""
    for part in re.findall("[ -~]|[^ -~]+", words):
        widget = at_keyboard()  # the first digit opens a cell, and the second goes into its editor
        if part.isascii():
            QTest.keyClick(widget, part)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(part)
            QApplication.sendEvent(widget, committed)
    QApplication.processEvents()


def path_keys(path: Path) -> Keys:
    def answer(_dialog: QWidget) -> None:
        press(Qt.Key.Key_A, CTRL)
        type_words(str(path))
        press(Qt.Key.Key_Return)

    return answer


def confirm(opened: QWidget) -> None:
    """Press Enter; a menu takes the keys while it is open."""
    is_menu = opened is QApplication.activePopupWidget()
    QTest.keyClick(opened if is_menu else at_keyboard(), Qt.Key.Key_Return)


def choose_figure(words: str) -> Keys:
    def answer(_dialog: QWidget) -> None:
        type_words(words)
        press(Qt.Key.Key_Return)

    return answer


@pytest.fixture
def typist(qapp: QApplication) -> Typist:  # noqa: ARG001 - its timer needs an application
    return Typist()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with shown_window(qtbot, qapp, Settings(tmp_path / "settings.ini"), None) as window:
        yield window


def last_years_file(folder: Path) -> Path:
    """Write last year's report as a Word file: nothing was carried out of it."""
    report = a_full_report(texts=clean_texts(2023), year=2023)
    (folder / "去年.docx").write_bytes(word_bytes(report))
    return folder / "去年.docx"


def type_the_tables(window: MainWindow, wanted: Report) -> int:
    """Type every figure of every table in the order of Tab; return how many were typed."""
    assert window.workspace is not None
    work, typed = window.workspace, 0
    for table in wanted.form.tables:
        while work.grid_view is None or work.grid_view.grid.table is not table:
            press(Qt.Key.Key_PageDown, CTRL)
        press(Qt.Key.Key_Home, CTRL)
        for name in table.typed_cells:
            assert work.grid_view.current_cell is not None
            assert work.grid_view.current_cell.name == name
            type_words(str(wanted.value(name)))
            press(Qt.Key.Key_Tab)
            typed += 1
    return typed


def paste_block(window: MainWindow, section: str, block: str) -> None:
    """Go to a table, to its first figure, and paste what another program has put on the clipboard."""
    go_to_section(window, section)
    press(Qt.Key.Key_Home, CTRL)
    QApplication.clipboard().setText(block)
    press(Qt.Key.Key_V, CTRL)


def go_to_section(window: MainWindow, key: str) -> None:
    """Go from the first section on with Ctrl+PgDn."""
    assert window.workspace is not None
    keys = [each.key for each in window.workspace.document.report.form.sections]
    for _ in keys:
        press(Qt.Key.Key_PageUp, CTRL)
    for _ in range(keys.index(key)):
        press(Qt.Key.Key_PageDown, CTRL)


def write_with_live_figures(window: MainWindow, typist: Typist, section: str, figure: str) -> None:
    """Write a sentence at the end of a text with a figure of the tables in it."""
    go_to_section(window, section)
    press(Qt.Key.Key_End, CTRL)
    press(Qt.Key.Key_Return)
    type_words("全年新收政府信息公开申请")
    typist.answers.append(choose_figure(figure))
    press(Qt.Key.Key_L, CTRL)
    type_words("件。")


def begin_from_last_year(window: MainWindow, typist: Typist, folder: Path) -> Report:
    typist.answers.append(path_keys(last_years_file(folder)))
    press(Qt.Key.Key_N, CTRL | SHIFT)
    assert window.document is not None
    report = window.document.report
    assert (report.head.year, report.last_year is not None) == (2024, True)
    return report


def remark_the_first_figure(window: MainWindow, section: str, remark: str) -> None:
    go_to_section(window, section)
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_F4)
    type_words(remark)
    press(Qt.Key.Key_Return)


def break_a_balance(window: MainWindow) -> None:
    """Type a wrong figure into the first cell of the table's last row, and stay on it."""
    go_to_section(window, "requests")
    press(Qt.Key.Key_End, CTRL)
    press(Qt.Key.Key_Home)
    type_words("99")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab, SHIFT)


def repair_it(typist: Typist) -> None:
    """Take the figure that the balance asks for."""
    typist.answers.append(confirm)
    press(Qt.Key.Key_Equal, ALT)
    QTest.qWait(60)


def export_word(typist: Typist, path: Path) -> None:
    """Export in spite of what is open, which is much."""
    typist.answers.extend([lambda _opened: press(Qt.Key.Key_E, ALT), path_keys(path)])
    press(Qt.Key.Key_E, CTRL)


def broken(window: MainWindow) -> bool:
    assert window.document is not None
    return any(finding.code == "balance" for finding in window.document.findings)


def test_a_report_is_made_without_one_click_of_the_mouse(window: MainWindow, typist: Typist, tmp_path: Path) -> None:
    wanted = load_native(SAMPLE)
    report = begin_from_last_year(window, typist, tmp_path)
    assert type_the_tables(window, wanted) == 166
    assert report.cells == wanted.cells
    paste_block(window, "review_litigation", "1\t0\t2\t3\n")
    paste_block(window, "proactive", "本年制发件数\t本年废止件数\t现行有效件数\n3\t1\t30\n")
    assert str(report.value("review_litigation/review/total")) == "6"
    remark_the_first_figure(window, "proactive", "其中修订2件")
    assert list(report.remarks.values()) == ["其中修订2件"]
    for section in ("overview", "problems", "other_matters"):
        write_with_live_figures(window, typist, section, "本年新收 总计")
    assert {key: len(live) for key, live in report.live.items()} == {"overview": 1, "problems": 1, "other_matters": 1}
    break_a_balance(window)
    assert broken(window)
    repair_it(typist)
    assert not broken(window)
    export_word(typist, tmp_path / "定稿.docx")
    exported = read_report(tmp_path / "定稿.docx").report
    assert (exported.cells, exported.text("overview")) == (report.cells, report.text("overview"))
