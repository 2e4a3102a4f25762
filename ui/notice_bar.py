"""The bottom of the window: what was just said, whole for long enough to be read, and how the report stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStatusBar, QWidget

from ui.finding_commands import Offer
from ui.info_line import InfoLine

if TYPE_CHECKING:
    from ui.panels.offer_buttons import OfferButtons

_LEAST, _A_CHARACTER, _WITH_OFFERS = 8_000, 200, 60_000
"""Milliseconds that a notice stays: at least, for each character, and where something is offered with it."""
_MARGIN = 6


class NoticeBar(QStatusBar):
    """Shows one notice at a time; it takes the room of the state, and as many lines as it needs.

    Qt's own messages are cut without a sign where a widget stands beside them.
    """

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.sentence = InfoLine()
        self._state: QWidget | None = None
        self._has_offers = False
        self._row = QWidget()
        layout = QHBoxLayout(self._row)
        layout.setContentsMargins(_MARGIN, 0, 0, 0)
        layout.addWidget(self.sentence, 1)
        self.addPermanentWidget(self._row, 1)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.clearMessage)

    @cached_property
    def offers(self) -> OfferButtons:
        """What can be done about the notice; most have nothing of the kind."""
        from ui.panels.offer_buttons import OfferButtons  # noqa: PLC0415 - the window comes up without

        offers = OfferButtons(QBoxLayout.Direction.LeftToRight, Qt.FocusPolicy.TabFocus)
        layout = self._row.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(1, offers)
        return offers

    def show_state(self, state: QWidget) -> None:
        """Show a state at the right, in place of the one before."""
        if self._state:
            self._state.hide()
            self._state.deleteLater()
        self._state = state
        layout = self._row.layout()
        assert layout
        layout.addWidget(state)
        self._arrange()

    def say(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Show a sentence for a while, with what can be done about it."""
        self.sentence.set_text(sentence)
        self._offer(offers)
        self._end.start(_WITH_OFFERS if offers else max(_LEAST, _A_CHARACTER * len(sentence)))
        self._arrange()

    def currentMessage(self) -> str:  # noqa: N802 - Qt's
        """Return what is said."""
        return self.sentence.text()

    def clearMessage(self) -> None:  # noqa: N802 - Qt's
        """Say nothing any more."""
        if self.sentence.text():
            self._end.stop()
            self.sentence.set_text("")
            self._offer(())
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _offer(self, offers: Sequence[Offer]) -> None:
        if offers or self._has_offers:
            self.offers.show_offers(offers)
            self.offers.setVisible(bool(offers))
        self._has_offers = bool(offers)

    def _arrange(self) -> None:
        """Give the sentence the room beside the state where that is enough, else all of it."""
        room = self._row.contentsRect().width() - 2 * _MARGIN
        room -= self.offers.sizeHint().width() + _MARGIN if self._has_offers else 0
        if self._state:
            beside = room - self._state.sizeHint().width()
            is_enough = self.sentence.width_of_text() <= beside
            self._state.setVisible(is_enough or not self.sentence.text())
            room = beside if is_enough else room
        self.sentence.take_lines(room)
