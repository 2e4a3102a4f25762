"""Whatever is done to a text: editor, report and live figures agree, and undoing all brings back the first text."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.cell_value import read_value
from models.live_figures import shown
from models.report import Edit, Report
from models.taken_over import Span
from tests.builders import a_full_report
from tests.windows import open_at, report_of, text_page
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor

KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_6, Qt.Key.Key_A)
TEXT = "（一）申请🙂。收到政府信息公开申请6件，其中予以公开1件。\n（二）乙\n1.丙6件\n（三）上年结转0件。"
RECEIVED = "requests/received/natural_person"
STEPS = 150


def choose(editor: TextEditor, chance: Random) -> None:
    start = chance.randint(0, len(editor.plain_text()))
    editor.choose(Span(start, min(start + chance.choice((0, 0, 0, 2, 12)), len(editor.plain_text()))))


def steps(window: MainWindow, editor: TextEditor, chance: Random) -> list[Callable[[], object]]:
    commands = text_page(window, "overview").text_commands
    assert window.document is not None
    document = window.document
    number = read_value(str(chance.randint(0, 2000)))
    return [
        lambda: QTest.keyClick(editor, chance.choice(KEYS)),
        lambda: QTest.keyClick(editor, chance.choice(KEYS)),
        editor.copy,
        editor.cut,
        editor.paste,
        commands.move_up,
        commands.move_down,
        commands.link_all,
        commands.unlink,
        commands.renumber,
        lambda: document.apply(Edit(cells={RECEIVED: number})),
        document.undo,
        document.redo,
    ]


def assert_in_agreement(report: Report, editor: TextEditor) -> None:
    text, live = report.text("overview"), report.live_in("overview")
    assert editor.plain_text() == text
    for each in live:
        assert text[each.start : each.stop] == shown(map(report.known_value, each.cells), each.factor)
    assert [figure for figure, _span in editor._chips._figures] == list(live)


@pytest.mark.parametrize("seed", range(4))
def test_editor_report_and_live_figures_agree_at_every_step(window: MainWindow, seed: int) -> None:
    open_at(window, a_full_report(texts={"overview": TEXT}), "overview")
    editor, chance = text_page(window, "overview").editor, Random(seed)
    for _step in range(STEPS):
        choose(editor, chance)
        chance.choice(steps(window, editor, chance))()
        assert_in_agreement(report_of(window), editor)
    assert window.document is not None
    while window.document.undo_stack.canUndo():
        window.document.undo()
        assert_in_agreement(report_of(window), editor)
    assert (report_of(window).text("overview"), report_of(window).live_in("overview")) == (TEXT, ())
