"""说明: a small leaf beside a cell that says what it counts, gone at the next key or click."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel

from models.form import Cell, Form
from ui.document import Document
from ui.grid.view import GridView

_WIDTH = 30
"""Width of a leaf in characters."""
_MARGIN = 10


class CellNote(QLabel):
    """Shows the notes of a cell's labels over the window."""

    def __init__(self, text: str, view: GridView) -> None:
        """Show a text in the colours of a tooltip."""
        super().__init__(text, view, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(_MARGIN)
        self.setFrameShape(QLabel.Shape.Box)
        self.setAutoFillBackground(True)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, palette.toolTipBase().color())
        palette.setColor(QPalette.ColorRole.WindowText, palette.toolTipText().color())
        self.setPalette(palette)
        width = _WIDTH * self.fontMetrics().horizontalAdvance("字") + 2 * _MARGIN
        self.setFixedSize(width, self.heightForWidth(width))

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Go at any key."""
        self.close()


def note_of(form: Form, cell: Cell) -> str:
    """Return what a cell counts, label by label, and the source; that nothing is said where the form says nothing."""
    lines = [f"{label.name}：{label.note}" for label in cell.noted] or ["这一格没有说明。"]
    return "\n".join([cell.title, "", *lines, "", f"依据：{form.basis}"])


def show_note(view: GridView, document: Document) -> None:
    """Show what the current cell of a grid counts, below it, or above it where the screen ends."""
    cell = view.current_cell
    if cell is None:
        return
    note = CellNote(note_of(document.report.form, cell), view)
    place = view.below_current
    screen = QGuiApplication.screenAt(place) or view.screen()
    room = screen.availableGeometry().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    left = max(min(place.x(), room.right() - note.width()), room.left())
    above = place.y() - view.visualRect(view.currentIndex()).height() - note.height()
    top = place.y() + 1 if place.y() + note.height() < room.bottom() else max(above, room.top())
    note.move(left, top)
    note.show()
