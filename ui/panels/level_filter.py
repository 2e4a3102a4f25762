"""Three switches over the findings: errors, doubts, hints; each shows how many there are."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from models.finding import LEVEL_WORDS, Finding, Severity
from ui.panels.state_icons import SIGNS, sign_icon


class LevelFilter(QWidget):
    """Chooses which levels are listed."""

    changed = Signal()
    """Emitted when the clerk has switched a level on or off."""

    def __init__(self, hidden: Iterable[Severity], parent: QWidget | None = None) -> None:
        """Start with some levels left out."""
        super().__init__(parent)
        self.buttons = {level: QToolButton() for level in LEVEL_WORDS}
        left_out = {*hidden}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for level, button in self.buttons.items():
            button.setCheckable(True)
            button.setChecked(level not in left_out)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(14, 14))
            button.setToolTip(f"列出或不列出“{LEVEL_WORDS[level]}”一级的问题")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self.changed)
            layout.addWidget(button)
        layout.addStretch(1)

    @property
    def hidden_levels(self) -> frozenset[Severity]:
        """The levels that are left out."""
        return frozenset(level for level, button in self.buttons.items() if not button.isChecked())

    def count(self, findings: Iterable[Finding]) -> None:
        """Show how many findings of each level there are."""
        levels = [finding.severity for finding in findings]
        for level, button in self.buttons.items():
            text = f"{LEVEL_WORDS[level]} {levels.count(level)}"
            if button.text() != text:  # or the window is laid out anew
                button.setText(text)

    def redraw(self) -> None:
        """Draw the signs in the colours of the theme in use."""
        for level, button in self.buttons.items():
            button.setIcon(sign_icon(SIGNS[level]))
