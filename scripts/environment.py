"""Setting up a fresh machine for the project: system packages, locked environments and tools, nothing else needed.

Runs on the standard library of Python 3.11 alone, before anything is installed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OLDEST_PYTHON = (3, 11)

QT_LIBRARIES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
"""What Qt's own libraries and its xcb and wayland plugins link to, as ldd lists it."""

FONTS = ("fonts-noto-cjk",)

TEST_TOOLS = (
    "chromium",
    "default-jre-headless",
    "libreoffice-calc-nogui",
    "libreoffice-writer-nogui",
    "nodejs",
    "npm",
    "poppler-utils",
)
"""LibreOffice recalculates exported workbooks and lays exported documents out; poppler reads the pages.
Chromium shows exported web pages, and what judges them runs on Node.js and Java."""


def require_python() -> None:
    """End the script with a sentence where this Python is too old for the program."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(f"需要 Python {wanted} 或更新的版本 / Python {wanted} or newer is needed: {sys.executable}")


def ensure_system_packages(packages: Sequence[str]) -> None:
    """Install the Debian packages that are missing; without root, or elsewhere, name them and go on."""
    if sys.platform != "linux":
        return
    if not shutil.which("dpkg-query"):
        say(f"请确认装有这些库 / please make sure that these are installed: {' '.join(packages)}")
        return
    wanted = [*packages, *_venv_package()]
    missing = sorted({*wanted} - _installed_packages())
    if not missing:
        return
    if os.geteuid() == 0:
        say(f"安装系统软件包 / installing system packages: {' '.join(missing)}")
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", *missing)
    else:
        say(f"缺少系统软件包，请安装 / missing, please install: sudo apt-get install {' '.join(missing)}")


def ensure_environment(name: str, lock: str) -> Path:
    """Return the Python of a virtual environment that holds what a lock file pins, made or renewed where needed.

    Args:
        name: the environment's folder in the project's root.
        lock: the lock file's name in the project's root.
    """
    folder = ROOT / name
    python = _program(folder, "python")
    stamp = _Stamp(folder, ROOT / lock)
    if python.exists() and stamp.is_current():
        return python
    if not _has_pip(python):
        say(f"建立虚拟环境 / creating the virtual environment: {name}")
        run([sys.executable, "-m", "venv", "--clear", str(folder)])
    say(f"安装锁定的依赖 / installing locked dependencies: {lock}")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, "--require-hashes", "-r", lock])
    stamp.set()
    return python


def ensure_web_tools(name: str, source: Path) -> None:
    """Install the npm packages that judge web pages, as their lock pins them; end the script where npm is missing.

    Args:
        name: the folder in the project's root where they go.
        source: the folder with package.json and its lock.
    """
    folder, lock = ROOT / name, source / "package-lock.json"
    stamp = _Stamp(folder, lock)
    if stamp.is_current():
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("缺少 npm，请安装 Node.js 18 或更新的版本 / npm is missing, please install Node.js 18 or newer")
    say(f"安装检查网页的工具 / installing what judges web pages: {name}")
    folder.mkdir(exist_ok=True)
    for each in (source / "package.json", lock):
        shutil.copy(each, folder)
    run([npm, "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"])
    stamp.set()


def tool(python: Path, name: str) -> str:
    """Return the command of that name in the environment of that Python."""
    return str(_program(python.parent.parent, name))


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    """Run a command in the project's root; end the script with its status where it fails."""
    status = status_of(command, environment)
    if status:
        sys.exit(status)


def status_of(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run a command in the project's root and return its exit status."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(environment or {})}, check=False).returncode


def say(line: str) -> None:
    """Print a line about what the script does."""
    print(line, flush=True)


class _Stamp:
    """Which content of a lock a folder was installed from."""

    def __init__(self, folder: Path, lock: Path) -> None:
        """Name the folder and the lock; neither has to exist yet."""
        self._file, self._lock = folder / f"{lock.name}.sha256", lock

    def is_current(self) -> bool:
        """Tell whether the lock is still the one that the folder was installed from."""
        return self._file.exists() and self._file.read_text(encoding="ascii") == self._digest()

    def set(self) -> None:
        """Note down that the folder holds what the lock pins now."""
        self._file.write_text(self._digest(), encoding="ascii")

    def _digest(self) -> str:
        return hashlib.sha256(self._lock.read_bytes()).hexdigest()


def _program(folder: Path, name: str) -> Path:
    return folder / "Scripts" / f"{name}.exe" if os.name == "nt" else folder / "bin" / name


def _has_pip(python: Path) -> bool:
    """Tell whether an environment is whole; one whose making was broken off has a Python alone."""
    return (
        python.exists()
        and subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    )


def _venv_package() -> list[str]:
    """Return the package that Debian splits the standard library's ensurepip into, where it is missing."""
    present = importlib.util.find_spec("ensurepip") is not None
    return [] if present else [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _installed_packages() -> set[str]:
    """Return the installed packages and the names they provide; a library may be packaged under a new name."""
    rows = [line.split("\t") for line in _dpkg_listing().splitlines() if line.startswith("ii")]
    names = {package for _, package, _ in rows}
    return names | {each.split()[0] for _, _, provides in rows for each in provides.split(",") if each.strip()}


def _dpkg_listing() -> str:
    command = ["dpkg-query", "--show", "--showformat", "${db:Status-Abbrev}\t${Package}\t${Provides}\n"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _apt_get(*words: str) -> None:
    run(["apt-get", "--quiet=2", *words], {"DEBIAN_FRONTEND": "noninteractive"})
