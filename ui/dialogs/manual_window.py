"""The clerk's manual in a window of its own beside the report: contents, pages, search, back."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.manual import MANUAL_FOLDER, ManualPage, manual_pages, page_at, page_text
from ui.screen_size import resize_within_screen

_SIZE = (1000, 720)
_WIDTHS = (150, 850)
_MARGIN = 18


class ManualWindow(QDialog):
    """Shows the pages; it stays open beside the report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        resize_within_screen(self, *_SIZE)
        self.contents = QListWidget()
        self.browser = _Browser()
        self.search_line = QLineEdit()
        self.remark = QLabel()
        self._back = QPushButton("返回(&B)")
        self._lay_out()
        self._connect()

    def show_page(self, page: ManualPage) -> None:
        """Show a page from its beginning."""
        self.browser.setSource(_url(page.file))

    def _lay_out(self) -> None:
        self.contents.addItems([page.title for page in manual_pages()])
        self.contents.setAccessibleName("目录")
        self.search_line.setPlaceholderText("在本页查找（Ctrl+F），回车找下一处")
        self.search_line.setAccessibleName("在本页查找")
        self.search_line.setClearButtonEnabled(True)
        self._back.setAutoDefault(False)
        self._back.setEnabled(False)
        bar = QHBoxLayout()
        bar.addWidget(self._back)
        bar.addWidget(self.search_line, 1)
        bar.addWidget(self.remark)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self.browser, 1)
        parts = QSplitter()
        parts.addWidget(self.contents)
        parts.addWidget(right)
        parts.setSizes(list(_WIDTHS))
        parts.setStretchFactor(1, 1)
        QHBoxLayout(self).addWidget(parts)

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(lambda row: self.show_page(manual_pages()[row]))
        self.browser.sourceChanged.connect(self._follow)
        self.browser.backwardAvailable.connect(self._back.setEnabled)
        self._back.clicked.connect(self.browser.backward)
        self.search_line.returnPressed.connect(self._find)
        self.search_line.textChanged.connect(lambda _text: self.remark.clear())
        QShortcut(QKeySequence.StandardKey.Find, self, self.search_line.setFocus)
        QShortcut(QKeySequence.StandardKey.Back, self, self.browser.backward)
        QShortcut(QKeySequence("F3"), self, self._find)

    def _follow(self, url: QUrl) -> None:
        """Mark the page in the list of contents, however one came to it."""
        files = [page.file for page in manual_pages()]
        self.contents.blockSignals(True)  # noqa: FBT003 - Qt has no keyword
        self.contents.setCurrentRow(files.index(Path(url.path()).name))
        self.contents.blockSignals(False)  # noqa: FBT003 - as above

    def _find(self) -> None:
        """Go to the next place of the words, from the top again after the last."""
        words = self.search_line.text()
        if not words:
            return
        found = self.browser.find(words)
        if not found:
            cursor = self.browser.textCursor()
            cursor.movePosition(cursor.MoveOperation.Start)
            self.browser.setTextCursor(cursor)
            found = self.browser.find(words)
        self.remark.setText("" if found else "本页没有")


def show_manual(window: QWidget, place: QWidget | None) -> ManualWindow:
    """Show the page that fits a place in the manual of a window or dialog, opened where it is not yet.

    Args:
        window: what the manual belongs to and is closed with.
        place: the widget that has the keyboard.
    """
    manual = window.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if manual is None:
        manual = ManualWindow(window)
    manual.show_page(page_at(_places(place or window)))
    manual.show()
    manual.activateWindow()
    manual.browser.setFocus()
    return manual


class _Browser(QTextBrowser):
    """Reads pages with their commands named, and pictures no wider than itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName("说明正文")

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401 - Qt's
        path = MANUAL_FOLDER / QUrl(name).path().removeprefix(f"{MANUAL_FOLDER.as_posix()}/")
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fitted(QImage(str(path)))
        return page_text(path.name)

    def _fitted(self, picture: QImage) -> QImage:
        width = self.viewport().width() - 3 * _MARGIN
        ratio = self.devicePixelRatioF()
        if picture.width() > width * ratio:
            picture = picture.scaledToWidth(int(width * ratio), Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture


def _url(file: str) -> QUrl:
    return QUrl.fromLocalFile(str(MANUAL_FOLDER / file))


def _places(widget: QWidget | None) -> list[str]:
    places = []
    while widget is not None:
        places.append(type(widget).__name__)
        widget = widget.parentWidget()
    return places
