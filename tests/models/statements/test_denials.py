"""Denials in running text, beside tables that have what is denied."""

import pytest

from models.statements.claims import find_refuted_claims
from tests.builders import a_full_report

CELLS = {
    "requests/received/natural_person": "40",
    "requests/carried_out/natural_person": "5",
    "review_litigation/review/upheld": "6",
    "review_litigation/direct_suit/upheld": "2",
    "proactive/normative_documents/issued": "9",
}


def denied(text: str, agency: str = "云台县人民政府") -> list[str]:
    report = a_full_report(CELLS, texts={"overview": text}, agency=agency, year=2024)
    return [each.quote for each in find_refuted_claims(report)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年未收到政府信息公开申请。", "未收到政府信息公开申请"),
        ("截至2023年底，我县未收到公开申请。", "未收到公开申请"),
        ("本年度未产生结转件。", "未产生结转件"),
        ("未发生行政复议案件，行政诉讼2件。", "未发生行政复议案件"),
        ("全年未制发行政规范性文件。", "未制发行政规范性文件"),
    ],
)
def test_a_denial_is_held_against_the_tables(text: str, quote: str) -> None:
    assert denied(f"（二）依申请公开\n{text}") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "县科技局等12家单位未收到政府信息公开申请。",
        "截至2023年底，我县未收到公开申请，2024年收到40件。",
        "去年未收到公开申请。",
        "上半年未收到公开申请。",
        "受理企业诉求168件，均已办结。",
        "重点督办超过15个工作日未答复的申请44件，已全部办结。",
        "其中自然人申请3件，当场答复的2件均已办结。",
        "未收到信息公开申请表格方面的投诉。",
    ],
)
def test_a_denial_of_something_else_is_left_alone(text: str) -> None:
    assert denied(f"（二）依申请公开\n{text}") == []


def test_another_agency_may_deny_what_it_likes() -> None:
    assert denied("市教育局未收到公开申请。", "某某市财政局") == []
