"""Editing one section's running text as part of the document's own undo history."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from models.errors import InputRefusal
from models.finding import Finding
from models.form import CellName
from models.live_figures import LiveFigure, LiveFigures, carried_along, cells_named
from models.live_text import LiveText, joined
from models.report import Change
from models.taken_over import Span
from models.text_change import change_between
from ui.document import Document
from ui.finding_commands import Offer
from ui.pages.paragraph_view import ParagraphView
from ui.pages.text_changes import TextChanges
from ui.pages.text_chips import TextChips
from ui.pages.text_differences import TextDifferences, counted_as_qt
from ui.pages.text_highlighter import TextHighlighter
from ui.pages.text_marks import TextMarks, marks_in
from ui.panels.offer_buttons import add_offers
from ui.text_units import characters

_OWN_HISTORY = ("edit-undo", "edit-redo")
"""Entries of Qt's menu for a history that this editor does not keep."""


class TextEditor(ParagraphView):
    """Plain paragraphs of one section; every change becomes an edit of the document at once."""

    finding_changed = Signal()
    """Emitted when the cursor comes to another finding or live figure, or leaves one."""

    _highlighter: TextHighlighter | None = None

    def __init__(
        self,
        document: Document,
        section: str,
        offers: Callable[[Finding], Sequence[Offer]],
        parent: QWidget | None = None,
    ) -> None:
        """Show a section's text; `offers` tells what can be done about a finding in it."""
        super().__init__(parent)
        self._report_document = document
        self._section = section
        self._offers = offers
        self.offers_at: Callable[[int], Sequence[Offer]] = lambda _place: ()
        """Tells what can be done at a place of the text."""
        self._loading = False
        self._is_changed = False
        self._pasted: LiveFigures | None = None
        self._dragged: Span | None = None
        self._marks = self._marks_now()
        self._at_cursor: tuple[Finding | None, LiveFigure | None] = None, None
        self._shown_findings: list[Finding] = []
        changes = TextChanges(self.document())
        changes.changed.connect(self._note_change)
        self._findings, self._differences = TextMarks(changes), TextDifferences(changes)
        self._chips = TextChips(self)
        self._highlighter = TextHighlighter(self.document(), document, section, self._findings, self._differences)
        self._highlighter.first_in_view = lambda: self.top_place().paragraph
        self._show(document.report.text(section))
        self._show_chips()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark_findings()
        self.textChanged.connect(self._take_over)
        self.cursorPositionChanged.connect(self._follow_cursor)
        document.changed.connect(self._follow_change)
        document.findings_changed.connect(self._mark_findings)
        document.settled.connect(self._mend_marks)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._highlighter:
            self._highlighter.show_all_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of the live figures, and the text over them."""
        painter = QPainter(self.viewport())
        self._chips.paint(painter)
        painter.end()
        super().paintEvent(event)

    # ── where the cursor is ─────────────────────────────────────────────

    @property
    def finding(self) -> Finding | None:
        """The finding about the words the cursor is in."""
        return self._at_cursor[0]

    @property
    def live_figure(self) -> LiveFigure | None:
        """The live figure the cursor is in."""
        return self._at_cursor[1]

    def show_differences(self, parts: Iterable[Span]) -> None:
        """Mark these parts of the text, in their order, as what last year's has not."""
        changed = self._differences.show(counted_as_qt(self.plain_text(), parts))
        if changed and self._highlighter:
            self._highlighter.show_anew(changed)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip what was found about the words under the mouse, or which cells a live figure follows."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.cursorForPosition(event.pos()).position()
            mark, figure = self._findings.at(place), self._chips.at(place)
            text = self._explained(mark.finding) if mark else ""
            text = "\n".join(part for part in (text, self.followed_by(figure) if figure else "") if part)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of every text, with what can be done about the words under the mouse on top."""
        at_cursor = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if at_cursor else self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)  # the commands act where the cursor is
        mark = self._findings.at(cursor.position())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            action.setVisible(action.objectName() not in _OWN_HISTORY)
        usual = menu.actions()
        groups = [self._offers(mark.finding) if mark else (), self.offers_at(self._character(cursor))]
        for offers in groups:
            before = len(menu.actions())
            add_offers(menu, offers)
            if offers:
                menu.insertActions(usual[0], menu.actions()[before:])
                menu.insertSeparator(usual[0])
        menu.popup(self.place_of_caret() if at_cursor else event.globalPos())

    def followed_by(self, figure: LiveFigure) -> str:
        """Return what a live figure follows, in words."""
        cells = cells_named(self._report_document.report.form, figure.cells)
        return f"联动数：{cells}，随表格变化（F6 转到表格）"

    def _character(self, cursor: QTextCursor) -> int:
        return characters(self.plain_text(), cursor.position())

    def _explained(self, finding: Finding) -> str:
        ways = [offer.explanation for offer in self._offers(finding) if offer.act]
        return "\n".join([finding.message, *ways])

    # ── the clipboard ───────────────────────────────────────────────────

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected: plain text for everybody, with its live figures for texts of reports."""
        from ui.text_clip import mime_of  # noqa: PLC0415 - the window comes up first

        chosen = self.chosen()
        return mime_of(self._live_text().part(chosen.start, chosen.stop))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Refuse files: a file dropped anywhere on the window is opened."""
        return not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain paragraphs, whatever the source's formatting; live figures of a report stay live."""
        from ui.text_clip import clip_of, is_whole_paragraph  # noqa: PLC0415 - as above

        try:
            clip = clip_of(source, self._known_cells())
        except InputRefusal as refusal:
            self._report_document.notice.emit(str(refusal))
            return
        place, cursor = self.chosen(), self.textCursor()
        if not clip.text and place.start == place.stop:
            return
        if is_whole_paragraph(source) and cursor.atBlockStart() and not cursor.atBlockEnd():
            clip = joined([clip, LiveText("")])  # else it would run into the paragraph it is put before
        self._pasted = self._live_text().with_part(place.start, place.stop, clip).live
        cursor.insertText(clip.text)
        if self._dragged is None:  # else Qt tells of the change when the drop is done
            self._pasted = None
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped; what was dragged from this text is taken away there in the same step."""
        self._dragged = self.chosen()
        super().dropEvent(event)
        self._dragged = self._pasted = None

    def _live_text(self) -> LiveText:
        """Return the text as it stands, with its live figures; a dragged part may be gone already."""
        report, text = self._report_document.report, self.plain_text()
        known, live = report.text(self._section), report.live_in(self._section)
        dragged = self._dragged
        if dragged and known[: dragged.start] + known[dragged.stop :] == text:
            return LiveText(known, live).with_part(dragged.start, dragged.stop, LiveText(""))
        return LiveText(text, carried_along(live, change_between(known, text)))

    def _known_cells(self) -> Iterable[CellName]:
        return self._report_document.report.form.cells

    # ── edits, here and elsewhere ───────────────────────────────────────

    def _note_change(self) -> None:
        self._is_changed = True

    def _take_over(self) -> None:
        if self._loading or not (self._is_changed or self._pasted):
            return  # Qt tells of each paragraph that is only drawn anew, too
        self._is_changed = False
        text, pasted, self._pasted = self.plain_text(), self._pasted, None
        if pasted is not None:  # a step of its own in the history
            self._report_document.paste_text(self._section, text, pasted)
        elif text != self._report_document.report.text(self._section):  # what is being composed is no text yet
            self._report_document.type_text(self._section, text, self.place_of_cursor())

    def _follow_change(self, change: Change) -> None:
        if self._section in change.sections:
            text = self._report_document.report.text(self._section)
            if text != self.plain_text():
                self._show(text, with_cursor=not change.cells)
            self._show_chips()
        before, self._marks = self._marks, self._marks_now()
        if before != self._marks and self._highlighter:
            self._highlighter.show_all_anew()

    def _show(self, text: str, *, with_cursor: bool = True) -> None:
        """Show another text; the cursor goes to what is different, unless figures have followed their cells."""
        self._loading = True
        before = self.plain_text()
        change = change_between(before, text)
        end = self.replace(Span(change.start, change.stop), change.new_part(text))
        if with_cursor:
            self.setTextCursor(end)
        self._loading = False

    def _show_chips(self) -> None:
        report = self._report_document.report
        if self._chips.show(report.text(self._section), report.live_in(self._section)):
            self.viewport().update()
            self._follow_cursor()

    # ── marks ───────────────────────────────────────────────────────────

    def _mark_findings(self) -> None:
        about = [each for each in self._report_document.findings if each.section == self._section]
        if about != self._shown_findings:  # or finding their places would delay every key in a table
            self._shown_findings = about
            self._place_marks()

    def _mend_marks(self) -> None:
        if not self._findings.is_complete:
            self._place_marks()

    def _place_marks(self) -> None:
        marks = marks_in(self._report_document.report, self._section, self._shown_findings)
        changed = self._findings.show(marks)
        if changed and self._highlighter:
            self._highlighter.show_anew(changed)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        place = self.textCursor().position()
        mark = self._findings.at(place)
        before, self._at_cursor = self._at_cursor, (mark.finding if mark else None, self._chips.at(place))
        if before != self._at_cursor:
            self.finding_changed.emit()

    def _marks_now(self) -> tuple[object, ...]:
        """Return all that the marks in the text follow from, but for the text itself."""
        report, section = self._report_document.report, self._section
        last = report.last_year.texts.get(section) if report.last_year else None
        return section in report.from_last_year, report.confirmed.get(section), last, report.head.year
