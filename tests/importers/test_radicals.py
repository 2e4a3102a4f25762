"""Radicals in the place of characters are folded once for all formats, and nothing else is."""

import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook

from importers.blocks import FileContent, Grid, GridCell, Paragraph, Property
from importers.reader import read_content
from importers.text_cells import CellMark, TextGrid
from models.form import Place
from models.radicals import radicals, without_radicals
from tests.importers.documents import docx, grid, p, save, tbl, xlsx
from tests.importers.pdf_writing import pdf, written

FOLDED = "推进公开工作，提高人员力量，长期坚持，服务人民。"
PRINTED = "推进公开⼯作，提⾼⼈员⼒量，⻓期坚持，服务⼈⺠。"


def workbook(text: str) -> bytes:
    def fill(made: Workbook) -> None:
        made.worksheets[0]["A1"] = text

    return xlsx(fill)


FILES = {
    "年报.docx": docx(p(PRINTED)),
    "年报.xlsx": workbook(PRINTED),
    "年报.html": f"<html><body><p>{PRINTED}</p></body></html>".encode(),
    "年报.txt": PRINTED.encode(),
    "年报.pdf": pdf(written(PRINTED)),
}


@pytest.mark.parametrize("name", FILES)
def test_running_text_of_every_format_is_folded(tmp_path: Path, name: str) -> None:
    (block,) = read_content(save(tmp_path, FILES[name], name)).blocks
    assert isinstance(block, Paragraph)
    assert block.text == FOLDED


@pytest.mark.parametrize("block", [Property("⼯", 1, "页"), CellMark("⼯"), Paragraph("⼯", 0)])
def test_a_paragraph_stays_of_its_kind(block: Paragraph) -> None:
    assert FileContent((block,)).blocks == (type(block)("工", block.level, block.part),)


def test_cells_and_their_remarks_are_folded() -> None:
    found = FileContent((TextGrid((GridCell("⼯", Place(0, 0), "⾏"),)),))
    assert found.blocks == (TextGrid((GridCell("工", Place(0, 0), "行"),)),)


def test_what_has_no_radical_is_the_same_block() -> None:
    block = grid(["规章", "1"])
    assert FileContent((block,)).blocks[0] is block


@pytest.mark.parametrize("text", ["㐂𠮷镇", "﨑县", "①（１）２０２４", "其它", "豈", "々〇", "⺀", "⿰"])
def test_rare_characters_and_compatibility_forms_are_left(text: str) -> None:
    assert without_radicals(text) == text


def test_a_radical_becomes_one_character_that_is_none() -> None:
    assert all(len(each) == 1 and ord(each) not in radicals() for each in radicals().values())


def test_every_radical_of_the_kangxi_block_is_folded_as_unicode_says() -> None:
    kangxi = [chr(code) for code in range(0x2F00, 0x2FD6)]
    assert [without_radicals(each) for each in kangxi] == [unicodedata.normalize("NFKC", each) for each in kangxi]


def test_labels_are_folded(tmp_path: Path) -> None:
    (found,) = read_content(save(tmp_path, docx(tbl(["⾏政许可", "1"])))).blocks
    assert isinstance(found, Grid)
    assert found.cells[0].text == "行政许可"
