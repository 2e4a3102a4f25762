"""What the selected figures amount to: how many cells, their sum and their average, as a spreadsheet tells it."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from models.cell_value import Number, exact_sum
from models.form import CellName
from models.formulas import plain
from models.report import Report

_HUNDREDTH = Decimal("0.01")


def selected_sentence(report: Report, names: Sequence[CellName]) -> str:
    """Return cells, sum and average of the selected figures in one line: 选中 6 格：合计 120，平均 20.

    Empty for a single cell. Only numbers are averaged, as in a spreadsheet: a blank or a "/" is no 0. Figures of
    different units are not added up.
    """
    if len(names) < 2:  # noqa: PLR2004 - one cell shows its figure itself
        return ""
    numbers = [value.value for name in names if isinstance(value := report.value(name), Number)]
    units = {report.form.cells[name].unit for name in names}
    chosen = f"选中 {len(names)} 格"
    if not numbers:
        return f"{chosen}，没有数"
    if len(units) > 1:
        return f"{chosen}，单位不同，不合计"
    counted = f"，其中 {len(numbers)} 格有数" if len(numbers) < len(names) else ""
    total = exact_sum(numbers)
    return f"{chosen}{counted}：合计 {plain(total)}，平均{_average(total, len(numbers))}"


def _average(total: Decimal, count: int) -> str:
    """Return an average, exact where two decimals hold it, else rounded to two."""
    rounded = (total / count).quantize(_HUNDREDTH, ROUND_HALF_UP)
    text = f"{rounded.normalize():f}"
    return f" {text}" if rounded * count == total else f"约 {text}"
