import pytest

from models.checks import CHECKS, find_problems
from models.checks.overview import find_too_long
from tests.builders import a_clean_report, a_report, clean_texts, third_form
from tests.models.checks.examples import found, messages

# ── topics ──────────────────────────────────────────────────────────────


def test_a_missing_topic_is_named() -> None:
    overview = clean_texts()["overview"].partition("（五）")[0]
    assert messages(a_clean_report(texts={"overview": overview}), "overview-topics") == [
        "总体情况没有写到监督保障；这一部分要写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障，请补写"
    ]


def test_every_topic_is_missed() -> None:
    assert (
        "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障；"
        in messages(a_clean_report(texts={"overview": "各项工作平稳有序。"}), "overview-topics")[0]
    )


@pytest.mark.parametrize(
    "overview",
    [
        "全年公开信息500条。收到公开申请6件。发布前逐条审核。网站栏目及时更新。组织培训两次。",
        "政府信息主动公开情况、依申请公开办理情况、信息资源管理、公开载体建设和考核监督情况如下。",
    ],
)
def test_a_topic_may_be_told_in_other_words(overview: str) -> None:
    assert not found(a_clean_report(texts={"overview": overview}), "overview-topics")


@pytest.mark.parametrize("overview", ["", "　"])
def test_an_empty_overview_is_left_to_its_own_check(overview: str) -> None:
    assert not found(a_clean_report(texts={"overview": overview}), "overview-topics")


def test_a_third_form_has_no_topics() -> None:
    assert not found(a_report(texts={"summary": "总结"}, form=third_form()), "overview-topics")


# ── length ──────────────────────────────────────────────────────────────


def test_a_long_overview_is_well_until_the_clerk_asks() -> None:
    report = a_clean_report(texts={"overview": clean_texts()["overview"] * 20})
    assert not found(report, "overview-length")
    assert [each.code for each in find_problems(report, CHECKS) if each.code == "overview-length"]


def test_a_long_overview_is_told_with_its_length() -> None:
    report = a_clean_report(texts={"overview": "字" * 1005 + " \n　"})
    assert [finding.message for finding in find_too_long(report)] == ["总体情况有 1005 字，限 1000 字，多 5 字，请压缩"]


@pytest.mark.parametrize(("length", "limit", "count"), [(1000, 0, 0), (1001, 0, 1), (1001, 1500, 0), (600, 500, 1)])
def test_the_limit_may_be_another(length: int, limit: int, count: int) -> None:
    report = a_clean_report(texts={"overview": "字" * length})
    assert len(list(find_too_long(report, limit))) == count


def test_a_section_without_a_limit_may_be_long() -> None:
    assert not list(find_too_long(a_clean_report(texts={"problems": "字" * 5000}), 500))
