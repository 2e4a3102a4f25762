"""What stands beside a Word document's body: footnotes, comments, the title among its properties."""

from collections.abc import Mapping

import pytest

from importers.blocks import FileContent, Grid, Paragraph, Property
from importers.word import read_word
from tests.importers.documents import MC, W, p, r, tbl, zipped

MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{p("含代办")}{p("5 件")}</w:footnote>'
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def read(body: str, **parts: str) -> FileContent:
    """Return what the reader finds in a body and further parts of word/."""
    texts = {"word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"}
    texts |= {f"word/{kind}.xml": f"<w:{kind} {W}>{content}</w:{kind}>" for kind, content in parts.items()}
    return read_word(zipped(texts), "年报.docx")


def with_properties(properties: str) -> FileContent:
    parts: Mapping[str, str] = {
        "word/document.xml": f"<w:document {W}><w:body>{p('正文')}</w:body></w:document>",
        "docProps/core.xml": properties,
    }
    return read_word(zipped(parts), "年报.docx")


def test_a_footnote_stands_in_brackets_where_its_mark_is() -> None:
    assert read(p(f"{r('收到12件')}{MARK}{r('，均已办结。')}"), footnotes=NOTES) == FileContent(
        (Paragraph("收到12件（注：含代办 5 件），均已办结。"),)
    )


def test_a_footnote_of_a_figure_is_its_remark() -> None:
    (grid,) = read(tbl(["规章", f"<w:p>{r('12')}{MARK}</w:p>"]), footnotes=NOTES).blocks
    assert isinstance(grid, Grid)
    assert grid.cells[1].text == "12（注：含代办 5 件）"


def test_an_endnote_is_read_alike() -> None:
    mark = '<w:r><w:endnoteReference w:id="3"/></w:r>'
    found = read(p(f"{r('甲')}{mark}"), endnotes=f'<w:endnote w:id="3">{p("乙")}</w:endnote>')
    assert found.blocks == (Paragraph("甲（注：乙）"),)


def test_a_mark_without_a_note_is_nothing() -> None:
    assert read(p(f"{r('甲')}{MARK}")).blocks == (Paragraph("甲"),)


def test_a_footnote_without_a_mark_is_told() -> None:
    (remark,) = read(p("甲"), footnotes=NOTES).remarks
    assert "含代办 5 件" in remark


def test_comments_are_counted_and_told() -> None:
    found = read(
        p("甲"), comments=f'<w:comment w:id="1">{p("再核对")}</w:comment><w:comment w:id="2">{p()}</w:comment>'
    )
    assert (found.blocks, found.remarks) == (
        (Paragraph("甲"),),
        ("原文件中有 1 条批注没有读入，请在原文件中查看",),
    )


def test_the_title_among_the_properties_is_found() -> None:
    assert with_properties(f"<core {DC}><dc:title> 某某局年报 </dc:title></core>").blocks == (
        Paragraph("正文"),
        Property("某某局年报"),
    )


@pytest.mark.parametrize(
    "properties", [f"<core {DC}><dc:title> </dc:title></core>", "<core/>", "<core", "<!DOCTYPE a><a/>"]
)
def test_properties_without_a_title_are_nothing(properties: str) -> None:
    assert with_properties(properties).blocks == (Paragraph("正文"),)
