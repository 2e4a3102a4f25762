"""Word files made to exhaust time or memory, to fetch something, or to be nonsense."""

from collections.abc import Callable

from models.form_file import current_form
from tests.importers.documents import W, docx, numbered, p, r, report_docx, span, tbl, tc
from tests.importers.hostile_archives import archive, bombs, broken_archives, members_of, part_of, repacked

DOCUMENT = "word/document.xml"
REPORT = report_docx(current_form(), numbered(current_form()))
"""A good report, which the hostile parts are added to."""

_START, _, _REST = part_of(REPORT, DOCUMENT).decode().partition("<w:body>")
_BODY = _REST.removesuffix("</w:body></w:document>")
_OTHER_PARTS = (
    *(f"word/{name}.xml" for name in ("styles", "numbering", "footnotes", "endnotes", "comments")),
    "docProps/core.xml",
)
_BEGIN, _GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_DIGITS = "1234567890"


def document(body: str, **parts: str) -> bytes:
    """Return a good report with something more at its end."""
    return docx(_BODY + body, **parts)


def _entities(declared: str, used: str) -> bytes:
    body = f"<w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p>{_BODY}</w:body>"
    return repacked(REPORT, {DOCUMENT: f"<!DOCTYPE w [{declared}]>{_START}{body}</w:document>"})


def laughs(name: str = "a") -> str:
    """Return the declaration of an entity that becomes ten thousand million characters."""
    levels = [f'<!ENTITY {name}{n} "{f"&{name}{n - 1};" * 10}">' for n in range(1, 10)]
    return f'<!ENTITY {name}0 "{_DIGITS}">' + "".join(levels)


def with_links(address: str) -> bytes:
    """Return a report in which everything that Word would fetch from elsewhere has this address."""
    kinds = ("attachedTemplate", "image", "aFChunk", "subDocument", "oleObject", "frame", "hyperlink", "styles")
    links = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
        f' Target="{address}" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )
    used = (
        f'<w:p xmlns:a="a" xmlns:r="r"><a:blip r:link="r1"/><w:altChunk r:id="r2"/><w:subDoc r:id="r3"/>'
        f'<w:fldSimple w:instr="INCLUDETEXT {address}"/><w:instrText>DDEAUTO {address}</w:instrText>{r("甲")}</w:p>'
    )
    names = ("_rels/.rels", "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels")
    settings = f'<w:settings {W} xmlns:r="r"><w:attachedTemplate r:id="r0"/></w:settings>'
    return repacked(document(used), dict.fromkeys(names, rels) | {"word/settings.xml": settings})


def with_external_entity(address: str) -> bytes:
    """Return a report whose first paragraph is what stands elsewhere."""
    return _entities(f'<!ENTITY a SYSTEM "{address}"><!ENTITY % b SYSTEM "{address}"> %b;', "&a;")


def with_external_declarations(address: str) -> bytes:
    """Return a report whose entities are declared elsewhere."""
    return repacked(REPORT, {DOCUMENT: f'<!DOCTYPE w SYSTEM "{address}">{_START}<w:body>{_BODY}</w:body></w:document>'})


def _nested(tag: str, depth: int, inner: str = "") -> str:
    return f"<w:{tag}>" * depth + inner + f"</w:{tag}>" * depth


def _tables_in_tables(depth: int, beside: str = "") -> str:
    return f"<w:tbl><w:tr>{beside}<w:tc>" * depth + p("甲") + "</w:tc></w:tr></w:tbl>" * depth


def _runs(text: str, count: int) -> str:
    return "<w:p>" + r(text) * count + "</w:p>"


def _many_styles(count: int) -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(count)
    )


def _list(depth: str, start: str, text: str) -> str:
    level = f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:lvlText w:val="{text}"/></w:lvl>'
    use = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{use}'


def _item(depth: str = "0") -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>{r("甲")}</w:p>'


def _notes(count: int) -> bytes:
    notes = "".join(f'<w:footnote w:id="{n}">{p("注")}</w:footnote>' for n in range(count))
    marks = "".join(f'<w:footnoteReference w:id="{n}"/>' for n in range(count))
    parts = {"word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>"}
    return repacked(document(f"<w:p>{marks}</w:p>"), parts)


def _every_part(part: str) -> bytes:
    return repacked(REPORT, dict.fromkeys(_OTHER_PARTS, part))


def _in_encoding(declared: str, encoding: str) -> bytes:
    text = part_of(REPORT, DOCUMENT).decode()
    return repacked(REPORT, {DOCUMENT: f'<?xml version="1.0" encoding="{declared}"?>{text}'.encode(encoding)})


def _with_text(old: str, new: str) -> bytes:
    return repacked(REPORT, {DOCUMENT: part_of(REPORT, DOCUMENT).decode().replace(old, new)})


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "laughing entities": lambda: _entities(laughs(), "&a9;"),
    "one long entity used often": lambda: _entities(f'<!ENTITY a "{_DIGITS * 10_000}">', "&a;" * 10_000),
    "laughing parameter entities": lambda: _entities('<!ENTITY % a "%b;%b;"><!ENTITY % b "%a;%a;"> %a;', "甲"),
    "an entity of itself": lambda: _entities('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
    "entities in every other part": lambda: _every_part(f"<!DOCTYPE w [{laughs()}]><w:styles {W}>&a9;</w:styles>"),
    "100,000 elements in each other": lambda: document(_nested("sdt", 100_000)),
    "100,000 elements in each other, without end": lambda: repacked(
        REPORT, {DOCUMENT: f"{_START}<w:body>" + "<w:p>" * 100_000}
    ),
    "100,000 styles in each other": lambda: docx(_BODY, styles=_nested("style", 100_000)),
    "80 tables in each other": lambda: document(_tables_in_tables(80)),
    "80 tables in each other with cells beside": lambda: document(_tables_in_tables(80, tc("乙") * 20)),
    "500 tables in each other": lambda: document(_tables_in_tables(500)),
    "200 text boxes in each other": lambda: document(
        _nested("p><w:txbxContent", 100).replace("</w:p><w:txbxContent>", "</w:txbxContent></w:p>")
    ),
    "240 deep controls": lambda: document(_nested("sdt", 240, p("甲"))),
    "a paragraph of 10 MB": lambda: document(p("甲" * 3_500_000)),
    "a paragraph of 9 MB in one run": lambda: document(p("甲" * 3_000_000)),
    "a paragraph of 10 MB in runs": lambda: document(_runs("甲乙丙丁" * 1000, 1000)),
    "a paragraph of 10 MB of spaces": lambda: document(_runs(" " * 1_000_000, 10)),
    "a paragraph of 10 MB of digits": lambda: document(_runs(_DIGITS * 100_000, 10)),
    "a paragraph of 10 MB of numbers": lambda: document(_runs("一、" * 100_000, 17)),
    "a paragraph of 10 MB of brackets": lambda: document(_runs("（(" * 100_000, 25)),
    "a paragraph of 10 MB of dates": lambda: document(_runs("2024年1月1日" * 50_000, 12)),
    "a paragraph of 10 MB of agencies": lambda: document(_runs("人民政府由编制发布机构：" * 50_000, 6)),
    "a paragraph of 10 MB of titles": lambda: document(_runs("政府信息公开工作年度报告" * 30_000, 9)),
    "a paragraph of a million lines": lambda: document("<w:p>" + "<w:br/>" * 900_000 + "</w:p>"),
    "a paragraph of 300,000 numbers": lambda: document("<w:p>" + (r("1") + "<w:br/>") * 100_000 + "</w:p>"),
    "10 MB in a cell": lambda: document(tbl([_runs("1 " * 100_000, 50), "1"])),
    "10 MB in a figure": lambda: _with_text('<w:t xml:space="preserve">11</w:t>', f"<w:t>{'1' * 9_900_000}</w:t>"),
    "10 MB in a label": lambda: _with_text("规章", "规章" * 1_600_000),
    "10 MB in a title": lambda: _with_text("一、总体情况", "一、总体情况" * 550_000),
    "10 MB in an attribute": lambda: document(f'<w:p w:id="{"1" * 9_999_000}"/>'),
    "300,000 attributes": lambda: document("<w:p " + " ".join(f'w:a{n}=""' for n in range(300_000)) + "/>"),
    "300,000 paragraphs": lambda: document(p("甲") * 300_000),
    "300,000 different paragraphs": lambda: document("".join(p(f"{n}甲乙丙丁戊") for n in range(300_000))),
    "30,000 numbered paragraphs": lambda: document("".join(p(f"一、主动公开{n}情况") for n in range(30_000))),
    "30,000 paragraphs of figures": lambda: document("".join(p(str(n)) for n in range(30_000))),
    "a million empty paragraphs": lambda: document("<w:p/>" * 1_000_000),
    "3 million empty elements": lambda: document("<w:p>" + "<w:r/>" * 3_000_000 + "</w:p>"),
    "20,000 times a title": lambda: document(p("一、总体情况") * 20_000),
    "20,000 times the title": lambda: document(p("某某市政府信息公开工作年度报告") * 20_000),
    "20,000 lines of metadata": lambda: document(p("发布机构：某某局 发布日期：2025年1月1日") * 20_000),
    "a span of 2,147,483,647": lambda: document(tbl([("甲", span(2_147_483_647)), "乙"], ["丙", "丁"])),
    "spans of all kinds": lambda: document(
        tbl(*([(n, f'<w:gridSpan w:val="{n}"/>')] for n in ("-1", "0", "1e9", "９", "", "0x10", "9" * 5000)))
    ),
    "a row that begins at 2,147,483,647": lambda: document(
        tbl(["甲", "乙"]).replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>')
    ),
    "a merge of 50,000 rows": lambda: document(
        tbl([("甲", _BEGIN), "1"], *([("", _GO_ON), "1"] for _ in range(50_000)))
    ),
    "a merge of 10,000 rows and 20 columns": lambda: document(
        tbl([("甲", _BEGIN + span(20))] * 3, *([("", _GO_ON + span(20))] * 3 for _ in range(10_000)))
    ),
    "merges that nothing begins": lambda: document(tbl(*([("甲", _GO_ON)] * 5 for _ in range(5_000)))),
    "a row of 100,000 cells": lambda: document(tbl(["1"] * 100_000)),
    "100,000 rows of two cells": lambda: document(tbl(*[["规章", "1"]] * 100_000)),
    "a table of 20,000 times its header": lambda: document(
        tbl(*[["信息内容", "本年制发件数", "本年废止件数"]] * 20_000)
    ),
    "2,000 tables": lambda: document(tbl(["规章", "1"]) * 1_900),
    "6,000 times a header in a table": lambda: document(tbl(*[["信息内容", "本年制发件数", "本年废止件数"]] * 6_000)),
    "4,800 headers of applicants in a table": lambda: document(
        tbl(*[["申请人情况", "自然人", "法人或其他组织", "总计"]] * 4_800)
    ),
    "40,000 times a title": lambda: document(p("一、总体情况") * 40_000),
    "30,000 tables": lambda: document(tbl(["规章", "1"]) * 30_000),
    "a table of 60 columns and 500 rows": lambda: document(tbl(*[["总计"] * 60] * 500)),
    "100 times the tables of a report": lambda: document(_BODY * 100),
    "a style of itself": lambda: docx(
        _BODY, styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    ),
    "100,000 styles": lambda: docx(_BODY + p("甲", "s0") * 1000, styles=_many_styles(100_000)),
    "a list that begins at 999,999,999": lambda: document(_item() * 10, numbering=_list("0", "999999999", "%1、")),
    "a list of absurd depth": lambda: document(
        _item("-5") + _item("99") + _item("x"), numbering=_list("-5", "-9", "%1%9")
    ),
    "a number of 10 MB": lambda: document(_item() * 300, numbering=_list("0", "1", "%1" * 1_000_000)),
    "50,000 footnotes": lambda: _notes(50_000),
    "fields that never end": lambda: document(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000 + r("甲"))),
    "symbols that are none": lambda: document(
        "".join(
            p(f'<w:r><w:sym w:char="{code}"/></w:r>')
            for code in ("D800", "GGGG", "四四四四", "0000", "FFFF", "１２３４", "-001", "0001")
        )
    ),
    "NUL bytes": lambda: _with_text("规章", "\0\0"),
    "NUL as a reference": lambda: _with_text("规章", "&#0;"),
    "characters that are none": lambda: _with_text("规章", "&#xFFFE;&#xD800;"),
    "rare characters": lambda: document(p("&#x202E;&#x200B;&#xFDFA;&#x1F468;\u0301\ufeff" * 1000)),
    "characters that grow when folded": lambda: document(_runs("\ufdfa" * 100_000, 20)),
    "UTF-16": lambda: _in_encoding("UTF-16", "utf-16"),
    "UTF-16, it says": lambda: _in_encoding("UTF-16", "utf-8"),
    "an encoding that nobody knows": lambda: _in_encoding("甲", "utf-8"),
    "UTF-7": lambda: _in_encoding("UTF-7", "utf-7"),
    "EBCDIC": lambda: _in_encoding("IBM037", "utf-8"),
    "an empty part": lambda: repacked(REPORT, {DOCUMENT: b""}),
    "40 MB in every other part": lambda: archive([*members_of(REPORT), *bombs(_OTHER_PARTS, 40)]),
    "no XML in every other part": lambda: _every_part("甲"),
    "nothing in every other part": lambda: _every_part(f"<w:styles {W}/>"),
    "the main part alone": lambda: archive(each for each in members_of(REPORT) if each.name == DOCUMENT),
    "another vocabulary": lambda: repacked(REPORT, {DOCUMENT: "<html><body><p>一、总体情况</p></body></html>"}),
    "a workbook beside": lambda: repacked(REPORT, {"xl/workbook.xml": "<workbook/>"}),
    "a document within itself": lambda: repacked(
        REPORT, {"word/embeddings/a.docx": REPORT, "word/document2.xml": "<a/>"}
    ),
    "types that lie": lambda: repacked(
        REPORT,
        {
            "[Content_Types].xml": (
                '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-excel"/></Types>'
            )
        },
    ),
    "instructions and comments": lambda: document('<?w a="1"?><!-- 一、总体情况 -->' * 100_000),
    "words without tags": lambda: document("甲" * 100_000),
    "links to elsewhere": lambda: with_links("http://127.0.0.1:9/a"),
}

BROKEN_DOCUMENTS: dict[str, Callable[[], bytes]] = broken_archives(REPORT, DOCUMENT)
