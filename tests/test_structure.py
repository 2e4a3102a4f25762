"""The house itself: imports run downward, the command line starts without Qt, files and functions stay small."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("models", "importers", "exporters", "storage", "ui")
SAMPLE = "resources/samples/sample-2024.gknb"
PYTHON_FILES = [
    ROOT / "main.py",
    *(path for folder in (*PACKAGES, "scripts", "tests") for path in sorted((ROOT / folder).rglob("*.py"))),
]


def loaded_by(*words: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    code = "import sys; from main import main; main(sys.argv[1:], None); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, *words]
    return {*subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr.split()}


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_imports_run_downward() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_command_loads_neither_qt_nor_what_it_does_not_need() -> None:
    heavy = {"PySide6", "docx", "openpyxl", "lxml", "importers.reader", "exporters.word", "exporters.excel"}
    assert not heavy & loaded_by("check", SAMPLE)


def test_an_export_loads_no_qt(tmp_path: Path) -> None:
    assert "PySide6" not in loaded_by("export", SAMPLE, "--word", str(tmp_path / "a.docx"))


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_what_it_is_for(package: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8")))


def test_no_file_has_more_than_400_lines() -> None:
    counts = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON_FILES}
    assert not [path for path, count in counts.items() if count > 400]


def test_no_function_has_more_than_40_lines() -> None:
    functions = ((path.name, each) for path in PYTHON_FILES for each in functions_of(path))
    assert not [(name, each.name) for name, each in functions if (each.end_lineno or 0) - each.lineno >= 40]
