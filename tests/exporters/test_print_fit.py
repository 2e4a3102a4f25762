"""The size a table is set in, and the balance of its labels' lines."""

from collections.abc import Mapping

import pytest

from exporters.print_fit import Area, balancing_indent
from exporters.print_styles import print_styles
from exporters.print_tables import PrintTable, lay_out_table
from exporters.typography import default_typography
from models.form import Place
from models.form_file import current_form
from tests.builders import a_full_report

STYLES = print_styles(default_typography())
LARGE, MIDDLE, SMALL = STYLES.table_sizes


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


def test_some_remarks_still_leave_the_table_on_one_page() -> None:
    table = laid_out(
        "requests", {"requests/received/other": "7（含联合申请2件）", "requests/carried_in/other": "1（补正）"}
    )

    assert (table.size, table.fits_a_page) == (SMALL, True)


def test_a_table_that_fits_no_page_runs_on_in_a_readable_size() -> None:
    table = laid_out("requests", dict.fromkeys(current_form().typed_cells, "1（其中由上级机关交办的12件）"))

    assert (table.size, table.fits_a_page) == (MIDDLE, False)


def test_the_lines_of_a_label_are_made_equally_long() -> None:
    assert balancing_indent(label("商业企业", 720), MIDDLE) > 0


@pytest.mark.parametrize("text", ["", "其他", "自然人", "社会公益组织"])
def test_a_label_whose_lines_are_equal_already_is_left_alone(text: str) -> None:
    assert balancing_indent(label(text, 720), MIDDLE) == 0
