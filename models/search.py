"""Finding words and figures all over a report, and replacing words in its texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.excerpts import around_numbers
from models.form import CellName, Content, LabelCell, Section, Table
from models.live_text import LiveText
from models.report import Edit, Report
from models.taken_over import Span
from models.text_edits import live_text, text_edit
from models.texts import HALF_WIDTH, clean_line

_PLAIN = HALF_WIDTH | {0x3000: 0x20}
_CAPITALS = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_FOLDED = {code: _CAPITALS.get(half, half) for code, half in _PLAIN.items()} | _CAPITALS
"""One character for one: full-width forms and capitals are looked for as their plain ones."""
_AROUND = 12
"""Characters of the text shown before and after what was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand.

    Args:
        section: the section, by its key.
        what: what the list shows: the words in their sentence, a label, a cell with its figure.
        cell: the figure to go to; empty in running text.
        span: the words in the section's text; None elsewhere.
    """

    section: str
    what: str
    cell: CellName = ""
    span: Span | None = None


def find(report: Report, words: str) -> list[Hit]:
    """Return where words stand in titles, labels, figures, remarks and texts, in the order of the report."""
    wanted = _plain(words.strip())
    if not wanted:
        return []
    return [hit for section in report.form.sections for hit in _in_section(report, section, wanted)]


def replace_all(report: Report, words: str, by: str) -> Edit:
    """Return the edit that puts other words in the place of some in every text; it names nothing where none stand."""
    hits = [hit for hit in find(report, words) if hit.span is not None]
    return _replaced(report, hits, by)


def replace_one(report: Report, hit: Hit, by: str) -> Edit:
    """Return the edit that puts other words in one place of a text."""
    return _replaced(report, [hit], by)


def _replaced(report: Report, hits: list[Hit], by: str) -> Edit:
    texts = {hit.section: live_text(report, hit.section) for hit in hits}
    by = clean_line(by) if by.strip() else by  # what a document cannot hold would move the live figures
    for hit in reversed(hits):  # those before keep their places
        if hit.span is not None:
            texts[hit.section] = texts[hit.section].with_part(hit.span.start, hit.span.stop, LiveText(by))
    return text_edit(report, f"替换 {len(hits)} 处", texts) if hits else Edit()


def _in_section(report: Report, section: Section, wanted: str) -> Iterator[Hit]:
    title = section.title or section.name
    if wanted in _plain(title):
        yield Hit(section.key, title, cell=_first_cell(report, section))
    if section.content is Content.TABLE:
        yield from _in_table(report, section.key, wanted)
    else:
        yield from _in_text(report.text(section.key), section.key, wanted)


def _first_cell(report: Report, section: Section) -> CellName:
    is_table = section.content is Content.TABLE
    return report.form.table(section.key).typed_cells[0] if is_table else ""


def _in_table(report: Report, key: str, wanted: str) -> Iterator[Hit]:
    table = report.form.table(key)
    for label in table.labels:
        cell = _cell_beside(table, label) if wanted in _plain(label.label.text) else None
        if cell:
            yield Hit(key, " ".join(label.label.text.split()), cell)
    for name, cell_of in table.cells.items():
        figure, remark = str(report.value(name)), report.remark(name)
        if wanted in _plain(figure) or wanted in _plain(remark):
            yield Hit(key, f"{cell_of.title}：{figure}{f'（{remark}）' if remark else ''}", name)


def _cell_beside(table: Table, label: LabelCell) -> CellName | None:
    """Return the first figure right of a label or below it."""
    place = label.place
    beside = (each for each in table.cells.values() if each.place.row in place.rows)
    below = (each for each in table.cells.values() if each.place.column in place.columns)
    found = next(beside, None) or next((each for each in below if each.place.row >= place.row), None)
    return found.name if found else None


def _in_text(text: str, key: str, wanted: str) -> Iterator[Hit]:
    plain = _plain(text)
    start = plain.find(wanted)
    while start >= 0:
        stop = start + len(wanted)
        first, last = around_numbers(text, max(0, start - _AROUND), stop + _AROUND)
        yield Hit(key, " ".join(text[first:last].split()), span=Span(start, stop))
        start = plain.find(wanted, stop)


def _plain(text: str) -> str:
    return text.translate(_FOLDED)
