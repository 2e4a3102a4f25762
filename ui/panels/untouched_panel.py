"""The panel of what is still last year's: go through it place by place, confirm or change each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from models.confirmation import confirm_section
from models.untouched import Untouched, confirm_untouched, untouched_in
from ui.document import Document
from ui.panels.row_list import RowList
from ui.panels.rows import Row, RowKind

_PAUSE_MILLISECONDS = 200
"""How long nothing must change before the list is made anew; nobody types and reads it at once."""
_HINT = "沿用去年而没有改动或确认的：上下键逐处查看，回车到该处，F9 确认这一处。"
_NONE = "没有沿用去年而没有动过的内容。"
_NO_CURRENT = "请先在未动清单里选一处"


class UntouchedList(RowList):
    """Shows the places and tells when a key has led to another one."""

    looked_at = Signal(object)
    """Emitted with the Untouched that a key has led to; the keyboard stays here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell where a key has led."""
        before = self.currentRow()
        super().keyPressEvent(event)
        if self.currentRow() != before and self.place:
            self.looked_at.emit(self.place)

    @property
    def place(self) -> Untouched | None:
        """The place the cursor of the list is on."""
        return self.current.place if self.current else None

    def go_on(self) -> None:
        """Put the cursor on the place behind the one that is gone, else on the last; on none where it is on one."""
        if self.place is None:
            places = [at for at, row in enumerate(self.rows) if row.place]
            ahead = (at for at in places if at > self.resumes_at)
            self.setCurrentRow(next(ahead, places[-1] if places else -1))


class UntouchedPanel(QWidget):
    """Lists the places section by section."""

    place_chosen = Signal(object)
    """Emitted with the Untouched to go to."""
    place_looked_at = Signal(object)
    """Emitted with the Untouched to show while the keyboard stays in the list."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Follow a document."""
        super().__init__(parent)
        self._document = document
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self.list = UntouchedList()
        self.list.setAccessibleName("未动清单")
        self.confirm_button = QPushButton("确认这一处")
        self.confirm_button.setToolTip("这一处照去年的沿用（F9）")
        self.section_button = QPushButton("本部分全部确认")
        self.section_button.setToolTip("选中一处所在的部分全部照去年的沿用（Shift+F9）")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.refresh)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.looked_at.connect(self.place_looked_at)
        self.confirm_button.clicked.connect(self.confirm)
        self.section_button.clicked.connect(self.confirm_all)
        document.changed.connect(self._follow_change)
        self.refresh()

    def refresh(self) -> None:
        """List the places as they are now."""
        self._pause.stop()
        rows = tuple(_rows(self._document))
        self.list.show_rows(rows)
        self._hint.setText(_HINT if rows else _NONE)
        for button in (self.confirm_button, self.section_button):
            button.setVisible(bool(rows))

    def take_keyboard(self) -> None:
        """Bring the list up to date and the keyboard to its current place, which is shown."""
        self.list.setFocus()
        self._go_on()

    def redraw(self) -> None:
        """Show everything in the colours of the theme in use."""
        self.list.viewport().update()

    def confirm(self) -> None:
        """Confirm the current place as it stands, and go on to the next."""
        place = self.list.place
        if place is None:
            self._document.notice.emit(_NO_CURRENT)
        else:
            self._document.apply_or_tell(confirm_untouched(self._document.report, place), "这一处没有待确认的去年内容")
            self._go_on()

    def confirm_all(self) -> None:
        """Confirm all of the current place's section as it stands, and go on to the next."""
        place = self.list.place
        if place is None:
            self._document.notice.emit(_NO_CURRENT)
        else:
            self._document.apply_or_tell(
                confirm_section(self._document.report, place.section), "这一部分没有待确认的去年内容"
            )
            self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 12, 10)
        for widget in (self._hint, self.list, self.confirm_button, self.section_button):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        for button in (self.confirm_button, self.section_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is

    def _go_on(self) -> None:
        self.refresh()
        self.list.go_on()
        if self.list.place:
            self.place_looked_at.emit(self.list.place)

    def _choose(self, _item: QListWidgetItem) -> None:
        if self.list.place:
            self.place_chosen.emit(self.list.place)

    def _follow_change(self) -> None:
        if self.isVisible():
            self._pause.start()


def _rows(document: Document) -> Iterator[Row]:
    for section in document.report.form.sections:
        places = untouched_in(document.report, section)
        if places:
            yield Row(RowKind.HEADING, f"{section.name}　{len(places)}")
        for place in places:
            yield Row(RowKind.UNTOUCHED, place.words, place=place)
