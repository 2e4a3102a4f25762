"""Windows no larger than the screen, which at 200 % has half as many points each way."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(20, 60)
"""Pixels that a window's frame and title take up at most."""


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or as much of it as the screen has."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME))
