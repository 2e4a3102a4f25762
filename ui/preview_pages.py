"""The pages of a document one below the other, as large as one likes; paper is white in every theme."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from exporters.pdf import paint_page
from exporters.print_styles import PAGE_HEIGHT, PAGE_WIDTH, TWIPS_PER_INCH
from ui.printing import PrintJob

_GAP = 14
"""Pixels around pages."""
_SMALLEST, _LARGEST = 0.2, 3.0
_STEP = 1.15
_NOTCH = 120
"""Eighths of a degree, in which Qt tells of a wheel."""
_STEPS_PER_VIEW = 12
_KEPT = 4
"""Pages drawn that are kept for scrolling."""


class Fit(Enum):
    """To what the size of the pages is fitted."""

    PAGE = "整页"
    WIDTH = "适合宽度"
    NOTHING = ""


class PreviewPages(QAbstractScrollArea):
    """Shows pages and moves among them; `current` is the page in the middle, counted from 0."""

    current_changed = Signal(int)
    """Emitted with the page in the middle."""
    zoom_changed = Signal()
    """Emitted when the pages are shown larger or smaller."""

    def __init__(self, job: PrintJob, parent: QWidget | None = None) -> None:
        """Show the first page whole."""
        super().__init__(parent)
        self._job = job
        self._pixmaps: dict[int, QPixmap] = {}
        self.fit = Fit.PAGE
        self.zoom = 1.0
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("预览的页面")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else fitting the width swings
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._job.pages)

    def show_job(self, job: PrintJob) -> None:
        """Show another document's pages, or the same laid out anew, from the page that was in sight."""
        self._job = job
        self._pixmaps.clear()
        self._set_ranges()
        self.go_to(self.current)
        self.viewport().update()

    # ── moving and zooming ──────────────────────────────────────────────

    def go_to(self, page: int) -> None:
        """Show a page from its upper edge, or the nearest one there is."""
        page = min(max(page, 0), self.page_count - 1)
        self.verticalScrollBar().setValue(self._page_rect(page).top() - _GAP)
        self._note_current(page)

    def fit_to(self, fit: Fit) -> None:
        """Show pages whole or as wide as the window, also when its size changes."""
        self.fit = fit
        self._resize(self._fitting_zoom())

    def zoom_to(self, zoom: float) -> None:
        """Show pages at a size; 1 is that of paper."""
        self.fit = Fit.NOTHING
        self._resize(zoom)

    def zoom_by(self, steps: float) -> None:
        """Show pages larger by steps, or smaller."""
        self.zoom_to(self.zoom * _STEP**steps)

    # ── events ──────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page through with the keys for pages; the rest scrolls."""
        keys = Qt.Key
        targets = {
            keys.Key_PageUp: self.current - 1,
            keys.Key_PageDown: self.current + 1,
            keys.Key_Home: 0,
            keys.Key_End: self.page_count - 1,
        }
        if (target := targets.get(keys(event.key()))) is not None:
            self.go_to(target)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / _NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        self._resize(self._fitting_zoom())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in range(self.page_count):
            place = self._page_rect(page).translated(-shift)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._pixmap(page))

    # ── geometry ────────────────────────────────────────────────────────

    @property
    def _pixels_per_twip(self) -> float:
        return self.zoom * self.logicalDpiX() / TWIPS_PER_INCH

    @property
    def _page_size(self) -> QSize:
        scale = self._pixels_per_twip
        return QSize(round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale))

    def _page_rect(self, page: int) -> QRect:
        """Return where a page stands in all there is to scroll through."""
        size = self._page_size
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(QPoint(left, _GAP + page * (size.height() + _GAP)), size)

    def _resize(self, zoom: float) -> None:
        """Show pages at a size, the current one at the same place of it as before."""
        current, before, bar = self.current, self._page_rect(self.current), self.verticalScrollBar()
        share = (bar.value() - before.top()) / before.height()
        self.zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._pixmaps.clear()
        self._set_ranges()
        after = self._page_rect(current)
        bar.setValue(after.top() - _GAP if self.fit is Fit.PAGE else round(after.top() + share * after.height()))
        self._note_current(current)
        self.viewport().update()
        self.zoom_changed.emit()

    def _set_ranges(self) -> None:
        """Tell the scroll bars how far they go."""
        view, last = self.viewport().size(), self._page_rect(self.page_count - 1)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, last.bottom() + 1 + _GAP - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(view.height() // _STEPS_PER_VIEW)
        across.setRange(0, max(0, last.width() + 2 * _GAP - view.width()))
        across.setPageStep(view.width())

    def _fitting_zoom(self) -> float:
        """Return the size that fits the window."""
        if self.fit is Fit.NOTHING:
            return self.zoom
        scale, view = self.logicalDpiX() / TWIPS_PER_INCH, self.viewport().size()
        wide = (view.width() - 2 * _GAP) / (PAGE_WIDTH * scale)
        return wide if self.fit is Fit.WIDTH else min(wide, (view.height() - 2 * _GAP) / (PAGE_HEIGHT * scale))

    def _follow_scrolling(self, value: int) -> None:
        middle = value + self.viewport().height() // 2
        self._note_current(min(max((middle - _GAP) // (self._page_size.height() + _GAP), 0), self.page_count - 1))

    def _note_current(self, page: int) -> None:
        if page != self.current:
            self.current = page
            self.current_changed.emit(page)

    # ── drawing ─────────────────────────────────────────────────────────

    def _pixmap(self, page: int) -> QPixmap:
        """Return a page as a picture, drawn when it first comes in sight."""
        if page not in self._pixmaps:
            if len(self._pixmaps) >= _KEPT:
                del self._pixmaps[max(self._pixmaps, key=lambda each: abs(each - page))]
            self._pixmaps[page] = self._drawn(page)
        return self._pixmaps[page]

    def _drawn(self, page: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self._page_size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.white)
        painter = QPainter(pixmap)
        painter.scale(self._pixels_per_twip, self._pixels_per_twip)
        paint_page(painter, self._job.pages[page], self._job.fonts)
        painter.end()
        return pixmap
