"""Blocks of figures to and from the clipboard, as Excel and WPS put them there."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.cell_value import Blank, CellValue, Entry, Unreadable, read_entry
from models.checks.entries import is_acceptable
from models.form import Cell, CellName
from models.report import Edit, Report

Block = Sequence[Sequence[str]]
"""Rows of cell texts."""


@dataclass(frozen=True, slots=True)
class Paste:
    """What a block does to a table: the edit, how many cells it fills, and how many it leaves out."""

    edit: Edit
    filled: int
    ignored: int

    @property
    def sentence(self) -> str:
        """What the status line says afterwards."""
        return f"贴入 {self.filled} 格" + (f"，忽略 {self.ignored} 格" if self.ignored else "")


def block_to_text(rows: Iterable[Iterable[str]]) -> str:
    """Return a block as tab-separated text, quoted where Excel would."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def block_from_text(text: str) -> list[list[str]]:
    """Return the rows of tab-separated text without the labels around its figures.

    A comma is never a separator; quoted cells may hold line breaks.
    """
    lines = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), dialect="excel-tab")
    rows = [list(line) for line in lines]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return _without_labels([row + [""] * (width - len(row)) for row in rows])


def paste_of(report: Report, targets: Sequence[Sequence[Cell | None]], block: Block) -> Paste:
    """Return what pasting a block onto cells does; both have rows from the top left.

    Totals, labels and what is no number are left out and counted.
    """
    pairs = [
        (cell, read_entry(text))
        for cells, texts in zip(targets, block, strict=False)
        for cell, text in zip(cells, texts, strict=False)
    ]
    accepted = {cell.name: entry for cell, entry in pairs if cell is not None and _fits(report, cell, entry)}
    outside = sum(len(row) for row in block) - len(pairs)
    values: dict[CellName, CellValue] = {name: entry.value for name, entry in accepted.items()}
    remarks = {name: entry.remark for name, entry in accepted.items() if entry.remark}
    edit = Edit(label=f"粘贴 {len(values)} 格", cells=values, remarks=remarks)
    return Paste(edit, len(values), len(pairs) - len(values) + outside)


def filled_with(block: Block, rows: int, columns: int) -> Block:
    """Return a block of one value repeated over a selection; any other block unchanged."""
    single = len(block) == 1 and len(block[0]) == 1
    return [[block[0][0]] * columns] * rows if single else block


def _fits(report: Report, cell: Cell, entry: Entry) -> bool:
    return cell.name not in report.form.totals and is_acceptable(cell, entry.value)


def _without_labels(rows: list[list[str]]) -> list[list[str]]:
    while len(rows) > 1 and _only_labels(rows[0]):
        rows = rows[1:]
    while rows and len(rows[0]) > 1 and _only_labels([row[0] for row in rows]):
        rows = [row[1:] for row in rows]
    return rows


def _only_labels(texts: Iterable[str]) -> bool:
    values = [read_entry(text).value for text in texts]
    words = [value for value in values if isinstance(value, Unreadable)]
    return bool(words) and all(isinstance(value, (Unreadable, Blank)) for value in values)
