"""A workbook's parts as other programs write them: links, strings, kinds of cells, merged areas, comments."""

import pytest

from importers.excel_package import open_workbook
from importers.excel_sheet import Cell, Sheet
from models.errors import InputRefusal
from tests.importers.documents import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
USUAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = {"rId1": "worksheets/sheet1.xml", "rId2": "sharedStrings.xml", "rId3": "styles.xml"}
KINDS = {"rId1": "worksheet", "rId2": "sharedStrings", "rId3": "styles"}


def links(targets: dict[str, str]) -> str:
    entries = (
        f'<Relationship Id="{key}" Type="{OFFICE}/{KINDS[key]}" Target="{target}"/>' for key, target in targets.items()
    )
    return f"<Relationships>{''.join(entries)}</Relationships>"


def workbook(
    sheet: str = "", *, strings: str = "", targets: dict[str, str] = LINKS, namespace: str = USUAL, **parts: str
) -> bytes:
    """Return a workbook of one sheet; further parts by name, with two underscores for a slash."""
    entry = f'<sheet name="年报" sheetId="1" r:id="rId1" xmlns:r="{OFFICE}"/>'
    written = {
        "xl/workbook.xml": f'<workbook xmlns="{namespace}"><sheets>{entry}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(targets),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}"/>',
    }
    return zipped(written | {name.replace("__", "/"): part for name, part in parts.items()})


def opened(content: bytes) -> Sheet:
    (sheet,) = open_workbook(content, "年报.xlsx")
    return sheet


def values(rows: str, **others: str) -> dict[tuple[int, int], object]:
    """Return what the cells of a sheet hold."""
    sheet = opened(workbook(f"<sheetData>{rows}</sheetData>", **others))  # type: ignore[arg-type]
    return {place: cell.value for place, cell in sheet.cells.items()}


@pytest.mark.parametrize(
    "target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml"]
)
def test_a_part_is_found_by_its_link(target: str) -> None:
    cell = '<sheetData><row><c r="B3"><v>5</v></c></row></sheetData>'
    assert opened(workbook(cell, targets=LINKS | {"rId1": target})).cells == {(3, 2): Cell(5)}


def test_a_strict_workbook_is_read_alike() -> None:
    assert values('<row><c r="A1" t="s"><v>0</v></c></row>', strings="<si><t>甲</t></si>", namespace=STRICT) == {
        (1, 1): "甲"
    }


def test_a_text_of_runs_is_one_without_its_phonetic_guide() -> None:
    strings = "<si><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></si>"
    assert values('<row><c t="s"><v>0</v></c></row>', strings=strings) == {(1, 1): "甲乙"}


def test_a_text_may_stand_in_its_cell() -> None:
    assert values('<row><c t="inlineStr"><is><t>甲</t></is></c></row>') == {(1, 1): "甲"}


def test_cells_and_rows_that_do_not_say_where_they_are_follow_the_last() -> None:
    rows = '<row r="4"><c r="C4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    assert values(rows) == {(4, 3): 1, (4, 4): 2, (5, 1): 3}


def test_cells_are_given_in_reading_order() -> None:
    assert [*values('<row><c r="B2"><v>3</v></c></row><row><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>')] == [
        (1, 1), (1, 2), (2, 2),
    ]  # fmt: skip


def test_a_text_that_is_not_in_the_file_makes_it_damaged() -> None:
    with pytest.raises(InputRefusal, match="已损坏"):
        values('<row><c t="s"><v>1</v></c></row>', strings="<si><t>甲</t></si>")


@pytest.mark.parametrize("targets", [{}, LINKS | {"rId1": "worksheets/sheet2.xml"}, LINKS | {"rId1": "../../a.xml"}])
def test_a_sheet_that_is_not_in_the_file_makes_it_damaged(targets: dict[str, str]) -> None:
    with pytest.raises(InputRefusal, match="已损坏"):
        open_workbook(workbook(targets=targets), "年报.xlsx")


def test_a_sheet_with_a_chart_is_none() -> None:
    assert open_workbook(workbook(**{"xl__worksheets__sheet1.xml": "<chartsheet/>"}), "年报.xlsx") == []


def merged(area: str) -> Sheet:
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
    return opened(workbook(f'<sheetData>{row}</sheetData><mergeCells><mergeCell ref="{area}"/></mergeCells>'))


@pytest.mark.parametrize("area", ["A1:B2", "$A$1:$B$2", "b2:a1"])
def test_of_merged_cells_the_first_is_left(area: str) -> None:
    assert (merged(area).merged, {*merged(area).cells}) == ({(1, 1): (2, 2)}, {(1, 1), (1, 3)})


def test_merged_cells_without_anything_are_a_cell() -> None:
    assert merged("E1:F1").cells[1, 5] == Cell()


@pytest.mark.parametrize("area", ["", "A:C", "1:3", "A1:", "x"])
def test_a_merged_area_that_is_none_makes_the_file_damaged(area: str) -> None:
    with pytest.raises(InputRefusal, match="已损坏"):
        merged(area)


def test_of_merged_areas_over_each_other_the_first_counts() -> None:
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in ("A1:B2", "B2:C3"))
    assert opened(workbook(f"<mergeCells>{areas}</mergeCells>")).merged == {(1, 1): (2, 2)}


def test_a_comment_on_a_merged_cell_belongs_to_the_first() -> None:
    link = f'<Relationships><Relationship Id="a" Type="{OFFICE}/comments" Target="../comments1.xml"/></Relationships>'
    comment = '<comment ref="B1" authorId="0"><text><t>某人:\n已核对</t></text></comment>'
    comments = f"<comments><authors><author>某人</author></authors><commentList>{comment}</commentList></comments>"
    content = workbook(
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        **{"xl__worksheets___rels__sheet1.xml.rels": link, "xl__comments1.xml": comments},
    )
    assert opened(content).cells == {(1, 1): Cell(remark="已核对")}


def test_formulas_that_share_one_are_shifted() -> None:
    first = '<row><c r="C1"><f t="shared" si="0">A1+B1</f></c></row>'
    second = '<row><c r="C2"><f t="shared" si="0"/></c></row>'
    sheet = opened(workbook(f"<sheetData>{first}{second}</sheetData>"))
    assert [cell.formula for cell in sheet.cells.values()] == ["=A1+B1", "=A2+B2"]


def test_a_formula_that_nobody_has_is_told_as_one() -> None:
    sheet = opened(workbook('<sheetData><row><c><f t="shared" si="7"/></c></row></sheetData>'))
    assert sheet.cells == {(1, 1): Cell(formula="=")}
