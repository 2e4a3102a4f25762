"""What a clerk is told of a figure that comes from last year's report, most of all from one in the older form."""

from models.form import CellName
from models.form_file import current_form, known_forms
from models.new_year import start_new_year
from models.origins import origin_sentence
from models.report import Edit, Report
from tests.builders import a_report

FORM_2019 = known_forms()["zfxxgk-2019"]
CARRIED_IN = "requests/carried_in/natural_person"
OTHER = "requests/other.rest/natural_person"


def a_draft_from_2019() -> Report:
    cells = {"requests/carried_out/natural_person": "3", "requests/other/natural_person": "4"}
    cells["requests/granted/natural_person"] = "1"
    return start_new_year(a_report(cells, form=FORM_2019, year=2022), current_form())


def told(report: Report, name: CellName) -> str:
    return origin_sentence(report, name)


def test_a_cell_carried_over_from_2019_says_so() -> None:
    sentence = "沿用去年“四、结转下年度继续办理”的数，由2019年格式的报告迁入，请核对"
    assert told(a_draft_from_2019(), CARRIED_IN) == sentence


def test_other_processing_of_2019_says_where_last_years_figure_is_from() -> None:
    sentence = "去年的数取自“（六）其他处理”，由2019年格式的报告迁入，请核对"
    assert told(a_draft_from_2019(), OTHER) == sentence


def test_the_total_of_other_processing_says_so_too() -> None:
    assert "迁入，请核对" in told(a_draft_from_2019(), "requests/other.rest/total")


def test_a_figure_that_stood_in_the_same_row_says_nothing() -> None:
    assert not told(a_draft_from_2019(), "requests/granted/natural_person")


def test_where_2019_had_no_figure_nothing_is_said() -> None:
    assert not told(a_draft_from_2019(), "requests/other.rest/other")


def test_a_confirmed_cell_says_nothing() -> None:
    report = a_draft_from_2019()
    report.apply(Edit(cells={CARRIED_IN: report.value(CARRIED_IN)}))
    assert not told(report, CARRIED_IN)


def test_a_cell_of_last_year_in_the_same_form_says_what_to_do() -> None:
    last = a_report({"requests/carried_out/natural_person": "3", "proactive/regulations/in_force": "2"})
    draft = start_new_year(last, current_form())
    assert told(draft, CARRIED_IN) == "沿用去年“四、结转下年度继续办理”的数，改动或确认后变为本年数"
    assert told(draft, "proactive/regulations/in_force") == "沿用去年的数，改动或确认后变为本年数"


def test_without_last_years_report_nothing_is_said() -> None:
    assert not told(a_report({CARRIED_IN: "1"}), CARRIED_IN)
