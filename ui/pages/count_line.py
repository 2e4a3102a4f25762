"""The line below a text that counts it, and tells where it is longer than a check in force allows."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.checks.check import LengthLimit
from models.finding import Severity
from models.texts import length_of, paragraphs
from ui.info_line import InfoLine
from ui.panels.state_icons import SIGNS, sign_icon
from ui.theme import tones

_SIGN = 16


class CountLine(QWidget):
    """Shows how many paragraphs and characters a text has, of how many, and what the cursor is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing counted."""
        super().__init__(parent)
        self._sign = QLabel()
        self.count = QLabel()
        self.hint = InfoLine()
        self._level: Severity | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self.count)
        layout.addWidget(self.hint, 1)
        self._redraw()

    @property
    def is_too_long(self) -> bool:
        """Whether the text has more characters than a check in force allows."""
        return self._level is not None

    def show_hint(self, text: str) -> None:
        """Tell what the cursor is in."""
        self.hint.set_text(text)

    def show_count(self, text: str, limit: LengthLimit | None, usual: int = 0) -> None:
        """Count a text.

        Args:
            text: the text.
            limit: what a check in force limits it to; None where no check counts it.
            usual: characters that some authorities limit it to, told without a warning; 0 where none does.
        """
        length = length_of(text)
        excess = max(length - limit.longest, 0) if limit else 0
        if limit:
            told = f" / 不超过 {limit.longest} 字{f'，超出 {excess} 字' if excess else ''}"
        else:
            told = f"（有的地方限 {usual} 字）" if usual else ""
        self.count.setText(f"{len(paragraphs(text))} 段，{length} 字{told}")
        level = limit.severity if limit and excess else None
        if self._level is not level:
            self._level = level
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()

    def _redraw(self) -> None:
        self._sign.setVisible(self.is_too_long)
        palette = QPalette(self.palette())
        if self._level:
            self._sign.setPixmap(sign_icon(SIGNS[self._level]).pixmap(_SIGN, _SIGN))
            inks = {Severity.ERROR: tones().error, Severity.WARNING: tones().warning}
            palette.setColor(QPalette.ColorRole.WindowText, inks.get(self._level, palette.windowText().color()))
        self.count.setPalette(palette)
