import pytest

from models.report import LastYear
from models.taken_over import figures_in, taken_over

LAST = LastYear(year=2024, texts={"overview": "2024年受理申请6件。均已办结；无结转。"})


def parts(text: str, last: LastYear | None = LAST) -> list[str]:
    return [text[span.start : span.stop] for span in taken_over("overview", text, last)]


def test_a_sentence_of_last_year_with_its_year_moved_on_is_taken_over() -> None:
    assert parts("2025年受理申请6件。全部依法答复。") == ["2025年受理申请6件。"]


def test_a_sentence_that_was_touched_is_this_years() -> None:
    assert parts("2025年受理申请7件。均已办结；") == ["均已办结；"]


def test_without_last_years_text_nothing_is_taken_over() -> None:
    assert parts("均已办结；", None) == []


@pytest.mark.parametrize(("text", "figures"), [
    ("受理6件，答复1,234件，占98.5%。", ["6", "1,234", "98.5%"]),
    ("2025年1月20日，按〔2021〕30号、第711号办理5件。", ["5"]),
    ("一是完善制度。", []),
])  # fmt: skip
def test_figures_are_numbers_but_not_dates_or_document_numbers(text: str, figures: list[str]) -> None:
    last = LastYear(year=None, texts={"overview": text})
    assert [text[s.start : s.stop] for s in figures_in(text, taken_over("overview", text, last))] == figures
