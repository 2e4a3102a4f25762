"""The page 检查 of the settings: which checks run, at what level, the office's own requirements, who confirms."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.checks.requirements import read_requirements
from models.checks.settings import CheckSettings
from models.errors import InputRefusal
from models.form import Form
from ui.dialogs.check_table import CheckTable
from ui.dialogs.steady_fields import SteadySpinBox
from ui.settings import Settings

_LONGEST, _STEP = 20_000, 100


class CheckSettingsPage(QWidget):
    """Shows the settings of the checks as they are."""

    def __init__(self, settings: Settings, form: Form, choose_file: Callable[[], Path | None]) -> None:
        """Show the settings; `choose_file` asks for a file of requirements."""
        super().__init__()
        self._settings, self._form, self._choose_file = settings, form, choose_file
        self.table = CheckTable(settings.checks)
        self.length_box = SteadySpinBox()
        self.file_line = QLineEdit(str(settings.requirements_file or ""))
        self.name_line = QLineEdit(settings.confirmer)
        self._set_up()
        self._lay_out()

    def mistake(self) -> str:
        """Return why the file of requirements cannot be read, empty where it can or where there is none."""
        path = self._file()
        try:
            if path is not None:
                read_requirements(path, self._form)
        except InputRefusal as refusal:
            return str(refusal)
        return ""

    def store(self) -> None:
        """Store what is chosen."""
        on, off, levels = self.table.chosen()
        self._settings.checks = CheckSettings(on, off, levels, self.length_box.value())
        self._settings.requirements_file = self._file()
        self._settings.confirmer = self.name_line.text().strip()

    def _set_up(self) -> None:
        usual = max(section.longest for section in self._form.sections)
        self.length_box.setRange(0, _LONGEST)
        self.length_box.setSingleStep(_STEP)
        self.length_box.setSuffix(" 字")
        self.length_box.setSpecialValueText(f"{usual} 字（通常）" if usual else "不限")
        self.length_box.setValue(self._settings.checks.longest_overview)
        self.length_box.setToolTip("总体情况最多多少字；上面的“总体情况字数”打开时才检查")
        self.file_line.setPlaceholderText("没有（上级另有字数、必写内容等要求时，由技术人员写成要求文件）")
        self.name_line.setPlaceholderText("按属实处理问题时写在理由后面的姓名")

    def _lay_out(self) -> None:
        browse = QPushButton("选择(&B)…")
        browse.setAutoDefault(False)  # else it, not 确定, answers Return
        browse.clicked.connect(self._browse)
        file_row = QHBoxLayout()
        file_row.addWidget(self.file_line, 1)
        file_row.addWidget(browse)
        form = QFormLayout()
        form.addRow("总体情况字数(&L)", self.length_box)
        form.addRow("本地要求文件(&F)", file_row)
        form.addRow("确认人(&N)", self.name_line)
        form.labelForField(file_row).setBuddy(self.file_line)  # type: ignore[attr-defined]  # it is a QLabel
        usual = QPushButton("恢复通常设置(&U)")
        usual.setAutoDefault(False)
        usual.clicked.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("打勾的检查随填随查；右边选发现问题时列为哪一级。"))
        layout.addWidget(self.table, 1)
        layout.addLayout(form)
        layout.addWidget(usual, 0, Qt.AlignmentFlag.AlignLeft)

    def _file(self) -> Path | None:
        text = self.file_line.text().strip()
        return Path(text) if text else None

    def _browse(self) -> None:
        path = self._choose_file()
        if path is not None:
            self.file_line.setText(str(path))

    def _restore(self) -> None:
        self.table.show_settings(CheckSettings())
        self.length_box.setValue(0)
