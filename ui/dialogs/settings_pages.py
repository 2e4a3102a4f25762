"""The short pages of the settings: 常规, 排版, 保存."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.print_setup_form import PrintSetupForm
from ui.dialogs.steady_fields import SteadyComboBox, SteadySpinBox
from ui.settings import THEMES, Settings

_LONGEST_PAUSE = 60
"""Minutes."""


class _Page(QWidget):
    """A page whose fields cannot hold a mistake."""

    def mistake(self) -> str:
        """Return nothing."""
        return ""


class GeneralPage(_Page):
    """Whose reports are written here, and how the window looks."""

    def __init__(self, settings: Settings) -> None:
        """Show the settings."""
        super().__init__()
        self._settings = settings
        self.agency_line = QLineEdit(settings.agency)
        self.agency_line.setPlaceholderText("例如：某某市某某局")
        self.theme_box = SteadyComboBox()
        for choice, name in THEMES.items():
            self.theme_box.addItem(name, choice)
        self.theme_box.setCurrentIndex(self.theme_box.findData(settings.theme))
        form = QFormLayout(self)
        form.addRow("机关全称(&N)", self.agency_line)
        form.addRow("", _note("新建空白报告时自动填入标题；以去年报告为底本时用去年的名称。"))
        form.addRow("主题(&T)", self.theme_box)
        form.addRow("", _note("“跟随系统”时，系统开了深色或高对比，这里也一样。字号跟随系统设置。"))

    def store(self) -> None:
        """Store what is chosen."""
        self._settings.agency = self.agency_line.text().strip()
        self._settings.theme = self.theme_box.currentData()


class PrintPage(_Page):
    """In which fonts and with what beside it a report is printed unless it is chosen otherwise."""

    def __init__(self, settings: Settings, choose_file: Callable[[], Path | None]) -> None:
        """Show the settings; `choose_file` asks for an office's own scheme."""
        super().__init__()
        self._settings = settings
        self.form = PrintSetupForm(settings.print_setup, choose_file)
        layout = QVBoxLayout(self)
        layout.addWidget(_note("导出 Word、PDF 和打印时先按这里选好，每次导出时还可以改。"))
        layout.addWidget(self.form)
        layout.addStretch(1)

    def store(self) -> None:
        """Store what is chosen."""
        self._settings.print_setup = self.form.setup


class SavingPage(_Page):
    """How often a recovery copy is written."""

    def __init__(self, settings: Settings) -> None:
        """Show the settings."""
        super().__init__()
        self._settings = settings
        self.minutes_box = SteadySpinBox()
        self.minutes_box.setRange(0, _LONGEST_PAUSE)
        self.minutes_box.setSuffix(" 分钟")
        self.minutes_box.setSpecialValueText("不写恢复副本")
        self.minutes_box.setValue(settings.autosave_minutes)
        form = QFormLayout(self)
        form.addRow("每隔多久写一次恢复副本(&M)", self.minutes_box)
        form.addRow(
            _note(
                "有改动没保存时，程序按时在报告旁边另写一份恢复副本，不碰您的文件；保存或正常退出后自动删除。"
                "断电或程序意外中断后，再打开这份报告时会问要不要恢复。从未保存过的报告，副本放在"
                f"“{settings.recovery_folder}”，下次启动时会问。"
            )
        )

    def store(self) -> None:
        """Store what is chosen."""
        self._settings.autosave_minutes = self.minutes_box.value()


def _note(text: str) -> QLabel:
    note = QLabel(text)
    note.setWordWrap(True)
    return note
