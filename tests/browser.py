"""Chromium for tests: shows web pages without a window, has axe judge them, and prints them."""

import html
import json
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.installed import program, web_tool

SECONDS = 120
_AUDIT = Path(__file__).parent / "web_tools" / "audit.js"
_FOUND = re.compile(r'<pre id="found">(.*?)</pre>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Audit:
    """What axe said of a page as it was shown.

    Args:
        page: its name.
        width: of the screen in pixels.
        scheme: "light" or "dark".
        content_width: how wide the page wanted to be, in pixels; more than `width` where it scrolls sideways.
        rules: that had something to judge and were content.
        violations: the others, each with the first element it names.
    """

    page: str
    width: int
    scheme: str
    content_width: int
    rules: Sequence[str]
    violations: Sequence[str]


def audit(pages: Mapping[str, str], widths: Sequence[int], schemes: Sequence[str], folder: Path) -> list[Audit]:
    """Return an audit of each page in each width and colour scheme, all from one start of the browser."""
    axe = web_tool("axe-core/axe.min.js").read_text(encoding="utf-8")
    given = {"source": axe, "pages": dict(pages), "widths": [*widths], "schemes": [*schemes]}
    script = "".join(f"const {name} = {_as_script(each)};\n" for name, each in given.items())
    frames = folder / "frames.html"
    frames.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><body><script>{script}{_AUDIT.read_text(encoding="utf-8")}</script>',
        encoding="utf-8",
    )
    shown = _chromium("--window-size=1400,1000", f"--virtual-time-budget={SECONDS * 1000}", "--dump-dom", str(frames))
    found = _FOUND.search(shown.stdout)
    assert found, f"Chromium did not come to an end: {shown.stderr}"
    return [Audit(**each) for each in json.loads(html.unescape(found[1]))]


def print_page(page: Path, pdf: Path) -> None:
    """Print a page as its style sheet says."""
    printed = _chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", str(page))
    assert pdf.exists(), f"Chromium did not print: {printed.stderr}"


def _chromium(*words: str) -> "subprocess.CompletedProcess[str]":
    with tempfile.TemporaryDirectory(prefix="browser-profile-", ignore_cleanup_errors=True) as profile:
        command = [program("chromium"), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        return subprocess.run(
            [*command, *words], capture_output=True, text=True, encoding="utf-8", timeout=SECONDS, check=False
        )


def _as_script(value: object) -> str:
    """Return a value as JavaScript that can stand within a page."""
    return json.dumps(value).replace("<", "\\u003c")
