"""Headings are known by style or outline level, automatic numbers are brought back."""

import pytest

from importers.blocks import Paragraph
from tests.importers.documents import blocks_of, grid_in, p, r, tbl, texts_of

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def level_of(paragraph: str) -> int | None:
    (block,) = blocks_of(paragraph)
    assert isinstance(block, Paragraph)
    return block.level


@pytest.mark.parametrize(
    ("style", "level"),
    [("T", 0), ("1", 1), ("own", 1), ("outlined", 2), ("a", None), ("round", None), ("nowhere", None)],
)
def test_the_style_tells_the_level(style: str, level: int | None) -> None:
    assert level_of(p("题名", style)) == level


def test_the_paragraphs_own_outline_level_counts_more_than_its_style() -> None:
    own = f'<w:p><w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="9"/></w:pPr>{r("正文")}</w:p>'
    assert level_of(own) is None


def numbering(*levels: str, override: str = "") -> str:
    again = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>' if override else ""
    base = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'{base}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{again}'


def item(text: str, depth: int = 0, number: int = 1) -> str:
    use = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{use}</w:pPr>{r(text)}</w:p>"


@pytest.mark.parametrize(
    ("number_format", "start", "expected"),
    [
        ("chineseCounting", 1, "一、"),
        ("chineseCountingThousand", 10, "十、"),
        ("japaneseCounting", 21, "二十一、"),
        ("decimal", 3, "3、"),
        ("upperRoman", 4, "IV、"),
        ("lowerRoman", 9, "ix、"),
        ("upperLetter", 2, "B、"),
        ("lowerLetter", 3, "c、"),
        ("decimalEnclosedCircle", 2, "②、"),
        ("bullet", 1, ""),
        ("none", 1, ""),
    ],
)
def test_a_number_is_printed_in_its_format(number_format: str, start: int, expected: str) -> None:
    levels = numbering(LEVEL.format(0, start, number_format, "%1、"))
    assert texts_of(item("总体情况"), numbering=levels) == [f"{expected}总体情况"]


def test_a_list_counts_on() -> None:
    levels = numbering(LEVEL.format(0, 1, "chineseCounting", "%1、"))
    assert texts_of(item("甲") + p("文") + item("乙"), numbering=levels) == ["一、甲", "文", "二、乙"]


def test_a_deeper_level_begins_anew_under_each_item() -> None:
    levels = numbering(LEVEL.format(0, 1, "decimal", "%1."), LEVEL.format(1, 1, "decimal", "%1.%2"))
    body = item("甲") + item("子", 1) + item("乙") + item("丑", 1)
    assert texts_of(body, numbering=levels) == ["1.甲", "1.1子", "2.乙", "2.1丑"]


def test_a_restarted_list_begins_where_it_says() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    levels = numbering(LEVEL.format(0, 1, "decimal", "%1."), override=override)
    assert texts_of(item("甲") + item("乙", number=2), numbering=levels) == ["1.甲", "5.乙"]


def test_a_style_can_number_its_paragraphs() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="编号"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = numbering(LEVEL.format(0, 1, "chineseCounting", "（%1）"))
    assert texts_of(p("甲", "n"), styles=style, numbering=levels) == ["（一）甲"]


def test_list_zero_takes_the_number_away() -> None:
    levels = numbering(LEVEL.format(0, 1, "decimal", "%1."))
    assert texts_of(item("甲", number=0), numbering=levels) == ["甲"]


def test_an_empty_item_shows_no_number() -> None:
    levels = numbering(LEVEL.format(0, 1, "decimal", "%1."))
    assert texts_of(item(""), numbering=levels) == [""]


def test_figures_in_a_table_get_no_number() -> None:
    assert [cell.text for cell in grid_in(tbl([item("5"), "6"])).cells] == ["5", "6"]


def test_a_style_may_give_the_list_and_the_paragraph_the_depth() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="编号"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = numbering(LEVEL.format(0, 1, "decimal", "%1."), LEVEL.format(1, 1, "chineseCounting", "（%2）"))
    deeper = f'<w:p><w:pPr><w:pStyle w:val="n"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>{r("甲")}</w:p>'
    assert texts_of(deeper, styles=style, numbering=levels) == ["（一）甲"]
