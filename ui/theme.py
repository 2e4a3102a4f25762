"""Colours: the palette of the light and the dark theme and the few colours that carry meaning."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.settings import ThemeChoice


@dataclass(frozen=True)
class Tones:
    """The colours that carry meaning; each also has an icon, a font or a word beside it."""

    left_side: QColor
    """Tint of the cells on the first side of a broken balance, and of a wrong entry."""
    right_side: QColor
    """Tint of the cells on the other side."""
    derived: QColor
    """Shade of totals, which nobody types."""
    untouched: QColor
    """Ink of what was taken over from last year and not touched since."""
    label: QColor
    """Ground of printed labels: headers and stub."""
    error: QColor
    """Ink of what is wrong."""
    warning: QColor
    """Ink of what is doubtful."""
    good: QColor
    """Ink of what is in order."""
    grid: QColor
    """Lines of the tables."""


_LIGHT = Tones(
    left_side=QColor("#ffd9d4"),
    right_side=QColor("#ffe9bd"),
    derived=QColor("#eceff3"),
    untouched=QColor("#7a8699"),
    label=QColor("#f5f7fa"),
    error=QColor("#c0281b"),
    warning=QColor("#a15c00"),
    good=QColor("#1f7a3d"),
    grid=QColor("#c5ccd6"),
)
_DARK = Tones(
    left_side=QColor("#6b2620"),
    right_side=QColor("#5f4712"),
    derived=QColor("#343a43"),
    untouched=QColor("#96a2b4"),
    label=QColor("#2b3037"),
    error=QColor("#ff8b7e"),
    warning=QColor("#f0b45b"),
    good=QColor("#7ccf94"),
    grid=QColor("#4a515c"),
)

_LIGHT_ROLES = {
    "Window": "#f7f8fa", "WindowText": "#1d2330", "Base": "#ffffff", "AlternateBase": "#f3f5f8", "Text": "#1d2330",
    "Button": "#eef1f5", "ButtonText": "#1d2330", "BrightText": "#ffffff", "Highlight": "#2f6fd6",
    "HighlightedText": "#ffffff", "ToolTipBase": "#ffffff", "ToolTipText": "#1d2330", "PlaceholderText": "#8791a1",
    "Link": "#1f5fc4", "Light": "#ffffff", "Midlight": "#e6eaf0", "Mid": "#c5ccd6", "Dark": "#9aa4b2",
    "Shadow": "#6d7685", "Accent": "#2f6fd6",
}  # fmt: skip
_DARK_ROLES = {
    "Window": "#22262c", "WindowText": "#e6e9ee", "Base": "#1b1e23", "AlternateBase": "#24282f", "Text": "#e6e9ee",
    "Button": "#2e333b", "ButtonText": "#e6e9ee", "BrightText": "#ffffff", "Highlight": "#3b78d8",
    "HighlightedText": "#ffffff", "ToolTipBase": "#2e333b", "ToolTipText": "#e6e9ee", "PlaceholderText": "#7f8a9a",
    "Link": "#7fb0ff", "Light": "#454c57", "Midlight": "#3a404a", "Mid": "#4a515c", "Dark": "#15181c",
    "Shadow": "#0d0f12", "Accent": "#3b78d8",
}  # fmt: skip
_DISABLED = ("WindowText", "Text", "ButtonText")

_MIDDLE_LIGHTNESS = 128
_POINTS = 10.5
"""五号, the smallest size of office print."""


def apply_theme(application: QApplication, choice: ThemeChoice) -> None:
    """Give the application the palette of a theme; the system's choice where none is made."""
    palette = _palette(dark=_wants_dark(choice))
    application.setPalette(palette)
    # the stubs ask for bytes, the call takes a str only
    application.setPalette(_with_soft_selection(palette), "QListWidget")  # type: ignore[arg-type]


def enlarge_font(application: QApplication) -> None:
    """Give the application a font that reads well for a whole day; a larger one of the system's stays."""
    font = application.font()
    font.setPointSizeF(max(font.pointSizeF(), _POINTS))
    application.setFont(font)


def tones() -> Tones:
    """Return the colours with meaning that belong to the palette in use."""
    return _DARK if is_dark() else _LIGHT


def is_dark() -> bool:
    """Tell whether the palette in use is a dark one."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE_LIGHTNESS


def _wants_dark(choice: ThemeChoice) -> bool:
    if choice is ThemeChoice.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return choice is ThemeChoice.DARK


def _with_soft_selection(palette: QPalette) -> QPalette:
    """Return a palette whose selection is pale enough for coloured signs to be read on it."""
    soft = QPalette(palette)
    soft.setColor(QPalette.ColorRole.Highlight, palette.color(QPalette.ColorRole.Midlight))
    soft.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Text))
    return soft


def _palette(*, dark: bool) -> QPalette:
    palette = QPalette()
    roles = _DARK_ROLES if dark else _LIGHT_ROLES
    for name, colour in roles.items():
        role = getattr(QPalette.ColorRole, name, None)
        if role is not None:
            palette.setColor(role, QColor(colour))
    for name in _DISABLED:
        faded = QColor(roles["PlaceholderText"])
        palette.setColor(QPalette.ColorGroup.Disabled, getattr(QPalette.ColorRole, name), faded)
    return palette
