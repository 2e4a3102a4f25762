"""What an export asks before it asks for a file: fonts, what stands beside the report, and what is still open."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from exporters.typography import known_typographies
from models.errors import InputRefusal
from ui.fonts import missing_fonts
from ui.print_setup import EXTRAS, Extra, PrintSetup, typography_named

_WIDTH = 560
_POINTS_HEIGHT = 190


class ExportDialog(QDialog):
    """Shows the set-up as it was last time; `setup` is what the clerk accepts."""

    def __init__(
        self,
        title: str,
        setup: PrintSetup,
        points: Mapping[str, Sequence[str]],
        choose_file: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            title: what is exported.
            setup: what was chosen last time.
            points: what is still open, sentences by group.
            choose_file: asks for an office's own scheme.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._choose_file = choose_file
        self.styles = QComboBox()
        self.remark = QLabel()
        self.extras = {extra: _box(*EXTRAS[extra], checked=extra in setup.extras) for extra in Extra}
        self._column = QVBoxLayout(self)
        self._lay_out(points)
        self._fill_styles(setup.style)
        self.styles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.styles.currentIndexChanged.connect(self._tell_fonts)
        self._tell_fonts()

    @property
    def setup(self) -> PrintSetup:
        """What is chosen."""
        chosen = (extra for extra, box in self.extras.items() if box.isChecked())
        return PrintSetup(self.styles.currentData(), frozenset(chosen))

    def _fill_styles(self, chosen: str) -> None:
        for key, scheme in known_typographies().items():
            self.styles.addItem(scheme.name, key)
        if self.styles.findData(chosen) < 0:
            self._take_file(Path(chosen))
        self.styles.setCurrentIndex(max(0, self.styles.findData(chosen)))

    def _lay_out(self, points: Mapping[str, Sequence[str]]) -> None:
        browse = QPushButton("本单位方案(&B)…")
        browse.setToolTip("本单位自己的字体方案，由技术人员照程序所带方案的样子写成 TOML 文件")
        browse.setAutoDefault(False)  # else it, not the usual button, answers Return
        browse.clicked.connect(self.browse)
        caption = QLabel("字体方案(&F)")
        caption.setBuddy(self.styles)
        row = QHBoxLayout()
        row.addWidget(caption)
        row.addWidget(self.styles, 1)
        row.addWidget(browse)
        self.remark.setWordWrap(True)
        self._column.addLayout(row)
        self._column.addWidget(self.remark)
        for box in self.extras.values():
            self._column.addWidget(box)
        if points:
            self._column.addWidget(_open_points(points))
        self._add_buttons(is_open=bool(points))

    def _add_buttons(self, *, is_open: bool) -> None:
        buttons = QDialogButtonBox()
        self._column.addWidget(buttons)  # before one of them is made the usual one, which is known to the dialog only
        accept = buttons.addButton("仍然导出(&E)" if is_open else "导出(&E)", QDialogButtonBox.ButtonRole.AcceptRole)
        reject = buttons.addButton("返回修改" if is_open else "取消", QDialogButtonBox.ButtonRole.RejectRole)
        usual = reject if is_open else accept
        usual.setDefault(True)
        usual.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def browse(self) -> None:
        """Ask for an office's own scheme."""
        path = self._choose_file()
        if path is not None:
            self._take_file(path)

    def _take_file(self, path: Path) -> None:
        """Offer an office's own scheme and choose it; one that cannot be read is told."""
        try:
            scheme = typography_named(str(path))
        except InputRefusal as refusal:
            self._say(str(refusal))
            return
        if self.styles.findData(str(path)) < 0:
            self.styles.addItem(f"{scheme.name}（{path.name}）", str(path))
        self.styles.setCurrentIndex(self.styles.findData(str(path)))

    def _tell_fonts(self) -> None:
        self._say(missing_fonts(typography_named(self.styles.currentData())))

    def _say(self, sentence: str) -> None:
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))  # the sentence wraps


def _box(text: str, meaning: str, *, checked: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(meaning)
    box.setChecked(checked)
    return box


def _open_points(points: Mapping[str, Sequence[str]]) -> QGroupBox:
    count = sum(len(sentences) for sentences in points.values())
    lines = [
        line
        for group, sentences in points.items()
        for line in (f"{group}（{len(sentences)} 处）", *(f"  • {sentence}" for sentence in sentences))
    ]
    listed = QPlainTextEdit("\n".join(lines))
    listed.setReadOnly(True)
    listed.setTabChangesFocus(True)
    listed.setMinimumHeight(_POINTS_HEIGHT)
    group = QGroupBox(f"还有 {count} 处没有处理")
    QVBoxLayout(group).addWidget(listed)
    return group
