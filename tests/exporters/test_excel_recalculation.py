"""The workbook computed anew by LibreOffice: the same totals and differences as the model's."""

from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import Workbook, load_workbook

from exporters.excel import excel_bytes
from exporters.excel_formulas import address
from models.cell_value import Unreadable
from models.form import CellKind
from models.form_file import known_forms
from models.report import Edit, Report
from tests.builders import a_full_report, a_report, third_form
from tests.exporters.workbooks import compared_report, with_last_year
from tests.office import convert_all
from tests.strategies import reports

ENTRIES = [0, 5, 2.5, -3, 10**14, 10**15, "/", "／", "无", "5件"]
ACCEPTED = {
    CellKind.COUNT: [0, 5, 10**14, "/", "／"],
    CellKind.AMOUNT: [0, 5, 2.5, 10**14, "/", "／"],
    CellKind.CHANGE: [0, 5, -3, 10**14, "/", "／"],
}
A_CELL_OF_KIND = {
    CellKind.COUNT: "proactive/regulations/made",
    CellKind.AMOUNT: "proactive/procurement/amount",
    CellKind.CHANGE: "proactive/licences/items_change",
}


def ten_reports() -> list[Report]:
    drawn: list[Report] = []

    @settings(
        max_examples=10,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(reports())
    def collect(report: Report) -> None:
        drawn.append(report)

    collect()
    return drawn[-10:]


def with_words() -> Report:
    report = a_full_report({"requests/granted/commercial": "/", "requests/received/natural_person": "7"})
    report.apply(
        Edit(cells={"requests/received/commercial": Unreadable("约3件"), "requests/granted/other": Unreadable("3")})
    )
    return report


def beside_last_year(report: Report) -> Report:
    """Return a report beside a year in which figures are 0, negative, decimal, "/", no number, large, or not known."""
    entries = ["0", "12", "7.25", "/", "约3件", "999999999999999", "", "-3"]
    cells = {name: entries[number % len(entries)] for number, name in enumerate(report.form.cells)}
    return with_last_year(report, {name: text for name, text in cells.items() if text})


def validation_sheet() -> Workbook:
    """Return a sheet that computes, for every kind of cell and every entry, whether the workbook's rule accepts it."""
    form = known_forms()["zfxxgk-2019"]
    rules = load_workbook(BytesIO(excel_bytes(Report(form))))["表二"].data_validations.dataValidation
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for column, kind in enumerate(CellKind, 2):
        cell = address(form.cells[A_CELL_OF_KIND[kind]].place)
        (rule,) = [each for each in rules if str(each.sqref).partition(":")[0] == cell]
        for row, entry in enumerate(ENTRIES, 1):
            sheet.cell(row, 1, entry)
            sheet.cell(row, column, "=" + rule.formula1.replace(cell, f"A{row}"))
    return workbook


@pytest.fixture(scope="module")
def cases() -> dict[str, Report]:
    random = {f"random-{number}": report for number, report in enumerate(ten_reports())}
    third = third_form()
    return random | {
        "words": with_words(),
        "compared": beside_last_year(with_words()),
        "compared-third": compared_report(form=third),
        "compared-blank": beside_last_year(a_report()),
        "third": a_report({name: str(n) for n, name in enumerate(third.typed_cells)}, form=third),
    }


@pytest.fixture(scope="module")
def computed(cases: dict[str, Report], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    folder = tmp_path_factory.mktemp("workbooks")
    for name, report in cases.items():
        (folder / f"{name}.xlsx").write_bytes(excel_bytes(report))
    validation_sheet().save(folder / "rules.xlsx")
    paths = sorted(folder.glob("*.xlsx"))
    made = convert_all(paths, "xlsx", folder / "computed", recalculate=True)
    return {path.stem: load_workbook(path, data_only=True) for path in made}


def rounded(value: object) -> str:
    """Return a number to 15 digits, for an office program has no more; words as they are, an empty text as nothing."""
    return f"{Decimal(str(value)).normalize():.15g}" if isinstance(value, int | float | Decimal) else str(value or "")


def test_ten_random_reports_are_among_the_cases(cases: dict[str, Report]) -> None:
    assert len([report for name, report in cases.items() if name.startswith("random") and report.cells]) >= 5


def test_the_sheets_of_the_office_are_among_the_cases(computed: dict[str, Workbook]) -> None:
    assert {"与上年对比", "图表"} <= {*computed["compared"].sheetnames} & {*computed["compared-third"].sheetnames}


def test_every_total_is_computed_as_the_model_does(cases: dict[str, Report], computed: dict[str, Workbook]) -> None:
    for name, report in cases.items():
        for cell, total in report.totals.items():
            sheet = computed[name][report.form.table_of(cell).name]
            assert rounded(sheet[address(report.form.cells[cell].place)].value) == rounded(total), (name, cell)


def test_every_cached_result_is_what_is_computed(cases: dict[str, Report], computed: dict[str, Workbook]) -> None:
    for name, report in cases.items():
        formulas, cached = (load_workbook(BytesIO(excel_bytes(report)), data_only=results) for results in (False, True))
        for sheet in formulas:
            cells = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
            for cell in cells:
                found, kept = computed[name][sheet.title][cell].value, cached[sheet.title][cell].value
                assert rounded(found) == rounded(kept), (name, sheet.title, cell)


@pytest.mark.parametrize("kind", CellKind)
def test_a_rule_accepts_what_may_stand_in_such_a_cell(kind: CellKind, computed: dict[str, Workbook]) -> None:
    sheet = computed["rules"].worksheets[0]
    column = 2 + list(CellKind).index(kind)
    accepted = [entry for row, entry in enumerate(ENTRIES, 1) if sheet.cell(row, column).value is True]
    assert accepted == ACCEPTED[kind]
