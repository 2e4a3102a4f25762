"""The list of what is still last year's."""

from models.form_file import current_form
from models.new_year import start_new_year
from models.report import Edit, Report
from models.taken_over import untouched_count
from models.untouched import Untouched, confirm_untouched, untouched_in
from tests.builders import a_full_report

LAST = "2024年受理申请6件。均已办结；无结转。"
IN_FORCE = "proactive/normative_documents/in_force"


def a_draft(text: str | None = None) -> Report:
    last = a_full_report({IN_FORCE: "7", "requests/carried_out/other": "2"}, texts={"overview": LAST})
    draft = start_new_year(last, current_form(), 2025)
    if text is not None:
        draft.apply(Edit(texts={"overview": text}, still_last_years=frozenset(["overview"])))
    return draft


def places(report: Report, section: str) -> tuple[Untouched, ...]:
    return untouched_in(report, report.form.section(section))


def words(report: Report, section: str) -> list[str]:
    return [each.words for each in places(report, section)]


def test_figures_taken_over_are_named_with_their_values() -> None:
    assert "上年结转 × 其他：2" in [each.partition("、")[2] for each in words(a_draft(), "requests")]


def test_each_sentence_of_last_year_is_a_place() -> None:
    assert words(a_draft(), "overview") == ["2025年受理申请6件。", "均已办结；", "无结转。"]


def test_of_a_sentence_that_was_changed_its_old_figures_are_named() -> None:
    assert words(a_draft("一年来，2025年受理申请6件。"), "overview") == ["其中的 6：一年来，2025年受理申请6件。"]


def test_a_text_whose_sentences_are_not_known_is_one_place() -> None:
    report = a_draft()
    report.last_year = None
    assert words(report, "overview") == ["整段沿用：2025年受理申请6件。均已办结；无结转。"]


def test_there_are_as_many_as_are_counted_elsewhere() -> None:
    report = a_draft()
    assert all(len(untouched_in(report, each)) == untouched_count(report, each) for each in report.form.sections)


def test_confirming_every_place_leaves_none() -> None:
    report = a_draft("一年来，2025年受理申请6件。均已办结；")
    for section in report.form.sections:
        while left := untouched_in(report, section):
            report.apply(confirm_untouched(report, left[0]))
            assert left[0] not in untouched_in(report, section)
    assert not report.from_last_year


def test_a_report_begun_anew_has_none() -> None:
    report = a_full_report()
    assert not any(untouched_in(report, each) for each in report.form.sections)
