"""Text becomes paragraphs, and grids where pipes or tabs divide it into rows."""

import pytest

from importers.blocks import Block, Grid, Paragraph
from importers.plain_text import LARGEST_TEXT, MOST_DIVIDERS, MOST_LINES, read_plain_text, read_text
from importers.text_cells import reads_as_value
from models.errors import InputRefusal

LINES = "一、总体情况\n全年公开信息十条，⺠众满意。"


def blocks(text: str) -> tuple[Block, ...]:
    return read_text(text).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text) if isinstance(block, Paragraph)]


def rows(text: str) -> list[list[str]]:
    """Return the one grid in a text, row by row."""
    (found,) = [block for block in blocks(text) if isinstance(block, Grid)]
    return [[cell.text for cell in found.row(row)] for row in range(found.row_count)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert read_plain_text(LINES.encode(encoding), "年报.txt").blocks == blocks(LINES)


def test_big_endian_text_is_read() -> None:
    assert read_plain_text(b"\xfe\xff" + LINES.encode("utf-16-be"), "年报.txt").blocks == blocks(LINES)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\xd8", b"\x81", b"\xff\xff\xff"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(InputRefusal, match=r"“年报\.txt”已损坏"):
        read_plain_text(content, "年报.txt")


@pytest.mark.parametrize(
    "text", ["字" * (LARGEST_TEXT + 1), "\n" * (MOST_LINES + 1), "|" * (MOST_DIVIDERS + 1)], ids=len
)
def test_more_text_than_any_report_has_is_refused(text: str) -> None:
    with pytest.raises(InputRefusal, match=r"“年报\.txt”过大"):
        read_plain_text(text.encode(), "年报.txt")
    with pytest.raises(InputRefusal, match="剪贴板"):
        read_text(text)


def test_a_file_of_too_many_bytes_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(InputRefusal, match="过大"):
        read_plain_text(b"\xff" * (4 * LARGEST_TEXT + 1), "年报.txt")


def test_every_line_is_a_paragraph_without_outer_space() -> None:
    assert texts("　　第一段\r\n\r\n \u00a0第二段 \u2028第三段") == ["第一段", "第二段", "第三段"]


@pytest.mark.parametrize("line", ["## 一、总体情况", "**一、总体情况**", "### **一、总体情况**", "一、总体情况"])
def test_marks_of_markdown_are_no_text(line: str) -> None:
    assert texts(line) == ["一、总体情况"]


@pytest.mark.parametrize("line", ["#1号文件", "2 * 3 ** 4", "**重点**：公开"])
def test_what_only_resembles_markdown_is_kept(line: str) -> None:
    assert texts(line) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "信息内容 | 甲 | 乙 |\n规章 | 1 | |",
        "| 信息内容 | 甲 | 乙 |\n|---|:--:|---|\n| 规章 | 1 | |",
        "信息内容 | 甲 | 乙\n规章 | 1 |",
        "+------+---+\n| 信息内容 | 甲 | 乙 |\n+------+---+\n| 规章 | 1 | |",
        "｜信息内容｜甲｜乙｜\n\n｜规章｜1｜｜",
        "信息内容\t甲\t乙\n规章\t1\t",
    ],
)
def test_a_row_a_line_is_a_grid(text: str) -> None:
    assert rows(text) == [["信息内容", "甲", "乙"], ["规章", "1", ""]]


def test_an_empty_first_cell_keeps_its_place() -> None:
    assert rows("三 | 甲 | 1 |\n| 乙 | 2 |") == [["三", "甲", "1"], ["", "乙", "2"]]


def test_dashes_for_figures_are_no_rule() -> None:
    assert rows("规章 | - | -- |\n合计 | — | - |")[0] == ["规章", "-", "--"]


def test_a_cell_with_line_breaks_from_a_spreadsheet_is_one_cell() -> None:
    assert rows('类别\t"商业\n企业"\t"称""甲""\n者"') == [["类别", "商业 企业", '称"甲" 者']]


def test_quotes_in_text_are_kept() -> None:
    assert texts('"甲\n乙"\n\t丙。') == ['"甲', '乙"', "丙。"]


def test_a_cell_a_line_is_a_paragraph_each_with_marks_for_empty_cells() -> None:
    text = "规章 |\n|\n0 |\n6 | ||\n行政许可 |\n||||"
    assert texts(text) == ["规章", "|", "0", "6", "||", "行政许可", "||||"]


def test_a_pipe_on_a_line_of_its_own_ends_the_cell_before() -> None:
    assert texts("规章\n|\n0\n|\n|\n6\n|") == ["规章", "0", "|", "6"]


def test_several_cells_on_one_of_many_lines_are_cells_each() -> None:
    text = "申请 | 总计 |\n" + "".join(f"{number} |\n" for number in range(8))
    assert texts(text) == ["申请", "总计", *map(str, range(8))]


@pytest.mark.parametrize("text", ["主动公开|依申请公开两项工作均有进展。", "\t第一段。", "|" * 70 + "文字"])
def test_a_sentence_or_a_drawing_is_no_row(text: str) -> None:
    assert texts(text) == [text.strip()]


def test_a_table_longer_than_any_is_no_grid() -> None:
    assert not any(isinstance(block, Grid) for block in blocks("甲 | 1\n" * 600))


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "１２",
        "3,440",
        "/",
        "-",
        "——",
        "无",
        "22（其中修订16件）",
        "251000元",
        "9472.93 万元",
        "减3",
        "? 0",
        "+1036",
    ],
)
def test_an_entry_reads_as_a_value(text: str) -> None:
    assert reads_as_value(text)


@pytest.mark.parametrize(
    "text", ["", "规章", "1.", "2、", "（三）", "1.属于国家秘密", "2024年", "第1项", "（注）", "1" * 50]
)
def test_a_label_or_a_piece_of_one_is_no_value(text: str) -> None:
    assert not reads_as_value(text)
