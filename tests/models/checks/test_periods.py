import pytest

from models.report import Report
from tests.builders import a_clean_report
from tests.models.checks.examples import found, messages, quotes


def preamble(text: str, year: int | None = 2024) -> Report:
    return a_clean_report(texts={"preamble": text}, year=year)


@pytest.mark.parametrize(
    "text",
    [
        "统计期限自2024年1月1日起至2024年12月31日止。",
        "统计期限为2024年1月1日至12月31日。",
        "数据统计时间为2024年1月1日—2024年12月31日。",
        "统计期限从2024年1月1日起，到2024年12月31日止。",
        "统计期限为 2024 年 1 月 1 日至 2024 年 12 月 31 日。",
        "统计期限为２０２４年１月１日至２０２４年１２月３１日。",
        "统计期限为2024年1月至12月。",
        "统计期限为2024年度。",
        "内容为本机关2024年1月1日至12月31日期间的公开工作。",
        "2024年5月1日至5月31日开展公开日活动。",
        "本报告没有写统计期限。",
    ],
)
def test_the_year_of_the_report_is_its_period(text: str) -> None:
    assert not found(preamble(text), "period")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("统计期限自2023年1月1日起至2023年12月31日止。", "2023年1月1日起至2023年12月31日止"),
        ("统计期限自2023年1月1日起至2024年12月31日止。", "2023年1月1日起至2024年12月31日止"),
        ("统计期限为2024年1月1日至2024年11月30日。", "2024年1月1日至2024年11月30日"),
        ("统计期限为2024年2月1日至12月31日。", "2024年2月1日至12月31日"),
        ("统计期限自2024年1月1日起至202024年12月31日止。", "2024年1月1日起至202024年12月31日止"),
        ("本机关2023年1月1日至12月31日的公开工作。", "2023年1月1日至12月31日"),
        ("统计期限为202411日至20241231日。", "202411日"),
    ],
)
def test_another_period_is_quoted(text: str, quote: str) -> None:
    assert quotes(preamble(text), "period") == [quote]


def test_another_period_is_told_with_the_right_one() -> None:
    assert messages(preamble("统计期限为2023年1月1日至12月31日。"), "period") == [
        "标题与前言：统计期限写的是“2023年1月1日至12月31日”，应为2024年1月1日至2024年12月31日，请改正"
    ]


def test_a_period_in_the_overview_is_checked_too() -> None:
    report = a_clean_report(texts={"overview": "数据的统计期限为2023年1月1日至12月31日。"})
    assert [finding.section for finding in found(report, "period")] == ["overview"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("统计期限为2023年1月1日至2023年12月31日。", 0), ("统计期限为2023年1月1日至2024年12月31日。", 1)],
)
def test_without_a_year_the_period_must_be_one_year(text: str, count: int) -> None:
    assert len(found(preamble(text, year=None), "period")) == count


def test_a_period_is_no_stale_year_as_well() -> None:
    assert not found(preamble("统计期限为2023年1月1日至2023年12月31日。"), "stale-year")
