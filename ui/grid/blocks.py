"""What keys and menus do with the selected cells: copy, paste, fill, clear, confirm; each is one undo step."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QGuiApplication

from models.cell_value import BLANK, CellValue, Entry, read_entry
from models.checks.entries import is_acceptable, refusal_sentence
from models.errors import InputRefusal
from models.form import Cell, CellName
from models.report import Edit
from models.zeros import fill_zeros
from ui.document import Document
from ui.grid.filling import Block, repeated
from ui.grid.model import GridModel
from ui.grid.selection import Selection

_NAMED = 3
"""Cells that a sentence names; of more it tells the number."""


class BlockCommands:
    """Carries out commands on what is selected in a grid.

    Args:
        document: the document that the edits go to.
        grid: the model of the table.
        selected: returns what is selected, None where no figure is.
    """

    def __init__(self, document: Document, grid: GridModel, selected: Callable[[], Selection | None]) -> None:
        """Act on a grid."""
        self._document = document
        self._grid = grid
        self._selected = selected

    # ── the clipboard ───────────────────────────────────────────────────

    def copy(self) -> bool:
        """Put the selected block on the clipboard as Excel and WPS expect it; tell whether it is there."""
        from ui.grid.clipboard import block_to_text  # noqa: PLC0415 - the window comes up first
        from ui.text_clip import mime_of_cell  # noqa: PLC0415 - as above

        selected = self._selected_block("复制")
        if selected and len(selected.cells) == 1:
            cell, words = selected.cells[0].name, block_to_text(selected.texts)
            QGuiApplication.clipboard().setMimeData(mime_of_cell(self._document.report, cell, words))
        elif selected:
            QGuiApplication.clipboard().setText(block_to_text(selected.texts))
        return selected is not None

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        if self.copy():
            self.clear()

    def paste(self) -> None:
        """Put the clipboard's block at the cursor, or its one value on the whole selection, in one undo step."""
        from ui.grid.paste import clip_of, paste_at, paste_on  # noqa: PLC0415 - loads the recogniser

        data, selected = QGuiApplication.clipboard().mimeData(), self._selected()
        try:
            clip = clip_of(data.html() if data and data.hasHtml() else "", data.text() if data else "")
        except InputRefusal as refusal:
            self._document.notice.emit(str(refusal))
            return
        if not clip.block:
            self._document.notice.emit("剪贴板里没有可以贴入表格的内容")
        if not clip.block or selected is None:
            return
        if len(clip.block) == 1 and len(clip.block[0]) == 1 and len(selected.cells) > 1:
            paste = paste_on(selected.typed, clip.block[0][0])
        else:
            form = self._document.report.form
            paste = paste_at(self._grid, form, clip, selected.rows.start, selected.columns.start)
        if paste.edit.cells:
            self._document.apply(paste.edit)
        self._document.notice.emit(paste.sentence)

    # ── what stands there ───────────────────────────────────────────────

    def clear(self) -> None:
        """Empty the selected cells, their remarks too."""
        self._enter_all("清除", {cell.name: Entry(BLANK) for cell in self._typed()})

    def confirm(self) -> None:
        """Confirm those of the selected figures that are last year's, as they stand."""
        from models.confirmation import confirm_cells  # noqa: PLC0415 - the window comes up first

        edit = confirm_cells(self._document.report, [cell.name for cell in self._typed()])
        self._document.apply_or_tell(edit, "选中的格没有待确认的去年的数")

    def enter(self, text: str, typed_in: Cell) -> None:
        """Enter one text in every selected cell that can hold it; the one it was typed in keeps it in any case.

        The others that cannot hold it are named.
        """
        entry = read_entry(text)
        cells = [typed_in, *(cell for cell in self._typed() if cell is not typed_in)]
        refused = [cell for cell in cells if not is_acceptable(cell, entry.value)]
        left_out = [cell for cell in refused if cell is not typed_in]
        self._enter_all("填写", {cell.name: entry for cell in cells if cell not in left_out})
        said = [f"{typed_in.title}：{refusal_sentence(typed_in, entry.value)}"] if typed_in in refused else []
        if left_out:
            said.append(f"{_named(left_out)} 不能填“{entry.value}”，保持原样")
        if said:
            self._document.notice.emit("；".join(said))

    def propose(self, label: str, cell: Cell, value: CellValue) -> None:
        """Enter a proposed figure, the remark left as it is."""
        self._document.apply(Edit(label=f"{label} {cell.title}", cells={cell.name: value}))

    # ── filling ─────────────────────────────────────────────────────────

    def fill_zeros(self) -> None:
        """Enter 0 in every blank cell of the table."""
        edit = fill_zeros(self._document.report, self._grid.table.typed_cells)
        self._document.apply_or_tell(edit, "这张表没有空格，不用补零")

    def fill_down(self) -> None:
        """Repeat the first row of the selection in the rows below."""
        if selected := self._selected_block("向下填充"):
            self._fill("向下填充", (selected.rows[:1], selected.columns), (selected.rows, selected.columns))

    def fill_right(self) -> None:
        """Repeat the first column of the selection in the columns at its right."""
        if selected := self._selected_block("向右填充"):
            self._fill("向右填充", (selected.rows, selected.columns[:1]), (selected.rows, selected.columns))

    def fill_over(self, source: Block, target: Block) -> None:
        """Repeat the figures of a block over a larger one around it."""
        self._fill("填充", source, target)

    def _fill(self, label: str, source: Block, target: Block) -> None:
        self._enter_all(label, repeated(self._grid, self._document.report, source, target))

    def _enter_all(self, label: str, entries: Mapping[CellName, Entry]) -> None:
        if entries:
            values = {name: entry.value for name, entry in entries.items()}
            remarks = {name: entry.remark for name, entry in entries.items()}
            self._document.apply(Edit(label=f"{label} {len(entries)} 格", cells=values, remarks=remarks))

    def _typed(self) -> list[Cell]:
        selected = self._selected()
        return selected.typed if selected else []

    def _selected_block(self, what: str) -> Selection | None:
        selected = self._selected()
        if selected is not None and not selected.is_block:
            self._document.notice.emit(f"选中的不是一整块，不能{what}，请只选一个连续的区域")
            return None
        return selected


def _named(cells: Sequence[Cell]) -> str:
    names = "、".join(cell.title for cell in cells[:_NAMED])
    return f"{names}等 {len(cells)} 格" if len(cells) > _NAMED else names
