"""The text of a Word paragraph is what is printed."""

import pytest

from importers.blocks import Grid
from tests.importers.documents import STRICT, blocks_of, p, r, tbl, texts_of


@pytest.mark.parametrize(
    "content",
    [
        f"{r('政府')}{r('信息')}",
        f"<w:ins>{r('政府')}</w:ins>{r('信息')}",
        f"{r('政府')}<w:del><w:r><w:delText>公开</w:delText></w:r></w:del>{r('信息')}",
        f"<w:moveFrom>{r('公开')}</w:moveFrom><w:moveTo>{r('政府信息')}</w:moveTo>",
        f"<w:hyperlink>{r('政府信息')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('政府信息')}</w:sdtContent></w:sdt>",
        f'<w:fldSimple w:instr="DATE">{r("政府信息")}</w:fldSimple>',
        f"<w:smartTag>{r('政府')}</w:smartTag>{r('信息')}",
        f"<w:customXml>{r('政府信息')}</w:customXml>",
        f"<w:ruby><w:rt>{r('zhengfu')}</w:rt><w:rubyBase>{r('政府')}</w:rubyBase></w:ruby>{r('信息')}",
    ],
)
def test_every_way_to_write_text_is_read(content: str) -> None:
    assert texts_of(p(content)) == ["政府信息"]


def field(code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize("code", ["<w:r><w:instrText>PAGE</w:instrText></w:r>", r("无关"), field(r("甲"), r("乙"))])
def test_of_a_field_only_the_result_is_read(code: str) -> None:
    assert texts_of(p(f"{r('共')}{field(code, r('53'))}{r('件')}") + p("下文")) == ["共53件", "下文"]


def test_a_field_without_end_does_not_swallow_what_follows() -> None:
    assert texts_of(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("下文"))[-1] == "下文"


def test_breaks_and_tabs_are_characters() -> None:
    content = "<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:cr/></w:r>"
    assert texts_of(p(content)) == ["一\n二\t三-\n"]


def test_a_symbol_is_a_character() -> None:
    assert texts_of(p('<w:r><w:sym w:font="仿宋" w:char="3007"/></w:r>')) == ["〇"]


@pytest.mark.parametrize("code", ["", "D800", "GGGG", "四四四四", "0000", "FFFF", "00F0A8"])
def test_a_symbol_that_is_no_character_is_nothing(code: str) -> None:
    assert texts_of(p(f'<w:r><w:sym w:char="{code}"/></w:r>')) == [""]


def test_a_line_end_inside_the_xml_is_a_space() -> None:
    assert texts_of(p("<w:r><w:t>甲\n乙</w:t></w:r>")) == ["甲 乙"]


def test_a_text_box_follows_its_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框中')}</w:txbxContent></w:pict></w:r>"
    assert texts_of(p(f"{r('正文')}{box}")) == ["正文", "框中"]


def test_of_alternative_contents_the_first_is_read() -> None:
    both = f"<mc:Choice>{r('甲')}</mc:Choice><mc:Fallback>{r('乙')}</mc:Fallback>"
    assert texts_of(p(f"<mc:AlternateContent>{both}</mc:AlternateContent>")) == ["甲"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('前半')}</w:p>"
    assert texts_of(joined + p("后半")) == ["前半后半"]


def test_a_deleted_end_at_the_very_end_loses_nothing() -> None:
    assert texts_of(f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('末段')}</w:p>") == ["末段"]


def test_paragraphs_in_a_content_control_are_read() -> None:
    assert texts_of(f"<w:sdt><w:sdtContent>{p('甲')}{p('乙')}</w:sdtContent></w:sdt>") == ["甲", "乙"]


def test_a_strict_document_is_read_alike() -> None:
    assert texts_of(p("甲"), namespace=STRICT) == ["甲"]


def test_a_document_without_styles_is_read() -> None:
    assert texts_of(p("甲", "1"), styles="") == ["甲"]


def test_rare_characters_come_through() -> None:
    assert texts_of(p("㐂𠮷𰻞👨‍👩‍👧\u3000·〔2021〕")) == ["㐂𠮷𰻞👨‍👩‍👧\u3000·〔2021〕"]


def test_a_table_stays_between_its_paragraphs() -> None:
    kinds = [isinstance(block, Grid) for block in blocks_of(p("前") + tbl(["甲", "乙"]) + p("后"))]
    assert kinds == [False, True, False]
