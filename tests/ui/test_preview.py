"""The print preview, used as a clerk does: paging, zooming, printing, exporting."""

import re
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from exporters.print_options import Extra, PrintOptions
from exporters.printed_report import printed_report
from exporters.typography import default_typography
from models.report import Report
from tests.builders import a_clean_report
from ui.application import prepare
from ui.dialogs.preview_dialog import PreviewDialog
from ui.preview_pages import Fit
from ui.printing import PrintJob
from ui.settings import Settings, ThemeChoice

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SECONDS = 1.0
"""In which the preview of a full report is there."""


def job_of(report: Report) -> PrintJob:
    typography = default_typography()
    return PrintJob.of(printed_report(report, typography), typography)


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[PreviewDialog]:
    prepare(qapp, settings)
    dialog = PreviewDialog(job_of(a_clean_report()), "缺少字体")
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    yield dialog
    dialog.close()
    dialog.deleteLater()
    qapp.processEvents()


def press(dialog: PreviewDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(dialog.pages, key, modifiers)


def turn_wheel(dialog: PreviewDialog, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    place = QPointF(dialog.pages.viewport().rect().center())
    turned = QWheelEvent(
        place,
        dialog.pages.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes no names here
    )
    QApplication.sendEvent(dialog.pages.viewport(), turned)


def colour(dialog: PreviewDialog, x: int, y: int) -> QColor:
    return dialog.pages.viewport().grab().toImage().pixelColor(x, y)


def test_the_preview_is_no_higher_than_the_screen(dialog: PreviewDialog) -> None:
    assert dialog.height() < dialog.screen().availableSize().height()


# ── paging ──────────────────────────────────────────────────────────────


def test_its_buttons_have_room_on_a_small_screen_at_200_percent(dialog: PreviewDialog) -> None:
    dialog.resize(900, 480)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == (900, 480)
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert all(dialog.rect().contains(each.geometry()) for each in buttons)
    assert all(each.width() >= each.minimumSizeHint().width() for each in buttons)


def test_it_opens_at_the_first_page_shown_whole(dialog: PreviewDialog) -> None:
    assert (dialog.pages.current, dialog.page_box.value()) == (0, 1)
    assert dialog.zoom_box.currentText() == "整页"
    assert dialog.pages.hasFocus()


def test_a_full_report_is_there_within_a_second(qtbot: QtBot) -> None:
    start = time.perf_counter()
    dialog = PreviewDialog(job_of(a_clean_report()))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert time.perf_counter() - start < SECONDS


def test_keys_page_through(dialog: PreviewDialog) -> None:
    last = dialog.pages.page_count - 1
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        press(dialog, key)
        seen.append(dialog.pages.current)
    press(dialog, Qt.Key.Key_Home)
    assert [*seen, dialog.pages.current] == [1, 2, 1, last, last, 0]


def test_the_box_tells_the_page_and_goes_to_another(dialog: PreviewDialog) -> None:
    press(dialog, Qt.Key.Key_PageDown)
    assert dialog.page_box.text() == f"第 2 页，共 {dialog.pages.page_count} 页"
    dialog.page_box.setFocus()
    dialog.page_box.selectAll()
    QTest.keyClicks(dialog.page_box, "3")
    QTest.keyClick(dialog.page_box, Qt.Key.Key_Return)
    assert dialog.pages.current == 2
    assert dialog.isVisible()


def test_buttons_page_through_and_end_at_the_ends(dialog: PreviewDialog) -> None:
    QTest.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    assert dialog.pages.current == 1
    QTest.mouseClick(dialog.previous_button, Qt.MouseButton.LeftButton)
    assert dialog.pages.current == 0
    assert not dialog.previous_button.isEnabled()
    press(dialog, Qt.Key.Key_End)
    assert not dialog.next_button.isEnabled()


def test_scrolling_tells_the_page_in_sight(dialog: PreviewDialog) -> None:
    bar = dialog.pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert dialog.page_box.value() == dialog.pages.page_count
    for _ in range(200):
        turn_wheel(dialog, 1, PLAIN)
    assert dialog.page_box.value() == 1


# ── zooming ─────────────────────────────────────────────────────────────


def test_the_wheel_zooms_with_ctrl(dialog: PreviewDialog) -> None:
    before = dialog.pages.zoom
    turn_wheel(dialog, 1, CTRL)
    assert dialog.pages.zoom > before
    turn_wheel(dialog, -1, CTRL)
    assert dialog.pages.zoom == pytest.approx(before)


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_keys_zoom(dialog: PreviewDialog, key: Qt.Key) -> None:
    before = dialog.pages.zoom
    press(dialog, key, CTRL)
    assert dialog.pages.zoom > before
    press(dialog, Qt.Key.Key_Minus, CTRL)
    assert dialog.pages.zoom == pytest.approx(before)
    press(dialog, Qt.Key.Key_Plus, CTRL)
    press(dialog, Qt.Key.Key_0, CTRL)
    assert dialog.pages.fit is Fit.PAGE


def test_the_box_of_sizes_offers_what_fits_and_tells_what_is(dialog: PreviewDialog) -> None:
    dialog.zoom_box.setFocus()
    QTest.keyClick(dialog.zoom_box, Qt.Key.Key_Down)
    assert dialog.pages.fit is Fit.WIDTH
    dialog.pages.zoom_to(1)
    assert dialog.zoom_box.currentText() == "100%"
    dialog.pages.zoom_to(1.13)
    assert (dialog.zoom_box.currentIndex(), dialog.zoom_box.placeholderText()) == (-1, "113%")


def test_the_page_stays_when_its_size_changes(dialog: PreviewDialog) -> None:
    dialog.pages.go_to(3)
    for act in (
        lambda: dialog.pages.zoom_to(2),
        lambda: dialog.pages.fit_to(Fit.WIDTH),
        lambda: dialog.resize(500, 700),
    ):
        act()
        QApplication.processEvents()
        assert dialog.pages.current == 3


def test_zooming_ends_somewhere(dialog: PreviewDialog) -> None:
    dialog.pages.zoom_by(100)
    assert dialog.pages.zoom == 3
    dialog.pages.zoom_by(-100)
    assert dialog.pages.zoom == 0.2


# ── printing and exporting ──────────────────────────────────────────────


def test_print_and_export_are_asked_for(qtbot: QtBot, dialog: PreviewDialog) -> None:
    with qtbot.waitSignal(dialog.print_wanted):
        press(dialog, Qt.Key.Key_P, CTRL)
    with qtbot.waitSignal(dialog.print_wanted):
        QTest.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.pdf_wanted):
        QTest.mouseClick(dialog.pdf_button, Qt.MouseButton.LeftButton)


def test_another_set_up_is_asked_for_by_its_letter(qtbot: QtBot, dialog: PreviewDialog) -> None:
    with qtbot.waitSignal(dialog.set_up_wanted):
        press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


def test_pages_laid_out_anew_are_shown_from_the_page_in_sight(dialog: PreviewDialog) -> None:
    before = dialog.pages.page_count
    press(dialog, Qt.Key.Key_PageDown)
    typography = default_typography()
    options = PrintOptions(frozenset({Extra.APPROVAL_SLIP}))
    dialog.show_job(PrintJob.of(printed_report(a_clean_report(), typography, options), typography), "")
    assert (dialog.page_box.text(), dialog.remark.isVisible()) == (f"第 2 页，共 {before + 1} 页", False)
    press(dialog, Qt.Key.Key_End)
    assert dialog.page_box.value() == before + 1
    dialog.show_job(job_of(a_clean_report()), "缺少字体")
    assert (dialog.page_box.value(), dialog.next_button.isEnabled()) == (before, False)
    assert dialog.remark.isVisible()


def test_escape_closes_it(dialog: PreviewDialog) -> None:
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# ── looks ───────────────────────────────────────────────────────────────


def test_everything_can_be_reached_with_the_keyboard(dialog: PreviewDialog) -> None:
    reached = set()
    for _ in range(20):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isEnabled()]
    assert {*buttons, dialog.page_box, dialog.zoom_box, dialog.pages} <= reached


def test_no_english_word_is_shown(dialog: PreviewDialog) -> None:
    texts = [each.text() for kind in (QPushButton, QLabel) for each in dialog.findChildren(kind)]
    texts += [dialog.windowTitle(), *(dialog.zoom_box.itemText(row) for row in range(dialog.zoom_box.count()))]
    words = {word for text in texts for word in re.findall("[A-Za-z]{2,}", text)}
    assert words == {"PDF"}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_paper_is_white_in_every_theme(dialog: PreviewDialog, settings: Settings, choice: ThemeChoice) -> None:
    settings.theme = choice
    prepare(QApplication.instance(), settings)  # type: ignore[arg-type]  # it is the one of the widgets
    middle = dialog.pages.viewport().width() // 2
    assert colour(dialog, middle, 40) == QColor(Qt.GlobalColor.white)
    assert colour(dialog, 3, 40) != QColor(Qt.GlobalColor.white)


def test_a_remark_stands_above_the_pages_where_there_is_one(qtbot: QtBot, dialog: PreviewDialog) -> None:
    assert dialog.remark.isVisible()
    other = PreviewDialog(job_of(a_clean_report()))
    qtbot.addWidget(other)
    other.show()
    assert not other.remark.isVisible()
