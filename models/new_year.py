"""Last year's report becomes this year's draft."""

from models.cell_value import CellValue
from models.errors import RequestRefusal
from models.form import CellName, Form
from models.report import Edit, Head, LastYear, Report, figures_of

FIRST_YEAR, LAST_POSSIBLE_YEAR = 2008, 2099
"""The regulation came into force in 2008 (国务院令第492号)."""


def start_new_year(last: Report, form: Form, year: int | None = None) -> Report:
    """Return the draft of the year after `last`, in the given form.

    四、结转下年度 becomes 二、上年结转 column by column; figures in force stay;
    texts stay and are marked as last year's until touched; every other cell is blank.

    Args:
        last: last year's report, in this form or in one the form names as predecessor.
        form: the form the draft is written in.
        year: the draft's year; the year after last year's where None.

    Raises:
        RequestRefusal: where the year is impossible or not known.
    """
    year = _checked_year(last, year)
    figures = _figures_in(last, form)
    taken = _carried_over(form, figures) | _kept(form, figures)
    texts = {key: text for key, text in last.texts.items() if key in form.text_sections}
    content = Edit(
        cells=taken,
        texts=texts,
        head=Head(last.head.agency, year),
        still_last_years=frozenset([*taken, *texts]),
    )
    known = LastYear(year=last.head.year, cells=figures, texts=texts)
    return Report.filled(form, content, last_year=known)


def _checked_year(last: Report, year: int | None) -> int:
    if year is None and last.head.year is None:
        raise RequestRefusal("去年的文件里没有找到年份，请写明新报告的年份")
    chosen = year if year is not None else (last.head.year or 0) + 1
    if not FIRST_YEAR <= chosen <= LAST_POSSIBLE_YEAR:
        raise RequestRefusal(f"年份 {chosen} 不对，应在 {FIRST_YEAR} 到 {LAST_POSSIBLE_YEAR} 之间")
    return chosen


def _figures_in(last: Report, form: Form) -> dict[CellName, CellValue]:
    figures = figures_of(last, last.form.cells)
    moved = next((each.moved for each in form.predecessors if each.form == last.form.key), {})
    renamed = {_renamed(name, moved): value for name, value in figures.items()}
    return {name: value for name, value in renamed.items() if name in form.cells}


def _renamed(name: CellName, moved: dict[str, str]) -> CellName:
    row, _, column = name.rpartition("/")
    return f"{moved.get(row, row)}/{column}"


def _carried_over(form: Form, figures: dict[CellName, CellValue]) -> dict[CellName, CellValue]:
    pairs = [pair for table in form.tables for pair in table.carry_over]
    return {pair.target: figures[pair.source] for pair in pairs if pair.source in figures}


def _kept(form: Form, figures: dict[CellName, CellValue]) -> dict[CellName, CellValue]:
    return {name: figures[name] for table in form.tables for name in table.keep if name in figures}
