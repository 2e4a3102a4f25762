"""Choosing a figure of the tables by typing words of its labels or its value."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.cell_value import Blank
from models.form import Cell, CellName
from models.report import Report
from models.texts import HALF_WIDTH

_SIZE = (640, 460)
_ROLE = Qt.ItemDataRole.UserRole
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FigureDialog(QDialog):
    """Lists every figure of a report with its value; typing narrows the list, Enter takes the chosen one."""

    def __init__(self, report: Report, chosen: CellName | None, parent: QWidget | None = None) -> None:
        """List the figures of a report, one of them chosen."""
        super().__init__(parent)
        self.setWindowTitle("插入联动数")
        self.resize(*_SIZE)
        self.words = QLineEdit()
        self.list = QListWidget()
        self._nothing = QLabel("没有这样的数，请换几个字")
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton("插入", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._texts = [self._add(report, cell) for cell in report.form.cells.values()]
        names = list(report.form.cells)
        self._first = names.index(chosen) if chosen in names else 0
        self._set_up()
        self._narrow("")

    @property
    def cell(self) -> CellName:
        """The chosen figure."""
        return str(self.list.currentItem().data(_ROLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while words are typed."""
        is_step = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS
        if watched is self.words and is_step:
            return self.list.event(event)
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        self.words.setPlaceholderText("表、行、列的名称或数值，可以写几个，用空格隔开")
        self.words.setAccessibleName("查找表里的数")
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._narrow)
        self.list.setAccessibleName("各表的数")
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self._accept.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.words, self.list, self._nothing, self._buttons):
            layout.addWidget(widget)
        self.words.setFocus()

    def _add(self, report: Report, cell: Cell) -> str:
        value = report.known_value(cell.name)
        shown = "（未填）" if isinstance(value, Blank) else f"{value}{cell.unit}"
        text = f"{report.form.table_of(cell.name).name}　{cell.title}　{shown}"
        item = QListWidgetItem(text)
        item.setData(_ROLE, cell.name)
        self.list.addItem(item)
        labels = (label.text for label in (*cell.row_path, *cell.column_path))
        return _plain(" ".join((text, *labels)))

    def _narrow(self, words: str) -> None:
        """Show the figures that hold every word; choose the one visited last, or the first."""
        wanted = _plain(words).split()
        fitting = [row for row, text in enumerate(self._texts) if all(word in text for word in wanted)]
        for row in range(self.list.count()):
            self.list.item(row).setHidden(True)
        for row in fitting:
            self.list.item(row).setHidden(False)
        if fitting:
            self.list.setCurrentRow(self._first if self._first in fitting else fitting[0])
            self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)
        self._accept.setEnabled(bool(fitting))
        self._nothing.setVisible(not fitting)


def _plain(words: str) -> str:
    return words.translate(HALF_WIDTH).replace(",", "").lower()
