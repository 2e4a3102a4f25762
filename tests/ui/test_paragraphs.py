"""Paragraphs of a text: indent and headings, moving and numbering, the outline, what is pasted and composed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QGuiApplication, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.checks import DEFAULT_CHECKS
from models.checks.requirements import Requirements, SectionRequirement
from models.checks.settings import CheckSettings, checks_in_force
from models.finding import Severity
from models.form_file import current_form
from models.live_figures import LiveFigure
from models.new_year import start_new_year
from models.report import Edit
from models.taken_over import Span
from tests.builders import a_full_report, a_report_that_says
from tests.text_editing import enter
from tests.windows import open_at, press, report_of, text_page
from ui.main_window import MainWindow
from ui.pages.text_editor import TextEditor
from ui.theme import tones

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
OUTLINE = "（一）甲\n（二）乙\n（三）丙"


def editor_with(window: MainWindow, text: str, section: str = "problems") -> TextEditor:
    open_at(window, a_full_report(texts={section: text}), section)
    return text_page(window, section).editor


def text_of(window: MainWindow, section: str = "problems") -> str:
    return report_of(window).text(section)


def put_cursor(editor: TextEditor, before: str) -> None:
    place = editor.plain_text().index(before)
    editor.choose(Span(place, place))


# ── how they look ───────────────────────────────────────────────────────


def test_every_paragraph_is_indented_without_a_space_in_the_text(window: MainWindow) -> None:
    editor = editor_with(window, "第一段。\n第二段。")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(window, Qt.Key.Key_Return, NONE)
    QTest.keyClicks(editor, "x")
    blocks = [editor.document().findBlockByNumber(number) for number in range(3)]
    assert len({block.blockFormat().textIndent() for block in blocks}) == 1
    assert blocks[2].blockFormat().textIndent() == 2 * editor.fontMetrics().horizontalAdvance("字")
    assert text_of(window) == "第一段。\n第二段。\nx"


def test_an_emptied_text_is_indented_again(window: MainWindow) -> None:
    editor = editor_with(window, "第一段。\n第二段。")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, "x")
    assert editor.document().firstBlock().blockFormat().textIndent() > 0


def test_a_subheading_is_set_apart_and_what_runs_on_is_not(window: MainWindow) -> None:
    editor = editor_with(window, "（一）依申请公开。收到申请。")
    [heading] = [
        each
        for each in editor.document().firstBlock().layout().formats()
        if each.format.fontWeight() == QFont.Weight.Bold
    ]
    assert (heading.start, heading.length) == (0, len("（一）依申请公开。"))
    assert "楷体" in heading.format.fontFamilies()


def test_a_subheading_that_is_last_years_is_grey_too(window: MainWindow) -> None:
    last = a_full_report(texts={"problems": "（一）依申请公开"}, year=2023)
    open_at(window, start_new_year(last, current_form()), "problems")
    [heading] = text_page(window, "problems").editor.document().firstBlock().layout().formats()
    assert heading.format.fontWeight() == QFont.Weight.Bold
    assert heading.format.foreground().color() == tones().untouched


def test_shift_enter_begins_a_paragraph_too(window: MainWindow) -> None:
    editor = editor_with(window, "第一段。")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    enter(editor, "（一）乙")
    assert text_of(window) == "第一段。\n（一）乙"
    assert editor.document().blockCount() == 2
    assert editor.document().lastBlock().blockFormat().textIndent() > 0
    formats = editor.document().lastBlock().layout().formats()
    assert [each.start for each in formats if each.format.fontWeight() == QFont.Weight.Bold] == [0]


# ── moved and numbered ──────────────────────────────────────────────────


def test_alt_up_moves_the_paragraph_with_the_cursor_and_numbers_it(window: MainWindow) -> None:
    editor = editor_with(window, OUTLINE)
    put_cursor(editor, "乙")
    press(window, Qt.Key.Key_Up, ALT)
    assert text_of(window) == "（一）乙\n（二）甲\n（三）丙"
    assert editor.plain_text()[editor.place_of_cursor() :].startswith("乙")


def test_again_and_again_the_same_paragraph_moves(window: MainWindow) -> None:
    editor = editor_with(window, OUTLINE)
    put_cursor(editor, "甲")
    press(window, Qt.Key.Key_Down, ALT)
    press(window, Qt.Key.Key_Down, ALT)
    assert text_of(window) == "（一）乙\n（二）丙\n（三）甲"
    press(window, Qt.Key.Key_Down, ALT)
    assert "最后面" in window.statusBar().currentMessage()


def test_the_paragraphs_of_a_selection_move_together(window: MainWindow) -> None:
    editor = editor_with(window, OUTLINE)
    editor.choose(Span(1, len("（一）甲\n（二）乙\n")))  # ends before the third begins
    press(window, Qt.Key.Key_Down, ALT)
    assert text_of(window) == "（一）丙\n（二）甲\n（三）乙"
    press(window, Qt.Key.Key_Up, ALT)
    assert text_of(window) == OUTLINE


def test_moving_is_one_step_back_and_keeps_live_figures(window: MainWindow) -> None:
    editor = editor_with(window, "（一）甲6件\n（二）乙")
    live = (LiveFigure(4, 5, ("requests/received/total",)),)
    report_of(window).apply(Edit(texts={"problems": text_of(window)}, live={"problems": live}))
    put_cursor(editor, "甲")
    press(window, Qt.Key.Key_Down, ALT)
    [figure] = report_of(window).live_in("problems")
    assert (text_of(window), text_of(window)[figure.start]) == ("（一）乙\n（二）甲6件", "6")
    press(window, Qt.Key.Key_Z)
    assert text_of(window) == "（一）甲6件\n（二）乙"
    assert report_of(window).live_in("problems") == live


def test_a_command_numbers_a_text_anew(window: MainWindow) -> None:
    editor_with(window, "（二）甲\n（二）乙\n4.丙")
    window._actions["renumber"].trigger()
    assert text_of(window) == "（一）甲\n（二）乙\n1.丙"
    window._actions["renumber"].trigger()
    assert "已经是连续的" in window.statusBar().currentMessage()


def test_the_outline_is_put_in_and_waits_for_the_first_text(window: MainWindow) -> None:
    editor = editor_with(window, "", "overview")
    window._actions["insert_outline"].trigger()
    QTest.keyClicks(editor, "x")
    lines = text_of(window, "overview").split("\n")
    assert lines[:3] == ["（一）主动公开", "x", "（二）依申请公开"]
    press(window, Qt.Key.Key_Z)
    press(window, Qt.Key.Key_Z)
    assert text_of(window, "overview") == ""


def test_a_section_without_topics_has_no_outline(window: MainWindow) -> None:
    editor_with(window, "文字。")
    window._actions["insert_outline"].trigger()
    assert "没有规定的提纲" in window.statusBar().currentMessage()


# ── pasted ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "copied", ["　　第一段。\r\n\r\n　　第二段。\r\n", "\xa0\xa0第一段。\v第二段。", "\t第一段。\n\n\n第二段。\n\n"]
)
def test_what_comes_from_elsewhere_is_pasted_as_clean_paragraphs(window: MainWindow, copied: str) -> None:
    editor_with(window, "")
    QGuiApplication.clipboard().setText(copied)
    press(window, Qt.Key.Key_V)
    assert text_of(window) == "第一段。\n第二段。"


def test_formatting_is_left_behind(window: MainWindow) -> None:
    editor = editor_with(window, "")
    data = QMimeData()
    data.setHtml("<p style='font-size:40pt'><b>第一段。</b></p>")
    data.setText("第一段。")
    QGuiApplication.clipboard().setMimeData(data)
    press(window, Qt.Key.Key_V)
    assert editor.document().firstBlock().layout().formats() == []
    assert editor.document().firstBlock().charFormat() == QTextCharFormat()


def test_no_break_spaces_that_stand_in_a_text_stay(window: MainWindow) -> None:
    editor = editor_with(window, "公开\xa06\xa0件。")
    QTest.keyClicks(editor, "x")
    assert text_of(window).endswith("公开\xa06\xa0件。")


# ── composed ────────────────────────────────────────────────────────────


def compose(editor: TextEditor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_what_is_being_composed_is_no_text_yet(window: MainWindow) -> None:
    editor = editor_with(window, "文字。")
    assert window.document is not None
    compose(editor, "ni")
    compose(editor, "ni'hao")
    assert text_of(window) == "文字。"
    assert not window.document.undo_stack.canUndo()
    compose(editor, "", "你好")
    assert text_of(window) == "你好文字。"


def test_composing_leaves_the_marks_of_findings_and_headings_in_their_places(window: MainWindow) -> None:
    open_at(window, a_report_that_says("（二）申请。全年办结政府信息公开申请8件。"), "overview")
    editor = text_page(window, "overview").editor
    put_cursor(editor, "全年办结")
    compose(editor, "ni")
    styles = {each.format.underlineStyle() for each in editor.textCursor().block().layout().formats()}
    assert QTextCharFormat.UnderlineStyle.WaveUnderline in styles
    assert any(each.format.fontWeight() == QFont.Weight.Bold for each in editor.textCursor().block().layout().formats())
    compose(editor, "", "你🙂")
    put_cursor(editor, "8件")
    assert editor.finding is not None
    assert editor.finding.quote == "全年办结政府信息公开申请8件"


def test_words_composed_over_a_selection_take_its_place(window: MainWindow) -> None:
    editor = editor_with(window, "甲乙丙")
    editor.choose(Span(1, 2))
    compose(editor, "ding")
    compose(editor, "", "丁")
    assert text_of(window) == "甲丁丙"


# ── counted ─────────────────────────────────────────────────────────────


def test_a_limit_that_no_check_holds_the_text_to_is_told_without_a_warning(window: MainWindow) -> None:
    editor = editor_with(window, "第一段。\n第二段。", "overview")
    editor.insertPlainText("长" * 1000)
    line = text_page(window, "overview").count_line
    assert line.count.text() == "2 段，1008 字（有的地方限 1000 字）"
    assert not line.is_too_long
    assert line.count.palette().windowText().color() == line.palette().windowText().color()


@pytest.mark.parametrize("level", Severity)
def test_the_line_below_warns_as_gravely_as_the_check_of_the_length(window: MainWindow, level: Severity) -> None:
    editor = editor_with(window, "第一段。\n第二段。", "overview")
    line = text_page(window, "overview").count_line
    settings = CheckSettings(on=frozenset({"overview-length"}), levels={"overview-length": level})
    assert window.document is not None
    window.document.use_checks(checks_in_force(settings))
    assert (line.count.text(), line.is_too_long) == ("2 段，8 字 / 不超过 1000 字", False)
    editor.insertPlainText("长" * 1000)
    assert line.count.text() == "2 段，1008 字 / 不超过 1000 字，超出 8 字"
    assert line.is_too_long
    plain = line.palette().windowText().color()
    inks = {Severity.ERROR: tones().error, Severity.WARNING: tones().warning, Severity.INFO: plain}
    assert line.count.palette().windowText().color() == inks[level]


def test_a_section_without_limit_is_only_counted(window: MainWindow) -> None:
    editor_with(window, "第一段。")
    assert text_page(window, "problems").count_line.count.text() == "1 段，4 字"


def test_local_requirements_limit_a_section(window: MainWindow) -> None:
    editor_with(window, "第一段。")
    required = Requirements("本地要求", (SectionRequirement("存在的主要问题及改进情况", longest=3),))
    assert window.document is not None
    window.document.use_checks([*DEFAULT_CHECKS, required.check()])
    assert text_page(window, "problems").count_line.count.text() == "1 段，4 字 / 不超过 3 字，超出 1 字"
