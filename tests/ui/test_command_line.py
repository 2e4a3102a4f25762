import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from importers.blocks import Grid, GridCell, Paragraph
from importers.reader import Notes
from models.form import Place
from models.report import Report
from models.report_json import VERSION
from storage.native_file import load_native, save_native
from tests.builders import a_clean_report
from tests.commands import (
    DONE,
    ERRORS_FOUND,
    FAILED,
    ROOT,
    SAMPLE,
    UNREADABLE,
    UNWRITABLE,
    WRONG_WORDS,
    Capture,
    refusal,
    run,
)
from ui import check_command, command_files, command_line, commands
from ui.report_files import OpenedReport

UNBALANCED = {"requests/received/natural_person": "7"}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.gknb"
    save_native(a_clean_report(UNBALANCED), path)
    return path


def program(*words: object, **others: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, text=True, check=False, stderr=subprocess.PIPE, **others)  # type: ignore[call-overload, no-any-return]


# ── the window ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(("words", "file"), [([], None), (["a.docx"], Path("a.docx"))])
def test_without_a_command_the_window_opens(
    words: list[str], file: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    command_line.main(words, lambda path: opened.append(path) or 0)  # type: ignore[func-returns-value]
    assert opened == [file]


def test_without_a_display_the_window_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "没有图形显示" in refusal(capsys, WRONG_WORDS)


# ── new ─────────────────────────────────────────────────────────────────


def test_a_new_year_starts_from_last_years_file(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "2025.gknb"
    assert run("new", "--from", SAMPLE, "--year", "2025", "--output", out) == DONE
    assert str(load_native(out).value("requests/carried_in/total")) == "125"
    assert capsys.readouterr().out == f"已生成 2025 年的报告：{out}\n"


def test_without_a_year_the_next_one_is_taken(tmp_path: Path) -> None:
    run("new", "--from", SAMPLE, "--output", tmp_path / "a.gknb")
    assert load_native(tmp_path / "a.gknb").head.year == 2025


def test_a_year_in_full_width_digits_is_understood(tmp_path: Path) -> None:
    run("new", "--from", SAMPLE, "--year", "２０２６", "--output", tmp_path / "a.gknb")
    assert load_native(tmp_path / "a.gknb").head.year == 2026


@pytest.mark.parametrize("year", ["abcd", "二〇二五", "20 25", "2_025", "-2025", "2025.0", "25", "", "1900"])
def test_an_impossible_year_is_refused_and_the_old_file_kept(year: str, old: Path, capsys: Capture) -> None:
    refusal(capsys, WRONG_WORDS, "new", "--from", SAMPLE, f"--year={year}", "--output", old)
    assert old.read_text() == "old"


def test_last_years_file_is_never_overwritten_by_the_new_one(broken: Path, capsys: Capture) -> None:
    before = broken.read_bytes()
    other_name = broken.parent / "." / "x" / ".." / broken.name
    assert "去年的文件" in refusal(capsys, WRONG_WORDS, "new", "--from", broken, "--output", other_name)
    assert broken.read_bytes() == before


def test_a_missing_output_folder_is_refused(tmp_path: Path, capsys: Capture) -> None:
    refusal(capsys, UNWRITABLE, "new", "--from", SAMPLE, "--output", tmp_path / "none" / "a.gknb")


# ── words that make no sense ────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["export", SAMPLE], "--word、--excel、--html、--pdf、--png、--svg、--json、--native"),
        (["export", SAMPLE, "--odt", "a.odt"], "--odt"),
        (["export", SAMPLE, "--word", "-"], "只有 --json"),
        (["export", SAMPLE, "--word", ""], "不是文件名"),
        (["export", SAMPLE, "--word", "a", "--style", "none"], "没有字体方案“none”"),
        (["export", SAMPLE, "--word", "a", "--style", "none.toml"], "字体方案“none.toml”打不开"),
        (["export", SAMPLE, "--excel", "a", "--draft"], "--draft 只对 --word、--pdf 起作用"),
        (["export", SAMPLE, "--svg", "a", "--check-sheet"], "--check-sheet 只对 --word、--pdf 起作用"),
        (["export", SAMPLE, "--word", "a", "--report-only"], "--report-only 只对 --excel 起作用"),
        (["export", SAMPLE, "--html", "a", "--style", "gbk"], "--style 只对 --word、--pdf、--png、--svg 起作用"),
        (["export", SAMPLE, "--json", "-", "--style", "gb"], "--style 只对"),
        (["export", SAMPLE, "--word", "a.xlsx"], "“a.xlsx”是 Excel 工作簿 的文件名，这里写出的文件应以 .docx 结尾"),
        (["check", SAMPLE, "--excel", "a.docx"], "应以 .xlsx 结尾"),
        (["check"], "还缺少：文件"),
        (["check", SAMPLE, "--json"], "--json 后面没有写内容"),
        (["check", SAMPLE, "--js", "-"], "--js"),
        (["check", SAMPLE, "--word", "-"], "只有 --json"),
        (["check", SAMPLE, "--word", "a", "--excel", "a"], "同一个文件"),
        (["new"], "还缺少：--from、--output"),
        (["check", SAMPLE, "--help=a"], "写法不对"),
        (["a.gknb", "b.gknb"], "b.gknb"),
        (["compare", "a", "b"], "a b"),
        (["--unknown"], "--unknown"),
    ],
)
def test_wrong_words_are_refused_and_named(words: list[object], part: str, capsys: Capture) -> None:
    assert part in refusal(capsys, WRONG_WORDS, *words)


@pytest.mark.parametrize("words", [["--help"], ["new", "-h"], ["check", "-h"], ["export", "-h"]])
def test_the_help_is_chinese(words: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    english = {*re.findall(r"(?<![-.\w])[A-Za-z]+", capsys.readouterr().out)}
    assert ended.value.code == 0
    assert english <= {"main", "new", "check", "export", "Word", "Excel", "PDF", "PNG", "SVG", "JSON"}


# ── files that cannot be read ───────────────────────────────────────────


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 1000,
        SAMPLE.read_bytes()[:3000],
        b"garbage",
        b"[]",
        json.dumps({"format": "gknb", "version": VERSION + 1}).encode(),
    ],
)
def test_a_bad_file_is_refused_and_outputs_are_kept(content: bytes, old: Path, tmp_path: Path, capsys: Capture) -> None:
    bad = tmp_path / "bad.gknb"
    bad.write_bytes(content)
    for words in (["check", bad], ["export", bad, "--json", old], ["new", "--from", bad, "--output", old]):
        assert "bad.gknb" in refusal(capsys, UNREADABLE, *words)
    assert (bad.read_bytes(), old.read_text()) == (content, "old")


@pytest.mark.parametrize("name", ["none.gknb", "none.docx", "."])
def test_a_missing_file_or_a_folder_is_refused(name: str, tmp_path: Path, capsys: Capture) -> None:
    refusal(capsys, UNREADABLE, "check", tmp_path / name)


def test_a_refusal_is_one_line_whatever_the_file_is_called(tmp_path: Path, capsys: Capture) -> None:
    refusal(capsys, UNREADABLE, "check", tmp_path / "two\nlines.gknb")


def test_what_is_not_in_the_report_is_said(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    grid = Grid((GridCell("甲", Place(0, 0)), GridCell("乙\n丙", Place(0, 1))))
    notes = Notes((Paragraph("长" * 100), grid), ("表二是猜的。",))
    opened = OpenedReport(a_clean_report(), notes.sentences)
    monkeypatch.setattr(command_files, "open_report", lambda _: opened)
    assert run("check", "a.docx") == DONE
    assert capsys.readouterr().err.splitlines() == [
        "表二是猜的。",
        f"没有放进报告的内容：“{'长' * 80}……”",
        "没有放进报告的内容：“甲 乙 丙”",
    ]


# ── the program's own failures ──────────────────────────────────────────


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return what lets the next check fail and keeps the log in a folder."""

    def fail(_: Report) -> None:
        raise ZeroDivisionError("what went wrong")

    def prepare(log_folder: Path) -> None:
        monkeypatch.setattr(check_command, "find_problems", fail)
        monkeypatch.setattr(platformdirs, "user_log_path", lambda *_, **__: log_folder)

    return prepare


def test_an_unexpected_failure_is_one_sentence(
    failing: Callable[[Path], None], tmp_path: Path, capsys: Capture
) -> None:
    failing(tmp_path)
    sentence = refusal(capsys, FAILED, "check", SAMPLE)
    assert str(tmp_path / "errors.log") in sentence
    assert "went wrong" not in sentence


def test_an_unexpected_failure_is_logged_with_its_traceback(failing: Callable[[Path], None], tmp_path: Path) -> None:
    failing(tmp_path / "new" / "folder")
    run("check", SAMPLE)
    assert "ZeroDivisionError: what went wrong" in (tmp_path / "new" / "folder" / "errors.log").read_text()


def test_a_log_that_cannot_be_written_hides_nothing(
    failing: Callable[[Path], None], old: Path, capsys: Capture
) -> None:
    failing(old)
    assert "errors.log" not in refusal(capsys, FAILED, "check", SAMPLE)


# ── as a process of its own ─────────────────────────────────────────────


def test_standard_output_that_takes_nothing_is_refused() -> None:
    with Path("/dev/full").open("w") as full:
        done = program("check", SAMPLE, stdout=full)
    assert (done.returncode, done.stderr.count("\n")) == (UNWRITABLE, 1)


@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize(
    "words", [("check", SAMPLE, "--details"), ("export", SAMPLE, "--json", "-"), ("check", "--help"), ("--help",)]
)
def test_a_closed_pipe_ends_the_output_quietly(words: tuple[object, ...], *, buffered: bool) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONUNBUFFERED": "" if buffered else "1"}
    done = program(*words, stdout=writing, env=environment)
    os.close(writing)
    assert (done.returncode, done.stderr) == (DONE, "")


def test_a_closed_pipe_hides_no_error_of_the_report(broken: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = program("check", broken, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (ERRORS_FOUND, "")


def test_a_terminal_without_chinese_gets_codes_instead_of_a_failure() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = program("check", SAMPLE, stdout=subprocess.PIPE, env=environment)
    assert (done.returncode, done.stdout.startswith("\\u")) == (DONE, True)


def test_a_bad_file_ends_the_program_with_one_line_and_no_traceback(tmp_path: Path) -> None:
    done = program("check", tmp_path / "none.gknb", stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (UNREADABLE, "", 1)


def test_the_names_known_at_the_start_are_those_of_the_commands() -> None:
    assert tuple(commands.COMMANDS) == command_line.COMMAND_NAMES
