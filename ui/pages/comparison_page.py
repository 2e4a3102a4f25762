"""The page 年度对比: the year's figures beside those of the years before, to look at and to copy as a picture."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from exporters.comparison_chart import ScreenPens
from exporters.comparison_picture import comparison_svg, in_words
from exporters.palette import Palette
from models.comparison import compared_year
from models.report import Report
from ui.document import Document
from ui.pages.heading import heading
from ui.pages.page import Page
from ui.pages.picture_area import PictureArea
from ui.theme import tones

_COPY_WIDTH, _COPY_SIZE, _COPY_SCALE = 960, 15, 2
"""Width and size of words of a copied picture in px, and how many of its dots each of them is."""
_LEAST_WIDTH = 20
"""How many characters wide the picture is at least."""
_ATTACH = "用“文件”菜单的“附上去年报告…”选去年的报告文件，去年的数就并排显示。"


class ComparisonPage(Page):
    """Draws the form's charts of up to three years, and follows every edit while it is looked at."""

    nothing_across = "年度对比里的数请到各表中查看"

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Build the page; it is drawn when it is shown."""
        super().__init__(document, parent)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.copy_button = QPushButton("复制为图片(&J)")
        self.copy_button.setToolTip("放到剪贴板里，可粘贴到文档或聊天窗口（光标在图上时按 Ctrl+C）")
        self.area = PictureArea()
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        self.area.resized.connect(self._soon.start)
        self.area.copy_wanted.connect(self.copy)
        self.copy_button.clicked.connect(self.copy)
        document.changed.connect(self._follow_change)
        self.setFocusProxy(self.area)

    def counterpart(self) -> None:
        """Return nothing: no figure here is in a text."""

    def confirm(self) -> None:
        """Say that nothing here is to be confirmed."""
        self._document.notice.emit("年度对比只供查看，没有需要确认的内容")

    def confirm_all(self) -> None:
        """Say that nothing here is to be confirmed."""
        self.confirm()

    def finish_entry(self) -> None:
        """Take over nothing: nothing is typed here."""

    def copy(self) -> None:
        """Put the comparison into the clipboard as a picture, on white whatever the theme."""
        from exporters.typography import default_typography  # noqa: PLC0415 - slow to load, and needed here alone
        from ui.picture_png import painted  # noqa: PLC0415 - as above

        report = self._document.report
        pens = ScreenPens(default_typography().palette, _COPY_SIZE)
        title = "".join(report.title_lines) + "：年度对比"
        svg = comparison_svg(report, pens, font=self._font, width=_COPY_WIDTH, title=title)
        QGuiApplication.clipboard().setImage(painted(svg.encode(), _COPY_WIDTH * _COPY_SCALE))
        self._document.notice.emit("已复制为图片，可直接粘贴")

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has changed while nobody looked."""
        super().showEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme or font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and self.isVisible():
            self._soon.start()

    @property
    def _font(self) -> str:
        return QFontInfo(self.font()).family()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading("年度对比"), 1)
        top.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.area, 1)

    def _follow_change(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _draw(self) -> None:
        report = self._document.report
        hint = _hint(report)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        size = QFontInfo(self.font()).pixelSize()
        width = max(self.area.room, _LEAST_WIDTH * size)
        svg = comparison_svg(report, ScreenPens(_palette(self.palette()), size), font=self._font, width=width)
        self.area.show_svg(svg.encode())
        self.area.setAccessibleName(f"年度对比图。{in_words(report)}")


def _hint(report: Report) -> str:
    """Return what the page says where it has no year to compare with."""
    if compared_year(report) is not None:
        return ""
    last, year = report.last_year, report.head.year
    if last is None or not last.year:
        return f"还没有附上去年的报告，这里只有本年的数。{_ATTACH}"
    return f"附上的是 {last.year} 年的报告，不是 {year} 年的上一年，这里只有本年的数。{_ATTACH}"


def _palette(palette: QPalette) -> Palette:
    """Return the colours of the picture in those of the window."""
    role = QPalette.ColorRole
    return Palette(
        paper=palette.color(role.Base).name(),
        panel=palette.color(role.AlternateBase).name(),
        ink=palette.color(role.Text).name(),
        muted=tones().untouched.name(),
        accent=palette.color(role.Highlight).name(),
        on_accent=palette.color(role.HighlightedText).name(),
        earlier=tones().untouched.name(),
    )
