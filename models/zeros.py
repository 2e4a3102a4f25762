"""补零: what did not happen is written as 0."""

from collections.abc import Iterable

from models.cell_value import ZERO
from models.form import CellName
from models.report import Edit, Report


def fill_zeros(report: Report, names: Iterable[CellName]) -> Edit:
    """Return the edit that enters 0 in the blank ones of some typed cells; it names nothing where none is blank."""
    blanks = [name for name in names if name not in report.cells]
    return Edit(label=f"补零 {len(blanks)} 格", cells=dict.fromkeys(blanks, ZERO))
