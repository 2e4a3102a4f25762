"""A statutory table as a Qt model: the part of the grid that scrolls under its header and stub."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.cell_value import Entry, read_entry
from models.checks.entries import refusal_sentence
from models.comparison import compared_year
from models.form import Cell, CellName, LabelCell, Place, Table
from models.formulas import formulas_of
from models.origins import origin_sentence
from models.report import Change, Edit
from ui.document import Document
from ui.grid.look import Look, figure_look, label_look
from ui.grid.marks import contradicting, marks_of

Index = QModelIndex | QPersistentModelIndex


_NO_PARENT = QModelIndex()
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_DERIVED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _DERIVED | Qt.ItemFlag.ItemIsEditable
_EMPTY = Look("")
_LABEL_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class GridModel(QAbstractTableModel):
    """The figures of one table, and those of its labels that do not stand in the header or stub."""

    def __init__(self, document: Document, table: Table, parent: QObject | None = None) -> None:
        """Show one table of the document's report and follow its changes."""
        super().__init__(parent)
        self.table = table
        self._document = document
        self._report = document.report
        self._items: dict[tuple[int, int], Cell | LabelCell] = {}
        items: list[Cell | LabelCell] = [*table.labels, *table.cells.values()]
        for item in items:
            self._items |= dict.fromkeys(self._positions(item.place), item)
        in_view = (item.place for item in items if self._positions(item.place))
        self._origins = [(*self._origin(place), place.row_span, place.column_span) for place in in_view]
        self._flags = {place: self._flags_of(item) for place, item in self._items.items()}
        self._marks = marks_of(document.findings)
        self._looks: dict[tuple[int, int], Look] = {}
        self._shows_last_year = False
        document.changed.connect(self._follow_change)
        document.findings_changed.connect(self._follow_findings)

    # ── where things stand ──────────────────────────────────────────────

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the grid's rows below the header."""
        return 0 if parent.isValid() else self.table.row_count - self.table.header_rows

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the grid's columns right of the stub."""
        return 0 if parent.isValid() else self.table.column_count - self.table.stub_columns

    def item_at(self, index: Index) -> Cell | LabelCell | None:
        """Return the figure or label that covers an index."""
        return self._items.get((index.row(), index.column()))

    def cell_at(self, index: Index) -> Cell | None:
        """Return the figure at an index, None on a label."""
        item = self.item_at(index)
        return item if isinstance(item, Cell) else None

    def figure(self, row: int, column: int) -> Cell | None:
        """Return the figure whose top left place this is."""
        item = self._items.get((row, column))
        return item if isinstance(item, Cell) and self._origin(item.place) == (row, column) else None

    def text_at(self, row: int, column: int) -> str:
        """Return what a block holds for a place: an entry or label at its top left place, else nothing."""
        item = self._items.get((row, column))
        if item is None or self._origin(item.place) != (row, column):
            return ""
        return self._entry_text(item) if isinstance(item, Cell) else item.label.text

    def index_of(self, name: CellName) -> QModelIndex:
        """Return the index of a figure; an invalid one where the table has no such cell."""
        cell = self.table.cells.get(name)
        return QModelIndex() if cell is None else self.index(*self._origin(cell.place))

    def origins(self) -> list[tuple[int, int, int, int]]:
        """Return row, column, row span and column span of every figure and label below header and right of stub."""
        return self._origins

    def is_typed(self, name: CellName) -> bool:
        """Tell whether the clerk types this figure; totals are derived."""
        return name not in self.table.totals

    # ── what stands there ───────────────────────────────────────────────

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make labels untouchable, totals selectable and all other figures editable."""
        return self._flags.get((index.row(), index.column()), _NO_FLAGS)

    def look_at(self, row: int, column: int) -> Look:
        """Return how a place of the grid looks now."""
        look = self._looks.get((row, column))
        if look is None:
            look = self._looks[row, column] = self._look_of(self._items.get((row, column)))
        return look

    def show_last_year(self, on: bool) -> None:  # noqa: FBT001 - it is what it shows or not
        """Show or hide last year's figures under this year's."""
        if on != self._shows_last_year:
            self._shows_last_year = on
            self._looks.clear()

    @property
    def is_beside_last_year(self) -> bool:
        """Whether last year's figures are shown and known."""
        return self._shows_last_year and compared_year(self._report) is not None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the labels that lead to a column or row, for screen readers; the header draws them itself."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        from ui.grid.accessible import header_name  # noqa: PLC0415 - nobody asks where no screen reader runs

        return header_name(self.table, section, across=orientation is Qt.Orientation.Horizontal)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the text of a cell or label, what an editor begins with, and the tooltip."""
        item = self._items.get((index.row(), index.column()))
        if isinstance(item, LabelCell):
            return item.label.text if role in _LABEL_ROLES else None
        reader = self._READERS.get(role)
        return None if item is None or reader is None else reader(self, item)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Enter what was typed; what cannot be read as a number is kept as it is and said."""
        cell = self.cell_at(index)
        if cell is None or role != Qt.ItemDataRole.EditRole or not self.is_typed(cell.name):
            return False
        entry, old = read_entry(str(value)), self._report.remark(cell.name)
        edit = Edit(f"填写 {cell.title}", cells={cell.name: entry.value}, remarks={cell.name: entry.remark})
        self._document.apply(edit)
        if sentence := refusal_sentence(cell, entry.value):
            self._document.notice.emit(f"{cell.title}：{sentence}")
        elif old and not entry.remark:
            self._document.notice.emit(f"{cell.title}：原备注“{old}”随旧数一并去掉，可以撤销")
        return True

    def _entry_text(self, cell: Cell) -> str:
        return str(Entry(self._report.value(cell.name), self._report.remark(cell.name)))

    def _look_of(self, item: Cell | LabelCell | None) -> Look:
        if isinstance(item, Cell):
            return figure_look(self._report, item, self._marks.get(item.name), self._beside(item))
        return label_look(item) if item else _EMPTY

    def _beside(self, cell: Cell) -> str:
        if not self._shows_last_year:
            return ""
        from models.beside_last_year import beside  # noqa: PLC0415 - the window comes up without

        return beside(self._report, cell.name)

    def _flags_of(self, item: Cell | LabelCell) -> Qt.ItemFlag:
        if isinstance(item, LabelCell):
            return _NO_FLAGS
        return _TYPED if self.is_typed(item.name) else _DERIVED

    def _text(self, cell: Cell) -> str:
        return str(self._report.value(cell.name))

    def _tooltip(self, cell: Cell) -> str:
        lines = [cell.title, *formulas_of(self._report, cell.name)]
        if self.is_beside_last_year:
            from models.beside_last_year import beside_sentence  # noqa: PLC0415 - as in `_beside`

            lines.append(beside_sentence(self._report, cell.name))
        if remark := self._report.remark(cell.name):
            lines.append(f"备注：{remark}")
        if origin := origin_sentence(self._report, cell.name):
            lines.append(origin)
        lines += [finding.message for finding in contradicting(self._document.findings, cell.name)]
        return "\n".join(lines)

    def _accessible_name(self, cell: Cell) -> str:
        from ui.grid.accessible import cell_name  # noqa: PLC0415 - as in `headerData`

        return cell_name(self._report, cell, self._document.findings)

    def _accessible_description(self, cell: Cell) -> str:
        from ui.grid.accessible import cell_description  # noqa: PLC0415 - as in `headerData`

        return cell_description(self._report, cell, self._document.findings)

    _READERS: ClassVar[dict[int, Callable[["GridModel", Cell], Any]]] = {
        Qt.ItemDataRole.DisplayRole: _text,
        Qt.ItemDataRole.EditRole: _entry_text,
        Qt.ItemDataRole.ToolTipRole: _tooltip,
        Qt.ItemDataRole.AccessibleTextRole: _accessible_name,
        Qt.ItemDataRole.AccessibleDescriptionRole: _accessible_description,
    }

    # ── following the document ──────────────────────────────────────────

    def _follow_change(self, change: Change) -> None:
        if change.last_year or change.head:  # either may begin or end the comparison
            self._looks.clear()
        self._announce(change.cells)

    def _follow_findings(self) -> None:
        before, self._marks = self._marks, marks_of(self._document.findings)
        names = before.keys() | self._marks.keys()
        self._announce({name for name in names if before.get(name) is not self._marks.get(name)})

    def _announce(self, names: frozenset[CellName] | set[CellName]) -> None:
        for name in names & self.table.cells.keys():
            index = self.index_of(name)
            self._looks.pop((index.row(), index.column()), None)
            self.dataChanged.emit(index, index)

    def _origin(self, place: Place) -> tuple[int, int]:
        return place.row - self.table.header_rows, place.column - self.table.stub_columns

    def _positions(self, place: Place) -> list[tuple[int, int]]:
        rows = range(place.row - self.table.header_rows, place.rows.stop - self.table.header_rows)
        columns = range(place.column - self.table.stub_columns, place.columns.stop - self.table.stub_columns)
        return [(row, column) for row in rows for column in columns if row >= 0 and column >= 0]
