"""What the program remembers between starts: recent files, theme, window geometry."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT_LIMIT = 10


class ThemeChoice(StrEnum):
    """Which colours the clerk wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """The settings file; a damaged or missing one means the defaults."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the settings of this user, or the file a test names."""
        path = path or _folder() / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def recent_files(self) -> list[Path]:
        """Return the files last opened or saved that still exist, newest first."""
        stored = self._store.value("recent", [], list)
        texts = stored if isinstance(stored, list) else []
        return [path for text in texts if (path := Path(str(text))).is_file()]

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
