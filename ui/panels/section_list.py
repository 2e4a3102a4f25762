"""The list of pages at the left: the sections, how each stands, and behind them the comparison of years."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.finding import Severity
from models.form import Content, Section
from models.report import Report
from ui.colours import Tones
from ui.document import Document
from ui.panels.state_icons import SIGNS, Sign, sign_icon
from ui.theme import tones

COMPARISON = "@comparison"
"""Key of the page that compares years; no section's, whose keys begin with a letter."""

_NUMBER_SEPARATOR = "、"


class _Line(NamedTuple):
    sign: Sign
    text: str
    explanation: str


_COMPARISON_LINE = _Line(Sign.CHART, "年度对比", "本年的数与去年、前年的并排对照，可复制为图片")


class SectionList(QListWidget):
    """One line a section with its state: in order, empty, taken over, or with so many findings; then other pages."""

    section_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """List the sections of the document's form."""
        super().__init__(parent)
        self._document = document
        self._sections = document.report.form.sections
        self.keys = (*(section.key for section in self._sections), COMPARISON)
        """Of every line, the key of its page."""
        self._shown: dict[int, tuple[_Line, Tones]] = {}
        for _key in self.keys:
            self.addItem(QListWidgetItem())
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.refresh()
        document.changed.connect(self.refresh)
        document.findings_changed.connect(self.refresh)
        self.currentRowChanged.connect(lambda row: self.section_chosen.emit(self.keys[row]))

    def choose(self, key: str) -> None:
        """Make a page the current one."""
        self.setCurrentRow(self.keys.index(key))

    def refresh(self) -> None:
        """Show the state of every section anew."""
        levels = self._levels()
        for row, section in enumerate(self._sections):
            sign, note = self._state(section, levels[section.key])
            number, separator, _rest = section.title.partition(_NUMBER_SEPARATOR)
            self._show(row, _Line(sign, f"{number}{separator}{section.name}{note}", section.title or section.name))
        self._show(self.keys.index(COMPARISON), _COMPARISON_LINE)

    def _show(self, row: int, line: _Line) -> None:
        shown = line, tones()
        if self._shown.get(row) != shown:
            self._shown[row] = shown
            item = self.item(row)
            item.setText(line.text)
            item.setIcon(sign_icon(line.sign))
            item.setToolTip(line.explanation)

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
