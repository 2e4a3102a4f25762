"""Lines about the publication are told from the text, and tell who published when."""

import pytest

from importers.blocks import Grid, Paragraph, Property
from importers.metadata import is_metadata, metadata_of, publisher_in, year_before_publication
from tests.importers.documents import grid


@pytest.mark.parametrize(
    "text", ["发布机构：某某局", "索引号: 001", " 发布日期：2025-01-20 浏览次数：7", "【字号：大 中 小】"]
)
def test_a_line_about_the_publication_is_no_text(text: str) -> None:
    assert is_metadata(text)


@pytest.mark.parametrize("text", ["来源广泛。", "全年发布机构信息5条。", "发布日期截至年底", "前言：本报告"])
def test_a_sentence_is_text(text: str) -> None:
    assert not is_metadata(text)


@pytest.mark.parametrize(
    "line",
    [
        "发布机构：某某局",
        "索引号：001　发布机构： 某某局　发布日期：2025-01-20",
        "发布机构:某某局发布日期：2025年1月20日",
        "【发布机构】：某某局",
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
