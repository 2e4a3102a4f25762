"""The page 年度对比: reached by keys, following edits and themes, copied as a picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.cell_value import read_value
from models.report import Edit, LastYear, Report
from tests.builders import a_full_report
from tests.windows import CTRL, open_at, press
from ui.document import Document
from ui.main_window import MainWindow
from ui.pages.comparison_page import ComparisonPage
from ui.panels.section_list import COMPARISON
from ui.settings import ThemeChoice

NONE = Qt.KeyboardModifier.NoModifier
RECEIVED = "requests/received/natural_person"


def a_compared_report(year: int = 2023) -> Report:
    report = a_full_report(year=2024)
    before = a_full_report({RECEIVED: "9"}, year=year)
    report.apply(Edit(last_year=LastYear(year, {**before.cells, **{n: before.value(n) for n in before.totals}})))
    return report


def shown(window: MainWindow, report: Report) -> ComparisonPage:
    """Go to the page by keys from the last section."""
    work = open_at(window, report, report.form.sections[-1].key)
    press(window, Qt.Key.Key_PageDown, CTRL)
    page = work.page
    assert isinstance(page, ComparisonPage)
    QApplication.processEvents()
    return page


def picture(page: ComparisonPage) -> QImage:
    return page.area.viewport().grab().toImage()


def has_colour(image: QImage, name: str) -> bool:
    return any(image.pixelColor(x, y).name() == name for x in range(0, image.width(), 2) for y in range(image.height()))


def test_it_stands_behind_the_sections_and_is_reached_by_keys(window: MainWindow) -> None:
    page = shown(window, a_compared_report())
    assert page.area.hasFocus()
    press(window, Qt.Key.Key_PageUp, CTRL)
    assert window.workspace is not None
    assert window.workspace.page is not page


def test_it_follows_every_edit(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window, a_compared_report())
    before = picture(page)
    assert "新收申请：2024年6件，2023年10件" in page.area.accessibleName()
    assert window.document is not None
    window.document.apply(Edit(cells={RECEIVED: read_value("40")}))
    qtbot.waitUntil(lambda: "新收申请：2024年41件" in page.area.accessibleName())
    assert picture(page) != before


def test_what_changed_while_it_was_not_looked_at_is_drawn_when_it_is(window: MainWindow) -> None:
    page = shown(window, a_compared_report())
    assert window.workspace is not None
    window.workspace.show_section("requests")
    window.workspace.document.apply(Edit(cells={RECEIVED: read_value("40")}))
    press(window, Qt.Key.Key_End, NONE)
    window.workspace.sections.choose(window.workspace.sections.keys[-1])
    assert "2024年41件" in page.area.accessibleName()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_it_is_drawn_in_the_colours_of_the_theme(window: MainWindow, theme: ThemeChoice) -> None:
    page = shown(window, a_compared_report())
    window.choose_theme(theme)
    QApplication.processEvents()
    QTest.qWait(20)
    image = picture(page)
    assert has_colour(image, page.palette().color(QPalette.ColorRole.Highlight).name())
    assert image.pixelColor(2, 2) == page.palette().color(QPalette.ColorRole.Base)


def test_ctrl_c_copies_a_picture_on_white(window: MainWindow) -> None:
    page = shown(window, a_compared_report())
    QTest.keyClick(page.area, Qt.Key.Key_C, CTRL)
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1920
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert window.statusBar().currentMessage() == "已复制为图片，可直接粘贴"


def test_the_button_and_the_menu_copy_too(window: MainWindow) -> None:
    page = shown(window, a_compared_report())
    for copy in (
        lambda: QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton),
        lambda: (page.area.setFocus(), window._actions["copy"].trigger()),
    ):
        QGuiApplication.clipboard().clear()
        copy()
        assert not QGuiApplication.clipboard().image().isNull()


def test_keys_scroll_it(window: MainWindow) -> None:
    page = shown(window, a_compared_report())
    QTest.keyClick(page.area, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 0


def test_it_is_never_wider_than_its_room(window: MainWindow) -> None:
    page = shown(window, a_compared_report())
    for width in (900, 1366):
        window.resize(width, 600)
        QTest.qWait(20)
        assert not page.area.horizontalScrollBar().maximum()


def test_without_last_year_it_says_how_to_attach_it(window: MainWindow) -> None:
    page = shown(window, a_full_report(year=2024))
    assert page.hint.text().startswith("还没有附上去年的报告，这里只有本年的数。")
    assert "附上去年报告…" in page.hint.text()


def test_a_report_of_another_year_is_not_compared(window: MainWindow) -> None:
    page = shown(window, a_compared_report(2020))
    assert page.hint.text().startswith("附上的是 2020 年的报告，不是 2024 年的上一年")
    assert "2020年" not in page.area.accessibleName()


def test_commands_that_make_no_sense_there_say_so(window: MainWindow) -> None:
    shown(window, a_compared_report())
    for key, modifiers, said in (
        (Qt.Key.Key_F9, NONE, "年度对比只供查看，没有需要确认的内容"),
        (Qt.Key.Key_F6, NONE, "年度对比里的数请到各表中查看"),
    ):
        press(window, key, modifiers)
        assert window.statusBar().currentMessage() == said


def test_a_file_that_was_left_there_opens_there_again(window: MainWindow, tmp_path: Path) -> None:
    for _ in range(2):
        window.files.show(Document(a_compared_report(), tmp_path / "报告.gknb"))
        assert window.workspace is not None
        before = window.workspace.sections.currentItem().text()
        window.workspace.sections.choose(COMPARISON)
    assert before == "年度对比"
    assert isinstance(window.workspace.page, ComparisonPage)
