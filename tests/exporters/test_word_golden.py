"""A whole document against the one that was looked at page by page.

Where the change is meant, `python -m tests.exporters.test_word_golden` in the project's folder writes the new one.
"""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

from lxml import etree

from exporters.print_options import Extra, PrintOptions
from exporters.word import word_bytes
from models.check_sheet import CheckedGroup, CheckedPart, CheckSheet, SheetLine
from models.checks.check import Group
from models.report import Edit, Report
from tests.builders import SPECIMENS, a_full_report, clean_texts

GOLDEN = SPECIMENS / "full-report.document.xml"
STARTS_A_LINE = re.compile(r"(?=<(?:w:p|w:tbl|w:tr|w:tc|w:sectPr|/w:tbl|/w:body)[ >])")


def full_report() -> Report:
    overview = f"{clean_texts()['overview']}\n1.栏目调整\n（1）合并栏目\n（六）其他。全年“零差错”……"
    report = a_full_report(
        {"proactive/regulations/repealed": "2（其中修订1件）"}, texts=clean_texts() | {"overview": overview}
    )
    report.apply(Edit(head=replace(report.head, signed_on=date(2025, 1, 20))))
    return report


def small_sheet() -> CheckSheet:
    line = SheetLine("自然人", "一(5)＋二(0)＝5，三(七)(5)＋四(0)＝5", "成立")
    part = CheckedPart("balance", "表内勾稽", "表三 7 列", "全部成立", (line,), (), "")
    return CheckSheet(
        agency="某某市人民政府",
        year=2024,
        title=("某某市人民政府", "2024年政府信息公开工作年度报告校核单"),
        head=(("编制机关", "某某市人民政府"),),
        groups=(CheckedGroup(Group.TABLES, (part,)),),
        unchecked=("没有附上年的报告。",),
    )


def document_xml() -> str:
    """Return the main part in canonical form, a paragraph, a row or a cell on each line."""
    options = PrintOptions(frozenset(Extra), check_sheet=small_sheet())
    with zipfile.ZipFile(io.BytesIO(word_bytes(full_report(), None, options))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    canonical = etree.tostring(root, method="c14n2").decode()
    return STARTS_A_LINE.sub("\n", canonical) + "\n"


def test_a_document_with_everything_is_the_one_that_was_looked_at() -> None:
    assert document_xml().splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    GOLDEN.write_text(document_xml(), encoding="utf-8")
