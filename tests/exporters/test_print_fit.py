"""The size a table is set in, and the balance of its labels' lines."""

from collections.abc import Mapping

import pytest

from exporters.print_fit import Area, balancing_indent, broken_by_sense, ems
from exporters.print_styles import print_styles
from exporters.print_tables import PrintTable, lay_out_table
from exporters.typography import default_typography
from models.form import Place
from models.form_file import current_form, known_forms
from models.report import Report
from tests.builders import a_full_report

STYLES = print_styles(default_typography())
LARGE, MIDDLE, SMALL = STYLES.table_sizes

REMARKS = {"requests/received/other": "7（含联合申请2件）", "requests/carried_in/other": "1（补正）"}


def laid_out(key: str, cells: Mapping[str, str] | None = None) -> PrintTable:
    report = a_full_report(cells)
    return lay_out_table(report, report.form.table(key), report.form.section(key), STYLES)


def label(text: str, width: int) -> Area:
    return Area.of(Place(0, 0), text, [width])


@pytest.mark.parametrize(("key", "size"), [("proactive", LARGE), ("requests", MIDDLE), ("review_litigation", LARGE)])
def test_a_table_is_as_large_as_its_page_allows(key: str, size: object) -> None:
    assert (laid_out(key).size, laid_out(key).fits_a_page) == (size, True)


def test_a_number_that_would_break_makes_the_table_smaller() -> None:
    assert laid_out("review_litigation", {"review_litigation/review/upheld": "12345"}).size == MIDDLE


def test_some_remarks_leave_the_table_as_large_as_it_was() -> None:
    table = laid_out("requests", REMARKS)

    assert (table.size, table.fits_a_page) == (MIDDLE, True)


def test_some_more_remarks_still_leave_the_table_on_one_page() -> None:
    table = laid_out("requests", REMARKS | {"requests/granted/other": "3（含电话答复1件）"})

    assert (table.size, table.fits_a_page) == (SMALL, True)


def test_a_table_that_fits_no_page_runs_on_in_a_readable_size() -> None:
    table = laid_out("requests", dict.fromkeys(current_form().typed_cells, "1（其中由上级机关交办的12件）"))

    assert (table.size, table.fits_a_page) == (MIDDLE, False)


def test_the_lines_of_a_label_are_made_equally_long() -> None:
    assert balancing_indent(label("商业企业", 720), MIDDLE) > 0


@pytest.mark.parametrize("text", ["", "其他", "自然人", "社会公益组织"])
def test_a_label_whose_lines_are_equal_already_is_left_alone(text: str) -> None:
    assert balancing_indent(label(text, 720), MIDDLE) == 0


def test_a_label_of_two_lines_is_broken_behind_its_number() -> None:
    assert broken_by_sense(label("（三）不予公开", 880), MIDDLE) == "（三）\n不予公开"
    assert balancing_indent(label("（三）不予公开", 880), MIDDLE) == 0


@pytest.mark.parametrize(
    ("text", "width"),
    [("（三）不予公开", 1600), ("（三）不予公开", 720), ("不予公开情形", 880), ("（不含其他情形）", 880)],
)
def test_a_label_that_has_room_or_no_number_or_more_lines_is_broken_where_lines_end(text: str, width: int) -> None:
    assert broken_by_sense(label(text, width), MIDDLE) == text


@pytest.mark.parametrize("key", ["zfxxgk-2019", "zfxxgk-2021"])
def test_no_label_of_the_largest_table_has_a_line_of_one_character(key: str) -> None:
    report = Report(known_forms()[key])
    table = lay_out_table(report, report.form.table("requests"), report.form.section("requests"), STYLES)
    names = [cell for row in table.rows for cell in row if cell.style is table.size.labels]

    assert len(names) > 20
    for cell in names:
        room = int((cell.width - 2 * table.size.side_margin) / (table.size.labels.size * 10))
        assert len(cell.text) <= room or ems(cell.text) % room != 1
