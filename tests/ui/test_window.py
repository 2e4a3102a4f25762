"""The window as a clerk uses it: begin, type, save, close, export, and nothing lost."""

import warnings
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from exporters.word import word_bytes
from models.cell_value import read_value
from models.report import Edit
from storage.native_file import load_native
from tests.builders import a_clean_report, a_full_report, a_report_that_says, content_of
from tests.windows import ScriptedDialogs, offer, open_at, open_in, press, report_of, saved, text_page
from ui.colours import DARK, LIGHT
from ui.dialogs.choices import HowToOpen, Unsaved
from ui.document import Document
from ui.main_window import MainWindow
from ui.pages.start_page import StartPage
from ui.settings import Settings, ThemeChoice
from ui.theme import tones

RECEIVED = "requests/received/natural_person"


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with warnings.catch_warnings():
        # the newest Qt advises a constructor that the oldest does not have
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(600, 400), *how)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *how))


# ── beginning ───────────────────────────────────────────────────────────


def test_the_first_page_offers_three_ways_to_begin(window: MainWindow) -> None:
    page = window.findChild(StartPage)
    assert [b.accessibleName() for b in (page.draft_button, page.blank_button, page.open_button)] == [
        "以去年报告为底本",
        "新建空白报告",
        "打开",
    ]


def test_enter_on_the_first_choice_begins_from_last_year(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(saved(a_full_report({"requests/carried_out/commercial": "3"}), tmp_path / "2024.gknb"))
    QTest.keyClick(window.findChild(StartPage).draft_button, Qt.Key.Key_Space)
    assert report_of(window).head.year == 2025
    assert str(report_of(window).value("requests/carried_in/commercial")) == "3"


def test_a_blank_report_has_every_cell_to_fill(window: MainWindow) -> None:
    press(window, Qt.Key.Key_N)
    assert report_of(window).filled_count == 0


def test_a_native_file_opens_as_it_is(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    report = a_full_report()
    dialogs.answers.append(saved(report, tmp_path / "2024.gknb"))
    press(window, Qt.Key.Key_O)
    assert content_of(report_of(window)) == content_of(report)
    assert window.document is not None
    assert not window.document.modified


def test_a_dropped_word_file_asks_what_it_is_to_become(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    (tmp_path / "去年.docx").write_bytes(word_bytes(a_full_report()))
    dialogs.answers.append(HowToOpen.DRAFT)
    drop(window, tmp_path / "去年.docx")
    assert report_of(window).head.year == 2025


def test_a_word_file_opened_as_a_report_is_read_completely(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    report = a_full_report(texts={"overview": "某某市人民政府受理申请6件。"})
    (tmp_path / "报告.docx").write_bytes(word_bytes(report))
    dialogs.answers.append(tmp_path / "报告.docx")
    press(window, Qt.Key.Key_O)
    assert content_of(report_of(window)) == content_of(report)


def test_a_file_that_cannot_be_read_is_said_and_the_open_report_stays(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    open_in(window, a_full_report())
    before = window.document
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    drop(window, tmp_path / "坏.docx")
    assert "坏.docx" in dialogs.said[0]
    assert window.document is before


def test_a_template_without_a_year_asks_for_the_new_one(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.extend([saved(a_full_report(year=None), tmp_path / "last.gknb"), 2025])
    window.files.new_draft()
    assert report_of(window).head.year == 2025


# ── saving ──────────────────────────────────────────────────────────────


def test_ctrl_s_saves_what_stands_in_an_open_cell_editor(window: MainWindow, tmp_path: Path) -> None:
    path = saved(a_full_report(), tmp_path / "2024.gknb")
    window.files.open_path(path)
    assert window.workspace is not None
    window.workspace.show_section("requests")
    QTest.keyClicks(QApplication.focusWidget(), "7")
    press(window, Qt.Key.Key_S)
    assert str(load_native(path).value(RECEIVED)) == "7"


def test_ctrl_s_saves_a_remark_still_being_typed(window: MainWindow, tmp_path: Path) -> None:
    path = saved(a_full_report(), tmp_path / "2024.gknb")
    window.files.open_path(path)
    assert window.workspace is not None
    window.workspace.show_section("requests")
    remark = window.workspace.page._bar.remark
    remark.setFocus()
    remark.insert("其中修订16件")
    press(window, Qt.Key.Key_S)
    assert load_native(path).remark(RECEIVED) == "其中修订16件"


def test_a_new_report_asks_where_to_save_and_proposes_its_title(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    window.files.show(Document(a_full_report(), unsaved=True))
    dialogs.answers.append(tmp_path / "新.gknb")
    press(window, Qt.Key.Key_S)
    assert dialogs.proposals[0].name == "某某市人民政府2024年政府信息公开工作年度报告.gknb"
    assert (tmp_path / "新.gknb").is_file()


def test_a_save_that_fails_is_said_and_the_report_stays_unsaved(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    window.files.show(Document(a_full_report(), unsaved=True))
    dialogs.answers.append(tmp_path / "没有这个文件夹" / "新.gknb")
    press(window, Qt.Key.Key_S)
    assert len(dialogs.said) == 1
    assert window.isWindowModified()


def test_closing_with_changes_asks_and_cancel_keeps_the_window(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    open_in(window, a_full_report())
    QTest.keyClicks(QApplication.focusWidget(), "7")
    dialogs.answers.append(Unsaved.CANCEL)
    assert not window.close()
    assert window.isVisible()
    assert str(report_of(window).value(RECEIVED)) == "7"


def test_closing_with_changes_can_save_them(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    path = saved(a_full_report(), tmp_path / "2024.gknb")
    window.files.open_path(path)
    text_page(window, "overview").editor.insertPlainText("新写的一段。")
    dialogs.answers.append(Unsaved.SAVE)
    assert window.close()
    assert load_native(path).text("overview") == "新写的一段。"


def test_a_cancelled_save_dialog_keeps_the_window_open(window: MainWindow, dialogs: ScriptedDialogs) -> None:
    window.files.show(Document(a_full_report(), unsaved=True))
    dialogs.answers.extend([Unsaved.SAVE, None])
    assert not window.close()


def test_opening_another_file_asks_about_unsaved_changes_first(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    window.files.show(Document(a_full_report(), unsaved=True))
    before = window.document
    dialogs.answers.append(Unsaved.CANCEL)
    drop(window, saved(a_full_report(), tmp_path / "other.gknb"))
    assert window.document is before


def test_files_opened_and_saved_are_remembered(window: MainWindow, settings: Settings, tmp_path: Path) -> None:
    path = saved(a_full_report(), tmp_path / "2024.gknb")
    window.files.open_path(path)
    assert settings.recent_files == [path]
    path.unlink()
    assert settings.recent_files == []


def test_a_file_opens_where_it_was_left(window: MainWindow, tmp_path: Path) -> None:
    path = saved(a_full_report(), tmp_path / "2024.gknb")
    window.files.open_path(path)
    assert window.workspace is not None
    window.workspace.show_section("review_litigation")
    window.files.open_path(path)
    assert window.workspace.sections.currentItem().text() == "四、复议诉讼"


# ── finding one's way ───────────────────────────────────────────────────


def test_f8_goes_to_the_next_finding(window: MainWindow) -> None:
    open_in(window, a_full_report({RECEIVED: "7"}), "proactive")
    press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert window.workspace is not None
    assert window.workspace.grid_view is not None
    assert window.workspace.grid_view.current_cell.name == RECEIVED


def test_the_section_list_counts_the_findings_of_each_section(window: MainWindow) -> None:
    open_in(window, a_full_report({RECEIVED: "7"}))
    assert window.workspace is not None
    texts = [window.workspace.sections.item(row).text() for row in range(window.workspace.sections.count())]
    assert "三、申请办理  2" in texts
    assert "二、主动公开" in texts


def test_ctrl_page_down_goes_to_the_next_section(window: MainWindow) -> None:
    open_in(window, a_full_report(), "proactive")
    press(window, Qt.Key.Key_PageDown)
    assert window.workspace is not None
    assert window.workspace.sections.currentItem().text().startswith("三、")


def test_the_status_line_tells_the_state(window: MainWindow) -> None:
    open_in(window, a_clean_report({RECEIVED: "7"}))
    assert window._status is not None
    assert window._status.text() == "未保存 · 已填 166/166 · 表内 2 错，表文 0，跨年 未对照，文字 0"


def test_a_stated_total_can_be_settled_for_the_computed_one(window: MainWindow) -> None:
    report = a_clean_report()
    report.apply(Edit(stated={"review_litigation/review/total": Decimal(11)}))
    open_in(window, report)
    assert window.workspace is not None
    panel = window.workspace.findings
    panel.step(1)
    QTest.mouseClick(offer(window, "以算得的数为准"), Qt.MouseButton.LeftButton)
    assert report.stated == {}
    assert panel.list.count() == 0


# ── looks ───────────────────────────────────────────────────────────────


def test_the_theme_changes_at_once_and_is_remembered(window: MainWindow, settings: Settings) -> None:
    window.choose_theme(ThemeChoice.DARK)
    assert tones() is DARK.tones
    window.choose_theme(ThemeChoice.LIGHT)
    assert tones() is LIGHT.tones
    assert settings.theme is ThemeChoice.LIGHT


def test_qt_speaks_chinese(window: MainWindow) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert window.isVisible()


def test_no_menu_has_an_english_word(window: MainWindow) -> None:
    for action in window.findChildren(type(window._actions["save"])):
        words = action.text().split("\t")[0].replace("Word", "").replace("Excel", "").replace("PDF", "").split("(")[0]
        assert not any(c.isascii() and c.isalpha() for c in words), action.text()


# ── what a clerk is spared ──────────────────────────────────────────────


def test_a_file_that_cannot_be_read_is_told_before_anybody_is_asked_about_changes(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    grid = open_in(window, a_full_report())
    QTest.keyClicks(grid, "7")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04half")
    window.files.open_path(tmp_path / "坏.docx")
    assert len(dialogs.said) == 1


def test_the_open_file_opened_again_shows_what_was_just_saved(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    path = saved(a_full_report(), tmp_path / "a.gknb")
    window.files.open_path(path)
    assert window.document is not None
    window.document.apply(Edit(cells={RECEIVED: read_value("7")}))
    dialogs.answers.append(Unsaved.SAVE)
    window.files.open_path(path)
    assert str(report_of(window).value(RECEIVED)) == "7"


def test_what_was_said_of_an_entry_goes_with_the_next_one(window: MainWindow) -> None:
    grid = open_in(window, a_full_report())
    grid.go_to(RECEIVED)
    for text, is_said in (("1.5", True), ("7", False)):
        QTest.keyClicks(grid, text[0])
        editor = grid.figures.open_editor
        assert editor is not None
        QTest.keyClicks(editor, f"{text[1:]}\r")
        QApplication.processEvents()  # the delegate takes it over in the next round
        assert bool(window.statusBar().currentMessage()) is is_said


def test_no_figure_of_a_text_makes_the_window_wider(window: MainWindow) -> None:
    window.resize(1100, 700)
    report = a_report_that_says("全年法人或其他组织申请114件，自然人申请9件。")
    work = open_at(window, report, "overview")
    width = window.minimumSizeHint().width()
    for _ in work.document.findings:
        press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= max(width, 1100)
    assert window.width() == 1100
