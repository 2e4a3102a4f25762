"""Reading a foreign file in the window: it stays alive, says what became of each block, and takes corrections."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from exporters.word import word_bytes
from importers.assigned_tables import column_names
from importers.blocks import Block, FileContent, Grid, Paragraph
from importers.outcomes import NOT_IN_REPORT, Assignment
from importers.reader import ReadReport, report_from
from models.errors import InputRefusal
from models.form import Table
from models.form_file import current_form
from tests.builders import a_full_report, content_of
from tests.importers.documents import docx, form_grid, grid, numbered, p, relabelled, report_blocks, save, tbl_of
from tests.windows import ScriptedDialogs, open_in
from ui import file_commands
from ui.cancelled import Cancelled
from ui.dialogs.choices import HowToOpen
from ui.dialogs.dialogs import Dialogs
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.import_preview import NO_COLUMN
from ui.main_window import MainWindow
from ui.reading_worker import PATIENCE, in_background

FORM = current_form()
TEXTS = {"preamble": "前言。", "overview": "第一段。\n第二段。", "problems": "问题。", "other_matters": "没有。"}
REQUESTS = FORM.table("requests")
STRAY = grid(["车牌", "驾驶员"], ["甲", "乙"])
BASE_EXEC = QDialog.exec


def headless(table: Table) -> Grid:
    """Return a table of the form with figures whose column labels cannot be read."""
    first = min(cell.place.row for cell in table.cells.values())
    return relabelled(
        form_grid(table, numbered(FORM)), lambda cell: "乱码字样" if cell.place.row < first else cell.text
    )


def doubtful_blocks() -> list[Block]:
    """Return a report in which nobody can tell the columns of 表三, with a table at the end that is none of it."""
    whole = form_grid(REQUESTS, numbered(FORM))
    blocks = report_blocks(FORM, numbered(FORM), TEXTS)
    return [*(headless(REQUESTS) if block == whole else block for block in blocks), STRAY]


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[ImportDialog]:
    content = FileContent(tuple(doubtful_blocks()))

    def read(assignment: Assignment) -> ReadReport:
        return report_from(content, "去年.docx", assignment=assignment)

    dialog = ImportDialog("去年.docx", report_from(content, "去年.docx"), read, window)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()
    dialog.deleteLater()


def select(dialog: ImportDialog, name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    item = next(each for each in dialog._items if each.text(0) == name)
    dialog.blocks.scrollToItem(item)
    place = dialog.blocks.visualItemRect(item).center()
    QTest.mouseClick(dialog.blocks.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def choose(box: QComboBox, key: str) -> None:
    """Choose an entry with the keyboard, as a clerk who tabs to it does."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(key)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == key


def place(dialog: ImportDialog, name: str) -> str:
    return next(each.text(1) for each in dialog._items if each.text(0) == name)


def remarks(dialog: ImportDialog) -> list[str]:
    return [dialog.remarks.item(row).text() for row in range(dialog.remarks.count())]


# ── what is shown ───────────────────────────────────────────────────────


def test_every_block_stands_beside_what_it_became(dialog: ImportDialog) -> None:
    assert place(dialog, "第二段。") == "总体情况"
    assert place(dialog, FORM.section("overview").title) == "章节题名"
    assert place(dialog, "表格 14 行 4 列") == "表二 10/10"
    assert place(dialog, "表格 2 行 2 列") == "没有放进报告"


def test_sections_and_tables_are_counted(dialog: ImportDialog) -> None:
    assert dialog.counts.text() == (
        "标题与前言 1 段 · 总体情况 2 段 · 表二 10/10 · 表三 0/175 · 表四 15/15 · 问题改进 1 段 · 其他事项 1 段"
    )


def test_it_begins_at_the_first_block_that_is_not_in_order(dialog: ImportDialog) -> None:
    assert dialog.blocks.currentItem().text(0) == "表格 28 行 10 列"


def test_a_paragraph_is_shown_in_full(dialog: ImportDialog) -> None:
    select(dialog, "第二段。")
    assert dialog.preview.text.toPlainText() == "第二段。"
    assert dialog.target.currentText() == FORM.section("overview").title


def test_a_paragraph_is_offered_no_table(dialog: ImportDialog) -> None:
    select(dialog, "第二段。")
    assert dialog.target.findData("requests") == -1
    select(dialog, "表格 2 行 2 列")
    assert dialog.target.findData("requests") > 0


def test_a_remark_leads_to_its_block(dialog: ImportDialog) -> None:
    row = next(row for row, text in enumerate(remarks(dialog)) if "车牌" in text)
    dialog.remarks.setCurrentRow(row)
    QTest.keyClick(dialog.remarks, Qt.Key.Key_Return)
    assert dialog.blocks.currentItem().text(0) == "表格 2 行 2 列"


def test_the_dialog_fits_the_smallest_office_screen(dialog: ImportDialog) -> None:
    assert dialog.width() <= 1366
    assert dialog.height() <= 700


# ── by hand ─────────────────────────────────────────────────────────────


def test_a_paragraph_is_assigned_to_another_section(dialog: ImportDialog) -> None:
    select(dialog, "第二段。")
    choose(dialog.target, "problems")
    assert dialog.reading.report.text("problems") == "第二段。\n问题。"
    assert place(dialog, "第二段。") == "问题改进"
    assert "总体情况 1 段" in dialog.counts.text()


def test_several_blocks_are_left_out_at_once(dialog: ImportDialog) -> None:
    select(dialog, "第一段。")
    select(dialog, "第二段。", Qt.KeyboardModifier.ControlModifier)
    choose(dialog.target, NOT_IN_REPORT)
    assert dialog.reading.report.text("overview") == ""
    assert place(dialog, "第一段。") == "不放进报告"


def test_a_stray_table_that_is_left_out_is_no_remark_any_more(dialog: ImportDialog) -> None:
    select(dialog, "表格 2 行 2 列")
    choose(dialog.target, NOT_IN_REPORT)
    assert not [text for text in remarks(dialog) if "车牌" in text]


def test_columns_named_by_hand_give_every_figure(dialog: ImportDialog) -> None:
    select(dialog, "表格 28 行 10 列")
    choose(dialog.target, "requests")
    for column, name in enumerate(column_names(REQUESTS), REQUESTS.stub_columns):
        choose(dialog.preview.choice(column), name)
    assert "表三 175/175" in dialog.counts.text()
    cells = dialog.reading.report.cells
    assert {name: str(cells[name]) for name in FORM.typed_cells} == numbered(FORM)


def test_a_column_is_given_back_to_its_label(dialog: ImportDialog) -> None:
    select(dialog, "表格 14 行 4 列")
    before = dialog.counts.text()
    choose(dialog.preview.choice(1), column_names(FORM.table("proactive"))[2])
    assert dialog.counts.text() != before
    choose(dialog.preview.choice(1), "")
    assert dialog.preview.choice(1).currentText() == NO_COLUMN
    assert dialog.counts.text() == before


# ── accepting ───────────────────────────────────────────────────────────


def in_import_dialog(act: Callable[[ImportDialog], None]) -> None:
    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        act(dialog)

    QTimer.singleShot(0, find)


@pytest.fixture
def real(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    monkeypatch.setattr(QDialog, "exec", BASE_EXEC)
    return Dialogs(window)


def reading_of(blocks: list[Block]) -> tuple[ReadReport, Callable[[Assignment], ReadReport]]:
    content = FileContent(tuple(blocks))
    first = report_from(content, "去年.docx")
    return first, lambda assignment: report_from(content, "去年.docx", assignment=assignment)


def test_what_is_accepted_is_what_was_put_right(real: Dialogs) -> None:
    def put_right(dialog: ImportDialog) -> None:
        select(dialog, "第二段。")
        choose(dialog.target, "problems")
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    in_import_dialog(put_right)
    accepted = real.ask_import("去年.docx", *reading_of(doubtful_blocks()))
    assert accepted is not None
    assert accepted.report.text("problems") == "第二段。\n问题。"


def test_escape_accepts_nothing(real: Dialogs) -> None:
    in_import_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert real.ask_import("去年.docx", *reading_of(doubtful_blocks())) is None


def doubtful_file(folder: Path) -> Path:
    parts = [p(block.text) if isinstance(block, Paragraph) else tbl_of(block) for block in doubtful_blocks()]
    return save(folder, docx("".join(parts)), "去年.docx")


def test_a_doubtful_file_is_shown_before_it_is_opened(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers.extend([doubtful_file(tmp_path), lambda first, _read: first])
    window.files.open()
    assert window.document is not None
    assert window.document.report.text("overview") == "第一段。\n第二段。"


def test_a_draft_begins_from_what_was_accepted(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.answers.extend([HowToOpen.DRAFT, lambda first, _read: first])
    window.files.open_path(doubtful_file(tmp_path))
    assert window.document is not None
    assert window.document.report.head.year == 2025


@pytest.mark.parametrize("draft", [False, True])
def test_a_reading_that_is_not_accepted_leaves_everything_as_it_was(
    window: MainWindow,
    dialogs: ScriptedDialogs,
    tmp_path: Path,
    draft: bool,  # noqa: FBT001
) -> None:
    open_in(window, a_full_report())
    before = window.document
    dialogs.answers.extend([doubtful_file(tmp_path), None])
    (window.files.new_draft if draft else window.files.open)()
    assert window.document is before
    assert dialogs.said == []
    assert window.files._settings.recent_files == []


def test_a_file_without_a_doubt_is_opened_at_once(window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    report = a_full_report(texts={"overview": "第一段。"})
    (tmp_path / "报告.docx").write_bytes(word_bytes(report))
    dialogs.answers.append(tmp_path / "报告.docx")
    window.files.open()
    assert window.document is not None
    assert content_of(window.document.report) == content_of(report)


def test_a_report_of_another_kind_is_refused_in_a_sentence(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    window.files.open_path(save(tmp_path, docx(p("某某局2024年度行政执法统计年报") + tbl_of(STRAY)), "去年.docx"))
    assert window.document is None
    assert "看来是行政执法统计年报" in dialogs.said[0]


def test_what_was_taken_of_a_report_of_another_kind_is_shown_with_its_note_first(real: Dialogs) -> None:
    lines = ["某某局2016年政府信息公开工作年度报告", "一、概述", "甲。", "五、存在的主要问题及改进情况", "乙。"]
    shown: list[str] = []

    def look(dialog: ImportDialog) -> None:
        shown.extend(remarks(dialog))
        dialog.accept()

    in_import_dialog(look)
    real.ask_import("去年.docx", *reading_of([*map(Paragraph, lines), STRAY]))
    assert "看来是2019 年以前旧格式的政府信息公开年度报告" in shown[0]


# ── waiting ─────────────────────────────────────────────────────────────


def progress_shown() -> QProgressDialog | None:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog) and each.isVisible()]
    return shown[0] if shown else None


def every(milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(interval=milliseconds)
    timer.timeout.connect(act)
    timer.start()
    return timer


def test_quick_work_shows_nothing(window: MainWindow) -> None:
    seen: list[QProgressDialog | None] = []
    timer = every(20, lambda: seen.append(progress_shown()))
    assert in_background(lambda: time.sleep(0.2) or 7, "正在读取……", window) == 7
    timer.stop()
    assert len(seen) > 3
    assert not any(seen)


def test_slow_work_shows_progress_after_half_a_second_while_the_window_lives(window: MainWindow) -> None:
    begin, shown = time.monotonic(), []
    timer = every(20, lambda: shown.append((time.monotonic() - begin) * 1000) if progress_shown() else None)
    assert in_background(lambda: time.sleep(0.9) or 7, "正在读取……", window) == 7
    timer.stop()
    assert shown[0] >= PATIENCE
    assert len(shown) > 3
    assert progress_shown() is None


def test_progress_can_be_cancelled(window: MainWindow) -> None:
    never = Event()

    def cancel() -> None:
        progress = progress_shown()
        if progress is not None:
            assert progress.labelText() == "正在读取……"
            QTest.keyClick(progress, Qt.Key.Key_Escape)

    timer = every(20, cancel)
    with pytest.raises(Cancelled):
        in_background(lambda: never.wait(30), "正在读取……", window)
    timer.stop()
    never.set()
    assert progress_shown() is None


def test_cancelled_work_does_not_go_on_unseen(window: MainWindow) -> None:
    threads: list[Thread] = []

    def work() -> None:
        threads.append(current_thread())
        while True:
            time.sleep(0.001)

    timer = every(20, lambda: QTest.keyClick(shown, Qt.Key.Key_Escape) if (shown := progress_shown()) else None)
    with pytest.raises(Cancelled):
        in_background(work, "正在读取……", window)
    timer.stop()
    threads[0].join(5)
    assert not threads[0].is_alive()


def test_a_refusal_in_the_thread_is_raised_in_the_window(window: MainWindow) -> None:
    def refuse() -> None:
        raise InputRefusal("不行")

    with pytest.raises(InputRefusal, match="不行"):
        in_background(refuse, "正在读取……", window)


def test_a_cancelled_reading_leaves_the_open_report(
    window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_in(window, a_full_report())
    before, never = window.document, Event()
    monkeypatch.setattr(file_commands, "read_foreign", lambda _path: never.wait(30))

    def cancel() -> None:
        progress = progress_shown()
        if progress is not None:
            button = next(each for each in progress.findChildren(QPushButton) if each.text() == "取消")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    timer = every(20, cancel)
    window.files.open_path(save(tmp_path, b"words", "去年.txt"))
    timer.stop()
    never.set()
    assert window.document is before
    assert dialogs.said == []
