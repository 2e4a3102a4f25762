"""In which fonts and with what beside it a report is printed or exported: asked before it and in the settings."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from exporters.typography import known_typographies
from models.errors import InputRefusal
from ui.dialogs.steady_fields import SteadyComboBox
from ui.fonts import font_remark
from ui.print_setup import EXTRAS, WORKBOOK_EXTRAS, PrintSetup, typography_named


class PrintSetupForm(QWidget):
    """Shows a set-up; `setup` is what is chosen."""

    remark_changed = Signal()
    """Emitted when the remark takes more or less room than before."""

    def __init__(self, setup: PrintSetup, choose_file: Callable[[], Path | None], *, is_workbook: bool = False) -> None:
        """Show a set-up.

        Args:
            setup: the set-up.
            choose_file: asks for an office's own scheme.
            is_workbook: shows only what is about workbooks, which have fonts of their own.
        """
        super().__init__()
        self._choose_file = choose_file
        self.styles = SteadyComboBox()
        self.remark = QLabel()
        words = WORKBOOK_EXTRAS if is_workbook else EXTRAS
        self.extras = {extra: _box(*each, checked=extra in setup.extras) for extra, each in words.items()}
        self._others = setup.extras - words.keys()
        self._lay_out(is_workbook=is_workbook)
        complaint = self._fill_styles(setup.style)
        self.styles.currentIndexChanged.connect(lambda _index: self._tell_fonts())
        self._tell_fonts(complaint)

    @property
    def setup(self) -> PrintSetup:
        """What is chosen."""
        chosen = (extra for extra, box in self.extras.items() if box.isChecked())
        return PrintSetup(self.styles.currentData(), self._others.union(chosen))

    def browse(self) -> None:
        """Ask for an office's own scheme."""
        path = self._choose_file()
        if path is not None:
            self._tell_fonts(self._take_file(path))

    def _fill_styles(self, chosen: str) -> str:
        """Offer the schemes and choose one; return why it cannot be read, else nothing."""
        self.styles.setSizeAdjustPolicy(SteadyComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, scheme in known_typographies().items():
            self.styles.addItem(scheme.name, key)
        complaint = self._take_file(Path(chosen)) if self.styles.findData(chosen) < 0 else ""
        self.styles.setCurrentIndex(max(0, self.styles.findData(chosen)))
        return complaint

    def _lay_out(self, *, is_workbook: bool) -> None:
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
        fonts = QWidget()
        fonts.setHidden(is_workbook)
        lines = QVBoxLayout(fonts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(row)
        lines.addWidget(self.remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fonts)
        for box in self.extras.values():
            column.addWidget(box)

    def _take_file(self, path: Path) -> str:
        """Offer an office's own scheme and choose it; return why it cannot be read, else nothing."""
        try:
            scheme = typography_named(str(path))
        except InputRefusal as refusal:
            return str(refusal)
        if self.styles.findData(str(path)) < 0:
            self.styles.addItem(f"{scheme.name}（{path.name}）", str(path))
        self.styles.setCurrentIndex(self.styles.findData(str(path)))
        return ""

    def _tell_fonts(self, complaint: str = "") -> None:
        sentence = font_remark(typography_named(self.styles.currentData()), complaint)
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))
        self.remark_changed.emit()


def _box(text: str, meaning: str, *, checked: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(meaning)
    box.setChecked(checked)
    return box
