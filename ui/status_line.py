"""The line at the bottom that tells the state of the report in one sentence."""

from PySide6.QtWidgets import QLabel, QWidget

from models.finding import Severity
from ui.document import Document


class StatusLine(QLabel):
    """Saved or not, how much is filled, what is open."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Follow a document."""
        super().__init__(parent)
        self._document = document
        document.changed.connect(self.refresh)
        document.findings_changed.connect(self.refresh)
        document.state_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tell the state anew."""
        self.setText(f"{self._saved()} · {self._filled()} · {self._open()}")

    def _saved(self) -> str:
        if self._document.modified:
            return "未保存"
        saved_at = self._document.saved_at
        return f"已保存 {saved_at:%H:%M}" if saved_at else "已保存"

    def _filled(self) -> str:
        report = self._document.report
        return f"已填 {report.filled_count}/{len(report.form.typed_cells)}"

    def _open(self) -> str:
        errors, doubts = self._document.count(Severity.ERROR), self._document.count(Severity.WARNING)
        return f"表内 {errors} 错 {doubts} 疑" if errors or doubts else "没有发现问题"
