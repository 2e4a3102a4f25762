"""Live totals and balances: formulas, their cached results, and the marks of a broken balance."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import excel_bytes
from exporters.excel_formulas import address, ranges
from models.form import Form, Place
from models.form_file import known_forms, read_form
from models.report import Report
from tests.builders import SPECIMENS, a_full_report, a_report, third_form

FORMS = [*known_forms().values(), third_form()]
CHECK_ROW = 32

WITHOUT_STUB = """
[[tables]]
key = "stock"
name = "表二"
widths = [1, 1, 1, 1]
[[tables.bands]]
columns = [
  { key = "bought/books", label = "新购图书" }, { key = "bought/records", label = "新购音像" },
  { key = "shelved/books", label = "上架图书" }, { key = "shelved/records", label = "上架音像" },
]
[[tables.balances]]
left = ["bought"]
right = ["shelved"]
columns = ["books", "records"]
"""


def opened(report: Report, *, results: bool = False) -> Workbook:
    return load_workbook(BytesIO(excel_bytes(report)), data_only=results)


def row_of(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def marks(sheet: Worksheet) -> dict[str, list[str]]:
    """Return the cells that each condition tints: left side, right side, difference."""
    found: dict[str, list[str]] = {}
    for formatting in sheet.conditional_formatting:
        for rule in formatting.rules:
            found.setdefault(rule.formula[0], []).append(str(formatting.sqref))
    return found


@pytest.fixture
def form_without_stub(tmp_path: Path) -> Form:
    text = (SPECIMENS / "third-form.toml").read_text(encoding="utf-8")
    path = tmp_path / "form.toml"
    path.write_text(text[: text.rindex("[[tables]]")] + WITHOUT_STUB, encoding="utf-8")
    return read_form(path)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_total_is_a_formula_and_no_typed_cell_is(form: Form) -> None:
    workbook = opened(a_report(dict.fromkeys(form.typed_cells, "1"), form=form))
    for table in form.tables:
        formulas = {
            name for name, each in table.cells.items() if workbook[table.name][address(each.place)].data_type == "f"
        }
        assert formulas == table.totals


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_total_carries_its_value(form: Form) -> None:
    report = a_report({name: str(number) for number, name in enumerate(form.typed_cells)}, form=form)
    workbook = opened(report, results=True)
    for name, total in report.totals.items():
        assert workbook[form.table_of(name).name][address(form.cells[name].place)].value == total


def test_totals_are_sums_over_ranges() -> None:
    sheet = opened(a_report())["表三"]
    assert [sheet["J6"].value, sheet["D29"].value] == ["=SUM(D6:I6)", "=SUM(D8:D28)"]


def test_a_total_keeps_the_decimals_of_its_parts() -> None:
    report = a_report({"requests/received/commercial": "0.1", "requests/received/research": "0.20"})
    cell = opened(report, results=True)["表三"]["J6"]
    assert (cell.value, cell.number_format) == (0.3, "0.00")


def test_the_check_row_names_what_it_computes() -> None:
    assert opened(a_report())["表三"].cell(CHECK_ROW, 1).value == "勾稽核对（一＋二－三(七)－四，应为 0）"


def test_a_balance_is_left_minus_right_in_its_own_column() -> None:
    assert row_of(opened(a_report())["表三"], CHECK_ROW)[3] == "=SUM(D6:D7)-SUM(D29:D30)"


def test_a_balance_that_holds_shows_zeros() -> None:
    assert row_of(opened(a_full_report(), results=True)["表三"], CHECK_ROW)[3:10] == [0] * 7


def test_a_broken_balance_shows_its_difference() -> None:
    report = a_full_report({"requests/received/natural_person": "7"})
    assert row_of(opened(report, results=True)["表三"], CHECK_ROW)[3:10] == [2, 0, 0, 0, 0, 0, 2]


def test_a_broken_balance_marks_both_sides_and_the_difference() -> None:
    assert marks(opened(a_report())["表三"])["D$32<>0"] == ["D6:J7", "D29:J30", "D32:J32"]


def test_each_side_has_a_tint_of_its_own() -> None:
    formats = list(opened(a_report())["表三"].conditional_formatting)[:3]
    assert len({each.rules[0].dxf.fill.bgColor.rgb for each in formats}) == 3


def test_a_table_without_balances_and_totals_has_nothing_below_its_grid_or_beside_it() -> None:
    sheet = opened(a_report())["表二"]
    assert (sheet.max_row, sheet.max_column) == (16, 4)


def test_totals_of_columns_have_a_line_below_the_balances() -> None:
    workbook = opened(a_report())
    assert row_of(workbook["表三"], CHECK_ROW + 1)[:4] == [
        "勾稽核对（三(七)－各项之和，应为 0）",
        None,
        None,
        "=SUM(D29)-SUM(D8:D28)",
    ]


def test_totals_of_rows_have_a_column_beside_the_grid() -> None:
    sheet = opened(a_report())["表三"]
    column = [cell.value for cell in sheet["L"]]
    assert column[:6] == [None, None, "勾稽核对（总计－各项之和，应为 0）", None, None, "=SUM(J6)-SUM(D6:I6)"]
    assert [cell.value for cell in sheet["K"] if cell.value is not None] == []
    assert len([value for value in column if value]) == 26


def test_several_totals_in_one_row_stand_in_a_line_below_it() -> None:
    sheet = opened(a_report())["表四"]
    assert {cell.coordinate: cell.value for cell in sheet[8] if cell.value is not None} == {
        "A8": "勾稽核对（总计－各项之和，应为 0）",
        "E8": "=SUM(E6)-SUM(A6:D6)",
        "J8": "=SUM(J6)-SUM(F6:I6)",
        "O8": "=SUM(O6)-SUM(K6:N6)",
    }


def test_differences_of_totals_are_0_in_the_file() -> None:
    workbook = opened(a_full_report(), results=True)
    assert {cell.value for cell in workbook["表三"]["L"][5:30]} == {0}
    assert {cell.value for cell in workbook["表四"][8][1:] if cell.value is not None} == {0}


def test_a_total_that_somebody_typed_over_is_marked_with_its_difference() -> None:
    workbook = opened(a_report())
    three = marks(workbook["表三"])
    assert (three["$L6<>0"], three["D$33<>0"]) == (["J6:J30 L6:L30"], ["D29:I29 D33:I33"])
    (cells,) = marks(workbook["表四"])["E$8<>0"]
    assert {*cells.split()} == {"E6", "J6", "O6", "E8", "J8", "O8"}


def test_the_column_of_differences_is_not_printed() -> None:
    assert opened(a_report())["表三"].print_area == "'表三'!$A$1:$J$34"


def test_the_third_form_has_its_own_check_row() -> None:
    report = a_report({"lending/lent/adults": "7", "lending/returned/adults": "4"}, form=third_form())
    sheet = opened(report, results=True)["表一"]
    assert row_of(sheet, 11)[:5] == ["勾稽核对（一－（三）－三，应为 0）", None, 3, 0, 3]
    assert row_of(sheet, 12)[:5] == ["勾稽核对（（三）－各项之和，应为 0）", None, 0, 0, None]
    assert [cell.value for cell in sheet["G"][4:9]] == [0] * 5


def test_balances_across_columns_get_a_line_each(form_without_stub: Form) -> None:
    cells = {"stock/bought/books": "5", "stock/shelved/books": "3", "stock/shelved/records": "1"}
    sheet = opened(a_report(cells, form=form_without_stub), results=True)["表二"]
    assert [sheet[name].value for name in ("A6", "A7", "A8", "B8")] == [
        "勾稽核对（新购图书－上架图书，应为 0）",
        2,
        "勾稽核对（新购音像－上架音像，应为 0）",
        -1,
    ]


def test_balances_across_columns_mark_their_own_cells(form_without_stub: Form) -> None:
    sheet = opened(a_report(form=form_without_stub))["表二"]
    assert marks(sheet) == {"$A$7<>0": ["A4", "C4", "A7"], "$B$8<>0": ["B4", "D4", "B8"]}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([(0, 0)], ["A3"]),
        ([(0, 0), (0, 1), (1, 0), (1, 1)], ["A3:B4"]),
        ([(0, 0), (1, 0), (3, 0)], ["A3:A4", "A6"]),
        ([(0, 0), (0, 2), (1, 2), (1, 0)], ["A3:A4", "C3:C4"]),
        ([(0, 0), (0, 1), (1, 0)], ["A3:B3", "A4"]),
    ],
)
def test_cells_are_named_in_as_few_ranges(cells: list[tuple[int, int]], expected: list[str]) -> None:
    assert ranges(Place(*cell) for cell in cells) == expected
