"""The line at the bottom that tells the state of the report in one sentence."""

from PySide6.QtCore import QSize, Qt

from models.finding import Severity
from ui.document import Document
from ui.info_line import InfoLine


class StatusLine(InfoLine):
    """Saved or not, how much is filled, what is open."""

    def __init__(self, document: Document) -> None:
        """Follow a document."""
        super().__init__(alignment=Qt.AlignmentFlag.AlignRight)
        self._document = document
        document.changed.connect(self.refresh)
        document.findings_changed.connect(self.refresh)
        document.state_changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return room for the longest state."""
        return QSize(self.fontMetrics().horizontalAdvance("字") * 32, self.height())

    def refresh(self) -> None:
        """Tell the state anew."""
        self.set_text(f"{self._saved()} · {self._filled()} · {self._open()}")

    def _saved(self) -> str:
        if self._document.modified or self._document.path is None:
            return "未保存"
        saved_at = self._document.saved_at
        return f"已保存 {saved_at:%H:%M}" if saved_at else "已保存"

    def _filled(self) -> str:
        report = self._document.report
        return f"已填 {report.filled_count}/{len(report.form.typed_cells)}"

    def _open(self) -> str:
        errors, doubts = self._document.count(Severity.ERROR), self._document.count(Severity.WARNING)
        return f"表内 {errors} 错 {doubts} 疑" if errors or doubts else "没有发现问题"
