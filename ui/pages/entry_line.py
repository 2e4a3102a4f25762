"""A line to type in that leaves the report's history to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class EntryLine(QLineEdit):
    """A line editor whose own undo works while something is being typed; before that Ctrl+Z is the report's."""

    def event(self, event: QEvent) -> bool:
        """Pass Ctrl+Z and Ctrl+Y on where the line has nothing of its own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isModified()
            if undo or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return False
        return super().event(event)
