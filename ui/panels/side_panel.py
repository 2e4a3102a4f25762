"""The right part of an open report: what the checks found, or what is still last year's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.document import Document
from ui.finding_commands import FindingCommands
from ui.panels.findings_panel import FindingsPanel
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.panels.untouched_panel import UntouchedPanel

_FINDINGS, _UNTOUCHED = range(2)
_PAUSE_MILLISECONDS = 200


class SidePanel(QWidget):
    """Two lists under a switch; the second comes when it is asked for."""

    place_chosen = Signal(object)
    """Emitted with the Untouched to go to."""
    place_looked_at = Signal(object)
    """Emitted with the Untouched to show while the keyboard stays in its list."""

    def __init__(self, document: Document, commands: FindingCommands, settings: Settings) -> None:
        """Start with the findings."""
        super().__init__()
        self._document = document
        self.findings = FindingsPanel(document, commands, settings)
        self._untouched: UntouchedPanel | None = None
        self.switch = _Switch()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.findings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.switch)
        layout.addWidget(self._stack, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._count_untouched)
        self.switch.currentChanged.connect(self._show)
        self.findings.finding_chosen.connect(self.show_findings)
        document.findings_changed.connect(self._count_findings)
        document.changed.connect(self._pause.start)
        self._count_findings()
        self._count_untouched()

    @property
    def untouched(self) -> UntouchedPanel:
        """The list of what is still last year's."""
        if self._untouched is None:
            from ui.panels.untouched_panel import UntouchedPanel  # noqa: PLC0415 - many a report never had a last year

            self._untouched = UntouchedPanel(self._document)
            self._stack.addWidget(self._untouched)
            self._untouched.place_chosen.connect(self.place_chosen)
            self._untouched.place_looked_at.connect(self.place_looked_at)
        return self._untouched

    @property
    def has_keyboard_in_untouched(self) -> bool:
        """Whether keys go to the list of what is still last year's."""
        return self._untouched is not None and self._untouched.list.hasFocus()

    def show_findings(self) -> None:
        """Bring the findings on top."""
        self.switch.setCurrentIndex(_FINDINGS)

    def show_untouched(self) -> None:
        """Bring the list of what is still last year's on top, and the keyboard into it."""
        self.switch.setCurrentIndex(_UNTOUCHED)
        self.untouched.take_keyboard()

    def redraw(self) -> None:
        """Show everything in the colours of the theme in use."""
        self.findings.redraw()
        if self._untouched:
            self._untouched.redraw()

    def _show(self, index: int) -> None:
        self._stack.setCurrentWidget(self.untouched if index == _UNTOUCHED else self.findings)

    def _count_findings(self) -> None:
        self.switch.name(_FINDINGS, f"问题 {len(self._document.findings)}")

    def _count_untouched(self) -> None:
        report = self._document.report
        count = 0
        if report.from_last_year:
            from models.taken_over import untouched_count  # noqa: PLC0415 - a report begun anew has none of last year's

            count = sum(untouched_count(report, section) for section in report.form.sections)
        self.switch.name(_UNTOUCHED, f"未动 {count}")


class _Switch(QTabBar):
    """Two names side by side, each with how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setAccessibleName("问题与未动清单")
        for _ in range(2):
            self.addTab("")
        self.setTabToolTip(_FINDINGS, "检查发现的问题（F8 逐处查看）")
        self.setTabToolTip(_UNTOUCHED, "沿用去年而没有改动或确认的（Ctrl+F9）")

    def name(self, tab: int, text: str) -> None:
        """Name a tab."""
        if text != self.tabText(tab):  # or the window is laid out anew
            self.setTabText(tab, text)
