"""Where a figure that was not typed this year comes from, in a sentence for the clerk."""

from models.form import CellName, Form
from models.form_file import known_forms
from models.report import Report


def origin_sentence(report: Report, name: CellName) -> str:
    """Return what the clerk must know of a cell that is last year's, or whose figure of last year was moved.

    Empty where there is nothing to know: the cell is this year's, and last year's figure stood in the same cell.
    """
    older = _older_form(report)
    migrated = f"由{older.name}的报告迁入，请核对" if older else ""
    if name in report.from_last_year:
        return f"沿用去年{_source(report, name)}的数，{migrated or '改动或确认后变为本年数'}"
    source = _moved_row(report, name)
    return f"去年的数取自{source}，{migrated}" if source else ""


def _older_form(report: Report) -> Form | None:
    key = report.last_year.form if report.last_year else ""
    return known_forms().get(key)


def _source(report: Report, name: CellName) -> str:
    pairs = report.form.table_of(name).carry_over
    return "".join(f"“{report.form.cells[pair.source].row_name}”" for pair in pairs if pair.target == name)


def _moved_row(report: Report, name: CellName) -> str:
    """Return the older form's label of a row whose figures stand in another row now; empty for all other cells."""
    older, last_year = _older_form(report), report.last_year
    if older is None or last_year is None or name not in last_year.cells:
        return ""
    row, _, column = name.rpartition("/")
    origins = {
        new: old for each in report.form.predecessors if each.form == older.key for old, new in each.moved.items()
    }
    cell = older.cells.get(f"{origins.get(row)}/{column}")
    return f"“{cell.row_name}”" if cell else ""
