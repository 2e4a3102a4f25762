import marshal
import sys
from pathlib import Path

import pytest

from models.parsed_toml import parsed_toml


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "form.toml"
    path.write_text('key = "一"\n', encoding="utf-8")
    return path


def kept_beside(path: Path) -> Path:
    (kept,) = (path.parent / "__pycache__").iterdir()
    return kept


def test_a_file_is_read_alike_the_first_and_the_second_time(path: Path) -> None:
    assert parsed_toml(path) == parsed_toml(path) == {"key": "一"}


def test_a_changed_file_is_parsed_anew(path: Path) -> None:
    parsed_toml(path)
    path.write_text('key = "二"\n', encoding="utf-8")
    assert parsed_toml(path) == {"key": "二"}


@pytest.mark.parametrize("content", [b"", b"\x00", marshal.dumps(("other", {})), marshal.dumps(7)])
def test_what_is_kept_and_damaged_does_not_matter(path: Path, content: bytes) -> None:
    parsed_toml(path)
    kept_beside(path).write_bytes(content)
    assert parsed_toml(path) == {"key": "一"}


def test_a_date_is_read_and_not_kept(path: Path) -> None:
    path.write_text("day = 2024-01-31\n", encoding="utf-8")
    assert str(parsed_toml(path)["day"]) == "2024-01-31"
    assert not (path.parent / "__pycache__").exists()


def test_nothing_is_kept_where_no_byte_code_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    parsed_toml(path)
    assert not (path.parent / "__pycache__").exists()
