"""`main.py check`: what it prints, the JSON, the check sheets, and its exit status."""

import json
import re
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from models.checks import find_problems
from models.checks.dismissals import dismiss
from models.finding import Severity
from models.report import Report
from storage.native_file import save_native
from tests.builders import a_clean_report
from tests.check_sheets import REASON, a_busy_report
from tests.commands import (
    DONE,
    ERRORS_FOUND,
    SAMPLE,
    UNREADABLE,
    UNWRITABLE,
    WRONG_WORDS,
    Capture,
    refusal,
    run,
)
from ui import check_command

UNBALANCED = {"requests/received/natural_person": "7"}
LEVELS = re.compile(r"\[(错|疑|提示|属实)\] ")


def kept(report: Report, folder: Path, name: str = "a.gknb") -> Path:
    save_native(report, folder / name)
    return folder / name


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return kept(a_clean_report(UNBALANCED), tmp_path, "broken.gknb")


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    return kept(a_busy_report(), tmp_path, "busy.gknb")


def printed(capsys: Capture) -> list[str]:
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def findings_in(path: Path, folder: Path) -> list[dict[str, object]]:
    """Return the findings that the command writes as JSON."""
    run("check", path, "--json", folder / "out.json")
    content: dict[str, list[dict[str, object]]] = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    return content["findings"]


# ── what is printed ─────────────────────────────────────────────────────


def test_the_sample_has_no_finding(capsys: Capture) -> None:
    assert run("check", SAMPLE) == DONE
    assert printed(capsys) == [
        "【表内】6 项校验：无问题",
        "【表文】3 项校验：无问题",
        "【跨年】5 项校验：未核对",
        "【文字】9 项校验：无问题",
        "没有附去年的报告，没有核对：上年结转、现行有效、与去年悬殊、与去年雷同、文中同比。",
        "没有发现问题。",
    ]


def test_each_finding_is_one_line_and_a_count_closes(broken: Path, capsys: Capture) -> None:
    assert run("check", broken) == ERRORS_FOUND
    lines = printed(capsys)
    assert [line[:4] for line in lines if LEVELS.match(line)] == ["[错] "] * 2
    assert lines[-1] == "共 2 个问题：错 2，疑 0，提示 0。"


def test_findings_stand_below_their_group(broken: Path, capsys: Capture) -> None:
    run("check", broken)
    lines = printed(capsys)
    assert [line[:5] for line in lines[:4]] == ["【表内】6", "[错] 自", "[错] 总", "【表文】3"]


def test_what_was_confirmed_is_marked_with_its_reason(busy: Path, capsys: Capture) -> None:
    run("check", busy)
    confirmed = [line for line in printed(capsys) if line.startswith("[属实] ")]
    assert len(confirmed) == 2
    assert all(line.endswith(f"（理由：{REASON}；张三）") for line in confirmed)


def test_what_was_confirmed_is_counted_apart(busy: Path, capsys: Capture) -> None:
    run("check", busy)
    assert printed(capsys)[-1] == "共 8 个问题：错 4，疑 2，提示 2。另有 2 个已确认属实。"


def test_a_warning_alone_is_no_failure(tmp_path: Path, capsys: Capture) -> None:
    path = kept(a_clean_report({"proactive/licences/decisions": ""}), tmp_path)
    assert run("check", path) == DONE
    assert [line[:4] for line in printed(capsys) if LEVELS.match(line)] == ["[疑] "]


def test_an_error_that_was_confirmed_is_no_failure(tmp_path: Path, capsys: Capture) -> None:
    report = a_clean_report(texts={"other_matters": "没有其他需要报告的事项。"})
    (finding,) = find_problems(report)
    assert finding.severity is Severity.ERROR
    report.apply(dismiss(report, finding, "上级要求不写", "张三"))
    assert run("check", kept(report, tmp_path)) == DONE
    assert printed(capsys)[-1] == "没有待处理的问题，另有 1 个已确认属实。"


def test_details_show_what_was_compared(broken: Path, capsys: Capture) -> None:
    run("check", broken, "--details")
    lines = printed(capsys)
    assert "  表内勾稽：表三 7 列，每列左右两边应相等　错 2 处" in lines
    assert "    商业企业　一(1)＋二(0)＝1，三(七)(1)＋四(0)＝1　成立" in lines


def test_details_leave_every_finding_on_its_line(busy: Path, capsys: Capture) -> None:
    run("check", busy)
    short = [line for line in printed(capsys) if LEVELS.match(line)]
    run("check", busy, "--details")
    assert [line for line in printed(capsys) if LEVELS.match(line)] == short


# ── JSON ────────────────────────────────────────────────────────────────


def test_the_findings_are_written_as_json(broken: Path, tmp_path: Path) -> None:
    run("check", broken, "--json", tmp_path / "out.json")
    content = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    first = content["findings"][0]
    assert content.keys() == {"findings", "statements"}
    assert list(first) == ["code", "severity", "cells", "section", "quote", "message", "dismissed"]
    assert (first["code"], first["severity"], first["dismissed"]) == ("balance", "error", False)
    assert "requests/received/natural_person" in first["cells"]


def test_json_on_standard_output_stands_alone(broken: Path, capsys: Capture) -> None:
    assert run("check", broken, "--json", "-") == ERRORS_FOUND
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 2


def test_what_was_confirmed_is_in_the_json_and_marked(busy: Path, tmp_path: Path) -> None:
    findings = findings_in(busy, tmp_path)
    assert len(findings) == len(find_problems(a_busy_report()))
    assert sorted(str(each["code"]) for each in findings if each["dismissed"]) == ["blank", "statement"]


# ── the sheets ──────────────────────────────────────────────────────────


def test_the_sheet_is_written_as_word_and_workbook(busy: Path, tmp_path: Path, capsys: Capture) -> None:
    word, excel = tmp_path / "sheet.docx", tmp_path / "sheet.xlsx"
    assert run("check", busy, "--word", word, "--excel", excel) == ERRORS_FOUND
    assert docx.Document(str(word)).paragraphs[0].text.endswith("校核单")
    assert load_workbook(excel).sheetnames == ["校核单"]
    assert printed(capsys)[-2:] == [f"校核单已写到：{word}", f"校核单已写到：{excel}"]


def test_the_sheet_of_a_report_with_last_years_holds_it_against_that(tmp_path: Path) -> None:
    last = kept(a_clean_report(year=2023), tmp_path, "last.gknb")
    run("check", SAMPLE, "--last-year", last, "--word", tmp_path / "sheet.docx")
    head = docx.Document(str(tmp_path / "sheet.docx")).tables[0]
    assert [row.cells[-1].text for row in head.rows][3] == "2023年报告"


def test_of_several_outputs_none_is_touched_where_one_cannot_be_written(busy: Path, tmp_path: Path) -> None:
    word = tmp_path / "sheet.docx"
    assert run("check", busy, "--word", word, "--excel", tmp_path / "none" / "sheet.xlsx") == UNWRITABLE
    assert not word.exists()


@pytest.mark.parametrize("output", ["--json", "--word", "--excel"])
@pytest.mark.parametrize("source", ["busy.gknb", "broken.gknb"])
@pytest.mark.usefixtures("busy", "broken")
def test_no_file_that_is_read_is_overwritten(output: str, source: str, tmp_path: Path, capsys: Capture) -> None:
    before = (tmp_path / source).read_bytes()
    words = ["check", tmp_path / "busy.gknb", "--last-year", tmp_path / "broken.gknb", output, tmp_path / source]
    assert source in refusal(capsys, WRONG_WORDS, *words)
    assert (tmp_path / source).read_bytes() == before


# ── last year ───────────────────────────────────────────────────────────


def test_last_years_figures_are_attached(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[Report] = []
    monkeypatch.setattr(check_command, "find_problems", lambda report: checked.append(report) or ())  # type: ignore[func-returns-value]
    run("check", broken, "--last-year", SAMPLE)
    last_year = checked[0].last_year
    assert last_year is not None
    assert (last_year.year, str(last_year.cells["requests/received/total"])) == (2024, "3525")


def test_a_missing_file_of_last_year_is_refused(capsys: Capture, tmp_path: Path) -> None:
    sentence = refusal(capsys, UNREADABLE, "check", SAMPLE, "--last-year", tmp_path / "none.gknb")
    assert "none.gknb" in sentence
