"""The line below a text that counts it, and warns where it is longer than it may be."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.texts import length_of, paragraphs
from ui.panels.state_icons import Sign, sign_icon
from ui.theme import tones

_SIGN = 16


class CountLine(QWidget):
    """Shows how many paragraphs and characters a text has, of how many, and what the cursor is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing counted."""
        super().__init__(parent)
        self._sign = QLabel()
        self.count = QLabel()
        self.hint = QLabel()
        self.hint.setSizePolicy(self.hint.sizePolicy().Policy.Ignored, self.hint.sizePolicy().Policy.Preferred)
        self.is_too_long = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self.count)
        layout.addWidget(self.hint, 1)
        self._redraw()

    def show_hint(self, text: str) -> None:
        """Tell what the cursor is in; the whole of it also in a tooltip, where there is no room for it."""
        self.hint.setText(text)
        self.hint.setToolTip(text)

    def show_count(self, text: str, longest: int) -> None:
        """Count a text; `longest` is how many characters it may have, 0 for any number."""
        length = length_of(text)
        excess = length - longest if longest else 0
        limit = f" / 不超过 {longest} 字" if longest else ""
        beyond = f"，超出 {excess} 字" if excess > 0 else ""
        self.count.setText(f"{len(paragraphs(text))} 段，{length} 字{limit}{beyond}")
        if self.is_too_long != (excess > 0):
            self.is_too_long = excess > 0
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()

    def _redraw(self) -> None:
        self._sign.setVisible(self.is_too_long)
        if self.is_too_long:
            self._sign.setPixmap(sign_icon(Sign.WARNING).pixmap(_SIGN, _SIGN))
        palette = QPalette(self.palette())
        if self.is_too_long:
            palette.setColor(QPalette.ColorRole.WindowText, tones().warning)
        self.count.setPalette(palette)
