"""What tests run beside Python; a machine without it is told what to do, for no test is skipped."""

import shutil
from pathlib import Path

_WEB_TOOLS = Path(__file__).parent.parent / ".web-tools" / "node_modules"
_SET_UP = "missing; please run scripts/run_checks.py, as root where packages of the system are missing"


def program(name: str) -> str:
    """Return the path of a program."""
    path = shutil.which(name)
    assert path, f"{name}: {_SET_UP}"
    return path


def web_tool(name: str) -> Path:
    """Return a file of the npm packages in tests/web_tools/package.json, named by package and path."""
    path = _WEB_TOOLS / name
    assert path.exists(), f"{path}: {_SET_UP}"
    return path
