"""Words are found wherever they stand in a report, and replaced in its texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.linking import link, linkable
from models.report import Edit, LastYear, Report
from models.search import find, replace_all, replace_one
from tests.builders import a_full_report, a_report

TEXT = "全年收到申请6件。办结6件，Web端受理２件。"


def places(report: Report, words: str) -> list[str]:
    return [hit.cell or f"{hit.section}:{hit.span and hit.span.start}" for hit in find(report, words)]


def replaced(report: Report, words: str, by: str) -> Report:
    report.apply(replace_all(report, words, by))
    return report


def test_words_are_found_in_every_place_of_a_text() -> None:
    assert places(a_report(texts={"overview": TEXT}), "6件") == ["overview:6", "overview:11"]


@pytest.mark.parametrize("words", ["web端", "WEB端", "ｗｅｂ端"])
def test_capitals_and_full_width_forms_are_found_as_plain_ones(words: str) -> None:
    assert places(a_report(texts={"overview": TEXT}), words) == ["overview:14"]


def test_full_width_digits_of_the_text_are_found_by_plain_ones() -> None:
    assert places(a_report(texts={"overview": TEXT}), "受理2件") == ["overview:18"]


def test_a_label_leads_to_its_first_figure() -> None:
    assert "requests/refused.state_secret/natural_person" in places(a_report(), "属于国家秘密")


def test_a_column_leads_to_its_first_figure() -> None:
    assert "requests/received/legal_service" in places(a_report(), "法律服务机构")


def test_a_figure_is_found_with_its_remark() -> None:
    report = a_report({"proactive/normative_documents/issued": "1922（其中修订16件）"})
    assert [hit.what for hit in find(report, "修订16")] == [hit.what for hit in find(report, "1922")]


def test_a_title_of_a_section_is_found() -> None:
    assert [hit.section for hit in find(a_report(), "总体情况")] == ["overview"]


def test_nothing_is_found_for_white_space() -> None:
    assert find(a_report(texts={"overview": TEXT}), "  ") == []


def test_words_are_replaced_in_every_text_in_one_step() -> None:
    report = replaced(a_report(texts={"overview": TEXT, "problems": "收到意见6件"}), "6件", "八件")
    assert (report.text("overview"), report.text("problems")) == (TEXT.replace("6件", "八件"), "收到意见八件")


def test_one_place_is_replaced_alone() -> None:
    report = a_report(texts={"overview": TEXT})
    report.apply(replace_one(report, find(report, "6件")[1], "八件"))
    assert report.text("overview") == "全年收到申请6件。办结八件，Web端受理２件。"


def test_live_figures_behind_what_is_replaced_stay_live() -> None:
    report = a_full_report(texts={"overview": "本机关收到政府信息公开申请6件。"})
    report.apply(link(report, "overview", linkable(report, "overview")))
    assert len(replaced(report, "本机关", "我局办公室").live_in("overview")) == 1


def test_radicals_put_in_move_no_live_figure() -> None:
    report = a_full_report(texts={"overview": "本机关收到政府信息公开申请6件，本机关予以公开1件。"})
    report.apply(link(report, "overview", linkable(report, "overview")))
    assert len(replaced(report, "本机关", "⼯局").live_in("overview")) == 2


def test_what_is_replaced_is_last_years_no_more() -> None:
    last = LastYear(2023, texts={"overview": "照旧的一句。"})
    report = a_report(texts={"overview": "照旧的一句。"})
    report.apply(Edit(last_year=last, texts={"overview": "照旧的一句。"}, still_last_years=frozenset({"overview"})))
    assert replaced(report, "一句", "两句").from_last_year == set()


def test_where_the_words_do_not_stand_nothing_is_replaced() -> None:
    assert not replace_all(a_report(texts={"overview": TEXT}), "没有的字", "有").names


@given(st.text("ab１", max_size=20), st.text("ab1", min_size=1, max_size=2), st.text("xy", max_size=3))
def test_replacing_leaves_nothing_to_be_found(text: str, words: str, by: str) -> None:
    report = replaced(a_report(texts={"overview": f"头{text}尾"}), words, f"中{by}")
    assert not [hit for hit in find(report, words) if hit.span]
