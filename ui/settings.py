"""What the program remembers between starts: recent files, theme, window geometry, the clerk's choices of checks."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from models.finding import Severity

if TYPE_CHECKING:  # slow to load, and a window that comes up needs none of it
    from models.checks.settings import CheckSettings
    from ui.print_setup import PrintSetup

_RECENT_LIMIT = 10
_CHECKS_ON, _CHECKS_OFF, _CHECK_LEVELS = "checks/on", "checks/off", "checks/levels"
_BESIDE, _ZOOM = "tables/beside_last_year", "tables/zoom"
_STYLE, _EXTRAS = "print/style", "print/extras"
_AUTOSAVE, _AGENCY = "saving/minutes", "agency"
_LONGEST_OVERVIEW, _REQUIREMENTS = "checks/longest_overview", "checks/requirements"


AUTOSAVE_MINUTES = 3
"""Unless the clerk chooses otherwise."""


class ThemeChoice(StrEnum):
    """Which colours the clerk wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


THEMES = {
    ThemeChoice.SYSTEM: "跟随系统",
    ThemeChoice.LIGHT: "浅色",
    ThemeChoice.DARK: "深色",
    ThemeChoice.HIGH_CONTRAST: "高对比",
}
"""What the clerk calls each."""


class SettingsSection(StrEnum):
    """The pages of the settings dialog, in their order."""

    GENERAL = "常规"
    PRINT = "排版"
    CHECKS = "检查"
    SAVING = "保存"


class Settings:
    """The settings file; a damaged or missing one means the defaults."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the settings of this user, or the file a test names."""
        path = path or _folder() / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def recent_files(self) -> list[Path]:
        """Return the files last opened or saved that still exist, newest first."""
        return [path for text in self._texts("recent") if (path := Path(text)).is_file()]

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        path = path.absolute()
        others = [each for each in self.recent_files if each != path]
        self._store.setValue("recent", [str(each) for each in [path, *others][:_RECENT_LIMIT]])

    def section_of(self, path: Path | None) -> str:
        """Return the section a file was last worked on at, empty where that is not known."""
        return str(self._store.value(_section_key(path), "")) if path else ""

    def remember_section(self, path: Path | None, section: str) -> None:
        """Store where the clerk is, so that the file opens there next time."""
        if path:
            self._store.setValue(_section_key(path), section)

    @property
    def folder(self) -> Path:
        """Return the folder that file dialogs start in."""
        recent = self.recent_files
        return recent[0].parent if recent else Path.home()

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme."""
        try:
            return ThemeChoice(str(self._store.value("theme", ThemeChoice.SYSTEM)))
        except ValueError:
            return ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", str(choice))

    # ── findings ────────────────────────────────────────────────────────

    @property
    def hidden_levels(self) -> frozenset[Severity]:
        """The levels that the panel of findings leaves out."""
        return frozenset(level for level in Severity if level in self._words("findings/hidden"))

    @hidden_levels.setter
    def hidden_levels(self, levels: Iterable[Severity]) -> None:
        self._keep_words("findings/hidden", levels)

    @property
    def confirmer(self) -> str:
        """Who confirms findings as true."""
        return str(self._store.value("findings/confirmer", ""))

    @confirmer.setter
    def confirmer(self, name: str) -> None:
        self._store.setValue("findings/confirmer", name)

    @property
    def recent_reasons(self) -> list[str]:
        """The reasons last given, newest first."""
        return self._texts("findings/reasons")

    def remember_reason(self, reason: str) -> None:
        """Put a reason at the head of the recent ones."""
        others = [each for each in self.recent_reasons if each != reason]
        self._store.setValue("findings/reasons", [reason, *others][:_RECENT_LIMIT])

    # ── checks ──────────────────────────────────────────────────────────

    @property
    def has_own_checks(self) -> bool:
        """Whether anything about the checks is set."""
        keys = (_CHECKS_ON, _CHECKS_OFF, _CHECK_LEVELS, _LONGEST_OVERVIEW, _REQUIREMENTS)
        return any(self._store.value(key) for key in keys)

    @property
    def checks(self) -> CheckSettings:
        """Which checks run, and how."""
        from models.checks.settings import CheckSettings  # noqa: PLC0415 - see above

        pairs = [word.partition("=") for word in self._words(_CHECK_LEVELS)]
        length = str(self._store.value(_LONGEST_OVERVIEW, "0"))
        return CheckSettings(
            on=frozenset(self._words(_CHECKS_ON)),
            off=frozenset(self._words(_CHECKS_OFF)),
            levels={code: Severity(level) for code, _, level in pairs if level in {*Severity}},
            longest_overview=int(length) if length.isascii() and length.isdigit() else 0,
        )

    @checks.setter
    def checks(self, checks: CheckSettings) -> None:
        self._keep_words(_CHECKS_ON, checks.on)
        self._keep_words(_CHECKS_OFF, checks.off)
        self._keep_words(_CHECK_LEVELS, (f"{code}={level}" for code, level in checks.levels.items()))
        self._store.setValue(_LONGEST_OVERVIEW, str(checks.longest_overview or ""))

    @property
    def requirements_file(self) -> Path | None:
        """The file with the office's own requirements, where there is one."""
        stored = str(self._store.value(_REQUIREMENTS, ""))
        return Path(stored) if stored else None

    @requirements_file.setter
    def requirements_file(self, path: Path | None) -> None:
        self._store.setValue(_REQUIREMENTS, str(path or ""))

    # ── printing ────────────────────────────────────────────────────────

    @property
    def print_setup(self) -> PrintSetup:
        """How a report was printed or exported last time."""
        from exporters.print_options import Extra  # noqa: PLC0415 - a window that comes up prints nothing
        from ui.print_setup import PrintSetup  # noqa: PLC0415 - as above

        extras = frozenset(each for each in Extra if each in self._words(_EXTRAS))
        return PrintSetup(str(self._store.value(_STYLE, "")) or PrintSetup().style, extras)

    @print_setup.setter
    def print_setup(self, setup: PrintSetup) -> None:
        self._store.setValue(_STYLE, setup.style)
        self._keep_words(_EXTRAS, setup.extras)

    def _words(self, key: str) -> list[str]:
        return str(self._store.value(key, "")).split()

    def _keep_words(self, key: str, words: Iterable[str]) -> None:
        self._store.setValue(key, " ".join(sorted(words)))

    def _texts(self, key: str) -> list[str]:
        stored = self._store.value(key, [], list)
        return [str(text) for text in stored] if isinstance(stored, list) else []

    # ── saving ──────────────────────────────────────────────────────────

    @property
    def recovery_folder(self) -> Path:
        """Where recovery copies are kept that do not stand beside their file."""
        return Path(self._store.fileName()).parent / "recovery"

    @property
    def autosave_minutes(self) -> int:
        """After how many minutes a recovery copy is written; 0 is never."""
        stored = str(self._store.value(_AUTOSAVE, ""))
        return int(stored) if stored.isascii() and stored.isdigit() else AUTOSAVE_MINUTES

    @autosave_minutes.setter
    def autosave_minutes(self, minutes: int) -> None:
        self._store.setValue(_AUTOSAVE, str(minutes))

    # ── a new report ────────────────────────────────────────────────────

    @property
    def agency(self) -> str:
        """The full name of the clerk's own agency, for reports begun blank."""
        return str(self._store.value(_AGENCY, ""))

    @agency.setter
    def agency(self, name: str) -> None:
        self._store.setValue(_AGENCY, name)

    # ── tables ──────────────────────────────────────────────────────────

    @property
    def beside_last_year(self) -> bool:
        """Whether last year's figures and texts are shown beside this year's."""
        return str(self._store.value(_BESIDE, "")) == "yes"

    @beside_last_year.setter
    def beside_last_year(self, on: bool) -> None:
        self._store.setValue(_BESIDE, "yes" if on else "no")

    @property
    def table_zoom(self) -> int:
        """The size at which tables are shown, in per cent."""
        stored = str(self._store.value(_ZOOM, ""))
        return int(stored) if stored.isascii() and stored.isdigit() else 100

    @table_zoom.setter
    def table_zoom(self, percent: int) -> None:
        self._store.setValue(_ZOOM, str(percent))

    # ── the window ──────────────────────────────────────────────────────

    def geometry(self, name: str) -> QByteArray | None:
        """Return the stored geometry or state of a window part."""
        stored = self._store.value(f"window/{name}")
        return stored if isinstance(stored, QByteArray) else None

    def keep_geometry(self, name: str, state: QByteArray) -> None:
        """Store the geometry or state of a window part."""
        self._store.setValue(f"window/{name}", state)


def _section_key(path: Path | None) -> str:
    """Return a key of the settings file, in which a slash begins a group."""
    return f"sections/{str(path and path.absolute()).replace('/', '|')}"


def _folder() -> Path:
    location = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(location)) / "gknb"
