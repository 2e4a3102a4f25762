"""What the program is called, and which version of it runs."""

from pathlib import Path

PROGRAM_NAME = "政府信息公开工作年度报告"
"""Stands in the title of every window and message that has no name of its own."""

_PACKAGE = "gknb"
_DECLARATION = Path(__file__).parent.parent / "pyproject.toml"


def program_version() -> str:
    """Return the version, of the folder that it runs from, else of what is installed; empty where neither tells."""
    import tomllib  # noqa: PLC0415 - the window comes up without it
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - as above

    if _DECLARATION.is_file():
        return str(tomllib.loads(_DECLARATION.read_text(encoding="utf-8"))["project"]["version"])
    try:
        return version(_PACKAGE)
    except PackageNotFoundError:
        return ""
