"""One report, one file in every format, whatever was edited first."""

from random import Random

import pytest

from exporters.print_options import Extra, PrintOptions
from exporters.typography import default_typography
from models.checks import DEFAULT_CHECKS
from models.report import Report
from tests.builders import a_full_report
from tests.check_sheets import sheet_of
from tests.edit_orders import made_by, single_edits
from tests.printed_reports import LARGE, PROSE
from ui.export_formats import EXPORT_FORMATS

pytestmark = pytest.mark.usefixtures("qapp")


def exported(report: Report, name: str) -> bytes:
    """Return a file of a format with all that can stand beside the report."""
    options = PrintOptions(frozenset(Extra), sheet_of(report), DEFAULT_CHECKS)
    return EXPORT_FORMATS[name].render(report, default_typography(), options)


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_the_order_of_edits_leaves_no_trace_in_any_format(name: str) -> None:
    report = a_full_report(LARGE, texts=PROSE)
    edits = single_edits(report)
    Random(name).shuffle(edits)

    assert exported(made_by(edits, report), name) == exported(report, name)
