"""What a block from the clipboard does to a table: by its labels where it has any, else by position."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from importers.blocks import Block, Grid, GridCell
from importers.form_reading import read_as
from importers.labels import CORE, likeness
from importers.plain_text import read_text
from importers.units import Figure, read_figure, stands_for_figure
from importers.web_page import read_web_page
from models.cell_value import BLANK
from models.checks.entries import is_acceptable
from models.errors import InputRefusal
from models.form import Cell, Form, LabelCell, Place
from models.form_file import known_forms
from models.report import Edit
from ui.grid.clipboard import Texts, block_from_text
from ui.grid.model import GridModel

_NAMED = 3
"""Rejected texts that the sentence quotes."""
_QUOTED = 20
"""Characters of each that it quotes."""

_UNKNOWN_LABELS = "剪贴板里有行列标题，但没有认出对应的行和列，请只复制数字部分再粘贴"


@dataclass(frozen=True, slots=True)
class Paste:
    """The edit a paste amounts to, how many texts it leaves out, and what is to be said of some of them.

    Args:
        edit: the edit.
        ignored: how many texts are left out.
        rejected: those that are no figures, each with the cell it would have stood in.
        placeholders: those that stand for a figure nobody can tell: 无.
        doubts: sentences about what was understood otherwise than it is written.
        unknown_labels: whether nothing is pasted because the block's labels are not understood.
    """

    edit: Edit
    ignored: int = 0
    rejected: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unknown_labels: bool = False

    @property
    def sentence(self) -> str:
        """What the status line says afterwards."""
        if self.unknown_labels:
            return _UNKNOWN_LABELS
        ignored = f"，忽略 {self.ignored} 格" if self.ignored else ""
        reasons = [
            *([f"{_named(self.rejected)} 不能填"] if self.rejected else []),
            *([f"{_named(self.placeholders)} 是占位符，请填 0 或“/”"] if self.placeholders else []),
        ]
        why = f"（{'；'.join(reasons)}）" if reasons else ""
        first = "".join(f"。{doubt}" for doubt in self.doubts[:1])
        more = f"，另有 {len(self.doubts) - 1} 处也请核对" if len(self.doubts) > 1 else ""
        return f"贴入 {len(self.edit.cells)} 格{ignored}{why}{first}{more}"


@dataclass(frozen=True, slots=True)
class Clip:
    """What lies on the clipboard: its table as rows of texts, and all of it as the blocks of a file."""

    block: Texts
    blocks: tuple[Block, ...]


def clip_of(html: str, text: str) -> Clip:
    """Return what the clipboard holds, the formatted table before the plain text.

    Excel, WPS, Word and web pages put both there; only the formatted one knows merged cells.
    """
    if html:
        content = _web_page(html)
        grids = [block for block in content if isinstance(block, Grid)]
        if grids:
            return Clip(_rows(max(grids, key=lambda grid: len(grid.cells))), content)
    block = block_from_text(text)
    cells = [GridCell(each, Place(row, column)) for row, texts in enumerate(block) for column, each in enumerate(texts)]
    blocks = (Grid(tuple(cells)),) if any(len(row) > 1 for row in block) else read_text(text).blocks
    return Clip(block, blocks)


def paste_at(model: GridModel, form: Form, clip: Clip, top: int, left: int) -> Paste:
    """Return what pasting with the corner at a place does."""
    labels = [label for label in model.table.labels if label.label.text]
    if not any(_is_label(text, labels) for row in clip.block for text in row):
        return _by_position(model, clip.block, top, left)
    if _labels_in_place(model, clip.block, labels, top, left):
        return _by_position(model, clip.block, top, left)
    return _by_labels(model, form, clip.blocks)


def paste_on(cells: Iterable[Cell], text: str) -> Paste:
    """Return what one text does that is pasted on several cells."""
    return _paste({cell: read_figure(cell, text) for cell in cells}, [])


def _by_position(model: GridModel, block: Texts, top: int, left: int) -> Paste:
    figures: dict[Cell, Figure] = {}
    others: list[str] = []
    for row, texts in enumerate(block, top):
        for column, text in enumerate(texts, left):
            cell = model.figure(row, column) if row < model.rowCount() else None
            if cell is not None and model.is_typed(cell.name):
                figures[cell] = read_figure(cell, text)
            elif (text.strip() and text != model.text_at(row, column)) or cell is not None:
                others.append(text)
    return _paste(figures, others)


def _by_labels(model: GridModel, form: Form, blocks: tuple[Block, ...]) -> Paste:
    reading = read_as(form, blocks, known_forms())
    found = {model.table.cells[name]: entry for name, entry in reading.figures.items() if name in model.table.cells}
    if not found:
        return Paste(Edit(), unknown_labels=True)
    typed = {cell: Figure(entry) for cell, entry in found.items() if model.is_typed(cell.name)}
    totals = [str(entry) for cell, entry in found.items() if cell not in typed and entry.value != BLANK]
    left_over = [cell.text for block in reading.unplaced if isinstance(block, Grid) for cell in block.cells]
    doubts = [doubt for outcome in reading.outcomes for doubt in outcome.doubts]
    return _paste(typed, [*totals, *left_over], doubts)


def _web_page(html: str) -> tuple[Block, ...]:
    try:
        return read_web_page(html.encode("utf-16", "surrogatepass"), "剪贴板").blocks
    except InputRefusal:  # the plain text beside it may do
        return ()


def _rows(grid: Grid) -> Texts:
    """Return a grid's texts row by row; the places that a merged cell covers further are empty."""
    origins = {(cell.place.row, cell.place.column): cell.text for cell in grid.cells}
    return [[origins.get((row, column), "") for column in range(grid.column_count)] for row in range(grid.row_count)]


def _paste(figures: Mapping[Cell, Figure], others: Sequence[str], doubts: Sequence[str] = ()) -> Paste:
    accepted = {cell: each for cell, each in figures.items() if is_acceptable(cell, each.entry.value)}
    refused = {cell: str(each.entry) for cell, each in figures.items() if cell not in accepted}
    placeholders = {cell: text for cell, text in refused.items() if _is_placeholder(text)}
    entries = {cell.name: each.entry for cell, each in accepted.items()}
    edit = Edit(
        label=f"粘贴 {len(accepted)} 格",
        cells={name: entry.value for name, entry in entries.items()},
        remarks={name: entry.remark for name, entry in entries.items()},
    )
    return Paste(
        edit=edit,
        ignored=len(others) + len(refused),
        rejected=tuple(f"{cell.title}的“{_cut(text)}”" for cell, text in refused.items() if cell not in placeholders),
        placeholders=tuple(placeholders.values()),
        doubts=(*doubts, *(each.doubt for each in accepted.values() if each.doubt)),
    )


def _is_placeholder(text: str) -> bool:
    return stands_for_figure(text) and not any(character.isdigit() for character in text)


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def _named(texts: Sequence[str]) -> str:
    return "、".join(texts[:_NAMED]) + ("等" if len(texts) > _NAMED else "")


def _is_label(text: str, labels: Iterable[LabelCell]) -> bool:
    return bool(text.strip()) and any(likeness(text, label.label) >= CORE for label in labels)


def _labels_in_place(model: GridModel, block: Texts, labels: Iterable[LabelCell], top: int, left: int) -> bool:
    return all(
        text == model.text_at(row, column)
        for row, texts in enumerate(block, top)
        for column, text in enumerate(texts, left)
        if _is_label(text, labels)
    )
