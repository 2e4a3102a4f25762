"""Of when a figure or a denial is: of the report's year, of another one, or of a part of it."""

from models.statements.cues import cues


def is_of_another_year(text: str, span: tuple[int, int], clause: str, year: int | None) -> bool:
    """Tell whether words are of a year that is not the report's.

    Args:
        text: the folded text.
        span: where the sentence begins, and where the words stand.
        clause: what stands before them in their clause.
        year: the report's, None where it is not known.
    """
    if cues()["other_time"].search(clause):
        return True
    years = [each["year"] for each in cues()["own_year"].finditer(text, *span)]
    return bool(years) and year is not None and int(years[-1]) != year


def names_a_year(text: str, start: int, stop: int) -> bool:
    """Tell whether words between two figures say of which year the second is."""
    return any(cues()[key].search(text, start, stop) for key in ("this_year", "own_year"))


def end_of_remark(text: str, span: tuple[int, int], stop: int) -> int:
    """Return where the bracket closes that is open between two places; `stop` where there is none."""
    is_open = text.rfind("(", *span) > text.rfind(")", *span)
    return text.find(")", span[1], stop) if is_open and ")" in text[span[1] : stop] else stop


def is_of_part_of_year(text: str, start: int, stop: int) -> bool:
    """Tell whether the last words of time between the beginning of a sentence and a place say 截至6月底, not 全年."""
    parts = [each.start() for each in cues()["part_of_year"].finditer(text, start, stop)]
    return bool(parts) and not cues()["whole_year"].search(text, parts[-1], stop)


def is_of_several_years(text: str, start: int, stop: int, year: int | None) -> bool:
    """Tell whether the last words of time between the beginning of a sentence and a place say 近三年, not 全年."""
    spans = cues()["several_years"].finditer(text, start, stop)
    ends = [each.end() for each in spans if each["since"] != str(year)]
    return bool(ends) and not cues()["year_again"].search(text, ends[-1], stop)
