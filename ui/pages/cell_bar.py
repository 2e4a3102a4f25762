"""The line under a table: which figure the cursor is on, last year's value, how it adds up, its remark, the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from models.finding import Finding
from models.form import Cell, CellName
from models.formulas import formulas_of
from models.origins import origin_sentence
from models.report import Change, Edit, Report
from ui.document import Document
from ui.grid.marks import contradicting
from ui.info_line import InfoLine
from ui.pages.entry_line import EntryLine

_LONGEST_LAST_YEAR = "去年 1234567.8901"
"""As long as a fee of a whole province."""


class CellBar(QWidget):
    """Follows the cursor of a grid and edits the remark of the cell it is on."""

    sentence_wanted = Signal(object)
    """Emitted with the finding whose words in the text are to be shown."""
    left = Signal()
    """Emitted when Esc leaves the remark as it was."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Start on no cell."""
        super().__init__(parent)
        self._document = document
        self._cell: Cell | None = None
        self._sentences: list[Finding] = []
        self._title = InfoLine(bold=True)
        self._last_year = InfoLine()
        self._last_year.keep_room_for(_LONGEST_LAST_YEAR)
        self._formulas = InfoLine(lines=2)
        self.confirm_button = QPushButton("确认沿用(&K)")
        self.sentence_button = QPushButton("转到句子(&G)")
        self.remark = EntryLine()
        self._lay_out()
        self.remark.editingFinished.connect(self.finish_entry)
        leave = QShortcut(Qt.Key.Key_Escape, self.remark, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_remark)
        self.sentence_button.clicked.connect(self._go_to_sentence)
        document.changed.connect(self._follow_change)
        document.findings_changed.connect(self._follow_findings)

    def show_cell(self, cell: Cell | None) -> None:
        """Show another cell; a remark still being typed is taken over first."""
        self.finish_entry()
        self._cell = cell
        self._refresh()

    def finish_entry(self) -> None:
        """Take over the remark as it stands in the line."""
        if self._cell is None:
            return
        text = self.remark.text().strip()
        self.remark.setModified(False)
        if text != self._document.report.remark(self._cell.name):
            edit = Edit(label=f"备注 {self._cell.title}", remarks={self._cell.name: text})
            self._document.apply(edit)

    def edit_remark(self) -> None:
        """Put the keyboard into the remark."""
        self.remark.setFocus()
        self.remark.selectAll()

    def _leave_remark(self) -> None:
        self.remark.setModified(False)
        self._refresh()
        self.left.emit()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        caption = QLabel("备注(&R)")
        caption.setBuddy(self.remark)
        self.remark.setPlaceholderText("例如：其中修订16件")
        layout.addWidget(self._title, 0, 0)
        layout.addWidget(self._last_year, 0, 1)
        layout.addWidget(self.confirm_button, 0, 2)
        layout.addWidget(caption, 0, 3)
        layout.addWidget(self.remark, 0, 4)
        layout.addWidget(self._formulas, 1, 0, 1, 4)
        layout.addWidget(self.sentence_button, 1, 4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout.setHorizontalSpacing(14)
        for column, stretch in ((0, 3), (1, 1), (4, 3)):
            layout.setColumnStretch(column, stretch)
        self._keep_room(self.confirm_button, "选中的格照去年的数沿用（F9）")
        self._keep_room(self.sentence_button, "到正文里写这个数的句子（F6）")

    @staticmethod
    def _keep_room(button: QPushButton, explanation: str) -> None:
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the window is laid out anew whenever the cursor moves
        button.setSizePolicy(policy)
        button.setToolTip(explanation)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click leaves the cursor in the table
        button.hide()

    def _refresh(self) -> None:
        self.setEnabled(self._cell is not None)
        if self._cell is None:
            return
        report, name = self._document.report, self._cell.name
        self._title.set_text(self._cell.title)
        self._last_year.set_text(self._last_years_value())
        self._sentences = self._contradicting()
        sentences = [_contradiction(report, finding) for finding in self._sentences]
        self._formulas.set_text("\n".join([*sentences, *_origin(report, name), *formulas_of(report, name)]))
        self.sentence_button.setVisible(bool(sentences))
        self.confirm_button.setVisible(name in report.from_last_year)
        if not self.remark.isModified():  # what is still being typed stays
            self.remark.setText(report.remark(name))

    def _contradicting(self) -> list[Finding]:
        return contradicting(self._document.findings, self._cell.name) if self._cell else []

    def _go_to_sentence(self) -> None:
        if self._sentences:
            self.sentence_wanted.emit(self._sentences[0])

    def _last_years_value(self) -> str:
        last_year = self._document.report.last_year
        if last_year is None or self._cell is None:
            return ""
        return f"去年 {last_year.cells.get(self._cell.name, '未填')}"

    def _follow_findings(self) -> None:
        if self._sentences != self._contradicting():
            self._refresh()

    def _follow_change(self, change: Change) -> None:
        if self._cell is not None and (change.cells or change.last_year):
            self._refresh()


def _contradiction(report: Report, finding: Finding) -> str:
    where = report.form.section(finding.section or "").name
    return f"{where}写“{' '.join((finding.quote or '').split())}”，与表格不符"


def _origin(report: Report, name: CellName) -> list[str]:
    sentence = origin_sentence(report, name)
    return [sentence] if sentence else []
