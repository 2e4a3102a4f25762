"""The clerk's manual in a window of its own beside the report: contents, pages, search, back."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.manual import MANUAL_FOLDER, ManualPage, manual_pages, page_at, page_text, pages_from
from ui.screen_size import resize_within_screen

_SIZE = (1000, 720)
_WIDTHS = (150, 850)
_MARGIN = 18
_REST = 50
"""Milliseconds after which a window is no longer being drawn larger or smaller."""


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
        self.search_line.setPlaceholderText("查找（Ctrl+F），回车找下一处，找完这一页找别的页")
        self.search_line.setAccessibleName("查找")
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
        """Go to the next place of the words: on this page, then on the next that has them, the first after the last."""
        words = self.search_line.text()
        if not words or self.browser.find(words):
            return
        page = next((each for each in pages_from(self._file) if _holds(each, words)), None)
        if page is None:
            self.remark.setText("各页都没有")
            return
        self.show_page(page)
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)  # where it is the page that was shown already
        self.browser.find(words)

    @property
    def _file(self) -> str:
        return self.browser.source().fileName()


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
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._fit_anew)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401 - Qt's
        path = MANUAL_FOLDER / QUrl(name).path().removeprefix(f"{MANUAL_FOLDER.as_posix()}/")
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fitted(QImage(str(path)))
        return page_text(path.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the pictures fitted to the new width when it has come to rest."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rest.start()

    def _fit_anew(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self.reload()
        bar.setValue(round(place * bar.maximum()))

    def _fitted(self, picture: QImage) -> QImage:
        """Return a picture with as many pixels as the screen can show of it."""
        width = max(self.viewport().width() - 3 * _MARGIN, 1)
        ratio = self.devicePixelRatioF()
        if picture.width() > width * ratio:
            picture = picture.scaledToWidth(int(width * ratio), Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(max(picture.width() / width, 1))
        return picture


def _url(file: str) -> QUrl:
    return QUrl.fromLocalFile(str(MANUAL_FOLDER / file))


def _holds(page: ManualPage, words: str) -> bool:
    """Tell whether a page has words as it is shown."""
    shown = QTextDocument()
    shown.setMarkdown(page_text(page.file))
    return not shown.find(words).isNull()


def _places(widget: QWidget | None) -> list[str]:
    """Return the classes of a widget and all that it stands in; before one with pages, that of the page on top."""
    places = []
    while widget is not None:
        stack = widget.findChild(QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        places += [type(each).__name__ for each in (stack and stack.currentWidget(), widget) if each]
        widget = widget.parentWidget()
    return places
