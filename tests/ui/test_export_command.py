"""`main.py export`: every format, what is chosen for it, what is told and refused."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exporters.typography import STYLES_FOLDER
from models.errors import InputRefusal
from storage.native_file import load_native, native_bytes
from tests.builders import a_clean_report, content_of
from tests.commands import DONE, ROOT, SAMPLE, UNWRITABLE, WRONG_WORDS, Capture, refusal, run
from tests.exporters.workbooks import problems_in
from tests.windows import saved
from ui.export_formats import EXPORT_FORMATS, SetupPart
from ui.print_setup import EXTRAS


@pytest.fixture
def own_scheme(tmp_path: Path) -> Path:
    """Return a scheme whose body is set in a font that no computer has."""
    path = tmp_path / "本单位.toml"
    scheme = (STYLES_FOLDER / "gb.toml").read_text(encoding="utf-8").replace('"仿宋_GB2312"', '"某某仿宋"')
    path.write_text(scheme, encoding="utf-8")
    return path


def test_every_format_is_written(tmp_path: Path, capsys: Capture) -> None:
    names = {f"--{name}": f"a{each.suffix}" for name, each in EXPORT_FORMATS.items()}
    names |= {"--json": "a.json", "--native": "a.gknb"}
    words = [word for kind, name in names.items() for word in (kind, tmp_path / name)]
    assert run("export", SAMPLE, *words) == DONE
    assert {path.name for path in tmp_path.iterdir() if path.stat().st_size} == {*names.values()}
    assert capsys.readouterr().out.count("已导出：") == len(names)


def test_the_exported_json_lists_totals(capsys: Capture) -> None:
    assert run("export", SAMPLE, "--json", "-") == DONE
    content = json.loads(capsys.readouterr().out)
    assert (content["year"], content["cells"]["requests/processed/total"]) == (2024, "3521")


def test_the_exported_native_file_is_the_report(tmp_path: Path) -> None:
    run("export", SAMPLE, "--native", tmp_path / "a.gknb")
    assert (tmp_path / "a.gknb").read_bytes() == native_bytes(load_native(SAMPLE))


def test_a_typography_scheme_can_be_chosen(tmp_path: Path) -> None:
    run("export", SAMPLE, "--word", tmp_path / "gb.docx")
    run("export", SAMPLE, "--word", tmp_path / "gbk.docx", "--style", "gbk")
    assert (tmp_path / "gb.docx").read_bytes() != (tmp_path / "gbk.docx").read_bytes()


def test_an_office_s_own_scheme_can_be_chosen(own_scheme: Path, tmp_path: Path) -> None:
    run("export", SAMPLE, "--word", tmp_path / "a.docx", "--style", own_scheme)
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert "某某仿宋" in package.read("word/document.xml").decode()


def test_missing_fonts_are_told_once_where_pages_are_drawn(own_scheme: Path, tmp_path: Path, capsys: Capture) -> None:
    words = ("--pdf", tmp_path / "a.pdf", "--png", tmp_path / "a.png", "--word", tmp_path / "a.docx")
    assert run("export", SAMPLE, *words, "--style", own_scheme) == DONE
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.startswith("这台电脑没有装 ")
    assert "某某仿宋" in told


def test_of_a_picture_alone_fonts_of_pages_are_not_told(own_scheme: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run("export", SAMPLE, "--png", tmp_path / "a.png", "--style", own_scheme) == DONE
    assert "某某仿宋" not in capsys.readouterr().err


def test_where_a_file_only_names_its_fonts_none_is_told_and_no_qt_loaded(own_scheme: Path, tmp_path: Path) -> None:
    outputs = ["--word", str(tmp_path / "a.docx"), "--svg", str(tmp_path / "a.svg")]
    words = ["export", str(SAMPLE), *outputs, "--style", str(own_scheme)]
    code = f"import sys; from main import main; main({words}, None); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("False", "")


def test_last_year_s_file_is_set_beside_the_report(tmp_path: Path) -> None:
    run("new", "--from", SAMPLE, "--output", tmp_path / "new.gknb")
    run("export", tmp_path / "new.gknb", "--word", tmp_path / "foreign.docx")
    for name, words in {"alone": (), "beside": ("--last-year", SAMPLE)}.items():
        outputs = ("--excel", tmp_path / f"{name}.xlsx", "--svg", tmp_path / f"{name}.svg")
        assert run("export", tmp_path / "foreign.docx", *outputs, *words) == DONE
    sheets = {name: load_workbook(tmp_path / f"{name}.xlsx").sheetnames for name in ("alone", "beside")}
    assert ["与上年对比" in each for each in sheets.values()] == [False, True]
    assert ["2024年" in (tmp_path / f"{name}.svg").read_text(encoding="utf-8") for name in sheets] == [False, True]


def test_last_year_s_file_is_never_an_output(tmp_path: Path, capsys: Capture) -> None:
    last = saved(a_clean_report(), tmp_path / "last.gknb")
    before = last.read_bytes()
    assert "换一个文件名" in refusal(capsys, WRONG_WORDS, "export", SAMPLE, "--last-year", last, "--native", last)
    assert last.read_bytes() == before


def test_what_stands_beside_the_report_can_be_chosen(tmp_path: Path) -> None:
    extras = [f"--{extra}" for extra in EXTRAS[SetupPart.PAGES]]
    run("export", SAMPLE, "--word", tmp_path / "a.docx", *extras)
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        text = re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
    assert all(words in text for words in ("审签单", "校核单"))


def test_a_workbook_can_be_the_report_alone(tmp_path: Path) -> None:
    run("export", SAMPLE, "--excel", tmp_path / "all.xlsx")
    run("export", SAMPLE, "--excel", tmp_path / "a.xlsx", "--report-only")
    everything, report = (load_workbook(tmp_path / name).sheetnames for name in ("all.xlsx", "a.xlsx"))
    assert report == ["正文", "表二", "表三", "表四"]
    assert everything[: len(report) + 1] == [*report, "问题清单"]


def test_a_workbook_lists_what_the_command_check_finds(tmp_path: Path) -> None:
    run("check", SAMPLE, "--json", tmp_path / "a.json")
    run("export", SAMPLE, "--excel", tmp_path / "a.xlsx")
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["findings"]
    assert {each["message"] for each in found} == problems_in(tmp_path / "a.xlsx")


def test_an_exported_word_file_can_be_exported_again(tmp_path: Path) -> None:
    run("export", SAMPLE, "--word", tmp_path / "a.docx")
    assert run("export", tmp_path / "a.docx", "--native", tmp_path / "a.gknb") == DONE
    assert content_of(load_native(tmp_path / "a.gknb")) == content_of(load_native(SAMPLE))


def test_of_several_outputs_none_is_touched_where_one_cannot_be_written(
    old: Path, tmp_path: Path, capsys: Capture
) -> None:
    refusal(capsys, UNWRITABLE, "export", SAMPLE, "--json", old, "--native", tmp_path / "none" / "a.gknb")
    assert old.read_text() == "old"


def test_an_output_that_fails_to_render_leaves_every_file_as_it_was(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise InputRefusal("不能导出")

    monkeypatch.setattr("exporters.excel.excel_bytes", fail)
    run("export", SAMPLE, "--json", old, "--excel", tmp_path / "a.xlsx")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_two_formats_in_one_file_are_refused(old: Path, capsys: Capture) -> None:
    refusal(capsys, WRONG_WORDS, "export", SAMPLE, "--json", old, "--native", old)
