"""The line at the bottom that tells the state of the report in one sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from models.checks.check import Group
from models.comparison import compared_year
from models.form import CellName
from ui.document import Document
from ui.info_line import InfoLine
from ui.levels import counted

_RESERVE = 24
"""Pixels for figures that grow by a digit or two."""


class StatusLine(InfoLine):
    """Saved or not and how much is filled, or what is selected; what is open."""

    def __init__(self, document: Document) -> None:
        """Follow a document."""
        super().__init__(alignment=Qt.AlignmentFlag.AlignRight)
        self._document = document
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._width = 0
        self._selected: Sequence[CellName] = ()
        document.changed.connect(self.refresh)
        document.findings_changed.connect(self.refresh)
        document.state_changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return room for the longest state so far; it never shrinks, or the window would be laid out at every key."""
        return QSize(self._width, self.height())

    def show_selection(self, names: Sequence[CellName]) -> None:
        """Tell sum and average of the selected figures for as long as they are selected."""
        self._selected = names
        self.refresh()

    def refresh(self) -> None:
        """Tell the state anew."""
        self.set_text(f"{self._selection() or self._saved_and_filled()} · {self._open()}")
        width = self.fontMetrics().horizontalAdvance(self.text()) + _RESERVE
        if width > self._width:
            self._width = width + _RESERVE
            self.updateGeometry()

    def _selection(self) -> str:
        if not self._selected:
            return ""
        from models.selected_figures import selected_sentence  # noqa: PLC0415 - the window comes up first

        return selected_sentence(self._document.report, self._selected)

    def _saved_and_filled(self) -> str:
        return f"{self._saved()} · {self._filled()}"

    def _saved(self) -> str:
        if self._document.modified or self._document.path is None:
            return "未保存"
        saved_at = self._document.saved_at
        return f"已保存 {saved_at:%H:%M}" if saved_at else "已保存"

    def _filled(self) -> str:
        report = self._document.report
        return f"已填 {report.filled_count}/{len(report.form.typed_cells)}"

    def _open(self) -> str:
        document = self._document
        if not document.findings:
            return "没有发现问题"
        return "，".join(f"{group} {self._count(group)}" for group in Group)

    def _count(self, group: Group) -> str:
        if group is Group.YEARS and compared_year(self._document.report) is None:
            return "未对照"
        return counted(self._document.findings_of(group)) or "0"
