"""In which fonts and with what beside it a report is printed or exported: asked before it and in the settings."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from exporters.typography import Typography, known_typographies
from models.errors import InputRefusal
from ui.dialogs.steady_fields import SteadyComboBox
from ui.export_formats import SetupPart
from ui.fonts import font_remark
from ui.print_setup import EXTRAS, ExtraWords, PrintSetup, typography_named

_SWATCH = 16
"""Pixels of a side."""


class PrintSetupForm(QWidget):
    """Shows a set-up; `setup` is what is chosen."""

    remark_changed = Signal()
    """Emitted when the remark takes more or less room than before."""

    def __init__(
        self, setup: PrintSetup, choose_file: Callable[[], Path | None], part: SetupPart = SetupPart.PAGES
    ) -> None:
        """Show a set-up.

        Args:
            setup: the set-up.
            choose_file: asks for an office's own scheme.
            part: what of the set-up is shown; the rest stays as it is.
        """
        super().__init__()
        self._choose_file = choose_file
        self.styles = SteadyComboBox()
        self.remark = QLabel()
        self._part = part
        words = EXTRAS[part]
        self.extras = {extra: _box(each, checked=extra in setup.extras) for extra, each in words.items()}
        self._others = setup.extras - words.keys()
        self._lay_out()
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
        policies = SteadyComboBox.SizeAdjustPolicy
        self.styles.setSizeAdjustPolicy(policies.AdjustToContents)
        for key, scheme in known_typographies().items():
            self._offer(scheme, scheme.name, key)
        self.styles.setMinimumWidth(self.styles.sizeHint().width())
        # an office's own may have any name, which is to widen nothing
        self.styles.setSizeAdjustPolicy(policies.AdjustToMinimumContentsLengthWithIcon)
        complaint = self._take_file(Path(chosen)) if self.styles.findData(chosen) < 0 else ""
        self.styles.setCurrentIndex(max(0, self.styles.findData(chosen)))
        return complaint

    def _lay_out(self) -> None:
        browse = QPushButton("本单位方案(&B)…")
        browse.setToolTip("本单位自己的字体方案，由技术人员照程序所带方案的样子写成方案文件")
        browse.setAutoDefault(False)  # else it, not the usual button, answers Return
        browse.clicked.connect(self.browse)
        caption = QLabel("字体和颜色(&F)" if self._part is SetupPart.PICTURE else "字体方案(&F)")
        caption.setBuddy(self.styles)
        row = QHBoxLayout()
        row.addWidget(caption)
        row.addWidget(self.styles, 1)
        row.addWidget(browse)
        self.remark.setWordWrap(True)
        fonts = QWidget()
        lines = QVBoxLayout(fonts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(row)
        lines.addWidget(self.remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fonts)
        fonts.setHidden(self._part is SetupPart.WORKBOOK)  # which has fonts of its own
        for box in self.extras.values():
            column.addWidget(box)

    def _take_file(self, path: Path) -> str:
        """Offer an office's own scheme and choose it; return why it cannot be read, else nothing."""
        try:
            scheme = typography_named(str(path))
        except InputRefusal as refusal:
            return str(refusal)
        if self.styles.findData(str(path)) < 0:
            self._offer(scheme, f"{scheme.name}（{path.name}）", str(path))
        self.styles.setCurrentIndex(self.styles.findData(str(path)))
        return ""

    def _offer(self, scheme: Typography, name: str, key: str) -> None:
        """Add a scheme to the choice, for a picture with the colour it brings."""
        if self._part is not SetupPart.PICTURE:
            self.styles.addItem(name, key)
            return
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(scheme.palette.accent)
        self.styles.addItem(QIcon(swatch), name, key)

    def _tell_fonts(self, complaint: str = "") -> None:
        sentence = font_remark(typography_named(self.styles.currentData()), complaint, self._part)
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))
        self.remark_changed.emit()


def _box(words: ExtraWords, *, checked: bool) -> QCheckBox:
    box = QCheckBox(f"{words.name}(&{words.key})")
    box.setToolTip(words.meaning)
    box.setChecked(checked)
    return box
