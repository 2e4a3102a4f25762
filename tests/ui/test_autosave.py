"""The recovery copy: kept while one works, gone when all is safe, offered after whatever stopped the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.cell_value import read_value
from models.errors import OutputRefusal
from models.report import Edit
from storage.native_file import load_native, save_native
from storage.recovery import RecoverySlot
from tests.builders import a_clean_report
from tests.windows import ScriptedDialogs, report_of, saved
from ui.autosave import Autosave
from ui.dialogs.choices import Recovery, Unsaved
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import Settings

ROOT = Path(__file__).parents[2]
RECEIVED = "requests/received/natural_person"
TYPED = read_value("4321")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved(a_clean_report(), tmp_path / "年报.gknb")


@pytest.fixture(autouse=True)
def copies_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.main_window._BEFORE_COPIES", 0)


def copies(file: Path) -> list[Path]:
    return [*file.parent.glob(".~*.gknb")]


def kept(qtbot: QtBot, window: MainWindow) -> Autosave:
    """Return the window's autosave after a figure was typed and its copy written."""
    qtbot.waitUntil(lambda: window.autosave is not None)
    assert window.document
    assert window.autosave
    window.document.apply(Edit(cells={RECEIVED: TYPED}))
    window.autosave.keep()
    window.autosave.wait()
    return window.autosave


def left_behind(file: Path, settings: Settings) -> None:
    """Leave a copy beside a file as a program does that is ended."""
    report = load_native(file)
    report.apply(Edit(cells={RECEIVED: TYPED}))
    save_native(report, file.with_name(f".~1~{file.name}"))
    assert settings.recovery_folder.exists() is False


# ── keeping ─────────────────────────────────────────────────────────────


def test_what_is_typed_is_kept_beside_the_file_which_stays_as_it_is(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    before = file.read_bytes()
    window.files.open_path(file)
    kept(qtbot, window)
    (copy,) = copies(file)
    assert load_native(copy).value(RECEIVED) == TYPED
    assert file.read_bytes() == before


def test_nothing_unsaved_means_no_copy(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.files.open_path(file)
    qtbot.waitUntil(lambda: window.autosave is not None)
    assert window.autosave
    window.autosave.keep()
    window.autosave.wait()
    assert copies(file) == []


def test_saving_takes_the_copy_away(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.files.open_path(file)
    kept(qtbot, window)
    window.files.save()
    assert copies(file) == []


def test_saving_elsewhere_takes_the_copy_along(
    qtbot: QtBot, window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    window.files.open_path(file)
    autosave = kept(qtbot, window)
    dialogs.answers.append(file.with_name("另存.gknb"))
    window.files.save_as()
    assert window.document
    window.document.apply(Edit(cells={RECEIVED: read_value("5")}))
    autosave.keep()
    autosave.wait()
    assert [copy.name for copy in copies(file)] == [".~1~另存.gknb"]


def test_closing_in_peace_takes_the_copy_away(
    qtbot: QtBot, window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    window.files.open_path(file)
    kept(qtbot, window)
    dialogs.answers.append(Unsaved.DISCARD)
    window.close()
    assert copies(file) == []


def test_a_window_that_stays_open_keeps_the_copy(
    qtbot: QtBot, window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    window.files.open_path(file)
    kept(qtbot, window)
    dialogs.answers.append(Unsaved.CANCEL)
    window.close()
    assert len(copies(file)) == 1


def test_copies_come_every_three_minutes_unless_chosen_otherwise(settings: Settings) -> None:
    autosave = Autosave(Document(a_clean_report()), settings)
    assert (autosave._timer.isActive(), autosave._timer.interval()) == (True, 3 * 60_000)
    settings.autosave_minutes = 10
    autosave.use_settings()
    assert autosave._timer.interval() == 10 * 60_000
    settings.autosave_minutes = 0
    autosave.use_settings()
    assert not autosave._timer.isActive()


def test_a_pause_in_editing_is_enough_for_a_copy(
    qtbot: QtBot, settings: Settings, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.autosave._PAUSE_MILLISECONDS", 20)
    document = Document(load_native(file), file)
    autosave = Autosave(document, settings)
    document.apply(Edit(cells={RECEIVED: TYPED}))
    qtbot.waitUntil(lambda: len(copies(file)) == 1)
    autosave.close()
    assert copies(file) == []


def test_where_no_copies_are_wanted_a_pause_keeps_none(settings: Settings, file: Path) -> None:
    settings.autosave_minutes = 0
    document = Document(load_native(file), file)
    autosave = Autosave(document, settings)
    document.apply(Edit(cells={RECEIVED: TYPED}))
    assert not autosave._pause.isActive()


def test_a_copy_that_cannot_be_written_is_told_at_once_and_once_until_it_works_again(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_slot: RecoverySlot, _content: bytes) -> None:
        raise OutputRefusal("磁盘空间已满")

    document = Document(a_clean_report(), unsaved=True)
    autosave, said = Autosave(document, settings), list[str]()
    autosave.refused.connect(said.append)

    def tick(value: int) -> None:
        document.apply(Edit(cells={RECEIVED: read_value(str(value))}))
        with qtbot.waitSignal(autosave._tried):
            autosave.keep()
        autosave.wait()

    with monkeypatch.context() as full:
        full.setattr(RecoverySlot, "write", refuse)
        tick(1)
        assert said == ["恢复副本没有写成，请及时保存：磁盘空间已满"]
        for value in range(2, 5):
            tick(value)
        assert len(said) == 1
    tick(5)
    monkeypatch.setattr(RecoverySlot, "write", refuse)
    tick(6)
    assert len(said) == 2
    autosave.close()


# ── coming back ─────────────────────────────────────────────────────────


def test_a_copy_left_behind_is_restored_and_the_file_waits_for_the_clerk_to_save(
    window: MainWindow, settings: Settings, dialogs: ScriptedDialogs, file: Path
) -> None:
    left_behind(file, settings)
    before = file.read_bytes()
    dialogs.answers.append(Recovery.RESTORE)
    window.files.open_path(file)
    assert window.document
    assert (report_of(window).value(RECEIVED), window.document.path) == (TYPED, file)
    assert window.document.modified
    assert file.read_bytes() == before
    window.files.save()
    assert load_native(file).value(RECEIVED) == TYPED
    assert copies(file) == []


def test_a_copy_that_is_thrown_away_is_gone(
    window: MainWindow, settings: Settings, dialogs: ScriptedDialogs, file: Path
) -> None:
    left_behind(file, settings)
    dialogs.answers.append(Recovery.DISCARD)
    window.files.open_path(file)
    assert report_of(window).value(RECEIVED) != TYPED
    assert copies(file) == []


def test_a_copy_that_is_put_off_is_offered_again(
    window: MainWindow, settings: Settings, dialogs: ScriptedDialogs, file: Path
) -> None:
    left_behind(file, settings)
    for _opening in range(2):
        dialogs.answers.append(Recovery.CANCEL)
        window.files.open_path(file)
        assert report_of(window).value(RECEIVED) != TYPED
    assert len(copies(file)) == 1
    assert not dialogs.answers


def test_a_copy_that_cannot_be_read_is_told_and_the_file_opens(
    window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    file.with_name(f".~1~{file.name}").write_bytes(b"{")
    window.files.open_path(file)
    assert window.document
    assert "有一份恢复副本打不开" in dialogs.said[0]


def test_a_report_never_saved_is_offered_at_the_next_start(
    window: MainWindow, settings: Settings, dialogs: ScriptedDialogs
) -> None:
    report = a_clean_report()
    report.apply(Edit(cells={RECEIVED: TYPED}))
    settings.recovery_folder.mkdir(parents=True)
    save_native(report, settings.recovery_folder / ".~1~unsaved.gknb")
    dialogs.answers.append(Recovery.RESTORE)
    window.files.offer_unsaved()
    assert window.document
    assert (report_of(window).value(RECEIVED), window.document.path) == (TYPED, None)
    assert window.document.modified


def test_a_program_that_is_killed_loses_nothing(
    window: MainWindow, dialogs: ScriptedDialogs, file: Path, tmp_path: Path
) -> None:
    script = Path(__file__).with_name("kill_while_typing.py")
    command = [sys.executable, str(script), str(tmp_path / "settings.ini"), str(file), RECEIVED, "4321"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    assert done.returncode != 0
    dialogs.answers.append(Recovery.RESTORE)
    window.files.open_path(file)
    assert report_of(window).value(RECEIVED) == TYPED
    assert "已恢复" in window.statusBar().currentMessage()
