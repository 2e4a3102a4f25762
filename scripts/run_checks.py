"""Set the project up and run every check and test; one command for a fresh machine and for CI.

Exit status 0 only where everything passes; pytest's closing line is the last line of the output.
"""

import sys
from pathlib import Path

from environment import (
    FONTS,
    QT_LIBRARIES,
    ROOT,
    TEST_TOOLS,
    ensure_environment,
    ensure_system_packages,
    ensure_web_tools,
    require_python,
    say,
    status_of,
    tool,
)

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

TIMED = ("tests/benchmarks",)
"""Tests that compare times; each runs alone."""
UNTRACED = (
    "tests/test_any_edits.py",
    "tests/test_round_trips.py",
    "tests/test_third_form.py",
    "tests/exporters/test_web_page_read_back.py",
    "tests/importers/test_generated_documents.py",
    "tests/importers/test_hostile_files.py",
    "tests/importers/test_mutations.py",
    "tests/importers/test_pdf_hostile.py",
    "tests/importers/test_web_page_hostile.py",
    "tests/models/statements/test_corpus.py",
    "tests/models/test_balancing.py",
    "tests/storage/test_native_file.py",
)
"""Tests that make hundreds of documents, take thousands of steps or hold a limit of time: tracing for coverage would
drag or falsify them."""


SAME_EXAMPLES = "--hypothesis-profile=ci"
"""The same examples in each run: a change is judged by what it does, not by what was drawn this time.
Without it pytest draws new ones, which is how rare cases are looked for."""


def main() -> int:
    """Run the steps in order, each to its end, and return 1 where any of them failed."""
    require_python()
    ensure_system_packages([*QT_LIBRARIES, *FONTS, *TEST_TOOLS])
    newest = ensure_environment(".venv", "requirements-dev.lock")
    floor = ensure_environment(".venv-floor", "requirements-floor.lock")
    ensure_web_tools(".web-tools", ROOT / "tests" / "web_tools")
    failed = [name for name, command in _steps(newest, floor).items() if _fails(name, command)]
    if failed:
        say(f"没有通过 / failed: {'，'.join(failed)}")
    others = [f"--ignore={path}" for path in TIMED + UNTRACED]
    failed += ["pytest"] * _fails("pytest", _pytest(newest, "-n", "2", "--cov", *others))
    return 1 if failed else 0


def _steps(newest: Path, floor: Path) -> dict[str, list[str]]:
    return {
        "ruff check": [tool(newest, "ruff"), "check"],
        "ruff format": [tool(newest, "ruff"), "format", "--check"],
        "mypy": [tool(newest, "mypy")],
        "lint-imports": [tool(newest, "lint-imports")],
        "pytest, oldest Qt": _pytest(floor, "-n", "2", "tests/ui"),
        "pytest, speed": _pytest(newest, *TIMED),
        "pytest, round trips and hostile files": _pytest(newest, "-n", "2", *UNTRACED),
    }


def _pytest(python: Path, *words: str) -> list[str]:
    return [str(python), "-m", "pytest", "-q", SAME_EXAMPLES, *words]


def _fails(name: str, command: list[str]) -> bool:
    say(f"── {name}")
    return status_of(command, OFFSCREEN) != 0


if __name__ == "__main__":
    sys.exit(main())
