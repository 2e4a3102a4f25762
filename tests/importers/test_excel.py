"""A workbook becomes paragraphs and grids."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import NamedStyle
from openpyxl.worksheet.worksheet import Worksheet

from importers import zip_package
from importers.blocks import Block, FileContent, Grid, Paragraph
from importers.excel import read_workbook
from models.errors import InputRefusal
from models.form import Place
from tests.importers.documents import xlsx


def first(workbook: Workbook) -> Worksheet:
    return workbook.worksheets[0]


def read(*rows: list[object], merged: tuple[str, ...] = ()) -> tuple[Block, ...]:
    def fill(workbook: Workbook) -> None:
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                if value is not None:
                    first(workbook).cell(row, column).value = value  # type: ignore[assignment]
        for place in merged:
            first(workbook).merge_cells(place)

    return content_of_workbook(xlsx(fill)).blocks


def content_of_workbook(content: bytes) -> FileContent:
    return read_workbook(content, "年报.xlsx")


def test_rows_with_one_entry_are_paragraphs() -> None:
    assert read(["题名"], ["正文"]) == (Paragraph("题名", part="年报"), Paragraph("正文", part="年报"))


def test_rows_with_several_entries_are_a_grid() -> None:
    (grid,) = read(["项目", "件数"], ["规章", 5])
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["项目", "件数", "规章", "5"]


def test_an_empty_row_ends_a_grid() -> None:
    assert [type(block) for block in read(["甲", "乙"], [None], ["丙", "丁"])] == [Grid, Grid]


def test_a_grid_counts_from_its_own_corner() -> None:
    (grid,) = read([None], [None, "甲", "乙"])
    assert isinstance(grid, Grid)
    assert grid.cells[0].place == Place(0, 0)


def test_merged_cells_are_one() -> None:
    (grid,) = read(["甲", None, "乙"], [None, None, "丙"], merged=("A1:B2",))
    assert isinstance(grid, Grid)
    assert grid.cells[0].place == Place(0, 0, 2, 2)


def test_a_row_that_only_a_merged_cell_covers_does_not_end_the_grid() -> None:
    assert len(read(["甲", "乙"], [None], ["丙", "丁"], merged=("A1:A2",))) == 1


def test_a_text_that_fills_its_cell_goes_on_in_the_next() -> None:
    text = "长" * 32767
    assert read([text, text, "完"]) == (Paragraph(text + text + "完", part="年报"),)


def test_a_full_cell_of_wide_characters_goes_on_too() -> None:
    text = "a" + "𠮷" * 16383
    assert read([text, "完"], ["下一段"]) == (Paragraph(text + "完", part="年报"), Paragraph("下一段", part="年报"))


def test_a_full_cell_at_the_end_is_kept() -> None:
    text = "长" * 32767
    assert read([text]) == (Paragraph(text, part="年报"),)


def with_hidden_sheet(state: str, shown: str | None, hidden: str | None) -> FileContent:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.create_sheet("旧数")
        sheet["A1"] = hidden
        sheet.sheet_state = state
        first(workbook)["A1"] = shown

    return content_of_workbook(xlsx(fill))


HIDDEN = pytest.mark.parametrize("state", ["hidden", "veryHidden"])


@HIDDEN
def test_hidden_sheets_are_left_out(state: str) -> None:
    assert with_hidden_sheet(state, "今年", "去年").blocks == (Paragraph("今年", part="年报"),)


@HIDDEN
def test_a_hidden_sheet_is_named(state: str) -> None:
    (remark,) = with_hidden_sheet(state, "今年", "去年").remarks
    assert "工作表“旧数”是隐藏的，没有读入" in remark


@HIDDEN
def test_a_hidden_sheet_without_anything_in_it_is_not_named(state: str) -> None:
    assert not with_hidden_sheet(state, "今年", None).remarks


@HIDDEN
def test_a_hidden_sheet_is_read_where_the_others_are_empty(state: str) -> None:
    assert with_hidden_sheet(state, None, "去年") == FileContent((Paragraph("去年", part="旧数"),))


def test_a_sheet_of_formulas_alone_is_not_empty() -> None:
    assert with_hidden_sheet("hidden", "=1+1", "去年").blocks == (Paragraph("2", part="年报"),)


def test_hidden_rows_and_columns_are_read() -> None:
    def fill(workbook: Workbook) -> None:
        sheet = first(workbook)
        for row in (["项目", "甲", "乙"], ["规章", 1, 2], ["文件", 3, 4]):
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True

    (found,) = content_of_workbook(xlsx(fill)).blocks
    assert isinstance(found, Grid)
    assert [cell.text for cell in found.cells] == ["项目", "甲", "乙", "规章", "1", "2", "文件", "3", "4"]


@pytest.mark.parametrize("comment", ["其中修订16件", "张三:\n其中修订16件", " 其中修订16件 "])
def test_a_comment_is_a_remark(comment: str) -> None:
    def fill(workbook: Workbook) -> None:
        first(workbook).append(["规章", 22])
        first(workbook)["B1"].comment = Comment(comment, "张三")

    (grid,) = content_of_workbook(xlsx(fill)).blocks
    assert isinstance(grid, Grid)
    assert grid.cells[1].remark == "其中修订16件"


@pytest.mark.parametrize(("style", "level"), [("Title", 0), ("Heading 1", 1), ("年报章节", 1), ("普通", None)])
def test_a_cell_style_can_be_a_heading(style: str, level: int | None) -> None:
    def fill(workbook: Workbook) -> None:
        if style != "Title":
            workbook.add_named_style(NamedStyle(style))
        first(workbook)["A1"] = "题名"
        first(workbook)["A1"].style = style

    assert content_of_workbook(xlsx(fill)).blocks == (Paragraph("题名", level, "年报"),)


def test_the_programs_own_checks_below_a_table_are_no_part_of_it() -> None:
    (grid,) = read(["规章", 5], ["勾稽核对（一－二，应为 0）", 0], [None, 0])
    assert isinstance(grid, Grid)
    assert grid.row_count == 1


def formulas(workbook: Workbook) -> None:
    first(workbook).append(["总计", "=1+1"])


def unknown(workbook: Workbook) -> None:
    first(workbook).append(["总计", "=VLOOKUP(1,A1:A9,1)"])


def test_a_formula_without_result_is_computed() -> None:
    (grid,) = content_of_workbook(xlsx(formulas)).blocks
    assert isinstance(grid, Grid)
    assert grid.cells[1].text == "2"


def test_a_computed_formula_is_told() -> None:
    (remark,) = content_of_workbook(xlsx(formulas)).remarks
    assert "“年报”的 B1 是没有保存结果的公式，已重新计算" in remark


def test_a_formula_that_cannot_be_computed_is_blank() -> None:
    assert content_of_workbook(xlsx(unknown)).blocks == (Paragraph("总计", part="年报"),)


def test_a_formula_that_cannot_be_computed_is_told() -> None:
    (remark,) = content_of_workbook(xlsx(unknown)).remarks
    assert "“年报”的 B1 是没有保存结果、也无法计算的公式，已按空白读入" in remark


def test_a_formula_that_other_formulas_share_is_computed_in_each_cell() -> None:
    def fill(workbook: Workbook) -> None:
        for row in ([1, 2, "=SUM(A1:B1)"], [3, 4, "=SUM(A2:B2)"]):
            first(workbook).append(row)

    shared = edited(xlsx(fill), "<f>SUM\\(A1:B1\\)</f>", '<f t="shared" ref="C1:C2" si="0">SUM(A1:B1)</f>')
    (grid,) = content_of_workbook(edited(shared, "<f>SUM\\(A2:B2\\)</f>", '<f t="shared" si="0"/>')).blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["1", "2", "3", "3", "4", "7"]


def edited(content: bytes, pattern: str, text: str) -> bytes:
    """Return a workbook with a change in all its parts."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as changed:
        for entry in source.infolist():
            changed.writestr(entry, re.sub(pattern, text, source.read(entry).decode()))
    return target.getvalue()


def test_the_saved_result_of_a_formula_is_its_value() -> None:
    found = content_of_workbook(edited(xlsx(formulas), "</f><v ?/>|</f><v></v>", "</f><v>2</v>"))
    assert isinstance(found.blocks[0], Grid)
    assert (found.blocks[0].cells[1].text, found.remarks) == ("2", ())


def test_a_style_is_found_by_its_number_where_others_have_no_name() -> None:
    """LibreOffice leaves most of its styles without a name."""

    def fill(workbook: Workbook) -> None:
        workbook.add_named_style(NamedStyle("年报章节"))
        first(workbook)["A1"] = "题名"
        first(workbook)["A1"].style = "年报章节"

    unnamed = '<xf numFmtId="0"/>' * 5
    spread = edited(xlsx(fill), "(</cellStyleXfs>)", unnamed + r"\1")
    assert content_of_workbook(edited(spread, 'xfId="1"', 'xfId="6"')).blocks == (Paragraph("题名", 1, "年报"),)


def test_a_cell_far_away_costs_nothing() -> None:
    def fill(workbook: Workbook) -> None:
        first(workbook)["A1"] = "题名"
        first(workbook)["XFD1048576"].number_format = "0.00"

    assert content_of_workbook(xlsx(fill)).blocks == (Paragraph("题名", part="年报"),)


def test_an_absurd_merge_is_refused() -> None:
    content = xlsx(lambda workbook: first(workbook).append(["甲", "乙"]))
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    with pytest.raises(InputRefusal, match="过大"):
        content_of_workbook(edited(content, "</sheetData>", merge))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_package, "LARGEST_CONTENT", 1000)
    with pytest.raises(InputRefusal, match="过大"):
        content_of_workbook(xlsx(lambda workbook: first(workbook).append(["甲", "乙"])))
