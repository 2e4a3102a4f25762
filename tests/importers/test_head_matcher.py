"""Agency and year are found in the title, else in the text."""

import pytest

from importers.blocks import TITLE_LEVEL, Paragraph
from importers.head_matcher import HeadMatch, match_head
from models.form_file import current_form
from models.report import Head
from tests.builders import third_form

NAME = "某某市人民政府"


def head_of(*lines: str, level: int | None = None, further: tuple[str, ...] = ()) -> Head:
    return match(*lines, level=level, further=further).head


def match(*lines: str, level: int | None = None, further: tuple[str, ...] = ()) -> HeadMatch:
    return match_head(current_form(), [Paragraph(line, level) for line in lines], [*lines, *further])


@pytest.mark.parametrize(
    "lines",
    [
        ("某某市人民政府2024年政府信息公开工作年度报告",),
        ("某某市人民政府\n2024年政府信息公开工作年度报告",),
        ("某某市人民政府", "2024年政府信息公开工作年度报告"),
        ("某某市人民政府2024年政府信息公开", "工作年度报告"),
        ("", "某某市人民政府\n2024年政府信息公开", "工作年度报告", "前言。"),
        ("2024年某某市人民政府政府信息公开工作年度报告",),
        ("2024年度某某市人民政府政府信息公开年度报告",),
        ("某某市人民政府2024年度政府信息公开工作年度报告",),
        ("某某市人民政府 2024 年信息公开工作年度报告",),
        ("某某市人民政府２０２４年政府信息公开工作的年度报告",),
        ("某某市人民政府2024年政府信息公开年度工作报告",),
        ("某某市人民政府2024年政府信息公开工作报告",),
        ("某某市人民政府2024年政府信息公开工作年度报告（图片版）",),
        ("2024年政府信息公开工作年度报告", "某某市人民政府", "2024年政府信息公开工作年度报告"),
        ("某某市人民政府关于2024年度政府信息公开情况的报告",),
        ("某某市人民政府2024年政府信息公开年报",),
        ("《某某市人民政府2024年政府信息公开工作年度报告》",),
        ("某某市人民政府二〇二四年政府信息公开工作年度报告",),
        ("附件1", "某某市人民政府2024年政府信息公开工作年度报告"),
        ("附件：某某市人民政府2024年政府信息公开工作年度报告",),
        ("某某市人民政府政府信息公开工作年度报告", "（2024年度）"),
        ("某某市人民政府政府信息公开工作年度报告（2024）",),
        ("某某市人民政府政府信息公开工作年度报告", "（2024年1月1日至12月31日）"),
        ("某某市人民政府政府信息公开工作年度报告", "2024年度"),
        ("某某市人民政府（2024年度）政府信息公开工作年度报告",),
        ("某某市人民政府政府信息公开工作2024年度报告",),
        ("某某市人民政府信息公开工作年度报告（二〇二四年度）",),
        ("某某市人民政府2024年度信息公开报告",),
        ("2024年度政府信息公开工作年度报告", "某某市人民政府"),
        ("2024年度政府信息公开工作年度报告", "（某某市人民政府）"),
    ],
)
def test_a_title_in_any_order_gives_agency_and_year(lines: tuple[str, ...]) -> None:
    assert head_of(*lines) == Head(NAME, 2024)


def test_the_year_in_brackets_below_a_styled_title_counts() -> None:
    opening = [Paragraph(f"{NAME}政府信息公开工作年度报告", TITLE_LEVEL), Paragraph("（2024年度）")]
    found = match_head(current_form(), opening, [each.text for each in opening])
    assert found == HeadMatch(Head(NAME, 2024), frozenset({0, 1}))


def test_a_date_in_brackets_below_a_title_is_that_of_the_publication() -> None:
    found = match(f"{NAME}政府信息公开工作年度报告", "（2025年1月20日）")
    assert found == HeadMatch(Head(NAME, 2024), frozenset({0}))


def test_a_month_in_brackets_below_a_title_tells_no_year() -> None:
    assert head_of(f"{NAME}政府信息公开工作年度报告", "（2025年1月）").year is None


@pytest.mark.parametrize(
    "title",
    [
        "某某县水利局2024年政务公开工作年度报告",
        "2024年度某某县水利局政务公开和政府信息公开工作年度报告",
        "某某县水利局2023-2024年度政府信息公开工作年度报告",
    ],
)
def test_other_words_beside_the_agencys_name_are_left_out_and_told(title: str) -> None:
    found = match(title)
    assert found.head == Head("某某县水利局", 2024)
    assert found.remarks == (f"题名“{title}”与规定的题名不同，机关名称已按“某某县水利局”读入，请核对",)


def test_an_agency_that_the_signature_names_too_is_in_no_doubt() -> None:
    lines = ("某某县水利局2024年政务公开工作年度报告", "正文。", "某某县水利局", "2025年1月20日")
    assert match(lines[0], further=lines[1:]).remarks == ()


@pytest.mark.parametrize("name", ["某某县政务服务管理局", "某某县人民政府", "某某县政府办公室"])
def test_an_agency_whose_name_resembles_the_title_stays_whole(name: str) -> None:
    found = match(f"{name}2024年政府信息公开工作年度报告")
    assert (found.head.agency, found.remarks) == (name, ())


@pytest.mark.parametrize("line", ["某某县政府网站", "某某县政府信息公开专区", "目录"])
def test_a_line_below_the_title_that_is_no_agency_is_none(line: str) -> None:
    found = match("2024年度政府信息公开工作年度报告", line)
    assert found == HeadMatch(Head("", 2024), frozenset({0}))


def test_a_title_without_year_gives_the_agency() -> None:
    assert head_of(f"{NAME}政府信息公开工作年度报告") == Head(NAME, None)


def test_a_title_without_agency_gives_the_year() -> None:
    assert head_of("关于2022年度政府信息公开情况的报告") == Head("", 2022)


@pytest.mark.parametrize("year", ["2024年", "", " "])
def test_brackets_in_an_agencys_name_stay(year: str) -> None:
    assert head_of(f"某某局（本级机关）{year}政府信息公开工作年度报告").agency == "某某局（本级机关）"


def test_marks_that_open_the_words_for_the_report_are_no_part_of_the_name() -> None:
    assert head_of("某某局“政府信息公开”工作年度报告").agency == "某某局"


def test_what_the_title_leaves_out_the_preamble_tells() -> None:
    preamble = f"本报告由{NAME}根据有关规定编制，统计期限自2024年1月1日起至2024年12月31日止。"
    assert head_of("政府信息公开工作年度报告", preamble) == Head(NAME, 2024)


def test_an_office_that_calls_itself_this_office_is_no_name() -> None:
    assert not head_of("本报告由本机关根据有关规定编制。").agency


@pytest.mark.parametrize(
    "preamble",
    [
        f"根据规定，现公布{NAME}2024年度政府信息公开工作年度报告。",
        f"{NAME}编制了2024年政府信息公开工作年度报告，统计期限自2024年1月1日起。",
        f"依照条例，{NAME}组织编制本报告。统计期限为２０２４年１月１日至１２月３１日。",
    ],
)
def test_the_preamble_tells_it_in_several_ways(preamble: str) -> None:
    assert head_of("工作年度报告", preamble) == Head(NAME, 2024)


@pytest.mark.parametrize("text", ["指导某某镇编制2021年年度报告。", "按时公布某某镇2021年政府信息公开工作年度报告。"])
def test_what_a_section_says_of_other_reports_is_no_preamble(text: str) -> None:
    assert head_of("工作年度报告", further=(text,)) == Head("", None)


@pytest.mark.parametrize(
    "signature",
    [
        (NAME, "2025年1月20日"),
        (NAME, "2025 年 1 月 20 日"),
        (NAME, "２０２５年１月２０日"),
        (NAME, "二〇二五年一月二十日"),
        (f"{NAME}　2025年1月20日",),
        (f"{NAME}（公章）", "（2025年1月20日）"),
        (f"{NAME}（盖章）", "2025年1月20日", "附件：1.汇总表", "2.分类表"),
    ],
)
def test_the_signature_tells_agency_and_year(signature: tuple[str, ...]) -> None:
    assert head_of("政府信息公开工作年度报告", further=("正文。", *signature)) == Head(NAME, 2024)


def test_the_date_below_the_title_tells_the_year_before() -> None:
    assert head_of("政府信息公开工作年度报告", "（2025年1月20日）", "前言。") == Head("", 2024)


SOURCES = (
    (f"{NAME}2024年政府信息公开工作年度报告",),
    ("本报告由乙局根据规定编制，统计期限自2023年1月1日起。",),
    ("丙局", "2023年1月20日"),
    ("发布机构：丁局　发布日期：2022-01-20",),
)
"""What tells agency and year, each another one, the surest first."""


@pytest.mark.parametrize(("given", "head"), [(0, Head(NAME, 2024)), (1, Head("乙局", 2023)), (2, Head("丙局", 2022))])
def test_a_surer_source_counts_more(given: int, head: Head) -> None:
    title, preamble, signature, metadata = (source if index >= given else () for index, source in enumerate(SOURCES))
    opening = [Paragraph(line) for line in (*(title or ("工作年度报告",)), *preamble)]
    texts = [*(each.text for each in opening), "正文。", *signature]
    assert match_head(current_form(), opening, texts, metadata).head == head


@pytest.mark.parametrize(
    "above",
    [
        "首页 > 政府信息公开 > 年报",
        "政府信息公开",
        "【打印】 【关闭】",
        "政府信息公开年报",
        "政务公开",
        "开工作年度报告",
    ],
)
def test_a_line_of_the_page_above_the_title_is_no_part_of_the_name(above: str) -> None:
    assert head_of(above, f"{NAME}2024年政府信息公开工作年度报告", "前言。") == Head(NAME, 2024)


def test_buttons_between_the_lines_of_a_title_are_no_part_of_it() -> None:
    assert match(NAME, "打印 | 关闭", "2024年政府信息公开工作年度报告") == HeadMatch(
        Head(NAME, 2024), frozenset({0, 2})
    )


def test_a_sentence_that_announces_the_report_is_no_title() -> None:
    found = match("工作年度报告", f"根据要求，现公布{NAME}2024年政府信息公开工作年度报告。")
    assert found.title == {0}


def test_a_sentence_above_the_date_is_no_signature() -> None:
    assert not head_of("甲", further=("特此报告。", "2025年1月20日")).agency


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"{NAME}\n2024年政府信息公开工作年度报告", Head(NAME, 2024)),
        ("2024年政府信息公开工作年度报告", Head("", 2024)),
        (f"{NAME}\n政府信息公开工作年度报告", Head(NAME, None)),
        ("政府信息公开工作年度报告", Head("", None)),
        ("㐂𠮷镇 人民政府（本级）\n2024年政府信息公开工作年度报告", Head("㐂𠮷镇 人民政府（本级）", 2024)),
        (f"{NAME}2024年度政府信息公开年度报告", Head(NAME, 2024)),
    ],
)
def test_a_styled_title_is_taken_at_its_word(text: str, head: Head) -> None:
    preamble = ("本报告由另一机关根据规定编制，统计期限自2019年1月1日起。",)
    assert head_of(text, level=0, further=preamble) == head


def test_a_styled_title_may_take_several_paragraphs() -> None:
    assert match(NAME, "2024年政府信息公开工作年度报告", level=0).title == {0, 1}


def test_the_title_is_no_text() -> None:
    assert match("", f"{NAME}2024年政府信息公开工作年度报告", "前言。").title == {1}


def test_a_text_without_title_is_no_title() -> None:
    assert match("本报告共六个部分。", "前言。") == HeadMatch(Head("", None), frozenset())


def test_a_styled_title_of_something_else_is_no_title() -> None:
    assert not match("机关概况", level=0).title


def test_the_title_is_the_forms() -> None:
    found = match_head(third_form(), [Paragraph("某某图书馆2030年馆藏借阅统计报告")], [])
    assert found.head == Head("某某图书馆", 2030)


PUBLICATION = ["发布机构：某某局　发布日期：2025-01-20"]


def test_the_publication_tells_what_title_and_texts_leave_out() -> None:
    found = match_head(current_form(), [Paragraph("工作年度报告")], ["正文。"], PUBLICATION)
    assert found.head == Head("某某局", 2024)


def test_the_texts_count_more_than_the_publication() -> None:
    texts = [f"本报告由{NAME}编制，统计期限自2023年1月1日起至2023年12月31日止。"]
    assert match_head(current_form(), [], texts, PUBLICATION).head == Head(NAME, 2023)


def test_the_title_among_a_files_properties_tells_agency_and_year() -> None:
    title = f"{NAME}2023年政府信息公开工作年度报告"
    assert match_head(current_form(), [], ["正文。"], [title, *PUBLICATION]).head == Head(NAME, 2023)


@pytest.mark.parametrize("key", ["名称：", "名　　称：", "信息名称: ", "【标题】", "名称　"])
def test_the_title_among_the_metadata_has_no_key_in_its_name(key: str) -> None:
    line = f"索引号：001　{key}{NAME}2024年政府信息公开工作年度报告　发布机构：丁局"
    assert match_head(current_form(), [], ["正文。"], [line]).head == Head(NAME, 2024)


def test_a_property_that_is_no_title_tells_nothing() -> None:
    assert match_head(current_form(), [], ["正文。"], ["无标题文档"]).head == Head("", None)
