"""What is asked before a file is exported or a page printed: fonts, what stands beside the report, what is open."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from models.open_points import OpenPoints
from ui.dialogs.occasions import GO_BACK, Deed
from ui.dialogs.open_points import counted, listed
from ui.dialogs.print_setup_form import PrintSetupForm
from ui.print_setup import PrintSetup
from ui.screen_size import resize_within_screen

_WIDTH = 620
_POINTS_HEIGHT, _LEAST_POINTS_HEIGHT = 190, 70
"""Pixels of the list of what is open: where there is room, and at 200 % on a small screen."""


class ExportDialog(QDialog):
    """Shows the set-up as it was last time; `setup` is what the clerk accepts."""

    def __init__(
        self,
        title: str,
        form: PrintSetupForm,
        points: OpenPoints,
        parent: QWidget | None = None,
        deed: Deed = Deed.EXPORT,
    ) -> None:
        """Build the dialog.

        Args:
            title: what is exported, or that something is printed.
            form: shows what was chosen last time.
            points: what is still open.
            parent: the window it belongs to.
            deed: what is done when it is accepted.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.form)
        if points:
            self._add_points(points)
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

    def _add_points(self, points: OpenPoints) -> None:
        caption = QLabel(counted(points))
        lines = _Lines(listed(points))
        lines.setAccessibleName(caption.text())
        self._column.addWidget(caption)
        self._column.addWidget(lines, 1)

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
        resize_within_screen(self, width, self._column.totalHeightForWidth(width))


class _Lines(QPlainTextEdit):
    """Lines to read, that give up their room first where the screen is small."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_LEAST_POINTS_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _POINTS_HEIGHT)
