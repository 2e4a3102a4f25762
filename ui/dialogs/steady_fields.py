"""Fields that the wheel scrolls past instead of changing them."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox


class SteadyComboBox(QComboBox):
    """A choice that the wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()


class SteadySpinBox(QSpinBox):
    """A number that the wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()
