"""Choosing a figure of the tables by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_report
from ui.dialogs.figure_dialog import FigureDialog

RECEIVED, TOTAL = "requests/received/natural_person", "requests/received/total"
FEES = "proactive/fees/amount"


@pytest.fixture
def dialog(qtbot: QtBot) -> FigureDialog:
    dialog = FigureDialog(a_report({RECEIVED: "1234", FEES: "1.5"}), TOTAL)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog


def listed(dialog: FigureDialog) -> list[str]:
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def type_words(dialog: FigureDialog, words: str) -> None:
    dialog.words.setText(words)  # Chinese has no keys of its own


def test_every_figure_is_listed_and_the_one_visited_last_is_chosen(dialog: FigureDialog) -> None:
    assert len(listed(dialog)) == dialog.list.count()
    assert dialog.cell == TOTAL
    assert dialog.words.hasFocus()


def test_each_line_names_table_cell_and_value(dialog: FigureDialog) -> None:
    assert "表三　一、本年新收 × 总计　1234" in listed(dialog)[dialog.list.currentRow()]


@pytest.mark.parametrize(
    ("words", "cell"),
    [("1234 总计", TOTAL), ("1,234 自然人", RECEIVED), ("１２３４ 自然人", RECEIVED), ("收费金额", FEES)],
)
def test_words_and_values_narrow_the_list(dialog: FigureDialog, words: str, cell: str) -> None:
    type_words(dialog, words)
    assert dialog.cell == cell
    assert len(listed(dialog)) < 10


def test_digits_are_typed_and_enter_takes_the_figure(dialog: FigureDialog) -> None:
    QTest.keyClicks(dialog.words, "1.5")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.cell) == (dialog.DialogCode.Accepted, FEES)


def test_the_arrows_move_in_the_list_while_words_are_typed(dialog: FigureDialog) -> None:
    before = dialog.list.currentRow()
    QTest.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == before + 1
    assert dialog.words.hasFocus()


def test_what_nobody_has_entered_can_be_chosen_and_says_so(dialog: FigureDialog) -> None:
    type_words(dialog, "上年结转 总计")
    assert any(text.endswith("（未填）") for text in listed(dialog))


def test_where_nothing_fits_nothing_can_be_taken(dialog: FigureDialog) -> None:
    QTest.keyClicks(dialog.words, "xyz")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not listed(dialog)
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
