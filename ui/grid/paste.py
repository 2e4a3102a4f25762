"""What a block from the clipboard does to a table: by its labels where it has any, else by position."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from importers.blocks import Grid, GridCell
from importers.labels import CORE, likeness
from importers.table_matcher import TableMatcher
from models.cell_value import Entry, read_entry
from models.checks.entries import is_acceptable
from models.form import Cell, CellName, Form, LabelCell, Place
from models.form_file import known_forms
from models.report import Edit
from ui.grid.clipboard import Block
from ui.grid.model import GridModel

_NAMED = 3
"""Rejected texts that the sentence quotes."""

_UNKNOWN_LABELS = "剪贴板里有行列标题，但没有认出对应的行和列，请只复制数字部分再粘贴"


@dataclass(frozen=True, slots=True)
class Paste:
    """The edit a paste amounts to, how many texts it leaves out, and some of those that are no figures."""

    edit: Edit
    ignored: int = 0
    rejected: tuple[str, ...] = ()
    unknown_labels: bool = False
    """Whether nothing is pasted because the block's labels are not understood."""

    @property
    def sentence(self) -> str:
        """What the status line says afterwards."""
        if self.unknown_labels:
            return _UNKNOWN_LABELS
        ignored = f"，忽略 {self.ignored} 格" if self.ignored else ""
        named = f"（{'、'.join(self.rejected[:_NAMED])} 不是数）" if self.rejected else ""
        return f"贴入 {len(self.edit.cells)} 格{ignored}{named}"


def paste_at(model: GridModel, form: Form, block: Block, top: int, left: int) -> Paste:
    """Return what pasting a block with its corner at a place does."""
    labels = [label for label in model.table.labels if label.label.text]
    if not any(_is_label(text, labels) for row in block for text in row):
        return _by_position(model, block, top, left)
    if _labels_in_place(model, block, labels, top, left):
        return _by_position(model, block, top, left)
    return _by_labels(model, form, block)


def paste_on(cells: Iterable[Cell], text: str) -> Paste:
    """Return what one text does that is pasted on several cells."""
    entry = read_entry(text)
    return _paste(dict.fromkeys(cells, entry), [])


def _by_position(model: GridModel, block: Block, top: int, left: int) -> Paste:
    entries: dict[Cell, Entry] = {}
    others: list[str] = []
    for row, texts in enumerate(block, top):
        for column, text in enumerate(texts, left):
            cell = model.figure(row, column) if row < model.rowCount() else None
            if cell is not None and model.is_typed(cell.name):
                entries[cell] = read_entry(text)
            elif (text.strip() and text != model.text_at(row, column)) or cell is not None:
                others.append(text)
    return _paste(entries, others)


def _by_labels(model: GridModel, form: Form, block: Block) -> Paste:
    cells = [GridCell(text, Place(row, column)) for row, texts in enumerate(block) for column, text in enumerate(texts)]
    reading = TableMatcher(form, known_forms()).read(Grid(tuple(cells)))
    found = {model.table.cells[name]: cell for name, cell in reading.figures.items() if name in model.table.cells}
    if not found:
        return Paste(Edit(), unknown_labels=True)
    typed = {cell: read_entry(each.text if each else "") for cell, each in found.items() if model.is_typed(cell.name)}
    left_over = [cell.text for cell in reading.leftover.cells if not cell.is_blank] if reading.leftover else []
    totals = [each.text for cell, each in found.items() if each is not None and cell not in typed]
    return _paste(typed, [*totals, *left_over])


def _paste(entries: Mapping[Cell, Entry], others: list[str]) -> Paste:
    accepted = {cell.name: entry for cell, entry in entries.items() if is_acceptable(cell, entry.value)}
    rejected = [str(entry) for cell, entry in entries.items() if cell.name not in accepted]
    remarks: dict[CellName, str] = {name: entry.remark for name, entry in accepted.items()}
    edit = Edit(
        label=f"粘贴 {len(accepted)} 格", cells={name: each.value for name, each in accepted.items()}, remarks=remarks
    )
    return Paste(edit, len(others) + len(rejected), tuple(rejected))


def _is_label(text: str, labels: Iterable[LabelCell]) -> bool:
    return bool(text.strip()) and any(likeness(text, label.label) >= CORE for label in labels)


def _labels_in_place(model: GridModel, block: Block, labels: Iterable[LabelCell], top: int, left: int) -> bool:
    return all(
        text == model.text_at(row, column)
        for row, texts in enumerate(block, top)
        for column, text in enumerate(texts, left)
        if _is_label(text, labels)
    )
