"""Buttons for what can be done about the current finding, and the same as a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QWidget

from ui.finding_commands import Offer


class OfferButtons(QWidget):
    """One button for each offer; none for none."""

    def __init__(self, direction: QBoxLayout.Direction, focus: Qt.FocusPolicy, parent: QWidget | None = None) -> None:
        """Line the buttons up in a direction; `focus` says whether a click takes the keyboard."""
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._focus = focus
        self._offers: list[Offer] = []
        self._row = QBoxLayout(direction, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these offers in place of the ones before."""
        self._offers = list(offers)
        while len(self.buttons) < len(offers):
            self._add_button(len(self.buttons))
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(offers))
            if place < len(offers):
                offer = offers[place]
                button.setText(offer.text)
                button.setToolTip(offer.explanation)
                button.setEnabled(offer.is_possible)
                button.setMenu(_menu(button, offer.choices) if offer.choices else None)  # type: ignore[arg-type]  # None takes it away

    def _add_button(self, place: int) -> None:
        button = QPushButton()
        button.setFocusPolicy(self._focus)
        button.clicked.connect(lambda: carry_out(self._offers[place]))
        self._row.addWidget(button)
        self.buttons.append(button)


def add_offers(menu: QMenu, offers: Sequence[Offer]) -> None:
    """Add an entry for each offer to a menu."""
    menu.setToolTipsVisible(True)
    for each in [way for offer in offers for way in offer.choices or (offer,)]:
        action = menu.addAction(each.text)
        action.setToolTip(each.explanation)
        action.setEnabled(each.is_possible)
        action.triggered.connect(lambda _checked=False, offer=each: carry_out(offer))


def _menu(parent: QWidget, offers: Sequence[Offer]) -> QMenu:
    menu = QMenu(parent)
    add_offers(menu, offers)
    return menu


def open_menu(parent: QWidget, offers: Sequence[Offer], place: QPoint) -> None:
    """Open a menu of offers at a place of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_offers(menu, offers)
    menu.popup(place)


def carry_out(offer: Offer) -> None:
    """Do what is offered."""
    if offer.act is not None:
        offer.act()
