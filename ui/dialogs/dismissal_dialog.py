"""属实，不再提示: why a finding is true, and who says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

_WIDTH = 520


class DismissalDialog(QDialog):
    """Asks for a reason, typed or one of the recent ones, and for a name; both are needed."""

    def __init__(self, message: str, reasons: Sequence[str], confirmer: str, parent: QWidget | None = None) -> None:
        """Ask about a finding; `confirmer` is who said so last time."""
        super().__init__(parent)
        self.setWindowTitle("属实，不再提示")
        self.setMinimumWidth(_WIDTH)
        self.reason_box = QComboBox()
        self.name_line = QLineEdit(confirmer)
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton("确认属实", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._set_up(reasons)
        self._lay_out(message)
        self._check()
        self.reason_box.setFocus()

    @property
    def reason(self) -> str:
        """Why it is true."""
        return self.reason_box.currentText().strip()

    @property
    def confirmer(self) -> str:
        """Who says so."""
        return self.name_line.text().strip()

    def _set_up(self, reasons: Sequence[str]) -> None:
        line = QLineEdit()
        self.reason_box.setLineEdit(line)
        self.reason_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason_box.addItems(list(reasons))
        self.reason_box.setCurrentIndex(-1)
        line.setPlaceholderText("例如：含代区政府受理的 2 件，与表三口径不同")
        line.textChanged.connect(self._check)
        self.name_line.setPlaceholderText("例如：张三，或 办公室李四")
        self.name_line.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self, message: str) -> None:
        sentence = QLabel(message)
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        note = QLabel("理由和姓名随报告保存，并列入校核单；这句话或有关的数改动后会重新提示。")
        note.setWordWrap(True)
        form = QFormLayout()
        form.addRow("理由(&R)", self.reason_box)
        form.addRow("确认人(&N)", self.name_line)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(sentence)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.buttons)

    def _check(self) -> None:
        missing = [name for name, text in (("理由", self.reason), ("确认人", self.confirmer)) if not text]
        self.accept_button.setEnabled(not missing)
        self.accept_button.setToolTip(f"请先填写{'和'.join(missing)}" if missing else "")
