"""The check sheet as a Word file, read back with python-docx."""

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from openxml_audit import OpenXmlValidator

from exporters.check_sheet_word import check_sheet_word_bytes
from exporters.print_styles import TEXT_WIDTH
from exporters.typography import known_typographies
from models.check_sheet import CheckSheet
from models.form import Form
from models.form_file import known_forms
from models.report import Report
from tests.builders import a_clean_report, a_full_report, third_form
from tests.check_sheets import REASON, a_busy_report, sheet_of

FORMS = [*known_forms().values(), third_form()]
CLEAN, BUSY = sheet_of(a_clean_report()), sheet_of(a_busy_report())


def opened(sheet: CheckSheet) -> Document:
    return docx.Document(io.BytesIO(check_sheet_word_bytes(sheet)))


def styled(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


def rows(table: Table) -> list[list[str]]:
    return [["".join(cell.xpath(".//w:t/text()")) for cell in row.tc_lst] for row in table._tbl.tr_lst]


def test_the_title_is_broken_after_the_agency() -> None:
    assert styled(opened(CLEAN), "Title") == ["某某市人民政府\n2024年政府信息公开工作年度报告校核单"]


def test_the_head_ends_with_the_state_of_every_group() -> None:
    assert rows(opened(CLEAN).tables[0])[-1] == ["核对结果", "表内：无问题；表文：无问题；跨年：未核对；文字：无问题"]


def test_a_clean_sheet_has_a_table_for_each_group() -> None:
    assert styled(opened(CLEAN), "校核标题") == [
        "一、没有待处理的问题",
        "二、表内：表中各数互相核对",
        "三、表文：正文与表核对",
        "四、跨年：本年与去年的报告核对",
        "五、文字：正文本身",
        "六、没有核对的和须人工核对的",
    ]


def test_what_is_open_comes_first_then_what_was_confirmed() -> None:
    assert styled(opened(BUSY), "校核标题")[:3] == [
        f"一、待处理的问题（{len(BUSY.open)} 个）",
        "二、确认属实的问题（2 个）",
        "三、表内：表中各数互相核对",
    ]


def test_each_open_finding_has_room_for_what_was_done() -> None:
    header, *found = rows(opened(BUSY).tables[1])
    assert header == ["类别", "问题", "处理情况"]
    assert found[0] == ["表内·错", "自然人：一(7)＋二(0)＝7，三(七)(5)＋四(0)＝5，差 2", ""]
    assert len(found) == len(BUSY.open)


def test_each_confirmed_finding_has_its_reason_and_name() -> None:
    found = rows(opened(BUSY).tables[2])[1:]
    assert [row[2:] for row in found] == [[REASON, "张三"]] * 2


def test_the_things_compared_stand_below_their_check() -> None:
    assert rows(opened(CLEAN).tables[1])[:3] == [
        ["校核项目", "核对的内容和数", "结果"],
        ["表内勾稽", "表三 7 列，每列左右两边应相等", "全部成立"],
        ["自然人", "一(5)＋二(0)＝5，三(七)(5)＋四(0)＝5", "成立"],
    ]


def test_what_was_not_checked_is_numbered() -> None:
    texts = [each.text for each in opened(CLEAN).paragraphs]
    assert [text[:10] for text in texts if re.match(r"\d\. ", text)] == ["1. 没有附去年的报", "2. 正文里认不出是"]


def test_the_sheet_ends_with_lines_to_sign() -> None:
    signers, date = [each.text for each in opened(CLEAN).paragraphs][-2:]
    assert signers.split("：")[:3] == ["经办人", "　　　　　校核人", "　　　　　负责人"]
    assert date.split() == ["日期：", "年", "月", "日"]


def test_lines_to_sign_never_stand_alone_on_a_page() -> None:
    *_, last, signers, _ = opened(CLEAN).paragraphs
    assert all(each.paragraph_format.keep_with_next for each in (last, signers))


def test_a_line_break_in_a_quote_does_not_break_a_row() -> None:
    report = a_full_report(texts={"overview": "本年度新收政府信息\n公开申请9件。"})
    assert not opened(sheet_of(report)).element.body.xpath(".//w:tc//w:br")


# ── tables ──────────────────────────────────────────────────────────────


def test_headers_repeat_and_no_row_is_split() -> None:
    body = opened(BUSY).element.body
    assert len(body.xpath(".//w:tr/w:trPr/w:tblHeader")) == len(opened(BUSY).tables) - 1
    assert len(body.xpath(".//w:tr")) == len(body.xpath(".//w:tr/w:trPr/w:cantSplit"))


def test_a_check_stays_on_the_page_of_its_first_thing() -> None:
    row = opened(CLEAN).tables[1]._tbl.tr_lst[1]
    assert len(row.xpath(".//w:keepNext")) == 3


def test_grid_widths_and_spans_agree_in_every_row() -> None:
    for table in opened(BUSY).tables:
        grid = [int(each) for each in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert sum(grid) <= TEXT_WIDTH
        for row in table._tbl.tr_lst:
            spans = [cell.grid_span for cell in row.tc_lst]
            edges = [sum(spans[:n]) for n in range(len(spans) + 1)]
            widths = [int(each) for each in row.xpath("w:tc/w:tcPr/w:tcW/@w:w")]
            assert edges[-1] == len(grid)
            assert widths == [sum(grid[a:b]) for a, b in pairwise(edges)]


@pytest.mark.parametrize("key", known_typographies())
def test_every_run_names_the_fonts_of_the_scheme(key: str) -> None:
    scheme = known_typographies()[key]
    document = docx.Document(io.BytesIO(check_sheet_word_bytes(BUSY, scheme)))
    runs = document.element.body.iter(qn("w:r"))
    fonts = {run.xpath("string(w:rPr/w:rFonts/@w:eastAsia)") for run in runs}
    assert fonts == {scheme.title, scheme.heading, scheme.body, scheme.table}


def test_the_page_is_a4_with_the_standard_s_margins() -> None:
    page = opened(CLEAN).sections[0]._sectPr
    assert page.xpath("w:pgSz/@w:w | w:pgSz/@w:h") == ["11906", "16838"]
    assert page.xpath("w:pgMar/@w:top | w:pgMar/@w:left") == ["2098", "1588"]


# ── file ────────────────────────────────────────────────────────────────


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert check_sheet_word_bytes(BUSY) == check_sheet_word_bytes(sheet_of(a_busy_report()))


def test_no_date_of_today_is_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(check_sheet_word_bytes(CLEAN))) as package:
        stamps = set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", package.read("docProps/core.xml").decode()))
    assert stamps == {"2024-12-31T00:00:00"}


def test_the_properties_say_what_it_is() -> None:
    properties = opened(CLEAN).core_properties
    assert properties.title == "某某市人民政府2024年政府信息公开工作年度报告校核单"
    assert properties.author == "某某市人民政府"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@pytest.mark.parametrize("key", known_typographies())
def test_a_validator_finds_no_error_in_the_sheet_of_an_empty_report(form: Form, key: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(check_sheet_word_bytes(sheet_of(Report(form)), known_typographies()[key]))
    assert OpenXmlValidator(strict=True).validate(path).errors == []


def test_a_validator_finds_no_error_in_a_sheet_with_findings(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(check_sheet_word_bytes(BUSY))
    assert OpenXmlValidator(strict=True).validate(path).errors == []
