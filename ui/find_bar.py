"""The bar at the bottom that finds words and figures all over the report, and replaces words in its texts."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolBar, QWidget

from models.report import Edit, Report
from models.search import Hit, find, replace_all, replace_one
from ui.pages.entry_line import EntryLine
from ui.workspace import Workspace

_NOTHING = "没有找到"
_LONGEST_COUNT = "第 1000/1000 处"


class FindBar(QToolBar):
    """Steps through the places where words stand; Enter goes on, Esc leads back to the page."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the bar for an open report; it comes with `open`."""
        super().__init__("查找", parent)
        self._workspace = workspace
        self._hits: list[Hit] = []
        self._place = -1
        self.words, self.by = EntryLine(), EntryLine()
        self._count = QLabel()
        self._lay_out()
        self.words.textChanged.connect(self._look)
        workspace.document.changed.connect(self._follow_change)

    def open(self, *, replacing: bool) -> None:
        """Show the bar, with or without what replaces, and put the keyboard into it; selected words are looked for."""
        for each in self._replacing:
            each.setVisible(replacing)
        chosen = self._workspace.page.chosen_words()
        if chosen:
            self.words.setText(chosen)
        self.show()
        self._look()
        self.words.setFocus()
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back to the page."""
        self.hide()
        self._workspace.page.setFocus()

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), from the end on to the beginning."""
        if not self.isVisible():
            self._look_again()  # nobody followed what was changed since
        if not self._hits:
            self._workspace.document.notice.emit(self._not_found())
            return
        first = 0 if by > 0 else -1
        self._place = (self._place + by if self._place >= 0 else first) % len(self._hits)
        self._show_count()
        line = next((each for each in (self.words, self.by) if each.hasFocus()), None)
        self._workspace.show_hit(self._hits[self._place])
        if line:
            line.setFocus()

    def replace(self) -> None:
        """Replace the words of the current place, and go to the next."""
        hit = self._hits[self._place] if 0 <= self._place < len(self._hits) else None
        if hit is None:
            self.step(1)
        elif hit.span is None:
            self._workspace.document.notice.emit("这一处不在正文里，不能替换；表里的数请直接填写")
            self.step(1)
        else:
            self._carry_out(replace_one(self._workspace.document.report, hit, self.by.text()))
            self._place = self._behind(hit, hit.span.start + len(self.by.text())) - 1
            if self._hits:
                self.step(1)

    def replace_all(self) -> None:
        """Replace the words everywhere in the texts, as one step back."""
        self._carry_out(replace_all(self._workspace.document.report, self.words.text(), self.by.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter, close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.replace() if self.by.hasFocus() else self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setObjectName("find")
        self.setMovable(False)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(_LONGEST_COUNT))
        caption, by_caption = QLabel(" 查找(&F) "), QLabel(" 替换为(&W) ")
        caption.setBuddy(self.words)
        by_caption.setBuddy(self.by)
        self.words.setPlaceholderText("正文、栏目名称、数字、备注")
        for line in (self.words, self.by):
            line.setMaximumWidth(260)
        buttons = [
            _button("上一处(&P)", lambda: self.step(-1)),
            _button("下一处(&N)", lambda: self.step(1)),
            _button("替换(&R)", self.replace),
            _button("全部替换(&A)", self.replace_all),
            _button("关闭(&C)", self.close_bar),
        ]
        for widget in (caption, self.words, self._count, *buttons[:2], by_caption, self.by, *buttons[2:]):
            self.addWidget(widget)
        for before, after in pairwise((self.words, self.by, *buttons)):
            QWidget.setTabOrder(before, after)  # what is typed comes first
        parts = {self.widgetForAction(action): action for action in self.actions()}
        self._replacing = [parts[each] for each in (by_caption, self.by, *buttons[2:4])]

    def _look(self) -> None:
        self._place = -1
        self._look_again()

    def _look_again(self) -> None:
        """Find the words as the report stands now; the place among them stays."""
        self._hits = find(self._workspace.document.report, self.words.text())
        self._place = min(self._place, len(self._hits) - 1)
        self._show_count()

    def _follow_change(self) -> None:
        if self.isVisible():
            self._look_again()

    def _show_count(self) -> None:
        count = len(self._hits)
        if not count:
            self._count.setText(_NOTHING if self.words.text().strip() else "")
        else:
            self._count.setText(f"共 {count} 处" if self._place < 0 else f"第 {self._place + 1}/{count} 处")

    def _not_found(self) -> str:
        words = self.words.text().strip()
        return f"{_NOTHING}“{words}”" if words else "请输入要找的字（Ctrl+F）"

    def _behind(self, replaced: Hit, place: int) -> int:
        """Return the number of the first hit behind what was put in, which may hold the words; else of the first."""
        sections = [each.key for each in self._workspace.document.report.form.sections]
        end = sections.index(replaced.section), place
        starts = [(sections.index(hit.section), hit.span.start if hit.span else -1) for hit in self._hits]
        return next((number for number, start in enumerate(starts) if start >= end), 0)

    def _carry_out(self, edit: Edit) -> None:
        report = self._workspace.document.report
        before = _live_count(report)
        self._workspace.document.apply_or_tell(edit, f"正文里{_NOTHING}“{self.words.text()}”")
        if edit.names:
            let_go = before - _live_count(report)
            plain = f"，其中 {let_go} 个联动数改为普通数字" if let_go else ""
            self._workspace.document.notice.emit(f"已{edit.label}{plain}，可以撤销")


def _live_count(report: Report) -> int:
    return sum(map(len, report.live.values()))


def _button(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked=False: act())
    return button
