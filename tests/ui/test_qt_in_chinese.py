"""Qt's own words are Chinese: standard buttons, context menus."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QMenu, QMessageBox, QPlainTextEdit, QTextBrowser

from ui.main_window import MainWindow
from ui.manual import plain_name


def is_chinese(text: str) -> bool:
    words = plain_name(text.partition("\t")[0])
    return not any(character.isascii() and character.isalpha() for character in words)


def test_every_standard_button_is_chinese(window: MainWindow) -> None:
    box = QDialogButtonBox(window)
    for button in QDialogButtonBox.StandardButton:
        if button.value.bit_count() == 1:
            box.addButton(button)
    texts = [button.text() for button in box.buttons()]
    assert len(texts) >= 18
    assert not [text for text in texts if not is_chinese(text)]


def test_the_buttons_of_messages_are_chinese(window: MainWindow) -> None:
    box = QMessageBox(window)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    box.setDetailedText("一行")
    assert not [button.text() for button in box.buttons() if not is_chinese(button.text())]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextBrowser])
def test_context_menus_are_chinese(
    window: MainWindow, kind: type[QLineEdit] | type[QPlainTextEdit] | type[QTextBrowser]
) -> None:
    widget = kind(window)
    menu = widget.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts
    assert not [text for text in texts if not is_chinese(text)]
