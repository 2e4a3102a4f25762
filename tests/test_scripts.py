"""The set-up scripts: locks without hosts, only what is missing is installed, nothing but the standard library."""

import ast
import hashlib
import json
import os
import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import environment
import open_sample
import run_checks

ROOT = Path(__file__).parent.parent
WEB_TOOLS = ROOT / "tests" / "web_tools"
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-floor.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

Capture = pytest.CaptureFixture[str]


def pins_of(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def names_of(requirements: Sequence[str]) -> set[str]:
    return {re.split(r"[\[><=]", each)[0].lower().replace("_", "-") for each in requirements}


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collect the commands that would be run; each succeeds."""
    ran: list[list[str]] = []
    monkeypatch.setattr(environment, "status_of", lambda command, *_: ran.append([*command]) or 0)  # type: ignore[func-returns-value]
    return ran


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to be a Debian machine, as root, with one library under a new name."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(environment, "_dpkg_listing", lambda: DPKG_LISTING)


DPKG_LISTING = """ii \tlibegl1\t
ii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0), libglib2.0-data
rc \tlibgl1\t
"""


# ── locks ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)


def test_the_locks_hold_what_the_project_declares() -> None:
    assert names_of(PROJECT["dependencies"]) <= pins_of("requirements.lock").keys()
    declared = names_of([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]])
    assert declared <= pins_of("requirements-dev.lock").keys()
    assert declared <= pins_of("requirements-floor.lock").keys()


def test_tests_run_on_the_versions_that_clerks_get() -> None:
    assert pins_of("requirements.lock").items() <= pins_of("requirements-dev.lock").items()


def test_the_floor_is_the_oldest_qt_that_the_project_allows() -> None:
    oldest = f"PySide6-Essentials>={pins_of('requirements-floor.lock')['pyside6-essentials']}"
    assert oldest in PROJECT["dependencies"]


def test_every_web_tool_is_pinned_with_a_hash_and_without_a_host() -> None:
    text = (WEB_TOOLS / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    declared = json.loads((WEB_TOOLS / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert "://" not in text
    assert packages.pop("")["devDependencies"] == declared
    assert {name: packages[f"node_modules/{name}"]["version"] for name in declared} == declared
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())


# ── system packages ─────────────────────────────────────────────────────


@pytest.mark.usefixtures("debian")
def test_only_missing_packages_are_installed_after_an_update(commands: list[list[str]]) -> None:
    environment.ensure_system_packages(["libegl1", "libgl1", "libglib2.0-0"])
    assert [command[:3] for command in commands] == [
        ["apt-get", "--quiet=2", "update"],
        ["apt-get", "--quiet=2", "install"],
    ]
    assert [word for word in commands[1] if word.startswith("lib")] == ["libgl1"]


@pytest.mark.usefixtures("debian")
def test_nothing_is_run_where_nothing_is_missing(commands: list[list[str]], capsys: Capture) -> None:
    environment.ensure_system_packages(["libegl1"])
    assert (commands, capsys.readouterr().out) == ([], "")


@pytest.mark.usefixtures("debian")
def test_without_root_the_missing_packages_are_named(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    environment.ensure_system_packages(["libegl1", "libgl1"])
    assert commands == []
    assert "apt-get install libgl1\n" in capsys.readouterr().out


@pytest.mark.usefixtures("debian")
def test_elsewhere_the_packages_are_named(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    environment.ensure_system_packages(["libegl1"])
    assert commands == []
    assert "libegl1" in capsys.readouterr().out


@pytest.mark.usefixtures("debian")
def test_debians_separate_venv_package_is_installed(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _: None)
    environment.ensure_system_packages(["libegl1"])
    assert commands[1][-1] == f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def test_a_command_that_fails_ends_the_script_with_its_status() -> None:
    with pytest.raises(SystemExit) as ended:
        environment.run([sys.executable, "-c", "raise SystemExit(7)"])
    assert ended.value.code == 7


# ── virtual environments ────────────────────────────────────────────────


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a project with a lock file alone."""
    (tmp_path / "a.lock").write_text("a==1")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    return tmp_path


def made_by_hand(project: Path, stamp: str, python: str = "true") -> None:
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "python").symlink_to(Path("/bin") / python)
    (project / ".venv" / "a.lock.sha256").write_text(stamp)


def test_a_new_environment_is_made_and_filled_from_the_lock_with_hashes(
    project: Path, commands: list[list[str]]
) -> None:
    (project / ".venv").mkdir()
    environment.ensure_environment(".venv", "a.lock")
    assert commands[0][1:3] == ["-m", "venv"]
    assert commands[1][-3:] == ["--require-hashes", "-r", "a.lock"]
    assert (project / ".venv" / "a.lock.sha256").read_text() == hashlib.sha256(b"a==1").hexdigest()


def test_an_environment_that_holds_the_lock_is_used_as_it_is(project: Path, commands: list[list[str]]) -> None:
    made_by_hand(project, hashlib.sha256(b"a==1").hexdigest())
    environment.ensure_environment(".venv", "a.lock")
    assert commands == []


def test_an_environment_of_an_older_lock_is_brought_up_to_date(project: Path, commands: list[list[str]]) -> None:
    made_by_hand(project, "of an older lock")
    environment.ensure_environment(".venv", "a.lock")
    assert [command[1:3] for command in commands] == [["-m", "pip"]]


def test_an_environment_whose_making_was_broken_off_is_made_anew(project: Path, commands: list[list[str]]) -> None:
    made_by_hand(project, "none", python="false")
    environment.ensure_environment(".venv", "a.lock")
    assert [command[1:3] for command in commands] == [["-m", "venv"], ["-m", "pip"]]


# ── tools for web pages ─────────────────────────────────────────────────


@pytest.fixture
def web_tools(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder with what is wanted, on a machine with npm."""
    source = project / "wanted"
    source.mkdir()
    (source / "package.json").write_text("{}")
    (source / "package-lock.json").write_text("a")
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/usr/bin/{name}")
    return source


def test_web_tools_are_installed_as_locked_without_running_their_scripts(
    web_tools: Path, commands: list[list[str]]
) -> None:
    environment.ensure_web_tools(".web-tools", web_tools)
    folder = web_tools.parent / ".web-tools"
    assert [command[:4] for command in commands] == [["/usr/bin/npm", "ci", "--prefix", str(folder)]]
    assert "--ignore-scripts" in commands[0]
    assert (folder / "package-lock.json").read_text() == "a"


def test_web_tools_that_hold_the_lock_are_used_as_they_are(web_tools: Path, commands: list[list[str]]) -> None:
    environment.ensure_web_tools(".web-tools", web_tools)
    environment.ensure_web_tools(".web-tools", web_tools)
    assert len(commands) == 1


def test_web_tools_of_an_older_lock_are_brought_up_to_date(web_tools: Path, commands: list[list[str]]) -> None:
    environment.ensure_web_tools(".web-tools", web_tools)
    (web_tools / "package-lock.json").write_text("b")
    environment.ensure_web_tools(".web-tools", web_tools)
    assert len(commands) == 2


def test_a_machine_without_npm_is_told_what_to_install(
    web_tools: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"Node\.js"):
        environment.ensure_web_tools(".web-tools", web_tools)
    assert commands == []


# ── the two commands ────────────────────────────────────────────────────


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10))
    with pytest.raises(SystemExit, match=r"3\.11"):
        environment.require_python()


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of its own for outputs, on a machine that is set up already and has no display."""
    monkeypatch.setattr(open_sample, "OUT", tmp_path)
    monkeypatch.setattr(open_sample, "ensure_system_packages", lambda _: None)
    monkeypatch.setattr(open_sample, "ensure_environment", lambda *_: Path(sys.executable))
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_without_a_display_the_sample_is_checked_and_exported(out: Path, capfd: Capture) -> None:
    assert open_sample.main() == 0
    printed = capfd.readouterr().out
    assert {path.name for path in out.iterdir()} == {"sample-2024.gknb", "sample-2024.docx", "sample-2024.xlsx"}
    assert "没有发现问题" in printed
    assert str(out / "sample-2024.docx") in printed
    assert printed.count("没有图形显示") == 1


def test_with_a_display_the_editor_opens_the_sample(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(open_sample, "status_of", lambda command: opened.append(command) or 0)  # type: ignore[func-returns-value]
    open_sample.main()
    assert opened == [[sys.executable, "main.py", str(out / "sample-2024.gknb")]]


def test_what_was_changed_in_the_sample_is_kept(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (out / "sample-2024.gknb").write_text("changed")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(open_sample, "status_of", lambda _: 0)
    open_sample.main()
    assert (out / "sample-2024.gknb").read_text() == "changed"


@pytest.mark.parametrize(("failing", "status"), [("", 0), ("mypy", 1), ("lint-imports", 1), ("--cov", 1)])
def test_the_checks_pass_only_where_every_step_passes(
    failing: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def status_of(command: list[str], _: dict[str, str]) -> int:
        ran.append(command)
        return 1 if any(failing and failing in word for word in command) else 0

    monkeypatch.setattr(run_checks, "ensure_system_packages", lambda _: None)
    monkeypatch.setattr(run_checks, "ensure_environment", lambda name, _: ROOT / name / "bin" / "python")
    monkeypatch.setattr(run_checks, "ensure_web_tools", lambda *_: None)
    monkeypatch.setattr(run_checks, "status_of", status_of)
    assert run_checks.main() == status
    assert "--cov" in ran[-1]
    assert len(ran) == 8


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.py")), ids=lambda path: path.name)
def test_a_script_needs_the_standard_library_only(script: Path) -> None:
    nodes = list(ast.walk(ast.parse(script.read_text(encoding="utf-8"))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= {*sys.stdlib_module_names, "environment"}


def test_ci_runs_the_check_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "scripts/run_checks.py" in script.read_text()
