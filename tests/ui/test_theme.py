"""The system's font, scale and colours are respected."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QWidget

from ui.colours import DARK, HIGH_CONTRAST, LIGHT
from ui.settings import ThemeChoice
from ui.theme import apply_theme, enlarge_font, tones


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    font = qapp.font()
    yield qapp
    qapp.setFont(font)
    apply_theme(qapp, ThemeChoice.LIGHT)


def test_a_small_font_of_the_system_is_enlarged(application: QApplication) -> None:
    font = QFont(application.font())
    font.setPointSizeF(9)
    application.setFont(font)
    enlarge_font(application)
    assert application.font().pointSizeF() == 10.5


@pytest.mark.parametrize("points", [12.0, 18.0])
def test_a_larger_font_of_the_system_stays(application: QApplication, points: float) -> None:
    font = QFont(application.font())
    font.setPointSizeF(points)
    application.setFont(font)
    enlarge_font(application)
    assert application.font().pointSizeF() == points


def test_a_font_given_in_pixels_is_not_made_smaller(application: QApplication) -> None:
    font = QFont(application.font())
    font.setPixelSize(30)
    application.setFont(font)
    height = QFontInfo(font).pixelSize()
    enlarge_font(application)
    assert QFontInfo(application.font()).pixelSize() == pytest.approx(height, abs=1)


def test_a_scale_of_125_percent_stays_125_percent() -> None:
    policy = QGuiApplication.highDpiScaleFactorRoundingPolicy()
    assert policy is Qt.HighDpiScaleFactorRoundingPolicy.PassThrough


def edge_of(widget: QWidget) -> QColor:
    """Return the colour that stands out most of a widget's left edge, halfway down."""
    widget.show()
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() // 2, image.height() // 2)
    row = image.height() // 2
    edge = [image.pixelColor(column, row) for column in range(8)]
    return max(edge, key=lambda each: abs(each.lightness() - ground.lightness()))


@pytest.mark.parametrize("kind", [QLineEdit, QCheckBox, QPlainTextEdit, QListWidget, QMenu])
def test_the_dark_theme_draws_edges_that_are_seen(application: QApplication, kind: type[QWidget]) -> None:
    apply_theme(application, ThemeChoice.DARK)
    widget = kind()
    assert edge_of(widget).lightness() - QColor(DARK.roles["Base"]).lightness() > 60
    widget.close()


def test_only_high_contrast_draws_lines_around_fields(application: QApplication) -> None:
    apply_theme(application, ThemeChoice.HIGH_CONTRAST)
    assert tones() is HIGH_CONTRAST.tones
    assert "border" in application.styleSheet()
    apply_theme(application, ThemeChoice.LIGHT)
    assert tones() is LIGHT.tones
    assert application.styleSheet() == ""
