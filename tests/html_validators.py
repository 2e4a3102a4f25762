"""The two validators of HTML for tests: html-validate with its recommended rules, and the Nu Html Checker."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.installed import program, web_tool

SECONDS = 120


def html_validate(pages: Sequence[Path]) -> str:
    """Return what html-validate has to say, empty where nothing."""
    script = web_tool("html-validate/bin/html-validate.mjs")
    return _said(program("node"), str(script), "--preset", "recommended", "--max-warnings", "0", *map(str, pages))


def nu_html_checker(pages: Sequence[Path]) -> str:
    """Return the errors and warnings of the W3C's checker, of HTML and CSS alike; empty where there are none."""
    archive = web_tool("vnu-jar/build/dist/vnu.jar")
    return _said(program("java"), "-jar", str(archive), "--format", "gnu", "--Werror", *map(str, pages))


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS, check=False)
    said = f"{done.stdout}{done.stderr}".strip()
    return said or f"exit status {done.returncode}" if done.returncode else ""
