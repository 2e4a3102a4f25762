"""Last year's report becomes this year's draft."""

from collections.abc import Mapping

from models.cell_value import CellValue, Number
from models.comparison import compared_year
from models.errors import RequestRefusal
from models.form import CellName, Form
from models.moved_years import years_moved_on
from models.report import Edit, Head, LastYear, Report, figures_of

FIRST_YEAR, LAST_POSSIBLE_YEAR = 2008, 2099
"""The regulation came into force in 2008 (国务院令第492号)."""

Figures = dict[CellName, CellValue]


def start_new_year(last: Report, form: Form, year: int | None = None) -> Report:
    """Return the draft of the year after `last`, in the given form.

    What was carried out becomes what is carried in, column by column and as it stands,
    a "/" too; figures in force stay; texts stay with their years moved on; all of it is marked
    as last year's until touched. Every other cell is blank, and no remark is taken over. Last year's figures,
    totals included, are kept for comparison.

    Args:
        last: last year's report, in this form or in one the form names as predecessor.
        form: the form the draft is written in.
        year: the draft's year; the year after last year's where None.

    Raises:
        RequestRefusal: where the year is impossible or not known, or the form is no predecessor.
    """
    year = _checked_year(last, year)
    known = last_year_of(last, form)
    taken = _carried_over(form, known.cells) | _kept(form, known.cells)
    by = 1 if known.year is None else year - known.year
    content = Edit(
        cells=taken,
        texts={key: _moved_on(text, known.year, by) for key, text in known.texts.items()},
        head=Head(last.head.agency, year),
        still_last_years=frozenset([*taken, *known.texts]),
    )
    return Report.filled(form, content, last_year=known)


def last_year_of(last: Report, form: Form) -> LastYear:
    """Return last year's figures, totals included, and texts under the names they have in a form.

    Of the year before it, the figures that its file knows come along.

    Raises:
        RequestRefusal: where the form of `last` is neither this one nor a predecessor of it.
    """
    figures = _moved_into(form, last.form, _known_figures(last))
    texts = {key: text for key, text in last.texts.items() if key in form.text_sections}
    return LastYear(last.head.year, figures, texts, _older(last.form.key, form), _year_before(last, form))


def _year_before(last: Report, form: Form) -> LastYear | None:
    before = compared_year(last)
    if before is None or not before.cells:
        return None
    figures = _moved_into(form, last.form, before.cells)
    return LastYear(before.year, figures, form=before.form or _older(last.form.key, form))


def _older(key: str, form: Form) -> str:
    return "" if key == form.key else key


def _checked_year(last: Report, year: int | None) -> int:
    known = last.head.year
    if year is None and known is None:
        raise RequestRefusal("去年的文件里没有找到年份，请写明新报告的年份")
    chosen = year if year is not None else (known or 0) + 1
    if not FIRST_YEAR <= chosen <= LAST_POSSIBLE_YEAR:
        raise RequestRefusal(f"年份 {chosen} 不对，应在 {FIRST_YEAR} 到 {LAST_POSSIBLE_YEAR} 之间")
    if known is not None and chosen <= known:
        raise RequestRefusal(f"作底本的报告是 {known} 年的，新报告的年份 {chosen} 应在它之后，请改正年份或换一份底本")
    return chosen


def _known_figures(last: Report) -> Figures:
    """Return what last year's report says; a total nothing is known of stays unknown instead of 0."""
    figures = figures_of(last, last.form.typed_cells)
    for name, each in last.form.sums.items():
        if any(term.cell in figures for term in each.terms):
            figures[name] = last.value(name)
        elif name in last.stated:
            figures[name] = Number(last.stated[name])
    return figures


def _moved_into(form: Form, old: Form, figures: Mapping[CellName, CellValue]) -> Figures:
    moved = _moves(form, old)
    renamed = {_renamed(name, moved): value for name, value in figures.items()}
    return {name: renamed[name] for name in form.cells if name in renamed}


def _moves(form: Form, old: Form) -> dict[str, str]:
    if old.key == form.key:
        return {}
    for each in form.predecessors:
        if each.form == old.key:
            return each.moved
    raise RequestRefusal(f"“{old.name}”的报告不能作“{form.name}”报告的底本，请换一份去年的报告")


def _renamed(name: CellName, moved: dict[str, str]) -> CellName:
    row, _, column = name.rpartition("/")
    return f"{moved.get(row, row)}/{column}"


def _moved_on(text: str, year: int | None, by: int) -> str:
    return text if year is None else years_moved_on(text, year, by)


def _carried_over(form: Form, figures: Mapping[CellName, CellValue]) -> Figures:
    pairs = [pair for table in form.tables for pair in table.carry_over]
    return {pair.target: figures[pair.source] for pair in pairs if pair.source in figures}


def _kept(form: Form, figures: Mapping[CellName, CellValue]) -> Figures:
    return {name: figures[name] for table in form.tables for name in table.keep if name in figures}
