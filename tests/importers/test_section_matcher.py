"""Sections are found by their titles."""

import pytest

from importers.blocks import Block, Paragraph
from importers.section_matcher import match_sections
from models.form import Content, Form
from models.form_file import current_form
from tests.importers.documents import grid

FORM = current_form()


def sections_of(*blocks: Block, form: Form = FORM) -> dict[str, str | None]:
    """Return the section of each paragraph that is no title."""
    placed = match_sections(form, blocks).blocks
    return {each.block.text: each.section for each in placed if isinstance(each.block, Paragraph)}


def section_after(title: str, level: int | None = None) -> str | None:
    return sections_of(Paragraph(title, level), Paragraph("正文"))["正文"]


@pytest.mark.parametrize(
    ("title", "section"),
    [
        (title, section.key)
        for section in FORM.sections
        if section.title
        for title in (section.title, *section.variants)
    ],
)
def test_every_accepted_title_opens_its_section(title: str, section: str) -> None:
    assert section_after(title) == section


@pytest.mark.parametrize(
    "title",
    [
        "一 、总体情况",
        "1. 总体情况",
        "## 一、总体情况",
        "总体情况",
        "一、总体情况：",
        "　　一、 总体 情况",
        "一、总体\n情况",
    ],
)
def test_number_and_space_do_not_matter(title: str) -> None:
    assert section_after(title) == "overview"


def test_a_numbered_title_with_a_slip_of_the_pen_is_recognised() -> None:
    assert section_after("五、存在的主要问题及改进的情况") == "problems"


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开政府信息情况",
        "（二）总体情况",
        "一、总体情况。2024年，我市推进公开工作。",
        "主动公开工作情况",
        "一是总体情况",
    ],
)
def test_a_part_or_a_sentence_is_no_title(text: str) -> None:
    assert section_after(text) == "preamble"


def test_a_long_paragraph_is_no_title() -> None:
    assert section_after("一、总体情况" + "　" * 80 + "续") == "preamble"


def test_a_row_of_a_table_is_no_title() -> None:
    assert sections_of(grid(["一、总体情况", "5"]), Paragraph("正文"))["正文"] == "preamble"


def test_body_text_that_repeats_a_title_opens_nothing_where_headings_are_styled() -> None:
    blocks = [
        Paragraph("五、存在的主要问题及改进情况", 1),
        Paragraph("六、其他需要报告的事项"),
        Paragraph("六、其他需要报告的事项", 1),
    ]
    assert sections_of(*blocks) == {"六、其他需要报告的事项": "problems"}


def test_a_heading_style_of_something_else_changes_nothing() -> None:
    assert (
        sections_of(Paragraph("某市2024年年度报告", 1), Paragraph("一、总体情况"), Paragraph("正文"))["正文"]
        == "overview"
    )


def test_where_only_some_headings_are_styled_the_others_still_count() -> None:
    blocks = [Paragraph("一、总体情况", 1), Paragraph("六、其他需要报告的事项"), Paragraph("正文")]
    assert sections_of(*blocks)["正文"] == "other_matters"


def test_a_table_of_contents_is_no_text() -> None:
    titles = [Paragraph(section.title) for section in FORM.sections if section.title]
    assert sections_of(*titles, Paragraph("一、总体情况"), Paragraph("正文")) == {"正文": "overview"}


def test_a_title_repeated_in_plain_text_is_text() -> None:
    blocks = [Paragraph("一、总体情况"), Paragraph("正文"), Paragraph("总体情况"), Paragraph("还有正文")]
    assert sections_of(*blocks)["总体情况"] == "overview"


def test_sections_may_come_in_any_order() -> None:
    assert sections_of(
        Paragraph("六、其他需要报告的事项"), Paragraph("甲"), Paragraph("一、总体情况"), Paragraph("乙")
    ) == {
        "甲": "other_matters",
        "乙": "overview",
    }


def test_a_new_sheet_begins_without_a_section() -> None:
    blocks = [
        Paragraph("六、其他需要报告的事项", part="正文"),
        Paragraph("甲", part="正文"),
        Paragraph("乙", part="表二"),
    ]
    assert sections_of(*blocks) == {"甲": "other_matters", "乙": None}


def test_a_sheet_can_be_named_by_its_section() -> None:
    assert sections_of(Paragraph("甲", part="封面"), Paragraph("乙", part="总体情况"))["乙"] == "overview"


def test_a_heading_may_come_again_on_a_sheet_of_its_own() -> None:
    title = Paragraph("二、主动公开政府信息情况", 1, "正文")
    blocks = [Paragraph("一、总体情况", 1, "正文"), title, Paragraph("三、收到和处理政府信息公开申请情况", 1, "正文")]
    assert not sections_of(*blocks, Paragraph(title.text, 1, "表二"))


def test_titles_and_texts_between_stacked_tables_are_taken_out() -> None:
    stacked = grid(
        ["一、总体情况"],
        ["正文"],
        ["二、主动公开政府信息情况"],
        ["信息内容", "本年制发件数"],
        ["规章", "5"],
        ["六、其他需要报告的事项"],
        ["没有"],
    )
    assert sections_of(stacked) == {"正文": "overview", "没有": "other_matters"}


def test_a_form_without_preamble_has_no_section_before_the_first_title() -> None:
    sections = tuple(each for each in FORM.sections if each.title or each.content is Content.TABLE)
    bare = Form("x", "x", "x", FORM.title, sections, FORM.tables)
    assert sections_of(Paragraph("前言"), form=bare) == {"前言": None}


def test_titles_numbered_in_brackets_count_where_there_are_no_others() -> None:
    titles = [section.title.replace("、", "）", 1) for section in FORM.sections if section.title]
    blocks = [each for title in titles for each in (Paragraph(f"（{title}"), Paragraph(f"正文：{title}"))]
    assert list(sections_of(*blocks).values()) == [section.key for section in FORM.sections if section.title]


def test_a_title_in_a_line_of_its_own_is_a_title() -> None:
    assert sections_of(Paragraph("一、总体情况\n第一段。\n第二段。")) == {
        "第一段。": "overview",
        "第二段。": "overview",
    }


def test_a_title_found_nowhere_else_may_begin_a_paragraph() -> None:
    blocks = [
        Paragraph("一、总体情况"), Paragraph("甲"), Paragraph("四、政府信息公开行政复议、行政诉讼情况"),
        Paragraph("五、存在的主要问题及改进情况。一年来仍有不足。"),
    ]  # fmt: skip
    assert sections_of(*blocks)["一年来仍有不足。"] == "problems"


def test_a_sub_heading_worded_like_a_title_opens_nothing() -> None:
    blocks = [
        Paragraph("一、总体情况"), Paragraph("1.主动公开政府信息情况"), Paragraph("甲"),
        Paragraph("二、主动公开政府信息情况"), grid(["规章", "5"]), Paragraph("乙"),
    ]  # fmt: skip
    assert (sections_of(*blocks)["甲"], sections_of(*blocks)["乙"]) == ("overview", "proactive")


def test_of_two_titles_without_numbers_the_one_above_the_table_opens_the_section() -> None:
    blocks = [
        Paragraph("总体情况"), Paragraph("主动公开政府信息情况"), Paragraph("甲"),
        Paragraph("主动公开政府信息情况"), grid(["规章", "5"]),
    ]  # fmt: skip
    assert sections_of(*blocks)["甲"] == "overview"


def test_a_table_of_contents_leaves_the_preamble_its_text() -> None:
    titles = [Paragraph(section.title) for section in FORM.sections if section.title]
    blocks = [Paragraph("目录"), *titles, Paragraph("前言"), *titles, Paragraph("正文")]
    assert sections_of(*blocks) == {"前言": "preamble", "正文": "other_matters"}


def test_titles_without_anything_between_are_no_table_of_contents_if_they_come_once() -> None:
    titles = [Paragraph(section.title) for section in FORM.sections if section.title]
    assert len(match_sections(FORM, titles).found) == len(titles)
