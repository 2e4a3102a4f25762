import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models.errors import InputRefusal, OutputRefusal
from models.report import Report
from models.report_json import VERSION
from storage.native_file import is_native, load_native, native_bytes, save_native
from tests.builders import a_full_report, a_report, content_of
from tests.strategies import reports

CONTENT: dict[str, Any] = json.loads(native_bytes(a_full_report(texts={"overview": "第一段\n第二段"})))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年报.gknb"


def refusal_of(path: Path) -> str:
    with pytest.raises(InputRefusal) as refused:
        load_native(path)
    return str(refused.value)


def refusal_of_content(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    sentence = refusal_of(path)
    assert path.read_bytes() == content
    assert path.name in sentence
    assert "\n" not in sentence
    return sentence


def as_file(**changes: object) -> bytes:
    return json.dumps(CONTENT | changes).encode()


def read_back(report: Report, path: Path) -> Report:
    save_native(report, path)
    return load_native(path)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(report=reports())
def test_a_report_comes_back_as_it_was_saved(path: Path, report: Report) -> None:
    assert content_of(read_back(report, path)) == content_of(report)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(report=reports())
def test_saving_what_was_read_writes_the_same_bytes(path: Path, report: Report) -> None:
    assert native_bytes(read_back(report, path)) == path.read_bytes()


def test_blank_zero_and_not_applicable_stay_apart(path: Path) -> None:
    cells = {"proactive/licences/decisions": "0", "proactive/penalties/decisions": "/"}
    report = read_back(a_report(cells), path)
    assert {name: str(value) for name, value in report.cells.items()} == cells


def test_an_entry_nobody_can_read_is_kept(path: Path) -> None:
    report = read_back(a_report({"proactive/licences/decisions": "约十件"}), path)
    assert str(report.value("proactive/licences/decisions")) == "约十件"


def test_the_file_is_readable_text(path: Path) -> None:
    save_native(a_report(), path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith('{\n "format": "gknb"')
    assert text.endswith("}\n")
    assert "某某市人民政府" in text


def test_unknown_keys_are_kept(path: Path) -> None:
    path.write_bytes(as_file(later={"深": ["层", 1.5, None]}))
    assert json.loads(native_bytes(load_native(path)))["later"] == {"深": ["层", 1.5, None]}


def test_half_a_surrogate_pair_in_an_unknown_key_is_kept(path: Path) -> None:
    path.write_bytes(as_file(later="\ud83d"))
    assert read_back(load_native(path), path).further == {"later": "\ud83d"}


def test_a_byte_order_mark_is_tolerated(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + as_file())
    assert load_native(path).head.year == 2024


def test_totals_in_a_file_are_recalculated(path: Path) -> None:
    path.write_bytes(as_file(cells=CONTENT["cells"] | {"requests/received/total": "999"}))
    assert str(load_native(path).value("requests/received/total")) == "6"


def test_a_newer_version_is_refused_and_asks_for_an_update(path: Path) -> None:
    sentence = refusal_of_content(path, as_file(version=VERSION + 1))
    assert "更新版本的程序" in sentence
    assert "升级" in sentence


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_is_refused(path: Path, share: float) -> None:
    content = as_file()
    assert "已损坏或不完整" in refusal_of_content(path, content[: int(len(content) * share)])


@pytest.mark.parametrize("content", [b"", b" \n", b"\0" * 4096])
def test_an_empty_file_is_refused(path: Path, content: bytes) -> None:
    assert "空文件" in refusal_of_content(path, content)


@pytest.mark.parametrize(
    "content", [b"{", b"not JSON", "{“全角”}".encode(), b"[" * 100_000, b'{"year": 1' + b"0" * 5000]
)
def test_what_is_no_json_is_refused(path: Path, content: bytes) -> None:
    assert "已损坏或不完整" in refusal_of_content(path, content)


def test_another_encoding_is_refused(path: Path) -> None:
    assert "已损坏或不完整" in refusal_of_content(path, json.dumps(CONTENT, ensure_ascii=False).encode("gb18030"))


@pytest.mark.parametrize("content", [b"[]", b"1", b"{}", b'{"format": "other", "version": 1}', b'{"format": "gknb"}'])
def test_json_of_another_program_is_refused(path: Path, content: bytes) -> None:
    assert "不是本程序保存的年度报告" in refusal_of_content(path, content)


@pytest.mark.parametrize(
    "changes",
    [
        {"form": "zfxxgk-1999"},
        {"form": None},
        {"cells": []},
        {"cells": {"requests/received/natural_person": None}},
        {"texts": "text"},
        {"texts": {"overview": 5}},
        {"remarks": {"requests/received/natural_person": ["a"]}},
        {"agency": 5},
        {"year": "2024"},
        {"year": True},
        {"stated_totals": {"requests/received/total": "many"}},
        {"stated_totals": {"requests/received/total": "/"}},
        {"from_last_year": 5},
        {"from_last_year": [["overview"]]},
        {"last_year": {"cells": 5}},
        {"last_year": {"year": "2023"}},
    ],
)
def test_values_of_the_wrong_type_are_refused(path: Path, changes: dict[str, object]) -> None:
    assert "内容有误" in refusal_of_content(path, as_file(**changes))


def test_a_missing_file_is_refused(path: Path) -> None:
    assert "找不到文件" in refusal_of(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "是文件夹" in refusal_of(tmp_path)


def test_a_file_without_permission_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert "打不开" in refusal_of(path)


def test_a_full_disk_leaves_the_saved_report_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    save_native(a_report(year=2023), path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputRefusal, match="磁盘空间已满"):
        save_native(a_report(year=2024), path)
    assert load_native(path).head.year == 2023


@pytest.mark.parametrize("content", [as_file(), b"\xef\xbb\xbf" + as_file(), as_file()[:50], b" \n{"])
def test_a_native_file_is_known_by_its_content(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert is_native(tmp_path / "file")


@pytest.mark.parametrize("content", [b"PK\x03\x04...", b"\xd0\xcf\x11\xe0...", b"%PDF-1.7", b"<html>", b"{\\rtf1"])
def test_a_document_under_our_suffix_is_not_native(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert not is_native(path)


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"garbage"])
def test_a_ruined_file_under_our_suffix_counts_as_native(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert is_native(path)


def test_a_missing_file_counts_by_its_suffix(tmp_path: Path) -> None:
    assert (is_native(tmp_path / "a.gknb"), is_native(tmp_path / "a.docx")) == (True, False)
