"""What is asked before a file is exported or a page printed: fonts, what stands beside the report, what is open."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGroupBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.occasions import GO_BACK, Deed
from ui.dialogs.open_points import counted, listed
from ui.dialogs.print_setup_form import PrintSetupForm
from ui.print_setup import PrintSetup

_WIDTH = 620
_POINTS_HEIGHT = 190


class ExportDialog(QDialog):
    """Shows the set-up as it was last time; `setup` is what the clerk accepts."""

    def __init__(
        self,
        title: str,
        form: PrintSetupForm,
        points: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
        deed: Deed = Deed.EXPORT,
    ) -> None:
        """Build the dialog.

        Args:
            title: what is exported, or that something is printed.
            form: shows what was chosen last time.
            points: what is still open, sentences by group.
            parent: the window it belongs to.
            deed: what is done when it is accepted.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.form)
        if points:
            self._column.addWidget(_open_points(points))
        self._add_buttons(deed, is_open=bool(points))
        self.form.remark_changed.connect(self._fit)

    @property
    def setup(self) -> PrintSetup:
        """What is chosen."""
        return self.form.setup

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that is needed, known only when the style has had its say in every part."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _add_buttons(self, deed: Deed, *, is_open: bool) -> None:
        buttons = QDialogButtonBox()
        self._column.addWidget(buttons)  # before one of them is made the usual one, which is known to the dialog only
        accept = buttons.addButton(deed.anyway if is_open else deed.value, QDialogButtonBox.ButtonRole.AcceptRole)
        reject = buttons.addButton(GO_BACK if is_open else "取消", QDialogButtonBox.ButtonRole.RejectRole)
        usual = reject if is_open else accept
        usual.setDefault(True)
        usual.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def _fit(self) -> None:
        """Take a width that cuts nothing, and the height that the remark wraps to."""
        width = max(self.width(), self._column.totalMinimumSize().width(), _WIDTH)
        self.resize(width, self._column.totalHeightForWidth(width))


def _open_points(points: Mapping[str, Sequence[str]]) -> QGroupBox:
    lines = QPlainTextEdit(listed(points))
    lines.setReadOnly(True)
    lines.setTabChangesFocus(True)
    lines.setMinimumHeight(_POINTS_HEIGHT)
    group = QGroupBox(counted(points))
    QVBoxLayout(group).addWidget(lines)
    return group
