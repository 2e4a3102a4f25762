import pytest

from models.moved_years import years_moved_on


@pytest.mark.parametrize(("last", "this"), [
    ("2024年，某某市扎实推进政务公开。", "2025年，某某市扎实推进政务公开。"),
    ("与2023年相比，申请有所增加。", "与2024年相比，申请有所增加。"),
    ("统计期限为2024年1月1日至2024年12月31日。", "统计期限为2025年1月1日至2025年12月31日。"),
    ("自 2024 年 1 月 1 日起至 2024 年 12 月 31 日止。", "自 2025 年 1 月 1 日起至 2025 年 12 月 31 日止。"),
    ("2025年1月20日公布。", "2026年1月20日公布。"),
    ("2024年度收到申请5件。", "2025年度收到申请5件。"),
    ("现公布某某局2024年政府信息公开工作年度报告。", "现公布某某局2025年政府信息公开工作年度报告。"),
])  # fmt: skip
def test_a_year_of_the_report_moves_on(last: str, this: str) -> None:
    assert years_moved_on(last, 2024) == this


@pytest.mark.parametrize("text", [
    "按照国办公开办函〔2024〕30号要求。",
    "依据（2024）5号文件。",
    "根据《某某市2024年政务公开工作要点》部署。",
    "印发《关于做好〈2024年年度报告〉编制工作的通知》。",
    "开展“2024年政务公开日”活动。",
    "落实2024年全市政务公开工作会议精神。",
    "制定2024年培训计划。",
    "实施2024年—2025年行动。",
    "自2019年5月15日起施行。",
    "国务院令第711号。",
    "累计12024年报。",
    "电话2024-1234。",
])  # fmt: skip
def test_names_numbers_and_other_years_stay(text: str) -> None:
    assert years_moved_on(text, 2024) == text


def test_a_report_skipped_between_moves_the_years_on_further() -> None:
    assert years_moved_on("2022年受理6件，2021年受理5件，2020年受理4件。", 2022, 3) == (
        "2025年受理6件，2024年受理5件，2020年受理4件。"
    )


def test_only_the_years_change() -> None:
    assert years_moved_on("2024年受理2024件，答复2023件。", 2024) == "2025年受理2024件，答复2023件。"
