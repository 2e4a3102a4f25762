"""What became of each block of a file: looked over, put right by hand, then accepted."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from importers.assigned_tables import column_names
from importers.blocks import Grid
from importers.outcomes import NOT_IN_REPORT, Assignment, Kind, Outcome
from importers.reader import ReadReport
from importers.sentences import unplaced
from models.form import Content, Form
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.import_words import LEFT_OUT, counts, name_of, place_of, section_name, sign_of
from ui.panels.state_icons import Sign, sign_icon
from ui.screen_size import resize_within_screen

_SIZE = (1000, 640)
_WIDTHS = (440, 560)
_HEIGHTS = (420, 110)
_BLOCK, _PLACE = 0, 1
_TO_BE_CHOSEN = "（请选择）"
_HINT = "表头认不出或认错时，请在各列上方选定它是规定表格的哪一列；选定的列达到一半后读入"


class ImportDialog(QDialog):
    """Shows a file's blocks beside what became of them; every decision by hand reads the file anew at once."""

    def __init__(
        self, name: str, first: ReadReport, read: Callable[[Assignment], ReadReport], parent: QWidget | None = None
    ) -> None:
        """Show a reading.

        Args:
            name: the file's name.
            first: what was read without the clerk.
            read: reads the file anew as the clerk assigns its blocks.
            parent: the window behind.
        """
        super().__init__(parent)
        self.reading = first
        self._read = read
        self._assignment = Assignment(first.report.form.key)
        self.setWindowTitle(f"读入“{name}”")
        self.setSizeGripEnabled(True)
        resize_within_screen(self, *_SIZE)
        self.counts = QLabel(wordWrap=True)
        self._items = [QTreeWidgetItem([name_of(outcome.block), ""]) for outcome in first.outcomes]
        self.blocks = self._block_list()
        self.target = QComboBox()
        self.target.setAccessibleName("归入")
        self.hint = QLabel(_HINT, wordWrap=True)
        self.preview = ImportPreview()
        self.remarks = self._remark_list()
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton("采用(&A)", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._refresh()
        self._begin_at_doubts()

    # ── building ────────────────────────────────────────────────────────

    def _block_list(self) -> QTreeWidget:
        blocks = QTreeWidget()
        blocks.setHeaderLabels(["文件里的内容", "读入为"])
        blocks.setRootIsDecorated(False)
        blocks.setUniformRowHeights(True)
        blocks.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        blocks.header().setStretchLastSection(False)
        blocks.header().setSectionResizeMode(_BLOCK, QHeaderView.ResizeMode.Stretch)
        blocks.header().setSectionResizeMode(_PLACE, QHeaderView.ResizeMode.ResizeToContents)
        blocks.addTopLevelItems(self._items)
        palette = blocks.palette()  # a selection pale enough for the signs to be seen on it
        palette.setColor(QPalette.ColorRole.Highlight, palette.color(QPalette.ColorRole.Midlight))
        palette.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Text))
        blocks.setPalette(palette)
        return blocks

    def _remark_list(self) -> QListWidget:
        remarks = QListWidget()
        remarks.setWordWrap(True)
        remarks.setResizeMode(QListView.ResizeMode.Adjust)
        remarks.setIconSize(QSize(16, 16))
        return remarks

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        label = QLabel("归入(&G)：")
        label.setBuddy(self.target)
        line.addWidget(label)
        line.addWidget(self.target, 1)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self.preview, 1)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self.blocks)
        beside.addWidget(right)
        beside.setSizes(list(_WIDTHS))
        above = QSplitter(Qt.Orientation.Vertical)
        above.addWidget(beside)
        above.addWidget(self.remarks)
        above.setSizes(list(_HEIGHTS))
        above.setStretchFactor(0, 1)
        for splitter in (beside, above):
            splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.counts)
        layout.addWidget(above, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.blocks.itemSelectionChanged.connect(self._show_selected)
        self.target.activated.connect(lambda _index: self._assign(self.target.currentData()))
        self.preview.column_named.connect(self._name_column)
        self.remarks.itemClicked.connect(self._go_to)
        self.remarks.itemActivated.connect(self._go_to)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # ── showing ─────────────────────────────────────────────────────────

    def _refresh(self) -> None:
        """Show the reading anew; the blocks stay the same."""
        form = self.reading.report.form
        self.counts.setText(counts(self.reading.outcomes, form))
        for item, outcome in zip(self._items, self.reading.outcomes, strict=True):
            item.setIcon(_BLOCK, sign_icon(sign_of(outcome)))
            item.setText(_PLACE, place_of(outcome, form))
            item.setToolTip(_PLACE, "\n".join(outcome.doubts))
        self.remarks.clear()
        for sentence in self.reading.notes.sentences:
            self.remarks.addItem(QListWidgetItem(sign_icon(Sign.WARNING), sentence))
        self.remarks.setVisible(bool(self.remarks.count()))

    def _begin_at_doubts(self) -> None:
        rows = [row for row, each in enumerate(self.reading.outcomes) if sign_of(each) in {Sign.ERROR, Sign.WARNING}]
        if self._items:
            self.blocks.setCurrentItem(self._items[rows[0] if rows else 0])
        self.blocks.setFocus()

    def _selected(self) -> list[Outcome]:
        """Return the outcomes of the selected blocks, the current one first."""
        selected = [each for item, each in zip(self._items, self.reading.outcomes, strict=True) if item.isSelected()]
        current = self.reading.outcomes[row] if (row := self.blocks.currentIndex().row()) >= 0 else None
        return sorted(selected, key=lambda each: each is not current)

    def _show_selected(self) -> None:
        selected = self._selected()
        self._offer_targets(selected)
        names = self._column_names(selected[0]) if selected else ()
        self.hint.setVisible(bool(names))
        if selected:
            self.preview.show_block(selected[0].block, names, self._assignment.columns.get(selected[0].index))
        else:
            self.preview.show_block(None)

    def _column_names(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the names to choose from above a grid's columns; none where it belongs to no table."""
        section = self._form.section(outcome.section) if outcome.section else None
        if section is None or section.content is Content.TEXT or not isinstance(outcome.block, Grid):
            return ()
        return column_names(self._form.table(section.key))

    def _offer_targets(self, selected: list[Outcome]) -> None:
        """Offer the sections that all the selected blocks can go to: a paragraph is no table."""
        takes_tables = bool(selected) and all(isinstance(each.block, Grid) for each in selected)
        self.target.clear()
        self.target.addItem(_TO_BE_CHOSEN, None)
        for section in self._form.sections:
            if takes_tables or section.content is Content.TEXT:
                self.target.addItem(section_name(section), section.key)
        self.target.addItem(LEFT_OUT, NOT_IN_REPORT)
        places = {_target_of(each) for each in selected}
        self.target.setCurrentIndex(max(0, self.target.findData(places.pop())) if len(places) == 1 else 0)
        self.target.setEnabled(bool(selected))

    # ── by hand ─────────────────────────────────────────────────────────

    def _assign(self, section: str | None) -> None:
        if section is not None:
            self._read_anew(self._assignment.with_section([each.index for each in self._selected()], section))

    def _name_column(self, column: int, name: str) -> None:
        outcome = self._selected()[0]
        if outcome.section is not None:
            self._read_anew(self._assignment.with_column(outcome.index, outcome.section, column, name))

    def _read_anew(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self.reading = self._read(assignment)
        self._refresh()
        self._show_selected()

    def _go_to(self, item: QListWidgetItem) -> None:
        """Lead to the block a remark speaks of, where it speaks of one."""
        for row, outcome in enumerate(self.reading.outcomes):
            if item.text() in {*outcome.doubts, *map(unplaced, outcome.leftover)}:
                self.blocks.setCurrentItem(self._items[row], _BLOCK, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return

    @property
    def _form(self) -> Form:
        return self.reading.report.form


def _target_of(outcome: Outcome) -> str | None:
    """Return what the choice says for a block: its section, left out by the clerk, or nothing yet."""
    if outcome.kind is Kind.LEFT_OUT:
        return NOT_IN_REPORT if outcome.by_hand and not outcome.leftover else outcome.section
    return None if outcome.kind in {Kind.TITLE, Kind.HEADING} else outcome.section
