"""The panel of findings at the right: read one, go to its place, do something about it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QListWidgetItem, QVBoxLayout, QWidget

from models.finding import Finding
from ui.document import Document
from ui.finding_commands import FindingCommands, Offer
from ui.panels.finding_list import FindingList
from ui.panels.finding_rows import rows_of
from ui.panels.level_filter import LevelFilter
from ui.panels.offer_buttons import OfferButtons, open_menu
from ui.panels.rows import RowKind
from ui.settings import Settings


class FindingsPanel(QWidget):
    """Shows what the checks found, group by group; choosing a finding leads to its place."""

    finding_chosen = Signal(object)
    """Emitted with the Finding whose place is to be shown."""

    def __init__(
        self, document: Document, commands: FindingCommands, settings: Settings, parent: QWidget | None = None
    ) -> None:
        """Follow the document's findings."""
        super().__init__(parent)
        self._document, self._commands, self._settings = document, commands, settings
        self._is_unfolded = False
        self._offered: object = None
        self.filter = LevelFilter(settings.hidden_levels)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.hide()
        self.list = FindingList()
        self.offers = OfferButtons(QBoxLayout.Direction.TopToBottom, Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentRowChanged.connect(self._offer)
        self.list.menu_wanted.connect(self._open_menu)
        self.filter.changed.connect(self._filter)
        document.findings_changed.connect(self.refresh)
        self.redraw()

    @property
    def current(self) -> Finding | None:
        """The open finding the cursor of the list is on."""
        row = self.list.current
        return row.finding if row and row.kind is RowKind.FINDING else None

    def refresh(self) -> None:
        """Show the findings as they are now."""
        document, hidden = self._document, self.filter.hidden_levels
        self.filter.count(document.findings)
        self.list.show_rows(rows_of(document, hidden, is_unfolded=self._is_unfolded))
        left_out = sum(finding.severity in hidden for finding in document.findings)
        note = f"按级别另有 {left_out} 处没有列出" if left_out else "" if document.findings else "没有发现问题。"
        if note != self._note.text():
            self._note.setText(note)
            self._note.setVisible(bool(note))
        self._offer()

    def redraw(self) -> None:
        """Show everything in the colours of the theme in use."""
        self.filter.redraw()
        self.refresh()

    def step(self, direction: int) -> None:
        """Lead to the next finding (1) or the one before (-1); say so where none is listed."""
        finding = self.list.step(direction)
        if finding is not None:
            self.finding_chosen.emit(finding)
        elif self._document.findings:
            self._document.notice.emit("没有列出的问题：右侧“错、疑、提示”有一级没有打开")
        else:
            self._document.notice.emit("没有发现问题")

    def dismiss(self) -> None:
        """Confirm the current finding as true, after asking for the reason."""
        if self.current is None:
            self._document.notice.emit("请先在右侧选一个问题（F8 到下一个）")
        else:
            self._commands.dismiss(self.current)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 12, 10)
        for widget in (self.filter, self._note, self.list, self.offers):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)

    def _choose(self, _item: QListWidgetItem) -> None:
        row = self.list.current
        if row is not None and row.kind is RowKind.FOLD:
            self._is_unfolded = not self._is_unfolded
            self.refresh()
        elif row is not None:
            self.finding_chosen.emit(row.finding)

    def _filter(self) -> None:
        self._settings.hidden_levels = self.filter.hidden_levels
        self.refresh()

    def _offer(self, _row: int = 0) -> None:
        current = self.list.current
        if current != self._offered:  # what is offered follows from the finding alone, and takes a while to find
            self._offered = current
            self.offers.show_offers(self._offers())

    def _offers(self) -> list[Offer]:
        row = self.list.current
        if row is None or row.finding is None:
            return []
        if row.kind is RowKind.DISMISSED:
            return self._commands.offers_for_dismissed(row.finding)
        return self._commands.offers(row.finding)

    def _open_menu(self, place: QPoint) -> None:
        if offers := self._offers():
            open_menu(self, offers, place)
