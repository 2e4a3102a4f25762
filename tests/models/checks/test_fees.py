import pytest

from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, a_report
from tests.models.checks.examples import found, messages


def other_matters(text: str, **others: object) -> Report:
    return a_clean_report(texts={"other_matters": text}, **others)  # type: ignore[arg-type]


# ── told at all ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取信息处理费。",
        "本机关没有收取政府信息公开信息处理费。",
        "全年收取信息处理费3940元。",
        "对3件申请收取信息处理费，共计2,230元，已上缴国库。",
        "收取信息处理费1.2万元。",
        "信息处理费收取情况：无。",
        "信息处理费收取情况\n本年度为0元。",
        "信息处理费收费情况。本年度没有发生。",
        "未向申请人收取任何费用。",
        "依申请提供政府信息不收费。",
        "信息处理费收取金额为零。",
    ],
)
def test_any_way_to_tell_of_the_fee_will_do(text: str) -> None:
    assert not found(other_matters(text), "fee-missing")


@pytest.mark.parametrize("text", ["", "无。", "没有其他需要报告的事项。", "建议提案办理情况已全部公开，共1230件。"])
def test_a_section_without_a_word_about_it_is_told(text: str) -> None:
    assert messages(other_matters(text), "fee-missing") == [
        "“六、其他需要报告的事项”没有写信息处理费收取情况；收了多少要写明，没有收也要写明，例如“本年度未收取信息处理费”"
    ]


@pytest.mark.parametrize("text", ["信息处理费按规定收取。", "严格执行《政府信息公开信息处理费管理办法》。"])
def test_a_section_that_leaves_open_how_much_is_told(text: str) -> None:
    assert "但没有写收了多少或者没有收" in messages(other_matters(text), "fee-missing")[0]


@pytest.mark.parametrize(("year", "due"), [(2019, False), (2020, False), (2021, True), (2025, True), (None, True)])
def test_the_fee_is_due_since_the_notice_of_2021(year: int | None, due: bool) -> None:  # noqa: FBT001
    report = a_report(texts={"other_matters": "无。"}, year=year, form=known_forms()["zfxxgk-2019"])
    assert bool(found(report, "fee-missing")) == due


# ── parts ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "收取信息处理费300元，其中市教育局100元、市公安局150元。",
        "市教育局收取100元、市公安局收取150元，信息处理费共计300元。",
        "收取信息处理费1万元，其中按件计收4000元，按量计收5000元。",
        "收取信息处理费300元，其中市教育局100元，市公安局150元，均已上缴国库。",
    ],
)
def test_parts_that_do_not_add_up_are_told(text: str) -> None:
    assert found(other_matters(text), "fee-parts")


@pytest.mark.parametrize(
    "text",
    [
        "收取信息处理费300元，其中市教育局100元、市公安局200元。",
        "市教育局收取1,100元、市公安局收取1,150元，信息处理费共计2250元。",
        "收取信息处理费1.2万元，其中按件计收4000元，按量计收8000元。",
        "收取信息处理费300元，其中市公安局150元。",
        "收取信息处理费300元，其中最高100元，最低20元。",
        "收取信息处理费300元，其中市教育局100元、市公安局150元等。"[:-1] + "，等三家单位共收取300元。",
        "收取信息处理费2230元，上年收取2950元，较上年减少720元。",
        "每件收取100元、每页收取10元，信息处理费共计300元。",
        "对3件申请收取信息处理费2230元。",
        "会议费300元，其中场地100元、资料150元。",
        "",
    ],
)
def test_parts_that_add_up_or_are_no_parts_are_well(text: str) -> None:
    assert not found(other_matters(text), "fee-parts")


def test_wrong_parts_are_told_with_their_sum() -> None:
    report = other_matters("全年收取信息处理费1.5万元，其中市教育局9000元、市公安局5500.5元。")
    (finding,) = found(report, "fee-parts")
    assert finding.message == (
        "其他事项：信息处理费合计写 15000 元，分项 9000＋5500.5＝14500.5 元，差 499.5 元；请核对合计和分项"
    )
    assert finding.quote == "1.5万元，其中市教育局9000元、市公安局5500.5元"
