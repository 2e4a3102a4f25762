"""The list of findings at the right: read one, go to its cells or its sentence."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from models.finding import Finding, Severity
from models.report import Edit
from ui.document import Document
from ui.info_line import InfoLine
from ui.panels.state_icons import Sign, sign_icon

_SIGNS = {Severity.ERROR: Sign.ERROR, Severity.WARNING: Sign.WARNING, Severity.INFO: Sign.INFO}


class FindingsPanel(QWidget):
    """Shows what the checks found; choosing a finding leads to its place."""

    finding_chosen = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Follow the document's findings."""
        super().__init__(parent)
        self._document = document
        self._count = InfoLine(bold=True)
        self._all_good = QLabel("没有发现问题。")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(3)
        self.list.setIconSize(QSize(16, 16))
        self.accept_button = QPushButton("以算得的数为准(&A)")
        self.accept_button.setToolTip("不再提示这个总计与原文件不同")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 12, 10)
        for widget in (self._count, self._all_good, self.list, self.accept_button):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        layout.addStretch(0)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentRowChanged.connect(self._offer)
        self.accept_button.clicked.connect(self._accept)
        document.findings_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the findings anew, keeping the current one; where it is gone, F8 goes to the one that took its place."""
        row, current = self.list.currentRow(), self._key(self.list.currentItem())
        self.list.clear()
        for finding in self._document.findings:
            item = QListWidgetItem(sign_icon(_SIGNS[finding.severity]), finding.message)
            item.setData(Qt.ItemDataRole.UserRole, finding)
            item.setToolTip(finding.message)
            self.list.addItem(item)
        total = self.list.count()
        keys = [self._key(self.list.item(each)) for each in range(total)]
        self.list.setCurrentRow(keys.index(current) if current in keys else min(row - 1, total - 1))
        errors, doubts = self._document.count(Severity.ERROR), self._document.count(Severity.WARNING)
        self._count.set_text(f"问题 {total}　　错 {errors}　疑 {doubts}")
        self._count.setVisible(bool(total))
        self._all_good.setVisible(not total)
        self.list.setVisible(bool(total))
        self._offer(self.list.currentRow())

    def go_to_next(self) -> None:
        """Lead to the finding after the current one, from the last to the first."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
            self._choose(self.list.currentItem())

    @staticmethod
    def _key(item: QListWidgetItem | None) -> tuple[object, ...]:
        finding = item.data(Qt.ItemDataRole.UserRole) if item else None
        return (finding.code, finding.left, finding.right, finding.section) if finding else ()

    def _choose(self, item: QListWidgetItem) -> None:
        self.finding_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _current_stated_total(self) -> Finding | None:
        item = self.list.currentItem()
        finding = item.data(Qt.ItemDataRole.UserRole) if item else None
        return finding if finding and finding.left and finding.left[0] in self._document.report.stated else None

    def _offer(self, _row: int) -> None:
        self.accept_button.setVisible(self._current_stated_total() is not None)

    def _accept(self) -> None:
        finding = self._current_stated_total()
        if finding is not None:
            self._document.apply(Edit(label="以算得的数为准", stated={finding.left[0]: None}))
