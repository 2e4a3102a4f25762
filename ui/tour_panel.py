"""The steps of the guided tour, below the report that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.document import Document
from ui.info_line import InfoLine
from ui.manual import with_commands
from ui.tour import Tour

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_LINES = 2


class TourPanel(QDockWidget):
    """Shows one step at a time, ticks it when the report has got there, and leads to its place."""

    left = Signal()
    """Emitted when the clerk has had enough, or opens another report."""

    def __init__(self, window: MainWindow, tour: Tour, document: Document) -> None:
        """Begin with the first step, below the window's report."""
        super().__init__("两分钟上手", window)
        self._window, self._tour, self._document = window, tour, document
        self._step = 0
        self._visited: set[int] = set()
        self.title = QLabel()
        self.text = QLabel()
        self.state = InfoLine()
        self.back_button, self.next_button = QPushButton("上一步(&Z)"), QPushButton("下一步(&X)")
        self.go_button, self.leave_button = QPushButton("带我去(&I)"), QPushButton("结束(&Q)")
        self._lay_out()
        self._connect()
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self._show_step(0)

    @property
    def done(self) -> frozenset[int]:
        """The numbers of the steps that are done: what they ask for holds, or they were read and left behind."""
        steps = self._tour.done_steps(self._document.report, self._document.findings)
        return steps | {number for number in self._visited if self._tour.steps[number].asks_nothing}

    def close_for_good(self) -> None:
        """Leave the window."""
        self._document.settled.disconnect(self._refresh)
        self._document.changed.disconnect(self._refresh)
        self._window.files.document_opened.disconnect(self._leave_with_document)
        self._window.removeDockWidget(self)
        self.deleteLater()

    def _lay_out(self) -> None:
        self.setObjectName("tour")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.MarkdownText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        bar = QHBoxLayout()
        bar.addWidget(self.title)
        bar.addWidget(self.state, 1)
        for button in (self.go_button, self.back_button, self.next_button, self.leave_button):
            bar.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 4, 12, 4)
        column.addLayout(bar)
        column.addWidget(self.text, 1)
        self.setWidget(content)
        self.setTitleBarWidget(QWidget())  # the room is the report's

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self._show_step(self._step - 1))
        self.next_button.clicked.connect(self._go_on)
        self.go_button.clicked.connect(self._go_to_place)
        self.leave_button.clicked.connect(self.left)
        self._document.changed.connect(self._refresh)
        self._document.settled.connect(self._refresh)
        self._window.files.document_opened.connect(self._leave_with_document)

    def _show_step(self, number: int) -> None:
        self._step = number
        step, count = self._tour.steps[number], len(self._tour.steps)
        self.title.setText(f"第 {number + 1} 步，共 {count} 步：{step.title}")
        self.text.setText(with_commands(step.text))
        self.back_button.setEnabled(number > 0)
        is_last = number == count - 1
        self.next_button.setText("完成(&X)" if is_last else "下一步(&X)")
        self.leave_button.setHidden(is_last)  # which would do the same
        self._refresh()
        QTimer.singleShot(0, self, self._go_to_place)

    def _go_on(self) -> None:
        self._visited.add(self._step)
        if self._step == len(self._tour.steps) - 1:
            self.left.emit()
        else:
            self._show_step(self._step + 1)

    def _go_to_place(self) -> None:
        workspace, step = self._window.workspace, self._tour.steps[self._step]
        if workspace and step.cell:
            workspace.show_cell(step.cell)
        elif workspace:
            workspace.show_section(step.section)
            if step.other_agency:
                workspace.page.show_agency()

    def _refresh(self, _change: object = None) -> None:
        done = self.done
        ticks = "".join("✓" if number in done else "○" for number in range(len(self._tour.steps)))
        waits = "" if self._tour.steps[self._step].asks_nothing else "还没有做到，做到了这里会打勾"
        self.state.set_text(f"{ticks}　{'✓ 做到了，按“下一步”' if self._step in done else waits}")

    def _leave_with_document(self, document: Document) -> None:
        if document is not self._document:
            self.left.emit()
