"""An installed LibreOffice: finding it, and having it convert one document without window, macros or network."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROGRAM_VARIABLE = "GKNB_LIBREOFFICE"
"""Environment variable that names the program where it stands in an unusual place."""

SECONDS = 60
"""Time a conversion may take; a report takes two."""

_NAMES = ("soffice", "libreoffice")
_FLAGS = 0
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
_LEFT_BY_PACKAGERS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Variables that a packaged program sets for itself; they would make LibreOffice load the wrong libraries."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
</item>
</oor:items>
"""
"""No macro runs, no link is followed, and what asks for the network all the same finds a closed door."""


def find_office() -> Path | None:
    """Return the program, None where none is installed.

    The environment variable comes first, then the usual places of Windows and macOS, then PATH.
    """
    named = os.environ.get(PROGRAM_VARIABLE, "").strip()
    if named:
        return Path(named) if Path(named).is_file() else None
    found = next((place for place in _usual_places() if place.is_file()), None)
    return found or next(filter(None, map(_on_path, _NAMES)), None)


def _on_path(name: str) -> Path | None:
    """Return a program on PATH; one in the current folder, where Windows looks first, does not count."""
    found = shutil.which(name)
    return Path(found) if found and Path(found).is_absolute() else None


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"):
            folder = os.environ.get(variable)
            if folder:
                # soffice.com waits for the end; soffice.exe returns at once when a window is open
                yield Path(folder, "LibreOffice", "program", "soffice.com")
                yield Path(folder, "Programs", "LibreOffice", "program", "soffice.com")
    elif sys.platform == "darwin":
        for folder in ("/Applications", str(Path.home() / "Applications")):
            yield Path(folder, "LibreOffice.app", "Contents", "MacOS", "soffice")
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def convert(program: Path, content: bytes, suffix: str, target: str, seconds: float = SECONDS) -> bytes | None:
    """Return a document in another format, None where LibreOffice cannot read it or takes too long.

    Args:
        program: LibreOffice.
        content: the document.
        suffix: the suffix of its format, with the point.
        target: the suffix of the wanted format, without.
        seconds: time it may take.
    """
    with tempfile.TemporaryDirectory(prefix="gknb-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / f"report{suffix}", folder / "made"
        source.write_bytes(content)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
        wanted = ["--convert-to", target, "--outdir", str(made), str(source)]
        _run([str(program), profile, *quiet, *wanted], folder, seconds)
        result = made / f"report.{target}"
        return result.read_bytes() if result.is_file() else None


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run a command to its end or to the end of its time; whatever it started ends with it."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program was found where LibreOffice is installed
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=_FLAGS,
            start_new_session=True,
        )
    except OSError:
        return
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started, those left over by one that ended itself included."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)  # noqa: S603 - Windows' own command
    else:
        # macOS reports a group of ended processes as forbidden
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment for LibreOffice: no window system, temporary files in our folder."""
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_BY_PACKAGERS}
    for name in _LEFT_BY_PACKAGERS:
        if original := os.environ.get(f"{name}_ORIG"):
            environment[name] = original
    return environment | {"SAL_USE_VCLPLUGIN": "svp", "TMPDIR": str(folder)}
