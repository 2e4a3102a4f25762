"""Two windows, or two PCs, on one file: neither overwrites the other in silence."""

from pathlib import Path

import pytest

from models.cell_value import CellValue, read_value
from models.report import Edit
from storage.native_file import load_native, save_native
from tests.builders import a_clean_report
from tests.windows import ScriptedDialogs, report_of, saved
from ui.dialogs.choices import ChangedFile, Recovery, Unsaved
from ui.main_window import MainWindow

RECEIVED = "requests/received/natural_person"
OURS, THEIRS = read_value("4321"), read_value("77")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved(a_clean_report(), tmp_path / "年报.gknb")


def change(window: MainWindow, value: CellValue = OURS) -> None:
    assert window.document
    window.document.apply(Edit(cells={RECEIVED: value}))


def change_elsewhere(file: Path) -> None:
    report = load_native(file)
    report.apply(Edit(cells={RECEIVED: THEIRS}))
    save_native(report, file)


def received_in(file: Path) -> CellValue:
    return load_native(file).value(RECEIVED)


def open_on_both_sides(window: MainWindow, file: Path) -> None:
    window.files.open_path(file)
    change(window)
    change_elsewhere(file)


def test_what_others_saved_is_overwritten_only_where_the_clerk_says_so(
    window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    open_on_both_sides(window, file)
    dialogs.answers.append(ChangedFile.CANCEL)
    assert not window.files.save()
    assert window.document
    assert (received_in(file), window.document.modified) == (THEIRS, True)
    dialogs.answers.append(ChangedFile.OVERWRITE)
    assert window.files.save()
    assert (received_in(file), window.document.modified) == (OURS, False)
    change(window, read_value("5"))
    assert window.files.save()  # which is asked of nobody: it is ours again


def test_both_contents_can_be_kept(window: MainWindow, dialogs: ScriptedDialogs, file: Path) -> None:
    open_on_both_sides(window, file)
    other = file.with_name("年报（另存）.gknb")
    dialogs.answers.extend([ChangedFile.SAVE_AS, other])
    assert window.files.save()
    assert window.document
    assert (received_in(file), received_in(other), window.document.path) == (THEIRS, OURS, other)


def test_the_same_file_chosen_in_save_as_is_asked_about_too(
    window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    open_on_both_sides(window, file)
    dialogs.answers.extend([file, ChangedFile.SAVE_AS, None])
    assert not window.files.save_as()
    assert received_in(file) == THEIRS


def test_a_window_that_closes_asks_too(window: MainWindow, dialogs: ScriptedDialogs, file: Path) -> None:
    open_on_both_sides(window, file)
    dialogs.answers.extend([Unsaved.SAVE, ChangedFile.CANCEL])
    window.close()
    assert window.isVisible()
    assert received_in(file) == THEIRS


def test_a_report_restored_from_a_copy_remembers_what_its_file_held(
    window: MainWindow, dialogs: ScriptedDialogs, file: Path
) -> None:
    save_native(a_clean_report(), copy := file.with_name(f".~1~{file.name}"))
    change_elsewhere(copy)
    dialogs.answers.append(Recovery.RESTORE)
    window.files.open_path(file)
    assert report_of(window).value(RECEIVED) == THEIRS
    change_elsewhere(file)
    dialogs.answers.append(ChangedFile.CANCEL)
    assert not window.files.save()


def test_a_file_only_touched_or_gone_is_saved_without_a_question(window: MainWindow, file: Path) -> None:
    window.files.open_path(file)
    change(window)
    file.write_bytes(file.read_bytes())
    assert window.files.save()
    change(window, read_value("5"))
    file.unlink()
    assert window.files.save()
    assert received_in(file) == read_value("5")
