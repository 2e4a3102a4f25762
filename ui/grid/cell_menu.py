"""The menu of a cell, and the figures that are proposed for it: by the relations it stands in, and last year's."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from models.balancing import Proposal, proposals_for
from models.beside_last_year import beside_sentence
from models.cell_value import BLANK, Blank, CellValue
from models.comparison import compared_year
from models.form import Cell
from models.report import Report
from ui.document import Document
from ui.grid.view import GridView

_BALANCE = "按勾稽推算"
_LAST_YEAR = "填入去年的数"


def open_cell_menu(view: GridView, document: Document, place: QPoint | None = None) -> None:
    """Open the menu of the current cell of a grid at a place of the screen, or below the cell."""
    cell = view.current_cell
    if cell is None:
        return
    menu = _menu(view)
    for text, key, act in (
        ("剪切(&T)", "Ctrl+X", view.cut),
        ("复制(&C)", "Ctrl+C", view.copy),
        ("粘贴(&P)", "Ctrl+V", view.paste),
        ("清除(&E)", "Del", view.blocks.clear),
        ("", "", None),
        ("说明(&H)", "Shift+F1", view.explain),
        ("备注(&R)", "F4", view.remark_wanted.emit),
    ):
        _add(menu, f"{text}\t{key}", act) if act else menu.addSeparator()
    menu.addSeparator()
    _add_last_year(menu.addMenu("与去年(&Y)"), view, document, cell)
    _add_balance(menu, view, document, cell)
    menu.popup(place or view.below_current)


def open_balance_menu(view: GridView, document: Document) -> None:
    """Offer the figures with which the relations of the current cell hold; say so where there is nothing to choose."""
    cell = view.current_cell
    if cell is None:
        return
    proposals = proposals_for(document.report, cell.name)
    if not any(_may_be_taken(each) for each in proposals):
        document.notice.emit(_nothing_to_propose(document.report, cell, proposals))
        return
    menu = _menu(view)
    for proposal in proposals:
        _add_proposal(menu, view, document, cell, proposal)
    menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))
    menu.popup(view.below_current)


def _menu(view: GridView) -> QMenu:
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, text: str, act: Callable[[], object] | None) -> None:
    """Add an entry to a menu, one that cannot be chosen where nothing is to be done."""
    action = menu.addAction(text)
    action.setEnabled(act is not None)
    if act is not None:
        action.triggered.connect(lambda _checked=False: act())


def _add_last_year(menu: QMenu, view: GridView, document: Document, cell: Cell) -> None:
    report = document.report
    _add(menu, beside_sentence(report, cell.name), None)
    last = compared_year(report)
    value = last.cells.get(cell.name, BLANK) if last else BLANK
    if not isinstance(value, Blank) and view.grid.is_typed(cell.name):
        propose = partial(view.blocks.propose, _LAST_YEAR, cell, value)
        _add(menu, f"{_LAST_YEAR} {value}（{_now(report.value(cell.name))}）", propose)


def _add_balance(menu: QMenu, view: GridView, document: Document, cell: Cell) -> None:
    proposals = proposals_for(document.report, cell.name)
    if not proposals:
        _add(menu, f"{_BALANCE}：{_undetermined(document.report, cell)}", None)
    elif len(proposals) == 1:
        _add_proposal(menu, view, document, cell, proposals[0])
    else:
        choices = menu.addMenu(f"{_BALANCE}(&B)")
        for proposal in proposals:
            _add_proposal(choices, view, document, cell, proposal)


def _add_proposal(menu: QMenu, view: GridView, document: Document, cell: Cell, proposal: Proposal) -> None:
    now = document.report.value(cell.name)
    if proposal.is_there:
        text = f"{_BALANCE}：{proposal.value} 已经相符"
    elif not proposal.is_possible:
        text = f"{_BALANCE}：算得 {proposal.value}，不能填，请核对其他数"
    else:
        text = f"{_BALANCE}：填 {proposal.value}（{_now(now)}）"
    act = partial(view.blocks.propose, _BALANCE, cell, proposal.value)
    _add(menu, f"{text}\t{proposal.reason}", act if _may_be_taken(proposal) else None)


def _may_be_taken(proposal: Proposal) -> bool:
    return proposal.is_possible and not proposal.is_there


def _nothing_to_propose(report: Report, cell: Cell, proposals: Sequence[Proposal]) -> str:
    for proposal in proposals:
        if not proposal.is_possible:
            return f"{cell.title}：按“{proposal.reason}”算得 {proposal.value}，不能填，请核对其他数"
    if proposals:
        return f"{cell.title}：现在的 {proposals[0].value} 与勾稽关系相符（{proposals[0].reason}），不用改"
    return f"{cell.title}：{_undetermined(report, cell)}"


def _undetermined(report: Report, cell: Cell) -> str:
    return "总计自动算出，不用推算" if cell.name in report.totals else "没有勾稽关系能确定这一格的数"


def _now(value: CellValue) -> str:
    return "现未填" if isinstance(value, Blank) else f"现为 {value}"
