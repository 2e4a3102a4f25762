import pytest

from tests.builders import a_clean_report
from tests.models.checks.examples import messages, quotes

IDENTITY = "11010519491231002X"
"""The number that GB 11643 gives as its example."""
CARD = "6217000000000000004"


def private(text: str) -> list[str | None]:
    return quotes(a_clean_report(texts={"preamble": text}), "private-data")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("联系人张某，电话13800138000。", "13800138000"),
        ("手机：138 0013 8000", "138 0013 8000"),
        ("手机：138-0013-8000", "138-0013-8000"),
        ("电话１３８００１３８０００。", "１３８００１３８０００"),
        (f"身份证号{IDENTITY}。", IDENTITY),
        (f"身份证号{IDENTITY.lower()}。", IDENTITY.lower()),
        ("身份证号110105 19491231 002X。", "110105 19491231 002X"),
        (f"账号：{CARD}", CARD),
        ("账号：6217 0000 0000 0000 004", "6217 0000 0000 0000 004"),
    ],
)
def test_a_private_number_is_quoted(text: str, quote: str) -> None:
    assert private(text) == [quote]


def test_two_private_numbers_are_both_quoted() -> None:
    assert private("电话13800138000、13900139000。") == ["13800138000", "13900139000"]


@pytest.mark.parametrize(
    "text",
    [
        "电话：0517-83605210，邮编：223001。",
        "电话：023—85276112。",
        "电话：（0517）83605210 83605211。",
        "服务热线12345。",
        "电话：400-800-1234。",
        "共处理13800138000件。",
        "资金13800138000元。",
        "身份证号110105194912310021。",
        "身份证号110105194913310029。",
        "统一社会信用代码11320000014000000X。",
        "账号：6217000000000000005",
        "编号123456789012345678。",
        "网址https://www.example.gov.cn/t20240131_13800138000.html",
        "网址https://www.example.gov.cn/art?id=13800138000&c=1",
        "圆周率3.13800138000。",
        "公布于20240131，文号〔2021〕30号。",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert private(text) == []


def test_a_private_number_is_not_shown_whole() -> None:
    assert messages(a_clean_report(texts={"preamble": "电话13800138000。"}), "private-data") == [
        "标题与前言：疑有手机号码 138…000，公开前请删去个人信息；若不是个人的号码，写明理由后不再提示"
    ]
