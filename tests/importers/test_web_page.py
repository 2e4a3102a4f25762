"""Saved web pages: the report out of its page, whatever the encoding and the table tricks."""

from email.message import EmailMessage
from html import escape
from pathlib import Path

import pytest

from importers import page_source
from importers.blocks import Grid, GridCell, Paragraph
from importers.form_reading import FormReading, read_as
from importers.page_region import OUTSIDE
from importers.reader import read_report
from importers.web_page import read_web_page
from models.errors import InputRefusal
from models.form import Form, Place
from models.form_file import current_form, known_forms
from models.report import Head
from tests.importers.documents import form_grid, numbered, report_blocks, save

FORM = current_form()
TITLE = "某某市人民政府2024年政府信息公开工作年度报告"
TEXTS = {
    "preamble": "本报告按规定编制。",
    "overview": "（一）主动公开。全年公开信息若干。\n（二）依申请公开。",
    "problems": "存在不足。",
    "other_matters": "无。",
}


def html_of(grid: Grid) -> str:
    """Return a grid as a table with rowspan and colspan."""
    rows = "".join(
        f"<tr>{''.join(html_cell(cell) for cell in grid.row(row) if cell.place.row == row)}</tr>"
        for row in range(grid.row_count)
    )
    return f"<table>{rows}</table>"


def html_cell(cell: GridCell) -> str:
    return f"<td rowspan={cell.place.row_span} colspan={cell.place.column_span}>{escape(cell.text)}</td>"


def body_of(form: Form = FORM) -> str:
    """Return a full report as an editor on a web site writes it."""
    blocks = report_blocks(form, numbered(form), TEXTS)
    return "".join(f"<p>{b.text}</p>" if isinstance(b, Paragraph) else html_of(b) for b in blocks)


def read(markup: str | bytes) -> tuple[Paragraph | Grid, ...]:
    content = markup if isinstance(markup, bytes) else markup.encode()
    return read_web_page(content, "年报.html").blocks


def texts(markup: str) -> list[str]:
    return [block.text for block in read(markup) if type(block) is Paragraph and not block.part]


def outside(markup: str) -> list[str]:
    return [block.text for block in read(markup) if isinstance(block, Paragraph) and block.part == OUTSIDE]


def grid_in(markup: str) -> Grid:
    (found,) = [block for block in read(markup) if isinstance(block, Grid)]
    return found


def report_in(markup: str, form: Form = FORM) -> FormReading:
    return read_as(form, read(markup), known_forms())


def assert_is_whole(reading: FormReading) -> None:
    assert {name: str(entry.value) for name, entry in reading.figures.items() if str(entry.value)} == numbered(FORM)
    assert reading.texts == TEXTS
    assert reading.head == Head("某某市人民政府", 2024)


# ── the report on its page ──────────────────────────────────────────────


@pytest.mark.parametrize("form", [*known_forms().values()], ids=lambda form: form.key)
def test_a_bare_page_is_read_in_the_form_it_is_written_in(tmp_path: Path, form: Form) -> None:
    read_file = read_report(save(tmp_path, body_of(form).encode(), "年报.html"))
    assert read_file.report.form is form
    assert {name: str(value) for name, value in read_file.report.cells.items()} == numbered(form)


FRAMES = {
    "a layout table": "<table><tr><td>{path}</td></tr><tr><td>{body}</td></tr></table><div>扫码阅读</div>",
    "a column beside it": "<table><tr><td>栏目<td>{body}</table>",
    "layout tables in each other": "<table><tr><td><table><tr><td>{body}</table></table>",
    "path, buttons and notices": "{path}<div>字号：[大 中 小] 打印</div><div>{body}</div><div>主办：某办公室</div>",
    "a header and a footer": "<header><h1>某某市门户</h1></header><main>{body}</main><footer>版权所有</footer>",
    "buttons within the article": "<div>{body}<div class='bd share-box'>分享到 微信</div></div>",
    "menus of links": "<ul><li><a href=/>首页</a><li><a href=/a>公开</a></ul>{body}",
    "links after it": "<div>{body}</div><p><a href=/b>下一篇</a></p><ul><li><a href=/c>一、相关报道</a></ul>",
    "a metadata table": "<table><tr><td>索引号<td>00123/2025<tr><td>发布机构<td>某局</table><div>{body}</div>",
    "a section a division": "{path}<div><div>{body}</div></div><script>var x = '<td>1</td>'</script>",
}  # fmt: skip
PATH = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/n>年报</a> &gt; 某某市2024年政府信息公开工作年度报告</div>"


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_what_stands_around_a_report_goes_into_no_section(frame: str) -> None:
    assert_is_whole(report_in(frame.format(path=PATH, body=body_of())))


def test_a_metadata_table_is_left_over() -> None:
    reading = report_in(FRAMES["a metadata table"].format(body=body_of()))
    assert [type(block) for block in reading.unplaced] == [Grid]


def test_what_stands_around_is_told_in_one_piece() -> None:
    assert outside(f"<div>字号</div><div>打印</div><div>{body_of()}</div><p>扫码</p>") == ["字号\n打印\n扫码"]


def test_a_title_above_the_text_is_found() -> None:
    moved = body_of().replace(f"<p>{TITLE}</p>", "")
    about = "<div>发布时间：2025-01-20 来源：某办公室</div><div>打印 分享</div>"
    assert_is_whole(report_in(f"<div>{PATH}<h1>{TITLE}</h1>{about}<div>{moved}</div></div>"))


def test_an_introduction_outside_the_text_is_kept() -> None:
    rest = body_of().replace(f"<p>{TITLE}</p>", "").replace(f"<p>{TEXTS['preamble']}</p>", "")
    assert_is_whole(report_in(f"<h1>{TITLE}</h1><p>{TEXTS['preamble']}</p><div>{rest}</div>"))


def test_an_agency_above_the_title_belongs_to_it() -> None:
    page = body_of().replace(f"<p>{TITLE}</p>", "<p>某某市人民政府</p><p>2024年政府信息</p><p>公开工作年度报告</p>")
    assert_is_whole(report_in(f"<p>打印本页</p><div>{page}</div>"))


def test_a_title_that_only_the_page_declares_begins_the_report() -> None:
    page = "<title>某局二〇二四年公开情况通报</title><p>网站首页</p><p>某局二〇二四年公开情况通报</p><p>一、概况</p>"
    assert texts(page) == ["某局二〇二四年公开情况通报", "一、概况"]


def test_what_the_page_declares_tells_agency_and_year_at_last() -> None:
    bare = body_of().replace("某某市人民政府2024年", "")
    page = f"<title>{TITLE}-某某市人民政府门户网站</title><meta name=ArticleTitle content={TITLE}><div>{bare}</div>"
    assert report_in(page).head == Head("某某市人民政府", 2024)


def test_the_publisher_is_the_agency_where_nothing_else_tells_it() -> None:
    page = FRAMES["a metadata table"].format(body=body_of().replace("某某市人民政府", ""))
    assert report_in(page).head == Head("某局", 2024)


def test_a_hidden_element_is_left_out() -> None:
    assert texts(
        "<p>一、甲</p><p style='display: none'>乙</p><p hidden>丙</p><p>丁<span style='mso-hide:all'>戊</span>"
    ) == [
        "一、甲",
        "丁",
    ]


def test_a_report_that_a_script_would_unfold_is_read() -> None:
    assert_is_whole(report_in(f"<div style='display:none'>{body_of()}</div>"))


def test_a_page_without_anything_has_no_blocks() -> None:
    assert read("<!-- nothing -->") == ()


# ── text ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("一、甲<br>　　乙。<br><br>　　丙。", ["一、甲", "乙。", "丙。"]),
        ("<p><span>一</span><span>、<b>甲</b></span>乙&nbsp;</p>", ["一、甲乙"]),
        ("<p>一、公开\n    工作 a\n b</p>", ["一、公开工作 a b"]),
        ("<h2>四、行政复议、<br>行政诉讼</h2>", ["四、行政复议、\n行政诉讼"]),
        ("<pre>一、甲\n乙</pre>", ["一、甲", "乙"]),
        ("<ol><li>甲</li><li>乙</li></ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3 style='list-style-type: cjk-ideographic'><li>甲</li></ol>", ["三、甲"]),
        ("<p>一、甲</p></body></html><html><body><p>乙</p>", ["一、甲", "乙"]),
        ("<p>甲<![if !supportEmptyParas]>&nbsp;<![endif]><o:p>乙</o:p></p>", ["甲\u00a0乙"]),
        ("<div>甲<span style='display:block'>乙</span>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<del>乙</del><ins>丙</ins></p>", ["甲丙"]),
    ],
)
def test_text_is_read_as_browsers_show_it(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_headings_have_their_level() -> None:
    assert read("<h1>甲</h1><h3><b>乙</b></h3><p>丙") == (Paragraph("甲", 1), Paragraph("乙", 3), Paragraph("丙"))


# ── tables ──────────────────────────────────────────────────────────────


def places(markup: str) -> list[tuple[str, int, int, int, int]]:
    return [
        (cell.text, place.row, place.column, place.row_span, place.column_span)
        for cell in grid_in(markup).cells
        for place in [cell.place]
    ]


def test_cells_reach_down_and_right() -> None:
    assert places("<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>1<td>2</table>") == [
        ("a", 0, 0, 2, 1),
        ("b", 0, 1, 1, 2),
        ("1", 1, 1, 1, 1),
        ("2", 1, 2, 1, 1),
    ]


def test_spans_beyond_the_table_end_with_it() -> None:
    huge = 10**30
    assert places(f"<table><tr><td rowspan={huge} colspan={huge}>a<tr><td>1<td>2<td>3</table>") == [
        ("a", 0, 0, 2, 3),
        ("1", 1, 3, 1, 1),
        ("2", 1, 4, 1, 1),
        ("3", 1, 5, 1, 1),
    ]


def test_rowspan_of_zero_reaches_to_the_end() -> None:
    assert places("<table><tr><td rowspan=0>a<td>1<tr><td>2</table>")[0] == ("a", 0, 0, 2, 1)


def test_no_cell_lies_over_another() -> None:
    assert places("<table><tr><td>a<td rowspan=2>b<tr><td colspan=3>1</table>")[-1] == ("1", 1, 0, 1, 1)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("&nbsp;<p>3440</p>", "3440"),
        ("商业<br>企业", "商业\n企业"),
        ("<p>商业</p><p>企业</p>", "商业\n企业"),
        ("<input type=text value=12>", "12"),
        ("<input type=hidden value=12>", ""),
        ("<p style='display:none'>9</p>8", "8"),
        ("<table><tr><td>7</table>", "7"),
    ],
)
def test_a_cell_has_the_text_it_shows(cell: str, text: str) -> None:
    cells = grid_in(f"<table><tr><td>1<td>2<td>3<tr><td>甲<td>{cell}</td></tr></table>").cells
    assert cells[-1].text == text


def test_a_hidden_cell_or_row_takes_no_place() -> None:
    table = "<table><tr><td>a<td hidden>x<td>1<tr style='display:none'><td>y<td>y<tr><td>b<td>2</table>"
    assert [cell.text for cell in grid_in(table).cells] == ["a", "1", "b", "2"]


def test_cells_without_row_make_one() -> None:
    assert [cell.place for cell in grid_in("<table><td>a<td>1<tr><td>b<td>2</table>").cells][2] == Place(1, 0)


def test_text_between_cells_stands_before_the_table() -> None:
    assert texts("<table><caption>表一</caption><tr><td>甲<td>1<tr><td>2<td>3</table>") == ["表一"]


def test_a_table_of_one_column_is_text() -> None:
    assert texts("<table><tr><td>一、甲<tr><td>乙</table>") == ["一、甲", "乙"]


def test_a_header_that_leaves_cells_empty_instead_of_merging_is_read() -> None:
    table = FORM.tables[-1]
    original = form_grid(table, numbered(FORM))
    flat = [
        GridCell(cell.text if (row, column) == (cell.place.row, cell.place.column) else "", Place(row, column))
        for row in range(original.row_count)
        for column in range(original.column_count)
        if (cell := original.at(row, column))
    ]
    reading = report_in(html_of(Grid(tuple(flat))))
    wanted = {name: text for name, text in numbered(FORM).items() if name in table.cells}
    assert {name: str(entry.value) for name, entry in reading.figures.items() if str(entry.value)} == wanted


# ── encodings and archives ──────────────────────────────────────────────


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "GBK", "iso-8859-1", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_bytes_tell_the_encoding(encoding: str, declared: str) -> None:
    page = f"<meta charset='{declared}'><p>一、总体情况𠮷</p>"
    assert read(page.encode(encoding)) == (Paragraph("一、总体情况𠮷"),)


def test_big5_is_believed() -> None:
    assert read("<meta charset=big5><p>一、總體情況</p>".encode("big5")) == (Paragraph("一、總體情況"),)


def test_a_broken_character_is_told_and_spoils_nothing_else() -> None:
    page = ("<p>一、总体情况" + "甲乙丙丁" * 20).encode() + b"\xe4\xb8</p>"
    found = read_web_page(page, "年报.html")
    assert isinstance(found.blocks[0], Paragraph)
    assert found.blocks[0].text.startswith("一、总体情况")
    assert "1 个字符已损坏" in found.remarks[0]


def archive(*pages: str) -> bytes:
    """Return pages and a picture in one file, as browsers save them."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message.make_related()
    for page in pages:
        message.add_related(page.encode("gb18030"), "text", "html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def test_a_page_saved_in_one_file_is_read() -> None:
    assert_is_whole(read_as(FORM, read(archive("<p>栏目</p>", body_of())), known_forms()))


def test_headers_of_mail_may_stand_before_those_of_the_page() -> None:
    saved = "\ufeffSubject: =?utf-8?Q?x?=\r\nDate: Mon, 6 Jan 2025 09:00:00 +0800\r\n".encode() + archive(body_of())
    assert_is_whole(read_as(FORM, read(saved), known_forms()))


# ── pages that are refused ──────────────────────────────────────────────

REFUSED = {
    "nested too deeply": ("<div>" * 5000, "已损坏或不完整"),
    "a million cells": ("<table>" + "<tr><td>1" * 500_000, "过大"),
    "an archive of many parts": ("From: x\n" + "--b\n" * 20_000, "过大"),
    "an archive without page": ("From: x\nContent-Type: image/png\n\nx", "已损坏或不完整"),
    "archives in each other": (
        "From: x\n" + "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(1500)),
        "已损坏或不完整",
    ),
}


@pytest.mark.parametrize(("page", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_page_that_cannot_be_read_whole_is_refused(page: str, sentence: str) -> None:
    with pytest.raises(InputRefusal, match=sentence):
        read(page)


def test_pictures_within_a_page_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_source, "LARGEST_TEXT", 200)
    assert texts(f"<p>一、甲<img src='data:image/png;base64,{'A' * 4000}'>乙</p>") == ["一、甲乙"]


def test_a_page_larger_than_any_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_source, "LARGEST_PAGE", 10)
    with pytest.raises(InputRefusal, match="过大"):
        read("<p>一、总体情况</p>")
