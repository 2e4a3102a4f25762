import pytest

from tests.builders import a_clean_report
from tests.models.checks.examples import found, messages, quotes


def stale(text: str, section: str = "overview", year: int | None = 2024) -> list[str | None]:
    return quotes(a_clean_report(texts={section: text}, year=year), "stale-year")


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局主动公开信息500条。",
        "2023年度共受理政府信息公开申请6件。",
        "2023年以来，我市坚持以公开促规范。",
        "我局在2023年全年没有收到申请。",
        "一是2023年公开信息500条；二是培训2次。",
        "2023年，申请量明显增加，同比增长20%。",
        "2023 年，各项工作平稳有序。",
        "2023年5月，举办培训2次。",
        "2019年，我局主动公开信息500条。",
        "2023年发布信息500条。",
        "2023年通过政府网站公开信息500条。",
        "2023年出台政策文件12件。",
        "2025年，全年共受理政府信息公开申请6件。",
    ],
)
def test_a_sentence_that_speaks_of_another_year_as_its_own_is_told(text: str) -> None:
    assert len(stale(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局主动公开信息500条。",
        "根据国办公开办函〔2021〕30号和国务院令第711号编写。",
        "按照政办发（2023）15号文件要求办理。",
        "按照《2023年政务公开工作要点》逐项落实。",
        "开展“2023年度优秀案例”评选。",
        "申请量较2023年增长20%。",
        "与2023年相比，申请量有所下降。",
        "比 2023 年多12件。",
        "上年（2023年）受理5件。",
        "2024年受理6件，2023年受理5件。",
        "2023年结转的2件申请已全部办结。",
        "2023年底受理的申请已全部办结。",
        "自2021年起实行季度通报。",
        "截至2023年底，全县共有现行有效文件20件。",
        "截止2023年12月31日，全县共有现行有效文件20件。",
        "条例2019年修订后，答复期限有所调整。",
        "2008年5月1日起施行的条例要求主动公开。",
        "2023年12月印发的制度全面执行。",
        "公开2023年度部门决算和2024年度部门预算。",
        "2023年度考核中发现的问题已经整改。",
        "针对2023年存在的问题，逐项整改到位。",
        "2023年全国政务公开工作会议精神得到落实。",
        "落实2021—2025年法治政府建设规划。",
        "及时公布2023年政府信息公开工作年度报告。",
        "2023年荣获先进集体。",
        "连续三年（2022年、2023年、2024年）获评优秀。",
        "近三年来，2022年申请最多。",
        "2025年，我局将继续做好公开工作。",
        "结转到2025年办理7件。",
        "2025年1月20日公布本报告。",
        "下一步，2025年计划公开信息600条。",
        "到2035年基本建成法治政府。",
        "网址https://www.example.gov.cn/zfxxgk_2023/nb。",
        "咨询电话0517-20232023。",
        "早在2016年就建立了台账。",
        "收到申请9件，2件延续至2025年办理。",
        "受理申请6件，2023年为5件。",
        "据市公开办通报，全市2023年收到申请900件。",
    ],
)
def test_another_year_that_is_meant_is_left_alone(text: str) -> None:
    assert stale(text) == []


def test_a_stale_year_is_told_with_the_reports() -> None:
    report = a_clean_report(texts={"overview": "全年平稳。2023年，我局主动公开信息500条。"})
    assert messages(report, "stale-year") == [
        "总体情况：写着“2023年”，本报告是2024年的；若是从去年的报告带来的请改写，所指确是2023年的写明理由"
    ]


def test_two_of_them_are_known_by_what_follows() -> None:
    assert stale("2023年，公开信息500条。2023年，培训2次。") == ["2023年，公开信息500条", "2023年，培训2次"]


def test_the_name_of_last_years_report_in_the_preamble_is_stale() -> None:
    assert stale("现公布某某市2023年政府信息公开工作年度报告。", "preamble")


def test_without_a_year_nothing_is_stale() -> None:
    assert not stale("2023年，我局主动公开信息500条。", year=None)


def test_every_text_is_looked_through() -> None:
    texts = dict.fromkeys(["preamble", "overview", "problems", "other_matters"], "2023年，没有收取信息处理费。")
    report = a_clean_report(texts=texts)
    assert [finding.section for finding in found(report, "stale-year")] == list(texts)
