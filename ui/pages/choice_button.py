"""A large button with a title and a line that explains it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

_LARGER = 1.25


class ChoiceButton(QPushButton):
    """A push button whose face is two lines of text; Qt's own command link fixes its fonts at 9 points.

    Args:
        title: what it does.
        letter: presses it together with Alt.
        explanation: what happens then.
    """

    def __init__(self, title: str, letter: str, explanation: str) -> None:
        """Build the button."""
        super().__init__()
        caption, line = QLabel(f"{title}（{letter}）"), QLabel(explanation)
        font = caption.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        font.setBold(True)
        caption.setFont(font)
        face = QVBoxLayout(self)
        face.setContentsMargins(18, 12, 18, 12)
        for label in (caption, line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            face.addWidget(label)
        self.setMinimumHeight(face.sizeHint().height())
        self.setShortcut(QKeySequence(f"Alt+{letter}"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
