"""Helpers of the tests of running text: the cursor of an editor, its live figures, keys in a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.report import Report
from models.taken_over import Span
from tests.windows import press
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor

NONE = Qt.KeyboardModifier.NoModifier
SAID = "本机关收到政府信息公开申请6件，其中予以公开1件。"
"""What the figures of a full report are in words, which the checks recognise."""


def put_cursor(editor: TextEditor, before: str, behind: int = 0) -> None:
    place = editor.plain_text().index(before) + behind
    editor.choose(Span(place, place))


def select(editor: TextEditor, words: str) -> None:
    place = editor.plain_text().index(words)
    editor.choose(Span(place, place + len(words)))


def enter(widget: QWidget, words: str) -> None:
    """Enter words as an input method does, which is how those without a key of their own come."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def live_words(report: Report, section: str = "overview") -> list[str]:
    return [report.text(section)[each.start : each.stop] for each in report.live_in(section)]


def link_all(window: MainWindow) -> None:
    window._actions["link_all"].trigger()


def type_in_table(window: MainWindow, name: str, text: str) -> None:
    assert window.workspace is not None
    window.workspace.show_cell(name)
    for digit in text:  # the first opens the cell, which then has the keyboard
        QTest.keyClicks(QApplication.focusWidget(), digit)
    press(window, Qt.Key.Key_Return, NONE)
    QApplication.processEvents()
