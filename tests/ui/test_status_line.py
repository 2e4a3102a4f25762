"""The line that tells the state in one sentence, whole at any time; and zeros for all tables at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.cell_value import read_value
from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit
from tests.builders import a_clean_report, a_full_report, a_report, a_report_that_says
from tests.windows import CTRL, open_at, press, report_of, saved, text_page
from ui.info_line import InfoLine
from ui.main_window import MainWindow
from ui.status_line import StatusLine

RECEIVED = "requests/received/natural_person"
ALT = Qt.KeyboardModifier.AltModifier


def line_of(window: MainWindow) -> StatusLine:
    assert window._status is not None
    return window._status


def test_each_group_is_counted(window: MainWindow) -> None:
    open_at(window, a_report_that_says("全年办结政府信息公开申请8件，，。", {RECEIVED: "7"}), "requests")
    assert line_of(window).text() == "未保存 · 已填 166/166 · 表内 2 错，表文 1 疑，跨年 未对照，文字 1 提示"


def test_a_report_without_a_finding_says_so(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "requests")
    assert line_of(window).text() == "未保存 · 已填 166/166 · 没有发现问题"


def test_a_saved_report_tells_when(window: MainWindow, tmp_path: Path) -> None:
    window.files.open_path(saved(a_clean_report(), tmp_path / "a.gknb"))
    assert window.document is not None
    window.document.apply(Edit(cells={RECEIVED: read_value("7")}))
    assert line_of(window).text().startswith("未保存 · ")
    press(window, Qt.Key.Key_S)
    saved_at = window.document.saved_at
    assert saved_at is not None
    assert line_of(window).text().startswith(f"已保存 {saved_at:%H:%M} · 已填 166/166 · ")


def test_it_follows_typing_in_a_text_after_the_pause(window: MainWindow) -> None:
    open_at(window, a_clean_report(), "requests")
    text_page(window, "overview").editor.insertPlainText("全年办结政府信息公开申请8件。")
    assert window.document is not None
    window.document.settle()
    assert "表文 1 疑" in line_of(window).text()


@pytest.mark.parametrize("text", ["", "。，。，" * 40])
def test_it_is_whole_at_1280_pixels(window: MainWindow, text: str) -> None:
    wrong = "".join(f"全年办结政府信息公开申请{number}件。" for number in range(7, 47))
    open_at(window, a_full_report({RECEIVED: "7"}, texts={"overview": wrong + text, "problems": "，，"}), "requests")
    window.resize(1280, 720)
    QApplication.processEvents()
    line = line_of(window)
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width() <= 1000
    assert window.minimumSizeHint().width() <= 960


def test_a_line_that_grows_gets_more_room(window: MainWindow) -> None:
    work = open_at(window, a_clean_report(), "requests")
    before = line_of(window).sizeHint().width()
    work.document.apply(Edit(cells={RECEIVED: read_value("7")}))
    assert line_of(window).sizeHint().width() > before


def is_whole(line: InfoLine) -> bool:
    QApplication.processEvents()
    return line.isVisible() and line._fitted() == line.text()


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
@pytest.mark.parametrize("length", [20, 60, 90, 180])
def test_a_notice_of_any_length_is_whole(window: MainWindow, length: int, size: tuple[int, int]) -> None:
    open_at(window, a_full_report({RECEIVED: "7"}), "requests")
    window.resize(*size)
    window.show_notice("字" * length)
    assert is_whole(window._notices.sentence)
    assert (window.width(), window.height()) == size


def test_the_state_stays_beside_a_short_notice_and_gives_way_to_a_long_one(window: MainWindow) -> None:
    open_at(window, a_full_report({RECEIVED: "7"}), "requests")
    seen = []
    for sentence in ("字" * 10, "字" * 90, "字" * 10):
        window.show_notice(sentence)
        seen.append(line_of(window).isVisible())
    assert seen == [True, False, True]
    window.show_notice("字" * 90)
    window.statusBar().clearMessage()
    assert line_of(window).isVisible()
    assert window._notices.sentence.height() == line_of(window).height()


def test_a_notice_stays_as_long_as_it_takes_to_read(window: MainWindow) -> None:
    def time_for(length: int) -> int:
        window.show_notice("字" * length)
        return window._notices._end.interval()

    assert time_for(5) == 8_000
    assert time_for(100) == 20_000


def test_a_narrowed_window_shows_the_notice_over_more_lines(window: MainWindow) -> None:
    open_at(window, a_full_report(), "requests")
    window.resize(1366, 768)
    window.show_notice("字" * 90)
    one = window._notices.sentence.height()
    window.resize(1000, 700)
    assert is_whole(window._notices.sentence)
    assert window._notices.sentence.height() > one


def test_the_line_on_a_live_figure_is_cut_with_a_sign_and_whole_in_its_tooltip(window: MainWindow) -> None:
    open_at(window, a_full_report(), "overview")
    line = text_page(window, "overview").count_line
    line.show_hint("随表格变化" * 60)
    QApplication.processEvents()
    assert line.hint._fitted().endswith("…")
    assert line.hint.toolTip() == "随表格变化" * 60


@pytest.mark.parametrize("section", ["preamble", "overview", "requests", "review_litigation"])
def test_the_window_fits_a_small_screen_at_200_percent(window: MainWindow, section: str) -> None:
    work = open_at(window, start_new_year(a_full_report({RECEIVED: "7"}), current_form()), section)
    assert work.side
    window.resize(960, 540)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (960, 540)
    names = work.sections
    assert names.sizeHintForColumn(0) <= names.viewport().width()


# ── 全部补零 ────────────────────────────────────────────────────────────


def test_one_key_fills_the_blanks_of_all_tables(window: MainWindow) -> None:
    open_at(window, a_report({RECEIVED: "5"}), "overview")
    press(window, Qt.Key.Key_0, CTRL | ALT)
    assert "已填 166/166" in line_of(window).text()
    assert str(report_of(window).value(RECEIVED)) == "5"


def test_it_is_one_step_of_the_history(window: MainWindow) -> None:
    work = open_at(window, a_report({RECEIVED: "5"}), "overview")
    press(window, Qt.Key.Key_0, CTRL | ALT)
    assert work.document.undo_stack.undoText() == "补零 165 格"
    press(window, Qt.Key.Key_Z)
    assert report_of(window).filled_count == 1


def test_without_a_blank_it_says_so(window: MainWindow) -> None:
    work = open_at(window, a_full_report(), "overview")
    press(window, Qt.Key.Key_0, CTRL | ALT)
    assert window.statusBar().currentMessage() == "各表都没有空格，不用补零"
    assert not work.document.undo_stack.count()
