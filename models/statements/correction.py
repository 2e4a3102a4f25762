"""A wrong figure of running text as it should be, written the way the clerk writes figures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from models.finding import Finding
from models.report import Report
from models.statements.against_tables import MONEY_UNITS, find_statements, statements_known
from models.statements.folded_text import folded
from models.statements.numbers import NumberInText, numbers_in
from models.statements.statement import Statement
from models.texts import FULL_WIDTH_FIGURE

_BEFORE = 2
"""Characters before a figure that may say it is an approximate one: 大约."""
_WRITTEN = re.compile(r"(?P<digits>[\d,]+(?:\.(?P<decimals>\d+))?)(?P<words>[余多]?(?P<myriad>万?)[余多]?)")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a wrong figure may be corrected to.

    Args:
        figure: the figure as it is to stand in the text.
        basis: what it counts then, as the form names it.
    """

    figure: str
    basis: str


def statements_behind(report: Report, findings: Iterable[Finding]) -> dict[Finding, Statement]:
    """Return for those findings that call a figure of the text wrong what the text states there."""
    wrong = {_place(each): each for each in find_statements(report) if not each.agrees}
    return {finding: wrong[_place(finding)] for finding in findings if _place(finding) in wrong}


def statement_of(report: Report, finding: Finding) -> Statement | None:
    """Return the statement whose figure a finding calls wrong; None where it is about anything else."""
    return statements_behind(report, [finding]).get(finding) if finding.section and finding.cells else None


def statement_known(report: Report, finding: Finding) -> Statement | None:
    """Return the statement behind a finding from what was found last, where it stands in the text as it is now."""
    wrong = {_place(found): now for found, now in statements_known(report) if not found.agrees}
    return wrong.get(_place(finding)) if finding.section and finding.cells else None


def corrections_of(report: Report, statement: Statement) -> tuple[Correction, ...]:
    """Return what a statement's figure may be corrected to, the usual basis first; none where it agrees."""
    if statement.agrees:
        return ()
    computed = {statement.basis: statement.computed, **statement.alternatives(report)}
    figures = {name: _figure(report, statement, value) for name, value in computed.items()}
    names = {figure: name for name, figure in reversed(figures.items())}  # of equal figures the first name stays
    return tuple(Correction(figure, names[figure]) for figure in dict.fromkeys(figures.values()))


def corrected_text(report: Report, statement: Statement, figure: str) -> str:
    """Return the text of a statement's section with another figure in the place of its own."""
    text = report.text(statement.section)
    return f"{text[: statement.figure_start]}{figure}{text[statement.figure_stop :]}"


def _place(each: Statement | Finding) -> tuple[object, ...]:
    return each.section, each.start, each.quote, each.cells


def _figure(report: Report, statement: Statement, computed: Decimal) -> str:
    """Return a number in the digits, separators and units of the figure it replaces."""
    text = report.text(statement.section)
    before = text[max(0, statement.figure_start - _BEFORE) : statement.figure_start]
    written = text[statement.figure_start : statement.figure_stop]
    value = computed * factor_of(report, statement)
    style = _WRITTEN.fullmatch(folded(written).text)
    numbers = list(numbers_in(folded(before + written).text))
    if style is None or not numbers:  # Chinese numerals become digits
        return _digits(value)
    rounded = _rounded(numbers[-1], value)
    if value and not rounded:
        return _in_script(_digits(value), written)
    return _in_script(_in_style(style, rounded), written)


def factor_of(report: Report, statement: Statement) -> int:
    """Return how many of the text's units one of the cells' is: a sum of money stands in 元 in the text."""
    unit = report.form.cells[statement.cells[0]].unit
    return MONEY_UNITS.get(unit, 1) if statement.topic == "money" else 1


def _rounded(number: NumberInText, value: Decimal) -> Decimal:
    """Return a value as precise as the number that stands in the text."""
    if number.is_more:
        return (value / number.step).to_integral_value(ROUND_FLOOR) * number.step
    if number.is_about or number.step > 1:
        return (value / number.step).to_integral_value(ROUND_HALF_UP) * number.step
    return value


def _in_style(style: re.Match[str], value: Decimal) -> str:
    """Return a value with the thousands separators, the 万 and the 余 of a figure."""
    separator = "," if "," in style["digits"] else ""
    if not style["myriad"]:
        return f"{_digits(value, separator)}{style['words']}"
    return f"{value / MONEY_UNITS['万元']:{separator}.{len(style['decimals'] or '')}f}{style['words']}"


def _digits(value: Decimal, separator: str = "") -> str:
    return f"{value.normalize():{separator}f}"


def _in_script(figure: str, written: str) -> str:
    """Return a figure in full-width digits where the one it replaces has them; its separator stays too."""
    if any("０" <= character <= "９" for character in written):
        return figure.translate(FULL_WIDTH_FIGURE)
    return figure.replace(",", "，") if "，" in written else figure
