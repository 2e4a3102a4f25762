"""A file becomes a report with notes, or is refused in one sentence."""

import os
import time
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from importers import reader, zip_package
from importers.blocks import Grid, Paragraph
from importers.reader import ReadReport, read_report
from models.checks import find_problems
from models.errors import InputRefusal
from models.form import Form
from models.form_file import current_form, known_forms
from models.report import Head
from tests.builders import BALANCED, third_form
from tests.importers.documents import (
    docx,
    form_grid,
    grid,
    numbered,
    p,
    report_docx,
    save,
    tbl,
    tbl_of,
    without_rows,
    xlsx,
    zipped,
)

FORM = current_form()
TEXTS = {"preamble": "前言。", "overview": "第一段。\n第二段。", "problems": "1、问题", "other_matters": "\t没有𠮷"}


def read(folder: Path, content: bytes, forms: Mapping[str, Form] | None = None) -> ReadReport:
    return read_report(save(folder, content), forms)


def read_figures(folder: Path, figures: Mapping[str, str]) -> ReadReport:
    return read(folder, report_docx(FORM, figures))


@pytest.mark.parametrize("form", [*known_forms().values()], ids=lambda form: form.key)
def test_a_report_is_read_in_the_form_it_is_written_in(tmp_path: Path, form: Form) -> None:
    assert read(tmp_path, report_docx(form, numbered(form))).report.form is form


@pytest.mark.parametrize("form", [*known_forms().values()], ids=lambda form: form.key)
@pytest.mark.parametrize("tables", [[], ["review_litigation"]], ids=["texts", "a common table"])
def test_what_fits_several_forms_alike_is_read_in_the_form_in_force(
    tmp_path: Path, form: Form, tables: list[str]
) -> None:
    body = (
        p("一、总体情况")
        + p("甲")
        + "".join(tbl_of(form_grid(form.table(key))) for key in tables)
        + p("六、其他需要报告的事项")
    )
    assert read(tmp_path, docx(body)).report.form is FORM


@pytest.mark.parametrize("form", [*known_forms().values()], ids=lambda form: form.key)
@pytest.mark.parametrize("table", ["proactive", "requests"])
def test_one_table_tells_the_form_where_the_forms_differ(tmp_path: Path, form: Form, table: str) -> None:
    assert read(tmp_path, docx(tbl_of(form_grid(form.table(table), numbered(form))))).report.form is form


def test_all_figures_are_read(tmp_path: Path) -> None:
    cells = read_figures(tmp_path, numbered(FORM)).report.cells
    assert {name: str(value) for name, value in cells.items()} == numbered(FORM)


def test_all_texts_are_read(tmp_path: Path) -> None:
    texts = read(tmp_path, report_docx(FORM, {}, TEXTS)).report.texts
    assert texts == {key: "\n".join(line.strip() for line in text.split("\n")) for key, text in TEXTS.items()}


def test_agency_and_year_are_read(tmp_path: Path) -> None:
    assert read_figures(tmp_path, {}).report.head == Head("某某市人民政府", 2024)


def test_nothing_of_a_plain_report_is_left_or_doubtful(tmp_path: Path) -> None:
    assert read(tmp_path, report_docx(FORM, numbered(FORM), TEXTS)).notes == reader.Notes()


def test_an_invented_form_is_read_from_its_own_labels(tmp_path: Path) -> None:
    form = third_form()
    found = read(tmp_path, report_docx(form, numbered(form)), {**known_forms(), form.key: form}).report
    assert found.form is form
    assert {name: str(value) for name, value in found.cells.items()} == numbered(form)


@pytest.mark.parametrize("text", ["　　", "", "\u00a0"])
def test_space_in_a_cell_is_blank(tmp_path: Path, text: str) -> None:
    assert not read_figures(tmp_path, {"proactive/regulations/issued": text}).report.cells


@pytest.mark.parametrize(
    ("text", "value"), [("３，４４０", "3440"), ("/", "/"), ("0", "0"), ("5.00", "5.00"), ("无", "无")]
)
def test_an_entry_is_read_as_typed(tmp_path: Path, text: str, value: str) -> None:
    name = "proactive/fees/amount"
    assert str(read_figures(tmp_path, {name: text}).report.value(name)) == value


def test_a_remark_in_brackets_stands_apart(tmp_path: Path) -> None:
    name = "proactive/regulations/repealed"
    assert read_figures(tmp_path, {name: "22（其中修订16件）"}).report.remark(name) == "其中修订16件"


def test_a_stated_total_that_differs_is_found_by_the_check(tmp_path: Path) -> None:
    wrong = BALANCED | {"requests/received/total": "7"}
    report = read_figures(tmp_path, wrong).report
    assert [finding.cells[0] for finding in find_problems(report) if finding.code == "stated-total"] == [
        "requests/received/total"
    ]


@pytest.mark.parametrize("stated", ["6", "6.0", "", "/", "　"])
def test_a_total_that_agrees_or_is_not_stated_is_no_finding(tmp_path: Path, stated: str) -> None:
    assert not read_figures(tmp_path, BALANCED | {"requests/received/total": stated}).report.stated


def test_a_total_that_is_no_number_is_told(tmp_path: Path) -> None:
    (remark,) = read_figures(tmp_path, {"requests/received/total": "六件"}).notes.remarks
    assert "六件" in remark


def test_a_total_of_more_digits_than_a_figure_is_understood(tmp_path: Path) -> None:
    most = {f"requests/received/{who}": "999999999999999" for who in ("natural_person", "commercial")}
    found = read_figures(tmp_path, most | {"requests/received/total": "1999999999999998"})
    assert not found.notes.remarks
    assert not found.report.stated


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    requests = form_grid(FORM.table("requests"), numbered(FORM))
    assert [text[:7] for text in read(tmp_path, docx(tbl_of(requests))).notes.remarks] == [
        "没有找到表二，",
        "没有找到表四，",
    ]


def test_a_missing_row_is_told(tmp_path: Path) -> None:
    body = "".join(tbl_of(form_grid(table)) for table in FORM.tables if table.key != "requests")
    requests = without_rows(form_grid(FORM.table("requests")), [4])
    (remark,) = read(tmp_path, docx(body + tbl_of(requests))).notes.remarks
    assert remark == "表三没有找到这些行：二、上年结转，已按空白读入，请核对原文件"


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    body = "".join(tbl_of(form_grid(table)) for table in FORM.tables if table.key != "proactive")
    small = tbl(
        ["信息内容", "本年制发件数", "现行有效件数"], ["规章", "1", "2"], ["行政规范性文件", "3", "4"],
        ["信息内容", "本年处理决定数量", ""], ["行政许可", "5", ""], ["行政处罚", "6", ""], ["行政强制", "7", ""],
        ["信息内容", "本年收费金额", ""], ["行政事业性收费", "8", ""],
    )  # fmt: skip
    assert read(tmp_path, docx(body + small)).notes.remarks == (
        "表二没有找到这些列：本年废止件数，已按空白读入，请核对原文件",
    )


def test_figures_given_twice_that_differ_are_told(tmp_path: Path) -> None:
    first, second = ({"proactive/regulations/issued": text} for text in ("1", "2"))
    tables = "".join(tbl_of(form_grid(FORM.table("proactive"), each)) for each in (first, second))
    found = read(tmp_path, docx(tables))
    assert str(found.report.value("proactive/regulations/issued")) == "1"
    assert any("数值不同（1 和 2）" in remark for remark in found.notes.remarks)


def test_a_blank_table_before_the_filled_one_hides_nothing(tmp_path: Path) -> None:
    filled = {"proactive/regulations/issued": "2"}
    tables = "".join(tbl_of(form_grid(FORM.table("proactive"), each)) for each in ({}, filled))
    assert str(read(tmp_path, docx(tables)).report.value("proactive/regulations/issued")) == "2"


def test_text_beside_a_table_is_not_lost(tmp_path: Path) -> None:
    body = p("一、总体情况") + p("二、主动公开政府信息情况") + p("该部分以表格形式报告") + p("第二十条第（一）项")
    assert read(tmp_path, docx(body)).notes.unplaced == (Paragraph("该部分以表格形式报告"),)


def test_an_unknown_table_is_not_lost(tmp_path: Path) -> None:
    found = read(tmp_path, docx(p("一、总体情况") + p("六、其他需要报告的事项") + tbl(["索引号", "001"])))
    assert found.notes.unplaced == (grid(["索引号", "001"]),)


def test_a_row_without_place_is_told_and_not_lost(tmp_path: Path) -> None:
    rows = [["信息内容", "本年处理决定数量"], ["行政许可", "5"], ["行政检查", "6"]]
    found = read(tmp_path, docx(tbl(*rows)))
    assert isinstance(found.notes.unplaced[0], Grid)
    assert any("行政检查 6" in remark for remark in found.notes.remarks)


def test_everything_to_look_at_is_said_in_sentences(tmp_path: Path) -> None:
    body = p("一、总体情况") + p("二、主动公开政府信息情况") + p("甲" * 200) + tbl(["索引号", "001"])
    said = read(tmp_path, docx(body)).notes.sentences
    assert ("没有找到表二" in said[0], "……" in said[-2], "索引号 001" in said[-1]) == (True, True, True)


def test_a_report_of_text_alone_is_a_report(tmp_path: Path) -> None:
    assert read(tmp_path, docx(p("一、总体情况") + p("甲") + p("六、其他需要报告的事项"))).report.texts == {
        "overview": "甲"
    }


def test_a_workbook_with_everything_on_one_sheet_is_read(tmp_path: Path) -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        top = 1
        for section in FORM.sections:
            sheet.cell(top, 1).value = section.title or "某某市人民政府2024年政府信息公开工作年度报告"
            top += 1
            if section.key in FORM.text_sections:
                sheet.cell(top, 1).value = f"{section.name}的文字"
                top += 1
                continue
            for cell in form_grid(FORM.table(section.key), numbered(FORM)).cells:
                value: str | int = int(cell.text) if cell.text.isdigit() else cell.text
                sheet.cell(top + cell.place.row, cell.place.column + 1).value = value
            top += FORM.table(section.key).row_count

    found = read(tmp_path, xlsx(fill))
    assert {name: str(value) for name, value in found.report.cells.items()} == numbered(FORM)
    assert found.report.texts["problems"] == "问题改进的文字"
    assert found.notes == reader.Notes()


def test_a_comment_joins_a_remark_in_brackets(tmp_path: Path) -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        sheet.append(["信息内容", "本年处理决定数量"])
        sheet.append(["行政许可", "5（含变更）"])
        sheet["B2"].comment = Comment("已核对", "某人")

    assert read(tmp_path, xlsx(fill)).report.remark("proactive/licences/decisions") == "含变更；已核对"


def test_a_full_report_is_read_in_a_moment(tmp_path: Path) -> None:
    text = "\n".join("本年度推进公开工作，办理各类事项。" * 4 for _ in range(60))
    path = save(tmp_path, report_docx(FORM, numbered(FORM), dict.fromkeys(FORM.text_sections, text)))
    read_report(path)
    begun = time.perf_counter()
    read_report(path)
    assert time.perf_counter() - begun < 0.5


# ── refusals ────────────────────────────────────────────────────────────

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
REPORT = report_docx(FORM, {})
DOCTYPE = '<!DOCTYPE w [<!ENTITY a "甲">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def locked_zip() -> bytes:
    content = bytearray(zipped({"word/document.xml": "x"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    return bytes(content)


def with_broken_part() -> bytes:
    at = REPORT.index(b"word/document.xml") + len("word/document.xml") + 40
    return REPORT[:at] + bytes(60) + REPORT[at + 60 :]


def broken_workbook() -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(xlsx(lambda _: None))) as source, ZipFile(target, "w") as changed:
        for entry in source.infolist():
            changed.writestr(entry, source.read(entry)[: 200 if "sheet1" in entry.filename else None])
    return target.getvalue()


NO_REPORT = "没有找到年度报告的表格和章节题名"
REFUSED = {
    "empty": (b"", "空文件"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "旧版 Word 格式（.doc、.wps），请用 Word 或 WPS 另存为"),
    "old Excel": (OLE + "Workbook".encode("utf-16-le"), "旧版 Excel 格式"),
    "other old office": (OLE, "旧版办公软件"),
    "with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "设有打开密码"),
    "locked archive": (locked_zip(), "设有打开密码"),
    "cut off": (REPORT[: len(REPORT) // 2], "已损坏或不完整"),
    "broken inside": (with_broken_part(), "已损坏或不完整"),
    "no XML inside": (zipped({"word/document.xml": "甲"}), "已损坏或不完整"),
    "no body": (zipped({"word/document.xml": "<a/>"}), "已损坏或不完整"),
    "entities": (zipped({"word/document.xml": DOCTYPE}), "已损坏或不完整"),
    "broken workbook": (broken_workbook(), "已损坏或不完整"),
    "workbook without parts": (zipped({"xl/workbook.xml": "<a/>"}), "已损坏或不完整"),
    "PDF cut off": (b"%PDF-1.7\n", "已损坏或不完整"),
    "web page": (b"<!DOCTYPE html><html><body></body></html>", NO_REPORT),
    "page saved by mail": (b"From: <Saved by WPS>\r\nMIME-Version: 1.0", "已损坏或不完整"),
    "text": ("一、总体情况\n甲".encode(), NO_REPORT),
    "text of an old computer": ("一、总体情况\n甲".encode("gb18030"), NO_REPORT),
    "text of a notepad": (b"\xff\xfe" + "一、总体情况".encode("utf-16-le"), NO_REPORT),
    "RTF": (b"{\\rtf1 x}", "不是 .docx 格式"),
    "OpenDocument": (zipped({"content.xml": "<a/>"}), "OpenDocument"),
    "OFD": (zipped({"OFD.xml": "<a/>"}), "OFD 版式文件"),
    "binary workbook": (zipped({"xl/workbook.bin": "a"}), "二进制工作簿"),
    "slides": (zipped({"ppt/presentation.xml": "<a/>"}), "演示文稿"),
    "archive": (zipped({"年报.docx": "a"}), "压缩包"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "无法识别"),
    "other document": (docx(p("会议纪要") + tbl(["甲", "乙"])), "没有找到年度报告的表格和章节题名"),
    "one title only": (docx(p("一、总体情况") + p("甲")), "没有找到年度报告的表格和章节题名"),
    "empty document": (docx(""), "没有找到年度报告的表格和章节题名"),
    "empty workbook": (xlsx(lambda _: None), "没有找到年度报告的表格和章节题名"),
}  # fmt: skip


@pytest.mark.parametrize("content", [REPORT, xlsx(lambda _: None)], ids=["Word", "Excel"])
def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path, content: bytes) -> None:
    assert all(refusal(save(tmp_path, content[:size])) for size in range(0, len(content), 97))


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no LibreOffice on the machine: it would make something of any bytes."""
    monkeypatch.setenv("GKNB_LIBREOFFICE", "/nowhere/soffice")


def refusal(path: Path) -> str:
    with pytest.raises(InputRefusal) as caught:
        read_report(path)
    return str(caught.value)


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
@pytest.mark.usefixtures("no_office")
def test_a_file_that_is_no_report_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert sentence in refusal(save(tmp_path, content, "年报.docx"))


@pytest.mark.parametrize("content", [content for content, _ in REFUSED.values()], ids=REFUSED)
@pytest.mark.usefixtures("no_office")
def test_a_refusal_is_one_line_that_names_the_file(tmp_path: Path, content: bytes) -> None:
    sentence = refusal(save(tmp_path, content, "某年报.xlsx"))
    assert "“某年报.xlsx”" in sentence
    assert "\n" not in sentence


def test_a_renamed_file_is_read_by_its_content(tmp_path: Path) -> None:
    assert read_report(save(tmp_path, REPORT, "年报.pdf")).report.form is FORM


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "找不到文件“年报.docx”" in refusal(tmp_path / "年报.docx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "是文件夹" in refusal(tmp_path)


@pytest.mark.parametrize(("error", "sentence"), [(PermissionError, "没有权限"), (OSError, "读取“年报.docx”时出错")])
def test_a_file_the_system_withholds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], sentence: str
) -> None:
    def withhold(_: Path) -> bytes:
        raise error

    path = save(tmp_path, REPORT)
    monkeypatch.setattr(Path, "read_bytes", withhold)
    assert sentence in refusal(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = save(tmp_path, b"PK\x03\x04")
    os.truncate(path, reader.LARGEST_FILE + 1)
    assert "过大" in refusal(path)


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_package, "LARGEST_CONTENT", 100)
    assert "过大" in refusal(save(tmp_path, REPORT))
