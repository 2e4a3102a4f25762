"""Running the program's commands in a test."""

import re
from pathlib import Path

import pytest

from ui import command_line

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "resources" / "samples" / "sample-2024.gknb"
DONE, ERRORS_FOUND, WRONG_WORDS, UNREADABLE, UNWRITABLE, FAILED = range(6)

Capture = pytest.CaptureFixture[str]


def run(*words: object) -> int:
    """Run a command and return its exit status."""
    return command_line.main([str(word) for word in words], lambda _: pytest.fail("a window was opened"))


def refusal(capsys: Capture, status: int, *words: object) -> str:
    """Return the one line that a command refuses with."""
    assert run(*words) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert re.search(r"[\u4e00-\u9fff]", printed.err)
    return printed.err
