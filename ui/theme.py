"""Giving the application its colours and its font."""

from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.colours import DARK, HIGH_CONTRAST, LIGHT, Theme, Tones
from ui.settings import ThemeChoice

_CHOSEN = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.HIGH_CONTRAST: HIGH_CONTRAST}
_TONES = {QColor(theme.roles["Window"]).rgb(): theme.tones for theme in _CHOSEN.values()}
"""The colours with meaning by the ground of the window; asked for at every cell drawn."""
_DISABLED = ("WindowText", "Text", "ButtonText")

_OUTLINED = (
    "QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton",
    "QPushButton", "QMenu", "QTreeWidget",
)  # fmt: skip
"""What has lines around it, and is not painted in the colour of the window itself."""
_DARKER = 140
"""Per cent by which Fusion makes the window's colour darker for these lines."""

_MIDDLE_LIGHTNESS = 128
_POINTS = 10.5
"""五号, the smallest size of office print."""

_OUTLINES = """
QLineEdit, QAbstractItemView, QTextEdit, QPlainTextEdit, QTextBrowser, QMenu, QToolTip, QGroupBox, QLabel[framed="true"]
  { border: 1px solid palette(window-text) }
QGroupBox { margin-top: 0.8em; padding-top: 0.4em }
QGroupBox::title { subcontrol-origin: margin; left: 8px }
QPushButton { border: 1px solid palette(button-text); padding: 4px 14px }
QPushButton:default { border: 2px solid palette(button-text) }
QPushButton:focus { border: 2px solid palette(highlight) }
QPushButton:disabled { border-style: dashed }
QPushButton:pressed, QPushButton:checked, QToolButton:hover, QMenuBar::item:selected, QMenu::item:selected
  { background: palette(highlight); color: palette(highlighted-text) }
QLineEdit:focus, QAbstractItemView:focus, QTextEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus
  { border: 1px solid palette(highlight) }
QComboBox, QAbstractSpinBox { border: 1px solid palette(window-text); padding: 2px 6px }
QComboBox:focus, QAbstractSpinBox:focus { border-color: palette(highlight) }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 22px }
QToolButton { border: 1px solid transparent; padding: 3px 5px }
QToolButton:checked, QTabBar::tab { border: 1px solid palette(button-text) }
QToolButton:focus, QTabBar::tab:selected { border: 1px solid palette(highlight) }
QTabBar::tab { padding: 4px 8px }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator { border: 1px solid palette(window-text) }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QTreeView::indicator:checked
  { background: palette(highlight) }
QCheckBox::indicator:disabled, QTreeView::indicator:disabled, QComboBox:disabled { border-style: dashed }
QTreeView::indicator:checked:disabled { background: palette(mid) }
QSplitter::handle { background: palette(mid) }
QToolBar, QStatusBar, QMenuBar { border: 1px solid palette(mid) }
"""
"""Lines around what can be used: Fusion draws them a little darker than the window, which black has no room for."""


def apply_theme(application: QApplication, choice: ThemeChoice) -> None:
    """Give the application the palette of a theme; the system's choice where none is made."""
    theme = _CHOSEN.get(choice) or _system_theme()
    palette = _palette(theme)
    application.setPalette(palette)
    # the stubs ask for bytes, the call takes a str only
    application.setPalette(_with_soft_selection(_outlined(palette, theme)), "QListWidget")  # type: ignore[arg-type]
    for kind in _OUTLINED:
        application.setPalette(_outlined(palette, theme), kind)  # type: ignore[arg-type]  # as above
    outlines = _OUTLINES if theme.is_framed else ""
    if application.styleSheet() != outlines:
        application.setStyleSheet(outlines)


def _outlined(palette: QPalette, theme: Theme) -> QPalette:
    """Return a palette with which Fusion draws a theme's lines: it takes the window's colour and makes it darker."""
    outlined = QPalette(palette)
    if theme.outline and not theme.is_framed:
        outlined.setColor(QPalette.ColorRole.Window, QColor(theme.outline).lighter(_DARKER))
    return outlined


def enlarge_font(application: QApplication) -> None:
    """Give the application a font that reads well for a whole day; a larger one of the system's stays."""
    font = application.font()
    points = font.pointSizeF()
    if points < 0:  # the font is given in pixels, and asking the fonts costs time
        points = QFontInfo(font).pointSizeF()
    font.setPointSizeF(max(points, _POINTS))
    application.setFont(font)


def tones() -> Tones:
    """Return the colours with meaning that belong to the palette in use."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    ours = _TONES.get(window.rgb())
    return ours or (LIGHT if window.lightness() >= _MIDDLE_LIGHTNESS else DARK).tones


def _system_theme() -> Theme:
    hints = QGuiApplication.styleHints()
    if _wants_contrast():
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def system_colours_changed() -> list[SignalInstance]:
    """Return what the system emits when other colours are chosen there."""
    accessibility = _accessibility()
    contrast = [accessibility.contrastPreferenceChanged] if accessibility else []
    return [QGuiApplication.styleHints().colorSchemeChanged, *contrast]


def _wants_contrast() -> bool:
    accessibility = _accessibility()
    return bool(accessibility) and accessibility.contrastPreference().name == "HighContrast"


def _accessibility() -> Any:  # noqa: ANN401 - the oldest supported Qt has no such type
    """Return what the system says of contrast, None before Qt 6.10."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return hints() if hints else None


def _with_soft_selection(palette: QPalette) -> QPalette:
    """Return a palette whose selection is pale enough for coloured signs to be read on it."""
    soft = QPalette(palette)
    soft.setColor(QPalette.ColorRole.Highlight, palette.color(QPalette.ColorRole.Midlight))
    soft.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Text))
    return soft


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for name, colour in theme.roles.items():
        role = getattr(QPalette.ColorRole, name, None)
        if role is not None:
            palette.setColor(role, QColor(colour))
    for name in _DISABLED:
        faded = QColor(theme.roles["PlaceholderText"])
        palette.setColor(QPalette.ColorGroup.Disabled, getattr(QPalette.ColorRole, name), faded)
    return palette
