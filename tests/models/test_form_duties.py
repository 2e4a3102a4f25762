"""What both statutory forms ask beyond their labels and sums: of texts, of documents, from year to year."""

import pytest

from models.form import Form
from models.form_file import known_forms

FORM_2021, FORM_2019 = known_forms()["zfxxgk-2021"], known_forms()["zfxxgk-2019"]
BOTH = pytest.mark.parametrize("form", [FORM_2021, FORM_2019], ids=["2021", "2019"])


# ── texts ───────────────────────────────────────────────────────────────


@BOTH
def test_three_parts_are_written_and_two_of_them_anew_each_year(form: Form) -> None:
    assert [each.key for each in form.sections if each.is_required] == ["overview", "problems", "other_matters"]
    assert [each.key for each in form.sections if each.is_renewed] == ["overview", "problems"]


@BOTH
def test_the_overview_has_its_five_topics(form: Form) -> None:
    topics = {each.key: [topic.name for topic in each.topics] for each in form.sections if each.topics}
    assert topics == {
        "overview": ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"],
    }


@BOTH
def test_the_last_part_tells_of_the_fee(form: Form) -> None:
    assert {each.key: each.fee.since for each in form.sections if each.fee} == {"other_matters": 2021}


@BOTH
def test_two_titles_have_a_second_official_wording(form: Form) -> None:
    assert {each.key: each.official for each in form.sections if each.official} == {
        "review_litigation": ("因政府信息公开工作被申请行政复议、提起行政诉讼情况",),
        "problems": ("政府信息公开工作存在的主要问题及改进情况",),
    }


@BOTH
def test_the_documents_that_were_replaced_are_known(form: Form) -> None:
    assert {each.name: (each.since, each.instead) for each in form.outdated} == {
        "国办公开办函〔2019〕60号": (2021, "国办公开办函〔2021〕30号"),
        "国务院令第492号": (2019, "国务院令第711号"),
    }


# ── from year to year ───────────────────────────────────────────────────


@BOTH
def test_the_total_carried_out_is_the_total_carried_in(form: Form) -> None:
    (pair,) = form.table("requests").carried_totals
    assert (pair.source, pair.target) == ("requests/carried_out/total", "requests/carried_in/total")


def test_documents_in_force_follow_from_year_to_year() -> None:
    rows = [
        tuple(name.removeprefix("proactive/") for name in (each.issued, each.repealed, each.in_force))
        for each in FORM_2021.table("proactive").in_force
    ]
    assert rows == [
        tuple(f"{row}/{column}" for column in ("issued", "repealed", "in_force"))
        for row in ("regulations", "normative_documents")
    ]
    assert not FORM_2019.table("proactive").in_force


def test_fees_and_decisions_are_steady() -> None:
    decisions = tuple(f"proactive/{row}/decisions" for row in ("licences", "penalties", "coercion"))
    assert FORM_2021.table("proactive").steady == (*decisions, "proactive/fees/amount")
    assert FORM_2019.table("proactive").steady == decisions


@BOTH
def test_regulations_are_reserved(form: Form) -> None:
    cells = [cell for table in form.tables for each in table.reserved for cell in each.cells]
    assert cells == [name for name in form.cells if name.startswith("proactive/regulations/")]
