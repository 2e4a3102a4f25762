"""The table of checks: a tick for each that runs, and its level."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models.checks import CHECKS
from models.checks.check import Check, Group
from models.checks.settings import CheckSettings
from models.finding import LEVEL_WORDS, Severity
from ui.dialogs.steady_fields import SteadyComboBox

_LEVELS = tuple(LEVEL_WORDS)
_NAME, _LEVEL = range(2)
_LOCKED = "（总是检查）"
"""Said in words too: in high contrast what is disabled is hardly paler."""
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CheckTable(QTreeWidget):
    """Lists every check under its group."""

    def __init__(self, settings: CheckSettings, parent: QWidget | None = None) -> None:
        """Show which checks run, and at what level."""
        super().__init__(parent)
        self.setHeaderLabels(["检查", "级别"])
        self.setRootIsDecorated(False)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_LEVEL, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.items: dict[Check, QTreeWidgetItem] = {}
        self.levels: dict[Check, SteadyComboBox] = {}
        for group in Group:
            self._add_group(group)
        self.expandAll()
        self.setItemsExpandable(False)
        self.show_settings(settings)

    def show_settings(self, settings: CheckSettings) -> None:
        """Show other settings."""
        for check, item in self.items.items():
            runs = check.code not in settings.off and (check.code in settings.on or not check.is_optional)
            item.setCheckState(_NAME, _CHECKED if runs else _UNCHECKED)
            self.levels[check].setCurrentIndex(_LEVELS.index(settings.levels.get(check.code, check.severity)))

    def chosen(self) -> tuple[frozenset[str], frozenset[str], dict[str, Severity]]:
        """Return what differs from the usual: codes switched on, codes switched off, levels by code."""
        runs = {check: item.checkState(_NAME) is _CHECKED for check, item in self.items.items()}
        levels = {check: _LEVELS[box.currentIndex()] for check, box in self.levels.items()}
        return (
            frozenset(check.code for check, it_runs in runs.items() if it_runs and check.is_optional),
            frozenset(check.code for check, it_runs in runs.items() if not it_runs and not check.is_optional),
            {check.code: level for check, level in levels.items() if level is not check.severity},
        )

    def _add_group(self, group: Group) -> None:
        heading = QTreeWidgetItem([str(group)])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = heading.font(_NAME)
        font.setBold(True)
        heading.setFont(_NAME, font)
        self.addTopLevelItem(heading)
        for check in CHECKS:
            if check.group is group:
                self._add_check(heading, check)

    def _add_check(self, heading: QTreeWidgetItem, check: Check) -> None:
        item = QTreeWidgetItem([check.name if check.may_be_dismissed else f"{check.name}{_LOCKED}"])
        item.setDisabled(not check.may_be_dismissed)
        item.setToolTip(_NAME, "" if check.may_be_dismissed else "表内的硬性要求，总是检查")
        heading.addChild(item)
        box = SteadyComboBox()
        box.addItems(list(LEVEL_WORDS.values()))
        box.setEnabled(check.may_be_dismissed)
        box.setAccessibleName(f"{check.name}的级别")
        self.setItemWidget(item, _LEVEL, box)
        self.items[check], self.levels[check] = item, box
