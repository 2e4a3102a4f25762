"""Typed figures that the checks recognise become live ones, and new ones are put into a sentence."""

from models.cell_value import read_value
from models.linking import insert_figure, link, linkable, unlink
from models.report import Edit, Report
from models.taken_over import Span
from tests.builders import a_full_report

TEXT = "2024年，本机关收到政府信息公开申请6件，其中予以公开1件。"
FEES = "proactive/fees/amount"
RECEIVED, TOTAL = "requests/received/natural_person", "requests/received/total"


def a_report_that_says(text: str) -> Report:
    return a_full_report(texts={"overview": text})


def linked(text: str) -> Report:
    report = a_report_that_says(text)
    report.apply(link(report, "overview", linkable(report, "overview")))
    return report


def type_in(report: Report, name: str, text: str) -> None:
    report.apply(Edit(cells={name: read_value(text)}))


def test_figures_that_the_checks_recognise_can_be_made_live() -> None:
    assert [TEXT[each.figure_start] for each in linkable(a_report_that_says(TEXT), "overview")] == ["6", "1"]


def test_making_them_live_changes_no_word() -> None:
    assert linked(TEXT).text("overview") == TEXT


def test_made_live_they_follow_the_table() -> None:
    report = linked(TEXT)
    type_in(report, RECEIVED, "105")
    assert report.text("overview") == TEXT.replace("6件", "106件")


def test_what_is_live_is_not_offered_again() -> None:
    assert linkable(linked(TEXT), "overview") == []


def test_a_figure_that_states_two_things_is_made_live_once() -> None:
    report = a_full_report({"requests/received/commercial": "0"}, texts={"overview": "收到申请5件，均为自然人。"})
    assert len(linkable(report, "overview")) == 1


def test_a_wrong_figure_is_to_be_corrected_first() -> None:
    assert linkable(a_report_that_says("收到政府信息公开申请7件。"), "overview") == []


def test_a_figure_in_words_stays_in_words() -> None:
    assert linkable(a_report_that_says("收到政府信息公开申请六件。"), "overview") == []


def test_a_sum_of_money_follows_in_the_unit_of_the_text() -> None:
    report = a_full_report({FEES: "1.5"}, texts={"overview": "行政事业性收费15000元。"})
    report.apply(link(report, "overview", linkable(report, "overview")))
    type_in(report, FEES, "2")
    assert report.text("overview") == "行政事业性收费20000元。"


def test_a_figure_put_in_shows_what_its_cell_holds() -> None:
    report = a_report_that_says("收到申请件。")
    report.apply(insert_figure(report, "overview", Span(4, 4), (TOTAL,)))
    assert report.text("overview") == "收到申请6件。"


def test_a_figure_put_over_words_takes_their_place() -> None:
    report = a_report_that_says("收到申请多件。")
    report.apply(insert_figure(report, "overview", Span(4, 5), (TOTAL,)))
    assert report.text("overview") == "收到申请6件。"


def test_a_live_figure_made_plain_stays_as_it_is() -> None:
    report = linked(TEXT)
    report.apply(unlink(report, "overview", Span(0, len(TEXT))))
    type_in(report, RECEIVED, "105")
    assert report.text("overview") == TEXT


def test_where_no_figure_is_live_nothing_is_made_plain() -> None:
    assert not unlink(a_report_that_says(TEXT), "overview", Span(0, 5)).names
