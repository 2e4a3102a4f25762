"""The list of sections at the left: where one is, and how each stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.finding import Severity
from models.form import Content, Section
from models.report import Report
from ui.document import Document
from ui.panels.state_icons import SIGNS, Sign, sign_icon
from ui.theme import is_dark

_NUMBER_SEPARATOR = "、"


class SectionList(QListWidget):
    """One line a section with its state: in order, empty, taken over, or with so many findings."""

    section_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """List the sections of the document's form."""
        super().__init__(parent)
        self._document = document
        self._sections = document.report.form.sections
        self._shown: dict[int, tuple[tuple[Sign, str], bool]] = {}
        for _section in self._sections:
            self.addItem(QListWidgetItem())
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.refresh()
        document.changed.connect(self.refresh)
        document.findings_changed.connect(self.refresh)
        self.currentRowChanged.connect(lambda row: self.section_chosen.emit(self._sections[row].key))

    def choose(self, key: str) -> None:
        """Make a section the current one."""
        self.setCurrentRow([section.key for section in self._sections].index(key))

    def refresh(self) -> None:
        """Show the state of every section anew."""
        levels = self._levels()
        for row, section in enumerate(self._sections):
            state = self._state(section, levels[section.key]), is_dark()
            if self._shown.get(row) == state:
                continue
            self._shown[row] = state
            sign, note = state[0]
            number, separator, _rest = section.title.partition(_NUMBER_SEPARATOR)
            item = self.item(row)
            item.setText(f"{number}{separator}{section.name}{note}")
            item.setIcon(sign_icon(sign))
            item.setToolTip(section.title or section.name)

    def _levels(self) -> dict[str, list[Severity]]:
        """Return the levels of the findings about each section, its text or its cells."""
        levels: dict[str, list[Severity]] = {section.key: [] for section in self._sections}
        for finding in self._document.findings:
            tables = {name.partition("/")[0] for name in finding.cells}
            for key in tables | {finding.section} - {None}:
                levels[str(key)].append(finding.severity)
        return levels

    def _state(self, section: Section, levels: list[Severity]) -> tuple[Sign, str]:
        report = self._document.report
        if levels:
            return next(SIGNS[level] for level in Severity if level in levels), f"  {len(levels)}"
        if report.from_last_year and _untouched(report, section):
            return Sign.INFO, "  去年"
        missing = not report.text(section.key).strip() if section.title else not report.head.is_complete
        if section.content is Content.TEXT and missing:
            return Sign.EMPTY, "  未写"
        return Sign.GOOD, ""


def _untouched(report: Report, section: Section) -> int:
    from models.taken_over import untouched_count  # noqa: PLC0415 - a report begun anew has none of last year's

    return untouched_count(report, section)
