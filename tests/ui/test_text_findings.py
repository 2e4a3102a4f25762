"""Findings about running text in the editor: underlined, explained, corrected on the spot."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from models.cell_value import read_value
from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit, Report
from tests.builders import a_full_report, a_report_that_says
from tests.windows import ScriptedDialogs, open_at, press, report_of
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor
from ui.pages.text_page import TextPage
from ui.theme import tones
from ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
Underline = QTextCharFormat.UnderlineStyle
WRONG = "🙂好。全年办结政府信息公开申请8件，，答复都已送达。"


def page_of(work: Workspace) -> TextPage:
    assert isinstance(work.page, TextPage)
    return work.page


@pytest.fixture
def editor(window: MainWindow) -> TextEditor:
    return page_of(open_at(window, a_report_that_says(WRONG), "overview")).editor


def underlined(editor: TextEditor) -> dict[str, Underline]:
    """Return the underlined parts of the last paragraph, those next to each other with the same line as one."""
    block = editor.document().lastBlock()
    units = block.text().encode("utf-16-le", "surrogatepass")
    found: dict[str, Underline] = {}
    for each in block.layout().formats():
        part = units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        style = each.format.underlineStyle()
        last = next(reversed(found), "")
        if found and found[last] is style and f"{last}{part}" in block.text():
            del found[last]
            part = f"{last}{part}"
        found[part] = style
    return {part: style for part, style in found.items() if style is not Underline.NoUnderline}


def put_cursor(editor: TextEditor, before: str) -> None:
    """Put the cursor right before these words of the last paragraph."""
    place = editor.document().lastBlock()
    text = place.text()
    cursor = editor.textCursor()
    cursor.setPosition(place.position() + len(text[: text.index(before)].encode("utf-16-le")) // 2)
    editor.setTextCursor(cursor)


def last_line(window: MainWindow) -> str:
    return report_of(window).text("overview").splitlines()[-1]


# ── underlines ──────────────────────────────────────────────────────────


def test_a_wrong_figure_is_underlined_with_a_wave_and_a_slip_with_dots(editor: TextEditor) -> None:
    assert underlined(editor) == {
        "申请": Underline.DotLine,
        "8": Underline.WaveUnderline,
        "件，，答复都已": Underline.DotLine,
    }


def test_a_wrong_figure_has_the_tint_of_its_cells(editor: TextEditor) -> None:
    tinted = [each.format.background().color() for each in editor.document().lastBlock().layout().formats()]
    assert tones().right_side in tinted


def test_a_figure_that_agrees_is_not_underlined(window: MainWindow) -> None:
    work = open_at(window, a_report_that_says("全年办结政府信息公开申请6件。"), "overview")
    assert underlined(page_of(work).editor) == {}


def test_what_is_typed_before_moves_the_line_along(editor: TextEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "abc")
    assert "8" in underlined(editor)


def test_typing_into_a_wrong_figure_takes_its_line_away_at_once(editor: TextEditor) -> None:
    put_cursor(editor, "8件")
    QTest.keyClicks(editor, "1")
    assert "8" not in "".join(underlined(editor))


def test_after_a_pause_the_new_figure_is_judged(editor: TextEditor, window: MainWindow) -> None:
    put_cursor(editor, "8件")
    QTest.keyClicks(editor, "1")
    assert window.workspace is not None
    window.workspace.document.settle()
    assert underlined(editor)["18"] is Underline.WaveUnderline


def test_what_is_typed_and_taken_back_leaves_the_line_as_it_was(editor: TextEditor, window: MainWindow) -> None:
    put_cursor(editor, "8件")
    QTest.keyClicks(editor, "1")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert window.workspace is not None
    window.workspace.document.settle()
    assert underlined(editor)["8"] is Underline.WaveUnderline


def test_a_key_in_a_table_does_not_look_for_places_in_the_text(
    editor: TextEditor, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.text_editor.marks_in", None)
    assert window.workspace is not None
    window.workspace.show_cell("requests/received/natural_person")
    press(window, Qt.Key.Key_7, NONE)
    press(window, Qt.Key.Key_Return, NONE)
    QApplication.processEvents()
    assert str(report_of(window).value("requests/received/natural_person")) == "7"
    assert editor.isEnabled()


def test_a_changed_cell_clears_the_line(editor: TextEditor, window: MainWindow) -> None:
    assert window.workspace is not None
    work = window.workspace
    for name, key in (("requests/received", Qt.Key.Key_7), ("requests/granted", Qt.Key.Key_2)):
        work.show_cell(f"{name}/natural_person")
        press(window, key, NONE)
        press(window, Qt.Key.Key_Return, NONE)
        QApplication.processEvents()
    work.document.settle()
    assert "8" not in underlined(editor)


def test_last_years_sentence_stays_grey_under_the_line(window: MainWindow) -> None:
    report = start_new_year(a_full_report(texts={"overview": "全年办结政府信息公开申请8件。"}), current_form())
    report.apply(Edit(cells={"requests/granted/natural_person": read_value("7")}))
    editor = page_of(open_at(window, report, "overview")).editor
    formats = editor.document().firstBlock().layout().formats()
    [at_figure] = [each for each in formats if each.start == 12]
    assert at_figure.format.underlineStyle() is Underline.WaveUnderline
    assert at_figure.format.foreground().color() == tones().untouched


# ── explained ───────────────────────────────────────────────────────────


def test_the_tooltip_tells_stated_and_computed(editor: TextEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    put_cursor(editor, "8件")
    place = editor.cursorRect().center() + QPoint(3, 0)
    help_event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), help_event)
    assert "写“全年办结政府信息公开申请8件”" in shown[0]
    assert "为 6，差 2" in shown[0]
    assert "Alt+Enter" in shown[0]


def test_the_bar_under_the_text_tells_of_the_words_with_the_cursor(editor: TextEditor, window: MainWindow) -> None:
    put_cursor(editor, "8件")
    assert window.workspace is not None
    bar = page_of(window.workspace).finding_bar
    assert "差 2" in bar.message.text()
    assert [button.text() for button in bar.offers.buttons if button.isVisible()] == [
        "改为 6",
        "转到表格",
        "属实，不再提示…",
    ]


def test_elsewhere_the_bar_counts_what_the_section_has(editor: TextEditor, window: MainWindow) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert window.workspace is not None
    assert page_of(window.workspace).finding_bar.message.text().startswith("这一部分有 2 处问题")


def test_choosing_a_finding_selects_its_words(editor: TextEditor, window: MainWindow) -> None:
    press(window, Qt.Key.Key_F8, NONE)
    assert editor.textCursor().selectedText() == "全年办结政府信息公开申请8件"
    assert editor.hasFocus()


# ── corrected ───────────────────────────────────────────────────────────


def test_alt_enter_corrects_the_figure_with_the_cursor(editor: TextEditor, window: MainWindow) -> None:
    put_cursor(editor, "8件")
    press(window, Qt.Key.Key_Return, ALT)
    assert last_line(window) == WRONG.replace("8", "6")
    assert editor.plain_text().endswith(WRONG.replace("8", "6"))


def test_a_correction_is_one_step_of_the_history(editor: TextEditor, window: MainWindow) -> None:
    put_cursor(editor, "8件")
    press(window, Qt.Key.Key_Return, ALT)
    assert window.document is not None
    assert window.document.undo_stack.undoText() == "改正总体情况"
    press(window, Qt.Key.Key_Z)
    assert last_line(window) == WRONG


def test_alt_enter_elsewhere_says_what_to_do(editor: TextEditor, window: MainWindow) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    press(window, Qt.Key.Key_Return, ALT)
    assert "带波浪线的数" in window.statusBar().currentMessage()
    assert last_line(window) == WRONG


def test_one_click_in_the_bar_corrects_the_figure(editor: TextEditor, window: MainWindow) -> None:
    put_cursor(editor, "8件")
    assert window.workspace is not None
    QTest.mouseClick(page_of(window.workspace).finding_bar.offers.buttons[0], Qt.MouseButton.LeftButton)
    assert last_line(window) == WRONG.replace("8", "6")


def a_report_with_two_ways() -> Report:
    return a_report_that_says(
        "全年受理政府信息公开申请9件。", {"requests/carried_in/other": "1", "requests/carried_out/other": "1"}
    )


def test_where_two_figures_are_right_one_is_chosen_from_a_menu(window: MainWindow, menus: list[QMenu]) -> None:
    editor = page_of(open_at(window, a_report_with_two_ways(), "overview")).editor
    put_cursor(editor, "9件")
    press(window, Qt.Key.Key_Return, ALT)
    actions = menus[0].actions()
    assert [action.text().partition("（")[0] for action in actions] == ["改为 6", "改为 7"]
    actions[1].trigger()
    assert last_line(window) == "全年受理政府信息公开申请7件。"


def test_the_menu_of_the_text_begins_with_what_can_be_done(editor: TextEditor, menus: list[QMenu]) -> None:
    put_cursor(editor, "8件")
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(editor, QContextMenuEvent(reason, QPoint(), QPoint()))
    texts = [action.text().partition("\t")[0] for action in menus[0].actions() if action.isVisible()]
    assert texts[:3] == ["改为 6", "转到表格", "属实，不再提示…"]
    assert "全选" in texts


def test_elsewhere_the_menu_is_the_usual_one(editor: TextEditor, menus: list[QMenu]) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(editor, QContextMenuEvent(reason, QPoint(), QPoint()))
    texts = [action.text() for action in menus[0].actions() if action.isVisible() and action.text()]
    assert not any("撤" in text or "改为" in text for text in texts)


def test_a_stale_correction_changes_nothing(editor: TextEditor, window: MainWindow, dialogs: ScriptedDialogs) -> None:
    put_cursor(editor, "8件")
    assert window.workspace is not None
    finding = window.workspace.document.findings[0]
    [correction] = window.workspace.commands.corrections(finding)
    editor.insertPlainText("1")
    assert correction.act is not None
    correction.act()
    assert last_line(window) == WRONG.replace("8", "18")
    assert not dialogs.said
