"""What a workbook checks by itself: tints for a broken balance, and what may be typed into a cell."""

from collections.abc import Iterable

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel_formulas import address, ranges
from exporters.excel_styles import broken_gap, left_tint, right_tint
from models.cell_value import MAX_DIGITS
from models.form import Balance, CellKind, Place, Table, Term

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


def mark_broken_balance(sheet: Worksheet, table: Table, balance: Balance, gap: Place) -> None:
    """Tint every cell of a balance, each side in its colour, and its difference, while that is not 0.

    Args:
        sheet: the table's sheet.
        table: the table.
        balance: the balance.
        gap: where its difference stands.
    """
    left, right = _places(table, balance.left), _places(table, balance.right)
    formula = f"{_absolute(gap)}<>0"
    for places, look in ((left, left_tint()), (right, right_tint()), ([gap], broken_gap())):
        rule = Rule(type="expression", dxf=look, formula=[formula])
        sheet.conditional_formatting.add(" ".join(ranges(places)), rule)


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


def _places(table: Table, terms: Iterable[Term]) -> list[Place]:
    return [table.cells[term.cell].place for term in terms]


def _absolute(place: Place) -> str:
    cell = address(place)
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell.removeprefix(letters)}"
