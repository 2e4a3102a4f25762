"""Old and foreign office files: read where LibreOffice is installed, else refused in one sentence."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from openpyxl import Workbook

from exporters.word import word_bytes
from importers import legacy_office, office_program
from importers.blocks import Grid, Paragraph
from importers.legacy_office import (
    read_old_office,
    read_old_word,
    read_old_workbook,
    read_open_document,
    read_rich_text,
)
from importers.office_program import PROGRAM_VARIABLE, convert, find_office
from importers.ole_file import SIGNATURE, is_cut_off, needs_password
from importers.reader import read_report
from models.errors import InputRefusal
from models.form_file import current_form
from models.report import Head
from tests import office
from tests.builders import a_report
from tests.importers.documents import numbered, save, xlsx, zipped

FORM = current_form()
RTF = rb"{\rtf1\ansi\ansicpg936 \'bc\'d7\par}"
PACKAGE = zipped({"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"})
READERS = {
    "Word": (read_old_word, SIGNATURE + bytes(504), "旧版 Word 格式"),
    "Excel": (read_old_workbook, SIGNATURE + bytes(504), "旧版 Excel 格式"),
    "other": (read_old_office, SIGNATURE + bytes(504), "旧版办公软件"),
    "RTF": (read_rich_text, RTF, "不是 .docx 格式"),
    "OpenDocument": (read_open_document, PACKAGE, "OpenDocument"),
}
Reader = Callable[[bytes, str], object]


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a report in each old format, converted from one .docx."""
    folder = tmp_path_factory.mktemp("old")
    source = save(folder, word_bytes(a_report(numbered(FORM), texts={"overview": "第一段。\n第二段。"})))
    return {each: office.convert(source, each, folder / each) for each in ("doc", "rtf", "odt")}


@pytest.fixture(scope="module")
def old_workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        sheet.append(["信息内容", "本年处理决定数量"])
        sheet.append(["行政许可", 5])
        sheet.cell(300, 20).value = "甲" * 3000

    folder = tmp_path_factory.mktemp("old")
    source = save(folder, xlsx(fill), "年报.xlsx")
    return {each: office.convert(source, each, folder / each) for each in ("xls", "ods")}


@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_an_old_document_is_read_as_the_new_one(old_files: dict[str, Path], suffix: str) -> None:
    found = read_report(old_files[suffix])
    assert {name: str(value) for name, value in found.report.cells.items()} == numbered(FORM)
    assert found.report.texts["overview"] == "第一段。\n第二段。"
    assert found.report.head == Head("某某市人民政府", 2024)


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_an_old_workbook_is_read_as_the_new_one(old_workbooks: dict[str, Path], suffix: str) -> None:
    assert str(read_report(old_workbooks[suffix]).report.value("proactive/licences/decisions")) == "5"


# ── without LibreOffice ─────────────────────────────────────────────────


@pytest.mark.parametrize(("reader", "content", "sentence"), READERS.values(), ids=READERS)
def test_without_libreoffice_the_clerk_is_asked_to_save_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader, content: bytes, sentence: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office_program, "_usual_places", lambda: iter(()))
    with pytest.raises(InputRefusal, match=f"“年报”.*{sentence}.*另存为"):
        reader(content, "年报")


def test_the_program_is_found_where_the_clerk_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "office"
    program.touch()
    monkeypatch.setenv(PROGRAM_VARIABLE, str(program))
    assert find_office() == program


def test_a_wrong_place_is_not_replaced_by_a_guess(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, str(tmp_path / "none"))
    assert find_office() is None


def test_a_program_in_the_current_folder_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_program, "_usual_places", lambda: iter(()))
    monkeypatch.setattr(office_program.shutil, "which", lambda name: f"./{name}")
    assert find_office() is None


@pytest.mark.parametrize(
    ("platform", "variable"), [("win32", "ProgramFiles"), ("darwin", "HOME")], ids=["Windows", "macOS"]
)
def test_the_usual_places_of_a_system_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(office_program.sys, "platform", platform)
    assert any(tmp_path in place.parents and "LibreOffice" in str(place) for place in office_program._usual_places())


# ── conversions that fail ───────────────────────────────────────────────


def program_of(folder: Path, script: str) -> Path:
    """Return a program that runs a shell script."""
    program = folder / "office"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    return program


@pytest.mark.parametrize(("reader", "content", "sentence"), READERS.values(), ids=READERS)
def test_a_failed_conversion_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader, content: bytes, sentence: str
) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, str(program_of(tmp_path, "exit 1")))
    with pytest.raises(InputRefusal, match=sentence):
        reader(content, "年报")


def test_a_program_that_cannot_be_run_has_converted_nothing(tmp_path: Path) -> None:
    program = tmp_path / "office"
    program.write_text("no program")
    assert convert(program, RTF, ".rtf", "docx") is None


def test_a_conversion_that_hangs_ends_with_all_it_started(tmp_path: Path) -> None:
    program = program_of(tmp_path, f"sleep 50 & echo $! > {tmp_path}/child; wait")
    begun = time.monotonic()
    assert convert(program, RTF, ".rtf", "docx", seconds=0.5) is None
    assert time.monotonic() - begun < 5
    child = int((tmp_path / "child").read_text())
    assert not is_running(child)


def is_running(process: int) -> bool:
    """Tell whether a process runs; one that ended may wait for its parent to notice."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


def test_a_conversion_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_program.tempfile, "tempdir", str(tmp_path))
    program = find_office()
    assert program is not None
    assert convert(program, RTF, ".rtf", "docx") is not None
    assert not list(tmp_path.iterdir())


def test_a_packaged_program_does_not_lend_its_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/inside")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/before")
    assert office_program._environment(tmp_path)["LD_LIBRARY_PATH"] == "/before"


# ── damaged, locked and hostile files ───────────────────────────────────


def test_a_file_cut_off_is_refused(old_files: dict[str, Path]) -> None:
    content = old_files["doc"].read_bytes()
    assert not is_cut_off(content)
    for size in (600, len(content) // 2, len(content) - 1000):
        with pytest.raises(InputRefusal, match="已损坏或不完整"):
            read_old_word(content[:size], "年报.doc")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_an_open_document_cut_off_is_refused(old_files: dict[str, Path], share: float) -> None:
    content = old_files["odt"].read_bytes()
    with pytest.raises(InputRefusal, match="已损坏或不完整"):
        read_open_document(content[: int(len(content) * share)], "年报.odt")


def locked_word(content: bytes) -> bytes:
    """Return a Word file that says it is encrypted."""
    entry = content.index("WordDocument".encode("utf-16-le"))
    begin = (int.from_bytes(content[entry + 116 : entry + 120], "little") + 1) * 512
    return content[: begin + 11] + bytes([content[begin + 11] | 1]) + content[begin + 12 :]


def test_a_locked_document_is_told_as_locked(old_files: dict[str, Path]) -> None:
    with pytest.raises(InputRefusal, match="设有打开密码"):
        read_old_word(locked_word(old_files["doc"].read_bytes()), "年报.doc")


def test_a_locked_workbook_is_known(old_workbooks: dict[str, Path]) -> None:
    content = old_workbooks["xls"].read_bytes()
    begin = content.index(b"\x09\x08\x10\x00\x00\x06") + 20
    locked = content[:begin] + b"\x2f\x00" + content[begin + 2 :]
    assert (needs_password(content), needs_password(locked)) == (False, True)


def test_a_locked_open_document_is_told_as_locked() -> None:
    locked = zipped({"content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(InputRefusal, match="设有打开密码"):
        read_open_document(locked, "年报.odt")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy_office, "LARGEST_CONTENT", 3)
    with pytest.raises(InputRefusal, match="过大"):
        read_open_document(PACKAGE, "年报.odt")


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (RTF, ".rtf"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><a/>', ".xls"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', ".xml"),
    ],
)
def test_a_single_xml_file_is_converted_as_what_it_says(
    monkeypatch: pytest.MonkeyPatch, content: bytes, suffix: str
) -> None:
    asked = []
    monkeypatch.setattr(legacy_office, "convert", lambda *given: asked.append(given[2]))
    with pytest.raises(InputRefusal):
        read_rich_text(content, "年报")
    assert asked == [suffix]


class Listener(BaseHTTPRequestHandler):
    """Notes what is asked for."""

    asked: list[str]

    def handle(self) -> None:
        self.asked.append(self.client_address[0])


@pytest.fixture
def listener() -> Iterator[ThreadingHTTPServer]:
    Listener.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}.items()
)
TEXT_KIND = "application/vnd.oasis.opendocument.text"
MANIFEST = f"""<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="{TEXT_KIND}"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""


def test_nothing_is_fetched(listener: ThreadingHTTPServer) -> None:
    address = f"http://127.0.0.1:{listener.server_port}"
    content = f"""<office:document-content {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
    <office:body><office:text><text:p>一、总体情况<draw:frame svg:width="3cm" svg:height="3cm"><draw:image
    xlink:href="{address}/a.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame></text:p>
    <text:section text:name="s"><text:section-source xlink:href="{address}/b.odt" xlink:type="simple"/>
    <text:p>乙</text:p></text:section></office:text></office:body></office:document-content>"""
    package = zipped({"mimetype": TEXT_KIND, "content.xml": content, "META-INF/manifest.xml": MANIFEST})
    found = read_open_document(package, "年报.odt")
    assert any(isinstance(block, Paragraph) and block.text == "一、总体情况" for block in found.blocks)
    assert Listener.asked == []


def test_an_old_workbook_of_another_name_is_read_as_one(old_workbooks: dict[str, Path]) -> None:
    assert isinstance(read_old_office(old_workbooks["xls"].read_bytes(), "年报").blocks[0], Grid)


def test_the_environment_has_a_program() -> None:
    found = find_office()
    assert found is not None
    assert os.access(found, os.X_OK)
