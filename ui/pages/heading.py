"""The heading of a page."""

from PySide6.QtWidgets import QLabel

_FACTOR = 1.35


def heading(text: str) -> QLabel:
    """Return the label that heads a page."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * _FACTOR)
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    return label
