"""The paragraph on applications is written from the tables, in the agency's own words where they are known."""

from collections.abc import Mapping

import pytest

from models.cell_value import read_value
from models.drafting import Drafted, draft_from_tables
from models.form import Form
from models.form_file import current_form, known_forms
from models.live_figures import BLANK_FIGURE
from models.report import Edit, LastYear, Report
from tests.builders import a_full_report, a_report

RECEIVED = "requests/received/natural_person"
OWN = "2023年，全局收到申请9件，都是自然人提出的；办结9件。"
MOVED = "2024年，全局收到申请9件，都是自然人提出的；办结9件。"


def drafted(report: Report, key: str = "requests", place: int = 0) -> Drafted:
    draft = next(each for each in report.form.drafts if each.key == key)
    done = draft_from_tables(report, draft, place)
    report.apply(done.edit)
    return done


def written(report: Report, key: str = "requests", section: str = "overview") -> str:
    drafted(report, key)
    return report.text(section)


def after_last_year(texts: Mapping[str, str], cells: Mapping[str, str] | None = None, **others: str) -> Report:
    """Return this year's report with last year's known, its texts and its figures."""
    report = a_full_report(texts=dict(others))
    figures = dict.fromkeys(report.form.typed_cells, "0") | {
        RECEIVED: "9", "requests/granted/natural_person": "9", **(cells or {})
    }  # fmt: skip
    before = a_report(figures)
    values = {name: before.value(name) for name in before.form.cells}
    report.apply(Edit(last_year=LastYear(2023, values, dict(texts))))
    return report


def test_the_forms_sentences_name_what_is_not_zero() -> None:
    assert written(a_full_report()) == (
        "2024年新收政府信息公开申请6件，其中自然人5件、法人或其他组织1件；上年结转0件。"
        "办理答复6件，其中予以公开1件、部分公开1件、不予公开1件、无法提供2件、不予处理1件；结转下年度继续办理0件。"
    )


def test_figures_of_a_draft_follow_the_tables() -> None:
    report = a_full_report()
    drafted(report)
    report.apply(Edit(cells={RECEIVED: read_value("105")}))
    assert "新收政府信息公开申请106件，其中自然人105件" in report.text("overview")


def test_a_year_without_applications_is_told_in_one_sentence() -> None:
    zeros = dict.fromkeys(current_form().typed_cells, "0")
    assert written(a_report(zeros)) == "2024年没有收到政府信息公开申请，也没有上年结转的申请。"


def test_figures_that_nobody_has_entered_are_lines_to_fill_in() -> None:
    assert f"申请{BLANK_FIGURE}件；上年" in written(a_report())


def test_the_paragraph_comes_behind_the_one_with_the_cursor() -> None:
    report = a_full_report(texts={"overview": "第一段。\n第二段。"})
    drafted(report, "review_litigation", place=2)
    assert report.text("overview") == (
        "第一段。\n没有因政府信息公开引起的行政复议。没有因政府信息公开引起的行政诉讼。\n第二段。"
    )


def test_the_agencys_own_wording_goes_before_the_forms() -> None:
    report = after_last_year({"overview": OWN})
    assert written(report) == "2024年，全局收到申请6件，都是自然人提出的；办结6件。"


def test_last_years_sentence_is_renewed_where_it_stands() -> None:
    report = after_last_year({"overview": OWN}, overview=f"总的情况。\n{MOVED}\n还有一段。")
    assert written(report) == "总的情况。\n2024年，全局收到申请6件，都是自然人提出的；办结6件。\n还有一段。"


def test_a_figure_of_last_year_that_no_table_holds_is_a_line_to_fill_in() -> None:
    report = after_last_year({"overview": "2023年，全局收到申请9件，接待来访38人次。"})
    assert written(report) == f"2024年，全局收到申请6件，接待来访{BLANK_FIGURE}人次。"


def test_what_last_years_wording_does_not_speak_of_is_told() -> None:
    report = after_last_year({"overview": "2023年，收到政府信息公开申请9件，予以公开9件。"})
    assert "无法提供 2 件" in drafted(report).left_out


def test_sentences_on_other_tables_are_no_wording_of_this_draft() -> None:
    report = after_last_year({"overview": "2023年，因政府信息公开引起的行政复议0件。"})
    assert written(report).startswith("2024年新收政府信息公开申请6件")


def test_the_sentence_on_fees_is_last_years_with_lines_for_its_figures() -> None:
    report = after_last_year({"other_matters": "2023年，收取信息处理费120元。"})
    assert written(report, "fee", "other_matters") == f"2024年，收取信息处理费{BLANK_FIGURE}元。"


def test_without_last_years_the_sentence_on_fees_asks_for_its_figures() -> None:
    assert written(a_full_report(), "fee", "other_matters").count(BLANK_FIGURE) == 3


@pytest.mark.parametrize("own", [{}, {"overview": OWN}], ids=["form", "own"])
def test_what_is_already_written_is_not_written_again(own: dict[str, str]) -> None:
    report = after_last_year(own) if own else a_full_report()
    drafted(report)
    assert not drafted(report).edit.names


def test_a_draft_is_one_step_back() -> None:
    report = a_full_report(texts={"overview": "第一段。"})
    draft = report.form.drafts[0]
    report.apply(report.apply(draft_from_tables(report, draft, 0).edit).inverse)
    assert (report.text("overview"), report.live) == ("第一段。", {})


@pytest.mark.parametrize("form", known_forms().values(), ids=list(known_forms()))
def test_every_draft_of_a_form_can_be_written(form: Form) -> None:
    report = a_report(dict.fromkeys(form.typed_cells, "1"), form=form)
    for draft in form.drafts:
        report.apply(draft_from_tables(report, draft, 0).edit)
    assert all(report.text(draft.section) for draft in form.drafts)
