"""What has really changed in a text: Qt tells of whole paragraphs where an input method has been at work."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from models.text_change import change_between
from ui.text_units import as_units


class TextChanges(QObject):
    """Follows a text and tells of each change just as far as it reaches, counted as Qt counts."""

    changed = Signal(int, int, int)
    """Emitted with a place, how much went from there, and how much came; not where the words are the same."""

    def __init__(self, document: QTextDocument) -> None:
        """Follow a text; create this before the highlighter, which then finds all marks in their places."""
        super().__init__(document)
        self._document = document
        self._text = as_units(document.toRawText())
        document.contentsChange.connect(self._follow)

    def _follow(self, place: int, removed: int, added: int) -> None:
        before, self._text = self._text, as_units(self._document.toRawText())
        change = change_between(before[place : place + removed], self._text[place : place + added])
        if change.stop > change.start or change.added:
            self.changed.emit(place + change.start, change.stop - change.start, change.added)
