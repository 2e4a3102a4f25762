"""One report, one file in every format, whatever was edited first, on whatever day it is made."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest

from exporters.check_sheet_excel import check_sheet_excel_bytes
from exporters.check_sheet_word import check_sheet_word_bytes
from exporters.typography import default_typography
from models.report import Report
from storage.native_file import native_bytes
from tests.builders import a_full_report
from tests.check_sheets import a_busy_report, everything, sheet_of
from tests.edit_orders import made_by, single_edits
from tests.printed_reports import LARGE, PROSE
from ui.export_formats import EXPORT_FORMATS

pytestmark = pytest.mark.usefixtures("qapp")


def exported(report: Report, name: str) -> bytes:
    """Return a file of a format with all that can stand beside the report."""
    return EXPORT_FORMATS[name].render(report, default_typography(), everything(report))


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_the_order_of_edits_leaves_no_trace_in_any_format(name: str) -> None:
    report = a_full_report(LARGE, texts=PROSE)
    edits = single_edits(report)
    Random(name).shuffle(edits)

    assert exported(made_by(edits, report), name) == exported(report, name)


@contextmanager
def day_at(zone: str, seconds: float) -> Iterator[None]:
    """Set the clocks: Python's on by seconds, and those of all libraries to a zone; the next second begins."""
    with pytest.MonkeyPatch.context() as patch:
        now, local = time.time, time.localtime
        time.sleep(1 - now() % 1)  # for clocks that know no zones
        patch.setenv("TZ", zone)
        time.tzset()
        patch.setattr(time, "time", lambda: now() + seconds)
        patch.setattr(time, "localtime", lambda at=None: local(time.time() if at is None else at))
        yield
    time.tzset()


def all_files(report: Report) -> dict[str, bytes]:
    sheet = sheet_of(report)
    return {
        **{name: exported(report, name) for name in EXPORT_FORMATS},
        "check sheet in Word": check_sheet_word_bytes(sheet),
        "check sheet in Excel": check_sheet_excel_bytes(sheet),
        "native": native_bytes(report),
    }


def test_another_day_leaves_no_trace_in_any_format() -> None:
    with day_at("Etc/GMT+12", 0):
        first = all_files(a_busy_report())
    with day_at("Etc/GMT-14", 400 * 24 * 3600):  # 26 hours ahead, so another date whatever the hour
        later = all_files(a_busy_report())
    assert [name for name, content in first.items() if content != later[name]] == []
