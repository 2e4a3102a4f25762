"""The pictures of the manual and of README, each with how the window comes to look like that.

`scripts/renew_pictures.py` runs this.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.cell_value import BLANK, read_value
from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit, Report
from storage.native_file import load_native
from ui.application import prepare
from ui.constant_guard import guard_constants
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.print_setup_form import PrintSetupForm
from ui.dialogs.settings_dialog import SettingsDialog
from ui.document import Document
from ui.main_window import MainWindow
from ui.manual import MANUAL_FOLDER
from ui.print_setup import PrintSetup
from ui.settings import Settings, SettingsSection, ThemeChoice
from ui.tour import SAMPLE, read_tour
from ui.workspace import Workspace

MANUAL = MANUAL_FOLDER / "pictures"
README = Path(__file__).parent.parent / "docs" / "pictures"

_SMALL, _LARGE = (1200, 660), (1280, 720)
_COLOURS = 256
_SHADE = 0xF0F0F0
"""The bits of red, green and blue that tell one shade from another."""
_SETTLING = 400
"""Milliseconds in which the window comes to rest: findings are found, panels come."""


class Studio:
    """A window with settings of its own, in the light theme."""

    def __init__(self, folder: Path) -> None:
        """Open the window; what it remembers goes into a folder."""
        self.settings = Settings(folder / "settings.ini")
        self.settings.theme = ThemeChoice.LIGHT
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        prepare(application, self.settings)
        font = application.font()
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # coloured edges would treble the files
        application.setFont(font)
        application.setCursorFlashTime(0)
        self.window = MainWindow(self.settings)

    def begin(self, report: Report, section: str, size: tuple[int, int] = _SMALL) -> Workspace:
        """Show a report at a section."""
        self.window.resize(*size)
        self.window.files.show(Document(report))
        self.window.show()
        workspace = self.window.workspace
        assert workspace is not None
        workspace.show_section(section)
        QTest.qWait(_SETTLING)
        return workspace

    def command(self, name: str) -> None:
        """Carry a command of the menus out."""
        self.window._actions[name].trigger()

    def shown(self, dialog: QDialog) -> QWidget:
        """Show a dialog; it is closed with the next."""
        dialog.show()
        return dialog


def sample() -> Report:
    """Return the sample report."""
    return load_native(SAMPLE)


def draft() -> Report:
    """Return the draft that the sample is the template of, as it is after the first morning."""
    report = start_new_year(sample(), current_form(), 2025)
    head = ("requests/received/natural_person", "3520"), ("requests/received/commercial", "81")
    report.apply(Edit(cells={name: read_value(text) for name, text in head}))
    return report


def start_page(studio: Studio) -> QWidget:
    """Show the three ways to begin."""
    studio.window.resize(*_SMALL)
    studio.window.show_start_page()
    studio.window.show()
    return studio.window


def draft_from_last_year(studio: Studio) -> QWidget:
    """Show last year's text, grey until it is touched."""
    studio.begin(draft(), "overview", _LARGE)
    return studio.window


def broken_balance(studio: Studio) -> QWidget:
    """Show a balance that does not hold, both sides marked."""
    workspace = studio.begin(read_tour().begun_report(), "requests", _LARGE)
    workspace.findings.step(1)
    return studio.window


def selection(studio: Studio) -> QWidget:
    """Show selected cells with what they add up to."""
    workspace = studio.begin(sample(), "requests")
    grid = workspace.grid_view
    assert grid is not None
    grid.go_to("requests/granted/natural_person")
    for _step in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return studio.window


def beside_last_year(studio: Studio) -> QWidget:
    """Show last year's figures under this year's."""
    studio.begin(draft(), "requests")
    studio.command("beside_last_year")
    QTest.qWait(_SETTLING)
    return studio.window


def findings(studio: Studio) -> QWidget:
    """Show the list of findings alone."""
    workspace = studio.begin(read_tour().begun_report(), "overview")
    workspace.findings.step(1)
    return workspace.findings


def text_finding(studio: Studio) -> QWidget:
    """Show a figure of the text that the table contradicts."""
    report = sample()
    text = report.text("overview").replace("行政处罚2676474件", "行政处罚2676447件")
    report.apply(Edit(texts={"overview": text}))
    workspace = studio.begin(report, "overview")
    workspace.findings.step(1)
    return studio.window


def comparison(studio: Studio) -> QWidget:
    """Show the page of charts."""
    report = draft()
    rest = [name for name in report.form.typed_cells if report.value(name) is BLANK]
    last = sample()
    report.apply(Edit(cells={name: last.value(name) for name in rest}))
    workspace = studio.begin(report, "overview")
    workspace.sections.setCurrentRow(workspace.sections.count() - 1)
    return studio.window


def export_dialog(studio: Studio) -> QWidget:
    """Show what an export asks."""
    workspace = studio.begin(read_tour().begun_report(), "overview")
    form = PrintSetupForm(PrintSetup(), lambda: None)
    return studio.shown(ExportDialog("导出 Word 文件", form, workspace.document.open_points, studio.window))


def settings_dialog(studio: Studio) -> QWidget:
    """Show the page of the checks."""
    choose = dict.fromkeys(SettingsSection, lambda: None)
    return studio.shown(SettingsDialog(studio.settings, current_form(), choose, SettingsSection.CHECKS, studio.window))


def tour(studio: Studio) -> QWidget:
    """Show a step of the guided tour."""
    studio.window.resize(*_LARGE)
    studio.window.show()
    studio.command("tour")
    assert studio.window.help.tour is not None
    for _step in range(3):
        QTest.mouseClick(studio.window.help.tour.next_button, Qt.MouseButton.LeftButton)
    QTest.qWait(_SETTLING)
    return studio.window


PICTURES: dict[Path, Callable[[Studio], QWidget]] = {
    MANUAL / "start.png": start_page,
    MANUAL / "draft.png": draft_from_last_year,
    MANUAL / "balance.png": broken_balance,
    MANUAL / "selection.png": selection,
    MANUAL / "beside-last-year.png": beside_last_year,
    MANUAL / "findings.png": findings,
    MANUAL / "text-finding.png": text_finding,
    MANUAL / "comparison.png": comparison,
    MANUAL / "export.png": export_dialog,
    MANUAL / "settings.png": settings_dialog,
    MANUAL / "tour.png": tour,
    README / "overview.png": draft_from_last_year,
    README / "requests.png": broken_balance,
}
"""Every picture with what brings it about; they are taken in windows of their own."""


def take(picture: Path, bring_about: Callable[[Studio], QWidget]) -> None:
    """Take one picture and write it down."""
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder))
        widget = bring_about(studio)
        QTest.qWait(_SETTLING)
        image = with_few_colours(widget.grab().toImage())
        picture.parent.mkdir(exist_ok=True)
        image.save(str(picture), quality=0)  # quality 0 is the strongest compression
        if studio.window.document:
            studio.window.document.undo_stack.setClean()
        studio.window.close()
        studio.window.deleteLater()
        QTest.qWait(0)


def with_few_colours(image: QImage) -> QImage:
    """Return an image in the most frequent of its colours, one of each shade, so that small signs keep theirs."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    by_shade: dict[int, list[int]] = {}
    for colour, _count in counted.most_common():
        by_shade.setdefault(colour & _SHADE, []).append(colour)
    frequent = sorted(by_shade.values(), key=lambda shades: -sum(counted[colour] for colour in shades))
    table = [shades[0] for shades in frequent[:_COLOURS]]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def main() -> None:
    """Take every picture."""
    guard_constants()
    QApplication([sys.argv[0], "-style", "fusion"])
    assert QGuiApplication.platformName() == "offscreen"
    for picture, bring_about in PICTURES.items():
        take(picture, bring_about)


if __name__ == "__main__":
    main()
