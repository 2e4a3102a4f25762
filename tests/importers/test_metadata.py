"""Lines about the publication are told from the text, and tell who published when."""

import pytest

from importers.blocks import Grid, Paragraph, Property
from importers.metadata import (
    is_metadata,
    metadata_among,
    metadata_of,
    publisher_in,
    titles_in,
    year_before_publication,
)
from tests.importers.documents import grid


@pytest.mark.parametrize(
    "text",
    [
        "发布机构：某某局",
        "索引号: 001",
        " 发布日期：2025-01-20 浏览次数：7",
        "【字号：大 中 小】",
        "索 引 号：001",
        "名　　称：某某局2024年政府信息公开工作年度报告",
        "索引号 001/2025-00001 发布机构 某某局",
        "名称 某某局2024年政府信息公开工作年度报告",
        "[发文字号]无",
    ],
)
def test_a_line_about_the_publication_is_no_text(text: str) -> None:
    assert is_metadata(text)


@pytest.mark.parametrize(
    "text",
    ["来源广泛。", "全年发布机构信息5条。", "发布日期截至年底", "前言：本报告", "名称 规范。", "打印 分享", "文号"],
)
def test_a_sentence_is_text(text: str) -> None:
    assert not is_metadata(text)


@pytest.mark.parametrize(
    "line",
    [
        "发布机构：某某局",
        "索引号：001　发布机构： 某某局　发布日期：2025-01-20",
        "发布机构:某某局发布日期：2025年1月20日",
        "【发布机构】：某某局",
        "索引号 001 发布机构 某某局 发布日期 2025-01-20",
        "发 布 机 构：某某局",
    ],
)
def test_the_publisher_is_found(line: str) -> None:
    assert publisher_in([line]) == "某某局"


@pytest.mark.parametrize("date", ["2025-01-20", "2025年1月20日", "2025/1/20", "2025.01.20"])
def test_the_year_is_the_one_before_the_publication(date: str) -> None:
    assert year_before_publication([f"发布日期：{date}"]) == 2024


def test_nothing_is_found_where_nothing_stands() -> None:
    assert (publisher_in(["索引号：1"]), year_before_publication(["索引号：1"])) == ("", None)


def test_properties_lines_and_tables_are_gone_through() -> None:
    table: Grid = grid(["索引号", "001", "发布机构：", "某某局"], ["其他", "", "", "甲"])
    blocks = [Property("题名"), Paragraph("来源：甲"), Paragraph("正文"), table]
    assert metadata_of(blocks) == ["题名", "来源：甲", "索引号：001", "发布机构：某某局"]


KEYS_ABOVE = ["索引号：", "001", "名称", "某某局2024年政府信息公开工作年度报告", "发布机构：", "某某局", "前言。"]


def test_an_entry_below_its_key_belongs_to_it() -> None:
    lines = metadata_of([Paragraph(text) for text in KEYS_ABOVE])
    assert lines == ["索引号：001", "名称：某某局2024年政府信息公开工作年度报告", "发布机构：某某局"]


def test_keys_and_the_entries_below_them_are_no_text() -> None:
    assert metadata_among(KEYS_ABOVE) == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    "below", ["本报告共六部分。", "某某局2024年政府信息公开工作年度报告", "发布机构：", "名称：甲", ""]
)
def test_what_stands_below_a_key_without_entry_is_left(below: str) -> None:
    assert 1 not in metadata_among(["来源：", below]) or below in {"发布机构：", "名称：甲"}


def test_a_key_without_entry_gives_no_publisher() -> None:
    assert not publisher_in(metadata_of([Paragraph(text) for text in ("索引号：", "发布机构：", "001", "某某局")]))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("名称：某某年报", "某某年报"),
        ("名称 某某局年度报告 文号 无", "某某局年度报告"),
        ("索引号：1 信息名称：某某局年度报告 [发布机构] 某某局", "某某局年度报告"),
        ("某某局年度报告", "某某局年度报告"),
    ],
)
def test_titles_are_found_without_their_keys(line: str, title: str) -> None:
    assert titles_in([line]) == [title]
