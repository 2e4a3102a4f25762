"""What a workbook checks by itself: tints for a broken balance, and what may be typed into a cell."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel_formulas import address, ranges
from exporters.excel_styles import broken_gap, left_tint, right_tint
from models.cell_value import MAX_DIGITS
from models.form import Balance, CellKind, Place, Table

_FORMULAS = {
    CellKind.COUNT: "AND({0}>=0,{0}<10^{1},{0}=INT({0}))",
    CellKind.AMOUNT: "AND({0}>=0,{0}<10^{1})",
    CellKind.CHANGE: "AND(ABS({0})<10^{1},{0}=INT({0}))",
}
_WANTED = {
    CellKind.COUNT: "应填 0 或正整数",
    CellKind.AMOUNT: "应填 0 或正数",
    CellKind.CHANGE: "应填整数，减少写负数",
}


def mark_broken_balances(sheet: Worksheet, table: Table, gaps: Mapping[Place, Balance]) -> None:
    """Tint every cell of a balance, each side in its colour, and its difference, while that is not 0.

    Args:
        sheet: the table's sheet.
        table: the table.
        gaps: the balances by where the difference of each stands, all in one row.
    """
    stand_in_own_columns = all(
        table.cells[name].place.column == gap.column for gap, balance in gaps.items() for name in balance.cells
    )
    if stand_in_own_columns:  # one rule does for all
        _mark_balances(sheet, table, gaps, f"{_cell(_first(gaps), '{}${}')}<>0")
    else:
        for gap, balance in gaps.items():
            _mark_balances(sheet, table, {gap: balance}, f"{_cell(gap, '${}${}')}<>0")


def mark_wrong_totals(sheet: Worksheet, totals: Sequence[Place], gaps: Sequence[Place]) -> None:
    """Mark totals and their differences while these are not 0.

    Args:
        sheet: the table's sheet.
        totals: where the totals stand.
        gaps: where the difference of each stands: all in one column beside the totals, or all in one row below them.
    """
    are_beside = gaps[0].row == totals[0].row
    cell = _cell(_first(gaps), "${}{}" if are_beside else "{}${}")
    _mark(sheet, [*totals, *gaps], broken_gap(), f"{cell}<>0")


def restrict_entries(sheet: Worksheet, table: Table) -> None:
    """Refuse what cannot stand in a typed cell, with a sentence; blanks and "/" are always welcome."""
    cells = [table.cells[name] for name in table.typed_cells]
    for kind, unit in dict.fromkeys((cell.kind, cell.unit) for cell in cells):
        for block in ranges(cell.place for cell in cells if (cell.kind, cell.unit) == (kind, unit)):
            sheet.add_data_validation(_validation(kind, unit, block))


def _validation(kind: CellKind, unit: str, block: str) -> DataValidation:
    # The formula of a rectangle is written for its first cell. INT of a word would be an error, hence the IF.
    first = block.partition(":")[0]
    number = _FORMULAS[kind].format(first, MAX_DIGITS)
    wanted = f"{_WANTED[kind]}（单位：{unit}）" if unit else _WANTED[kind]
    return DataValidation(
        type="custom",
        formula1=f'IF(ISNUMBER({first}),{number},OR({first}="/",{first}="／"))',
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop",
        errorTitle="填报内容不符合要求",
        error=f"此格{wanted}，不超过 {MAX_DIGITS} 位；没有发生的填 0，不适用的填“/”，说明请写在批注中。",
        sqref=block,
    )


def _mark_balances(sheet: Worksheet, table: Table, gaps: Mapping[Place, Balance], formula: str) -> None:
    left = [table.cells[term.cell].place for balance in gaps.values() for term in balance.left]
    right = [table.cells[term.cell].place for balance in gaps.values() for term in balance.right]
    for places, look in ((left, left_tint()), (right, right_tint()), (list(gaps), broken_gap())):
        _mark(sheet, places, look, formula)


def _mark(sheet: Worksheet, places: Sequence[Place], look: DifferentialStyle, formula: str) -> None:
    """Tint places while a formula holds, which is written for the topmost and leftmost of them."""
    rule = Rule(type="expression", dxf=look, formula=[formula])
    sheet.conditional_formatting.add(" ".join(ranges(places)), rule)


def _first(places: Iterable[Place]) -> Place:
    return min(places, key=lambda place: (place.row, place.column))


def _cell(place: Place, pattern: str) -> str:
    """Return a cell's letters and row in a pattern that says which of them stay what they are: ${}{}."""
    cell = address(place)
    letters = cell.rstrip("0123456789")
    return pattern.format(letters, cell.removeprefix(letters))
