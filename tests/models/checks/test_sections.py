import pytest

from models.finding import Severity
from models.report import Report
from tests.builders import a_clean_report, a_report, third_form
from tests.models.checks.examples import found, messages

TITLES = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "review_litigation": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other_matters": "六、其他需要报告的事项",
}


def read_with(titles: dict[str, str], report: Report | None = None) -> Report:
    """Return a report as read from a file with these titles."""
    report = report or a_clean_report()
    report.headings = tuple(titles.items())
    return report


def titled(key: str, title: str) -> list[str]:
    return messages(read_with(TITLES | {key: title}), "section")


def without(*keys: str) -> dict[str, str]:
    return {key: title for key, title in TITLES.items() if key not in keys}


# ── texts ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", ["overview", "problems", "other_matters"])
@pytest.mark.parametrize("text", ["", " ", "\n　"])
def test_a_part_without_a_text_is_told(key: str, text: str) -> None:
    (finding,) = found(a_clean_report(texts={key: text}), "section")
    assert (finding.section, finding.severity) == (key, Severity.ERROR)
    assert finding.message == f"“{TITLES[key]}”没有内容，请补写"


def test_a_report_may_do_without_a_preamble() -> None:
    assert not found(a_clean_report(texts={"preamble": ""}), "section")


def test_a_third_form_requires_what_it_declares_only() -> None:
    assert not found(a_report(form=third_form()), "section")


# ── titles of a file ────────────────────────────────────────────────────


def test_the_forms_own_titles_are_well() -> None:
    assert not found(read_with(TITLES), "section")


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("review_litigation", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        ("problems", "五、政府信息公开工作存在的主要问题及改进情况"),
        ("overview", "一 、 总体情况"),
        ("overview", "一、总体情况："),
        ("overview", "总体情况"),
        ("overview", "1.总体情况"),
        ("overview", "第一部分 总体情况"),
        ("overview", "（一）总体情况"),
        ("overview", "## 一、总体情况"),
        ("overview", "⼀、总体情况"),
        ("proactive", "二、主动公开政府信息情况（以表格形式报告）"),
        ("problems", ""),
    ],
)
def test_both_official_wordings_in_any_numbering_are_well(key: str, title: str) -> None:
    assert not titled(key, title)


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("overview", "一、工作基本情况"),
        ("review_litigation", "四、政府信息公开行政复议行政诉讼情况"),
        ("other_matters", "六、其他需要报告事项"),
    ],
)
def test_another_wording_is_told_with_the_title(key: str, title: str) -> None:
    assert titled(key, title) == [f"读入的文件里题名写作“{title}”，应为“{TITLES[key]}”，请改正；导出时会写上规定的题名"]


def test_wrong_characters_in_a_title_are_named() -> None:
    assert "（“该”应为“改”）" in titled("problems", "五、存在的主要问题及该进情况")[0]
    assert "（“和”应为“、”）" in titled("review_litigation", "四、政府信息公开行政复议和行政诉讼情况")[0]


def test_a_wrong_title_is_no_error() -> None:
    (finding,) = found(read_with(TITLES | {"overview": "一、概述"}), "section")
    assert (finding.section, finding.severity) == ("overview", Severity.WARNING)


def test_numbers_that_are_shifted_are_told_together() -> None:
    shifted = without("review_litigation") | {
        "problems": "四、存在的主要问题及改进情况",
        "other_matters": "五、其他需要报告的事项",
    }
    (numbers,) = [message for message in messages(read_with(shifted), "section") if "编号" in message]
    assert numbers == (
        "读入的文件里题名的编号与规定不符：“四、存在的主要问题及改进情况”应为“五、存在的主要问题及改进情况”，"
        "“五、其他需要报告的事项”应为“六、其他需要报告的事项”，请改正；导出时会写上规定的编号"
    )


def test_parts_in_another_order_are_told() -> None:
    order = ["overview", "proactive", "requests", "problems", "review_litigation", "other_matters"]
    (finding,) = found(read_with({key: TITLES[key] for key in order}), "section")
    assert finding.severity is Severity.ERROR
    assert f"把“{TITLES['problems']}”排在“{TITLES['review_litigation']}”前面" in finding.message


def test_a_missing_title_above_content_is_a_warning() -> None:
    (finding,) = found(read_with(without("review_litigation")), "section")
    assert finding.severity is Severity.WARNING
    assert "没有“四、政府信息公开行政复议、行政诉讼情况”这个题名" in finding.message


def test_a_missing_table_is_an_error() -> None:
    cells = dict.fromkeys(a_clean_report().form.table("review_litigation").typed_cells, "")
    (finding,) = found(read_with(without("review_litigation"), a_clean_report(cells)), "section")
    assert (finding.section, finding.severity) == ("review_litigation", Severity.ERROR)


def test_a_missing_text_is_told_once() -> None:
    assert len(found(read_with(without("problems"), a_clean_report(texts={"problems": ""})), "section")) == 1


@pytest.mark.parametrize("keys", [["overview"], ["proactive", "requests", "review_litigation"]])
def test_an_excerpt_is_not_asked_for_its_titles(keys: list[str]) -> None:
    assert not found(read_with({key: TITLES[key] for key in keys}), "section")


def test_a_report_of_our_own_has_no_titles_to_check() -> None:
    assert not found(read_with({}), "section")
