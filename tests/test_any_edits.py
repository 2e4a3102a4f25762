"""Whatever a clerk does in any order: model, totals, findings and what the window shows agree, and all can be undone.

The steps are the window's own: what is typed, pasted, filled, drawn out, linked, drafted, replaced, undone.
"""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication

from models.checks import DEFAULT_CHECKS
from models.checks.inspection import Inspection
from models.draft import Draft
from models.drafting import draft_from_tables
from models.finding import Finding
from models.form import Table
from models.form_file import current_form
from models.linking import insert_figure, link, linkable, unlink
from models.live_figures import shown
from models.report import Edit, Head, LastYear, Report
from models.search import replace_all
from models.taken_over import Span
from models.totals import totals_of
from tests.builders import a_full_report, clean_texts
from tests.models.edits import snapshot
from ui.document import Document
from ui.grid.clipboard import block_to_text
from ui.grid.filling import stretched
from ui.grid.marks import marks_of
from ui.grid.view import GridView
from ui.pages.text_editor import TextEditor

FORM = current_form()
TABLE_CHECKS = tuple(check for check in DEFAULT_CHECKS if check.is_quick)
RUNS, STEPS = 245, 50
"""Some runs end early, so that they come to ten thousand steps."""
LEAST_STEPS = 10_000
SECTIONS = ("overview", "problems")
ENTRIES = ["", "0", "7", "12", "1,234", "１２", "／", "约5", "22（其中修订16件）", "0.50", "-3", "9" * 15]
SENTENCES = ["收到政府信息公开申请6件。", "（一）主动公开\n", "予以公开1件，", "6", "件", ""]

Place = tuple[int, int]
"""Row and column of a grid."""

TABLES = st.sampled_from(FORM.tables)
PLACES = st.tuples(st.integers(0, 30), st.integers(0, 9))
FEW = st.integers(1, 4)
WORDS = st.sampled_from(SENTENCES)
CLIPBOARD = ["copy", "cut", "paste"]
FILLING = ["clear", "fill_down", "fill_right", "confirm", "fill_zeros"]
BLOCKS = st.lists(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=3), min_size=1, max_size=3)

taken: Counter[str] = Counter()
"""How many steps were taken, for the statement that they were as many as promised."""


class AnyEdits(RuleBasedStateMachine):
    """A report open in grids and editors, and the steps a clerk can take."""

    @initialize()
    def open_report(self) -> None:
        report = a_full_report(texts=clean_texts())
        report.apply(Edit(last_year=_last_year(report)))
        self.document = Document(report)
        self.grids = {table.key: GridView(self.document, table) for table in FORM.tables}
        self.editors = {key: TextEditor(self.document, key, lambda _finding: []) for key in SECTIONS}
        self.first = snapshot(report)

    @property
    def report(self) -> Report:
        return self.document.report

    # ── in the tables ───────────────────────────────────────────────────

    @rule(table=TABLES, place=st.integers(0, 200), text=st.sampled_from(ENTRIES))
    def type_in_a_cell(self, table: Table, place: int, text: str) -> None:
        model = self.grids[table.key].grid
        name = table.typed_cells[place % len(table.typed_cells)]
        model.setData(model.index_of(name), text)

    @rule(table=TABLES, place=PLACES, block=BLOCKS)
    def paste_a_block(self, table: Table, place: Place, block: list[list[str]]) -> None:
        QApplication.clipboard().setText(block_to_text(block))
        self._select(table.key, place, 1, 1)
        self.grids[table.key].paste()

    @rule(table=TABLES, place=PLACES, rows=FEW, columns=FEW, do=st.sampled_from(CLIPBOARD))
    def use_the_clipboard(self, table: Table, place: Place, rows: int, columns: int, do: str) -> None:
        self._select(table.key, place, rows, columns)
        getattr(self.grids[table.key], do)()

    @rule(table=TABLES, place=PLACES, rows=FEW, columns=FEW, do=st.sampled_from(FILLING))
    def fill(self, table: Table, place: Place, rows: int, columns: int, do: str) -> None:
        self._select(table.key, place, rows, columns)
        getattr(self.grids[table.key].blocks, do)()

    @rule(table=TABLES, place=PLACES, to=PLACES)
    def draw_out(self, table: Table, place: Place, to: Place) -> None:
        self._select(table.key, place, 1, 1)
        grid = self.grids[table.key]
        if grid.selected:
            source = grid.selected.rows, grid.selected.columns
            inside = min(to[0], grid.grid.rowCount() - 1), min(to[1], grid.grid.columnCount() - 1)
            grid.blocks.fill_over(source, stretched(source, *inside))

    @rule(table=TABLES, place=st.integers(0, 200), remark=st.sampled_from(["", "其中修订3件"]))
    def remark(self, table: Table, place: int, remark: str) -> None:
        name = list(table.cells)[place % len(table.cells)]
        self.document.apply(Edit(label="备注", remarks={name: remark}))

    # ── in the texts ────────────────────────────────────────────────────

    @rule(section=st.sampled_from(SECTIONS), start=st.integers(0, 120), length=st.integers(0, 5), words=WORDS)
    def write(self, section: str, start: int, length: int, words: str) -> None:
        text = self.report.text(section)
        start = min(start, len(text))
        self.document.type_text(section, f"{text[:start]}{words}{text[start + length :]}", start + len(words))

    @rule(section=st.sampled_from(SECTIONS), start=st.integers(0, 120), place=st.integers(0, 300))
    def insert_a_live_figure(self, section: str, start: int, place: int) -> None:
        start = min(start, len(self.report.text(section)))
        name = list(FORM.cells)[place % len(FORM.cells)]
        self.document.apply(insert_figure(self.report, section, Span(start, start), (name,)))

    @rule(section=st.sampled_from(SECTIONS))
    def make_figures_live(self, section: str) -> None:
        self.document.apply(link(self.report, section, linkable(self.report, section)))

    @rule(section=st.sampled_from(SECTIONS), start=st.integers(0, 120))
    def make_figures_plain(self, section: str, start: int) -> None:
        self.document.apply(unlink(self.report, section, Span(start, start + 20)))

    @rule(draft=st.sampled_from(FORM.drafts), place=st.integers(0, 200))
    def draft(self, draft: Draft, place: int) -> None:
        self.document.apply(draft_from_tables(self.report, draft, place).edit)

    @rule(words=st.sampled_from(["公开", "件", "6"]), by=st.sampled_from(["开放", "件", ""]))
    def replace(self, words: str, by: str) -> None:
        self.document.apply(replace_all(self.report, words, by))

    @rule(year=st.sampled_from([None, 2024, 2025]))
    def change_the_year(self, year: int | None) -> None:
        self.document.apply(Edit(label="年度", head=Head("某某市人民政府", year)))

    @rule()
    def pause(self) -> None:
        self.document.settle()

    # ── back and forth ──────────────────────────────────────────────────

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.document.undo()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.document.redo()

    # ── what always holds ───────────────────────────────────────────────

    @invariant()
    def totals_are_those_of_the_cells(self) -> None:
        taken["steps"] += 1
        assert self.report.totals == totals_of(FORM, self.report.cells)

    @invariant()
    def what_is_found_of_the_tables_is_what_the_checks_find_anew(self) -> None:
        fresh = Inspection(self.report, TABLE_CHECKS)
        fresh.run_quick()
        codes = {check.code for check in TABLE_CHECKS}
        assert _told([each for each in self._found() if each.code in codes]) == _told(fresh.findings)

    @invariant()
    def the_grids_show_the_report(self) -> None:
        marked = marks_of(self.document.findings)
        for grid in self.grids.values():
            model = grid.grid
            shown_there = {name: model.data(model.index_of(name)) for name in grid.grid.table.cells}
            assert shown_there == {name: str(self.report.value(name)) for name in shown_there}
            looks = {name: model.look_at(*_place(grid, name)) for name in shown_there}
            assert {name: look.text for name, look in looks.items()} == shown_there
            marks = {name: look.mark for name, look in looks.items() if look.mark}
            assert marks == {name: side.value for name, side in marked.items() if name in shown_there}

    @invariant()
    def the_editors_show_the_texts(self) -> None:
        for key, editor in self.editors.items():
            assert editor.plain_text() == self.report.text(key)

    @invariant()
    def live_figures_show_their_cells(self) -> None:
        for key, figures in self.report.live.items():
            words = [self.report.text(key)[each.start : each.stop] for each in figures]
            assert words == [shown(map(self.report.known_value, each.cells), each.factor) for each in figures]

    def teardown(self) -> None:
        """Judge the whole once more from nothing, and take everything back."""
        if not hasattr(self, "document"):
            return
        self.document.settle()
        fresh = Inspection(self.report, DEFAULT_CHECKS)
        fresh.run()
        assert _told(self._found()) == _told(fresh.findings)
        last = snapshot(self.report)
        back = 0
        while self.document.undo_stack.canUndo():
            self.document.undo()
            back += 1
        assert snapshot(self.report) == self.first
        for _ in range(back):
            self.document.redo()
        assert snapshot(self.report) == last

    def _found(self) -> list[Finding]:
        return [*self.document.findings, *(finding for finding, _ in self.document.dismissed)]

    def _select(self, key: str, place: Place, rows: int, columns: int) -> None:
        grid = self.grids[key]
        top, left = place[0] % grid.grid.rowCount(), place[1] % grid.grid.columnCount()
        bottom = min(top + rows, grid.grid.rowCount()) - 1
        right = min(left + columns, grid.grid.columnCount()) - 1
        block = QItemSelection(grid.grid.index(top, left), grid.grid.index(bottom, right))
        grid.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _told(findings: Iterable[Finding]) -> list[str]:
    return sorted(map(repr, findings))


def _place(grid: GridView, name: str) -> Place:
    index = grid.grid.index_of(name)
    return index.row(), index.column()


def _last_year(report: Report) -> LastYear:
    figures = {name: report.value(name) for name in FORM.cells}
    return LastYear(2023, figures, {"overview": "2023年，收到政府信息公开申请6件，予以公开1件。"})


@pytest.mark.timeout(600)
def test_any_ten_thousand_steps_agree_and_can_be_taken_back(qapp: QApplication) -> None:  # noqa: ARG001 - there must be one
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    many = settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(AnyEdits, settings=many)
    assert taken["steps"] >= LEAST_STEPS
