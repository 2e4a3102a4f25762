"""The print preview: the pages as they will be printed, and the ways to their set-up, to the printer, to a PDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ui.preview_pages import Fit, PreviewPages
from ui.printing import PrintJob
from ui.screen_size import resize_within_screen

_SIZE = (1020, 960)
_PERCENTS = (50, 75, 100, 125, 150, 200)


@dataclass(frozen=True)
class PreviewActs:
    """What the buttons of the preview do; what they change of the set-up, the preview follows."""

    set_up: Callable[[], object]
    print_pages: Callable[[], object]
    export_pdf: Callable[[], object]


class PreviewDialog(QDialog):
    """Shows a document that has been laid out; setting up, printing and exporting are the owner's."""

    print_wanted = Signal()
    """Emitted where the clerk wants the pages on paper."""
    pdf_wanted = Signal()
    """Emitted where the clerk wants them as a PDF."""
    set_up_wanted = Signal()
    """Emitted where the clerk wants other fonts, or something else beside the report."""

    def __init__(self, job: PrintJob, remark: str = "", parent: QWidget | None = None) -> None:
        """Show the first page whole; a remark, such as on missing fonts, stands above the pages."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("打印预览")
        resize_within_screen(self, *_SIZE)
        self.pages = PreviewPages(job)
        self.page_box = QSpinBox()
        self.zoom_box = QComboBox()
        self.remark = QLabel()
        self._set_up()
        self._lay_out()
        self._add_shortcuts()
        self._tell(remark)
        self.pages.setFocus()

    def show_job(self, job: PrintJob, remark: str) -> None:
        """Show the document laid out anew, from the page that was in sight."""
        self.pages.show_job(job)
        self._tell(remark)

    def _set_up(self) -> None:
        self.page_box.setPrefix("第 ")
        self.page_box.setKeyboardTracking(False)
        self.page_box.setAccessibleName("页")
        self.page_box.valueChanged.connect(lambda number: self.pages.go_to(number - 1))
        for fit in (Fit.PAGE, Fit.WIDTH):
            self.zoom_box.addItem(fit.value, fit)
        for percent in _PERCENTS:
            self.zoom_box.addItem(f"{percent}%", percent / 100)
        self.zoom_box.setAccessibleName("显示比例")
        self.zoom_box.activated.connect(self._take_zoom)
        self.remark.setWordWrap(True)
        self.pages.current_changed.connect(self._refresh_page)
        self.pages.zoom_changed.connect(self._refresh_zoom)

    def _lay_out(self) -> None:
        self.print_button = _button("打印(&P)…", self.print_wanted.emit, "Ctrl+P")
        self.pdf_button = _button("导出 PDF(&E)…", self.pdf_wanted.emit)
        self.set_up_button = _button("版式与附件(&S)…", self.set_up_wanted.emit)
        self.previous_button = _button("上一页(&B)", lambda: self.pages.go_to(self.pages.current - 1), "PageUp")
        self.next_button = _button("下一页(&N)", lambda: self.pages.go_to(self.pages.current + 1), "PageDown")
        smaller = _button("缩小(&O)", lambda: self.pages.zoom_by(-1), "Ctrl+-")
        larger = _button("放大(&I)", lambda: self.pages.zoom_by(1), "Ctrl++")
        close = _button("关闭(&C)", self.reject, "Esc")
        layout = QVBoxLayout(self)  # two rows: at 200 % a small screen has no room for one
        layout.addLayout(_row((self.print_button, self.pdf_button, self.set_up_button), (close,)))
        layout.addLayout(
            _row((self.previous_button, self.page_box, self.next_button), (smaller, self.zoom_box, larger))
        )
        layout.addWidget(self.remark)
        layout.addWidget(self.pages, 1)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            (("Ctrl++", "Ctrl+="), lambda: self.pages.zoom_by(1)),
            (("Ctrl+-",), lambda: self.pages.zoom_by(-1)),
            (("Ctrl+0",), lambda: self.pages.fit_to(Fit.PAGE)),
            (("Ctrl+P",), self.print_wanted.emit),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self, act)

    def _take_zoom(self) -> None:
        chosen = self.zoom_box.currentData()
        if isinstance(chosen, Fit):
            self.pages.fit_to(chosen)
        else:
            self.pages.zoom_to(chosen)

    def _tell(self, remark: str) -> None:
        """Tell how many pages there are, and what is to be said about them."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._refresh_page(self.pages.current)

    def _refresh_page(self, page: int) -> None:
        count = self.pages.page_count
        self.page_box.blockSignals(True)  # noqa: FBT003 - Qt's word for it
        self.page_box.setRange(1, count)
        self.page_box.setSuffix(f" 页，共 {count} 页")
        self.page_box.setValue(page + 1)
        self.page_box.blockSignals(False)  # noqa: FBT003 - as above
        self.previous_button.setEnabled(page > 0)
        self.next_button.setEnabled(page < count - 1)

    def _refresh_zoom(self) -> None:
        """Show the size in the box, also where it is none of those offered."""
        fit, percent = self.pages.fit, f"{self.pages.zoom:.0%}"
        self.zoom_box.setPlaceholderText(percent)
        self.zoom_box.setCurrentIndex(self.zoom_box.findText(percent if fit is Fit.NOTHING else fit.value))


def _row(*groups: Sequence[QWidget]) -> QHBoxLayout:
    """Return groups of widgets side by side, as far from each other as there is room."""
    row = QHBoxLayout()
    for place, group in enumerate(groups):
        if place:
            row.addStretch(1)
        for widget in group:
            row.addWidget(widget)
    return row


def _button(text: str, act: Callable[[], object], key: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)  # Enter belongs to the page's number
    button.clicked.connect(lambda _checked=False: act())
    if key:
        button.setToolTip(key)
    return button
