"""The line under a text: what was found about the words with the cursor, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from models.finding import Finding
from ui.finding_commands import FindingCommands
from ui.info_line import InfoLine
from ui.panels.offer_buttons import OfferButtons
from ui.panels.state_icons import SIGNS, sign_icon

_SIGN = 16
_SHORTEST_LINE = "字" * 14


class FindingBar(QWidget):
    """Shows one finding with its offers, or a sentence where there is none; its height stays the same."""

    def __init__(self, commands: FindingCommands, parent: QWidget | None = None) -> None:
        """Start without a finding."""
        super().__init__(parent)
        self._commands = commands
        self._shown: tuple[Finding | None, str] = None, ""
        self._sign = QLabel()
        self._sign.setFixedWidth(_SIGN)
        self.message = InfoLine(lines=3)
        self.message.keep_room_for(_SHORTEST_LINE)
        self.offers = OfferButtons(QBoxLayout.Direction.LeftToRight, Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.offers, 0, Qt.AlignmentFlag.AlignTop)
        self.setFixedHeight(self.message.height() + 8)

    def show_finding(self, finding: Finding | None, otherwise: str) -> None:
        """Show a finding, or the other sentence."""
        if (finding, otherwise) != self._shown:
            self._shown = finding, otherwise
            self.message.set_text(finding.message if finding else otherwise)
            self.offers.show_offers(self._commands.offers(finding) if finding else [])
            self.redraw()

    def redraw(self) -> None:
        """Draw the sign in the colours of the theme in use."""
        finding, _otherwise = self._shown
        self._sign.setVisible(finding is not None)
        if finding is not None:
            self._sign.setPixmap(sign_icon(SIGNS[finding.severity]).pixmap(_SIGN, _SIGN))
