"""The page of the first start: three ways to begin, a guided tour, and the files of last time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.form_file import current_form
from ui.pages.choice_button import ChoiceButton
from ui.pages.heading import heading
from ui.program import PROGRAM_NAME

_WIDTH = 620
_LEAST_LINES = 3
"""Recent files in sight where the window is low; the others are scrolled to."""


class StartPage(QWidget):
    """Three large choices and the recent files."""

    draft_wanted = Signal()
    blank_wanted = Signal()
    open_wanted = Signal()
    tour_wanted = Signal()
    file_chosen = Signal(Path)

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        """Offer the recent files, newest first."""
        super().__init__(parent)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self._layout = QVBoxLayout(column)
        self._layout.addWidget(heading(PROGRAM_NAME))
        self._layout.addWidget(QLabel("所有内容只存在本机，不联网。"))
        self._layout.addSpacing(12)
        self.draft_button = self._choice(
            "以去年报告为底本", "L", "打开去年的报告，结转数、现行有效件数和文字自动带入今年"
        )
        self.blank_button = self._choice("新建空白报告", "N", f"按{current_form().basis}格式从头填写")
        self.open_button = self._choice("打开", "O", "继续填写已保存的报告，或查看一份 Word、Excel、网页、PDF 文件")
        self.tour_button = QPushButton("两分钟上手(&U)：用样例报告走一遍")
        self._layout.addWidget(self.tour_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addSpacing(12)
        self.recent_list = QListWidget()
        self._offer(recent)
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(1)
        around.setContentsMargins(24, 16, 24, 8)
        area = QScrollArea()  # for a small screen, or a large font
        area.setViewport(QWidget())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.draft_button.clicked.connect(self.draft_wanted)
        self.blank_button.clicked.connect(self.blank_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.tour_button.clicked.connect(self.tour_wanted)
        self.recent_list.itemActivated.connect(self._choose)
        self.recent_list.itemClicked.connect(self._choose)
        self.setFocusProxy(self.draft_button)

    def _choice(self, title: str, letter: str, explanation: str) -> ChoiceButton:
        button = ChoiceButton(title, letter, explanation)
        button.setMinimumWidth(_WIDTH - 40)
        self._layout.addWidget(button)
        self._layout.addSpacing(6)
        return button

    def _offer(self, recent: Sequence[Path]) -> None:
        if not recent:
            self._layout.addWidget(QLabel("也可以把文件拖到窗口里打开。"))
            return
        self._layout.addWidget(QLabel("最近的文件（也可以把文件拖到窗口里打开）"))
        for path in recent:
            item = QListWidgetItem(f"{path.name}    {path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(str(path))
            self.recent_list.addItem(item)
        line, frame = self.recent_list.sizeHintForRow(0), 2 * self.recent_list.frameWidth()
        self.recent_list.setMaximumHeight(len(recent) * line + frame)
        self.recent_list.setMinimumHeight(min(len(recent), _LEAST_LINES) * line + frame)
        self._layout.addWidget(self.recent_list)

    def _choose(self, item: QListWidgetItem) -> None:
        self.file_chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
